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
/** More ids than this don't fit in a field. */
const MOST_NAMED = 100;
/** So many parts of a name can stand between commas: "Haavisalo, Oskari". */
const MOST_PARTS = 3;
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

/**
 * People of a team named in writing, by name or e-mail address, with commas, semicolons or line breaks between. Where
 * names are written with a comma themselves, the longest that is somebody's counts.
 */
export async function membersNamed(
  ports: People,
  at: Group | Place,
  written: string | undefined,
): Promise<{ found: PersonId[]; unknown: string[] }> {
  const place = placeOf(at);
  const wanted = (written ?? "").split(/[;\n]/).map((line) => line.split(",").flatMap((one) => one.trim() || []));
  if (wanted.every((parts) => parts.length === 0)) return { found: [], unknown: [] };
  const memberOf = bookOf(await ports.directory.members(place));
  const found: PersonId[] = [];
  const unknown: string[] = [];
  for (const parts of wanted)
    for (let at = 0; at < parts.length; ) {
      const lengths = Array.from({ length: Math.min(MOST_PARTS, parts.length - at) }, (_, less) => less + 1);
      const length = lengths.findLast((n) => memberOf(parts.slice(at, at + n).join(", "))) ?? 1;
      const one = parts.slice(at, at + length).join(", ");
      const member = memberOf(one);
      if (member) found.push((await known(ports, place, member)).id);
      else unknown.push(one);
      at += length;
    }
  return { found: [...new Set(found)], unknown };
}

/** The one member with a name or an address; nobody where several have it. */
function bookOf(members: readonly TeamMember[]): (written: string) => TeamMember | undefined {
  const book = new Map<string, Set<TeamMember>>();
  for (const member of members)
    for (const key of [member.name, member.email ?? ""].map(keyOf).filter(Boolean))
      book.set(key, (book.get(key) ?? new Set()).add(member));
  return (written) => {
    const [member, ...others] = book.get(keyOf(written)) ?? [];
    return others.length === 0 ? member : undefined;
  };
}

const keyOf = (written: string): string => sameEmail(written).replace(/\s*,\s*/g, ", ");

const placeOf = (at: Group | Place): Place => ("place" in at ? at.place : at);

async function known(ports: People, { tenant, serviceUrl }: Place, member: TeamMember): Promise<OnRoster> {
  const { oid, teamsId, name, email } = member;
  const person = await identify(ports, { tenant, oid, teamsId, name, serviceUrl, ...(email ? { email } : {}) });
  return { id: person.id, name: person.name, ...(person.email ? { email: person.email } : {}) };
}
