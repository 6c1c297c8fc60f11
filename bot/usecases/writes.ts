import { noBoxes } from "../domain/box.ts";
import { deliveriesOf } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { deliveryDueAt } from "../domain/delivery-due.ts";
import { type Around, due } from "../domain/due.ts";
import { type Change, type Fact, type HeaderFact, isHeader } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { DeliveryId, RoundId } from "../domain/ids.ts";
import { nextPassing } from "../domain/passing.ts";
import {
  chained,
  digestOf,
  type Entry,
  GONE,
  type RecordEvent,
  type RecordHead,
  startOfRecord,
} from "../domain/record.ts";
import type { Instant } from "../domain/time.ts";
import { turnBoxes } from "./boxes.ts";
import type { Actor } from "./change.ts";
import { liveOf } from "./live-cards.ts";
import { type Said, within } from "./overflow.ts";
import type { NewDoc, Ports, Write } from "./ports.ts";
import { entryId, HEADER, type Header, headerOf, type Round } from "./round.ts";

/** What a change becomes: its own documents (header, facts, record entry), and what it causes to be said or drawn anew. */
export interface Writes extends Said {
  own: Write[];
}

/** One batch of it all; what is to be said and doesn't fit waits in a document of the batch. */
export const batchOf = async (ports: Ports, round: Round, writes: Writes, commit: string): Promise<Write[]> => [
  ...writes.own,
  ...(await within(round, writes.own.length, writes, commit, ports.clock.now())),
];

/** The documents that a change of a round becomes. */
export async function writesOf(
  ports: Ports,
  round: Round,
  changed: Change,
  by: Actor,
  commit: string,
): Promise<Writes> {
  const now = ports.clock.now();
  const stored = round.read.get(HEADER);
  const before = stored && headerOf(stored);
  const given = changed.facts.find(isHeader);
  const around = aroundOf(ports, round, given ?? before?.fact);
  const facts = [...(given ? [given] : []), ...changed.facts.filter((f) => f !== given)];
  const spoken = facts.map((fact) => speak(fact, around, round.id, now));
  const told = changed.events.length > 0 ? changed.facts : [];
  const sealed = spoken.map(({ fact }) => ({
    fact,
    salt: (!told.some((f) => f.id === fact.id) && saltOf(round, docIdOf(fact))) || ports.ids.random(),
  }));
  const turned = changed.boxes && (await turnBoxes(ports.store, round.id, before?.boxes ?? noBoxes, changed.boxes));
  const boxes = turned?.boxes ?? before?.boxes;
  const gone = goneOf(round, changed.gone ?? []);
  const also = [...(turned?.facts ?? []), ...(changed.told ?? []), ...gone.flatMap((one) => one.told)];
  const record = entryOf(round, changed, by, now, sealed, also);
  // a header that isn't changed itself says nothing new, and is due when it was
  const { fact, salt } = (given ? sealed[0] : before) as { fact: HeaderFact; salt: string };
  const body: Header = { fact, salt, record: headAfter(round, record), commit, ...(boxes && { boxes }) };
  const own = [
    write(round, HEADER, fact.kind, body, given ? dueAt(fact, around, now) : stored?.dueAt),
    ...(given ? sealed.slice(1) : sealed).map((one) =>
      write(round, one.fact.id, one.fact.kind, one, dueAt(one.fact, around, now)),
    ),
    ...(record ? [write(round, entryId(record.seq), "entry", record)] : []),
    ...(turned?.writes ?? []),
    ...gone.map((one) => one.write),
  ];
  const said = spoken
    .flatMap(({ said }) => said)
    .map((d) => write(round, d.id, "delivery", { fact: d, salt: "" }, d.at));
  const redraw = await liveOf(
    round,
    sealed.map((one) => one.fact),
    around,
    now,
  );
  for (const { id } of [...facts, ...spoken.flatMap(({ said }) => said)]) redraw.delete(id as DeliveryId);
  return { own, said, redraw: [...redraw] };
}

/** Facts that are deleted, and how the record tells it: as the version that was the last, without a digest. */
function goneOf(round: Round, ids: readonly string[]): { write: Write; told: Entry["facts"] }[] {
  const docs = ids.flatMap((id) => round.read.get(id) ?? []);
  return docs.map(({ id, version, type }) => ({
    write: { op: "delete", id, version },
    told: type === "circular" ? [] : [{ id, version, digest: GONE }],
  }));
}

const aroundOf = ({ calendar }: Ports, { group }: Round, header: Header["fact"] | undefined): Around => ({
  group: header?.kind === "group" ? header : group,
  call: header?.kind === "call" ? header : undefined,
  calendar,
});

/** What a new round begins with: its header and the record's first entry. */
export async function firstWritesOf(
  ports: Ports,
  fact: HeaderFact,
  group: Group,
  by: Actor,
  event: RecordEvent,
): Promise<Write[]> {
  const empty: Round = {
    id: fact.id,
    group,
    call: fact.kind === "call" ? fact : undefined,
    head: startOfRecord,
    read: new Map(),
    get: async () => undefined,
    list: async () => [],
  };
  const commit = ports.ids.random();
  const writes = await writesOf(ports, empty, { facts: [fact], events: [event] }, by, commit);
  return batchOf(ports, empty, writes, commit);
}

/** Adds what is due by now to a fact's `said`, and makes the deliveries for it. */
function speak(fact: Fact, around: Around, round: RoundId, now: Instant): { fact: Fact; said: Delivery[] } {
  if (!("said" in fact)) return { fact, said: [] };
  const fresh = due(fact, around).filter((d) => d.at <= now && !fact.said.includes(d.key));
  if (fresh.length === 0) return { fact, said: [] };
  return {
    fact: { ...fact, said: [...fact.said, ...fresh.map((d) => d.key)] },
    said: fresh.filter((d) => (d.until ?? Infinity) > now).flatMap((d) => deliveriesOf(fact.id, d, round, now)),
  };
}

/** When the settler must look at a fact again: the next thing to say, or the next change by time alone. */
function dueAt(fact: Fact, around: Around, now: Instant): Instant | undefined {
  if (fact.kind === "delivery") return deliveryDueAt(fact);
  const later = "said" in fact ? due(fact, around).filter((d) => !fact.said.includes(d.key) && d.at > now) : [];
  const times = [nextPassing(fact, around), ...later.map((d) => d.at)].filter((t) => t !== undefined);
  return times.length ? Math.min(...times) : undefined;
}

function entryOf(
  round: Round,
  changed: Change,
  by: Actor,
  at: Instant,
  sealed: { fact: Fact; salt: string }[],
  boxes: Entry["facts"] = [],
) {
  if (changed.events.length === 0) return undefined;
  const facts = sealed
    .filter(
      ({ fact }) =>
        fact.kind !== "delivery" &&
        fact.kind !== "mailing" &&
        fact.kind !== "circular" &&
        changed.facts.some((f) => f.id === fact.id),
    )
    .map(({ fact, salt }) => ({
      id: fact.id,
      version: nextVersion(round, docIdOf(fact)),
      digest: digestOf(fact, salt),
    }));
  return chained(round.head, { at, by, events: changed.events, facts: [...facts, ...boxes] });
}

/** A change that the record doesn't tell of (something was said) leaves the recorded digest valid. */
const saltOf = (round: Round, id: string): string | undefined =>
  (round.read.get(id)?.body as { salt?: string } | undefined)?.salt;

const docIdOf = (fact: Fact): string => (isHeader(fact) ? HEADER : fact.id);

const headAfter = (round: Round, entry: ReturnType<typeof entryOf>): RecordHead =>
  entry ? { seq: entry.seq, head: entry.hash } : round.head;

const nextVersion = (round: Round, id: string): number => (round.read.get(id)?.version ?? 0) + 1;

function write(round: Round, id: string, type: string, body: unknown, due?: Instant): Write {
  const version = nextVersion(round, id);
  const doc: NewDoc = {
    pk: round.id,
    id,
    type,
    version,
    body,
    ...(due === undefined ? {} : { dueAt: due }),
  };
  return { op: version === 1 ? "create" : "replace", doc };
}
