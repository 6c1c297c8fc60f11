import { freshened } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { deliveryDueAt } from "../domain/delivery-due.ts";
import type { DeliveryId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import type { Doc, Ports, Write } from "./ports.ts";
import { backOff, isConflict } from "./retry.ts";
import { factOf } from "./round.ts";

/** A batch takes at most so many writes. */
const MOST = 100;
/** So many of each are dealt out at a time. */
const PAGE = 45;

/** What a change makes said beyond its own batch: new messages, and live cards to be drawn anew. */
interface Overflow {
  deliveries: Delivery[];
  redraw: DeliveryId[];
}

/** As many of the messages as fit the batch; the rest waits in one document of it, for the settler to deal out. */
export function within(pk: string, taken: number, said: readonly Write[], commit: string, now: Instant): Write[] {
  if (taken + said.length <= MOST) return [...said];
  const room = Math.max(0, MOST - taken - 1);
  const rest: Overflow = { deliveries: [], redraw: [] };
  for (const write of said.slice(room)) {
    if (write.op === "create") rest.deliveries.push((write.doc.body as { fact: Delivery }).fact);
    if (write.op === "replace") rest.redraw.push(write.doc.id as DeliveryId);
  }
  const doc = { pk, id: `overflow:${commit}`, type: "overflow", version: 1, dueAt: now, body: rest };
  return [...said.slice(0, room), { op: "create", doc }];
}

/** Deals out the next page: it and what is left are saved in one batch, so a crash neither loses nor repeats any. */
export async function deal(ports: Ports, found: Doc): Promise<void> {
  for (let tries = 1; ; tries++) {
    const doc = await ports.store.get(found.pk, found.id);
    if (!doc) return;
    const { deliveries, redraw } = doc.body as Overflow;
    const writes = [
      ...(await made(ports, doc.pk, deliveries.slice(0, PAGE))),
      ...(await redrawn(ports, doc.pk, redraw.slice(0, PAGE))),
      left(doc, { deliveries: deliveries.slice(PAGE), redraw: redraw.slice(PAGE) }),
    ];
    try {
      return await ports.store.commit(doc.pk, writes);
    } catch (error) {
      if (!isConflict(error) || tries > 20) throw error;
      await backOff(tries);
    }
  }
}

async function made({ store }: Ports, pk: string, deliveries: readonly Delivery[]): Promise<Write[]> {
  const fresh: Delivery[] = [];
  for (const d of deliveries) if (!(await store.get(pk, d.id))) fresh.push(d);
  return fresh.map((d) => ({
    op: "create",
    doc: { pk, id: d.id, type: "delivery", version: 1, dueAt: d.at, body: { fact: d, salt: "" } },
  }));
}

async function redrawn({ store, clock }: Ports, pk: string, ids: readonly DeliveryId[]): Promise<Write[]> {
  const writes: Write[] = [];
  for (const id of ids) {
    const doc = await store.get(pk, id);
    const next = doc && freshened(factOf(doc) as Delivery, clock.now());
    const dueAt = next && deliveryDueAt(next);
    if (doc && next)
      writes.push({
        op: "replace",
        doc: {
          ...doc,
          version: doc.version + 1,
          body: { fact: next, salt: "" },
          ...(dueAt === undefined ? {} : { dueAt }),
        },
      });
  }
  return writes;
}

const left = (doc: Doc, rest: Overflow): Write =>
  rest.deliveries.length + rest.redraw.length > 0
    ? { op: "replace", doc: { ...doc, version: doc.version + 1, body: rest } }
    : { op: "delete", id: doc.id, version: doc.version };
