import type { Call } from "../domain/call.ts";
import type { Fact, FactOf } from "../domain/facts.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import {
  type OnItsWay,
  soonestFirst,
  type Waiting,
  waitingForOfficers,
  waitingFor as waitingForPerson,
  waitingInGroup,
} from "../domain/waiting.ts";
import { waitingAboutData } from "../domain/waiting-data.ts";
import { groupsOf } from "./group.ts";
import { waitingInPolls } from "./home-poll.ts";
import { callsOf, meetingsOf, pollsOf } from "./listing.ts";
import { waitingInMeetings } from "./meeting-reading.ts";
import { roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { factsOf, readCall, readGroup } from "./round.ts";

type Reads = Pick<Ports, "store">;

/** A group that a person leads, with its calls, newest first. */
export interface Led {
  group: Group;
  calls: Call[];
}

/** The groups that a person leads (or has yet to set up), each with its calls. */
export async function ledBy(ports: Reads, person: PersonId, tenant: string): Promise<Led[]> {
  const groups = await groupsOf(ports, person, tenant);
  return Promise.all(groups.map(async (group) => ({ group, calls: await callsOf(ports, group.id) })));
}

/** Everything in a tenant that waits for a person, the soonest first. */
export async function waitingFor(
  ports: Reads & Pick<Ports, "clock">,
  person: PersonId,
  tenant: string,
  led?: readonly Led[],
): Promise<Waiting[]> {
  const mine = led ?? (await ledBy(ports, person, tenant));
  const found = mine.flatMap(({ group }) => waitingInGroup(group));
  const calls = new Set<CallId>(mine.flatMap((one) => one.calls.map((call) => call.id)));
  for (const id of await roundsOf(ports.store, person)) if (id.startsWith("call:")) calls.add(id as CallId);
  for (const { group, calls: own } of mine) {
    if (!group.ready || !isOfficer(group, person)) continue;
    for (const kept of [...own, ...(await pollsOf(ports, group.id)), ...(await meetingsOf(ports, group.id))]) {
      const requests = await collected(factsOf(ports.store, kept.id, "request"));
      found.push(...waitingAboutData({ kept, group, requests }, ports.clock.now()));
    }
  }
  for (const id of calls) {
    const round = await onItsWay(ports, id, tenant);
    if (!round) continue;
    found.push(...waitingForPerson(person, round));
    if (round.group.ready && isOfficer(round.group, person)) found.push(...waitingForOfficers(round));
  }
  const leads = mine.flatMap(({ group }) => (group.ready && isOfficer(group, person) ? [group] : []));
  found.push(...(await waitingInPolls(ports, person, tenant, leads)));
  found.push(...(await waitingInMeetings(ports, person, tenant, leads)));
  return soonestFirst(found);
}

/** A call that still asks something of somebody, with what it asks it about. */
async function onItsWay({ store }: Reads, id: CallId, tenant: string): Promise<OnItsWay | undefined> {
  const call = await readCall(store, id);
  if (!call || call.status === "selected" || call.status === "cancelled") return undefined;
  const group = await readGroup(store, call.group);
  if (group?.place.tenant !== tenant) return undefined;
  const all = <K extends "candidate" | "nomination" | "question">(kind: K) => collected(factsOf(store, id, kind));
  const [candidates, nominations, questions] = await Promise.all([
    all("candidate"),
    all("nomination"),
    all("question"),
  ]);
  return { call, group, candidates, nominations, questions };
}

async function collected<K extends Fact["kind"]>(facts: AsyncGenerator<FactOf<K>>): Promise<FactOf<K>[]> {
  const list: FactOf<K>[] = [];
  for await (const fact of facts) list.push(fact);
  return list;
}
