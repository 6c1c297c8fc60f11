import { createHash, randomBytes } from "node:crypto";
import type { CallId } from "../domain/ids.ts";
import { type Link, type LinkSubject, linkPath, sameSubject } from "../domain/link.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import { type Ports, StaleVersion } from "./ports.ts";
import { callAt, listPublic } from "./public-call.ts";
import { docsOf, readCall } from "./round.ts";

const LINK = "link";
const TOKEN = /^[\w-]{22}$/;
const idOf = (token: string) => `link:${createHash("sha256").update(token).digest("hex")}`;

/**
 * A fresh link to one subject of a call. The token is in the answer and nowhere else: it is kept as a hash, in the call's
 * own partition, so that it goes when the call goes.
 */
export async function mintLink(
  ports: Ports,
  {
    call,
    subject,
    until,
    way = "mail",
    bound,
  }: { call: CallId; subject: LinkSubject; until: Instant; way?: Link["way"]; bound?: string | undefined },
): Promise<{ token: string; url: string }> {
  const publicId = await publicIdOf(ports, call);
  const token = randomBytes(16).toString("base64url");
  const body: Link = { call, publicId, subject, until, way, ...(bound !== undefined && { bound }) };
  await ports.store.commit(call, [
    { op: "create", doc: { pk: call, id: idOf(token), type: LINK, version: 1, body, dueAt: until } },
  ]);
  return { token, url: `${ports.publicUrl}/${linkPath[subject.kind]}/${publicId}/${token}` };
}

/** What a link opens; nothing when it is mistyped, over, revoked or never was, and nobody can tell which. */
export async function openLink(
  ports: Pick<Ports, "store" | "clock">,
  publicId: string,
  token: string,
): Promise<Link | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const found = await callAt(ports, publicId);
  const link = found && ((await ports.store.get(found.call.id, idOf(token)))?.body as Link | undefined);
  return link && ports.clock.now() < link.until ? link : undefined;
}

/** Takes back every link to one subject. */
export async function revokeLinks({ store }: Pick<Ports, "store">, call: CallId, subject: LinkSubject): Promise<void> {
  for await (const { id, version, body } of docsOf(store, call, LINK))
    if (sameSubject((body as Link).subject, subject)) await deleted(store, call, id, version);
}

async function deleted(store: Ports["store"], pk: string, id: string, version: number): Promise<void> {
  try {
    await store.commit(pk, [{ op: "delete", id, version }]);
  } catch (error) {
    // somebody else has revoked it, or its time was over
    if (!(error instanceof StaleVersion)) throw error;
  }
}

/** A call from before there were public pages gets its public id with its first link. */
async function publicIdOf(ports: Ports, id: CallId): Promise<string> {
  const known = (await readCall(ports.store, id))?.publicId;
  if (known) return known;
  const publicId = ports.ids.random().slice(0, 16).padEnd(10, "0");
  await listPublic(ports, publicId, id);
  await change(ports, id, "ehdolla", ({ call }) => ({
    ok: true,
    state: { facts: call && !call.publicId ? [{ ...call, publicId }] : [], events: ["callGotAddress"] },
  }));
  return (await readCall(ports.store, id))?.publicId ?? publicId;
}
