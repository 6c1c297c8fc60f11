import { visible } from "../../../cards/literal.ts";
import { textFor } from "../../../cards/text.ts";
import type { Lang } from "../../domain/lang.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";

const noindex = html`<meta name="robots" content="noindex">`;

/** The form for a new link; it says the same to everybody. */
function againForm(publicId: string, lang: Lang, { email = "", error }: { email?: string; error?: string } = {}): Html {
  const { mydata, links } = textFor(lang);
  const { again } = links;
  const wrong = error ? html`<p class="error" id="wrong">${error}</p>` : html``;
  const described = error ? html` aria-invalid="true" aria-describedby="wrong"` : html``;
  return html`<form method="post" action="/link/${publicId}?lang=${lang}">
<p>${again.text}</p>
<div class="field"><label for="email">${again.email}</label>${wrong}<input id="email" name="email" type="email" maxlength="200" autocomplete="email" required value="${email}"${described}></div>
<div class="choice"><input type="checkbox" id="data" name="data" value="yes"><label for="data">${mydata.page.wantData}</label></div>
<p><button>${again.send}</button></p>
</form>`;
}

/** For every personal link that doesn't open: used up, over, revoked, mistyped and never made look the same. */
export function linkGonePage(publicId: string, lang: Lang): string {
  const { gone, again } = textFor(lang).links;
  const body = html`<h1>${gone.title}</h1>
<p class="strip warning"><strong>${gone.strip}</strong></p>
${gone.lines.map((line) => html`<p>${line}</p>`)}
<h2>${again.heading}</h2>
${againForm(publicId, lang)}`;
  return layout({ lang, title: gone.title, body, head: noindex });
}

/** For who should have a link and has none. */
export function noLinkPage(publicId: string, lang: Lang, typed: { email?: string; error?: string } = {}): string {
  const { again } = textFor(lang).links;
  return layout({
    lang,
    title: again.heading,
    body: html`<h1>${again.heading}</h1>${againForm(publicId, lang, typed)}`,
    head: noindex,
  });
}

export function askedAgainPage(lang: Lang): string {
  const { again } = textFor(lang).links;
  const body = html`<h1>${again.doneTitle}</h1>
<p class="strip good" role="status"><strong>${again.done}</strong></p>
<p>${again.doneRest}</p>`;
  return layout({ lang, title: again.doneTitle, body, inLang: false, head: noindex });
}

/** One sentence that says why nothing was done. */
export const sentencePage = (sentence: string, lang: Lang): string => linkFailedPage(sentence, {}, lang);

/** Why nothing was done, and everything that was typed, to copy. */
export function linkFailedPage(sentence: string, form: Record<string, string>, lang: Lang): string {
  const { common, links } = textFor(lang);
  const { press: _, ...typed } = form;
  const written = Object.values(typed)
    .map((text) => visible(text, { lines: true }))
    .filter((text) => text !== "");
  const kept = html`<div class="field"><label for="copy">${common.your}</label><textarea id="copy" readonly rows="8">${written.join("\n")}</textarea></div>`;
  const body = html`<h1>${common.notDone}</h1>
<p class="strip warning" role="alert"><strong>${sentence}</strong></p>
${written.length > 0 ? kept : html``}
<p><a href="?lang=${lang}">${links.page.back}</a></p>`;
  return layout({ lang, title: common.notDone, body, inLang: false, head: noindex });
}
