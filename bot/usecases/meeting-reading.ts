import { type Group, isOfficer } from "../domain/group.ts";
import type { MeetingId, PersonId } from "../domain/ids.ts";
import { type Attendance, attendanceIdOf, type Meeting } from "../domain/meeting.ts";
import { type MeetingView, meetingViewOf } from "../domain/meeting-view.ts";
import type { Waiting } from "../domain/waiting.ts";
import { waitingInMeeting } from "../domain/waiting-meeting.ts";
import { meetingsOf } from "./listing.ts";
import type { AtMeeting } from "./meeting.ts";
import { roundsOf } from "./people.ts";
import { namesOf } from "./poll-reading.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** A meeting with who comes, by name, and every answer that a new one would replace, also those to an earlier time. */
export interface MeetingRead extends MeetingView {
  group: Group;
  names: Record<PersonId, string>;
  answers: ReadonlyMap<PersonId, Attendance>;
}

/** A meeting of the presser's tenant as it stands now. */
export async function readMeetingFor(
  ports: Reads,
  { meeting: id, tenant }: AtMeeting,
  person: PersonId,
): Promise<MeetingRead | undefined> {
  const round = await openRound(ports, id);
  if (!round?.meeting || round.group.place.tenant !== tenant) return undefined;
  const attendances = await round.list("attendance");
  const { meeting, group } = round;
  return {
    ...meetingViewOf(meeting, group, attendances, person),
    group,
    names: await namesOf(ports, [...meeting.invited.map((i) => i.person), meeting.by]),
    answers: new Map(attendances.map((a) => [a.person, a])),
  };
}

/** A meeting that somebody is called to or leads, with their answer. */
export interface MyMeeting {
  meeting: Meeting;
  group: Group;
  attendance: Attendance | undefined;
}

/** The meetings to come that concern somebody in a tenant, the soonest first. */
export async function meetingsFor(
  ports: Reads & Pick<Ports, "clock">,
  person: PersonId,
  tenant: string,
  led: readonly Group[],
): Promise<MyMeeting[]> {
  const ids = new Set<MeetingId>();
  for (const group of led) for (const meeting of await meetingsOf(ports, group.id)) ids.add(meeting.id);
  for (const id of await roundsOf(ports.store, person)) if (id.startsWith("meeting:")) ids.add(id as MeetingId);
  const found: MyMeeting[] = [];
  for (const id of ids) {
    const round = await openRound(ports, id);
    if (!round?.meeting || round.group.place.tenant !== tenant || round.meeting.end.at < ports.clock.now()) continue;
    const { meeting, group } = round;
    if (!meeting.invited.some((i) => i.person === person) && !isOfficer(group, person)) continue;
    found.push({ meeting, group, attendance: await round.get("attendance", attendanceIdOf(person)) });
  }
  return found.toSorted((a, b) => a.meeting.start.at - b.meeting.start.at);
}

/** What meetings ask of somebody. */
export const waitingInMeetings = async (
  ports: Reads & Pick<Ports, "clock">,
  person: PersonId,
  tenant: string,
  led: readonly Group[],
): Promise<Waiting[]> =>
  (await meetingsFor(ports, person, tenant, led)).flatMap((one) => waitingInMeeting(person, one, ports.clock.now()));
