import { card, heading } from "../../../cards/kit.ts";
import type { homeVerbs } from "../../../cards/verbs/home.ts";
import type { Handlers } from "../turn.ts";

export const homeHandlers: Handlers<keyof typeof homeVerbs> = {
  "home.show": async ({ reader }) => ({ show: card({ lang: reader.lang, fallbackText: "", body: [heading("")] }) }),
  "home.language": async ({ reader }) => ({ show: card({ lang: reader.lang, fallbackText: "", body: [heading("")] }) }),
};
