import { hash, randomBytes } from "node:crypto";
import type { Instant } from "../domain/time.ts";
import { type Doc, type Ports, StaleVersion } from "./ports.ts";
import { docsOf } from "./round.ts";

/** 128 bits, as they stand in an address. */
const TOKEN = /^[\w-]{22}$/;

/** Where what a link opens is kept, by the hash of its token: nobody who reads the store can open it. */
type Place = (hashed: string) => { pk: string; id: string; type: string };

/** In the partition of what the link is about, so that it goes when that goes. */
export const inRound =
  (round: string, kind: string): Place =>
  (hashed) => ({ pk: round, id: `${kind}:${hashed}`, type: "link" });

/** In a partition of its own, which the token alone leads to. */
export const onItsOwn =
  (kind: string): Place =>
  (hashed) => ({ pk: `${kind}:${hashed}`, id: "download", type: "download" });

/** Keeps what a new link opens until its time is over. The token is in the answer and nowhere else. */
export async function issue({ store }: Pick<Ports, "store">, at: Place, body: object, until: Instant): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  const place = at(hash("sha256", token));
  await store.commit(place.pk, [{ op: "create", doc: { ...place, version: 1, body, dueAt: until } }]);
  return token;
}

/** What a link opens; nothing when it is mistyped, over, taken back or never was, and nobody can tell which. */
export async function opened<T>(
  { store, clock }: Pick<Ports, "store" | "clock">,
  at: Place,
  token: string,
): Promise<T | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const { pk, id } = at(hash("sha256", token));
  const doc = await store.get(pk, id);
  return doc?.dueAt !== undefined && clock.now() < doc.dueAt ? (doc.body as T) : undefined;
}

/** Takes one back; somebody else may have done it, or its time was over. */
export async function takeBack({ store }: Pick<Ports, "store">, { pk, id, version }: Doc): Promise<void> {
  try {
    await store.commit(pk, [{ op: "delete", id, version }]);
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
  }
}

/** Takes back those of a kind in a round that lead to somebody or something. */
export async function takeBackAll<T>(
  ports: Pick<Ports, "store">,
  round: string,
  kind: string,
  leads: (body: T) => boolean,
): Promise<void> {
  for await (const doc of docsOf(ports.store, round, "link"))
    if (doc.id.startsWith(`${kind}:`) && leads(doc.body as T)) await takeBack(ports, doc);
}
