import { LINK_LIFE } from "../domain/download.ts";
import type { PersonId } from "../domain/ids.ts";
import { ownFile } from "../domain/own-file.ts";
import type { Instant } from "../domain/time.ts";
import { ofPerson, ownDataOf } from "./my-data.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { issue, onItsOwn, opened } from "./secret.ts";

/** What a link to one's own data opens. */
interface MyTicket {
  person: PersonId;
  tenant: string;
}

const place = onItsOwn("mydata");

/** A link that brings a person of a tenant all that is stored about them, for a few minutes. */
export async function mintMyFile(ports: Ports, ticket: MyTicket): Promise<{ url: string; until: Instant }> {
  const until = ports.clock.now() + LINK_LIFE;
  const token = await issue(ports, place, ticket, until);
  return { url: `${ports.publicUrl}/my-file/${token}`, until };
}

/** What such a link opens; nothing when it is unknown, mistyped or over, or the person was erased. */
export async function openMyFile(ports: Ports, token: string): Promise<object | undefined> {
  const ticket = await opened<MyTicket>(ports, place, token);
  const person = ticket && (await readPerson(ports.store, ticket.person));
  return person && ownFile(await ownDataOf(ports, ofPerson(person, ticket.tenant)), ports.clock.now());
}
