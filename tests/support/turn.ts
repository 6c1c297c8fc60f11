import type { Person } from "../../bot/domain/person.ts";
import type { Turn } from "../../bot/teams/turn.ts";
import { identify } from "../../bot/usecases/people.ts";
import { aReader } from "./builders.ts";
import type { TestPorts } from "./ports.ts";

/** Someone of the tenant, as their first message makes them known. */
export const aPerson = (ports: TestPorts, name: string, tenant = "tenant-1"): Promise<Person> =>
  identify(ports, { tenant, oid: `oid ${name}`, name, teamsId: `29:${name}`, serviceUrl: "https://teams.example.org" });

/** Members of the team, known to the bot, by the short names that a test gives them. */
export async function aTeam<Who extends string>(ports: TestPorts, names: Record<Who, string>) {
  const people = {} as Record<Who, Person>;
  for (const [who, name] of Object.entries(names) as [Who, string][]) {
    people[who] = await aPerson(ports, name);
    ports.members.push({ oid: `oid ${name}`, teamsId: `29:${name}`, name });
  }
  return people;
}

/** A person's turn in their 1:1 chat. */
export const aTurn = (ports: TestPorts, by: Person, own: Partial<Turn> = {}): Turn => ({
  ports,
  by,
  reader: aReader("fi", { now: ports.clock.now() }),
  arrivedAt: ports.clock.now(),
  where: { tenant: "tenant-1", serviceUrl: "https://teams.example.org", conversation: `chat ${by.id}`, personal: true },
  features: { examples: false },
  ...own,
});

/** The same in a channel of the team, where everyone sees the answer. */
export const inTeam = (ports: TestPorts, by: Person, own: Partial<Turn> = {}, channel = "team-1"): Turn =>
  aTurn(ports, by, {
    where: {
      tenant: "tenant-1",
      serviceUrl: "https://teams.example.org",
      conversation: `${channel};messageid=1`,
      personal: false,
      team: { id: "team-1", channel },
    },
    ...own,
  });
