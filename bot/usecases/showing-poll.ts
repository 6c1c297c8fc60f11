import type { Delivery } from "../domain/delivery.ts";
import type { PersonId } from "../domain/ids.ts";
import { attendanceIdOf } from "../domain/meeting.ts";
import { meetingViewOf } from "../domain/meeting-view.ts";
import { oidIn } from "../domain/person.ts";
import { askedOf } from "../domain/poll.ts";
import { pollAnswerIdOf } from "../domain/poll-answer.ts";
import type { Showing } from "../domain/showing.ts";
import { readPerson } from "./people.ts";
import { namesOf, shown } from "./poll-reading.ts";
import type { Ports } from "./ports.ts";
import { type Round, readMeeting } from "./round.ts";

type Shown = Partial<
  Pick<
    Showing,
    | "poll"
    | "pollView"
    | "answer"
    | "meeting"
    | "meetingView"
    | "attendance"
    | "meetings"
    | "names"
    | "mentioned"
    | "accounts"
  >
>;

/** What messages about polls and meetings are made from; nothing in other rounds. */
export async function showingOfPoll(ports: Ports, round: Round, delivery: Delivery): Promise<Shown> {
  const person = delivery.to.to === "person" ? delivery.to.person : undefined;
  if (round.poll) return pollShown(ports, round, delivery, person);
  if (round.meeting) return meetingShown(ports, round, person);
  return {};
}

async function pollShown(ports: Ports, round: Round, delivery: Delivery, person: PersonId | undefined): Promise<Shown> {
  const { poll } = round;
  if (!poll) return {};
  const { saying } = delivery;
  const counted = saying.kind === "poll" || saying.kind === "pollClosed";
  const view = counted && (await shown(ports, round, poll, person ? { in: "person", person } : { in: "channel" }));
  const answer = person && (await round.get("pollAnswer", pollAnswerIdOf(person)));
  const mentioned =
    saying.kind === "pollMention" &&
    (await silentOf(
      round,
      (poll.mentions[saying.index]?.persons ?? []).filter((p) => askedOf(poll, p)),
    ));
  const meetings = await Promise.all((poll.decided?.meetings ?? []).map((m) => readMeeting(ports.store, m.meeting)));
  const called = meetings.filter((m) => m !== undefined).sort((a, b) => a.start.at - b.start.at);
  return {
    poll,
    ...(view && { pollView: view }),
    ...(answer && { answer }),
    names: {
      ...(view ? view.names : {}),
      ...(await namesOf(ports, [...(mentioned || []), ...(saying.kind === "pollStandIn" ? [saying.for] : [])])),
    },
    ...(mentioned && { mentioned, accounts: await accountsOf(ports, round, mentioned) }),
    ...(called.length > 0 && { meetings: called }),
  };
}

/** How Teams knows people of the group's tenant. */
async function accountsOf({ store }: Ports, { group }: Round, persons: readonly PersonId[]) {
  const found = await Promise.all(persons.map((id) => readPerson(store, id)));
  const inTenant = found.flatMap((p) =>
    p?.teams && oidIn(p, group.place.tenant) ? [[p.id, p.teams.id] as const] : [],
  );
  return Object.fromEntries(inTenant);
}

async function silentOf(round: Round, persons: readonly PersonId[]): Promise<PersonId[]> {
  const answers = await Promise.all(persons.map((person) => round.get("pollAnswer", pollAnswerIdOf(person))));
  return persons.filter((_, i) => !answers[i]);
}

async function meetingShown(ports: Ports, round: Round, person: PersonId | undefined): Promise<Shown> {
  const { meeting, group } = round;
  if (!meeting) return {};
  const attendance = person && (await round.get("attendance", attendanceIdOf(person)));
  const view = meetingViewOf(meeting, group, await round.list("attendance"), person);
  return {
    meeting,
    meetingView: view,
    ...(attendance && { attendance }),
    names: await namesOf(ports, [...meeting.invited.map((i) => i.person), meeting.by]),
  };
}
