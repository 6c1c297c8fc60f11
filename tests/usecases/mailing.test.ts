import assert from "node:assert/strict";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { change } from "../../bot/usecases/change.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("the news of a cancelled call", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  async function told(candidate: Partial<Candidate>): Promise<string[]> {
    await stored(ports, aGroup(), aCall(), [aNomination(), aCandidate(candidate)]);
    const mailing = {
      kind: "mailing",
      id: "mail:1",
      rev: 1,
      what: "cancelled",
      source: "call:7f3k",
      at: TODAY,
      done: false,
    } as const;
    await change(ports, "call:7f3k", "person:chair", () => ({
      ok: true,
      state: { facts: [mailing], events: ["callCancelled"] },
    }));
    await ports.settled();
    const persons: string[] = [];
    for await (const { saying, to } of factsOf(ports.store, "call:7f3k", "delivery"))
      if (saying.kind === "callCancelled" && to.to === "person") persons.push(to.person);
    return persons.sort();
  }

  it("reaches who proposed and who was proposed", async () => {
    assert.deepEqual(await told({}), ["person:oskari", "person:sanna"]);
  });

  it("doesn't reach somebody who said that they are not the person meant", async () => {
    assert.deepEqual(await told({ notReached: { reason: "notThisPerson", at: TODAY } }), ["person:oskari"]);
  });
});
