import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accept } from "../../bot/domain/decision.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { change } from "../../bot/usecases/change.ts";
import { identify } from "../../bot/usecases/people.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { aCall, aGroup, aNomination, moment } from "../support/builders.ts";
import { type Connector, conversationOf, openConnector } from "../support/connector.ts";
import { testPorts } from "../support/ports.ts";
import { type BotProcess, startBot } from "../support/process.ts";
import { stored } from "../support/stored.ts";
import { account, TENANT } from "../support/teams.ts";

const CALL = "call:7f3k";
const PROPOSERS = 60;
/** How often is looked whether the lease is given back too early: each look takes some milliseconds. */
const LOOKS = 60;

describe("a bot that is stopped while it sends", function () {
  this.timeout(60_000);
  let folder: string;
  let connector: Connector;
  let bot: BotProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    connector = await openConnector();
    await prepare();
  });
  afterEach(async () => {
    await bot?.kill();
    await connector.close();
    await rm(folder, { recursive: true });
  });

  const store = () => openSqlite(join(folder, "ehdolla.sqlite"));

  /** An open call with a proposal by each of so many, none of whom has a receipt. */
  async function prepare(): Promise<void> {
    const own = testPorts();
    const ports = { ...own, store: store(), clock: { ...own.clock, now: Date.now } };
    const place = { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl: connector.url };
    const { viceChair: _, ...group } = aGroup({ place, chairs: [], secretaries: [] });
    const later = (days: number) =>
      moment(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), "16:15");
    const dates = { opens: moment("2026-01-01"), deadline: later(8), consentBy: later(12), decisionMeeting: later(14) };
    await stored(ports, group, aCall({ ...dates, openedAt: Date.now(), received: { t1: PROPOSERS } }));
    const arrival = { way: "teams", at: Date.now() } as const;
    const facts: Nomination[] = [];
    for (let n = 0; n < PROPOSERS; n++) {
      const { id: oid, aadObjectId, name } = account(n, `Ehdottaja ${n}`);
      const sender = { tenant: TENANT, oid: aadObjectId, teamsId: oid, name, serviceUrl: connector.url };
      const { id: by } = await identify(ports, { ...sender, conversation: `chat ${n}` });
      const { candidate: _c, ...nomination } = aNomination({ id: `nom:${n}`, by, organisations: [], arrival });
      facts.push(nomination);
    }
    await change(ports, CALL, "ehdolla", () => accept({ facts, events: ["nominated"] }));
    await ports.store.close();
    await own.dispose();
  }

  async function receipts(): Promise<Delivery[]> {
    const opened = store();
    const found: Delivery[] = [];
    for await (const d of factsOf(opened, CALL, "delivery")) if (d.saying.kind === "receipt") found.push(d);
    await opened.close();
    return found;
  }
  async function holder(): Promise<string | undefined> {
    const opened = store();
    const lease = await opened.get("settler", "lease");
    await opened.close();
    return (lease?.body as { holder: string } | undefined)?.holder;
  }
  const isOn = (url: string) =>
    fetch(`${url}/healthz`, { headers: { connection: "close" } }).then(
      () => true,
      () => false,
    );

  it("waits for Teams' answers and writes them down; the next one says the rest, and nobody is told twice", async () => {
    const arrived = new Map<string, number>();
    const answer = Promise.withResolvers<undefined>();
    const busy = Promise.withResolvers<void>();
    connector.fault = (call) => {
      const conversation = conversationOf(call);
      if (!conversation?.startsWith("chat ")) return undefined;
      arrived.set(conversation, (arrived.get(conversation) ?? 0) + 1);
      if (arrived.size >= 5) busy.resolve();
      return answer.promise;
    };
    bot = await startBot(folder);
    await busy.promise;
    const { url } = bot;
    let stopped = false;
    const stopping = bot.stop().then(() => {
      stopped = true;
    });
    while (await isOn(url)) await new Promise((resolve) => setImmediate(resolve));
    // whoever gave the lease back now would have the next one take what is on its way for cut off
    for (let looks = 0; looks < LOOKS; looks++) assert.notEqual(await holder(), "");
    assert.equal(stopped, false);
    answer.resolve(undefined);
    await stopping;

    const left = await receipts();
    const counts = Object.groupBy(left, ({ status }) => status);
    assert.equal(counts.sent?.length, arrived.size);
    assert.deepEqual(counts.claimed ?? [], []);
    assert(arrived.size < PROPOSERS, "something is left for the next one");

    bot = await startBot(folder);
    await connector.until(() => arrived.size === PROPOSERS);
    await bot.stop();
    assert.deepEqual(new Set(arrived.values()), new Set([1]));
    assert.deepEqual(
      (await receipts()).flatMap(({ status, repeated }) => (status === "sent" && !repeated ? [] : [status])),
      [],
    );
  });
});
