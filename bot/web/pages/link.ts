import { visible } from "../../../cards/literal.ts";
import { textFor } from "../../../cards/text.ts";
import type { Lang } from "../../domain/lang.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";

const noindex = html`<meta name="robots" content="noindex">`;

/** A poll or a meeting, whose form is for one's own data alone: a new link to answer with is in its next message. */
const isAsking = (place: string): boolean => /^[pm]\//.test(place);

/** The form for a new link; it says the same to everybody. */
function againForm(place: string, lang: Lang, { email = "", error }: { email?: string; error?: string } = {}): Html {
  const { mydata, links } = textFor(lang);
  const { again } = links;
  const own = isAsking(place);
  const wrong = error ? html`<p class="error" id="wrong">${error}</p>` : html``;
  const described = error ? html` aria-invalid="true" aria-describedby="wrong"` : html``;
  return html`<form method="post" action="/link/${place}?lang=${lang}">
<p>${own ? again.ownText : again.text}</p>
<div class="field"><label for="email">${again.email}</label>${wrong}<input id="email" name="email" type="email" maxlength="200" autocomplete="email" required value="${email}"${described}></div>
${
  own
    ? html`<input type="hidden" name="data" value="yes">`
    : html`<div class="choice"><input type="checkbox" id="data" name="data" value="yes"><label for="data">${mydata.page.wantData}</label></div>`
}
<p><button>${own ? again.ownSend : again.send}</button></p>
</form>`;
}

/** For every personal link that doesn't open: used up, over, revoked, mistyped and never made look the same. */
export function linkGonePage(place: string, lang: Lang): string {
  const { gone, again } = textFor(lang).links;
  const own = isAsking(place);
  const body = html`<h1>${gone.title}</h1>
<p class="strip warning"><strong>${gone.strip}</strong></p>
${(own ? gone.ownLines : gone.lines).map((line) => html`<p>${line}</p>`)}
<h2>${own ? again.ownHeading : again.heading}</h2>
${againForm(place, lang)}`;
  return layout({ lang, title: gone.title, body, head: noindex });
}

/** For who should have a link and has none. */
export function noLinkPage(place: string, lang: Lang, typed: { email?: string; error?: string } = {}): string {
  const { again } = textFor(lang).links;
  const title = isAsking(place) ? again.ownHeading : again.heading;
  return layout({
    lang,
    title,
    body: html`<h1>${title}</h1>${againForm(place, lang, typed)}`,
    head: noindex,
  });
}

export function askedAgainPage(place: string, lang: Lang): string {
  const { again } = textFor(lang).links;
  const body = html`<h1>${again.doneTitle}</h1>
<p class="strip good" role="status"><strong>${again.done}</strong></p>
<p>${isAsking(place) ? again.ownRest : again.doneRest}</p>`;
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
