import { type Group, isOfficer } from "../domain/group.ts";
import type { PersonId } from "../domain/ids.ts";
import { oidIn } from "../domain/person.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";

/** The group's own people: its officers, its named members, and everybody in its team. */
export async function isInGroup(
  ports: Pick<Ports, "store" | "directory">,
  group: Group,
  person: PersonId,
): Promise<boolean> {
  if (isOfficer(group, person)) return true;
  if (group.members.kind === "named" && group.members.persons.includes(person)) return true;
  const known = await readPerson(ports.store, person);
  const oid = known && oidIn(known, group.place.tenant);
  return oid !== undefined && (await ports.directory.members(group.place)).some((member) => member.oid === oid);
}
