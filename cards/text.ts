import type { Lang } from "../bot/domain/lang.ts";
import { en } from "./text/en.ts";
import { fi } from "./text/fi.ts";
import { sv } from "./text/sv.ts";

/** All that Ehdolla says in one language. Every language has exactly these entries, with the same parameters. */
export type Text = typeof fi;

const texts: Record<Lang, Text> = { fi, sv, en };

export const textFor = (lang: Lang): Text => texts[lang];
