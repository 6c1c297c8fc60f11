import { DateTime } from "luxon";
import type { Calendar } from "./calendar.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { MOST_OPTIONS } from "./poll.ts";
import type { Span } from "./poll-options.ts";
import { isWritten, type Moment, momentAt, type TimeRefusal } from "./time.ts";

const DAY_MINUTES = 24 * 60;
/** Meetings that begin less than this apart are no choice. */
const LEAST_STEP = 5;

/** Days in a row that a chair keeps in a list, the last one included: `{ from: "2027-02-22", to: "2027-02-28" }`. */
export interface DayRange {
  from: string;
  to: string;
}

/** Which times are offered: on these weekdays of these weeks, within these hours, not on these days. */
export interface Pattern {
  zone: string;
  /** ISO weeks of ISO week years. */
  weeks: readonly { year: number; week: number }[];
  /** 1 is Monday. */
  weekdays: readonly number[];
  /** A meeting must fit in: from `09:00` to `15:00`. One that ends earlier than it begins goes over midnight. */
  hours: readonly { from: string; to: string }[];
  /** Minutes from one beginning to the next. */
  every: number;
  /** Minutes. */
  length: number;
  /** Days are offered instead of hours. */
  allDay?: boolean | undefined;
  notOnHolidays: boolean;
  notOn: readonly DayRange[];
}

export type PatternRefusal =
  | { kind: "noSuchWeek"; year: number; week: number }
  | { kind: "hoursWrong"; from: string; to: string }
  | { kind: "lengthWrong" }
  | { kind: "nothingFits" }
  | { kind: "tooManyOptions"; count: number; most: number };

/** Times in order, and those left out because a clock change skips or doubles them. */
export interface Generated {
  options: Span[];
  left: Extract<TimeRefusal, { kind: "timeTwice" | "timeSkipped" }>[];
}

/** The times of a pattern, at most a hundred. */
export function generate(pattern: Pattern, calendar: Calendar): Decision<Generated, PatternRefusal> {
  if (!(pattern.length > 0) || !(pattern.every >= LEAST_STEP)) return refuse({ kind: "lengthWrong" });
  const wrong = pattern.weeks.find((w) => !mondayOf(w));
  if (wrong) return refuse({ kind: "noSuchWeek", ...wrong });
  const hours = pattern.hours.map((h) => ({ ...h, start: minutes(h.from), end: minutes(h.to) }));
  const bad = pattern.allDay ? undefined : hours.find((h) => h.start === undefined || h.end === undefined);
  if (bad) return refuse({ kind: "hoursWrong", from: bad.from, to: bad.to });
  const days = daysOf(pattern, calendar);
  const starts = pattern.allDay ? days : [...new Set(days.flatMap((day) => startsOn(day, pattern)))].sort();
  if (starts.length > MOST_OPTIONS) return refuse({ kind: "tooManyOptions", count: starts.length, most: MOST_OPTIONS });
  const spans = starts.map((wall) => {
    const [day = "", time] = wall.split("T");
    return time ? spanAt(day, time, pattern.length, pattern.zone) : allDaySpan(day, day, pattern.zone);
  });
  const options = spans.flatMap((span) => (span.ok ? [span.state] : []));
  if (options.length === 0) return refuse({ kind: "nothingFits" });
  const left = spans.flatMap((span) => (span.ok || span.refusal.kind === "notATime" ? [] : [span.refusal]));
  return accept({ options: options.toSorted((a, b) => a.start.at - b.start.at), left });
}

const mondayOf = ({ year, week }: { year: number; week: number }): DateTime | undefined => {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: week, weekday: 1 }, { zone: "utc" });
  return monday.isValid ? monday : undefined;
};

const minutes = (time: string): number | undefined => {
  const [, h, m] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  const total = Number(h) * 60 + Number(m);
  return total <= DAY_MINUTES && Number(m) < 60 ? total : undefined;
};

/** The pattern's days, `2027-05-14`, without those that it leaves out. */
function daysOf({ weeks, weekdays, notOn, notOnHolidays }: Pattern, calendar: Calendar): string[] {
  const days = weeks.flatMap((week) => {
    const monday = mondayOf(week);
    return monday ? weekdays.flatMap((weekday) => monday.plus({ days: weekday - 1 }).toISODate() ?? []) : [];
  });
  const isOut = (day: string) => notOn.some(({ from, to }) => from <= day && day <= to);
  return [...new Set(days)].sort().filter((day) => !isOut(day) && !(notOnHolidays && calendar.isHoliday(day)));
}

/** Beginnings on the clock face, `2027-05-14T09:00`, at which a meeting fits into the hours. */
function startsOn(day: string, { hours, every, length }: Pattern): string[] {
  return hours.flatMap(({ from, to }) => {
    const [first = 0, until = 0] = [minutes(from), minutes(to)];
    const last = (until > first ? until : until + DAY_MINUTES) - length;
    const starts: string[] = [];
    for (let start = first; start <= last; start += every)
      starts.push(`${plusDays(day, Math.floor(start / DAY_MINUTES))}T${clock(start % DAY_MINUTES)}`);
    return starts;
  });
}

const clock = (total: number) =>
  `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;

const plusDays = (day: string, days: number): string =>
  days === 0 ? day : (DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toISODate() ?? day);

/** A time that begins on a day's wall clock and lasts so many minutes. Refused where the clock skips or doubles it. */
export function spanAt(day: string, time: string, length: number, zone: string): Decision<Span, TimeRefusal> {
  const start = momentAt(day, time, zone);
  if (!start.ok) return refuse(start.refusal);
  const end = DateTime.fromMillis(start.state.at, { zone }).plus({ milliseconds: length * 60_000 });
  return accept({ start: start.state, end: momentOf(end, zone) });
}

const momentOf = (t: DateTime, zone: string): Moment => ({
  at: t.toMillis(),
  wall: t.toFormat("yyyy-MM-dd'T'HH:mm"),
  zone,
});

const isDay = (written: string): boolean => isWritten(written) && !written.includes("T");

/** Whole days, the last one included. */
export function allDaySpan(from: string, to: string, zone: string): Decision<Span, TimeRefusal> {
  const [first, last] = [from, to].map((day) => DateTime.fromISO(day, { zone }));
  if (!isDay(from) || !first?.isValid) return refuse({ kind: "notATime", written: from });
  if (!isDay(to) || !last?.isValid || to < from) return refuse({ kind: "notATime", written: to });
  const end = last.plus({ days: 1 }).startOf("day").toMillis();
  return accept({
    start: { at: first.startOf("day").toMillis(), wall: from, zone },
    end: { at: end, wall: to, zone },
    allDay: true,
  });
}
