import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { accept } from "../../bot/domain/decision.ts";
import { damageIn, type Entry } from "../../bot/domain/record.ts";
import { change } from "../../bot/usecases/change.ts";
import { docsOf, factsOf, openRound, readCall } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("a round", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  it("loses none of many changes at once, and its record is one unbroken chain", async () => {
    await stored(ports, aGroup(), aCall());
    const add = () =>
      change(ports, "call:7f3k", "person:a", (round) => {
        const call = round.call as Call;
        return accept({ facts: [{ ...call, numbered: call.numbered + 1 }], events: ["callWritten"] });
      });
    await Promise.all(Array.from({ length: 50 }, add));
    assert.equal((await readCall(ports.store, "call:7f3k"))?.numbered, 50);
    const entries: Entry[] = [];
    for await (const doc of docsOf(ports.store, "call:7f3k", "entry")) entries.push(doc.body as Entry);
    const head = (await openRound(ports, "call:7f3k"))?.head;
    assert.equal(entries.length, 51);
    assert.equal(head && damageIn(entries, head), undefined);
  });

  it("says what is due once, however often it is settled", async () => {
    await stored(ports, aGroup({ said: [] }));
    await ports.settled();
    await ports.settled();
    assert.deepEqual(
      ports.sent.map((m) => m.showing.delivery.saying.kind),
      ["introduction"],
    );
  });

  it("closes a call five seconds after the deadline's instant, and not before", async () => {
    await stored(ports, aGroup(), aCall());
    const deadline = moment("2027-05-14", "16:15").at;
    await ports.at(deadline + 4_999);
    assert.equal((await readCall(ports.store, "call:7f3k"))?.status, "open");
    await ports.at(deadline + 5_000);
    assert.equal((await readCall(ports.store, "call:7f3k"))?.status, "closed");
  });

  it("lets an unanswered candidacy lapse a millisecond after the consent deadline", async () => {
    await stored(ports, aGroup(), aCall(), [aNomination(), aCandidate()]);
    const deadline = moment("2027-05-18", "16:15").at;
    await ports.at(deadline);
    assert.equal((await candidates())[0]?.consent, "asked");
    await ports.at(deadline + 1);
    assert.equal((await candidates())[0]?.consent, "lapsed");
  });

  const candidates = async () => {
    const found = [];
    for await (const c of factsOf(ports.store, "call:7f3k", "candidate")) found.push(c);
    return found;
  };
});
