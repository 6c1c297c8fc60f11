import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { FactOf } from "../../bot/domain/facts.ts";
import { groupIdOf } from "../../bot/domain/group.ts";
import { oidIn } from "../../bot/domain/person.ts";
import { people, teamId, tenantId } from "../../bot/local/people.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { stored } from "../support/stored.ts";
import { fillInput, inChat, pressButton, type, waitForText } from "./client.ts";
import { openEhdolla } from "./walk.ts";

const seated = [1, 2, 5];
const call = "call:7f3k";
const reasonOf = (n: number) => `Oma perustelu numero ${n}`;

/** What is typed and pressed in a tab of the real bot is that person's, also when others type and press meanwhile. */
describe("three at the table of the real bot at once", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  let tabs: Page[];

  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
    const day = (n: number) => moment(new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10), "16:15");
    const group = groupIdOf(tenantId, teamId);
    const place = { tenant: tenantId, team: teamId, channel: teamId, serviceUrl: "https://teams.example.org" };
    const seats = [{ id: "t1", name: { fi: "Edustajat" }, min: 2, max: 2, substitutes: false }];
    await stored(
      at.bot.ports,
      aGroup({ id: group, place }),
      aCall({
        ...{ id: call, group, seatGroups: seats, criteria: [], openedAt: Date.now(), opens: day(-1) },
        ...{ deadline: day(8), consentBy: day(12), decisionMeeting: day(14) },
      }),
    );
    tabs = await Promise.all(seated.map(at.table.tab));
  });
  after(() => at?.close());

  const together = (act: (tab: Page, n: number) => Promise<void>) =>
    Promise.all(tabs.map((tab, index) => act(tab, seated[index] ?? 0)));
  const all = async <K extends "nomination" | "candidate">(kind: K): Promise<FactOf<K>[]> => {
    const found: FactOf<K>[] = [];
    for await (const fact of factsOf(at.bot.ports.store, call, kind)) found.push(fact);
    return found;
  };
  const accountOf = async (id: `person:${string}` | undefined) => {
    const person = id && (await readPerson(at.bot.ports.store, id));
    return person && oidIn(person, tenantId);
  };

  it("leaves on what the store kept the account of whoever typed and pressed it", async () => {
    await together(async (tab, n) => {
      await inChat(tab);
      await type(tab, "haut");
      await pressButton(tab, "Ilmoittaudu itse");
      await fillInput(tab, "Miksi haluat mukaan", reasonOf(n));
    });
    await together(async (tab) => {
      await pressButton(tab, "Ilmoittaudu");
      await waitForText(tab, "Ilmoittautuminen on vastaanotettu");
    });

    const accounts = seated.map((n) => [reasonOf(n), people[n]?.aadObjectId]);
    const nominations = await all("nomination");
    const senders = await Promise.all(nominations.map(async (n) => [n.reason, await accountOf(n.by)]));
    assert.deepEqual(senders.sort(), accounts);
    const candidates = await all("candidate");
    const answered = await Promise.all(candidates.map(async (c) => [c.name, await accountOf(c.answers[0]?.by)]));
    assert.deepEqual(answered.sort(), seated.map((n) => [people[n]?.name, people[n]?.aadObjectId]).sort());
  }).timeout(120_000);
});
