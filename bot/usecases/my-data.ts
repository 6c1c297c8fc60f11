import type { Call } from "../domain/call.ts";
import { askAboutData, type DataRequest, type RequestRefusal, requestIdOf } from "../domain/data-request.ts";
import { refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, GroupId, KeptId, PersonId } from "../domain/ids.ts";
import { correctContact, type OwnContact } from "../domain/own-contact.ts";
import { type OwnData, type OwnInCall, ownInCall, rolesIn } from "../domain/own-data.ts";
import type { OwnInMeeting, OwnInPoll } from "../domain/own-rounds.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import type { Subject } from "../domain/subject.ts";
import { change, type NoSuchRound } from "./change.ts";
import { callsOf, groupsIn } from "./listing.ts";
import { outsiderPk } from "./outsiders.ts";
import { correctAsked, correctInList } from "./own-address.ts";
import { knownAs, ownInMeetingRound, ownInMeetings, ownInPollRound, ownInPolls } from "./own-rounds.ts";
import { readPerson, roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { keptIn, openRound, type Round, readGroup } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** Whose data is asked for, and how far one looks: in all groups of a tenant, or in one group. */
export interface Whose {
  subject: Subject;
  within: { tenant: string } | { group: GroupId };
}

/** A person of a tenant; their address is known from their directory or because they opened a link that was sent to it. */
export const ofPerson = ({ id, email, identities }: Person, tenant: string): Whose => ({
  subject: {
    person: id,
    emails: [...new Set([email, ...identities.map((i) => ("email" in i ? i.email : undefined))])].flatMap((one) =>
      one ? [sameEmail(one)] : [],
    ),
  },
  within: { tenant },
});

/** Whoever an address belongs to, in the group of the call that the link to them is bound to. */
export async function ofAddress({ store }: Reads, email: string, group: GroupId): Promise<Whose> {
  const known = (await store.get(outsiderPk({ email }), "identity"))?.body as { person: PersonId } | undefined;
  return {
    subject: { emails: [sameEmail(email)], ...(known ? { person: known.person } : {}) },
    within: { group },
  };
}

/** Everything that is stored about somebody; calls, polls and meetings are in order, the newest first. */
export async function ownDataOf(ports: Reads, { subject, within }: Whose): Promise<OwnData> {
  const person = subject.person && (await readPerson(ports.store, subject.person));
  const noted = new Set(person ? await roundsOf(ports.store, person.id) : []);
  const groups = await groupsWithin(ports, { subject, within }, noted);
  const calls: OwnInCall[] = [];
  const polls: OwnInPoll[] = [];
  const meetings: OwnInMeeting[] = [];
  for (const group of groups) {
    polls.push(...(await ownInPolls(ports, subject, group, noted)));
    meetings.push(...(await ownInMeetings(ports, subject, group, noted)));
    for (const call of await callsOf(ports, group.id)) {
      const own = await ownIn(ports, subject, call.id, noted.has(call.id) || isNamedBy(group, subject));
      if (own) calls.push(own);
    }
  }
  return {
    ...(person ? { person } : {}),
    groups: groups.flatMap((group) => {
      const roles = rolesIn(group, subject);
      return roles.length > 0 ? [{ group, roles }] : [];
    }),
    calls: calls.sort((a, b) => b.call.createdAt - a.call.createdAt),
    polls: polls.sort((a, b) => b.poll.createdAt - a.poll.createdAt),
    meetings: meetings.sort((a, b) => b.meeting.start.at - a.meeting.start.at),
  };
}

/** Groups that have been set up, and those that somebody has to do with before that. */
export async function groupsWithin(
  ports: Reads,
  { within }: Whose,
  noted: ReadonlySet<string> = new Set(),
): Promise<Group[]> {
  if ("group" in within) return [await readGroup(ports.store, within.group)].filter((g) => g !== undefined);
  const ready = await groupsIn(ports, within.tenant);
  const others = [...noted].filter((id) => id.startsWith("group:") && !ready.some((g) => g.id === id));
  const found = await Promise.all(others.map((id) => readGroup(ports.store, id)));
  return [...ready, ...found.filter((g) => g?.place.tenant === within.tenant).filter((g) => g !== undefined)];
}

const isNamedBy = (group: Group, { person }: Subject) => person !== undefined && isOfficer(group, person);

/** What one call holds about somebody. */
async function ownIn(ports: Reads, subject: Subject, id: CallId, concerned: boolean): Promise<OwnInCall | undefined> {
  const round = await openRound(ports, id);
  return round?.call && ownInRound(subject, { ...round, call: round.call }, concerned);
}

/** As above, of an open round. Messages are many: they are looked through where somebody has to do with the call. */
export async function ownInRound(
  subject: Subject,
  round: Round & { call: Call },
  concerned = true,
): Promise<OwnInCall | undefined> {
  const { group, call } = round;
  const [candidates, nominations, questions, requests] = await Promise.all([
    round.list("candidate"),
    round.list("nomination"),
    round.list("question"),
    round.list("request"),
  ]);
  const whole = { group, call, candidates, nominations, questions, requests, deliveries: [] };
  const found = ownInCall(subject, whole);
  if (!found && !concerned && !call.tellEarlier) return undefined;
  return ownInCall(subject, { ...whole, deliveries: await round.list("delivery") });
}

/** What a call, a poll or a meeting holds about somebody. */
async function ownInAny(
  ports: Reads,
  subject: Subject,
  round: Round,
): Promise<{ requests: DataRequest[] } | undefined> {
  const { call, poll, meeting } = round;
  if (call) return ownInRound(subject, { ...round, call });
  const asking = poll?.id ?? meeting?.poll ?? meeting?.id;
  const persons = asking ? await knownAs(ports, subject, asking) : [];
  return poll ? ownInPollRound(subject, persons, round) : ownInMeetingRound(subject, persons, round);
}

/** A person corrects how they are reached, in every call, poll and meeting and the group's list; how many changed. */
export async function correctOwnContact(ports: Ports, whose: Whose, contact: OwnContact): Promise<number> {
  const { calls, groups, ...asking } = await ownDataOf(ports, whose);
  let changed = await correctAsked(ports, whose.subject, asking, contact);
  for (const { group } of groups) if (await correctInList(ports, whose.subject, group.id, contact)) changed++;
  for (const { call } of calls)
    for (let rounds = 0; await corrected(ports, whose.subject, call.id, contact); rounds++) if (rounds === 0) changed++;
  return changed;
}

async function corrected(ports: Ports, subject: Subject, id: CallId, contact: OwnContact): Promise<boolean> {
  const decision = await change<Change, never>(ports, id, subject.person ?? "ehdolla", async (round) => {
    const own = round.call && (await ownInRound(subject, { ...round, call: round.call }, false));
    const none: Change = { facts: [], events: [] };
    return { ok: true, state: own ? correctContact(subject, own, contact, ports.clock.now()) : none };
  });
  return decision.ok && decision.state.facts.length > 0;
}

/** A request about one's own data to those who lead the group of a call, a poll or a meeting. */
export const askOfficers = (
  ports: Ports,
  { subject, within }: Whose,
  {
    round: id,
    nonce,
    ...asked
  }: { round: KeptId; nonce: string } & Pick<DataRequest, "name" | "email" | "lang" | "ask" | "text">,
) =>
  change<Change & { request: DataRequest }, RequestRefusal | NoSuchRound>(
    ports,
    id,
    subject.person ?? "ehdolla",
    async (round) => {
      const kept = keptIn(round);
      const { group } = round;
      const here = "group" in within ? group.id === within.group : group.place.tenant === within.tenant;
      if (!kept || !here) return refuse({ kind: "noSuchRound" });
      const own = await ownInAny(ports, subject, round);
      const request = requestIdOf(id, nonce, subject.person ?? subject.emails.join());
      return askAboutData(
        kept,
        {
          existing: own?.requests.find((r) => r.id === request),
          open: own?.requests.filter((r) => !r.answer).length ?? 0,
          concerned: own !== undefined,
        },
        { ...asked, id: request, nonce, now: ports.clock.now(), ...(subject.person ? { by: subject.person } : {}) },
      );
    },
  );
