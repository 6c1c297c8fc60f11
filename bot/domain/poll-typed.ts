import { DateTime } from "luxon";
import { accept, type Decision, refuse } from "./decision.ts";
import { liveOptions, type OptionId, type Poll } from "./poll.ts";
import type { Choice, PollAnswer } from "./poll-answer.ts";
import { dayOf, isEvening } from "./poll-days.ts";
import type { DayRange } from "./poll-generate.ts";
import { type Instant, wallOf } from "./time.ts";

export type WeeksRefusal = { kind: "weeksWrong"; written: string };
export type DaysRefusal = { kind: "daysWrong"; written: string };

interface Week {
  year: number;
  week: number;
}

/** More weeks than two years have are a slip. */
const MOST_WEEKS = 106;

/**
 * Weeks as people write them: `45, 46`, `50 – 2`, `1/2028`, `52/2026–1`. Without a year it is the next such week, counted
 * from now, or from the beginning of the run.
 */
export function weeksFrom(written: string, now: Instant, zone: string): Decision<Week[], WeeksRefusal> {
  const today = DateTime.fromMillis(now, { zone });
  const weeks: Week[] = [];
  const parts = written
    .replaceAll("\u2060", "")
    .replace(/\s*[–-]\s*/g, "–")
    .split(/[,;\s]+/);
  for (const part of parts.filter(Boolean)) {
    const range = /^(\d{1,2})(?:\/(\d{4}))?(?:–(\d{1,2})(?:\/(\d{4}))?)?$/.exec(part);
    const first = range && weekOf(Number(range[1]), range[2], today);
    if (!first) return refuse({ kind: "weeksWrong", written: part });
    const last = range[3] ? weekOf(Number(range[3]), range[4], first) : first;
    if (!last || last < first) return refuse({ kind: "weeksWrong", written: part });
    for (let monday = first; monday <= last && weeks.length <= MOST_WEEKS; monday = monday.plus({ weeks: 1 }))
      weeks.push({ year: monday.weekYear, week: monday.weekNumber });
  }
  return weeks.length > MOST_WEEKS ? refuse({ kind: "weeksWrong", written }) : accept(weeks);
}

/** The Monday of a week: of the year that is written, or else of the first such week that isn't over by then. */
function weekOf(week: number, year: string | undefined, from: DateTime): DateTime | undefined {
  const years = year ? [Number(year)] : [from.weekYear, from.weekYear + 1];
  const mondays = years.map((weekYear) =>
    DateTime.fromObject({ weekYear, weekNumber: week, weekday: 1 }, { zone: "utc" }),
  );
  const earliest = DateTime.fromISO(from.startOf("week").toISODate() ?? "", { zone: "utc" });
  return mondays.find((monday) => monday.isValid && (year !== undefined || monday >= earliest));
}

/** Days as people write them: `6.12.2027`, `22.2.2027–28.2.2027`, `2027-02-22 – 2027-02-28`, with commas or lines between. */
export function daysFrom(written: string): Decision<DayRange[], DaysRefusal> {
  const ranges: DayRange[] = [];
  for (const part of written.split(/[,;\n]/).flatMap((one) => one.replaceAll("\u2060", "").trim() || [])) {
    const [from, to = from, ...more] = part.split(/\s*–\s*|\s+-\s+|(?<=\.\d{4})-/).map(dayFrom);
    if (!from || !to || to < from || more.length > 0) return refuse({ kind: "daysWrong", written: part });
    ranges.push({ from, to });
  }
  return accept(ranges);
}

function dayFrom(written: string): string | undefined {
  const [, d, m, y] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const day = DateTime.fromISO(y ? `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}` : written, { zone: "utc" });
  return /^\d{4}-\d\d-\d\d$|\./.test(written) && day.isValid ? (day.toISODate() ?? undefined) : undefined;
}

/** Stands among the days for all times of the evening. */
export const EVENINGS = "evenings";

/** What a form sends about the options: singly, for all of a day at once, and for all that it doesn't show. */
export interface TypedChoices {
  choices: Partial<Record<string, Choice>>;
  /** By day, `2027-06-07`; and of all evenings at once. */
  days: Partial<Record<string, Choice>>;
  /** For options about which nothing else is said. */
  fill?: Choice | undefined;
}

/**
 * What somebody means by a filled-in form: what they chose for an option itself, unless that is as it was before, or as
 * every option was filled, and they chose for its whole day, or for all evenings; then what fills the rest, where nothing was said yet.
 */
export function choicesFrom(
  typed: TypedChoices,
  poll: Pick<Poll, "options">,
  before: PollAnswer["choices"] = {},
): Partial<Record<OptionId, Choice>> {
  const said: Partial<Record<OptionId, Choice>> = {};
  for (const option of liveOptions(poll)) {
    const { id } = option;
    const single = typed.choices[id];
    const ofDay = typed.days[dayOf(option)] ?? (isEvening(option) ? typed.days[EVENINGS] : undefined);
    const isNew = single !== undefined && single !== before[id] && single !== typed.fill;
    const choice = isNew ? single : (ofDay ?? single ?? (before[id] === undefined ? typed.fill : undefined));
    if (choice) said[id] = choice;
  }
  return said;
}

/** A deadline to propose: at noon in a week, or the day before the first time, if that comes sooner. */
export function likelyDeadline(poll: Pick<Poll, "options" | "zone">, now: Instant): { date: string; time: string } {
  const inAWeek = DateTime.fromMillis(now, { zone: poll.zone }).plus({ days: 7 }).set({ hour: 12, minute: 0 });
  const first = liveOptions(poll)[0];
  const before =
    first && DateTime.fromMillis(first.start.at, { zone: poll.zone }).minus({ days: 1 }).set({ hour: 12, minute: 0 });
  const at = before && before < inAWeek ? before : inAWeek;
  const [date = "", time = ""] = wallOf(at.toMillis(), poll.zone).split("T");
  return { date, time };
}
