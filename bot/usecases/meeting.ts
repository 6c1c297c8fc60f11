import type { RoundClosed } from "../domain/box.ts";
import { mayStart, type StartRefusal } from "../domain/call-draft.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Change } from "../domain/facts.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import { hashed } from "../domain/hashed.ts";
import type { GroupId, MeetingId, PersonId } from "../domain/ids.ts";
import { type Attendance, attendanceIdOf, type Invited, type Meeting } from "../domain/meeting.ts";
import { type AttendRefusal, attend as decide, type GivenAttendance } from "../domain/meeting-attend.ts";
import {
  changeMeeting as alter,
  cancelMeeting as cancel,
  type MeetingPress,
  type MeetingWritten,
  moveMeeting as move,
  sendNotice as notify,
} from "../domain/meeting-change.ts";
import { newMeeting } from "../domain/meeting-new.ts";
import { emptySeats, mayTake, withSubstitutes } from "../domain/meeting-substitutes.ts";
import { type MeetingView, meetingViewOf } from "../domain/meeting-view.ts";
import type { Span } from "../domain/poll-options.ts";
import type { Instant } from "../domain/time.ts";
import { begin } from "./begin.ts";
import type { Bursts } from "./burst.ts";
import { change, type NoSuchRound } from "./change.ts";
import { listMeeting } from "./listing.ts";
import { refresh } from "./live.ts";
import { hostOf, invite, organiserOf } from "./meeting-call.ts";
import { noteRound } from "./people.ts";
import { membersOf } from "./poll.ts";
import { namesOf } from "./poll-reading.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round, readGroup, readMeeting } from "./round.ts";

/** A meeting, and the tenant that the presser is in. */
export interface AtMeeting {
  meeting: MeetingId;
  tenant: string;
}

export type NewFixed = Pick<Meeting, "title" | "note" | "venue"> &
  Span & {
    group: GroupId;
    tenant: string;
    by: PersonId;
    nonce: string;
    now: Instant;
    /** Absent: all members of the group. */
    invited?: Invited[] | undefined;
    quorum?: number | undefined;
    answerBy?: Meeting["answerBy"] | undefined;
    notice?: Meeting["notice"] | undefined;
  };

/** A form that is sent calls one meeting, however often it comes. */
export const fixedMeetingId = ({ group, by, nonce }: Pick<NewFixed, "group" | "by" | "nonce">): MeetingId =>
  `meeting:${hashed(`${group}\n${by}\n${nonce}`)}`;

/** Calls a meeting whose time is known already; a second press with the same nonce is the same meeting. */
export async function callMeeting(
  ports: Ports,
  { group: groupId, tenant, nonce, invited, ...told }: NewFixed,
): Promise<Decision<Meeting, StartRefusal | NoSuchRound | { kind: "timePassed" }>> {
  const group = await readGroup(ports.store, groupId);
  if (!group || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  const refusal = mayStart(group, told.by);
  if (refusal) return refuse(refusal);
  const id = fixedMeetingId({ group: groupId, by: told.by, nonce });
  const known = await readMeeting(ports.store, id);
  if (!known && told.start.at <= told.now) return refuse({ kind: "timePassed" });
  const meeting =
    known ??
    newMeeting(
      group,
      {
        id,
        host: hostOf(ports),
        organiser: await organiserOf(ports, group, told.by),
        invited: invited ?? (await membersOf(ports, group)).map((person) => ({ person, role: "member" as const })),
        ...told,
      },
      ports.calendar,
    );
  await noteRound(ports, told.by, id);
  await listMeeting(ports, groupId, id);
  await begin(ports, meeting, group, told.by, "meetingCalled");
  await invite(ports, id, told.by, told.now);
  return accept((await readMeeting(ports.store, id)) ?? meeting);
}

/** A change of one meeting of the presser's own tenant; to others it isn't there. */
export const changed = <S extends Change, R>(
  ports: Ports,
  { meeting: id, tenant }: AtMeeting,
  by: PersonId,
  decide: (meeting: Meeting, group: Group, round: Round) => Promise<Decision<S, R>> | Decision<S, R>,
): Promise<Decision<S, R | NoSuchRound>> =>
  change<S, R | NoSuchRound>(ports, id, by, (round) =>
    round.meeting && round.group.place.tenant === tenant
      ? decide(round.meeting, round.group, round)
      : refuse({ kind: "noSuchRound" }),
  );

/** Moves a meeting; everybody's calendar follows, and everybody is asked anew. */
export const moveMeeting = (ports: Ports, at: AtMeeting, press: MeetingPress & Span) =>
  changed(ports, at, press.by, (meeting, group) => move(meeting, group, press, ports.calendar));

/** Changes what else is told about a meeting. */
export const changeMeeting = (ports: Ports, at: AtMeeting, press: MeetingPress & { written: MeetingWritten }) =>
  changed(ports, at, press.by, (meeting, group) => alter(meeting, group, press, ports.calendar));

export const cancelMeeting = (ports: Ports, at: AtMeeting, press: MeetingPress & { reason?: string | undefined }) =>
  changed(ports, at, press.by, (meeting, group) => cancel(meeting, group, press));

/** Sends the calling notice. */
export const sendNotice = (
  ports: Ports,
  at: AtMeeting,
  press: MeetingPress & { agendaUrl?: string | undefined; materialUrl?: string | undefined },
) => changed(ports, at, press.by, (meeting, group) => notify(meeting, group, press));

export type AttendRefused = AttendRefusal | { kind: "notOfficer" } | RoundClosed | NoSuchRound;

/** Takes in whether somebody comes; substitutes are called in, and the cards that show it are drawn anew. */
export async function attend(
  ports: Ports,
  bursts: Bursts,
  { meeting: id, tenant, ...given }: GivenAttendance & AtMeeting,
): Promise<Decision<Attendance, AttendRefused>> {
  const round = await openRound(ports, id);
  if (!round?.meeting || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  if (given.as === "officer" && !isOfficer(round.group, given.by)) return refuse({ kind: "notOfficer" });
  const seat = mayTake(round.meeting, emptySeats(round.meeting, await seatsSaid(round)), given.person);
  const answer = await bursts.put<Attendance, AttendRefusal>(id, {
    id: attendanceIdOf(given.person),
    type: "attendance",
    decide: ({ before, round: meeting }) => decide(before, meeting, { ...given, seat }),
    record: { events: [given.as === "self" ? "attendanceAnswered" : "attendanceRecorded"], by: given.by },
  });
  if (answer.ok) await told(ports, id, given.person);
  return answer;
}

/** Only where there are substitutes does it matter what the others said. */
const seatsSaid = async ({ meeting, list }: Round): Promise<Attendance[]> =>
  meeting?.calledIn.length ? list("attendance") : [];

async function told(ports: Ports, id: MeetingId, person: PersonId): Promise<void> {
  try {
    await callSubstitutes(ports, id);
    await refresh(ports, id, deliveryId(id, "announcement", { to: "channel" }));
    await refresh(ports, id, deliveryId(id, "meetingInvitation", { to: "person", person }));
  } catch (err) {
    // the answer is on disk, and whoever gave it must hear so
    ports.log.error({ err, round: id }, "what follows from an answer failed");
  }
}

/** Calls in substitutes for those who don't come, and releases those whose member comes after all. */
export async function callSubstitutes(ports: Ports, id: MeetingId): Promise<void> {
  const before = await readMeeting(ports.store, id);
  if (!before?.invited.some((i) => i.role === "substitute")) return;
  await change<Change, never>(ports, id, "ehdolla", async ({ meeting, list }) => {
    if (!meeting || meeting.status === "cancelled") return accept({ facts: [], events: [] });
    const next = withSubstitutes(meeting, await list("attendance"), ports.clock.now());
    return accept(next === meeting ? { facts: [], events: [] } : { facts: [next], events: ["substituteCalledIn"] });
  });
  for (const { person } of (await readMeeting(ports.store, id))?.calledIn ?? []) await noteRound(ports, person, id);
}

/** A meeting as it stands for one person of its group's tenant, with the names of those called. */
export async function meetingView(
  ports: Pick<Ports, "store">,
  { meeting: id, tenant }: AtMeeting,
  person: PersonId,
): Promise<(MeetingView & { group: Group; names: Record<PersonId, string> }) | undefined> {
  const round = await openRound(ports, id);
  if (!round?.meeting || round.group.place.tenant !== tenant) return undefined;
  const view = meetingViewOf(round.meeting, round.group, await round.list("attendance"), person);
  const names = await namesOf(ports, [...round.meeting.invited.map((i) => i.person), round.meeting.by]);
  return { ...view, group: round.group, names };
}
