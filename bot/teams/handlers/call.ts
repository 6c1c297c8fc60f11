import type { callVerbs } from "../../../cards/verbs/call.ts";
import type { Handlers } from "../turn.ts";

export const callHandlers: Handlers<keyof typeof callVerbs> = {};
