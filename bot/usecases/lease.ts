import { AlreadyExists, type Doc, type Ports, StaleVersion } from "./ports.ts";

const PK = "settler";
const ID = "lease";
/** A lease whose version hasn't changed for this long, by the contender's own monotonic clock, is taken over. */
const TAKE_OVER_AFTER = 10_000;
/** The holder shows a sign this often. */
const RENEW_AFTER = 2_000;

/** Holds, renews or takes over the settler's lease: only its holder sends. Call at every tick; true while it is ours. */
export function createLease(
  { store }: Pick<Ports, "store">,
  me: string,
  monotonic: () => number,
): () => Promise<boolean> {
  let seen: { version: number; at: number } | undefined;
  let renewedAt: number | undefined;
  return async () => {
    if (renewedAt !== undefined && monotonic() - renewedAt < RENEW_AFTER) return true;
    const at = monotonic();
    const held = await contend();
    renewedAt = held ? at : undefined;
    return held;
  };
  async function contend(): Promise<boolean> {
    const doc = await store.get(PK, ID);
    if (!doc) return written(store, undefined, me);
    if ((doc.body as { holder: string }).holder === me) return written(store, doc, me);
    if (seen?.version !== doc.version) seen = { version: doc.version, at: monotonic() };
    return monotonic() - seen.at >= TAKE_OVER_AFTER && written(store, doc, me);
  }
}

/** Gives the lease back at a graceful stop, so that the next settler needn't wait. */
export async function release({ store }: Pick<Ports, "store">, me: string): Promise<void> {
  const doc = await store.get(PK, ID);
  if (!doc || (doc.body as { holder: string }).holder !== me) return;
  try {
    await store.commit(PK, [{ op: "delete", id: ID, version: doc.version }]);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}

async function written(store: Ports["store"], before: Doc | undefined, holder: string): Promise<boolean> {
  const doc = { pk: PK, id: ID, type: "lease", version: (before?.version ?? 0) + 1, body: { holder } };
  try {
    await store.commit(PK, [{ op: before ? "replace" : "create", doc }]);
    return true;
  } catch (error) {
    if (error instanceof StaleVersion || error instanceof AlreadyExists) return false;
    throw error;
  }
}
