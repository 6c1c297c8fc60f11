import {
  afterRows,
  changeNotes,
  privacyText,
  seatRows,
  standing,
  titleOf,
  whoMay,
  wordsFor,
  workRows,
} from "../../../cards/call-parts.ts";
import { dateRows, daysOf } from "../../../cards/call-show.ts";
import { clip, visible } from "../../../cards/literal.ts";
import type { Reader } from "../../../cards/reader.ts";
import { dateTime } from "../../../cards/when.ts";
import { type Call, type Contact, contactOf } from "../../domain/call.ts";
import type { Group } from "../../domain/group.ts";
import { type LocalText, langs } from "../../domain/lang.ts";
import type { Question } from "../../domain/question.ts";
import { dayOf } from "../../domain/time.ts";
import { type Html, html } from "../html.ts";
import { layout } from "../layout.ts";

interface CallPage {
  call: Call;
  group: Group;
  /** Those that have been answered, in order. */
  questions: readonly Question[];
  /** The page's own address, for sharing and for paper. */
  url: string;
}

/** The public page of a call: the announcement for everybody, and once it has ended what happens next. */
export function callPage(page: CallPage, reader: Reader): string {
  const { call, group } = page;
  const { text, lang } = reader;
  const title = visible(text.call.heading(titleOf(call, group, reader)));
  const { bold, rest } = standing(call, group, reader);
  const isOpen = call.status === "open";
  const part = (name: string, body: readonly (Html | undefined)[]) => {
    const there = body.filter((one) => one !== undefined);
    return there.length > 0 ? html`<section class="part"><h2>${name}</h2>${there}</section>` : html``;
  };
  return layout({
    lang,
    title,
    head: preview(page, title, `${bold} ${rest}`, reader),
    body: html`
<p class="over">${visible(wordsFor(group.name, group, reader))}</p>
<h1>${title}</h1>
<p class="strip ${isOpen ? "accent" : "emphasis"}"><strong>${bold}</strong> ${visible(rest)}</p>
${isOpen ? buttons(call, reader) : html``}
${isOpen ? openFacts(page, reader) : overFacts(page, reader)}
${part(text.call.tasks, written(call.mandate, group, reader))}
${part(text.call.lookingFor, written(call.lookingFor, group, reader))}
${part(text.call.criteria, criteria(call, group, reader))}
${isOpen ? html`<p>${text.call.handled}</p>${buttons(call, reader)}<p class="quiet noprint">${text.web.call.noAccount}</p>` : html``}
${changeNotes(call, group, reader, 20).map((note) => html`<p class="quiet">${visible(note)}</p>`)}
${part(text.web.call.questions, asked(page.questions, reader))}
${part(text.call.contacts, contacts(call, group, reader))}
${part(text.call.links, call.links.length > 0 ? [html`<ul>${call.links.map(linkItem)}</ul>`] : [])}
${part(text.call.privacy, [html`<p>${visible(privacyText(group, reader))}</p>`, dataLink(call, reader)])}
<p class="quiet">${call.caseNumber ? visible(text.call.caseNumber(call.caseNumber)) : html``}</p>
<p class="printed">${text.web.call.printed(page.url)}</p>`,
  });
}

/** Where one gets a link to what is stored about oneself. */
const dataLink = ({ publicId }: Call, { text, lang }: Reader): Html | undefined =>
  publicId === undefined
    ? undefined
    : html`<p class="noprint"><a href="/link/${publicId}?lang=${lang}">${text.mydata.page.askLink}</a></p>`;

/** Where somebody proposes another, and where they put themselves forward. */
export const nominatePath = (call: Call, { lang, own }: { lang: string; own?: boolean }): string =>
  `/calls/${call.publicId ?? ""}/${own ? "stand" : "nominate"}?lang=${lang}`;

function buttons(call: Call, { text, lang }: Reader): Html {
  const { organisations, self } = call.nominators;
  return html`<p class="actions">${[
    ...(organisations
      ? [html`<a class="button" href="${nominatePath(call, { lang })}">${text.web.call.propose}</a>`]
      : []),
    ...(self
      ? [
          html`<a class="button ${organisations ? "second" : ""}" href="${nominatePath(call, { lang, own: true })}">${text.web.call.self}</a>`,
        ]
      : []),
  ]}</p>`;
}

const openFacts = ({ call, group }: CallPage, reader: Reader): Html => html`<p>${whoMay(call, reader)}</p>
${facts([...seatRows(call, group, reader), ...workRows(call, group, reader), ...dateRows(call, reader)])}`;

/** What comes next, before what was sought. */
function overFacts({ call, group }: CallPage, reader: Reader): Html {
  const { text } = reader;
  const told =
    call.status === "cancelled" ? text.call.cancelledMore : call.status === "selected" ? text.web.call.decided : "";
  const sought = workRows(call, group, reader).filter(([label]) => label !== text.call.label.handling);
  return html`${told ? html`<p>${told}</p>` : html``}
${call.status === "closed" ? html`<h2>${text.web.call.next}</h2>${facts(afterRows(call, group, reader))}` : html``}
<h2>${text.call.whatWasSought}</h2>
${facts([...seatRows(call, group, reader), ...sought])}`;
}

type Rows = readonly (readonly [label: string, value: string | readonly string[] | undefined])[];

/** Labels with their values; a row without a value is left out. */
export function facts(rows: Rows): Html {
  const told = rows.flatMap(([label, value]) => {
    const values = (typeof value === "string" ? [value] : (value ?? [])).filter((one) => visible(one) !== "");
    return values.length > 0 ? [html`<dt>${label}</dt>${values.map((one) => html`<dd>${visible(one)}</dd>`)}`] : [];
  });
  return told.length > 0 ? html`<dl>${told}</dl>` : html``;
}

/** What the group wrote, a paragraph a line; a text in another language says which. */
function written(text: LocalText, group: Group, reader: Reader): Html[] {
  const words = visible(wordsFor(text, group, reader), { lines: true });
  if (words === "") return [];
  const lang = text[reader.lang] ? undefined : langs.find((one) => text[one] === wordsFor(text, group, reader));
  const foreign = lang ? html` lang="${lang}"` : html``;
  return words.split(/\n+/).map((line) => html`<p${foreign}>${line}</p>`);
}

function criteria(call: Call, group: Group, reader: Reader): Html[] {
  const { text } = reader;
  if (call.criteria.length === 0) return [];
  const item = ({ text: words, level, asksReason }: Call["criteria"][number]) =>
    html`<li><strong>${level === "required" ? text.call.required : text.call.preferred}:</strong> ${visible(wordsFor(words, group, reader))}${asksReason ? html` <span class="quiet">(${text.call.reasonAsked})</span>` : html``}</li>`;
  return [html`<ul>${call.criteria.map(item)}</ul>`];
}

function asked(questions: readonly Question[], reader: Reader): Html[] {
  const { text } = reader;
  return questions.flatMap(({ question, answer }) =>
    answer
      ? [
          html`<div class="qa"><p><strong>${text.web.call.question}:</strong> <span class="written">${visible(question, { lines: true })}</span></p>
<p><strong>${text.web.call.answer}:</strong> <span class="written">${visible(answer.text, { lines: true })}</span></p>
<p class="quiet">${dateTime(answer.at, reader)}</p></div>`,
        ]
      : [],
  );
}

function contacts(call: Call, group: Group, reader: Reader): Html[] {
  const today = contactOf(call, dayOf(reader.now, group.zone));
  const several = call.contacts.length > 1;
  const item = (contact: Contact) =>
    html`<li>${reachable(contact)}${daysOf(contact, reader)}${several && contact === today ? html` <strong>${reader.text.web.call.today}</strong>` : html``}</li>`;
  return call.contacts.length > 0 ? [html`<ul>${call.contacts.map(item)}</ul>`] : [];
}

/** A contact with a number to call and an address to write to; what isn't either is only shown. */
export function reachable(contact: Contact): Html {
  const [name = "", phone, email] = [contact.name, contact.phone, contact.email].map((one) => one && visible(one));
  const number = phone?.replace(/[^\d+]/g, "");
  return html`${name}${phone ? html`, ${number ? html`<a href="tel:${number}">${phone}</a>` : phone}` : html``}${email ? html`, ${/^[^\s@<>"?&%]+@[^\s@<>"?&%]+$/.test(email) ? html`<a href="mailto:${email}">${email}</a>` : email}` : html``}`;
}

const linkItem = ({ title, url }: Call["links"][number]): Html =>
  /^https?:\/\//i.test(url) && URL.canParse(url)
    ? html`<li><a href="${new URL(url).href}" rel="noreferrer nofollow">${visible(title)}</a></li>`
    : html`<li>${visible(title)}: ${visible(url)}</li>`;

/** What a shared link shows: title, where it stands, and the same page in other languages for search engines. */
function preview({ call, group, url }: CallPage, title: string, state: string, reader: Reader): Html {
  const about = clip(visible(`${state} ${wordsFor(call.mandate, group, reader)}`), 200);
  const locale = { fi: "fi_FI", sv: "sv_FI", en: "en_GB" }[reader.lang];
  return html`<meta name="description" content="${about}">
<link rel="canonical" href="${url}?lang=${reader.lang}">
${langs.map((lang) => html`<link rel="alternate" hreflang="${lang}" href="${url}?lang=${lang}">`)}
<meta property="og:type" content="article">
<meta property="og:site_name" content="${visible(wordsFor(group.name, group, reader))}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${about}">
<meta property="og:url" content="${url}?lang=${reader.lang}">
<meta property="og:locale" content="${locale}">
<meta name="twitter:card" content="summary">`;
}
