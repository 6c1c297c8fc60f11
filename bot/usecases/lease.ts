import type { Outage } from "../domain/call.ts";
import type { Instant } from "../domain/time.ts";
import { AlreadyExists, type Doc, type Ports, StaleVersion } from "./ports.ts";

const PK = "settler";
const ID = "lease";
/** A lease whose version hasn't changed for this long, by the contender's own monotonic clock, is taken over. */
const TAKE_OVER_AFTER = 10_000;
/** The holder shows a sign this often. */
const RENEW_AFTER = 2_000;

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
): Lease {
  let seen: { version: number; at: number } | undefined;
  let renewedAt: number | undefined;

  async function contend(): Promise<boolean> {
    const doc = await store.get(PK, ID);
    if (!doc) return written(store, undefined, { holder: me, beatAt: clock.now() });
    const { holder, beatAt } = doc.body as Body;
    if (holder && holder !== me) {
      if (seen?.version !== doc.version) seen = { version: doc.version, at: monotonic() };
      if (monotonic() - seen.at < TAKE_OVER_AFTER) return false;
    }
    const now = clock.now();
    if (!(await written(store, doc, { holder: me, beatAt: now }))) return false;
    if (now - beatAt >= OUTAGE_AFTER) await onOutage({ from: beatAt, to: now });
    return true;
  }

  return {
    async held() {
      if (renewedAt !== undefined && monotonic() - renewedAt < RENEW_AFTER) return true;
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
