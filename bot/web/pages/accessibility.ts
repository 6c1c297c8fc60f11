import { textFor } from "../../../cards/text.ts";
import { date } from "../../../cards/when.ts";
import type { Lang } from "../../domain/lang.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";
import { paragraphs } from "../pages.ts";

/** The day on which the pages were last assessed; a new assessment changes it together with the shortcomings. */
const ASSESSED = "2026-11-24";

/** Where to write about accessibility: an e-mail or web address, and whose it is when there are several. */
export interface FeedbackContact {
  address: string;
  whose?: string;
}

/** The accessibility statement that the Act on the Provision of Digital Services (306/2019) asks for. */
export function accessibilityPage(
  { address, contacts }: { address: string; contacts: readonly FeedbackContact[] },
  lang: Lang,
): string {
  const { accessibility: words } = textFor(lang).pages;
  const { title, state, shortcomings, feedback, supervision } = words;
  const made = words.made(date(ASSESSED, { lang, zone: "Europe/Helsinki" }));
  const body = html`<h1>${title}</h1>
<p>${words.intro(address)}</p>
<p>${made}</p>
<h2>${state.heading}</h2>
${paragraphs(state.lines)}
<h2>${shortcomings.heading}</h2>
<ul>${shortcomings.list.map((one) => html`<li>${one}</li>`)}</ul>
<p>${shortcomings.instead}</p>
<h2>${feedback.heading}</h2>
${paragraphs(feedback.lines)}
${contacts.length === 0 ? html`<p>${feedback.none}</p>` : html`<ul>${contacts.map((one) => contact(one, feedback.address))}</ul>`}
<h2>${supervision.heading}</h2>
${paragraphs(supervision.lines)}
<p>${supervision.authority}</p>
<p><a href="${supervision.site}">${new URL(supervision.site).hostname}</a></p>
<p><a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a></p>
<p>${supervision.phone}</p>`;
  return layout({ lang, title, body });
}

const contact = ({ address, whose }: FeedbackContact, label: string): Html =>
  html`<li>${whose ?? label}: ${linked(address)}</li>`;

/** An address that a click opens; anything else that a group has written as its contact stays text. */
function linked(address: string): Html {
  if (/^https:\/\//i.test(address) && URL.canParse(address)) return html`<a href="${address}">${address}</a>`;
  if (/^[^\s@:/?&]+@[^\s@:/?&]+$/.test(address)) return html`<a href="mailto:${address}">${address}</a>`;
  return html`${address}`;
}
