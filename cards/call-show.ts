import { type Call, type Contact, lastDeadline } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { callActions, criteriaLines } from "./call.ts";
import {
  changeNotes,
  contactText,
  inLanguage,
  marked,
  privacyText,
  seatRows,
  standing,
  titleOf,
  when,
  whoMay,
  wordsFor,
  workRows,
} from "./call-parts.ts";
import { here, lead } from "./call-press.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import {
  type Card,
  card,
  type Element,
  facts,
  fold,
  heading,
  line,
  link,
  type Maybe,
  row,
  small,
  strip,
  subheading,
} from "./kit.ts";
import { paragraphs } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { date } from "./when.ts";

/** The whole call as a card of its own, for anybody, in one language. */
export const wholeCard = (call: Call, group: Group, reader: Reader): Card =>
  fitted(call, shortCall, (c, cut) => draw(c, call, group, reader, cut));

function draw(call: Call, whole: Call, group: Group, reader: Reader, cut: boolean): Card {
  const { text } = reader;
  const { bold: state, rest } = standing(call, group, reader);
  const title = marked(call, text.call.heading(titleOf(call, group, reader)), reader);
  const isShort = cut && call.mandate[reader.lang] !== whole.mandate[reader.lang];
  const isOpen = call.status === "open";
  const part = (name: string, body: Maybe<Element>[]) => (body.some(Boolean) ? [subheading(name), ...body] : []);
  const data = { call: call.id };
  const [propose, self] = callActions(whole, { ...group, languages: [reader.lang] }, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${state} ${rest}`,
    body: [
      heading(title),
      strip(isOpen || call.status === "draft" ? "accent" : "emphasis", state, rest),
      isShort && small(text.call.shortenedHere),
      call.practice && small(text.call.practiceNote),
      line(whoMay(call, reader)),
      facts([...seatRows(call, group, reader), ...workRows(call, group, reader), ...dateRows(call, reader)]),
      ...part(text.call.tasks, words(wordsFor(call.mandate, group, reader))),
      ...part(text.call.lookingFor, words(wordsFor(call.lookingFor, group, reader))),
      ...part(text.call.criteria, criteriaLines(call, group, reader)),
      line(text.call.handled),
      ...changeNotes(call, group, reader, cut ? 1 : 4).map((note) => small(note)),
      ...part(text.call.contacts, [
        ...call.contacts.map((contact) => line(contactText(contact) + daysOf(contact, reader))),
        isOpen &&
          row({
            title: text.call.button.ask,
            link: true,
            press: lead(reader, text.call.button.ask, "question.form", data),
          }),
        row({
          title: text.call.question.answers,
          link: true,
          press: lead(reader, text.call.question.answers, "question.list", data),
        }),
      ]),
      ...part(
        text.call.links,
        call.links.map(({ title: name, url }) => link(name, url)),
      ),
      ...group.languages
        .filter((lang) => lang !== reader.lang)
        .map((lang) => {
          const name = inLanguage(reader, lang).text.call.inThisLanguage;
          return row({ title: name, link: true, press: here(reader, name, "call.show", { ...data, lang }) });
        }),
      fold("whole-privacy", text.call.privacy, [line(privacyText(group, reader))], {
        first: true,
        hint: text.common.fold,
      }),
    ],
    actions: [
      isOpen && propose?.title !== text.call.button.read && propose,
      isOpen && self?.title !== text.call.button.read && self,
      reader.door === "card" && call.status !== "draft" && here(reader, text.call.button.toCard, "call.card", data),
    ],
  });
}

const words = (text: string): Element[] => (text ? paragraphs(text, { spacing: "Small" }) : []);

/** When it opens and ends, and until when candidates answer. */
export function dateRows(call: Call, reader: Reader): [string, string | undefined][] {
  const { text } = reader;
  const last = lastDeadline(call);
  return [
    [text.call.label.opens, call.opens && call.status === "draft" ? when(call.opens, reader) : undefined],
    [text.call.label.deadline, call.deadline && when(call.deadline, reader)],
    [text.call.label.consent, call.consentBy && last && text.call.answerBy(when(call.consentBy, reader))],
  ];
}

/** "(1.4.–3.4.)" for a contact who answers on certain days. */
export function daysOf({ from, to }: Contact, reader: Reader): string {
  const { copy } = reader.text.call;
  if (from && to)
    return ` ${copy.onDays(from === to ? date(from, reader) : `${date(from, reader)} – ${date(to, reader)}`)}`;
  if (from) return ` ${copy.onDays(copy.from(date(from, reader)))}`;
  return to ? ` ${copy.onDays(copy.to(date(to, reader)))}` : "";
}
