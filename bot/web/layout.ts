import { readFileSync } from "node:fs";
import { textFor } from "../../cards/text.ts";
import { hashed } from "../domain/hashed.ts";
import { type Lang, langs } from "../domain/lang.ts";
import { type Html, html } from "./html.ts";

/** One page: everything around its body is the same on all of them. */
export interface Page {
  lang: Lang;
  title: string;
  body: Html | readonly Html[];
  /** The address of the same page in another language; false where there is no choice. */
  inLang?: ((lang: Lang) => string) | false;
  /** More for the head, such as preview tags. */
  head?: Html;
}

/** The style of all pages, as a file of its own: nothing is written into a page. */
export const style = readFileSync(new URL("style.css", import.meta.url), "utf8");
/** Its address changes with its content, so that it can be kept for long. */
export const stylePath = `/style-${hashed(style, 12)}.css`;

/** A whole page: it works without scripts and cookies, on paper, and read aloud. */
export function layout({ lang, title, body, inLang = (other) => `?lang=${other}`, head = html`` }: Page): string {
  const { layout: words } = textFor(lang).pages;
  const choice = inLang
    ? html`<nav aria-label="${words.languages}"><ul>${langs.map((one) => languageLink(one, lang, inLang(one)))}</ul></nav>`
    : html``;
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Ehdolla</title>
<link rel="stylesheet" href="${stylePath}">
${head}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><p>Ehdolla</p>${choice}</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer><ul>${(["accessibility", "privacy", "terms"] as const).map(
    (page) => html`<li><a href="/${page}?lang=${lang}">${words[page]}</a></li>`,
  )}</ul></footer>
</body>
</html>
`.markup;
}

const languageLink = (lang: Lang, current: Lang, href: string): Html => {
  const { language } = textFor(lang).pages;
  return lang === current
    ? html`<li><span aria-current="true">${language}</span></li>`
    : html`<li><a href="${href}" hreflang="${lang}" lang="${lang}">${language}</a></li>`;
};
