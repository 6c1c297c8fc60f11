import { type Call, isPublic } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Lang } from "../bot/domain/lang.ts";
import { openUrl } from "./actions.ts";
import {
  afterRows,
  changeNotes,
  contactLine,
  inLanguage,
  marked,
  privacyText,
  seatRows,
  standing,
  titleOf,
  whoMay,
  wordsFor,
  workRows,
} from "./call-parts.ts";
import { lead } from "./call-press.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  facts,
  fold,
  heading,
  line,
  type Maybe,
  small,
  strip,
} from "./kit.ts";
import { withActions } from "./languages.ts";
import { bold } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** The announcement in the channel, drawn anew whenever the call changes and whenever a day turns. */
export const callCard = (call: Call, group: Group, reader: Reader): Card =>
  fitted(call, shortCall, (c, cut) =>
    card({
      lang: reader.lang,
      fallbackText: `${marked(c, reader.text.call.heading(titleOf(c, group, reader)), reader)}. ${standing(c, group, reader).bold} ${standing(c, group, reader).rest}`,
      ...withActions(callBody(c, group, reader, cut), call.status === "open" ? callActions(call, group, reader) : []),
    }),
  );

/**
 * What the announcement shows: the reader's language whole, the group's other languages each in a fold. In a card that
 * would be too large the folds leave criteria and privacy to the whole text.
 */
export function callBody(call: Call, group: Group, reader: Reader, cut = false): Maybe<Element>[] {
  const others = group.languages.filter((lang) => lang !== reader.lang);
  const isOver = call.status !== "open" && call.status !== "draft";
  const { bold: state, rest } = standing(call, group, reader);
  const { text } = reader;
  const hint = text.common.fold;
  return [
    heading(marked(call, text.call.heading(titleOf(call, group, reader)), reader)),
    strip(isOver ? "emphasis" : "accent", state, rest),
    call.practice && small(text.call.practiceNote),
    ...(isOver ? overBody(call, group, reader) : openBody(call, group, reader)),
    ...others.map((lang, at) =>
      fold(`call-${lang}`, textName(lang, reader), inOther(call, group, inLanguage(reader, lang), cut), {
        first: at === 0,
        hint,
      }),
    ),
    ...(isOver
      ? [
          fold("call-sought", text.call.whatWasSought, soughtBody(call, group, reader), {
            first: others.length === 0,
            hint,
          }),
        ]
      : [
          call.criteria.length > 0 &&
            fold("call-criteria", text.call.criteria, criteriaLines(call, group, reader), {
              first: others.length === 0,
              hint,
            }),
          fold("call-privacy", text.call.privacy, [line(privacyText(group, reader))], {
            first: others.length === 0 && call.criteria.length === 0,
            hint,
          }),
        ]),
  ];
}

const textName = (lang: Lang, reader: Reader) => inLanguage(reader, lang).text.call.inThisLanguage;

function openBody(call: Call, group: Group, reader: Reader, cut = false): Maybe<Element>[] {
  const contact = contactLine(call, group, reader);
  return [
    line(whoMay(call, reader)),
    facts([...seatRows(call, group, reader), ...workRows(call, group, reader)]),
    line(reader.text.call.handled),
    ...changeNotes(call, group, reader, cut ? 1 : 3).map((note) => small(note)),
    contact !== "" && small(contact),
  ];
}

function overBody(call: Call, group: Group, reader: Reader): Maybe<Element>[] {
  const contact = contactLine(call, group, reader);
  return [
    call.status === "cancelled" ? line(reader.text.call.cancelledMore) : facts(afterRows(call, group, reader)),
    ...changeNotes(call, group, reader).map((note) => small(note)),
    contact !== "" && small(contact),
  ];
}

const soughtBody = (call: Call, group: Group, reader: Reader): Maybe<Element>[] => [
  facts([...seatRows(call, group, reader), ...workRows(call, group, reader)]),
  ...criteriaLines(call, group, reader),
];

/** The same announcement in one of the group's other languages, inside a fold. */
function inOther(call: Call, group: Group, reader: Reader, cut: boolean): Maybe<Element>[] {
  const { bold: state, rest } = standing(call, group, reader);
  const { text } = reader;
  const isOver = call.status !== "open" && call.status !== "draft";
  return [
    line(bold(text.call.heading(titleOf(call, group, reader)))),
    line(bold(state), ` ${rest}`),
    call.practice && small(text.call.practiceNote),
    ...(isOver ? overBody(call, group, reader) : openBody(call, group, reader, cut)),
    isOver && !cut && facts([...seatRows(call, group, reader), ...workRows(call, group, reader)]),
    ...(cut
      ? [small(text.call.shortened)]
      : [
          call.criteria.length > 0 && line(bold(text.call.criteria)),
          ...criteriaLines(call, group, reader),
          line(bold(text.call.privacy)),
          line(privacyText(group, reader)),
        ]),
  ];
}

/** One line a criterion: whether it is required, and whether a reason is asked for it. */
export const criteriaLines = (call: Call, group: Group, reader: Reader): Element[] =>
  call.criteria.map(({ text: words, level, asksReason }) => {
    const { text } = reader;
    const note = asksReason ? ` (${text.call.reasonAsked})` : "";
    return line(
      bold(`${level === "required" ? text.call.required : text.call.preferred}: `),
      `${wordsFor(words, group, reader)}${note}`,
    );
  });

/** Proposing, standing oneself where that is allowed, and the whole text; worded for all who see the card. */
export function callActions(call: Call, group: Group, reader: Reader): Action[] {
  const data = { call: call.id };
  const { organisations, self } = call.nominators;
  const names = buttonNames(group, reader);
  return [
    ...(organisations ? [lead(reader, names("propose"), "nomination.form", data, "positive")] : []),
    ...(self ? [lead(reader, names("self"), "nomination.self", data, organisations ? undefined : "positive")] : []),
    isPublic(call) && reader.site
      ? openUrl(names("read"), `${reader.site}/calls/${call.publicId}`)
      : lead(reader, names("read"), "call.show", data),
  ];
}

/** A button's name in the reader's language and then in the group's others. */
export const buttonNames =
  (group: Group, reader: Reader) =>
  (name: "propose" | "self" | "read"): string =>
    [reader.lang, ...group.languages.filter((lang) => lang !== reader.lang)]
      .map((lang) => inLanguage(reader, lang).text.call.button[name])
      .join(" · ");
