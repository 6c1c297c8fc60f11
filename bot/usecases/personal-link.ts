import type { CallId } from "../domain/ids.ts";
import { type Link, type LinkSubject, linkPath, sameSubject } from "../domain/link.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import type { Ports } from "./ports.ts";
import { callAt, listPublic } from "./public-call.ts";
import { readCall } from "./round.ts";
import { inRound, issue, opened, takeBackAll } from "./secret.ts";

const KIND = "link";

/** A fresh link to one subject of a call, in whose partition it is kept. */
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
  const body: Link = { call, publicId, subject, until, way, ...(bound !== undefined && { bound }) };
  const token = await issue(ports, inRound(call, KIND), body, until);
  return { token, url: `${ports.publicUrl}/${linkPath[subject.kind]}/${publicId}/${token}` };
}

/** What a link opens, if it does. */
export async function openLink(
  ports: Pick<Ports, "store" | "clock">,
  publicId: string,
  token: string,
): Promise<Link | undefined> {
  const found = await callAt(ports, publicId);
  return found && opened<Link>(ports, inRound(found.call.id, KIND), token);
}

/** Takes back every link to one subject. */
export const revokeLinks = (ports: Pick<Ports, "store">, call: CallId, subject: LinkSubject): Promise<void> =>
  takeBackAll<Link>(ports, call, KIND, (link) => sameSubject(link.subject, subject));

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
