import type { CallId, PersonId } from "../../bot/domain/ids.ts";
import type { Instant } from "../../bot/domain/time.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Ports, Store } from "../../bot/usecases/ports.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { type Account, account, TENANT } from "../support/teams.ts";
import { preparePolls } from "./polls.ts";

export const GROUP = "group:kaislaranta" as const;
/** One call is open throughout, the other closes by the clock meanwhile. */
export const CALLS = { long: "call:7f3k", short: "call:9m2p" } as const satisfies Record<string, CallId>;

/** Where the clock begins, 14:00 on a Thursday in Helsinki, and how much faster than the world's it goes. */
export const START: Instant = TODAY;
export const TIMES = 60;
/** The short call's deadline and the last time to answer in it: four and seven seconds of the world's time away. */
const DEADLINE = moment("2027-05-06", "14:04");
const ANSWER_BY = moment("2027-05-06", "14:07");

export const chair = account(1, "Helmi Kaislaharju");
export const proposers = [10, 11, 12, 13, 14, 15].map((n) => account(n, `Ehdottaja ${n}`));
export const nominees = Array.from({ length: 12 }, (_, n) => account(30 + n, `Ehdokas ${n}`));
/** Outside Teams, known by an address alone. */
export const outsiders = Array.from({ length: 4 }, (_, n) => ({
  name: `Ulkopuolinen ${n}`,
  email: `ulkona.${n}@example.org`,
}));

export type People = ReadonlyMap<Account, PersonId>;

/** Everybody is known, half of them with a chat; a group with its two calls. */
export async function prepare(store: Store, serviceUrl: string): Promise<People> {
  const own = testPorts();
  const ports: Ports = { ...own, store };
  const people = new Map<Account, PersonId>();
  for (const [n, one] of [chair, ...proposers, ...nominees].entries()) {
    const chat = n % 2 === 0 ? { conversation: chatOf(one) } : {};
    const sender = { tenant: TENANT, oid: one.aadObjectId, teamsId: one.id, name: one.name, serviceUrl, ...chat };
    people.set(one, (await identify(ports, sender)).id);
  }
  const place = { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl };
  const { viceChair: _, ...group } = aGroup({
    id: GROUP,
    place,
    chairs: [people.get(chair) as PersonId],
    secretaries: [],
  });
  const call = aCall({ id: CALLS.long, said: [] });
  await stored(ports, group, call);
  await stored(ports, group, { ...call, id: CALLS.short, code: "9M2P", deadline: DEADLINE, consentBy: ANSWER_BY });
  const asked = nominees.map((one) => people.get(one) as PersonId);
  await preparePolls(ports, group, { chair: people.get(chair) as PersonId, asked });
  await own.dispose();
  return people;
}

/** The 1:1 chat with somebody, as the connector stand-in names it. */
export const chatOf = ({ id }: Account): string => `chat-${id}`;
