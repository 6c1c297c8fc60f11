import { circularOf } from "./circular.ts";
import type { Change } from "./facts.ts";
import type { Meeting } from "./meeting.ts";
import { DAY, type Instant } from "./time.ts";

/** By when one says whether one comes; a day before the meeting, unless something else was said. */
export const answersBy = (meeting: Pick<Meeting, "answerBy" | "start">): Instant =>
  meeting.answerBy?.at ?? meeting.start.at - DAY;

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
