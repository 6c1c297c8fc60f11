import type { CallId, PersonId } from "../domain/ids.ts";
import { forgetOutsider } from "./forget.ts";
import { type Doc, type Ports, StaleVersion, type Store, type Write } from "./ports.ts";
import { unlistPublic } from "./public-call.ts";
import { HEADER, headerOf } from "./round.ts";

/** What stands in a call's partition beside its header. */
const CHILDREN = [
  "nomination",
  "candidate",
  "question",
  "request",
  "mailing",
  "delivery",
  "overflow",
  "entry",
  "link",
  "webDraft",
] as const;
const PAGE = 90;

/**
 * Deletes a call with everything in it: notes in people's partitions and the facts page by page, then its line in the
 * group's list, the header last. A crash in between leaves a header, and with it the rest is deleted the next time.
 */
export async function purgeRound(ports: Ports, id: CallId): Promise<void> {
  const { store } = ports;
  await ports.queue(id, async () => {
    for (let header = await store.get(id, HEADER); header; header = await store.get(id, HEADER)) {
      await forgetPeople(store, id, [header]);
      for (const type of CHILDREN) await emptied(store, id, type);
      const { fact } = headerOf(header);
      if (fact.kind === "call") {
        await gone(store, fact.group, await store.get(fact.group, id));
        if (fact.publicId) await unlistPublic(ports, fact.publicId);
      }
      // whoever changed the call meanwhile has put something into it again: then all of it once more
      if (await gone(store, id, header)) break;
    }
  });
  ports.log.info({ round: id }, "round purged");
}

async function emptied(store: Store, id: CallId, type: (typeof CHILDREN)[number]): Promise<void> {
  for (;;) {
    const { docs } = await store.list(id, type, { limit: PAGE });
    if (docs.length === 0) return;
    await forgetPeople(store, id, docs);
    await deleted(store, id, docs);
  }
}

/** The notes that a round concerns them, in the partitions of all whom these documents name. */
async function forgetPeople(store: Store, id: CallId, docs: readonly Doc[]): Promise<void> {
  const named = new Set(docs.flatMap((doc) => JSON.stringify(doc.body).match(/person:[0-9a-z-]+/g) ?? []));
  for (const person of named) {
    await gone(store, person as PersonId, await store.get(person, id));
    await forgetOutsider({ store }, person as PersonId);
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
