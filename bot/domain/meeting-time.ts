import { circularOf } from "./circular.ts";
import type { Change } from "./facts.ts";
import type { Meeting } from "./meeting.ts";
import { DAY, HOUR, type Instant } from "./time.ts";

/** A meeting called at shorter notice than this is answered until half-way. */
const NOTICE = 2 * HOUR;

/** By when one says whether one comes: as was said, otherwise a day before the meeting; never after it begins. */
export function answersBy({ answerBy, start, moves, createdAt }: Timed): Instant {
  if (answerBy) return Math.min(answerBy.at, start.at);
  const since = moves.at(-1)?.at ?? createdAt;
  const dayBefore = start.at - DAY;
  return dayBefore - since >= NOTICE ? dayBefore : since + Math.max(0, Math.floor((start.at - since) / 2));
}

export type Timed = Pick<Meeting, "answerBy" | "start" | "moves" | "createdAt">;

/** When a meeting next reminds those who haven't said whether they come. */
export const nextOfMeeting = (meeting: Meeting): Instant | undefined =>
  meeting.status === "called" ? meeting.reminders[0] : undefined;

/** What time alone has changed: those who haven't said whether they come are reminded. */
export function passMeeting(meeting: Meeting, now: Instant): Change {
  const next = nextOfMeeting(meeting);
  if (next === undefined || next > now) return { facts: [], events: [] };
  const reminders = meeting.reminders.filter((t) => t > now);
  const reminded: Meeting = { ...meeting, reminders, reminded: meeting.reminded + 1 };
  const circular = circularOf(`reminder-${reminded.reminded}`, {
    saying: { kind: "attendanceReminder" },
    to: "unanswered",
    at: now,
    until: meeting.start.at,
  });
  return { facts: [reminded, circular], events: ["attendanceReminded"] };
}
