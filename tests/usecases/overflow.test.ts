import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { NominationId, PersonId } from "../../bot/domain/ids.ts";
import { change } from "../../bot/usecases/change.ts";
import { identify } from "../../bot/usecases/people.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const CALL = "call:7f3k";
const MANY = 150;

describe("what doesn't fit one batch", () => {
  let ports: TestPorts;
  const proposers: PersonId[] = [];

  beforeEach(async () => {
    ports = testPorts();
    proposers.length = 0;
    for (let n = 0; n < MANY; n++)
      proposers.push(
        (
          await identify(ports, {
            tenant: "tenant-1",
            oid: `oid-${n}`,
            teamsId: `29:${n}`,
            name: `Ehdottaja ${n}`,
            serviceUrl: "https://teams.example.org",
          })
        ).id,
      );
    await stored(ports, aGroup(), aCall());
    const nominations = proposers.map((by, n) => aNomination({ id: `nom:${n}`, by, organisations: [] }));
    for (let at = 0; at < MANY; at += 40)
      await change(ports, CALL, "person:chair", () =>
        accept({ facts: nominations.slice(at, at + 40), events: ["nominated"] }),
      );
    const ids = nominations.map(({ id }) => id as NominationId);
    const candidate = aCandidate({ nominations: ids, proposers });
    await change(ports, CALL, "person:chair", () => accept({ facts: [candidate], events: ["candidateAdded"] }));
    await ports.settled();
    ports.sent.length = 0;
  });
  afterEach(() => ports.dispose());

  it("is said all the same, once to each: the outcome to 150 proposers, and their receipts drawn anew", async () => {
    await ports.at(moment("2027-05-18", "16:15").at + 1);
    await ports.at(moment("2027-05-18", "16:15").at + 60_000);
    const told = (kind: string) =>
      ports.sent
        .filter((m) => m.showing.delivery.saying.kind === kind)
        .map((m) => (m.to.kind === "person" ? m.to.person.id : ""));
    assert.equal(new Set(told("consentOutcome")).size, told("consentOutcome").length);
    for (const proposer of proposers) assert(told("consentOutcome").includes(proposer), proposer);
    assert(new Set(told("receipt")).size >= MANY, "every receipt shows that the candidacy lapsed");
    for await (const candidate of factsOf(ports.store, CALL, "candidate")) assert.equal(candidate.consent, "lapsed");
    assert.deepEqual(await ports.store.due(ports.clock.now(), 10), []);
  });
});
