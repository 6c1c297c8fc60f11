import { type Call, isPublic, openSeats } from "../bot/domain/call.ts";
import { countText } from "../bot/domain/call-steps.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import {
  changeNotes,
  contactText,
  handling,
  inLanguage,
  marked,
  sentence,
  titleOf,
  when,
  whoMay,
  wordsFor,
} from "./call-parts.ts";
import { here } from "./call-press.ts";
import { daysOf } from "./call-show.ts";
import { fitted } from "./fit.ts";
import { copyable } from "./inputs.ts";
import { type Card, card, heading, row, strip, subheading } from "./kit.ts";
import { clip, visible } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateRange } from "./when.ts";

export type CopyKind = "release" | "email" | "short";
const kinds = ["release", "email", "short"] as const;

/** The announcement for other places than Teams, as text to copy. */
export const copyCard = (call: Call, group: Group, kind: CopyKind, lang: Lang, reader: Reader): Card =>
  fitted(
    copyText(call, group, kind, { ...inLanguage(reader, lang), zone: group.zone }),
    clip,
    (words) => {
      const { text } = reader;
      const { copy } = text.call;
      const title = marked(call, copy.heading(titleOf(call, group, reader)), reader);
      const others = group.languages.flatMap((l) => kinds.map((k) => ({ kind: k, lang: l })));
      const name = (k: CopyKind, l: Lang) =>
        group.languages.length > 1 ? text.call.manage.checkText(copy[k], text.call.languages[l]) : copy[k];
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          strip("accent", copy.strip, copy.stripMore),
          copyable({ id: "copy", label: name(kind, lang), value: words }),
          subheading(copy.others),
          ...others
            .filter((other) => other.kind !== kind || other.lang !== lang)
            .map((other) => {
              const title = name(other.kind, other.lang);
              return row({
                title,
                link: true,
                separator: true,
                press: here(reader, title, "call.copy", { call: call.id, ...other }),
              });
            }),
        ],
        actions: [here(reader, text.common.back, "call.manage", { call: call.id })],
      });
    },
    [12_000, 9_000, 6_000, 4_000],
  );

/** The announcement as plain text, in the reader's language. */
export function copyText(call: Call, group: Group, kind: CopyKind, reader: Reader): string {
  const { text } = reader;
  const title = marked(call, text.call.heading(titleOf(call, group, reader)), reader);
  const words = (part: Call["mandate"]) => visible(wordsFor(part, group, reader), { lines: true });
  const until = call.deadline ? [text.call.copy.until(when(call.deadline, reader))] : [];
  const contacts = call.contacts.map((contact) => contactText(contact) + daysOf(contact, reader));
  if (kind === "short")
    return [
      `${title}.`,
      seatsLine(call, group, reader),
      ...until,
      whoMay(call, reader),
      ...(onWeb(call, reader) ? [onWeb(call, reader)] : []),
      `${text.call.copy.moreInfo} ${contacts[0] ?? ""}`.trim(),
    ].join(" ");
  const opens = call.opens && call.opens.at > reader.now ? [text.call.copy.opens(when(call.opens, reader))] : [];
  const rhythm = words(call.rhythm);
  const fee = words(call.fee);
  const body = [
    [...opens, ...until].join(" "),
    words(call.mandate),
    named(text.call.label.seats, seatLines(call, group, reader)),
    words(call.lookingFor),
    named(
      text.call.criteria,
      call.criteria.map(
        (c) =>
          `${c.level === "required" ? text.call.required : text.call.preferred}: ${wordsFor(c.text, group, reader)}`,
      ),
    ),
    whoMay(call, reader),
    [
      ...(call.term ? [`${text.call.label.term}: ${dateRange(call.term.from, call.term.to, reader)}.`] : []),
      ...(rhythm ? [`${text.call.label.meetings}: ${sentence(rhythm)}`] : []),
      fee ? sentence(text.call.fee(fee)) : text.call.noFee,
    ].join(" "),
    handling(call, group, reader).join(" "),
    text.call.handled,
    ...changeNotes(call, group, reader),
    onWeb(call, reader) ?? text.call.copy.howTeams,
    [text.call.copy.moreInfo, ...contacts].join("\n"),
    call.links.map(({ title: name, url }) => (name === url ? url : `${name}: ${url}`)).join("\n"),
    call.caseNumber ? text.call.caseNumber(call.caseNumber) : "",
  ].filter((part) => part !== "");
  if (kind === "release") return [title, ...body].join("\n\n");
  return [
    text.call.copy.subject(titleOf(call, group, reader)),
    text.call.copy.greeting,
    ...body,
    wordsFor(group.name, group, reader),
  ].join("\n\n");
}

/** Where everybody can read the call and propose, when the chair allows it. */
const onWeb = (call: Call, { site, text }: Reader): string | undefined =>
  isPublic(call) && site ? text.web.call.how(`${site}/calls/${call.publicId}`) : undefined;

const named = (name: string, lines: string[]) =>
  lines.length > 0 ? [`${name}:`, ...lines.map((l) => `- ${l}`)].join("\n") : "";

const seatsLine = (call: Call, group: Group, reader: Reader): string =>
  `${reader.text.call.label.seats}: ${openSeats(call)
    .map((s) => `${wordsFor(s.name, group, reader)} (${countText(s)})`)
    .join(", ")}.`;

const seatLines = (call: Call, group: Group, reader: Reader): string[] =>
  call.seatGroups.map((s) => {
    const { text } = reader;
    const parts = [
      text.call.seats(countText(s)),
      ...(s.substitutes ? [text.call.withSubstitutes] : []),
      ...(s.filledElsewhere
        ? [`${text.call.label.elsewhere.toLowerCase()}: ${wordsFor(s.filledElsewhere, group, reader)}`]
        : []),
    ];
    return `${wordsFor(s.name, group, reader)}, ${parts.join(", ")}`;
  });
