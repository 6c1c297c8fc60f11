import assert from "node:assert/strict";
import { appendixHandlers } from "../../bot/teams/handlers/appendix.ts";
import type { Turn } from "../../bot/teams/turn.ts";
import { identify } from "../../bot/usecases/people.ts";
import { verbs } from "../../cards/verbs.ts";
import { aCall, aGroup, aReader } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("pressing for the appendix", () => {
  let ports: TestPorts;
  let chair: Turn["by"];
  beforeEach(async () => {
    ports = testPorts();
    chair = await identify(ports, {
      tenant: "tenant-1",
      oid: "chair",
      name: "Kaarina Lehtovaara",
      teamsId: "29:chair",
      serviceUrl: "https://teams.example.org",
    });
    await stored(ports, aGroup({ chairs: [chair.id] }), aCall());
  });
  afterEach(() => ports.dispose());

  const press = (by: Turn["by"], { personal = false, call = "call:7f3k" as `call:${string}` } = {}) =>
    appendixHandlers["appendix.make"](
      {
        ports,
        by,
        reader: aReader(),
        arrivedAt: TODAY,
        where: { tenant: "tenant-1", serviceUrl: "https://teams.example.org", conversation: "c", personal },
        features: { examples: false },
      },
      { call, nonce: "nonce-0001" },
    );
  const brought = () => ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "appendix").length;

  it("says that the files come to the 1:1 chat, and in that chat that they come there", async () => {
    assert.deepEqual(await press(chair), {
      say: "Liite tehdään. Linkit tiedostoihin tulevat sinulle hetken kuluttua kahdenkeskiseen keskusteluun.",
    });
    assert.deepEqual(await press(chair, { personal: true }), {
      say: "Liite tehdään. Linkit tiedostoihin tulevat hetken kuluttua tähän keskusteluun.",
    });
    await ports.settled();
    assert.equal(brought(), 1);
  });

  it("tells a member who presses a chair's button so, and brings nothing", async () => {
    const member = { ...chair, id: "person:member" as const };
    assert.deepEqual(await press(member), { refuse: "Tämä toiminto on vain ryhmän puheenjohtajalle ja sihteerille." });
    await ports.settled();
    assert.equal(brought(), 0);
  });

  it("tells that a call which doesn't exist, doesn't", async () => {
    assert.deepEqual(await press(chair, { call: "call:forged" }), { refuse: "Tätä ei enää ole. Se on voitu poistaa." });
  });

  it("takes no forged or missing fields", () => {
    const verb = verbs["appendix.make"];
    for (const data of [
      {},
      { call: "group:x", nonce: "nonce-0001" },
      { call: "call:x" },
      { call: "call:x", nonce: "x" },
      { call: ["call:x"], nonce: "nonce-0001" },
    ])
      assert.equal(verb.safeParse(data).success, false, JSON.stringify(data));
    assert.equal(verb.safeParse({ call: "call:7f3k", nonce: "again-del-0123456789abcdef01234567" }).success, true);
  });
});
