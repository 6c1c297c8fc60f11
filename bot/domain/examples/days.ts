import { DateTime } from "luxon";
import type { Calendar } from "../calendar.ts";
import type { Instant, Moment } from "../time.ts";

/** What an example's dates are worked out from. */
export interface When {
  now: Instant;
  zone: string;
  calendar: Calendar;
}

/** The first working day that is at least so many days from now. */
export function workday({ now, zone, calendar }: When, days: number): string {
  let day = DateTime.fromMillis(now, { zone }).plus({ days });
  while (day.weekday > 5 || calendar.isHoliday(day.toISODate() ?? "")) day = day.plus({ days: 1 });
  return day.toISODate() ?? "";
}

/** The first Friday that is at least so many days from now. */
export function friday({ now, zone }: When, days: number): string {
  const day = DateTime.fromMillis(now, { zone }).plus({ days });
  return day.plus({ days: (12 - day.weekday) % 7 }).toISODate() ?? "";
}

/** Another working day, so many days after a day. */
export const workdayAfter = (when: When, day: string, days: number): string =>
  workday({ ...when, now: DateTime.fromISO(day, { zone: when.zone }).toMillis() }, days);

/** A term of whole months that begins on the first day of the month after next. */
export function termOf({ now, zone }: When, months: number): { from: string; to: string } {
  const from = DateTime.fromMillis(now, { zone }).plus({ months: 2 }).startOf("month");
  return { from: from.toISODate() ?? "", to: from.plus({ months }).minus({ days: 1 }).toISODate() ?? "" };
}

/** A day, or a day and a time of office hours, which no clock change doubles or skips. */
export function on(day: string, time: string | undefined, { zone }: When): Moment {
  const wall = time ? `${day}T${time}` : day;
  const at = DateTime.fromISO(wall, { zone });
  return { at: (time ? at : at.endOf("day")).toMillis(), wall, zone };
}

/** The day before. */
export const before = (day: string, { zone }: When): string =>
  DateTime.fromISO(day, { zone }).minus({ days: 1 }).toISODate() ?? "";
