import { liveOptions, type PollOption } from "../bot/domain/poll.ts";
import { choices } from "../bot/domain/poll-answer.ts";
import { byDay, dayOf, eveningsApart, isEvening, type OptionDay } from "../bot/domain/poll-days.ts";
import { EVENINGS } from "../bot/domain/poll-typed.ts";
import { choice } from "./inputs.ts";
import { type Element, subheading } from "./kit.ts";
import { literal } from "./literal.ts";
import { sameWeek, weekText } from "./poll-days.ts";
import type { AnswerForm } from "./poll-form.ts";
import { bothTimes } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { date } from "./when.ts";

/** So many times stand in one form; days aren't parted. */
const PAGE = 36;

/** The times of one page, whole days as long as they fit, and how many pages there are; those of the evening come last. */
export function formPages(options: readonly PollOption[]): OptionDay<PollOption>[][] {
  const pages: OptionDay<PollOption>[][] = [[]];
  let count = 0;
  const { daytime, evenings } = eveningsApart(options, (option) => option);
  for (const day of [...byDay(daytime), ...byDay(evenings)].flatMap(inParts)) {
    if (count > 0 && count + day.options.length > PAGE) {
      pages.push([]);
      count = 0;
    }
    pages.at(-1)?.push(day);
    count += day.options.length;
  }
  return pages;
}

/** A day that wouldn't fit a page by itself is parted. */
const inParts = (day: OptionDay<PollOption>): OptionDay<PollOption>[] =>
  Array.from({ length: Math.ceil(day.options.length / PAGE) }, (_, at) => ({
    ...day,
    options: day.options.slice(at * PAGE, (at + 1) * PAGE),
  }));

/** The choices of one page: by week and day, whole days at once; those of the evening below, all of them at once. */
export function optionInputs(days: readonly OptionDay<PollOption>[], form: AnswerForm, reader: Reader): Element[] {
  const { text } = reader;
  const words = text.poll;
  const live = liveOptions(form.poll);
  const late = live.filter(isEvening);
  const offered = choices.map((value) => ({ title: words.choices[value], value }));
  const several = (id: string, label: string) =>
    choice({
      id: `d_${id}`,
      label,
      choices: offered,
      value: form.fill ? undefined : form.typed?.days[id],
      placeholder: words.form.choose,
    });
  const single = (option: PollOption) =>
    choice({
      id: `c_${option.id}`,
      label: bothTimes(option, reader, { year: true }),
      choices: offered,
      value: form.fill ?? (form.typed ? form.typed.choices[option.id] : form.answer?.choices[option.id]),
      placeholder: words.form.choose,
    });
  const dated = (part: readonly OptionDay<PollOption>[], inEvening: boolean) =>
    part.flatMap((day, at) => [
      ...(sameWeek(part[at - 1], day) ? [] : [literal(weekText(day, reader), { weight: "Bolder", spacing: "Medium" })]),
      ...(!inEvening && live.filter((o) => dayOf(o) === day.day).length > 1
        ? [several(day.day, words.form.wholeDay(date(day.day, reader)))]
        : []),
      ...day.options.map(single),
    ]);
  const isLate = ({ options: [first] }: OptionDay<PollOption>) => first !== undefined && isEvening(first);
  const evenings = dated(days.filter(isLate), late.length < live.length);
  return [
    ...dated(
      days.filter((day) => !isLate(day)),
      false,
    ),
    ...(evenings.length > 0 && late.length < live.length ? [subheading(text.pollTimes.eveningTimes)] : []),
    ...(evenings.length > 0 && late.length > 1 && late.length < live.length
      ? [several(EVENINGS, text.pollTimes.allEvenings)]
      : []),
    ...evenings,
  ];
}
