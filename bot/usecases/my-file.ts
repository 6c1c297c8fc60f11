import { createHash, randomBytes } from "node:crypto";
import { LINK_LIFE } from "../domain/download.ts";
import type { PersonId } from "../domain/ids.ts";
import { ownFile } from "../domain/own-file.ts";
import type { Instant } from "../domain/time.ts";
import { ofPerson, ownDataOf } from "./my-data.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";

/** What a link to one's own data opens. Kept under the token's hash, and forgotten as other downloads are. */
interface MyTicket {
  person: PersonId;
  tenant: string;
  expiresAt: Instant;
}

const TICKET = "download";
const pkOf = (token: string) => `mydata:${createHash("sha256").update(token).digest("hex")}`;

/** A link that brings a person of a tenant all that is stored about them, for a few minutes. */
export async function mintMyFile(
  { store, clock, publicUrl }: Ports,
  { person, tenant }: { person: PersonId; tenant: string },
): Promise<{ url: string; until: Instant }> {
  const token = randomBytes(16).toString("base64url");
  const pk = pkOf(token);
  const until = clock.now() + LINK_LIFE;
  const body: MyTicket = { person, tenant, expiresAt: until };
  await store.commit(pk, [{ op: "create", doc: { pk, id: TICKET, type: TICKET, version: 1, body, dueAt: until } }]);
  return { url: `${publicUrl}/my-file/${token}`, until };
}

/** What such a link opens; nothing when it is unknown, mistyped or over, or the person was erased. */
export async function openMyFile(ports: Ports, token: string): Promise<object | undefined> {
  if (!/^[\w-]{22}$/.test(token)) return undefined;
  const ticket = (await ports.store.get(pkOf(token), TICKET))?.body as MyTicket | undefined;
  if (!ticket || ports.clock.now() >= ticket.expiresAt) return undefined;
  const person = await readPerson(ports.store, ticket.person);
  return person && ownFile(await ownDataOf(ports, ofPerson(person, ticket.tenant)), ports.clock.now());
}
