import { contactText } from "../../../cards/call-parts.ts";
import { visible } from "../../../cards/literal.ts";
import { lateCard } from "../../../cards/nomination-late.ts";
import { inZone, type Scene, titleOf, untilText } from "../../../cards/nomination-parts.ts";
import { nominationText } from "../../../cards/nomination-text.ts";
import type { Reader } from "../../../cards/reader.ts";
import { date, dateTime } from "../../../cards/when.ts";
import { contactOf, deadlineFor, lastDeadline } from "../../domain/call.ts";
import { confirmBy } from "../../domain/nominate-web.ts";
import type { Nomination } from "../../domain/nomination.ts";
import { dayOf } from "../../domain/time.ts";
import type { FoundDraft } from "../../usecases/web-draft.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";
import { nominatePath } from "./call.ts";
import { cardWords } from "./form.ts";

/** The way back to the call that a page belongs to. */
export const toCall = ({ call }: Scene, { lang, text }: Reader): Html =>
  html`<p class="noprint"><a href="/calls/${call.publicId ?? ""}?lang=${lang}">${text.web.form.back}</a></p>`;

/** Text to select and copy, in one field. */
const copyField = (id: string, label: string, text: string): Html =>
  html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" readonly rows="12">
${visible(text, { lines: true })}</textarea></div>`;

const whom = ({ call, group }: Scene, { now }: Reader): string => {
  const contact = contactOf(call, dayOf(now, group.zone));
  return contact ? visible(contactText(contact)) : "";
};

/** It has arrived, and what is left to do: confirming the address. */
export function receivedPage(scene: Scene & { nomination: Nomination }, asRead: Reader): string {
  const { call, group, nomination } = scene;
  const reader = inZone(asRead, group);
  const { received } = reader.text.web;
  const { self, code, arrival, proposer } = nomination;
  const until = confirmBy(call);
  const deadline = deadlineFor(call, nomination.seatGroup);
  const contact = whom(scene, reader);
  return layout({
    lang: reader.lang,
    title: received.heading,
    inLang: false,
    body: html`
<h1>${received.heading}</h1>
<p class="strip warning"><strong>${self ? received.stripSelf : received.strip}</strong> ${received.at(dateTime(arrival.at, reader, "seconds"))} ${reader.text.nomination.labels.code}: <strong>${code}</strong></p>
<p>${received.sent(visible(proposer.email ?? ""))} <strong>${until ? received.open(untilText(until, reader)) : received.openSoon}</strong></p>
<p>${self ? received.whySelf : received.why}</p>
${deadline ? html`<p>${received.change(untilText(deadline, reader))}</p>` : html``}
<h2>${received.notThere}</h2>
<p>${received.notThereMore}</p>
<p class="noprint"><a href="/link/${call.publicId ?? ""}?lang=${reader.lang}">${reader.text.links.again.send}</a></p>
${contact ? html`<p>${received.askContact(contact)} ${received.mention(code)}</p>` : html``}
<details><summary>${received.yours}</summary>${copyField("sent", received.yours, nominationText(nomination, call, reader, group))}</details>
<p class="noprint"><a class="button second" href="${nominatePath(call, { lang: reader.lang, own: false })}">${received.another}</a></p>
${toCall(scene, reader)}`,
  });
}

/** It came too late: when, and with the whole text to copy. */
export function latePage(scene: Scene & { nomination: Nomination }, asRead: Reader): string {
  const { call, group, nomination } = scene;
  const reader = inZone(asRead, group);
  const card = lateCard(scene, reader);
  return layout({
    lang: reader.lang,
    title: reader.text.nomination.late.heading,
    inLang: false,
    body: html`${cardWords(card)}
${copyField("late", reader.text.web.late.copy, nominationText(nomination, call, reader, group))}
${toCall(scene, reader)}`,
  });
}

/** A form was saved: its link, which is shown this once. */
export function savedPage(
  { url, draft: { draft }, ...scene }: Scene & { url: string; draft: FoundDraft },
  asRead: Reader,
): string {
  const reader = inZone(asRead, scene.group);
  const words = reader.text.web.draft;
  const last = lastDeadline(scene.call);
  const ends = last ? untilText(last, reader) : "";
  const mail = `mailto:?subject=${encodeURIComponent(words.mailSubject(titleOf(scene, reader)))}&body=${encodeURIComponent(words.mailBody(url, ends))}`;
  return layout({
    lang: reader.lang,
    title: words.heading,
    inLang: false,
    body: html`
<h1>${words.heading}</h1>
<p class="strip good"><strong>${words.strip}</strong> ${ends ? words.rest(ends) : html``}</p>
<p>${words.keep}</p>
<div class="field"><label for="link">${words.link}</label><input id="link" type="text" readonly value="${url}"></div>
<p>${words.who(date(draft.until, reader))}</p>
<p class="actions"><a class="button" href="${url}">${words.continue}</a><a class="button second" href="${mail}">${words.mail}</a></p>
${toCall(scene, reader)}`,
  });
}

/** Something couldn't be read or done: why, and everything that was typed, to copy. */
export function handedBackPage(
  { problem, typed, ...scene }: Scene & { problem: string; typed: string },
  asRead: Reader,
): string {
  const reader = inZone(asRead, scene.group);
  const { form, late } = reader.text.web;
  return layout({
    lang: reader.lang,
    title: form.problem,
    inLang: false,
    body: html`
<h1>${form.problem}</h1>
<p class="strip warning" role="alert">${problem}</p>
${typed ? copyField("typed", late.copy, typed) : html``}
${toCall(scene, reader)}`,
  });
}

/** No form, and why: nothing could come of filling it in. */
export function closedPage({ why, ...scene }: Scene & { why: string }, asRead: Reader): string {
  const reader = inZone(asRead, scene.group);
  const title = titleOf(scene, reader);
  return layout({
    lang: reader.lang,
    title,
    body: html`<h1>${visible(title)}</h1><p class="strip warning">${visible(why)}</p>${toCall(scene, reader)}`,
  });
}
