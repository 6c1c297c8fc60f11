import { freshened } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { DeliveryId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { rewritten } from "./delivery-write.ts";
import type { Doc, Ports, Write } from "./ports.ts";
import { backOff, isConflict } from "./retry.ts";
import { factOf, type Round } from "./round.ts";

/** A batch takes at most so many writes. */
const MOST = 100;
/** So many of each are dealt out at a time. */
const PAGE = 45;

/** What a change makes said beyond its own batch: new messages, and live cards to be drawn anew. */
interface Overflow {
  deliveries: Delivery[];
  redraw: DeliveryId[];
}

/** What a change makes said: messages to be created, and live cards to be drawn anew where they have been sent. */
export interface Said {
  said: readonly Write[];
  redraw: readonly DeliveryId[];
}

/** As much of it as fits the batch; the rest waits in one document of it, for the settler to deal out. */
export async function within(
  round: Round,
  taken: number,
  { said, redraw }: Said,
  commit: string,
  now: Instant,
): Promise<Write[]> {
  if (taken + said.length + redraw.length <= MOST) return [...said, ...(await redrawsIn(round, redraw, now))];
  const room = Math.max(0, MOST - taken - 1);
  const deliveries = said
    .slice(room)
    .flatMap((write) => (write.op === "delete" ? [] : [(write.doc.body as { fact: Delivery }).fact]));
  const body: Overflow = { deliveries, redraw: [...redraw] };
  const doc = { pk: round.id, id: `overflow:${commit}`, type: "overflow", version: 1, dueAt: now, body };
  return [...said.slice(0, room), { op: "create", doc }];
}

/** Coalesced by their own earliest instant. */
async function redrawsIn(round: Round, ids: readonly DeliveryId[], now: Instant): Promise<Write[]> {
  const writes: Write[] = [];
  for (const id of ids) {
    await round.get("delivery", id);
    const doc = round.read.get(id);
    if (doc) writes.push(...redrawn(doc, now));
  }
  return writes;
}

/** Deals out the next page: it and what is left are saved in one batch, so a crash neither loses nor repeats any. */
export async function deal(ports: Ports, found: Doc): Promise<void> {
  for (let tries = 1; ; tries++) {
    const doc = await ports.store.get(found.pk, found.id);
    if (!doc) return;
    const { deliveries, redraw } = doc.body as Overflow;
    const writes = [
      ...(await made(ports, doc.pk, deliveries.slice(0, PAGE))),
      ...(await redrawnOf(ports, doc.pk, redraw.slice(0, PAGE))),
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

async function redrawnOf({ store, clock }: Ports, pk: string, ids: readonly DeliveryId[]): Promise<Write[]> {
  const found = await Promise.all(ids.map((id) => store.get(pk, id)));
  return found.flatMap((doc) => (doc ? redrawn(doc, clock.now()) : []));
}

/** Nothing when it will show the new state anyway. */
function redrawn(doc: Doc, now: Instant): Write[] {
  const next = freshened(factOf(doc) as Delivery, now);
  return next ? [rewritten(doc, next)] : [];
}

const left = (doc: Doc, rest: Overflow): Write =>
  rest.deliveries.length + rest.redraw.length > 0
    ? { op: "replace", doc: { ...doc, version: doc.version + 1, body: rest } }
    : { op: "delete", id: doc.id, version: doc.version };
