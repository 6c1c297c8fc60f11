import type { PollOption } from "../bot/domain/poll.ts";
import { byDay, type OptionDay } from "../bot/domain/poll-days.ts";
import type { Span } from "../bot/domain/poll-options.ts";
import { wallOf } from "../bot/domain/time.ts";
import { optionText, ownTimeText } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { clockRange, date, shortDate } from "./when.ts";

type Day = Pick<OptionDay<PollOption>, "day" | "week" | "weekYear">;

/** "Viikko 23"; with the year where it isn't this one: "Viikko 1/2028". */
export function weekText({ week, weekYear }: Day, { text, now, zone }: Reader): string {
  const isThisYear = String(weekYear) === wallOf(now, zone).slice(0, 4);
  return text.poll.week(isThisYear ? `${week}` : `${week}/${weekYear}`);
}

const isThisYear = (day: string, { now, zone }: Reader) => day.slice(0, 4) === wallOf(now, zone).slice(0, 4);

/** "ma 7.6."; with the year where it isn't this one. */
export const dayText = (day: string, reader: Reader): string =>
  (isThisYear(day, reader) ? shortDate : date)(day, reader);

/** A time below a heading that tells its day. */
export const timeOfDay = (option: Span, reader: Reader): string =>
  option.allDay
    ? option.start.wall === option.end.wall
      ? reader.text.poll.wholeDay
      : optionText(option, reader)
    : clockRange(option.start.at, option.end.at, { ...reader, zone: option.start.zone });

/** The times of one day; only the first says that it is o'clock: "klo 9.00–10.30, 14.00–15.30". */
export const timesOfDay = (options: readonly Span[], reader: Reader): string =>
  options
    .map((option, at) => {
      const time = timeOfDay(option, reader).replace(at > 0 ? /^klo?\.?\u00A0/ : "", "");
      const own = ownTimeText(option, reader);
      return own ? `${time} (${own})` : time;
    })
    .join(", ");

/** The same week of the same year. */
export const sameWeek = (one: Day | undefined, other: Day): boolean =>
  one?.week === other.week && one.weekYear === other.weekYear;

interface Headings {
  /** Each option that something is told above, and what. */
  above: Map<string, string>;
  /** Whether the day is told there, so that the option needn't. */
  byDay: boolean;
}

/**
 * What is told above the rows of a table: the day where days have several times, else the week where weeks have; so that
 * headings never outnumber what they stand above.
 */
export function headingsOf(options: readonly PollOption[], reader: Reader): Headings {
  const days = byDay(options);
  const weeks = days.filter((day, at) => !sameWeek(days[at - 1], day));
  const isByDay = options.length >= 2 * days.length;
  const heads = isByDay ? days : weeks.length > 1 && options.length >= 2 * weeks.length ? weeks : [];
  const above = heads.flatMap((day): [string, string][] => {
    const [first] = day.options;
    const week = weekText(day, reader);
    const isNewWeek = weeks.length > 1 && weeks.includes(day);
    const told = isByDay ? [dayText(day.day, reader), ...(isNewWeek ? [week] : [])].join(" · ") : week;
    return first ? [[first.id, told]] : [];
  });
  return { above: new Map(above), byDay: isByDay };
}
