import type { Outage } from "../domain/call.ts";
import type { Instant } from "../domain/time.ts";
import { AlreadyExists, type Doc, type Ports, StaleVersion } from "./ports.ts";

const PK = "settler";
const ID = "lease";
/** How a lease changes hands, in milliseconds of each one's own monotonic clock. */
export interface LeaseTimes {
  /** A lease whose version hasn't changed for this long is taken over. */
  takeOverAfter: number;
  /** The holder shows a sign this often. */
  renewAfter: number;
}

const USUAL: LeaseTimes = { takeOverAfter: 10_000, renewAfter: 2_000 };

/** Without a sign for this long, nothing was answered: a crash, sleep, or the store out of reach. */
const OUTAGE_AFTER = 60_000;

interface Body {
  /** Empty after a graceful stop. */
  holder: string;
  beatAt: Instant;
}

export interface Lease {
  /** Holds, renews or takes over the lease: only its holder sends. Ask at every step. */
  held(): Promise<boolean>;
  /** Gives it back, so that the next settler needn't wait. */
  release(): Promise<void>;
}

/** The settler's lease, and the heartbeat of the installation: whoever gets it sees since when nobody held it. */
export function createLease(
  { store, clock }: Pick<Ports, "store" | "clock">,
  me: string,
  monotonic: () => number,
  onOutage: (outage: Outage) => Promise<void> = async () => {},
  { takeOverAfter, renewAfter }: LeaseTimes = USUAL,
): Lease {
  let seen: { version: number; at: number } | undefined;
  let renewedAt: number | undefined;

  async function contend(): Promise<boolean> {
    const doc = await store.get(PK, ID);
    if (!doc) return written(store, undefined, { holder: me, beatAt: clock.now() });
    const { holder, beatAt } = doc.body as Body;
    if (holder && holder !== me) {
      if (seen?.version !== doc.version) seen = { version: doc.version, at: monotonic() };
      if (monotonic() - seen.at < takeOverAfter) return false;
    }
    const now = clock.now();
    if (!(await written(store, doc, { holder: me, beatAt: now }))) return false;
    if (now - beatAt >= OUTAGE_AFTER) await onOutage({ from: beatAt, to: now });
    return true;
  }

  return {
    async held() {
      if (renewedAt !== undefined && monotonic() - renewedAt < renewAfter) return true;
      const at = monotonic();
      const held = await contend();
      renewedAt = held ? at : undefined;
      return held;
    },
    async release() {
      const doc = await store.get(PK, ID);
      if ((doc?.body as Body | undefined)?.holder === me)
        await written(store, doc, { holder: "", beatAt: clock.now() });
      renewedAt = undefined;
    },
  };
}

async function written(store: Ports["store"], before: Doc | undefined, body: Body): Promise<boolean> {
  const doc = { pk: PK, id: ID, type: "lease", version: (before?.version ?? 0) + 1, body };
  try {
    await store.commit(PK, [{ op: before ? "replace" : "create", doc }]);
    return true;
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof AlreadyExists) return false;
    throw error;
  }
}
