import type { consentVerbs } from "../../../cards/verbs/consent.ts";
import type { Handlers } from "../turn.ts";

export const consentHandlers: Handlers<keyof typeof consentVerbs> = {};
