import type { Boxes } from "../domain/box.ts";
import type { Call } from "../domain/call.ts";
import type { Fact, FactOf, HeaderFact } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { RoundId } from "../domain/ids.ts";
import type { Meeting } from "../domain/meeting.ts";
import type { Poll } from "../domain/poll.ts";
import type { RecordHead } from "../domain/record.ts";
import type { Kept } from "../domain/retention.ts";
import type { Doc, Ports, Store, Write } from "./ports.ts";

/** The document every change of a round replaces: the fact that it is about, the record's head and the last commit's id. */
export interface Header {
  fact: HeaderFact;
  salt: string;
  record: RecordHead;
  commit: string;
  /** Where ballots and answers are taken in; absent until the first one. */
  boxes?: Boxes;
}

export const HEADER = "header";

/** A round as it was read: the header, and facts as they are asked for, with the versions that a commit builds on. */
export interface Round {
  id: RoundId;
  group: Group;
  /** Absent in a round that isn't a call's. */
  call: Call | undefined;
  poll?: Poll;
  meeting?: Meeting;
  head: RecordHead;
  get<K extends RoundFact>(kind: K, id: string): Promise<FactOf<K> | undefined>;
  list<K extends RoundFact>(kind: K): Promise<FactOf<K>[]>;
  /** Documents read so far, by id. */
  read: ReadonlyMap<string, Doc>;
}

/** What a round is about, when that is kept for a time and then erased; nothing in a group's own. */
export const keptIn = ({ call, poll, meeting }: Pick<Round, "call" | "poll" | "meeting">): Kept | undefined =>
  call ?? poll ?? meeting;

/** What a round is about: the fact in its header. */
export const subjectOf = ({ call, poll, meeting, group }: Round): HeaderFact => call ?? poll ?? meeting ?? group;

export type RoundFact = Exclude<Fact["kind"], HeaderFact["kind"]>;

interface FactBody {
  fact: Fact;
  salt: string;
}

/** The document of the record's line of that number; in order of id they are the chain. */
export const entryId = (seq: number): string => `entry:${String(seq).padStart(9, "0")}`;

export const headerOf = (doc: Doc): Header => doc.body as Header;
export const factOf = (doc: Doc): Fact => (doc.body as FactBody).fact;

/** All facts of one kind in a round, page by page, in order of id. */
export async function* factsOf<K extends RoundFact>(store: Store, round: RoundId, kind: K): AsyncGenerator<FactOf<K>> {
  for await (const doc of docsOf(store, round, kind)) yield factOf(doc) as FactOf<K>;
}

/** All documents of one type in a partition, page by page, in order of id. */
export async function* docsOf(store: Store, pk: string, type: string): AsyncGenerator<Doc> {
  let after: string | undefined;
  do {
    const page = await store.list(pk, type, { limit: 100, ...(after === undefined ? {} : { after }) });
    yield* page.docs;
    after = page.next;
  } while (after !== undefined);
}

export async function readGroup(store: Store, id: string): Promise<Group | undefined> {
  const doc = await store.get(id, HEADER);
  return doc && (headerOf(doc).fact as Group);
}

export async function readCall(store: Store, id: string): Promise<Call | undefined> {
  const doc = await store.get(id, HEADER);
  return doc && (headerOf(doc).fact as Call);
}

export async function readPoll(store: Store, id: string): Promise<Poll | undefined> {
  const doc = await store.get(id, HEADER);
  const fact = doc && headerOf(doc).fact;
  return fact?.kind === "poll" ? fact : undefined;
}

export async function readMeeting(store: Store, id: string): Promise<Meeting | undefined> {
  const doc = await store.get(id, HEADER);
  const fact = doc && headerOf(doc).fact;
  return fact?.kind === "meeting" ? fact : undefined;
}

/** A round as it stands; nothing when there is none of that id. */
export async function openRound({ store }: Pick<Ports, "store">, id: RoundId): Promise<Round | undefined> {
  const doc = await store.get(id, HEADER);
  if (!doc) return undefined;
  const { fact } = headerOf(doc);
  const group = fact.kind === "group" ? fact : await readGroup(store, fact.group);
  return group && roundOf(store, group, doc, new Map([[HEADER, doc]]));
}

/**
 * The round as it will be once the writes are in, for a decision that is saved in the same batch. Its header keeps the
 * stored version, for a batch replaces it once.
 */
export function roundAfter({ store }: Pick<Ports, "store">, round: Round, writes: readonly Write[]): Round {
  const read = new Map(round.read);
  for (const write of writes) {
    if (write.op === "delete") read.delete(write.id);
    else read.set(write.doc.id, { schema: 1, ...write.doc });
  }
  const [before, after] = [round.read.get(HEADER), read.get(HEADER)];
  if (!before || !after) throw new Error(`${round.id} has no header`);
  const header = { ...after, version: before.version };
  const { fact } = headerOf(header);
  return roundOf(store, fact.kind === "group" ? fact : round.group, header, read.set(HEADER, header));
}

function roundOf(store: Store, group: Group, header: Doc, read: Map<string, Doc>): Round {
  const { fact, record } = headerOf(header);
  const id = header.pk as RoundId;
  return {
    id,
    group,
    call: fact.kind === "call" ? fact : undefined,
    ...(fact.kind === "poll" && { poll: fact }),
    ...(fact.kind === "meeting" && { meeting: fact }),
    head: record,
    read,
    async get<K extends RoundFact>(kind: K, factId: string) {
      const found = read.get(factId) ?? (await store.get(id, factId));
      if (found?.type !== kind) return undefined;
      read.set(factId, found);
      return factOf(found) as FactOf<K>;
    },
    async list<K extends RoundFact>(kind: K) {
      const facts: FactOf<K>[] = [];
      for await (const found of docsOf(store, id, kind)) {
        read.set(found.id, found);
        facts.push(factOf(found) as FactOf<K>);
      }
      return facts;
    },
  };
}
