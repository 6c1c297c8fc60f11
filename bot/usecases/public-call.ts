import { isPublic } from "../domain/call.ts";
import type { CallId } from "../domain/ids.ts";
import type { CallInGroup } from "./call-reading.ts";
import { AlreadyExists, type Ports, StaleVersion } from "./ports.ts";
import { readCall, readGroup } from "./round.ts";

type Reads = Pick<Ports, "store">;
const CALL = "call";
const pkOf = (publicId: string) => `public:${publicId}`;

/** Makes a call findable by its public id. Written before the call itself. */
export async function listPublic({ store }: Reads, publicId: string, call: CallId): Promise<void> {
  const pk = pkOf(publicId);
  try {
    await store.commit(pk, [{ op: "create", doc: { pk, id: CALL, type: "public", version: 1, body: { call } } }]);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

/** The public id of a call that is no more leads nowhere. */
export async function unlistPublic({ store }: Reads, publicId: string): Promise<void> {
  const doc = await store.get(pkOf(publicId), CALL);
  if (!doc) return;
  try {
    await store.commit(doc.pk, [{ op: "delete", id: CALL, version: doc.version }]);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}

/** The call that a public id stands for, whether it has a public page or not; what is mistyped or gone is nothing. */
export async function callAt({ store }: Reads, publicId: string): Promise<CallInGroup | undefined> {
  if (!/^[\w-]{10,40}$/.test(publicId)) return undefined;
  const listed = (await store.get(pkOf(publicId), CALL))?.body as { call: CallId } | undefined;
  const call = listed && (await readCall(store, listed.call));
  const group = call && (await readGroup(store, call.group));
  return group && call.publicId === publicId ? { call, group } : undefined;
}

/** As `callAt`, when everybody may read it on the web. */
export async function publicCallAt(reads: Reads, publicId: string): Promise<CallInGroup | undefined> {
  const found = await callAt(reads, publicId);
  return found && isPublic(found.call) ? found : undefined;
}
