import type { CallId, GroupId, RoundId } from "../domain/ids.ts";
import { type Damage, damagedFacts, damageIn, type Entry, type RecordHead } from "../domain/record.ts";
import type { Store } from "./ports.ts";
import { docsOf, HEADER, headerOf } from "./round.ts";

/** What the check of one round's record found. */
export interface Verified {
  round: RoundId;
  entries: number;
  head: RecordHead;
  damage: Damage[];
  /** The entry that the given head is the hash of, when it is one of this round's. */
  anchoredAt?: number;
}

/** The kinds of facts that the record keeps digests of. */
const KEPT = ["nomination", "candidate", "question"] as const;

/** Checks a round's record: the chain of entries, its end, and each fact against its last digest. */
export async function verifyRound(store: Store, round: RoundId, anchor?: string): Promise<Verified | undefined> {
  const header = await store.get(round, HEADER);
  if (!header) return undefined;
  const entries: Entry[] = [];
  for await (const doc of docsOf(store, round, "entry")) entries.push(doc.body as Entry);
  const { record: head, fact, salt } = headerOf(header);
  const present = new Map<string, { fact: object; salt: string }>([[fact.id, { fact, salt }]]);
  for (const kind of KEPT)
    for await (const doc of docsOf(store, round, kind)) present.set(doc.id, doc.body as { fact: object; salt: string });
  const inChain = damageIn(entries, head);
  const anchored = anchor && entries.find((e) => e.hash.startsWith(anchor.replace(/\s/g, "").toLowerCase()));
  return {
    round,
    entries: entries.length,
    head,
    damage: [...(inChain ? [inChain] : []), ...damagedFacts(entries, present)],
    ...(anchored ? { anchoredAt: anchored.seq } : {}),
  };
}

/** Every round of a store, through the lists that groups and calls are entered in. */
export async function* roundsIn(store: Store, listings: readonly string[]): AsyncGenerator<RoundId> {
  for (const listing of listings)
    for await (const group of docsOf(store, listing, "listed")) {
      yield group.id as GroupId;
      for await (const call of docsOf(store, group.id, "listed")) yield call.id as CallId;
    }
}
