import type { groupVerbs } from "../../../cards/verbs/group.ts";
import type { Handlers } from "../turn.ts";

export const groupHandlers: Handlers<keyof typeof groupVerbs> = {};
