import { mayStart, type StartRefusal } from "../domain/call-draft.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import { hashed } from "../domain/hashed.ts";
import type { GroupId, PersonId, PollId } from "../domain/ids.ts";
import { sameEmail } from "../domain/person.ts";
import type { Poll } from "../domain/poll.ts";
import {
  cancelPoll as cancel,
  closePoll as close,
  extendPoll as extend,
  type NamedStandIn,
  nameStandIn as name,
  remindPoll as remind,
} from "../domain/poll-close.ts";
import { type Confirmed, decidePoll as decide } from "../domain/poll-decide.ts";
import { newPoll, type PollWritten, savePoll as save } from "../domain/poll-draft.ts";
import { editOptions as edit, type OptionsEdit } from "../domain/poll-options.ts";
import { type PollPress, postPoll as post } from "../domain/poll-post.ts";
import type { Instant, Moment } from "../domain/time.ts";
import { begin } from "./begin.ts";
import { change, type NoSuchRound } from "./change.ts";
import { listPoll } from "./listing.ts";
import { callMeetings } from "./meeting-call.ts";
import { noteRound, readPerson } from "./people.ts";
import { closeIfAnswered } from "./poll-answer.ts";
import type { Ports } from "./ports.ts";
import { rosterOf } from "./roster.ts";
import { type Round, readGroup, readPoll } from "./round.ts";

/** A poll, and the tenant that the presser is in. */
export interface AtPoll {
  poll: PollId;
  tenant: string;
}

interface Press {
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** Begins a draft; a second press with the same nonce is the same draft. */
export async function startPoll(
  ports: Ports,
  {
    group: groupId,
    tenant,
    by,
    nonce,
    content,
  }: { group: GroupId; tenant: string; by: PersonId; nonce: string; content?: PollWritten | undefined },
): Promise<Decision<Poll, StartRefusal | NoSuchRound>> {
  const group = await readGroup(ports.store, groupId);
  if (!group || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  const refusal = mayStart(group, by);
  if (refusal) return refuse(refusal);
  const id: PollId = `poll:${hashed(`${groupId}\n${by}\n${nonce}`)}`;
  const poll = newPoll(group, { id, by, now: ports.clock.now(), content });
  await noteRound(ports, by, id);
  await listPoll(ports, groupId, id);
  const isNew = await begin(ports, poll, group, by, "pollDrafted");
  return accept(isNew ? poll : ((await readPoll(ports.store, id)) ?? poll));
}

/** A change of one poll of the presser's own tenant; to others it isn't there. */
export const changed = <S extends Change, R>(
  ports: Ports,
  { poll: id, tenant }: AtPoll,
  by: PersonId,
  decide: (poll: Poll, group: Group, round: Round) => Promise<Decision<S, R>> | Decision<S, R>,
): Promise<Decision<S, R | NoSuchRound>> =>
  change<S, R | NoSuchRound>(ports, id, by, (round) =>
    round.poll && round.group.place.tenant === tenant
      ? decide(round.poll, round.group, round)
      : refuse({ kind: "noSuchRound" }),
  );

/** Keeps what the chair wrote about a poll; one that then waits for nobody closes. */
export async function savePoll(
  ports: Ports,
  at: AtPoll,
  page: { written: PollWritten; rev: number; nonce: string; by: PersonId },
) {
  const decision = await changed(ports, at, page.by, async (poll, group, { list }) =>
    save(poll, group, { ...page, now: ports.clock.now() }, (await list("pollAnswer")).length > 0),
  );
  if (decision.ok && decision.state.poll.status === "open") await closeIfAnswered(ports, at.poll);
  return decision;
}

/** Adds and takes away times, also while people answer. */
export const editOptions = (ports: Ports, at: AtPoll, options: OptionsEdit) =>
  changed(ports, at, options.by, (poll, group) => edit(poll, group, options));

/** Posts the poll in the channel and asks everybody. */
export async function postPoll(ports: Ports, at: AtPoll, press: PollPress & { anyway?: boolean }) {
  const found = await readPoll(ports.store, at.poll);
  const group = found && (await readGroup(ports.store, found.group));
  const members = group ? await membersAmong(ports, group, found.asked) : [];
  return changed(ports, at, press.by, (poll, group) => post(poll, group, press, { members, calendar: ports.calendar }));
}

/** Who counts as a member of a group now: the persons named, or its team. */
export const membersOf = async (ports: Ports, group: Group): Promise<PersonId[]> =>
  group.members.kind === "named" ? group.members.persons : (await rosterOf(ports, group)).map((m) => m.id);

/** The same, and of those who are asked the members outside Teams, whom a group knows by their address. */
export async function membersAmong(
  ports: Ports,
  group: Group,
  asked: readonly Pick<Poll["asked"][number], "person">[],
): Promise<PersonId[]> {
  const members = await membersOf(ports, group);
  const outside = group.members.kind === "named" ? (group.members.outside ?? []) : [];
  const addresses = new Set(outside.flatMap(({ email }) => (email ? [sameEmail(email)] : [])));
  if (addresses.size === 0) return members;
  const people = await Promise.all(asked.map(({ person }) => readPerson(ports.store, person)));
  const theirs = people.flatMap((p) => (p?.email && addresses.has(sameEmail(p.email)) ? [p.id] : []));
  return [...new Set([...members, ...theirs])];
}

export const closePoll = (ports: Ports, at: AtPoll, press: Press) =>
  changed(ports, at, press.by, (poll, group) => close(poll, group, press));

/** A later deadline, which opens a closed poll again. */
export const extendPoll = (ports: Ports, at: AtPoll, press: Press & { deadline: Moment }) =>
  changed(ports, at, press.by, (poll, group) => extend(poll, group, press, ports.calendar));

export const cancelPoll = (ports: Ports, at: AtPoll, press: Press & { reason?: string | undefined }) =>
  changed(ports, at, press.by, (poll, group) => cancel(poll, group, press));

/** Reminds those who haven't answered, once quiet hours are over. */
export const remindPoll = (ports: Ports, at: AtPoll, press: Press) =>
  changed(ports, at, press.by, (poll, group) => remind(poll, group, press, ports.calendar));

/** Names who may answer for somebody; without `as`, no longer. */
export async function nameStandIn(ports: Ports, at: AtPoll, wish: NamedStandIn & { by: PersonId }) {
  await noteRound(ports, wish.standIn, at.poll);
  return changed(ports, at, wish.by, (poll, group) => name(poll, group, { ...wish, now: ports.clock.now() }));
}

/** Confirms the times: the meetings are made, and the settler calls everybody to them. */
export async function decidePoll(ports: Ports, at: AtPoll, press: PollPress & Confirmed) {
  const decision = await changed(ports, at, press.by, (poll, group) => decide(poll, group, press));
  if (decision.ok) await callMeetings(ports, at.poll);
  return decision;
}
