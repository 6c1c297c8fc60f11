import { type Text, textFor } from "../../cards/text.ts";
import { langs } from "../domain/lang.ts";
import { Html, html } from "./html.ts";

/** One thing said in one language. */
interface Section {
  title: string;
  lines: readonly string[];
}

/** The only style of the pages; the server allows exactly this one. */
export const style =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}section{border-top:1px solid #d1d1d1;margin-top:1.5rem}h1{font-size:1.25rem}";

/** The same page in each language, one below the other. */
function page(section: (pages: Text["pages"]) => Section): string {
  const sections = langs.map((lang) => {
    const { title, lines } = section(textFor(lang).pages);
    return html`<section lang="${lang}"><h1>${title}</h1>${lines.map((line) => html`<p>${line}</p>`)}</section>`;
  });
  const { title } = section(textFor("fi").pages);
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Ehdolla</title>`;
  return html`<!doctype html><html lang="fi"><head>${head}<style>${new Html(style)}</style></head><body><main>${sections}</main></body></html>`
    .markup;
}

export const privacyPage = (): string => page((pages) => pages.privacy);
export const termsPage = (): string => page((pages) => pages.terms);
/** For every link that doesn't open: unknown, mistyped and over look the same. */
export const gonePage = (): string => page((pages) => pages.gone);
/** Says only the reference under which the log tells more. */
export const failedPage = (reference: string): string =>
  page(({ failed }) => ({ title: failed.title, lines: failed.lines(reference) }));
