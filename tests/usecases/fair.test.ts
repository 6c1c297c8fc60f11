import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { Mailing } from "../../bot/domain/delivery.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { CallId, PersonId } from "../../bot/domain/ids.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { createLimits } from "../../bot/usecases/limits.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Ports } from "../../bot/usecases/ports.ts";
import { createSettler } from "../../bot/usecases/settle.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { type SimulatedTime, simulatedTime } from "../support/simulated.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

/** What Teams takes to answer, in milliseconds. */
const LATENCY = 150;
/** 95 % of the fifty a second that Teams permits. */
const ENOUGH = 47.5;

describe("fair between rounds", function () {
  this.timeout(60_000);
  let ports: TestPorts;
  let time: SimulatedTime;
  let sent: { saying: string; to: string; at: number }[];
  /** Until when Teams answers everything with 429, all to end at that instant; and how often it did. */
  let refusedUntil: number;
  let refused: number;

  beforeEach(() => {
    refusedUntil = 0;
    refused = 0;
    ports = testPorts();
    time = simulatedTime(TODAY);
    sent = [];
  });
  afterEach(() => ports.dispose());

  /** The settler as it runs in a process: at every wake-up and tick, in simulated time. */
  function settling(): Ports {
    let ring = () => {};
    const here: Ports = {
      ...ports,
      store: time.watched(ports.store),
      clock: { now: time.now },
      wake: () => ring(),
      messenger: {
        async deliver(message) {
          if (time.now() < refusedUntil) {
            refused++;
            await time.sleep(LATENCY);
            return { kind: "later", after: Math.ceil((refusedUntil - time.now()) / 1_000) * 1_000 };
          }
          const conversation = message.to.kind === "person" ? message.to.person.id : "channel";
          sent.push({ saying: message.showing.delivery.saying.kind, to: conversation, at: time.now() });
          await time.sleep(LATENCY);
          return { kind: "sent", posted: { serviceUrl: "", conversation, activity: String(sent.length) } };
        },
      },
    };
    const settler = createSettler(here, "settler", createLimits(time), time);
    (async () => {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          ring = resolve;
        });
        while (await settler.step());
        await Promise.race([woken, time.sleep(Math.min(1_000, settler.rest() ?? 1_000))]);
      }
    })();
    return here;
  }

  const known = (n: number) =>
    identify(ports, {
      tenant: "tenant-1",
      oid: `oid ${n}`,
      name: `Ehdottaja ${n}`,
      teamsId: `29:${n}`,
      serviceUrl: "https://teams.example.org",
      conversation: `chat ${n}`,
    });

  /** A call with so many proposals by different people, and what else there is to be of each. */
  async function manyIn(call: CallId, count: number, more: (n: number, person: PersonId) => Fact[]): Promise<void> {
    await stored(ports, aGroup(), aCall({ id: call }));
    await begin(ports, aCall({ id: "call:two" }), aGroup(), "ehdolla", "callDrafted");
    for (let from = 0; from < count; from += 40)
      await change(ports, call, "ehdolla", async () => {
        const some = Array.from({ length: Math.min(40, count - from) }, (_, i) => from + i);
        const persons = await Promise.all(some.map((n) => known(n)));
        const facts = some.flatMap((n, i) => more(n, persons[i]?.id as PersonId));
        return { ok: true, state: { facts, events: ["nominated"] } };
      });
  }

  /** How many of a kind went out in a second on average, between two instants. */
  const rateOf = (kind: string, from: number, to: number) =>
    sent.filter(({ saying, at }) => saying === kind && at >= from && at < to).length / ((to - from) / 1_000);

  /** Consent requests in another round, one after the other, and how long each took to leave. */
  async function consentRequestsLeave(here: Ports): Promise<number[]> {
    const took: number[] = [];
    for (let n = 0; n < 4; n++) {
      await time.until(time.now() + 1_370);
      const asked = time.now();
      const { id } = await aPerson(ports, `Ehdokas ${n}`);
      const candidate = aCandidate({ id: `cand:${n}`, call: "call:two", person: id, nominations: [`nom:${n}`] });
      const nomination = aNomination({ id: `nom:${n}`, call: "call:two", said: ["receipt"], organisations: [] });
      await change(here, "call:two", "ehdolla", () =>
        accept({ facts: [nomination, candidate], events: ["nominated"] }),
      );
      await time.until(asked + 3_000);
      took.push((sent.find(({ to }) => to === id)?.at ?? Infinity) - asked);
    }
    return took;
  }

  it("lets a consent request leave within two seconds of a mailing to 5,000, which keeps 95 % of its rate", async () => {
    await manyIn("call:one", 5_000, (n, by) => [nominationBy(n, by)]);
    const here = settling();
    await change(here, "call:one", "ehdolla", () => accept({ facts: [mailing], events: ["callCancelled"] }));
    const took = await consentRequestsLeave(here);
    assert(Math.max(...took) <= 2_000, `they took ${took} ms`);
    const rate = rateOf("callCancelled", TODAY + 1_000, time.now());
    assert(rate >= ENOUGH, `${rate} a second`);
  });

  it("holds for a reminder to 5,000 candidates, all of them due at once, too", async () => {
    const remindedAt = TODAY + 1_000;
    await manyIn("call:one", 5_000, (n, person) => [
      aCandidate({
        id: `cand:${n}`,
        call: "call:one",
        person,
        said: ["request:1"],
        reminded: 1,
        remindedAt,
        nominations: [`nom:${n}`],
      }),
    ]);
    const here = settling();
    await time.until(remindedAt);
    const took = await consentRequestsLeave(here);
    assert(Math.max(...took) <= 2_000, `they took ${took} ms`);
    const rate = rateOf("consentReminder", remindedAt + 1_000, time.now());
    assert(rate >= ENOUGH, `${rate} a second`);
  });

  it("holds after half a minute in which Teams refused everything, too; a mass is held then, and not tried again and again", async () => {
    await manyIn("call:one", 2_000, (n, by) => [nominationBy(n, by)]);
    const here = settling();
    await change(here, "call:one", "ehdolla", () => accept({ facts: [mailing], events: ["callCancelled"] }));
    await time.until(TODAY + 1_000);
    refusedUntil = TODAY + 31_000;
    await time.until(refusedUntil + 1_000);
    assert(refused <= 400, `${refused} were refused`);
    const took = await consentRequestsLeave(here);
    assert(Math.max(...took) <= 2_000, `they took ${took} ms`);
    const rate = rateOf("callCancelled", refusedUntil + 6_000, time.now());
    assert(rate >= ENOUGH, `${rate} a second`);
    await time.until(TODAY + 90_000);
    assert.equal(new Set(sent.filter((m) => m.saying === "callCancelled").map(({ to }) => to)).size, 2_000);
  });

  it("makes the messages of a mailing only as they can be sent", async () => {
    await manyIn("call:one", 1_000, (n, by) => [nominationBy(n, by)]);
    const here = settling();
    await change(here, "call:one", "ehdolla", () => accept({ facts: [mailing], events: ["callCancelled"] }));
    await time.until(TODAY + 5_000);
    const { docs } = await ports.store.list("call:one", "delivery", { limit: 1_000 });
    assert(docs.length - sent.length <= 190, `${docs.length} made and ${sent.length} sent`);
  });
});

const mailing: Mailing = {
  kind: "mailing",
  id: "mail:cancelled",
  rev: 1,
  what: "cancelled",
  source: "call:one",
  at: TODAY,
  done: false,
};

/** A proposal of which only its proposer is told. */
function nominationBy(n: number, by: PersonId): Nomination {
  const { candidate: _, ...nomination } = aNomination({
    id: `nom:${n}`,
    call: "call:one",
    by,
    said: ["receipt"],
    organisations: [],
  });
  return nomination;
}
