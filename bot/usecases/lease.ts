import type { Outage } from "../domain/call.ts";
import type { Instant } from "../domain/time.ts";
import { outageDoc } from "./outage.ts";
import { AlreadyExists, type Doc, type Ports, StaleVersion, type Write } from "./ports.ts";

const PK = "settler";
const ID = "lease";
/** How a lease changes hands, in milliseconds of each one's own elapsed time. */
export interface LeaseTimes {
  /** A lease whose version hasn't changed for this long is taken over. */
  takeOverAfter: number;
  /** The holder shows a sign this often. */
  renewAfter: number;
}

const USUAL: LeaseTimes = { takeOverAfter: 10_000, renewAfter: 2_000 };

/** Longer than a sign can be late by itself: a crash, sleep, or the store out of reach. */
const GAP = 5_000;

interface Body {
  /** Empty after a graceful stop. */
  holder: string;
  beatAt: Instant;
}

export interface Lease {
  /** Holds, renews or takes over the lease: only its holder sends. Ask at every step; one who can't do it renews nothing. */
  held(able?: boolean): Promise<boolean>;
  /** Gives it back, so that the next settler needn't wait. */
  release(): Promise<void>;
}

/**
 * The settler's lease, and the heartbeat of the installation: whoever gets it writes down, in the same batch, since when
 * nothing was answered. `elapsed` goes on while the machine sleeps and heeds no setting of the clock.
 */
export function createLease(
  { store, clock }: Pick<Ports, "store" | "clock">,
  me: string,
  elapsed: () => number,
  tenants: readonly string[] = [],
  { takeOverAfter, renewAfter }: LeaseTimes = USUAL,
): Lease {
  /** The version last found in the store, since when it is known, and when the store was last reached. */
  let seen: { version: number; since: number; at: number } | undefined;
  /** What is to be written down with the next sign; nothing any more, once somebody else has shown one. */
  let gap: Outage | undefined;
  let renewedAt: number | undefined;

  /** How long nothing was answered before this look: by our own time as far as we were there, otherwise by the clock. */
  function look({ version, body }: Doc, at: number): void {
    const { holder, beatAt } = body as Body;
    const now = clock.now();
    const unchanged = seen !== undefined && (seen.version === version || holder === me);
    const sinceLook = seen ? at - seen.at : Number.POSITIVE_INFINITY;
    const length = Math.round(unchanged ? sinceLook : Math.min(sinceLook, now - beatAt));
    const before = unchanged ? gap : undefined;
    gap = length >= GAP ? { from: before?.from ?? now - length, to: now } : before;
    seen = { version, since: seen?.version === version ? seen.since : at, at: seen?.at ?? at };
  }

  async function contend(able: boolean): Promise<boolean> {
    const at = elapsed();
    const doc = await store.get(PK, ID);
    if (doc) look(doc, at);
    const { holder = "" } = (doc?.body ?? {}) as Partial<Body>;
    const isFree = !holder || !seen || at - seen.since >= takeOverAfter;
    const mayWrite = holder === me ? able : isFree;
    const wrote = mayWrite && (await written(store, doc, { holder: me, beatAt: clock.now() }, gapWrites(doc)));
    const version = (doc?.version ?? 0) + (wrote ? 1 : 0);
    if (wrote) gap = undefined;
    seen = { version, since: seen?.version === version ? seen.since : at, at };
    return wrote || (!mayWrite && holder === me);
  }

  const gapWrites = (doc: Doc | undefined): Write[] =>
    gap ? [{ op: "create", doc: outageDoc(PK, (doc?.version ?? 0) + 1, gap, tenants) }] : [];

  return {
    async held(able = true) {
      if (renewedAt !== undefined && elapsed() - renewedAt < renewAfter) return true;
      const at = elapsed();
      const held = await contend(able);
      renewedAt = held && able ? at : undefined;
      return held;
    },
    async release() {
      renewedAt = undefined;
      const doc = await store.get(PK, ID);
      if ((doc?.body as Body | undefined)?.holder !== me) return;
      if (doc) look(doc, elapsed());
      await written(store, doc, { holder: "", beatAt: clock.now() }, gapWrites(doc));
    },
  };
}

async function written(
  store: Ports["store"],
  before: Doc | undefined,
  body: Body,
  others: readonly Write[],
): Promise<boolean> {
  const doc = { pk: PK, id: ID, type: "lease", version: (before?.version ?? 0) + 1, body };
  try {
    await store.commit(PK, [{ op: before ? "replace" : "create", doc }, ...others]);
    return true;
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof AlreadyExists) return false;
    throw error;
  }
}
