/** The languages that every surface speaks, in the order of preference when nothing else is known. */
export const langs = ["fi", "sv", "en"] as const;
export type Lang = (typeof langs)[number];

/** One text in each language in which somebody has written it. */
export type LocalText = Partial<Record<Lang, string>>;

/** The languages of a group in which some text is missing that has words in another. */
export const languagesMissing = (texts: readonly LocalText[], languages: readonly Lang[]): Lang[] =>
  languages.filter((lang) => texts.some((text) => !text[lang] && Object.values(text).some(Boolean)));

/** The text in the wanted language, otherwise in the first of `order` that has it, otherwise in any; empty if there is none. */
export function inLang(text: LocalText, wanted: Lang, order: readonly Lang[] = langs): string {
  for (const lang of [wanted, ...order, ...langs]) {
    const found = text[lang];
    if (found) return found;
  }
  return "";
}
