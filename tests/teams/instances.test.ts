import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accept } from "../../bot/domain/decision.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { openCosmos } from "../../bot/storage/cosmos.ts";
import { change } from "../../bot/usecases/change.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { aCall, aGroup, aNomination, moment } from "../support/builders.ts";
import { type Connector, conversationOf, openConnector } from "../support/connector.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { type BotProcess, end, standBy, started } from "../support/process.ts";
import { stored } from "../support/stored.ts";
import { account, TENANT, teamsClient } from "../support/teams.ts";

const RECIPIENTS = 500;
/** As many messages as a settler has under way at once may still come from one that is frozen. */
const LANES = 24;
const CALL = "call:7f3k" as const;
const OTHER = "call:9m2p" as const;
const chair = account(1, "Helmi Kaislaharju");

describe("two instances on one Cosmos DB", function () {
  this.timeout(200_000);
  let server: ChildProcess;
  let storage: { kind: "cosmos"; endpoint: string; key: string };
  let connector: Connector;
  let store: Store;
  let ports: TestPorts;
  let folder: string;
  let bots: BotProcess[];
  /** Each new message in Teams: when it came in, where, and for which delivery. */
  let arrived: { at: number; conversation: string; delivery: string | undefined }[];

  beforeEach(async () => {
    const { child, said } = await started("tests/support/cosmos-process.ts", []);
    server = child;
    storage = JSON.parse(said);
    store = await openCosmos(storage);
    connector = await openConnector();
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    bots = [];
    arrived = [];
    connector.fault = (call) => {
      const conversation = conversationOf(call);
      if (conversation) arrived.push({ at: Date.now(), conversation, delivery: call.delivery });
      return undefined;
    };
    const own = testPorts();
    ports = { ...own, store, clock: { ...own.clock, now: Date.now } };
    await own.store.close();
  });
  afterEach(async () => {
    for (const bot of bots) bot.thaw();
    await Promise.all(bots.map((bot) => bot.stop()));
    await connector.close();
    await store.close();
    await end(server, "SIGKILL");
    await rm(folder, { recursive: true });
  });

  const known = (n: number, name: string) =>
    identify(ports, {
      tenant: TENANT,
      oid: account(n, name).aadObjectId,
      teamsId: account(n, name).id,
      name,
      serviceUrl: connector.url,
      conversation: `chat ${n}`,
    });

  const later = (days: number) => moment(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), "16:15");

  /** A call with a proposal by each of so many persons, another call, and two bots of which the first holds the lease. */
  async function begun(): Promise<void> {
    const options = { storage, isTraced: true };
    const [first, second] = [standBy(folder, options), standBy(folder, options)];
    const { id } = await known(1, chair.name);
    const place = { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl: connector.url };
    const { viceChair: _, ...group } = aGroup({ place, chairs: [id], secretaries: [] });
    const dates = { deadline: later(8), consentBy: later(12), decisionMeeting: later(14), openedAt: Date.now() };
    const call = aCall({ ...dates, opens: moment("2026-01-01"), received: { t1: RECIPIENTS }, said: [] });
    await stored(ports, group, call);
    await stored(ports, group, { ...call, id: OTHER, code: "9M2P", received: { t1: 2, t2: 2, t3: 2 } });
    for (let from = 0; from < RECIPIENTS; from += 50) {
      const numbers = Array.from({ length: 50 }, (_, n) => from + n + 100);
      const persons = await Promise.all(numbers.map((n) => known(n, `Ehdottaja ${n}`)));
      const facts = persons.map((person, n) => proposalBy(person.id, from + n));
      await change(ports, CALL, "ehdolla", () => accept({ facts, events: ["nominated"] }));
    }
    bots.push(await first.start());
    while (!(await holder())) await new Promise((resolve) => setTimeout(resolve, 20));
    bots.push(await second.start());
  }

  const holder = async () => ((await store.get("settler", "lease"))?.body as { holder: string } | undefined)?.holder;
  const toPersons = () => arrived.filter(({ conversation }) => conversation.startsWith("chat "));
  const until = (count: number) => connector.until(() => toPersons().length >= count);

  /** Called off by the chair, at the instance that doesn't hold the lease. */
  async function calledOff(): Promise<void> {
    const client = teamsClient({ botUrl: bots[1]?.url ?? "", serviceUrl: connector.url });
    await client.press(chair, "call.cancel", { call: CALL, reason: "Tehtävä siirtyy.", nonce: "called-off-01" });
    await until(RECIPIENTS / 3);
  }

  /** Waits until nobody is left to be told anything, not even in a line where one's turn comes later. */
  async function settled(): Promise<void> {
    const left = async () => {
      const inAnHour = Date.now() + 3_600_000;
      const kinds = ["mailing", "delivery"].map((type) => store.due(inAnHour, 1, type));
      return (await Promise.all([store.due(Date.now(), 1), ...kinds])).flat();
    };
    const giveUpAt = Date.now() + 90_000;
    for (;;) {
      const [first] = await left();
      if (!first) return;
      assert(Date.now() < giveUpAt, `it never comes to rest: ${JSON.stringify(first)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Everybody was told, and nobody twice but where the delivery says that a try was cut off. */
  async function everybodyWasTold(): Promise<void> {
    const counts = Map.groupBy(arrived, ({ delivery }) => delivery ?? "none");
    const told: Delivery[] = [];
    for (const call of [CALL, OTHER] as const)
      for await (const d of factsOf(store, call, "delivery")) {
        const times = counts.get(d.id)?.length ?? 0;
        const most = d.repeated ? 2 : 1;
        const isTold = d.status === "sent" ? times >= 1 : d.status === "unknown" && d.repeated;
        assert(isTold && times <= most, `told ${times} times: ${JSON.stringify(d)}`);
        counts.delete(d.id);
        if (d.saying.kind === "callCancelled" && d.to.to === "person") told.push(d);
      }
    assert.equal(new Set(told.map((d) => d.to.to === "person" && d.to.person)).size, RECIPIENTS);
    assert.deepEqual([...counts.keys()], [], "messages that nothing was to be said by");
  }

  it("finish the mailing of a holder that is killed, within fifteen seconds, and miss no deadline meanwhile", async () => {
    await begun();
    await calledOff();
    await bots[0]?.kill();
    const killedAt = Date.now();
    const deadline = { ...later(0), at: killedAt + 1_000 };
    await change(ports, OTHER, "ehdolla", ({ call }) =>
      accept({ facts: call ? [{ ...call, deadline }] : [], events: ["callCorrected"] }),
    );
    await settled();
    const pause = Math.min(...toPersons().flatMap(({ at }) => (at > killedAt + 1_000 ? [at] : []))) - killedAt;
    assert(pause < 15_000, `it took ${pause} ms`);
    await everybodyWasTold();
    const other = await readCall(store, OTHER);
    assert.deepEqual([other?.status, other?.closedAt], ["closed", deadline.at + 5_000]);
    const closings: Delivery[] = [];
    for await (const d of factsOf(store, OTHER, "delivery")) if (d.saying.kind === "callClosed") closings.push(d);
    assert.deepEqual(
      closings.map((d) => d.status),
      ["sent"],
    );
  });

  it("finish the mailing of a holder that is frozen for half a minute, and goes on believing that it holds the lease", async () => {
    await begun();
    await calledOff();
    const first = await holder();
    bots[0]?.freeze();
    const frozenAt = Date.now();
    const frozenWith = toPersons().length;
    await until(frozenWith + 100);
    const second = await holder();
    assert.notEqual(second, first);
    const pause = (toPersons()[frozenWith + LANES]?.at ?? Infinity) - frozenAt;
    assert(pause < 15_000, `it took ${pause} ms`);
    await new Promise((resolve) => setTimeout(resolve, frozenAt + 30_000 - Date.now()));
    bots[0]?.thaw();
    await settled();
    await everybodyWasTold();
    assert.equal(await holder(), second);
  });
});

/** A proposal of which only its proposer is told. */
function proposalBy(by: PersonId, n: number): Fact {
  const { candidate: _, ...nomination } = aNomination({
    id: `nom:${n}`,
    by,
    said: ["receipt"],
    organisations: [],
  });
  return nomination;
}
