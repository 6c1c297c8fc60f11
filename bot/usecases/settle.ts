import type { Delivery } from "../domain/delivery.ts";
import { passTime } from "../domain/passing.ts";
import { change } from "./change.ts";
import { forgetTicket } from "./links.ts";
import { expand } from "./mailing.ts";
import { perform } from "./perform.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf, HEADER, headerOf } from "./round.ts";

/** How many deliveries are under way at the same time; those to one recipient follow each other. */
const LANES = 8;

/**
 * Performs all that is due: deliveries are sent, time passes for facts. Only the holder of the lease calls it.
 * Returns how much was found, so that the caller goes on until there is nothing left.
 */
export async function settle(ports: Ports, settler: string): Promise<number> {
  const docs = await ports.store.due(ports.clock.now(), 200);
  for (const doc of docs.filter((d) => d.type !== "delivery")) await safely(ports, doc, () => pass(ports, doc));
  const lanes = byRecipient(docs.filter((d) => d.type === "delivery"));
  const running = Array.from({ length: LANES }, async () => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift())
      for (const doc of lane) await safely(ports, doc, () => perform(ports, factOf(doc) as Delivery, settler));
  });
  await Promise.all(running);
  return docs.length;
}

/** Lets time pass for one fact: transitions, and what has become due to say. */
async function pass(ports: Ports, doc: Doc): Promise<void> {
  if (doc.type === "mailing") return expand(ports, doc);
  if (doc.type === "download") return forgetTicket(ports, doc);
  const round = doc.pk as Parameters<typeof change>[1];
  await change(ports, round, "ehdolla", async (r) => {
    const fact =
      doc.id === HEADER ? headerOf(r.read.get(HEADER) ?? doc).fact : await r.get(doc.type as "candidate", doc.id);
    if (!fact) return { ok: true, state: { facts: [], events: [] } };
    const passed = passTime(fact, r, ports.clock.now());
    return { ok: true, state: passed.facts.length ? passed : { facts: [fact], events: [] } };
  });
}

/** One failure must not keep the others from being performed; it is logged and comes up again at the next tick. */
async function safely(ports: Ports, doc: Doc, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ports.log.error({ err: error, round: doc.pk, doc: doc.id }, "settling failed");
  }
}

function byRecipient(docs: Doc[]): Doc[][] {
  const lanes = new Map<string, Doc[]>();
  for (const doc of docs) {
    const { to } = factOf(doc) as Delivery;
    const key = to.to === "person" ? to.person : to.to === "address" ? `${doc.pk} ${to.email}` : doc.pk;
    lanes.set(key, [...(lanes.get(key) ?? []), doc]);
  }
  return [...lanes.values()];
}
