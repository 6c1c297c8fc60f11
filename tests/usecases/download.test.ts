import assert from "node:assert/strict";
import { LINK_LIFE } from "../../bot/domain/download.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { MINUTE } from "../../bot/domain/time.ts";
import { makeAppendix } from "../../bot/usecases/download.ts";
import { identify } from "../../bot/usecases/people.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("asking for the appendix", () => {
  let ports: TestPorts;
  let chair: PersonId;
  let secretary: PersonId;
  beforeEach(async () => {
    ports = testPorts();
    const person = async (oid: string) =>
      (
        await identify(ports, {
          tenant: "tenant-1",
          oid,
          name: oid,
          teamsId: `29:${oid}`,
          serviceUrl: "https://teams.example.org",
        })
      ).id;
    [chair, secretary] = [await person("chair"), await person("secretary")];
    await stored(ports, aGroup({ chairs: [chair], secretaries: [secretary] }), aCall());
  });
  afterEach(() => ports.dispose());

  const ask = (by: PersonId, nonce = "nonce-0001") => makeAppendix(ports, { call: "call:7f3k", by, nonce });
  const brought = () => ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "appendix");
  const recipients = () => brought().map(({ to }) => to.kind === "person" && to.person.id);
  const entries = async () => (await openRound(ports, "call:7f3k"))?.head.seq ?? 0;

  it("brings it to the one who pressed, in a message of its own, and is in the record", async () => {
    const before = await entries();
    await ask(secretary);
    await ports.settled();
    assert.deepEqual(recipients(), [secretary]);
    assert.equal(await entries(), before + 1);
  });

  it("is for officers only: nobody else gets a message, and nothing is written", async () => {
    const before = await entries();
    assert.deepEqual(await ask("person:member"), { ok: false, refusal: { kind: "notAllowed" } });
    await ports.settled();
    assert.deepEqual(brought(), []);
    assert.equal(await entries(), before);
  });

  it("has one effect however often the press is delivered, also at once", async () => {
    await Promise.all([ask(chair), ask(chair), ask(chair)]);
    await ports.settled();
    await ask(chair);
    await ports.settled();
    assert.equal(brought().length, 1);
  });

  it("serves two officers who press the same board at once", async () => {
    await Promise.all([ask(chair), ask(secretary)]);
    await ports.settled();
    assert.deepEqual(recipients().sort(), [chair, secretary].sort());
  });

  it("makes new links when the same button is pressed after they are over", async () => {
    await ask(chair);
    await ports.settled();
    await ports.at(TODAY + LINK_LIFE - 1);
    await ask(chair);
    await ports.settled();
    assert.equal(brought().length, 1);
    await ports.at(TODAY + LINK_LIFE);
    await ask(chair);
    await ports.settled();
    assert.equal(brought().length, 2);
    assert.notEqual(brought()[0]?.showing.links?.[0]?.url, brought()[1]?.showing.links?.[0]?.url);
  });

  it("counts the ten minutes from when the message goes, not from the press", async () => {
    ports.answers.push(() =>
      ports.clock.now() < TODAY + 30 * MINUTE ? { kind: "later", after: 30 * MINUTE } : undefined,
    );
    await ask(chair);
    await ports.settled();
    await ports.at(TODAY + 30 * MINUTE);
    assert.deepEqual(
      brought()[0]?.showing.links?.map(({ until }) => until),
      [TODAY + 30 * MINUTE + LINK_LIFE, TODAY + 30 * MINUTE + LINK_LIFE],
    );
  });

  it("tries again at the next press when the message couldn't be delivered", async () => {
    ports.answers.push(() => (ports.clock.now() < TODAY + MINUTE ? { kind: "failed", reason: "blocked" } : undefined));
    await ask(chair);
    await ports.settled();
    ports.clock.set(TODAY + MINUTE);
    await ask(chair);
    await ports.settled();
    assert.equal(brought().length, 1);
  });

  it("says so when there is no such call", async () => {
    assert.deepEqual(await makeAppendix(ports, { call: "call:none", by: chair, nonce: "nonce-0001" }), {
      ok: false,
      refusal: { kind: "noSuchRound" },
    });
    const asGroup = await makeAppendix(ports, {
      call: "group:kaislaranta" as "call:x",
      by: chair,
      nonce: "nonce-0001",
    });
    assert.deepEqual(asGroup, { ok: false, refusal: { kind: "noSuchRound" } });
  });
});
