import type { Card } from "../../../cards/kit.ts";
import { titleOf } from "../../../cards/outline.ts";
import type { Reader } from "../../../cards/reader.ts";
import { Html, html } from "../html.ts";
import { layout } from "../layout.ts";
import { formHtml } from "./form.ts";

/** A page with one form: a card, drawn in the browser, or plain HTML where scripts are off. */
export interface FormPage {
  card: Card;
  action: string;
  incomplete: readonly string[];
  pressable?: readonly string[];
  hidden?: Readonly<Record<string, string>>;
  /** Above and below the form. */
  before?: Html;
  after?: Html;
  inLang?: ((lang: string) => string) | false;
  assets: { style: string; script: string | undefined };
}

export function formPage(page: FormPage, { lang, text }: Reader): string {
  const { card, action, incomplete, pressable = [], hidden = {}, assets } = page;
  const { form: words } = text.web;
  const said = {
    offline: words.offline,
    sending: words.sending,
    restored: words.restored,
    clear: words.clear,
    required: words.requiredNote,
  };
  const data = { card, action, hidden, incomplete, said };
  const script = assets.script;
  return layout({
    lang,
    title: titleOf(card),
    ...(page.inLang !== undefined && { inLang: page.inLang }),
    head: html`<link rel="stylesheet" href="${assets.style}">${script ? html`<script type="module" src="${script}"></script>` : html``}`,
    body: html`${page.before ?? html``}
<div id="form">${formHtml({ card, action, incomplete, pressable, hidden, words })}</div>
<script type="application/json" id="card">${inert(data)}</script>
${page.after ?? html``}`,
  });
}

/** Data that no text in it can end or turn into mark-up. */
const inert = (data: unknown): Html => new Html(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped));

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
