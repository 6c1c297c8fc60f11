import { type Box, type Boxes, type BoxId, boxFor, emptyBox, noBoxes } from "../domain/box.ts";
import type { RoundId } from "../domain/ids.ts";
import { chained, digestOf, type Entry } from "../domain/record.ts";
import type { Doc, Ports, Store, Write } from "./ports.ts";
import { backOff, isConflict, PATIENCE } from "./retry.ts";
import { entryId, HEADER, type Header, headerOf } from "./round.ts";

/** A box as it is stored: with the last commit's id, so that a commit whose answer got lost is recognised. */
export interface BoxBody {
  fact: Box;
  salt: "";
  commit: string;
}

export const boxOf = (doc: Doc): BoxBody => doc.body as BoxBody;

type Joining = Pick<Ports, "store" | "clock" | "queue">;

/**
 * Makes a process's box and enters it in the round's header, in one batch, unless it is there or the header is full.
 * False when the round is closed.
 */
export async function joinBoxes(ports: Joining, round: RoundId, id: BoxId): Promise<boolean> {
  return ports.queue(round, async () => {
    const giveUpAt = performance.now() + PATIENCE;
    for (let tries = 1; ; tries++) {
      const doc = await ports.store.get(round, HEADER);
      const boxes = doc && (headerOf(doc).boxes ?? noBoxes);
      if (!doc || !boxes || boxes.status === "closed") return false;
      if (boxes.ids.includes(id) || boxFor(boxes, id) !== id) return true;
      try {
        await ports.store.commit(round, joining(ports, doc, boxes, id));
        return true;
      } catch (error) {
        const retried = isConflict(error) && performance.now() < giveUpAt;
        if (!retried && !(await isListed(ports.store, round, id))) throw error;
      }
      await backOff(tries);
    }
  });
}

function joining(ports: Joining, doc: Doc, boxes: Boxes, id: BoxId): Write[] {
  const box = emptyBox(id);
  const { record } = headerOf(doc);
  const facts = [{ id, version: 1, digest: boxDigest(box) }];
  const entry = chained(record, { at: ports.clock.now(), by: "ehdolla", events: ["boxOpened"], facts });
  const body: BoxBody = { fact: box, salt: "", commit: "" };
  return [
    changedHeader(doc, { boxes: { ...boxes, ids: [...boxes.ids, id] }, record: { seq: entry.seq, head: entry.hash } }),
    { op: "create", doc: { pk: doc.pk, id, type: "box", version: 1, body } },
    { op: "create", doc: { pk: doc.pk, id: entryId(entry.seq), type: "entry", version: 1, body: entry } },
  ];
}

async function isListed(store: Store, round: RoundId, id: BoxId): Promise<boolean> {
  const doc = await store.get(round, HEADER);
  return doc !== undefined && (headerOf(doc).boxes?.ids.includes(id) ?? false);
}

/** The header's commit id stays, for by it a change whose answer got lost still recognises itself. */
const changedHeader = (doc: Doc, change: Partial<Header>): Write => ({
  op: "replace",
  doc: { ...doc, version: doc.version + 1, body: { ...headerOf(doc), ...change } },
});

/**
 * Opens or closes every listed box, for the batch that also changes the header: an entry is either in before the
 * closing or refused. The facts go into the header's record, which so vouches for every box's count and chain.
 */
export async function turnBoxes(
  store: Store,
  round: RoundId,
  { ids }: Boxes,
  status: Box["status"],
): Promise<{ boxes: Boxes; writes: Write[]; facts: Entry["facts"] }> {
  const docs = await Promise.all(ids.map((id) => store.get(round, id)));
  const turned = docs.map((doc, i) => {
    if (!doc) throw new Error(`${round}/${ids[i]} is listed in the header and missing`);
    const before = boxOf(doc);
    const body: BoxBody = { ...before, fact: { ...before.fact, status } };
    return { ...doc, version: doc.version + 1, body };
  });
  return {
    boxes: { status, ids },
    writes: turned.map((doc) => ({ op: "replace", doc })),
    facts: turned.map(({ id, version, body }) => ({ id, version, digest: boxDigest(body.fact) })),
  };
}

const boxDigest = (box: Box): string => digestOf(box, "");

/** Asks the writers of all processes to pause: boxes that change all the time could never be closed together. */
export async function holdBoxes(ports: Pick<Ports, "store" | "ids">, round: RoundId): Promise<void> {
  const doc = await ports.store.get(round, HEADER);
  const boxes = doc && headerOf(doc).boxes;
  if (doc && boxes?.status === "open") await replaced(ports.store, doc, { ...boxes, hold: ports.ids.random() });
}

/** Takes back what somebody asked for who is gone. */
export async function releaseBoxes(store: Store, header: Doc): Promise<void> {
  const { hold: _, ...boxes } = headerOf(header).boxes ?? noBoxes;
  await replaced(store, header, boxes);
}

/** Unless somebody was first; then it is to be looked at anew. */
async function replaced(store: Store, header: Doc, boxes: Boxes): Promise<void> {
  try {
    await store.commit(header.pk, [changedHeader(header, { boxes })]);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}
