import { DateTime } from "luxon";
import type { Lang } from "../bot/domain/lang.ts";
import type { Instant } from "../bot/domain/time.ts";

/** Whose clock and words: dates are always told in a group's zone and a reader's language. */
export interface Place {
  lang: Lang;
  /** IANA name, such as Europe/Helsinki. */
  zone: string;
}
/** An instant, or a calendar day as 2027-05-14, which is the same day in every zone. */
export type Day = Instant | string;
export type Precision = "minutes" | "seconds" | "thousandths";

const weekdays: Record<Lang, readonly string[]> = {
  fi: ["ma", "ti", "ke", "to", "pe", "la", "su"],
  sv: ["må", "ti", "on", "to", "fr", "lö", "sö"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const clockWord: Record<Lang, string> = { fi: "klo ", sv: "kl. ", en: "" };

/** A dash that no line breaks at. */
const dash = "\u2060–\u2060";
/** Dates and times hold together in a line. */
const held = (text: string) => text.replaceAll(" ", "\u00A0");
const two = (n: number) => String(n).padStart(2, "0");
const at = (instant: Instant, zone: string) => DateTime.fromMillis(instant, { zone });

/** A day of the calendar; Monday is 1. */
type Calendar = Pick<DateTime, "year" | "month" | "day" | "weekday">;

/** A written day needs no zone. */
function dayIn(day: Day, zone: string): Calendar {
  if (typeof day !== "string") return at(day, zone);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date, weekday: ((new Date(day).getUTCDay() + 6) % 7) + 1 };
}

function dayText(day: Calendar, lang: Lang, { weekday = true, year = true } = {}): string {
  const name = weekday ? `${weekdays[lang][day.weekday - 1]} ` : "";
  if (lang === "en") return `${name}${day.day} ${months[day.month - 1]}${year ? ` ${day.year}` : ""}`;
  return `${name}${day.day}.${day.month}.${year ? day.year : ""}`;
}

function clockText(time: DateTime, lang: Lang, precision: Precision = "minutes"): string {
  const [mark, decimal] = lang === "en" ? [":", "."] : [".", ","];
  const hours = lang === "en" ? two(time.hour) : String(time.hour);
  const seconds = precision === "minutes" ? "" : mark + two(time.second);
  const thousandths = precision === "thousandths" ? decimal + String(time.millisecond).padStart(3, "0") : "";
  return `${hours}${mark}${two(time.minute)}${seconds}${thousandths}`;
}

const clockAfterDay = (lang: Lang) => (lang === "en" ? " at " : ` ${clockWord[lang]}`);

/** "pe 14.5.2027 klo 16.15", "fr 14.5.2027 kl. 16.15", "Fri 14 May 2027 at 16:15". */
export function dateTime(instant: Instant, { lang, zone }: Place, precision: Precision = "minutes"): string {
  const time = at(instant, zone);
  return held(dayText(time, lang) + clockAfterDay(lang) + clockText(time, lang, precision));
}

/** As dateTime without the year, for lists of things to come: "ti 18.5. klo 16.15". */
export function shortDateTime(instant: Instant, { lang, zone }: Place): string {
  const time = at(instant, zone);
  return held(dayText(time, lang, { year: false }) + clockAfterDay(lang) + clockText(time, lang));
}

/** "pe 14.5.2027", "fr 14.5.2027", "Fri 14 May 2027". */
export const date = (day: Day, { lang, zone }: Place): string => held(dayText(dayIn(day, zone), lang));

/** "pe 14.5.", "fr 14.5.", "Fri 14 May". */
export const shortDate = (day: Day, { lang, zone }: Place): string =>
  held(dayText(dayIn(day, zone), lang, { year: false }));

/** "klo 16.15", "kl. 16.15", "16:15". */
export const time = (instant: Instant, { lang, zone }: Place, precision: Precision = "minutes"): string =>
  held(clockWord[lang] + clockText(at(instant, zone), lang, precision));

/** "1.8.2027–31.7.2029", "1 Aug 2027–31 Jul 2029": terms and periods, without weekdays. */
export function dateRange(from: Day, to: Day, { lang, zone }: Place): string {
  const [first, last] = [from, to].map((day) => dayText(dayIn(day, zone), lang, { weekday: false }));
  return held(first === last ? `${first}` : `${first}${dash}${last}`);
}

/** "ma 7.6.2027 klo 14.00–15.30"; both days are told when it ends on another day. */
export function timeRange(from: Instant, to: Instant, place: Place, { year = true } = {}): string {
  const [start, end] = [at(from, place.zone), at(to, place.zone)];
  const first = dayText(start, place.lang, { year }) + clockAfterDay(place.lang) + clockText(start, place.lang);
  const last = start.hasSame(end, "day")
    ? clockText(end, place.lang)
    : dayText(end, place.lang, { year }) + clockAfterDay(place.lang) + clockText(end, place.lang);
  return held(`${first}${dash}${last}`);
}

/** "klo 14.00–15.30", below a heading that tells the day; the day it ends on is told where it is another. */
export function clockRange(from: Instant, to: Instant, place: Place): string {
  const [start, end] = [at(from, place.zone), at(to, place.zone)];
  const first = clockWord[place.lang] + clockText(start, place.lang);
  return start.hasSame(end, "day")
    ? held(`${first}${dash}${clockText(end, place.lang)}`)
    : `${held(first)}${dash}${shortDateTime(to, place)}`;
}

/** Deadline and arrival, precise enough to tell them apart: to the second, or to the thousandth within one second. */
export function told(deadline: Instant, arrival: Instant, place: Place): { deadline: string; arrival: string } {
  const precision = Math.floor(deadline / 1000) === Math.floor(arrival / 1000) ? "thousandths" : "seconds";
  return { deadline: dateTime(deadline, place, precision), arrival: dateTime(arrival, place, precision) };
}

type Unit = "days" | "hours" | "minutes";
/** One and many, as they stand after a number. */
const units: Record<Lang, Record<Unit, readonly [one: string, many: string]>> = {
  fi: { days: ["päivä", "päivää"], hours: ["tunti", "tuntia"], minutes: ["minuutti", "minuuttia"] },
  sv: { days: ["dag", "dagar"], hours: ["timme", "timmar"], minutes: ["minut", "minuter"] },
  en: { days: ["day", "days"], hours: ["hour", "hours"], minutes: ["minute", "minutes"] },
};
const underAMinute: Record<Lang, string> = {
  fi: "alle minuutti",
  sv: "mindre än en minut",
  en: "less than a minute",
};

/**
 * Whole days left, or below a day whole hours, or below an hour whole minutes: "8 päivää", "1 tunti"; never more than there is.
 * A day is a day of the calendar, also when clocks change. Nothing once the time has passed.
 */
export function timeLeft(now: Instant, until: Instant, { lang, zone }: Place): string | undefined {
  if (until < now) return undefined;
  const left = at(until, zone).diff(at(now, zone), ["days", "hours", "minutes"]);
  for (const unit of ["days", "hours", "minutes"] as const) {
    const count = Math.floor(left[unit]);
    if (count > 0) return held(`${count} ${units[lang][unit][count === 1 ? 0 : 1]}`);
  }
  return underAMinute[lang];
}
