import { noBoxes } from "../domain/box.ts";
import { answersTold, type BoxDamage, damagedAnswers, damageInBoxes } from "../domain/box-damage.ts";
import type { RoundId } from "../domain/ids.ts";
import { type Damage, damagedFacts, damageIn, type Entry, type RecordHead } from "../domain/record.ts";
import { boxesOf } from "./box-record.ts";
import type { Store } from "./ports.ts";
import { docsOf, HEADER, headerOf } from "./round.ts";

/** What the check of one round's record found. */
export interface Verified {
  round: RoundId;
  entries: number;
  head: RecordHead;
  /** Where ballots or answers were taken in. */
  boxes: number;
  damage: (Damage | BoxDamage)[];
  /** The entry that the given head is the hash of, when it is one of this round's. */
  anchoredAt?: number;
}

interface Kept {
  fact: object;
  salt: string;
}

/** The kinds of facts that the record keeps digests of. */
const KEPT = ["nomination", "candidate", "question", "request"] as const;

/** Checks a round's record: the chain of entries, its end, each fact against its last digest, and the same for its boxes. */
export async function verifyRound(store: Store, round: RoundId, anchor?: string): Promise<Verified | undefined> {
  const header = await store.get(round, HEADER);
  if (!header) return undefined;
  const entries: Entry[] = [];
  for await (const doc of docsOf(store, round, "entry")) entries.push(doc.body as Entry);
  const { record: head, fact, salt, boxes = noBoxes } = headerOf(header);
  const present = new Map<string, Kept>([[fact.id, { fact, salt }]]);
  for (const kind of KEPT) for await (const doc of docsOf(store, round, kind)) present.set(doc.id, doc.body as Kept);
  const inChain = damageIn(entries, head);
  const kept = await boxesOf(store, round);
  const inBoxes = [
    ...damageInBoxes(boxes, kept, entries),
    ...damagedAnswers(kept, entries, await answersIn(store, round, answersTold(kept))),
  ];
  const anchored = anchor && entries.find((e) => e.hash.startsWith(anchor));
  return {
    round,
    entries: entries.length,
    head,
    boxes: boxes.ids.length,
    damage: [...(inChain ? [inChain] : []), ...damagedFacts(entries, present), ...inBoxes],
    ...(anchored ? { anchoredAt: anchored.seq } : {}),
  };
}

/** All documents of the kinds that boxes tell of by name, so that one that nobody recorded shows too. */
async function answersIn(store: Store, round: RoundId, told: readonly string[]): Promise<Map<string, Kept>> {
  const present = new Map<string, Kept>();
  for (const id of told) {
    const type = present.has(id) ? undefined : (await store.get(round, id))?.type;
    if (type) for await (const doc of docsOf(store, round, type)) present.set(doc.id, doc.body as Kept);
  }
  return present;
}
