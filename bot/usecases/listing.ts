import type { Call } from "../domain/call.ts";
import type { Group } from "../domain/group.ts";
import { hashed } from "../domain/hashed.ts";
import type { CallId, GroupId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { Meeting } from "../domain/meeting.ts";
import type { Poll } from "../domain/poll.ts";
import { isInGroup } from "./membership.ts";
import { roundsOf } from "./people.ts";
import { AlreadyExists, type Ports, type Store } from "./ports.ts";
import { docsOf, readCall, readGroup, readMeeting, readPoll } from "./round.ts";

type Reads = Pick<Ports, "store">;
/** What it takes to know who is in a team. */
type Asks = Pick<Ports, "store" | "directory">;

/** The partition that lists a tenant's groups. */
export const tenantPk = (tenant: string) => `tenant:${hashed(tenant, 32)}`;

/** Lists a group under its tenant. Written before the group itself; a line that leads nowhere is passed over. */
export const listGroup = (ports: Reads, tenant: string, group: GroupId) => noted(ports.store, tenantPk(tenant), group);

/** Lists a call under its group. Written before the call itself. */
export const listCall = (ports: Reads, group: GroupId, call: CallId) => noted(ports.store, group, call);

/** Lists a poll under its group. Written before the poll itself. */
export const listPoll = (ports: Reads, group: GroupId, poll: PollId) => noted(ports.store, group, poll, "listedPoll");

/** Lists a meeting under its group. Written before the meeting itself. */
export const listMeeting = (ports: Reads, group: GroupId, meeting: MeetingId) =>
  noted(ports.store, group, meeting, "listedMeeting");

/** A group's polls, newest first. */
export async function pollsOf({ store }: Reads, group: GroupId): Promise<Poll[]> {
  const polls: Poll[] = [];
  for await (const doc of docsOf(store, group, "listedPoll")) {
    const poll = await readPoll(store, doc.id);
    if (poll) polls.push(poll);
  }
  return polls.sort((a, b) => b.createdAt - a.createdAt);
}

/** A group's meetings, in order of time. */
export async function meetingsOf({ store }: Reads, group: GroupId): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for await (const doc of docsOf(store, group, "listedMeeting")) {
    const meeting = await readMeeting(store, doc.id);
    if (meeting) meetings.push(meeting);
  }
  return meetings.sort((a, b) => a.start.at - b.start.at);
}

/** The groups of a tenant that have been set up. */
export async function groupsIn({ store }: Reads, tenant: string): Promise<Group[]> {
  const groups: Group[] = [];
  for await (const doc of docsOf(store, tenantPk(tenant), "listed")) {
    const group = await readGroup(store, doc.id);
    if (group?.ready) groups.push(group);
  }
  return groups;
}

/** A group's calls, newest first. */
export async function callsOf({ store }: Reads, group: GroupId): Promise<Call[]> {
  const calls: Call[] = [];
  for await (const doc of docsOf(store, group, "listed")) {
    const call = await readCall(store, doc.id);
    if (call) calls.push(call);
  }
  return calls.sort((a, b) => b.createdAt - a.createdAt);
}

/** The open calls of a tenant; a practice call shows only to those whom the group's rounds concern. */
export async function openCalls(
  ports: Asks,
  tenant: string,
  person: PersonId,
): Promise<{ group: Group; call: Call }[]> {
  const concerned = new Set(await roundsOf(ports.store, person));
  const found: { group: Group; call: Call }[] = [];
  for (const group of await groupsIn(ports, tenant))
    for (const call of await callsOf(ports, group.id))
      if (
        call.status === "open" &&
        (!call.practice || concerned.has(group.id) || (await isInGroup(ports, group, person)))
      )
        found.push({ group, call });
  return found;
}

async function noted(store: Store, pk: string, id: string, type = "listed"): Promise<void> {
  if (await store.get(pk, id)) return;
  try {
    await store.commit(pk, [{ op: "create", doc: { pk, id, type, version: 1, body: {} } }]);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}
