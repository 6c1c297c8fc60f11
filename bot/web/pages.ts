import { type Text, textFor } from "../../cards/text.ts";
import { type Lang, langs } from "../domain/lang.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";

export const paragraphs = (lines: readonly string[]): Html[] => lines.map((line) => html`<p>${line}</p>`);

/** A text in one language, with a heading for each of its parts. */
function notice(lang: Lang, { title, intro, sections }: Text["pages"]["privacy"]): string {
  const parts = sections.map(({ heading, lines }) => html`<h2>${heading}</h2>${paragraphs(lines)}`);
  return layout({ lang, title, body: html`<h1>${title}</h1><p>${intro}</p>${parts}` });
}

export const privacyPage = (lang: Lang): string => notice(lang, textFor(lang).pages.privacy);
export const termsPage = (lang: Lang): string => notice(lang, textFor(lang).pages.terms);

/** The same said in each language, one below the other: for who comes without our knowing anything about them. */
function inAll(said: (pages: Text["pages"]) => { title: string; lines: readonly string[] }): string {
  const sections = langs.map((lang) => {
    const { title, lines } = said(textFor(lang).pages);
    return html`<section lang="${lang}"><h1>${title}</h1>${paragraphs(lines)}</section>`;
  });
  const { title } = said(textFor("fi").pages);
  return layout({ lang: "fi", title, body: sections, inLang: false });
}

/** For every link that doesn't open: unknown, mistyped and over look the same. */
export const gonePage = (): string => inAll((pages) => pages.gone);
/** Says only the reference under which the log tells more. */
export const failedPage = (reference: string): string =>
  inAll(({ failed }) => ({ title: failed.title, lines: failed.lines(reference) }));
