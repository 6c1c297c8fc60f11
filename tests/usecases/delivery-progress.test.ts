import assert from "node:assert/strict";
import { reminded } from "../../bot/domain/candidate-remind.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { loadDeliveries } from "../../bot/usecases/delivery-reading.ts";
import type { Round } from "../../bot/usecases/round.ts";
import { deliveriesCard } from "../../cards/delivery-list.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { wordsOf } from "../support/teams.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k";
const MANY = 60;

describe("how far a message to many is, as officers see it", () => {
  let ports: TestPorts;
  let chair: PersonId;
  beforeEach(async () => {
    ports = testPorts();
    chair = (await aPerson(ports, "Helmi Kaislaharju")).id;
  });
  afterEach(() => ports.dispose());

  const begun = (facts: Fact[]) =>
    stored(ports, aGroup({ chairs: [chair], viceChair: chair, secretaries: [] }), aCall(), facts);
  const view = async () => {
    const found = await loadDeliveries(ports, { tenant: "tenant-1", round: CALL, by: chair }, 0);
    return found.ok ? found.state : assert.fail(found.refusal.kind);
  };
  const changed = (facts: (round: Round) => Promise<Fact[]> | Fact[]) =>
    change(ports, CALL, chair, async (round) => ({
      ok: true,
      state: { facts: await facts(round), events: ["nominated"] },
    }));

  it("is told of reminders to candidates: those that are still to be found count, and those of an earlier time don't", async () => {
    await begun([]);
    const candidates = await Promise.all(
      Array.from({ length: MANY }, async (_, n) => {
        const { id } = await aPerson(ports, `Ehdokas ${n}`);
        return aCandidate({ id: `cand:${n}`, person: id, said: ["request:1"], nominations: [`nom:${n}`] });
      }),
    );
    await changed(() => candidates);
    const remind = () =>
      changed(async ({ list }) => (await list("candidate")).map((c) => reminded(c, ports.clock.now() + 1)));
    await remind();
    await ports.at(ports.clock.now() + HOUR);
    const sent = () => ports.sent.filter((m) => m.showing.delivery.saying.kind === "consentReminder").length;
    assert.equal(sent(), MANY);
    assert.deepEqual((await view()).mailings, []);

    await ports.at(ports.clock.now() + DAY - HOUR);
    const [before, begins] = [sent(), ports.clock.now()];
    await remind();
    ports.clock.set(begins + 1_000);
    const progress = { what: "consentReminder", lost: 0 };
    assert.deepEqual((await view()).mailings, [{ ...progress, sent: 0, left: MANY, time: 2_000 }]);

    let more = 20;
    ports.answers.push((m) =>
      m.showing.delivery.saying.kind === "consentReminder" && more-- <= 0
        ? { kind: "later", after: 60_000 }
        : undefined,
    );
    await ports.settled();
    assert.equal(sent(), before + 20);
    const halfway = await view();
    assert.deepEqual(halfway.mailings, [{ ...progress, sent: 20, left: 40, time: 1_000 }]);
    const words = wordsOf(deliveriesCard(halfway, "nonce", aReader("fi", { now: ports.clock.now() })));
    assert.match(words, /Lähetetty 20, jäljellä 40\./);
    assert.match(words, /Arvioitu lähetysaika/);

    ports.answers.length = 0;
    await ports.at(ports.clock.now() + HOUR);
    assert.equal(sent(), before + MANY);
    assert.deepEqual((await view()).mailings, []);
  });

  it("counts those whom news of a cancelled call reaches by mail", async () => {
    const organisations = [{ name: "Kaislan yhdistys", contact: { name: "Aino", email: "aino@example.org" } }];
    const by = (await aPerson(ports, "Oskari Haavisalo")).id;
    await begun([aNomination({ by, organisations: organisations as never, candidate: "cand:none" })]);
    const mailing: Fact = {
      kind: "mailing",
      id: "mail:cancelled",
      rev: 1,
      what: "cancelled",
      source: CALL,
      at: 0,
      done: false,
    };
    await changed(() => [aCall({ status: "cancelled", numbered: 1 }), mailing]);
    await ports.settled();
    const [progress] = (await view()).mailings;
    assert.deepEqual(progress, { what: "cancelled", sent: 2, lost: 0, left: 0, time: 0 });
  });
});
