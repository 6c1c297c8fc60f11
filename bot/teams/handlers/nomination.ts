import type { nominationVerbs } from "../../../cards/verbs/nomination.ts";
import type { Handlers } from "../turn.ts";

export const nominationHandlers: Handlers<keyof typeof nominationVerbs> = {};
