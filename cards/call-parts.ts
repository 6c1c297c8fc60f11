import { type Call, type Contact, contactOf, openSeats, type SeatGroup } from "../bot/domain/call.ts";
import { countText } from "../bot/domain/call-steps.ts";
import { daysUntil, nextDeadline } from "../bot/domain/call-times.ts";
import type { Group } from "../bot/domain/group.ts";
import { inLang, type Lang, type LocalText } from "../bot/domain/lang.ts";
import { dateOnly, dayOf, type Moment } from "../bot/domain/time.ts";
import type { Reader } from "./reader.ts";
import { textFor } from "./text.ts";
import { date, dateRange, dateTime } from "./when.ts";

/** A reader of the same card in another language. */
export const inLanguage = (reader: Reader, lang: Lang): Reader => ({ ...reader, lang, text: textFor(lang) });

/** A text of the call for this reader; in another language when theirs is missing. */
export const wordsFor = (text: LocalText | undefined, group: Group, { lang }: Reader): string =>
  inLang(text ?? {}, lang, group.languages);

export const titleOf = (call: Call, group: Group, reader: Reader): string =>
  wordsFor(call.title, group, reader) || reader.text.call.untitled;

/** A practice call says so before anything else. */
export const marked = (call: Call, heading: string, { text }: Reader): string =>
  call.practice ? `${text.common.practice} · ${heading}` : heading;

export const when = (moment: Moment, reader: Reader): string =>
  dateOnly(moment) ? date(moment.wall, reader) : dateTime(moment.at, reader);

/** Where an open or ended call stands: bold words, then the deadline. */
export function standing(call: Call, group: Group, reader: Reader): { bold: string; rest: string } {
  const { strip } = reader.text.call;
  const deadline = nextDeadline(call, reader.now);
  switch (call.status) {
    case "draft":
    case "open": {
      const ends = deadline ? strip.ends(when(deadline, reader), daysUntil(reader.now, deadline.at, group.zone)) : "";
      const some = call.deadline && deadline && call.deadline.at < deadline.at;
      const themes = call.seatGroups
        .filter((s) => s.deadline && s.deadline.at >= reader.now)
        .map((s) => wordsFor(s.name, group, reader));
      return { bold: strip.open, rest: some ? `${strip.onlyThemes(themes.join(", "))} ${ends}` : ends };
    }
    case "closed":
    case "selected": {
      const early = call.practice && call.closedAt !== undefined && deadline && call.closedAt < deadline.at;
      const ended = deadline && !early ? strip.ended(when(deadline, reader)) : "";
      const inAll = strip.inAll(receivedInAll(call), call.candidates);
      return { bold: call.status === "closed" ? strip.closed : strip.selected, rest: `${ended} ${inAll}` };
    }
    case "cancelled":
      return { bold: strip.cancelled, rest: strip.because(call.cancelled?.reason ?? "") };
  }
}

/** A count or a range of seats that no line breaks at. */
export const countShown = (seats: { min: number; max: number }): string =>
  countText(seats).replace("–", "\u2060–\u2060");

export const receivedInAll = (call: Call): number => Object.values(call.received).reduce((sum, n) => sum + n, 0);

/** Who may propose, in one or three sentences. */
export function whoMay({ nominators: { organisations, joint, self } }: Call, { text }: Reader): string {
  const { who } = text.call;
  const first = organisations ? (joint ? who.jointly : who.organisation) : who.onlySelf;
  return [first, ...(organisations && self ? [who.alsoSelf] : []), who.consent].join(" ");
}

type Row = [label: string, value: string | string[] | undefined];

/** What is sought: seats, themes with proposals so far, and seats that others fill. */
export function seatRows(call: Call, group: Group, reader: Reader): Row[] {
  const { text } = reader;
  const open = openSeats(call);
  const name = (s: SeatGroup) => wordsFor(s.name, group, reader);
  const sum = { min: total(open.map((s) => s.min)), max: total(open.map((s) => s.max)) };
  const same = open.every((s) => s.min === open[0]?.min && s.max === open[0]?.max);
  const allSubstitutes = open.every((s) => s.substitutes);
  const [first, second] = open;
  const elsewhere = call.seatGroups.filter((s) => s.filledElsewhere);
  const count =
    open.length === 0
      ? undefined
      : second || !first
        ? `${text.call.seats(countShown(sum))}${same && first ? `, ${text.call.inEach(countShown(first))}` : ""}.`
        : `${text.call.seats(countShown(first))}: ${name(first)}.`;
  const proposals = (s: SeatGroup) =>
    call.status === "open" || call.received[s.id] ? [text.call.proposals(call.received[s.id] ?? 0)] : [];
  return [
    [
      text.call.label.seats,
      count && [
        allSubstitutes ? `${count} ${text.call.substitutesToo}` : count,
        ...(second || !first ? [] : proposals(first)),
      ],
    ],
    [
      text.call.label.themes,
      second
        ? open.map((s) =>
            [
              name(s),
              ...(same ? [] : [text.call.seats(countShown(s))]),
              ...(s.substitutes && !allSubstitutes ? [text.call.withSubstitutes] : []),
              ...proposals(s),
              ...themeDeadline(call, s, reader),
            ].join(" · "),
          )
        : undefined,
    ],
    [text.call.label.elsewhere, elsewhere.map((s) => `${countShown(s)} · ${elsewhereOf(s, group, reader)}`)],
  ];
}

/** The seats' own name and who fills them; one is enough when they say the same. */
function elsewhereOf(s: SeatGroup, group: Group, reader: Reader): string {
  const [name, by] = [wordsFor(s.name, group, reader), wordsFor(s.filledElsewhere, group, reader)];
  return name.toLowerCase() === by.toLowerCase() ? name : `${name} (${by})`;
}

function themeDeadline(call: Call, s: SeatGroup, reader: Reader): string[] {
  const own = s.deadline ?? call.deadline;
  if (call.status !== "open" || !own || !call.seatGroups.some((other) => other.deadline)) return [];
  if (own.at < reader.now) return [reader.text.call.themeOver];
  return s.deadline ? [reader.text.call.themeUntil(when(s.deadline, reader))] : [];
}

const total = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** How the group works and how the matter is handled. */
export function workRows(call: Call, group: Group, reader: Reader): Row[] {
  const { text } = reader;
  const rhythm = wordsFor(call.rhythm, group, reader);
  const fee = wordsFor(call.fee, group, reader);
  return [
    [text.call.label.term, call.term && dateRange(call.term.from, call.term.to, reader)],
    [
      text.call.label.meetings,
      [sentence(rhythm), fee ? sentence(text.call.fee(fee)) : text.call.noFee].join(" ").trim(),
    ],
    [text.call.label.handling, handling(call, group, reader).join(" ")],
  ];
}

export const handling = (call: Call, group: Group, reader: Reader): string[] => {
  const appoints = wordsFor(call.appoints, group, reader);
  return [
    ...(call.decisionMeeting
      ? [reader.text.call.decides(wordsFor(group.name, group, reader), when(call.decisionMeeting, reader))]
      : []),
    ...(appoints ? [sentence(reader.text.call.appoints(appoints))] : []),
  ];
};

/** Once it has ended: what happens next and who decides. */
export function afterRows(call: Call, group: Group, reader: Reader): Row[] {
  const { text } = reader;
  const { consentBy, decisionMeeting } = call;
  return [
    [text.call.label.consent, consentBy && text.call.answerBy(when(consentBy, reader))],
    [
      text.call.label.selection,
      decisionMeeting && text.call.decides(wordsFor(group.name, group, reader), when(decisionMeeting, reader)),
    ],
    [text.call.label.appointing, wordsFor(call.appoints, group, reader) || undefined],
  ];
}

export const contactText = ({ name, phone, email }: Contact): string =>
  [name, phone, email].filter((part) => part).join(", ");

/** Whom to ask today, and the case number. */
export function contactLine(call: Call, group: Group, { text, now }: Reader): string {
  const contact = contactOf(call, dayOf(now, group.zone));
  return [
    ...(contact ? [text.call.contactToday(contactText(contact))] : []),
    ...(call.caseNumber ? [text.call.caseNumber(call.caseNumber)] : []),
  ].join(" · ");
}

export const privacyText = (group: Group, reader: Reader): string =>
  reader.text.call.privacyText(
    wordsFor(group.controller, group, reader) || wordsFor(group.name, group, reader),
    group.privacyContact ?? "–",
    wordsFor(group.legalBasis, group, reader) || "–",
    group.retentionMonths,
  );

/** What has been corrected and extended, newest last; only the last few. */
export function changeNotes(call: Call, group: Group, reader: Reader, most = 3): string[] {
  const { text } = reader;
  const theme = (id: string) => wordsFor(call.seatGroups.find((s) => s.id === id)?.name, group, reader);
  const extensions = call.extensions
    .slice(-most)
    .map(({ seatGroup, from, to }) =>
      seatGroup
        ? text.call.extendedTheme(theme(seatGroup), when(from, reader), when(to, reader))
        : text.call.extended(when(from, reader), when(to, reader)),
    );
  const corrections = call.corrections
    .slice(-most)
    .map(({ at, note }) => text.call.corrected(dateTime(at, reader), wordsFor(note, group, reader)));
  const more = call.corrections.length - corrections.length;
  return [...extensions, ...corrections, ...(more > 0 ? [text.call.moreCorrections(more)] : [])];
}

/** Ends like a sentence, whatever its writer ended it with. */
export const sentence = (words: string): string =>
  words === "" || /[.!?…:]$/.test(words.trim()) ? words : `${words.trim()}.`;
