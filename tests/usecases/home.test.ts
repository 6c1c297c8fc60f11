import assert from "node:assert/strict";
import { waitingFor } from "../../bot/usecases/home.ts";
import { noteRound } from "../../bot/usecases/people.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("what waits for somebody", () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = testPorts();
    await stored(ports, aGroup(), aCall(), [aNomination(), aCandidate()]);
    await noteRound(ports, "person:chair", "group:kaislaranta");
    await noteRound(ports, "person:sanna", "call:7f3k");
  });
  afterEach(() => ports.dispose());

  const kinds = async (person: "person:chair" | "person:sanna", tenant = "tenant-1") =>
    (await waitingFor(ports, person, tenant)).map(({ kind }) => kind);

  it("is gathered from the rounds that concern them, and from the calls of the groups that they lead", async () => {
    assert.deepEqual(await kinds("person:sanna"), ["consent"]);
    assert.deepEqual(await kinds("person:chair"), []);
    await ports.at(ports.clock.now() + 9 * 24 * 3_600_000);
    assert.deepEqual(await kinds("person:chair"), ["notReached", "decide"]);
  });

  it("stays in its tenant", async () => {
    assert.deepEqual(await kinds("person:sanna", "tenant-2"), []);
  });

  it("passes over a note that leads nowhere", async () => {
    await noteRound(ports, "person:sanna", "call:gone");
    await noteRound(ports, "person:sanna", "group:gone");
    assert.deepEqual(await kinds("person:sanna"), ["consent"]);
  });
});
