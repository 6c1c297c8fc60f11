import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Attendance, Coming, Invited, Meeting } from "./meeting.ts";
import { holds } from "./meeting-holds.ts";
import { emptySeats } from "./meeting-substitutes.ts";

/** One person who is called, and what they said about this time. */
export interface MeetingRow {
  person: PersonId;
  role: Invited["role"];
  coming?: Coming;
  attendance?: Attendance;
  /** Set for a substitute who has been called in, with the member whose place it is. */
  calledInFor?: PersonId;
}

/** Whether enough will be present: already enough said yes, it may still be, or it can't any more. */
export type Outlook = "enough" | "open" | "tooFew";

/** Who comes to a meeting, and whether it will have a quorum. */
export interface MeetingView {
  meeting: Meeting;
  rows: MeetingRow[];
  /** Members who come, and substitutes who come in a member's place. */
  coming: number;
  substitutes: number;
  notComing: number;
  unanswered: number;
  members: number;
  /** How many must be present. */
  needed: number;
  outlook: Outlook;
  /** Members who don't come, and in whose place nobody is called in. */
  empty: PersonId[];
  own?: Attendance;
}

/** How many of the members must be present. */
export function quorumOf(meeting: Meeting, group: Group, members: number): number {
  if (meeting.quorum !== undefined) return meeting.quorum;
  return group.quorum.kind === "count" ? group.quorum.count : Math.floor(members / 2) + 1;
}

/** Who comes, as one person or the channel looks at it. */
export function meetingViewOf(
  meeting: Meeting,
  group: Group,
  attendances: readonly Attendance[],
  reader?: PersonId,
): MeetingView {
  const byPerson = new Map(attendances.filter((a) => holds(a, meeting)).map((a) => [a.person, a]));
  const rows = meeting.invited.map(({ person, role }): MeetingRow => {
    const attendance = byPerson.get(person);
    const calledIn = meeting.calledIn.find((c) => c.person === person && c.released === undefined);
    return {
      person,
      role,
      ...(attendance && { attendance, coming: attendance.coming }),
      ...(calledIn && { calledInFor: calledIn.for }),
    };
  });
  const members = rows.filter((r) => r.role === "member");
  const called = rows.filter((r) => r.role === "substitute" && r.calledInFor !== undefined);
  const coming = members.filter((r) => r.coming === "yes").length;
  const substitutes = called.filter((r) => r.coming === "yes").length;
  const waiting = called.filter((r) => r.coming === undefined).length;
  const unanswered = members.filter((r) => r.coming === undefined).length;
  const needed = quorumOf(meeting, group, members.length);
  const sure = coming + substitutes;
  const own = reader && byPerson.get(reader);
  return {
    meeting,
    rows,
    coming,
    substitutes,
    notComing: members.length - coming - unanswered,
    unanswered,
    members: members.length,
    needed,
    outlook: sure >= needed ? "enough" : sure + unanswered + waiting >= needed ? "open" : "tooFew",
    empty: emptySeats(meeting, attendances),
    ...(own && { own }),
  };
}
