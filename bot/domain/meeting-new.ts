import { type Calendar, reminderTime, workdayBefore } from "./calendar.ts";
import type { Group } from "./group.ts";
import type { MeetingId, PersonId } from "./ids.ts";
import type { Invited, Meeting } from "./meeting.ts";
import { meetingIdOf } from "./meeting.ts";
import { answersBy, type Timed } from "./meeting-time.ts";
import type { OptionId, Poll } from "./poll.ts";
import { MOST_ASKED, optionOf } from "./poll.ts";
import { DAY, HOUR, type Instant } from "./time.ts";

/** So long before a meeting its card is posted in the channel, with who comes. */
const AHEAD = 14 * DAY;

export interface NewMeeting
  extends Pick<Meeting, "title" | "note" | "start" | "end" | "venue" | "invited" | "organiser"> {
  id: MeetingId;
  /** The host name that makes its id in calendars unique in the world. */
  host: string;
  by: PersonId;
  now: Instant;
  allDay?: true | undefined;
  quorum?: number | undefined;
  answerBy?: Meeting["answerBy"] | undefined;
  notice?: Meeting["notice"] | undefined;
  announceAt?: Instant | undefined;
  from?: { poll: Poll["id"]; option: OptionId } | undefined;
}

/** A meeting as it is first called. */
export function newMeeting(
  group: Group,
  { host, by, now, allDay, quorum, answerBy, notice, announceAt = now, from, ...told }: NewMeeting,
  calendar: Calendar,
): Meeting {
  const meeting: Meeting = {
    kind: "meeting",
    rev: 1,
    said: [],
    group: group.id,
    status: "called",
    by,
    createdAt: now,
    ...told,
    ...(allDay && { allDay }),
    uid: `${told.id.slice("meeting:".length)}@${host}`,
    sequence: 0,
    changedAt: now,
    ...(quorum !== undefined && { quorum }),
    ...(answerBy && { answerBy }),
    announceAt,
    ...(notice && { notice }),
    ...(from && { poll: from.poll, option: from.option }),
    reminders: [],
    reminded: 0,
    calledIn: [],
    moves: [],
    nonces: [],
  };
  return { ...meeting, reminders: attendanceReminders(meeting, now, calendar) };
}

/** Those who haven't said whether they come are reminded a week and a working day before they should have. */
export function attendanceReminders(meeting: Timed, now: Instant, calendar: Calendar): Instant[] {
  const by = answersBy(meeting);
  const { zone } = meeting.start;
  const wanted = [by - 7 * DAY, workdayBefore(by, zone, calendar)].map((at) => reminderTime(at, by, zone, calendar));
  return wanted.filter((at, i) => at >= now + 4 * HOUR && at < by && wanted[i + 1] !== at);
}

/** The meeting that one chosen option of a poll becomes; `others` have answered without having been asked. */
export function meetingOf(
  poll: Poll,
  option: OptionId,
  group: Group,
  {
    organiser,
    host,
    calendar,
    others,
  }: { organiser: Meeting["organiser"]; host: string; calendar: Calendar; others: readonly PersonId[] },
): Meeting | undefined {
  const chosen = optionOf(poll, option);
  if (!chosen || !poll.decided) return undefined;
  const { at: now, by } = poll.decided;
  const asked = poll.asked.map(
    ({ person, guest, standIns }): Invited => ({
      person,
      role: guest ? "guest" : "member",
      ...(standIns && { standIns }),
    }),
  );
  const invited = [...asked, ...others.map((person): Invited => ({ person, role: "guest" }))].slice(0, MOST_ASKED);
  return newMeeting(
    group,
    {
      id: meetingIdOf(poll.id, option),
      host,
      by,
      now,
      title: poll.title,
      note: poll.note,
      start: chosen.start,
      end: chosen.end,
      allDay: chosen.allDay,
      venue: poll.venue,
      invited,
      organiser,
      announceAt: Math.max(now, chosen.start.at - AHEAD),
      from: { poll: poll.id, option },
    },
    calendar,
  );
}
