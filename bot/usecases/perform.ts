import type { Delivery } from "../domain/delivery.ts";
import { goesToMany } from "../domain/delivery-mass.ts";
import { claimed, isAnothers, type Outcome, unsaid } from "../domain/delivery-steps.ts";
import type { RoundId } from "../domain/ids.ts";
import { saysStill } from "../domain/still.ts";
import type { Instant } from "../domain/time.ts";
import { address, requestsOf } from "./address.ts";
import { record, update } from "./delivery-record.ts";
import { withCalendar } from "./ics.ts";
import type { Limits } from "./limits.ts";
import { createLines, TENANT } from "./lines.ts";
import { mintLinks } from "./links.ts";
import { withOwnLink } from "./mail-link.ts";
import type { Doc, Message, Ports } from "./ports.ts";
import { factOf, HEADER, headerOf, openRound } from "./round.ts";
import { type Loaded, loadShowing } from "./showing.ts";

/** A line of held messages this long is served before more of a mass are made. */
const CROWDED = 2_000;
/** A mass is held when nothing has gone through for so long; then something is tried again after so long at most. */
const NOTHING = 4_000;
const HOLD = 5_000;
/** Who is asked to wait longer than this has a thread that is full: nobody stands behind them. */
const LONG = 60_000;

export interface Performer {
  /**
   * Sends, or draws anew, one delivery: claimed before, recorded after, so that a crash never says it twice unseen. One
   * that may not go yet gets a place in its line.
   */
  perform(doc: Doc): Promise<void>;
  /** Whether so many messages to the round's tenant stand in line that no more of a mass should be made. */
  isCrowded(round: RoundId): Promise<boolean>;
}

/** What is known here of a claimed delivery and not written down yet. */
interface Told {
  delivery: Delivery;
  outcome: Outcome;
}

/** Performs deliveries for one settler, who remembers what the store hasn't taken down yet. */
export function createPerformer(ports: Ports, settler: string, limits: Limits): Performer {
  const lines = createLines();
  const told = new Map<string, Told>();
  /** Since when a tenant has refused whatever was tried. */
  const refusedSince = new Map<string, Instant>();
  /** Until when a tenant's masses are held. */
  const heldUntil = new Map<string, Instant>();

  const postpone = (d: Delivery, at: Instant) => update(ports, d, (current) => ({ ...current, at }));

  /** Forgotten once it is written: a store that can't take it down now is told again, and the message isn't sent again. */
  async function write(key: string, { delivery, outcome }: Told): Promise<void> {
    await record(ports, delivery, outcome);
    told.delete(key);
  }

  /** What was loaded before the claim may be old by now. Whatever changes after it has the card drawn anew. */
  async function messageOf(delivery: Delivery, before: Loaded, addressed: Message | Outcome) {
    const header = await ports.store.get(delivery.round, HEADER);
    // answers that came in meanwhile have changed no header
    const same = header && !headerOf(header).boxes && header.version === before.round.read.get(HEADER)?.version;
    if (same) return addressed;
    const loaded = await loadShowing(ports, delivery);
    return loaded && hasPoint(delivery, loaded) ? address(ports, loaded, delivery) : undefined;
  }

  /** From the claim on. Until the message leaves, it is known that nothing was sent. */
  async function say(key: string, found: Delivery, loaded: Loaded, addressed: Message | Outcome): Promise<void> {
    const now = ports.clock.now();
    const delivery = claimed(found, settler, now);
    const keep = (outcome: Outcome) => void told.set(key, { delivery, outcome });
    const { tenant } = loaded.showing.group.place;
    keep({ kind: "later", after: 0 });
    if (!(await update(ports, found, (current) => claimed(current, settler, now)))) return void told.delete(key);
    const message = await messageOf(delivery, loaded, addressed);
    if (!message) {
      await update(ports, delivery, unsaid);
      return void told.delete(key);
    }
    if ("kind" in message) return write(key, { delivery, outcome: message });
    const ready = await withCalendar(ports, await withLinks(ports, message));
    await limits.leave(tenant, requestsOf(message)[1]);
    keep({ kind: "unknown" });
    const outcome = spread(delivery, tenant, await ports.messenger.deliver(ready));
    keep(outcome);
    await write(key, { delivery, outcome });
  }

  /**
   * What Teams refuses for now goes on one behind the other, so that it doesn't all come due at one instant; and once nothing
   * has gone through for some seconds, the rest of the mass stands behind it.
   */
  function spread(d: Delivery, tenant: string, outcome: Outcome): Outcome {
    const now = ports.clock.now();
    if (outcome.kind === "sent") {
      refusedSince.delete(tenant);
      if (lines.lengthOf(`refused ${tenant}`, now) <= CROWDED) heldUntil.delete(tenant);
    }
    if (outcome.kind !== "later" || outcome.after > LONG || !goesToMany(d.saying)) return outcome;
    const since = refusedSince.get(tenant) ?? now;
    refusedSince.set(tenant, since);
    if (now - since >= NOTHING) heldUntil.set(tenant, now + Math.min(outcome.after, HOLD));
    return { kind: "later", after: lines.place(`refused ${tenant}`, now, outcome.after, TENANT) - now };
  }

  return {
    async perform(doc) {
      const found = factOf(doc) as Delivery;
      const now = ports.clock.now();
      const key = `${doc.pk} ${doc.id}`;
      const known = told.get(key);
      if (known && !isAnothers(found, known.delivery)) return write(key, known);
      told.delete(key);
      const lane = laneOf(doc);
      if (doc.version === 1 && lines.stands(lane, now)) return void (await postpone(found, lines.place(lane, now, 1)));
      if (found.status === "claimed" && !found.posted && found.tries >= 2)
        return record(ports, found, { kind: "unknown" });
      if (found.status !== "sent" && found.until !== undefined && found.until <= now)
        return void (await update(ports, found, (d) => ({ ...d, status: "obsolete" })));
      const loaded = await loadShowing(ports, found);
      if (!loaded || !hasPoint(found, loaded)) return void (await update(ports, found, unsaid));
      const { tenant } = loaded.showing.group.place;
      const hold = goesToMany(found.saying) ? (heldUntil.get(tenant) ?? 0) - now : 0;
      if (hold > 0) return void (await postpone(found, lines.place(`refused ${tenant}`, now, hold, TENANT)));
      const message = await address(ports, loaded, found);
      const wait = "kind" in message ? 0 : await limits.take(tenant, ...requestsOf(message));
      if (wait > 0) return void (await postpone(found, lines.place(lane, ports.clock.now(), wait)));
      return say(key, found, loaded, message);
    },
    async isCrowded(id) {
      if (heldUntil.size === 0) return false;
      const tenant = (await openRound(ports, id))?.group.place.tenant ?? "";
      const now = ports.clock.now();
      return (
        heldUntil.has(tenant) &&
        ((heldUntil.get(tenant) ?? 0) > now || lines.lengthOf(`refused ${tenant}`, now) > CROWDED)
      );
    },
  };
}

/** Messages to one recipient keep their order. */
export function laneOf(doc: Doc): string {
  const { to } = factOf(doc) as Delivery;
  return to.to === "person" ? to.person : to.to === "address" ? `${doc.pk} ${to.email}` : doc.pk;
}

const hasPoint = (d: Delivery, { showing }: Loaded): boolean => !!d.posted || saysStill(d.saying, showing);

/** A message that brings files, or leaves Teams, gets fresh links each time it is sent. */
async function withLinks(ports: Ports, message: Message): Promise<Message> {
  if (message.showing.delivery.saying.kind !== "appendix") return withOwnLink(ports, message);
  return { ...message, showing: { ...message.showing, links: await mintLinks(ports, message.showing) } };
}
