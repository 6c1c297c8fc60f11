import type { DayList } from "../bot/domain/day-lists.ts";
import { LIST_NAME_CAP } from "../bot/domain/day-lists.ts";
import type { Group } from "../bot/domain/group.ts";
import type { DayRange } from "../bot/domain/poll-generate.ts";
import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, type Element, heading, hint, line, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { LIST_DAYS_CAP } from "./verbs/day-lists.ts";

/** A list of days as it is typed. */
export interface TypedList {
  listName?: string | undefined;
  listDays?: string | undefined;
}

/** Days as they are written in the form: `22.2.2027–28.2.2027`, in every language. */
const written = (day: string) => day.split("-").map(Number).reverse().join(".");
const stretch = ({ from, to }: DayRange) => (from === to ? written(from) : `${written(from)}–${written(to)}`);
const typedOf = ({ name, ranges }: DayList): TypedList => ({
  listName: name,
  listDays: ranges.map(stretch).join("\n"),
});

/** A group's lists of days on which it doesn't meet; each opens. */
export function dayListsCard(
  { group, notice }: { group: Group; notice?: { bold: string; rest?: string } | undefined },
  reader: Reader,
): Card {
  const { text } = reader;
  const words = text.dayLists;
  const lists = group.dayLists ?? [];
  return card({
    lang: reader.lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      notice
        ? strip("good", notice.bold, notice.rest)
        : lists.length === 0 && strip("emphasis", words.none, words.noneRest),
      line(words.intro),
      ...lists.map(({ id, name, ranges }) =>
        row({
          title: name,
          sub: [words.stretches(ranges.length), clip(ranges.map(stretch).join(", "), 80)].join(": "),
          separator: true,
          press: here(reader, clip(name, 80), "group.dayForm", { group: group.id, list: id }),
        }),
      ),
    ],
    actions: [
      here(reader, words.fresh, "group.dayForm", { group: group.id }, lists.length === 0 ? "positive" : undefined),
      here(reader, text.common.back, "group.show", { group: group.id }),
    ],
  });
}

/** One list to write or change. */
export function dayListForm(
  {
    group,
    list,
    nonce,
    typed = list ? typedOf(list) : {},
    problem,
  }: {
    group: Group;
    /** Absent: a new one. */
    list?: DayList | undefined;
    nonce: string;
    typed?: TypedList | undefined;
    problem?: string | undefined;
  },
  reader: Reader,
): Card {
  const { text, door } = reader;
  const words = text.dayLists;
  const title = list ? clip(list.name, LIST_NAME_CAP) : words.newHeading;
  const data = { group: group.id, rev: group.rev, nonce, ...(list && { list: list.id }) };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), problem !== undefined && strip("warning", problem), ...listInputs(typed, reader)],
    actions: [
      submit(text.common.save, "group.saveDays", data, { door, style: "positive" }),
      list !== undefined && here(reader, words.delete, "group.deleteDays", data, "destructive"),
      here(reader, text.common.back, "group.days", { group: group.id }),
    ],
  });
}

/** The name and the days of a list, in a form of its own or among a poll's times. */
export function listInputs({ listName, listDays }: TypedList, { text }: Reader): Element[] {
  const words = text.dayLists;
  return [
    textInput({
      id: "listName",
      label: words.name,
      value: listName,
      maxLength: LIST_NAME_CAP,
      placeholder: words.namePlaceholder,
    }),
    textInput({ id: "listDays", label: words.days, value: listDays, maxLength: LIST_DAYS_CAP, multiline: true }),
    hint(words.daysHint),
  ];
}
