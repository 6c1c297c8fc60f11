import { join } from "node:path";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { deliveryId } from "../../bot/domain/deliveries.ts";
import type { Delivery, Mailing } from "../../bot/domain/delivery.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Ports } from "../../bot/usecases/ports.ts";
import { readGroup } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { account, TENANT } from "../support/teams.ts";

export const CALL = "call:7f3k";
const DAY = 86_400_000;
/** Candidates that fit one batch with a proposal and a request each. */
const PAGE = 30;

export const chair = account(1, "Helmi Kaislaharju");
export const candidateAccount = (n: number) => account(1_000_000 + n, `Ehdokas ${n}`);
export const candidateDocId = (n: number) => `cand:${n}` as const;
export const proposerAccount = (n: number) => account(10_000 + n, `Ehdottaja ${n}`);

/** Opens the data folder of a bot that isn't running, with today's clock, and nobody who sends. */
export async function withStore<T>(folder: string, work: (ports: Ports) => Promise<T>): Promise<T> {
  const ports = testPorts();
  const store = openSqlite(join(folder, "ehdolla.sqlite"));
  try {
    return await work({ ...ports, store, clock: { now: Date.now } });
  } finally {
    await store.close();
    await ports.dispose();
  }
}

/** A group with one chair and an open call that people have already been told of. */
export async function openCall(ports: Ports, serviceUrl: string, own: Partial<Call> = {}): Promise<void> {
  const [chairId] = await known(ports, serviceUrl, [chair]);
  const place = { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl };
  const { viceChair: _, ...group } = aGroup({ place, chairs: [chairId as PersonId], secretaries: [] });
  const later = (days: number) => moment(new Date(Date.now() + days * DAY).toISOString().slice(0, 10), "16:15");
  const call = aCall({
    opens: moment("2026-01-01"),
    deadline: later(8),
    consentBy: later(12),
    decisionMeeting: later(14),
    openedAt: Date.now(),
    turnedAt: Date.now(),
    said: ["announcement", "reminder half", "reminder workday", "reminder lastMorning"],
    ...own,
  });
  await stored(ports, group, call);
}

/** Candidates who were proposed, asked and reached, and haven't answered; every fifth proposer's is the same. */
export async function askedCandidates(ports: Ports, serviceUrl: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const persons = await known(ports, serviceUrl, numbers.map(candidateAccount));
  const proposers = await known(ports, serviceUrl, numbers.slice(0, Math.ceil(count / 5)).map(proposerAccount));
  for (let from = 0; from < count; from += PAGE) {
    const facts = numbers
      .slice(from, from + PAGE)
      .flatMap((n) => candidacy(n, persons[n] as PersonId, proposers[n % proposers.length] as PersonId, serviceUrl));
    await change(ports, CALL, "ehdolla", () => ({ ok: true, state: { facts, events: ["nominated"] } }));
  }
}

function candidacy(n: number, person: PersonId, by: PersonId, serviceUrl: string): Fact[] {
  const now = Date.now();
  const id = candidateDocId(n);
  const name = `Ehdokas ${n}`;
  const to = { to: "person", person } as const;
  const candidate: Candidate = aCandidate({
    ...{ id, name, person, askedAt: now, proposers: [by], nominations: [`nom:${n}`], said: ["request:1"] },
  });
  const nomination = aNomination({
    ...{
      id: `nom:${n}`,
      code: `E7F3K${n}`,
      candidate: id,
      by,
      said: ["receipt", "coProposer Toivon Polku ry petra.lounasvuo@example.org"],
    },
    nominee: { name, person },
    arrival: { way: "teams", at: now },
  });
  const request: Delivery = {
    ...{ kind: "delivery", id: deliveryId(id, "request:1", to), rev: 1, round: CALL, to, status: "sent", tries: 1 },
    saying: { kind: "consentRequest", candidate: id },
    at: now,
    sentAt: now,
    posted: { serviceUrl, conversation: `chat-${candidateAccount(n).id}`, activity: `asked-${n}` },
  };
  return [candidate, nomination, request];
}

/** A cancelled call with a proposal each by so many different people, who are to be told of it. */
export async function cancelledCall(ports: Ports, serviceUrl: string, count: number): Promise<void> {
  const id = "call:mass";
  const group = (await readGroup(ports.store, "group:kaislaranta")) as Group;
  await begin(
    ports,
    aCall({ id, code: "M4SS", status: "cancelled", said: ["cancelled"] }),
    group,
    "ehdolla",
    "callDrafted",
  );
  const page = 90;
  for (let from = 0; from < count; from += page) {
    const numbers = Array.from({ length: Math.min(page, count - from) }, (_, i) => from + i);
    const proposers = await known(ports, serviceUrl, numbers.map(proposerAccount));
    const facts = numbers.map((n, i) => {
      const { candidate: _, ...nomination } = aNomination({
        ...{ id: `nom:${n}`, call: id, by: proposers[i] as PersonId, said: ["receipt"], organisations: [] },
      });
      return nomination;
    });
    await change(ports, id, "ehdolla", () => ({ ok: true, state: { facts, events: ["nominated"] } }));
  }
  const mailing: Mailing = {
    ...{ kind: "mailing", id: "mail:cancelled", rev: 1, what: "cancelled", source: id, at: Date.now(), done: false },
  };
  await change(ports, id, "ehdolla", () => ({ ok: true, state: { facts: [mailing], events: ["callCancelled"] } }));
}

/** People whom the bot knows already, with their 1:1 chats. */
export async function known(
  ports: Ports,
  serviceUrl: string,
  accounts: ReturnType<typeof account>[],
): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for (let from = 0; from < accounts.length; from += 100) {
    const page = accounts.slice(from, from + 100).map((a) =>
      identify(ports, {
        ...{ tenant: TENANT, oid: a.aadObjectId, teamsId: a.id, name: a.name, serviceUrl, lang: "fi" },
        conversation: `chat-${a.id}`,
      }),
    );
    ids.push(...(await Promise.all(page)).map(({ id }) => id));
  }
  return ids;
}
