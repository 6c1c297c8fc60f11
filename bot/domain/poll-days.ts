import { DateTime } from "luxon";
import type { PollOption } from "./poll.ts";
import { inTimeOrder } from "./poll-rank.ts";

/** From this hour on a meeting is in the evening. */
const EVENING = 17;

/** Whether an option begins in the evening of its own zone. */
export const isEvening = ({ start, allDay }: PollOption): boolean =>
  !allDay && Number(start.wall.slice(11, 13)) >= EVENING;

/** The day that an option begins on. */
export const dayOf = ({ start }: Pick<PollOption, "start">): string => start.wall.slice(0, 10);

/** What begins in the evening apart from all else, each in the order given. */
export const eveningsApart = <T>(
  list: readonly T[],
  option: (one: T) => PollOption,
): { daytime: T[]; evenings: T[] } => ({
  daytime: list.filter((one) => !isEvening(option(one))),
  evenings: list.filter((one) => isEvening(option(one))),
});

/** The options of one day, by the day that they begin on, and the day's ISO week. */
export interface OptionDay<O> {
  day: string;
  weekYear: number;
  week: number;
  options: O[];
}

/** Options grouped by day, in order of time. */
export function byDay<O extends PollOption>(options: readonly O[]): OptionDay<O>[] {
  const days = new Map<string, OptionDay<O>>();
  for (const option of inTimeOrder(options) as O[]) {
    const day = dayOf(option);
    const { weekYear, weekNumber: week } = DateTime.fromISO(day, { zone: "utc" });
    const found = days.get(day);
    if (found) found.options.push(option);
    else days.set(day, { day, weekYear, week, options: [option] });
  }
  return [...days.values()];
}

/** The ISO weeks that options begin in, in order. */
export const weeksOf = (options: readonly PollOption[]): { year: number; week: number }[] => {
  const weeks = new Map(byDay(options).map(({ weekYear, week }) => [`${weekYear} ${week}`, { year: weekYear, week }]));
  return [...weeks.values()];
};
