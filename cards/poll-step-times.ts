import { MOST_LISTS } from "../bot/domain/day-lists.ts";
import { liveOptions } from "../bot/domain/poll.ts";
import { beside, dayAndTime } from "./call-inputs-parts.ts";
import { listInputs } from "./day-lists.ts";
import { choice, moreRows, textInput, timeInput, toggle } from "./inputs.ts";
import { type Element, fold, hint, type Maybe, subheading } from "./kit.ts";
import { optionText } from "./poll-parts.ts";
import type { PollForm, TypedPage } from "./poll-step-form.ts";
import { dayLines } from "./poll-times.ts";
import type { Reader } from "./reader.ts";
import { MOST_ROWS, pollCaps } from "./verbs/poll.ts";

/** The times that are offered: those there are, single new ones, and many made by a rule. */
export function timesInputs({ poll, group, typed = {} }: PollForm, reader: Reader): Maybe<Element>[] {
  const { text } = reader;
  const { step } = text.poll;
  const options = liveOptions(poll);
  const lists = group.dayLists ?? [];
  const filled = Array.from({ length: MOST_ROWS }, (_, i) => typed[`date${i + 1}`]).findLastIndex(Boolean) + 1;
  const hours = (n: 1 | 2) =>
    beside(
      timeInput({
        id: `from${n}`,
        label: n === 1 ? step.from : step.from2,
        value: typed[`from${n}`] ?? (n === 1 ? "09:00" : undefined),
      }),
      timeInput({
        id: `to${n}`,
        label: n === 1 ? step.to : step.to2,
        value: typed[`to${n}`] ?? (n === 1 ? "15:00" : undefined),
      }),
    );
  return [
    options.length > 0 &&
      fold("present", text.poll.times(options.length), dayLines(options, reader), {
        first: false,
        hint: text.common.fold,
      }),
    options.length > 0 &&
      fold(
        "removing",
        step.remove(options.length),
        [
          choice({
            id: "remove",
            label: step.removeLabel,
            multi: true,
            expanded: true,
            value: typed.remove,
            choices: options.map((o) => ({ title: optionText(o, reader), value: o.id })),
          }),
        ],
        { hint: text.common.fold },
      ),
    subheading(step.single),
    hint(step.singleHint),
    moreRows({
      prefix: "single",
      shown: Math.max(1, filled),
      addTitle: step.addRow,
      rows: Array.from({ length: MOST_ROWS }, (_, i) => [dayAndTimeRow(i + 1, typed, reader)]),
    }),
    subheading(step.pattern),
    hint(step.patternHint),
    textInput({
      id: "weeks",
      label: step.weeksLabel,
      value: typed.weeks,
      maxLength: pollCaps.weeks,
      placeholder: step.weeksPlaceholder,
    }),
    choice({
      id: "weekdays",
      label: step.weekdays,
      multi: true,
      expanded: true,
      value: typed.weekdays ?? "1,2,3,4,5",
      choices: step.days.map((title, i) => ({ title, value: String(i + 1) })),
    }),
    hours(1),
    hours(2),
    choice({
      id: "every",
      label: step.every,
      value: typed.every ?? "60",
      choices: [15, 30, 60, 90, 120].map((n) => ({ title: step.everyMinutes(n), value: String(n) })),
    }),
    toggle({ id: "wholeDays", label: step.wholeDays, value: typed.wholeDays === "true" }),
    toggle({ id: "notOnHolidays", label: step.notOnHolidays, value: typed.notOnHolidays !== "false" }),
    textInput({
      id: "notOn",
      label: step.notOn,
      value: typed.notOn,
      maxLength: pollCaps.notOn,
      placeholder: step.notOnPlaceholder,
    }),
    lists.length > 0 &&
      choice({
        id: "lists",
        label: step.lists,
        multi: true,
        expanded: true,
        // those that are kept are left out unless the officer says otherwise
        value: Object.keys(typed).length === 0 ? lists.map(({ id }) => id) : typed.lists,
        choices: lists.map(({ id, name }) => ({ title: name, value: id })),
      }),
    lists.length < MOST_LISTS &&
      fold("newList", text.dayLists.inStep, [...listInputs(typed, reader), hint(text.dayLists.inStepHint)], {
        first: true,
        hint: text.common.fold,
      }),
  ];
}

const dayAndTimeRow = (n: number, typed: TypedPage, { text }: Reader): Element => {
  const row = dayAndTime("at", text.poll.step.date(n), typed[`date${n}`], typed[`time${n}`], text.poll.step.time);
  const [day, clock] = (row.columns as { items: Element[] }[]).map(({ items }) => items[0]);
  return beside({ ...(day as Element), id: `date${n}` }, { ...(clock as Element), id: `time${n}` });
};
