import type { boardVerbs } from "../../../cards/verbs/board.ts";
import type { Handlers } from "../turn.ts";

export const boardHandlers: Handlers<keyof typeof boardVerbs> = {};
