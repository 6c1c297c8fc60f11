import { DateTime } from "luxon";
import { awake, type Calendar, lastMorning, reminderTime, workdayBefore } from "./calendar.ts";
import type { Call } from "./call.ts";
import type { Saying } from "./delivery.ts";
import { DAY, HOUR, type Instant, type Moment, momentAt } from "./time.ts";

type Which = Extract<Saying, { kind: "callReminder" }>["which"];

/** A reminder of one deadline. */
export interface Reminder {
  which: Which;
  at: Instant;
}

/** Two reminders nearer to each other than this become one: the later. */
const APART = 12 * HOUR;
/** So soon after the opening nobody needs a reminder. */
const AFTER_OPENING = 4 * HOUR;
/** A call shorter than this is reminded of on its last morning only. */
const SHORT = 4 * DAY;

/** The different deadlines of a call, in order: the call's own, then those of themes that were extended alone. */
export function deadlinesOf(call: Call): Moment[] {
  const all = [call.deadline, ...call.seatGroups.map((s) => s.deadline)].filter((d) => d !== undefined);
  return all.filter((d, at) => all.findIndex((e) => e.at === d.at) === at).sort((a, b) => a.at - b.at);
}

/** The deadline that comes next, or the last one when all have passed. */
export const nextDeadline = (call: Call, now: Instant): Moment | undefined =>
  deadlinesOf(call).find((d) => d.at >= now) ?? deadlinesOf(call).at(-1);

/** When the thread is reminded of a deadline: half time, a working day before, the last morning. */
export function remindersOf(call: Call, deadline: Moment, zone: string, calendar: Calendar): Reminder[] {
  const since = runsSince(call, deadline);
  const length = deadline.at - since;
  const within = (at: Instant) => reminderTime(at, deadline.at, zone, calendar);
  const all: Reminder[] = [
    { which: "half", at: within(since + length / 2) },
    { which: "workday", at: within(awake(workdayBefore(deadline.at, zone, calendar), zone)) },
    { which: "lastMorning", at: within(lastMorning(deadline.at, zone)) },
  ];
  const wanted = length < SHORT ? all.slice(2) : all;
  const possible = wanted.filter(({ at }) => at >= since + AFTER_OPENING && at < deadline.at);
  return possible.filter(({ at }, i) => possible.slice(i + 1).every((later) => later.at - at >= APART));
}

/** When officers are warned of thin themes: a working day before the deadline, in a short call on the last morning. */
export function warningTime(call: Call, deadline: Moment, zone: string, calendar: Calendar): Instant | undefined {
  const since = runsSince(call, deadline);
  const at =
    deadline.at - since < SHORT
      ? lastMorning(deadline.at, zone)
      : awake(workdayBefore(deadline.at, zone, calendar), zone);
  const warned = reminderTime(at, deadline.at, zone, calendar);
  return warned > since && warned < deadline.at ? warned : undefined;
}

/** Since when this deadline is the one that counts: the opening, its extension, or the end of the deadline before it. */
function runsSince(call: Call, deadline: Moment): Instant {
  const extended = call.extensions.findLast((e) => e.to.at === deadline.at)?.at;
  const before = deadlinesOf(call).findLast((d) => d.at < deadline.at)?.at;
  return Math.max(call.openedAt ?? 0, extended ?? 0, before ?? 0);
}

/** The evening before a meeting at eight, but never before the deadline: by then candidates answer. */
export function eveningBefore(
  meeting: Moment | undefined,
  deadline: Moment | undefined,
  zone: string,
): Moment | undefined {
  if (!meeting || !deadline) return undefined;
  const day = DateTime.fromISO(meeting.wall.slice(0, 10), { zone }).minus({ days: 1 }).toISODate() ?? "";
  const evening = momentAt(day, "20:00", zone);
  return evening.ok && evening.state.at >= deadline.at ? evening.state : deadline;
}

/** Calendar days from today to a day: 0 is today, 1 tomorrow. */
export const daysUntil = (now: Instant, until: Instant, zone: string): number => {
  const [from, to] = [now, until].map((at) => DateTime.fromMillis(at, { zone }).startOf("day"));
  return from && to ? Math.round(to.diff(from, "days").days) : 0;
};

/** When an open call next looks different because time has passed: a day has turned, or one of its deadlines is over. */
export function nextTurn(call: Call, afterDeadline: number): Instant | undefined {
  const since = call.turnedAt ?? call.openedAt;
  const zone = call.deadline?.zone;
  if (since === undefined || zone === undefined) return undefined;
  const midnight = DateTime.fromMillis(since, { zone }).plus({ days: 1 }).startOf("day").toMillis();
  const over = deadlinesOf(call).map((d) => d.at + afterDeadline);
  return Math.min(midnight, ...over.filter((at) => at > since));
}
