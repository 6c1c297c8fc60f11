import { DateTime } from "luxon";
import { DAY, HOUR, type Instant } from "./time.ts";

/** Which days are public holidays (`2027-12-06`); given from outside, so that rules stay pure. */
export type Calendar = { isHoliday(day: string): boolean };

const FIRST_HOUR = 8;
const LAST_HOUR = 20;

const isWorkday = (t: DateTime, calendar: Calendar) => t.weekday <= 5 && !calendar.isHoliday(t.toISODate() ?? "");

/** No reminder goes between 20 and 8 o'clock, on weekends or public holidays of the group's zone. */
export const isQuiet = (at: Instant, zone: string, calendar: Calendar): boolean => {
  const t = DateTime.fromMillis(at, { zone });
  return isNight(t) || !isWorkday(t, calendar);
};

/** The first instant from `at` on when a reminder may go. With less than a day left until `deadline` it goes at any hour. */
export function reminderTime(at: Instant, deadline: Instant, zone: string, calendar: Calendar): Instant {
  let t = at;
  while (isQuiet(t, zone, calendar) && deadline - t >= DAY) t = nextMorning(t, zone);
  return t < deadline ? t : Math.max(at, deadline - DAY + 1);
}

const nextMorning = (at: Instant, zone: string): Instant => {
  const t = DateTime.fromMillis(at, { zone });
  const morning = t.set({ hour: FIRST_HOUR, minute: 0, second: 0, millisecond: 0 });
  return (t < morning ? morning : morning.plus({ days: 1 })).toMillis();
};

const isNight = (t: DateTime): boolean => t.hour < FIRST_HOUR || t.hour >= LAST_HOUR;

/** At noon instead of at an hour when nobody is reminded: a day without a time ends at midnight. */
export function awake(at: Instant, zone: string): Instant {
  const t = DateTime.fromMillis(at, { zone });
  return isNight(t) ? t.startOf("day").set({ hour: 12 }).toMillis() : at;
}

/** The same, where it can't be before `at`: the next morning. */
export const byDay = (at: Instant, zone: string): Instant =>
  isNight(DateTime.fromMillis(at, { zone })) ? nextMorning(at, zone) : at;

/** Eight o'clock on the deadline's day; the day before when less than two hours would be left. */
export function lastMorning(deadline: Instant, zone: string): Instant {
  const morning = DateTime.fromMillis(deadline, { zone }).startOf("day").set({ hour: FIRST_HOUR });
  return (deadline - morning.toMillis() < 2 * HOUR ? morning.minus({ days: 1 }) : morning).toMillis();
}

/** The same wall time on the last working day before the day of `at`. */
export function workdayBefore(at: Instant, zone: string, calendar: Calendar): Instant {
  let t = DateTime.fromMillis(at, { zone }).minus({ days: 1 });
  while (!isWorkday(t, calendar)) t = t.minus({ days: 1 });
  return t.toMillis();
}
