import type { Choosable } from "../../../cards/people.ts";
import type { Group } from "../../domain/group.ts";
import type { MeetingId, PersonId, PollId } from "../../domain/ids.ts";
import { outsideFrom } from "../../domain/outside-members.ts";
import { oidIn, type Person } from "../../domain/person.ts";
import { askedOf, type Poll } from "../../domain/poll.ts";
import { identifyAsked } from "../../usecases/outsiders.ts";
import { readPerson } from "../../usecases/people.ts";
import { membersNamed, personsFrom, rosterOf } from "../../usecases/roster.ts";
import type { Turn } from "../turn.ts";

const ID = /^(person:[0-9a-z-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The people that a field names, by id or in writing, and what in it names nobody. */
export async function peopleIn(
  { ports, where }: Turn,
  group: Group,
  value: string | undefined,
): Promise<{ found: PersonId[]; unknown: string[] }> {
  if (!value || value === "none") return { found: [], unknown: [] };
  return value.split(",").every((token) => ID.test(token.trim()))
    ? { found: await personsFrom(ports, where.tenant, value, group), unknown: [] }
    : membersNamed(ports, group, value);
}

/** People outside Teams as they are written into a round, a line each: "name; e-mail". There an address is one person. */
export async function outsidersIn(
  { ports }: Turn,
  round: PollId | MeetingId,
  written: string | undefined,
  nonce: string,
): Promise<{ found: PersonId[] } | { line: string }> {
  const rows = outsideFrom(written, [], nonce);
  if (!rows.ok) return { line: rows.refusal.line };
  const found: PersonId[] = [];
  for (const { name, email } of rows.state) {
    if (!email) return { line: name };
    found.push((await identifyAsked(ports, { round, name, email })).id);
  }
  return { found };
}

/** Those who can be chosen from: the team, where the client doesn't find people, and those whom the poll names. */
export async function choosable(
  turn: Turn,
  group: Group,
  poll: Poll,
): Promise<{ people: Choosable[]; outside: string; outsideRequired: string }> {
  const { ports, where, reader } = turn;
  const listed: Choosable[] = reader.client.picker ? [] : await rosterOf(ports, group);
  const asked = await Promise.all(poll.asked.map((a) => readPerson(ports.store, a.person)));
  const known = asked.filter((p): p is Person => p !== undefined);
  const inside = known.flatMap((person): Choosable[] => {
    const oid = oidIn(person, where.tenant);
    const { id, name, email } = person;
    return oid ? [{ id, name, ...(email ? { email } : {}), oid }] : [];
  });
  const isRequired = (id: PersonId) => askedOf(poll, id)?.required ?? false;
  const outside = known.filter((p) => oidIn(p, where.tenant) === undefined);
  return {
    people: [...listed, ...inside.filter((p) => listed.every((one) => one.id !== p.id))],
    outside: linesOf(outside.filter((p) => !isRequired(p.id))),
    outsideRequired: linesOf(outside.filter((p) => isRequired(p.id))),
  };
}

const linesOf = (people: readonly Person[]): string =>
  people.map(({ name, email = "" }) => `${name}; ${email}`).join("\n");
