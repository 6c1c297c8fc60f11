import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startEhdolla } from "../../bot/main.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { identify } from "../../bot/usecases/people.ts";
import { HEADER, headerOf } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { type Connector, openConnector } from "../support/connector.ts";
import { localConfig } from "../support/local.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { account, type Client, TENANT, teamsClient, wordsOf } from "../support/teams.ts";

const chair = account(1, "Helmi Logissaeiole");
const sender = account(2, "Oskari Logistapuuttuu");
const nominee = account(3, "Sanna Lokitonmäki");
/** What nobody may find in the log, whatever goes wrong. */
const secrets = [
  "Logissaeiole",
  "Logistapuuttuu",
  "Lokitonmäki",
  "lokiton@example.org",
  "Perustelunsalaisuus",
  "Yhdistyssalaisuus",
  "Tunnisteviesti",
  "0100 987 654",
];

describe("the log", () => {
  let folder: string;
  let connector: Connector;
  let bot: Running;
  let client: Client;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    connector = await openConnector();
    await prepare();
    bot = await startEhdolla(localConfig(folder));
    client = teamsClient({ botUrl: `http://127.0.0.1:${bot.port}`, serviceUrl: connector.url });
  });
  after(async () => {
    await bot.stop();
    await connector.close();
    await rm(folder, { recursive: true });
  });

  let nomineeId = "";
  /** An open call, and one that is broken in the store, so that whatever touches it fails unexpectedly. */
  async function prepare() {
    const ports = testPorts();
    const store = openSqlite(join(folder, "ehdolla.sqlite"));
    const here = { ...ports, store, clock: { now: Date.now } };
    const known = (a: typeof chair) =>
      identify(here, { tenant: TENANT, oid: a.aadObjectId, teamsId: a.id, name: a.name, serviceUrl: connector.url });
    const { id } = await known(chair);
    await known(sender);
    nomineeId = (await known(nominee)).id;
    const { viceChair: _, ...group } = aGroup({
      place: { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl: connector.url },
      chairs: [id],
      secretaries: [],
    });
    const later = (days: number) =>
      moment(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10), "16:15");
    const dates = { opens: moment("2026-01-01"), deadline: later(8), consentBy: later(12), decisionMeeting: later(14) };
    await stored(here, group, aCall({ ...dates, openedAt: Date.now(), said: [] }));
    await stored(here, group, aCall({ ...dates, id: "call:broken", openedAt: Date.now() }));
    const header = (await store.get("call:broken", HEADER)) ?? assert.fail();
    const { fact, ...rest } = headerOf(header);
    const { dueAt: _due, ...doc } = header;
    const body = { ...rest, fact: { ...fact, seatGroups: undefined } };
    await store.commit("call:broken", [{ op: "replace", doc: { ...doc, version: header.version + 1, body } }]);
    await store.close();
    await ports.dispose();
  }

  const lines = async () =>
    (await readFile(join(folder, "ehdolla.log"), "utf8"))
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const text = () => readFile(join(folder, "ehdolla.log"), "utf8");
  const propose = (call: string, nonce: string): Promise<Card | string> =>
    client.press(sender, "nomination.submit", {
      call,
      nonce,
      person: nomineeId,
      name: nominee.name,
      email: "lokiton@example.org",
      phone: "0100 987 654",
      "org1-name": "Yhdistyssalaisuus ry",
      seatGroup: "t1",
      role: "member",
      reason: "Perustelunsalaisuus tulee tähän.",
      "reason-c1": "Perustelunsalaisuus myös tänne.",
    });

  const message = (id: string, own: object = {}) => ({
    id,
    type: "message",
    text: "Tunnisteviesti",
    channelId: "msteams",
    serviceUrl: connector.url,
    from: sender,
    recipient: { id: "28:bot" },
    conversation: { id: `chat-${sender.id}`, conversationType: "personal", tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...own,
  });

  it("has one line for each turn, with its id, verb, outcome and time, and nothing else", async () => {
    const before = (await lines()).filter(({ msg }) => msg === "turn").length;
    await client.press(sender, "home.show", {}, { id: "activity-of-home" });
    await client.press(sender, "call.manage", { call: "call:7f3k" }, { id: "activity-of-manage" });
    await client.press(sender, `Tunnisteviesti ${nominee.name}`, {}, { id: "activity-of-forged" });
    await client.post(message("activity-of-message"));
    const turns = (await lines()).filter(({ msg }) => msg === "turn").slice(before);
    assert.deepEqual(
      turns.map(({ correlation, verb, outcome }) => [correlation, verb, outcome]),
      [
        ["activity-of-home", "home.show", "show"],
        ["activity-of-manage", "call.manage", "refuse"],
        ["activity-of-forged", "unknown", "invalid"],
        ["activity-of-message", "message", "show"],
      ],
    );
    for (const { level: _l, time: _t, msg: _m, correlation: _c, verb: _v, outcome: _o, ms, ...more } of turns) {
      assert.equal(typeof ms, "number");
      assert.deepEqual(more, {});
    }
  });

  it("tells of whatever went wrong with a turn that it did, and by the id that Teams gave it", async () => {
    const before = (await lines()).length;
    const foreign = { conversation: { id: "chat", tenantId: "33333333-3333-4333-8333-333333333333" } };
    assert.equal((await client.post(message("of-foreign", foreign))).status, 403);
    assert.equal((await client.post(message("of-nobody", { from: {} }))).status, 400);
    assert.equal((await client.post({ id: "of-nothing" })).status, 400);
    assert.equal((await client.post(message("of-typing", { type: "typing" }))).status, 501);
    await client.press(sender, "call.show", { call: "call:broken" }, { id: "of-broken" });
    connector.fault = () => ({ status: 502 });
    assert.equal((await client.post(message("of-unsaid"))).status, 500);
    connector.fault = () => undefined;
    const told = (await lines()).slice(before).filter(({ msg }) => msg !== "delivery");
    assert.deepEqual(
      told.map(({ correlation, msg, outcome }) => [correlation, msg, outcome]),
      [
        ["of-foreign", "turn", "forbidden"],
        ["of-nobody", "turn", "invalid"],
        ["of-nothing", "turn", "invalid"],
        ["of-typing", "turn", "ignored"],
        ["of-broken", "turn failed", undefined],
        ["of-broken", "turn", "failed"],
        ["of-unsaid", "reply failed", undefined],
        ["of-unsaid", "turn", "failed"],
      ],
    );
  });

  it("keeps names and texts out when a proposal is made and its messages go through, fail and are cut off", async () => {
    const faults = [{ status: 403, code: "BotDisabledByAdmin" }, { status: 502 }, "reset", { status: 400 }] as const;
    let n = 0;
    connector.fault = ({ card }) => (card ? faults[n++ % faults.length] : undefined);
    const receipt = await propose("call:7f3k", "log-nonce-0001");
    assert.match(wordsOf(receipt), /E7F3K01/);
    await connector.until((calls) => calls.filter(({ card }) => card).length >= 4);
    const logged = async () => (await lines()).filter(({ msg }) => msg === "delivery").length;
    while ((await logged()) < 4) await new Promise((resolve) => setImmediate(resolve));
    connector.fault = () => undefined;
    for (const secret of secrets) assert(!(await text()).includes(secret), `${secret} is in the log`);
  });

  it("keeps them out when a turn fails unexpectedly, and has the reference that the person is told", async () => {
    const failure = wordsOf(await propose("call:broken", "log-nonce-0002"));
    const [, reference = assert.fail(failure)] = /tunnus ([0-9A-F]{6})/.exec(failure) ?? [];
    const line = (await lines()).find((one) => one.reference === reference) ?? assert.fail(`${reference} isn't there`);
    assert.equal(line.msg, "turn failed");
    assert.equal(line.verb, "nomination.submit");
    for (const secret of secrets) assert(!(await text()).includes(secret), `${secret} is in the log`);
  });

  it("keeps out what an error carries along: the request with all that was sent", async () => {
    const carried = { body: "Perustelunsalaisuus", headers: { authorization: "Tunnisteviesti" } };
    const error = Object.assign(new Error("connector failed"), {
      statusCode: 500,
      request: carried,
      response: carried,
    });
    bot.ports.log.error({ err: error }, "settling failed");
    const line = (await lines()).at(-1)?.err as Record<string, unknown>;
    assert.deepEqual(Object.keys(line).sort(), ["message", "name", "stack", "statusCode"]);
    for (const secret of secrets) assert(!(await text()).includes(secret), `${secret} is in the log`);
  });
});
