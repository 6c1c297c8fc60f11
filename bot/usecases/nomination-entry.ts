import type { Call } from "../domain/call.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Group } from "../domain/group.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Entry } from "../domain/nominate-entry.ts";
import { isTooMuch, type Written, type WrittenRefusal } from "../domain/nominate-written.ts";
import type { Nominee } from "../domain/nomination.ts";
import { looksLikeEmail, organisationsFrom, type WrittenOrganisation } from "../domain/organisations.ts";
import type { Person } from "../domain/person.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { membersNamed, personsFrom, rosterOf } from "./roster.ts";

interface Scene {
  group: Group;
  call: Call;
  /** Set when the sender proposes themselves. */
  self?: Person | undefined;
}

/** What somebody wrote, with the people in it found: chosen ones, and those whose address a member of the team has. */
export async function entryFrom(
  ports: Ports,
  scene: Scene,
  written: Written,
): Promise<Decision<Entry, WrittenRefusal>> {
  if (isTooMuch(written)) return refuse({ kind: "tooMuchText" });
  const nominee = await nomineeFrom(ports, scene, written);
  if (!nominee.ok) return refuse(nominee.refusal);
  const rows: WrittenOrganisation[] = [];
  for (const { contactPerson, ...row } of written.organisations) {
    const [person] = await personsFrom(ports, scene.group.place.tenant, contactPerson, scene.group);
    const known = person && (await readPerson(ports.store, person));
    rows.push({
      ...row,
      contactPerson: person,
      contactName: row.contactName || known?.name || undefined,
      contactEmail: row.contactEmail || (person ? known?.email : undefined),
    });
  }
  const organisations = organisationsFrom(rows, written.others);
  if (!organisations.ok) return refuse(organisations.refusal);
  for (const { contact } of organisations.state)
    if (contact?.email && !contact.person) {
      const person = await atAddress(ports, scene.group, contact.email);
      if (person) contact.person = person;
    }
  const { seatGroup, alternative, role, reason, reasons, otherBodies, position } = written;
  const entry: Entry = {
    ...{ seatGroup, alternative, role, reason, reasons, otherBodies, position },
    nominee: nominee.state,
    organisations: organisations.state,
  };
  return scene.call.practice ? keptInside(ports, scene.group, entry) : accept(entry);
}

/** Somebody who wrote to us, with the address that their team knows them by. */
export async function withAddress(ports: Ports, group: Group, person: Person): Promise<Person> {
  if (person.email) return person;
  const email = (await rosterOf(ports, group)).find(({ id }) => id === person.id)?.email;
  return email ? { ...person, email } : person;
}

async function nomineeFrom(
  ports: Ports,
  { group, self }: Scene,
  { person: chosen, name, email, phone }: Written,
): Promise<Decision<Nominee | undefined, WrittenRefusal>> {
  if (self) return accept(picked(self, self.name, { email, phone }));
  if (chosen) {
    const [id] = await personsFrom(ports, group.place.tenant, chosen, group);
    const person = id && (await readPerson(ports.store, id));
    if (!person) return refuse({ kind: "personUnknown" });
    if (!person.name && !name) return refuse({ kind: "personUnnamed" });
    if (person.name && name && plain(person.name) !== plain(name))
      return refuse({ kind: "twoPersons", picked: person.name, written: name });
    return accept(picked(person, person.name || name || "", { email, phone }));
  }
  if (!name) return accept(undefined);
  const person = email && (await atAddress(ports, group, email));
  return accept({ name, ...(person && { person }), ...(email && { email }), ...(phone && { phone }) });
}

/** Somebody picked among Teams users: their own address says who they are, a written one only how to reach them. */
const picked = (
  { id, email: own }: Person,
  name: string,
  { email, phone }: Pick<Written, "email" | "phone">,
): Nominee => ({
  name,
  person: id,
  ...(own && { email: own }),
  ...(!own && email && { email, contactOnly: true }),
  ...(phone && { phone }),
});

/** The member of the group's team who has this address. */
async function atAddress(ports: Ports, group: Group, email: string): Promise<PersonId | undefined> {
  if (!looksLikeEmail(email)) return undefined;
  const { found } = await membersNamed(ports, group, email);
  return found[0];
}

/** A practice call reaches nobody outside the group: others can't be proposed, and aren't told. */
async function keptInside(ports: Ports, group: Group, entry: Entry): Promise<Decision<Entry, WrittenRefusal>> {
  const inside = new Set((await rosterOf(ports, group)).map(({ id }) => id));
  const { nominee: who, organisations } = entry;
  if (who?.person && !inside.has(who.person)) return refuse({ kind: "practiceOutside" });
  for (const { contact } of organisations)
    if (contact?.person && !inside.has(contact.person)) return refuse({ kind: "practiceOutside" });
  return accept(entry);
}

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, " ");
