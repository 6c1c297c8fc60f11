import type { HeaderFact } from "../domain/facts.ts";
import type { KeptId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import { forgetOutsider } from "./forget.ts";
import { type Doc, type Ports, StaleVersion, type Store, type Write } from "./ports.ts";
import { unlistPublic } from "./public-call.ts";
import { HEADER, headerOf } from "./round.ts";

/** What stands in a round's partition beside its header. */
const CHILDREN = [
  "nomination",
  "candidate",
  "question",
  "request",
  "pollAnswer",
  "attendance",
  "mailing",
  "circular",
  "delivery",
  "overflow",
  "boxLines",
  "box",
  "entry",
  "link",
  "webDraft",
] as const;
const PAGE = 90;

/**
 * Deletes a round with everything in it: notes in people's partitions and the facts page by page, then its line in the
 * group's list, the header last. A crash in between leaves a header, and with it the rest is deleted the next time.
 */
export async function purgeRound(ports: Ports, id: KeptId): Promise<void> {
  const { store } = ports;
  await ports.queue(id, async () => {
    for (let header = await store.get(id, HEADER); header; header = await store.get(id, HEADER)) {
      const { fact } = headerOf(header);
      await forgetPeople(store, fact, [header]);
      for (const type of CHILDREN) await emptied(store, fact, type);
      if (fact.kind !== "group") await gone(store, fact.group, await store.get(fact.group, id));
      if (fact.kind === "call" && fact.publicId) await unlistPublic(ports, fact.publicId);
      // whoever changed the round meanwhile has put something into it again: then all of it once more
      if (await gone(store, id, header)) break;
    }
  });
  ports.log.info({ round: id }, "round purged");
}

/** Where people outside Teams became known: those of a poll are, as long as one of its meetings is. */
const knownIn = (fact: HeaderFact): PollId | MeetingId | undefined =>
  fact.kind === "poll" ? fact.id : fact.kind === "meeting" ? (fact.poll ?? fact.id) : undefined;

async function emptied(store: Store, fact: HeaderFact, type: (typeof CHILDREN)[number]): Promise<void> {
  for (;;) {
    const { docs } = await store.list(fact.id, type, { limit: PAGE });
    if (docs.length === 0) return;
    await forgetPeople(store, fact, docs);
    await deleted(store, fact.id, docs);
  }
}

/** The notes that a round concerns them, in the partitions of all whom these documents name. */
async function forgetPeople(store: Store, fact: HeaderFact, docs: readonly Doc[]): Promise<void> {
  const named = new Set(docs.flatMap((doc) => JSON.stringify(doc.body).match(/person:[0-9a-z-]+/g) ?? []));
  for (const person of named) {
    await gone(store, person as PersonId, await store.get(person, fact.id));
    await forgetOutsider({ store }, person as PersonId, knownIn(fact));
  }
}

/** False when somebody else replaced or deleted it first. */
async function gone(store: Store, pk: string, doc: Doc | undefined): Promise<boolean> {
  return doc ? deleted(store, pk, [doc]) : true;
}

async function deleted(store: Store, pk: string, docs: readonly Doc[]): Promise<boolean> {
  const writes = docs.map(({ id, version }): Write => ({ op: "delete", id, version }));
  try {
    await store.commit(pk, writes);
    return true;
  } catch (error) {
    if (error instanceof StaleVersion) return false;
    throw error;
  }
}
