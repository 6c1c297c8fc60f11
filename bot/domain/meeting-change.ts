import type { Calendar } from "./calendar.ts";
import { type Circular, circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { CalledIn, Meeting } from "./meeting.ts";
import { attendanceReminders } from "./meeting-new.ts";
import type { Span } from "./poll-options.ts";
import type { Instant } from "./time.ts";

export type MeetingRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "meetingCancelled" }
  | { kind: "meetingOver" }
  | { kind: "timePassed" }
  | { kind: "nothingChanged" }
  | { kind: "notCalled" }
  | { kind: "nobodyLeft" }
  | { kind: "tooManyCalled"; most: number }
  | { kind: "reasonMissing" };

export type MeetingSaved = Change & { meeting: Meeting };
type Changed = Decision<MeetingSaved, MeetingRefusal>;

export interface MeetingPress {
  rev: number;
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** What can be told about a meeting beside its time. */
export type MeetingWritten = {
  [K in "title" | "note" | "venue" | "quorum" | "answerBy" | "notice"]?: Meeting[K] | undefined;
};

/** What stands in calendars, so that a change of it must reach them. */
const IN_CALENDARS: readonly (keyof MeetingWritten)[] = ["title", "note", "venue"];

/** The meeting goes to another time: everybody gets the update, and is asked anew whether they come. */
export function moveMeeting(
  meeting: Meeting,
  group: Group,
  { start, end, allDay, ...press }: MeetingPress & Span,
  calendar: Calendar,
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  if (start.at <= press.now) return refuse({ kind: "timePassed" });
  if (start.at === meeting.start.at && end.at === meeting.end.at) return refuse({ kind: "nothingChanged" });
  const sequence = meeting.sequence + 1;
  const { allDay: _, answerBy: __, ...rest } = meeting;
  const from = { start: meeting.start, end: meeting.end, ...(meeting.allDay && { allDay: meeting.allDay }) };
  const moved: Meeting = {
    ...rest,
    ...pressed(meeting, press),
    start,
    end,
    ...(allDay && { allDay }),
    sequence,
    changedAt: press.now,
    moves: [...meeting.moves, { at: press.now, by: press.by, from, sequence }],
    calledIn: releasedAll(meeting.calledIn, press.now),
  };
  const next = { ...moved, reminders: attendanceReminders(moved, press.now, calendar) };
  const index = next.moves.length - 1;
  const circulars = [
    circularOf(`moved-${index}`, {
      saying: { kind: "meetingMoved", index },
      to: "all",
      at: press.now,
      until: start.at,
    }),
    redrawnInvitations(next, press.now),
  ];
  return accept({ facts: [next, ...circulars], events: ["meetingMoved"], meeting: next });
}

/** For another time everybody is asked anew, also whoever declined to come in somebody's place. */
const releasedAll = (calledIn: readonly CalledIn[], at: Instant): CalledIn[] =>
  calledIn.map(({ declined: _, ...call }) => ({ ...call, released: call.released ?? at }));

/** Something else is changed. What stands in calendars is sent anew to everybody; the answers hold. */
export function changeMeeting(
  meeting: Meeting,
  group: Group,
  { written, ...press }: MeetingPress & { written: MeetingWritten },
  calendar: Calendar,
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  const differs = (key: keyof MeetingWritten) =>
    key in written && JSON.stringify(written[key]) !== JSON.stringify(meeting[key]);
  const keys = (Object.keys(written) as (keyof MeetingWritten)[]).filter(differs);
  if (keys.length === 0) return refuse({ kind: "nothingChanged" });
  const calendars = IN_CALENDARS.some(differs);
  const sequence = meeting.sequence + (calendars ? 1 : 0);
  const changed = withWritten({ ...meeting, ...pressed(meeting, press), sequence }, written);
  const reminders = differs("answerBy") ? attendanceReminders(changed, press.now, calendar) : meeting.reminders;
  const next: Meeting = { ...changed, reminders, ...(calendars && { changedAt: press.now }) };
  const told: Circular[] = calendars
    ? [circularOf(`changed-${sequence}`, { saying: { kind: "meetingChanged", sequence }, to: "all", at: press.now })]
    : [];
  const redrawn = redrawnInvitations(next, press.now);
  return accept({ facts: [next, ...told, redrawn], events: ["meetingChanged"], meeting: next });
}

/** The meeting is called off with a reason: everybody's calendar is told. */
export function cancelMeeting(
  meeting: Meeting,
  group: Group,
  { reason, ...press }: MeetingPress & { reason?: string | undefined },
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  if (!reason) return refuse({ kind: "reasonMissing" });
  const next: Meeting = {
    ...meeting,
    ...pressed(meeting, press),
    status: "cancelled",
    sequence: meeting.sequence + 1,
    changedAt: press.now,
    cancelled: { at: press.now, by: press.by, reason },
    reminders: [],
  };
  const told = circularOf("cancelled", { saying: { kind: "meetingCancelled" }, to: "all", at: press.now });
  return accept({
    facts: [next, told, redrawnInvitations(next, press.now)],
    events: ["meetingCancelled"],
    meeting: next,
  });
}

/** The calling notice goes out, with where agenda and material are; calendars get the links, too. */
export function sendNotice(
  meeting: Meeting,
  group: Group,
  {
    agendaUrl,
    materialUrl,
    ...press
  }: MeetingPress & { agendaUrl?: string | undefined; materialUrl?: string | undefined },
): Changed {
  const refusal = mayChange(meeting, group, press);
  if (refusal) return seenOr(meeting, press, refusal);
  const notice: NonNullable<Meeting["notice"]> = {
    ...(meeting.notice?.by && { by: meeting.notice.by }),
    ...(agendaUrl && { agendaUrl }),
    ...(materialUrl && { materialUrl }),
    sentAt: press.now,
  };
  const sequence = meeting.sequence + 1;
  const next: Meeting = { ...meeting, ...pressed(meeting, press), notice, sequence, changedAt: press.now };
  const until = meeting.start.at;
  const told = circularOf(`notice-${next.rev}`, { saying: { kind: "callingNotice" }, to: "all", at: press.now, until });
  return accept({ facts: [next, told], events: ["meetingChanged"], meeting: next });
}

/** The invitation to each who is called and doesn't have it yet. */
export const invitation = (meeting: Meeting, at: Instant): Circular =>
  circularOf(`invitation-${meeting.rev}`, {
    saying: { kind: "meetingInvitation" },
    to: "all",
    at,
    until: meeting.start.at,
  });

/** The cards on which people say whether they come are drawn anew. */
export const redrawnInvitations = ({ rev }: Meeting, at: Instant): Circular =>
  circularOf(`redraw-${rev}`, { saying: { kind: "meetingInvitation" }, to: "all", at, redraw: true });

/** Why an officer can't change a meeting now. */
export function mayChange(
  meeting: Meeting,
  group: Group,
  { rev, nonce, by, now }: MeetingPress,
): MeetingRefusal | undefined {
  if (!isOfficer(group, by)) return { kind: "notOfficer" };
  if (seen(meeting, nonce)) return { kind: "stale" };
  if (meeting.status === "cancelled") return { kind: "meetingCancelled" };
  if (meeting.start.at <= now) return { kind: "meetingOver" };
  return meeting.rev === rev ? undefined : { kind: "stale" };
}

/** A press that comes again has had its effect already. */
export const seenOr = (meeting: Meeting, { nonce }: MeetingPress, refusal: MeetingRefusal): Changed =>
  refusal.kind !== "notOfficer" && seen(meeting, nonce) ? accept({ facts: [], events: [], meeting }) : refuse(refusal);

/** What every change leaves on the meeting itself. */
export const pressed = (meeting: Meeting, { nonce }: MeetingPress) => ({
  rev: meeting.rev + 1,
  nonces: remember(meeting, nonce),
});

function withWritten(meeting: Meeting, written: MeetingWritten): Meeting {
  const next: Record<string, unknown> = { ...meeting };
  for (const [key, value] of Object.entries(written)) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next as unknown as Meeting;
}
