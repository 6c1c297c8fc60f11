import { awake, type Calendar, lastMorning, reminderTime, workdayBefore } from "./calendar.ts";
import { circularOf } from "./circular.ts";
import { CLOSING_DELAY } from "./closing.ts";
import type { Change } from "./facts.ts";
import type { Group } from "./group.ts";
import { lastTimeOf, type Poll } from "./poll.ts";
import { withNotice } from "./retention.ts";
import { DAY, HOUR, type Instant } from "./time.ts";

/** Two reminders nearer to each other than this become one: the later. */
const APART = 12 * HOUR;

/**
 * When those who haven't answered are reminded: half-way, in a poll of two days or more also a working day before the
 * deadline, in a long one also on the last morning; never in quiet hours, and never twice within half a day.
 */
export function pollReminders(since: Instant, deadline: Instant, zone: string, calendar: Calendar): Instant[] {
  const length = deadline - since;
  const at = (instant: Instant) => Math.floor(reminderTime(instant, deadline, zone, calendar));
  const wanted = [
    at(since + length / 2),
    ...(length >= 2 * DAY ? [at(awake(workdayBefore(deadline, zone, calendar), zone))] : []),
    ...(length >= 10 * DAY ? [at(lastMorning(deadline, zone))] : []),
  ];
  const possible = wanted.filter((t) => t >= since + Math.min(HOUR, length / 2) && t < deadline).sort((a, b) => a - b);
  return possible.filter((t, i) => possible.slice(i + 1).every((later) => later - t >= APART));
}

/** When a poll next reminds, closes, or calls the meetings that it was decided for. */
export function nextOfPoll(poll: Poll): Instant | undefined {
  if (poll.status === "decided" && poll.decided && !poll.decided.called) return poll.decided.at;
  if (poll.status !== "open") return undefined;
  return Math.min(poll.reminders[0] ?? Infinity, closingOf(poll));
}

/** One without a deadline closes when the last of its times is over: nobody waits for an answer any more. */
const closingOf = (poll: Poll): Instant => (poll.deadline ? poll.deadline.at + CLOSING_DELAY : lastTimeOf(poll));

/**
 * What time alone has changed: a reminder goes out, the poll closes, those asked are called to what was decided. One that
 * closes late is kept for the usual notice, so that its post in the channel is history before it is erased.
 */
export function passPoll(poll: Poll, now: Instant, group?: Group): Change {
  const next = nextOfPoll(poll);
  if (next === undefined || next > now) return { facts: [], events: [] };
  if (poll.status === "decided") return called(poll, now);
  const closing = closingOf(poll);
  if (closing <= now) {
    const change = closed(poll, closing, poll.deadline ? "deadline" : "over");
    const kept = group ? withNotice(change.poll, group, now) : change.poll;
    return { ...change, facts: change.facts.map((fact) => (fact === change.poll ? kept : fact)) };
  }
  const reminders = poll.reminders.filter((t) => t > now);
  const reminded: Poll = { ...poll, reminders, reminded: poll.reminded + 1, remindedAt: now };
  return { facts: [reminded, reminderOf(reminded, now)], events: ["pollReminded"] };
}

/** A reminder to those who haven't answered. */
export const reminderOf = ({ reminded, deadline }: Poll, at: Instant) =>
  circularOf(`reminder-${reminded}`, {
    saying: { kind: "pollReminder" },
    to: "unanswered",
    at,
    ...(deadline && { until: deadline.at }),
  });

/** A closed poll takes in nothing more; the cards that ask for an answer say so. */
export function closed(poll: Poll, at: Instant, closedBy: NonNullable<Poll["closedBy"]>): Change & { poll: Poll } {
  const next: Poll = { ...poll, rev: poll.rev + 1, status: "closed", closedAt: at, closedBy, reminders: [] };
  return { facts: [next, redrawn(next, at)], events: ["pollClosed"], boxes: "closed", poll: next };
}

/** The cards that people have got to answer with are drawn anew. */
export const redrawn = ({ rev }: Poll, at: Instant) =>
  circularOf(`redraw-${rev}`, { saying: { kind: "pollRequest" }, to: "all", at, redraw: true });

/**
 * By now the meetings exist. Several go into everybody's calendar at once, and each asks for itself as its day comes near;
 * a single one asks now, and needs nothing besides.
 */
function called(poll: Poll, now: Instant): Change {
  if (!poll.decided) return { facts: [], events: [] };
  const next: Poll = { ...poll, decided: { ...poll.decided, called: true } };
  const all = circularOf("invitation", { saying: { kind: "pollInvitation" }, to: "all", at: now });
  return { facts: poll.decided.meetings.length > 1 ? [next, all] : [next], events: ["pollInvited"] };
}
