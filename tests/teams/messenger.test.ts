import assert from "node:assert/strict";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Outcome } from "../../bot/domain/delivery-steps.ts";
import { startOfRecord } from "../../bot/domain/record.ts";
import { Authentication } from "../../bot/teams/auth.ts";
import { teamsMessenger } from "../../bot/teams/messenger.ts";
import type { Message } from "../../bot/usecases/ports.ts";
import { aGroup } from "../support/builders.ts";
import { type Connector, type Fault, openConnector } from "../support/connector.ts";
import { TODAY } from "../support/ports.ts";

describe("a message to Teams", () => {
  let connector: Connector;
  before(async () => {
    connector = await openConnector();
  });
  after(() => connector.close());

  const introduction: Delivery = {
    kind: "delivery",
    id: "del:1",
    rev: 1,
    round: "group:kaislaranta",
    saying: { kind: "introduction" },
    to: { to: "channel" },
    status: "claimed",
    at: TODAY,
    tries: 1,
  };

  async function told(fault: Fault | undefined): Promise<Outcome> {
    connector.fault = () => fault;
    const place = { tenant: "tenant-1", team: "19:general", channel: "19:general", serviceUrl: connector.url };
    const group = aGroup({ place });
    const showing: Message["showing"] = { delivery: introduction, group, nominations: [], head: startOfRecord };
    const messenger = teamsMessenger({
      auth: new Authentication(undefined),
      appId: "",
      client: { dialogs: true, picker: true },
      defaultLang: "fi",
      now: () => TODAY,
      timeout: 50,
      keepChat: async () => {},
    });
    return messenger.deliver({ showing, to: { kind: "channel", place } });
  }

  it("is sent once Teams has said under which id", async () => {
    const outcome = await told(undefined);
    assert.equal(outcome.kind, "sent");
  });

  for (const fault of ["never", "reset", { status: 502 }, { status: 408 }] satisfies Fault[])
    it(`may have arrived after ${JSON.stringify(fault)}`, async () => {
      assert.deepEqual(await told(fault), { kind: "unknown" });
    });

  it("hasn't arrived when Teams asks to wait, and waits as long as it is asked to", async () => {
    const outcome = await told({ status: 429, headers: { "retry-after": "7" } });
    assert.deepEqual(outcome, { kind: "later", after: 7_000 });
  });

  it("is asked for once, whatever the answer", async () => {
    const before = connector.calls.length;
    await told({ status: 503 });
    assert.equal(connector.calls.length, before + 1);
  });
});
