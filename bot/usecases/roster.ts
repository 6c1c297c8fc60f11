import type { Group, Place } from "../domain/group.ts";
import type { PersonId } from "../domain/ids.ts";
import { oidIn, sameEmail } from "../domain/person.ts";
import { identify, readPerson } from "./people.ts";
import type { Ports, TeamMember } from "./ports.ts";

/** Someone who can be chosen from a list. */
export interface OnRoster {
  id: PersonId;
  name: string;
  email?: string;
}

/** Longer lists are of no use in a card; people are then found by name or address. */
const MOST = 200;
/** More people than this are never named in one field. */
const MOST_NAMED = 50;
const ENTRA_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type People = Pick<Ports, "store" | "ids" | "directory">;

/** The members of a group's team in order of name, at most 200; empty when Teams can't be asked. */
export async function rosterOf(ports: People, at: Group | Place): Promise<OnRoster[]> {
  const place = placeOf(at);
  const members = (await ports.directory.members(place)).toSorted((a, b) => a.name.localeCompare(b.name, "fi"));
  return Promise.all(members.slice(0, MOST).map((member) => known(ports, place, member)));
}

/**
 * The people that a field names: our own ids, or Entra ids with commas between as a people picker sends them. A person
 * of another tenant and anything else is passed over. With a place, its team tells the names of those not yet known.
 */
export async function personsFrom(
  ports: People,
  tenant: string,
  value: string | undefined,
  at?: Group | Place,
): Promise<PersonId[]> {
  const tokens = (value ?? "").split(",").map((token) => token.trim());
  const found: PersonId[] = [];
  let members: TeamMember[] | undefined;
  for (const token of tokens.slice(0, MOST_NAMED)) {
    if (token.startsWith("person:")) {
      const person = await readPerson(ports.store, token as PersonId);
      if (person && oidIn(person, tenant)) found.push(person.id);
    } else if (ENTRA_ID.test(token)) {
      const oid = token.toLowerCase();
      members ??= at ? await ports.directory.members(placeOf(at)) : [];
      const member = members.find((m) => m.oid.toLowerCase() === oid);
      const person = member && at ? await known(ports, placeOf(at), member) : undefined;
      found.push(person?.id ?? (await identify(ports, { tenant, oid, name: "" })).id);
    }
  }
  return [...new Set(found)];
}

/** People of a team named in writing, by name or e-mail address, with commas or line breaks between. */
export async function membersNamed(
  ports: People,
  at: Group | Place,
  written: string | undefined,
): Promise<{ found: PersonId[]; unknown: string[] }> {
  const place = placeOf(at);
  const wanted = (written ?? "").split(/[,;\n]/).flatMap((one) => one.trim() || []);
  if (wanted.length === 0) return { found: [], unknown: [] };
  const members = await ports.directory.members(place);
  const found: PersonId[] = [];
  const unknown: string[] = [];
  for (const one of wanted.slice(0, MOST_NAMED)) {
    const matches = members.filter(
      (m) => sameEmail(m.name) === sameEmail(one) || sameEmail(m.email ?? "") === sameEmail(one),
    );
    const [member] = matches;
    if (member && matches.length === 1) found.push((await known(ports, place, member)).id);
    else unknown.push(one);
  }
  return { found: [...new Set(found)], unknown };
}

const placeOf = (at: Group | Place): Place => ("place" in at ? at.place : at);

async function known(ports: People, { tenant, serviceUrl }: Place, member: TeamMember): Promise<OnRoster> {
  const { oid, teamsId, name, email } = member;
  const person = await identify(ports, { tenant, oid, teamsId, name, serviceUrl, ...(email ? { email } : {}) });
  return { id: person.id, name: person.name, ...(person.email ? { email: person.email } : {}) };
}
