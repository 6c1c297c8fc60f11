import type { Delivery } from "../domain/delivery.ts";
import { goesToMany } from "../domain/delivery-mass.ts";
import type { RoundId } from "../domain/ids.ts";
import type { Limits, Timing } from "./limits.ts";
import { pass, passTogether } from "./pass.ts";
import { createPerformer, laneOf as laneOfDelivery } from "./perform.ts";
import type { Doc, Ports } from "./ports.ts";
import { factOf } from "./round.ts";

/** How many messages are under way at the same time; those to one recipient follow each other. */
const LANES = 24;
const PAGE = 100;
/** What is due is looked up anew this often, so that a new message needn't wait for all that was found before it. */
const FRESH = 400;
/** Work of a mass is made as it can be sent: none more while so many messages wait for their turn. */
const AHEAD = 100;
/** So many facts of one round are changed by time in one batch. */
const TOGETHER = 10;
/** What rests longer than this isn't waiting for its turn. */
const TURN = 1_000;
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
export function createSettler(ports: Ports, me: string, limits: Limits, { monotonic, sleep }: Timing): Settler {
  const busy = new Map<string, Promise<void>>();
  const sending = new Set<Promise<void>>();
  const resting = new Map<string, { until: number; failures: number }>();
  const performer = createPerformer(ports, me, limits);
  let blocked = false;
  const settle = async (doc: Doc) => {
    const key = keyOf(doc);
    try {
      await (doc.type === "delivery" ? performer.perform(doc) : pass(ports, doc));
      resting.delete(key);
    } catch (error) {
      const failures = (resting.get(key)?.failures ?? 0) + 1;
      resting.set(key, { until: monotonic() + Math.min(PATIENCE * 2 ** failures, 60_000), failures });
      ports.log.error({ err: error, round: doc.pk, doc: doc.id }, "settling failed");
    }
  };
  const work = async (docs: readonly Doc[]) => {
    const together = docs.length > 1 && passTogether(ports, docs).then(() => true);
    // one that doesn't fit in or can't be settled mustn't hold up the others
    if (await Promise.resolve(together).catch(() => false)) return;
    for (const doc of docs) await settle(doc);
  };
  const restOf = (doc: Doc) => (resting.get(keyOf(doc))?.until ?? 0) - monotonic();
  const isFree = (doc: Doc) => !busy.has(laneOf(doc)) && restOf(doc) <= 0;
  return {
    async step() {
      const begun = monotonic();
      const underWay = new Set(busy.keys());
      const due = await dueNow(ports, PAGE + busy.size + resting.size);
      forgetGone(resting, due, begun);
      const waiting = due.filter((doc) => doc.type === "delivery" && restOf(doc) <= TURN).length;
      let started = 0;
      blocked = false;
      for (const doc of inOrder(due)) {
        while (doc.type === "delivery" && sending.size >= LANES && monotonic() - begun < FRESH)
          await Promise.race([...sending, sleep(FRESH)]);
        if (monotonic() - begun >= FRESH) return true;
        if (makesMore(doc) && (waiting >= AHEAD || (await performer.isCrowded(doc.pk as RoundId)))) continue;
        const lane = laneOf(doc);
        // what was under way when this was read may be done by now, and isn't what was read any more
        if (busy.has(lane) || underWay.has(lane)) blocked = true;
        if (underWay.has(lane) || !isFree(doc)) continue;
        const alike = isOneOfMany(doc) ? due.filter((d) => d.pk === doc.pk && isOneOfMany(d) && isFree(d)) : [doc];
        const working = work(alike.slice(0, TOGETHER)).finally(() => {
          busy.delete(lane);
          sending.delete(working);
          if (blocked) ports.wake();
        });
        busy.set(lane, working);
        if (doc.type === "delivery") sending.add(working);
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

const HEADERS = ["call", "poll", "meeting"];

const keyOf = ({ pk, id }: Doc) => `${pk} ${id}`;

/**
 * What is due. Where more messages wait than are asked for, what would make more of them isn't even read; and neither they
 * nor deadlines hide behind what time brings to thousands.
 */
async function dueNow({ store, clock }: Ports, limit: number): Promise<Doc[]> {
  const now = clock.now();
  const headers = async () => (await Promise.all(HEADERS.map((type) => store.due(now, limit, type)))).flat();
  const messages = await store.due(now, limit, "delivery");
  if (messages.length >= limit) return [...(await headers()), ...messages];
  const all = await store.due(now, limit);
  if (all.length < limit) return all;
  return [...new Map([...all, ...(await headers()), ...messages].map((doc) => [keyOf(doc), doc])).values()];
}

/** Single messages and what time brings come before the messages of a mass, which would fill all lanes. */
const inOrder = (due: readonly Doc[]): Doc[] => [...due.filter((d) => !isOfMass(d)), ...due.filter(isOfMass)];

const isOfMass = (doc: Doc): boolean => doc.type === "delivery" && goesToMany((factOf(doc) as Delivery).saying);

/** A fact of which a round has thousands, to all of which time may bring the same. */
const isOneOfMany = ({ type }: Doc): boolean => type === "candidate" || type === "nomination";

const makesMore = (doc: Doc): boolean => ["mailing", "circular", "overflow"].includes(doc.type) || isOneOfMany(doc);

/** Forgets the rest of work that is no longer there. */
function forgetGone(resting: Map<string, { until: number }>, due: readonly Doc[], now: number): void {
  const still = new Set(due.map((doc) => `${doc.pk} ${doc.id}`));
  for (const [key, { until }] of resting) if (until <= now && !still.has(key)) resting.delete(key);
}

/** What happens to one round by time alone keeps its order, too. */
const laneOf = (doc: Doc): string => (doc.type === "delivery" ? laneOfDelivery(doc) : `${doc.pk} time`);
