import type { Delivery } from "../domain/delivery.ts";
import type { CallId } from "../domain/ids.ts";
import { isOver, passTime } from "../domain/passing.ts";
import { change } from "./change.ts";
import type { Limits } from "./limits.ts";
import { forgetTicket } from "./links.ts";
import { expand } from "./mailing.ts";
import { perform } from "./perform.ts";
import type { Doc, Ports } from "./ports.ts";
import { purgeRound } from "./purge.ts";
import { factOf, HEADER, headerOf } from "./round.ts";

/** How many pieces of work are under way at the same time; those of one recipient or round follow each other. */
const LANES = 24;
const PAGE = 100;
/** Work that failed for a reason of ours is tried again after this long, doubled at each failure up to a minute. */
const PATIENCE = 1_000;

export interface Settler {
  /**
   * Starts what is due and free to start, and waits until that is all under way. False when there was nothing to start:
   * then it is time to wait for a wake-up or the next tick.
   */
  step(): Promise<boolean>;
  /** Milliseconds until something that had to rest may go on; undefined when nothing rests. */
  rest(): number | undefined;
  /** Waits for what is under way. */
  finish(): Promise<void>;
}

/** Performs all that is due: deliveries are sent, time passes for facts. Only the holder of the lease lets it step. */
export function createSettler(ports: Ports, me: string, limits: Limits, monotonic: () => number): Settler {
  const busy = new Map<string, Promise<void>>();
  const resting = new Map<string, { until: number; failures: number }>();
  let blocked = false;
  const work = async (doc: Doc) => {
    const key = `${doc.pk} ${doc.id}`;
    const rest = (until: number, failures: number) => resting.set(key, { until: monotonic() + until, failures });
    try {
      const wait =
        doc.type === "delivery" ? await perform(ports, factOf(doc) as Delivery, me, limits) : await pass(ports, doc);
      if (wait) rest(wait, 0);
      else resting.delete(key);
    } catch (error) {
      const failures = (resting.get(key)?.failures ?? 0) + 1;
      rest(Math.min(PATIENCE * 2 ** failures, 60_000), failures);
      ports.log.error({ err: error, round: doc.pk, doc: doc.id }, "settling failed");
    }
  };
  const isFree = (doc: Doc) =>
    !busy.has(laneOf(doc)) && (resting.get(`${doc.pk} ${doc.id}`)?.until ?? 0) <= monotonic();
  return {
    async step() {
      const due = await ports.store.due(ports.clock.now(), PAGE + busy.size + resting.size);
      forgetGone(resting, due, monotonic());
      let started = 0;
      blocked = false;
      for (const doc of due) {
        if (busy.size >= LANES) await Promise.race(busy.values());
        const lane = laneOf(doc);
        if (busy.has(lane)) blocked = true;
        if (!isFree(doc)) continue;
        busy.set(
          lane,
          work(doc).finally(() => {
            busy.delete(lane);
            if (blocked) ports.wake();
          }),
        );
        started++;
      }
      return started > 0;
    },
    rest() {
      const times = [...resting.values()].map(({ until }) => until);
      return times.length > 0 ? Math.max(0, Math.min(...times) - monotonic()) : undefined;
    },
    async finish() {
      await Promise.all(busy.values());
    },
  };
}

/** Forgets the rest of work that is no longer there. */
function forgetGone(resting: Map<string, { until: number }>, due: readonly Doc[], now: number): void {
  const still = new Set(due.map((doc) => `${doc.pk} ${doc.id}`));
  for (const [key, { until }] of resting) if (until <= now && !still.has(key)) resting.delete(key);
}

/** Lets time pass for one fact: transitions, and what has become due to say. */
async function pass(ports: Ports, doc: Doc): Promise<void> {
  if (doc.type === "mailing") return expand(ports, doc);
  if (doc.type === "download") return forgetTicket(ports, doc);
  if (doc.id === HEADER && isOver(headerOf(doc).fact, ports.clock.now())) return purgeRound(ports, doc.pk as CallId);
  const round = doc.pk as Parameters<typeof change>[1];
  await change(ports, round, "ehdolla", async (r) => {
    const fact =
      doc.id === HEADER ? headerOf(r.read.get(HEADER) ?? doc).fact : await r.get(doc.type as "candidate", doc.id);
    if (!fact) return { ok: true, state: { facts: [], events: [] } };
    const passed = passTime(fact, r, ports.clock.now());
    return { ok: true, state: passed.facts.length ? passed : { facts: [fact], events: [] } };
  });
}

/** Messages to one recipient keep their order; so does what happens to one round by time alone. */
function laneOf(doc: Doc): string {
  if (doc.type !== "delivery") return `${doc.pk} time`;
  const { to } = factOf(doc) as Delivery;
  return to.to === "person" ? to.person : to.to === "address" ? `${doc.pk} ${to.email}` : doc.pk;
}
