import { type Group, isOfficer } from "./group.ts";
import type { MeetingId, PersonId } from "./ids.ts";
import type { Attendance, Meeting } from "./meeting.ts";
import { holds } from "./meeting-holds.ts";
import { answersBy } from "./meeting-time.ts";
import type { Instant } from "./time.ts";
import type { Waiting } from "./waiting.ts";

/** Something about a meeting that waits for somebody. */
export interface WaitingMeeting {
  kind: "attendance" | "callingNotice";
  meeting: MeetingId;
}

/** What a meeting asks of somebody: to say whether they come; of those who lead the group, to send the notice by its day. */
export function waitingInMeeting(
  person: PersonId,
  { meeting, group, attendance }: { meeting: Meeting; group: Group; attendance?: Attendance | undefined },
  now: Instant,
): Waiting[] {
  if (meeting.status === "cancelled" || meeting.start.at <= now) return [];
  const about = {
    meeting: meeting.id,
    title: Object.values(meeting.title).some(Boolean) ? meeting.title : group.name,
    practice: false,
    zone: meeting.start.zone,
  };
  const by = answersBy(meeting) > now ? answersBy(meeting) : meeting.start.at;
  const notice = meeting.notice?.by;
  return [
    ...(isAsked(meeting, person) && !(attendance && holds(attendance, meeting))
      ? [{ kind: "attendance" as const, by, ...about }]
      : []),
    ...(notice && meeting.notice?.sentAt === undefined && isOfficer(group, person)
      ? [{ kind: "callingNotice" as const, by: notice.at, ...about }]
      : []),
  ];
}

/** Substitutes are asked once they are called in. */
const isAsked = ({ invited, calledIn }: Meeting, person: PersonId): boolean =>
  invited.some((i) => i.person === person && i.role !== "substitute") ||
  calledIn.some((c) => c.person === person && c.released === undefined);
