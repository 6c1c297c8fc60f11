import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Person } from "../../bot/domain/person.ts";
import { handlerOf } from "../../bot/teams/handlers.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { identify, noteRound } from "../../bot/usecases/people.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { type Fields, type Verb, verbs } from "../../cards/verbs.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

/** A call with candidates, and people at their own clients who press. */
export interface Table {
  ports: TestPorts;
  people: Record<"sanna" | "oskari" | "chair" | "vice" | "member", Person>;
  /** What a person's press is answered, read as a client would send it. */
  press(
    by: Person,
    verb: Verb,
    data: object,
    more?: Partial<Pick<Turn, "arrivedAt">> & { tenant?: string },
  ): Promise<Reply>;
  candidate(id?: Candidate["id"]): Promise<Candidate>;
  /** Everything that the round holds, to see that nothing was written. */
  written(): Promise<string>;
}

export const ids = { call: "call:7f3k", candidate: "cand:01" } as const;

/** Sanna is proposed by Oskari; Kaarina chairs with Ville beside her; Maija is a member. */
export async function aTable(own: { candidate?: Partial<Candidate>; call?: Partial<Call>; more?: Candidate[] } = {}) {
  const ports = testPorts();
  const known = (oid: string, name: string) =>
    identify(ports, { tenant: "tenant-1", oid, name, teamsId: `29:${oid}`, serviceUrl: "https://teams.example.org" });
  const people = {
    sanna: await known("sanna", "Sanna Kaislamo"),
    oskari: await known("oskari", "Oskari Haavisalo"),
    chair: await known("chair", "Kaarina Lehtovaara"),
    vice: await known("vice", "Ville Rantala"),
    member: await known("member", "Maija Koski"),
  };
  const group = aGroup({ chairs: [people.chair.id], viceChair: people.vice.id, secretaries: [] });
  await noteRound(ports, people.sanna.id, ids.call);
  await stored(ports, group, aCall({ candidates: 1 + (own.more?.length ?? 0), ...own.call }), [
    aNomination({ by: people.oskari.id, nominee: { name: "Sanna Kaislamo", person: people.sanna.id } }),
    aCandidate({ person: people.sanna.id, proposers: [people.oskari.id], ...own.candidate }),
    ...(own.more ?? []),
  ]);
  await ports.settled();
  const round = async () => {
    const opened = await openRound(ports, ids.call);
    if (!opened) throw new Error("The call is gone.");
    return opened;
  };
  const table: Table = {
    ports,
    people,
    async press(by, verb, data, { arrivedAt = ports.clock.now(), tenant = "tenant-1" } = {}) {
      const fields = verbs[verb].parse(data) as Fields<typeof verb>;
      const turn: Turn = {
        ports,
        by,
        reader: aReader("fi", { now: ports.clock.now() }),
        arrivedAt,
        where: { tenant, serviceUrl: "https://teams.example.org", conversation: "c", personal: true },
        features: { examples: false },
      };
      return (await handlerOf(verb))(turn, fields as never);
    },
    async candidate(id = ids.candidate) {
      const found = await (await round()).get("candidate", id);
      if (!found) throw new Error(`${id} is gone.`);
      return found;
    },
    async written() {
      const opened = await round();
      return JSON.stringify([opened.head, await opened.list("candidate"), await opened.list("nomination")]);
    },
  };
  return table;
}

/** What a reply says in all its words. */
export const wordsOf = (reply: Reply): string => JSON.stringify(reply);
export const refusalOf = (reply: Reply): string | undefined => ("refuse" in reply ? reply.refuse : undefined);

/** The data of a press that stands somewhere on the shown card. */
export function dataOf(reply: Reply, verb: Verb): Record<string, unknown> {
  const card = "show" in reply ? reply.show : "fresh" in reply ? reply.fresh : undefined;
  let found: Record<string, unknown> | undefined;
  JSON.stringify(card, (_, value) => {
    if (value?.verb === verb) found = value.data;
    else if (value?.data?.verb === verb) found = value.data;
    return value;
  });
  if (!found) throw new Error(`${verb} isn't on the card: ${wordsOf(reply).slice(0, 400)}`);
  return found;
}
