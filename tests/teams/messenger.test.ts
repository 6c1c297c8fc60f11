import assert from "node:assert/strict";
import { AppCredentials } from "botframework-connector";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Outcome } from "../../bot/domain/delivery-steps.ts";
import type { Person } from "../../bot/domain/person.ts";
import { startOfRecord } from "../../bot/domain/record.ts";
import { Authentication } from "../../bot/teams/auth.ts";
import { teamsMessenger } from "../../bot/teams/messenger.ts";
import type { Message } from "../../bot/usecases/ports.ts";
import { aGroup } from "../support/builders.ts";
import { type Connector, type Fault, openConnector } from "../support/connector.ts";
import { aPoll } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

/** Somebody who has a chat with the bot. */
const aPersonOf = (serviceUrl: string): Person => ({
  ...{ kind: "person", id: "person:sanna", name: "Sanna Kaislamo", lang: "fi", identities: [] },
  teams: { id: "29:sanna", serviceUrl, conversation: "chat sanna" },
});

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

  const place = () => ({ tenant: "tenant-1", team: "19:general", channel: "19:general", serviceUrl: connector.url });
  const showing = (): Message["showing"] => {
    const group = aGroup({ place: place() });
    return { delivery: introduction, group, nominations: [], head: startOfRecord };
  };
  /** The chats that the bot remembers or has forgotten. */
  let chats: string[];
  let errors: string[];
  beforeEach(() => {
    chats = [];
    errors = [];
    connector.fault = () => undefined;
    connector.calls.length = 0;
  });
  const messengerOf = (more: Partial<Parameters<typeof teamsMessenger>[0]> = {}) =>
    teamsMessenger({
      auth: new Authentication(undefined),
      appId: "",
      client: { dialogs: true, picker: true },
      defaultLang: "fi",
      now: () => TODAY,
      timeout: 50,
      log: { error: ({ err }) => void errors.push((err as Error).message) },
      keepChat: async (person, conversation) => void chats.push(`${person}: ${conversation}`),
      forgetChat: async (person) => void chats.push(`${person}: none`),
      ...more,
    });

  async function told(fault: Fault | undefined): Promise<Outcome> {
    connector.fault = () => fault;
    return messengerOf().deliver({ showing: showing(), to: { kind: "channel", place: place() } });
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

  it("tells a person the times of their own zone beside the group's, where it is known, and the channel the group's alone", async () => {
    const poll = aPoll();
    const saying = { kind: "pollRequest" } as const;
    const person = aPersonOf(connector.url);
    const request = (to: Message["to"]): Message => ({
      showing: { ...showing(), delivery: { ...introduction, saying, to: { to: "person", person: person.id } }, poll },
      to,
    });
    const drawnFor = async (to: Message["to"]) => {
      connector.calls.length = 0;
      await messengerOf({ timeout: 5_000 }).deliver(request(to));
      return JSON.stringify(connector.calls);
    };
    const to = { kind: "person", person, tenant: "tenant-1" } as const;
    assert.match(await drawnFor({ ...to, person: { ...person, zone: "Europe/Stockholm" } }), /sinun aikaasi/);
    assert.doesNotMatch(await drawnFor(to), /sinun aikaasi/);
    assert.doesNotMatch(await drawnFor({ kind: "channel", place: place() }), /sinun aikaasi/);
  });

  it("is asked for once, whatever the answer", async () => {
    const before = connector.calls.length;
    await told({ status: 503 });
    assert.equal(connector.calls.length, before + 1);
  });

  describe("that can't be begun", () => {
    /** A bot whose tokens come as told. */
    const tokens = (refreshToken: () => Promise<never>, id: string) => {
      const credentials = new (class extends AppCredentials {
        refreshToken = refreshToken;
      })(id);
      const auth = new (class extends Authentication {
        override createConnectorFactory(...identity: Parameters<Authentication["createConnectorFactory"]>) {
          const factory = super.createConnectorFactory(...identity);
          const create = factory.create.bind(factory);
          factory.create = async (...to) => Object.assign(await create(...to), { credentials });
          return factory;
        }
      })(undefined);
      return messengerOf({ auth });
    };
    const toChannel = (): Message => ({ showing: showing(), to: { kind: "channel", place: place() } });

    it("goes later where there is no token, and Teams isn't asked", async () => {
      // as the identity endpoint's own errors are: with a status that tells nothing of the message
      const failing = async () => {
        throw Object.assign(new Error("no token"), { statusCode: 404, code: "invalid_client" });
      };
      const outcome = await tokens(failing, "app-1").deliver(toChannel());
      assert.deepEqual(outcome, { kind: "later", after: 10_000 });
      assert.deepEqual([errors, connector.calls], [["no token"], []]);
    });

    it("goes later where the token doesn't come in the time of a request, and asks anew then", async () => {
      let asked = 0;
      const messenger = tokens(() => {
        asked++;
        return new Promise(() => {});
      }, "app-2");
      const outcomes = await Promise.all([messenger.deliver(toChannel()), messenger.deliver(toChannel())]);
      assert.deepEqual(outcomes, Array(2).fill({ kind: "later", after: 10_000 }));
      assert.equal(asked, 1);
      assert.equal((await messenger.deliver(toChannel())).kind, "later");
      assert.equal(asked, 2);
      assert.deepEqual(connector.calls, []);
    });

    it("goes later where its card can't be drawn", async () => {
      const broken = { ...showing(), group: undefined } as unknown as Message["showing"];
      const outcome = await messengerOf().deliver({ ...toChannel(), showing: broken });
      assert.equal(outcome.kind, "later");
      assert.deepEqual([errors.length, connector.calls], [1, []]);
    });
  });

  describe("to somebody", () => {
    const to = (conversation?: string): Message["to"] => ({
      kind: "person",
      tenant: "tenant-1",
      person: {
        kind: "person",
        id: "person:oskari",
        name: "Oskari",
        identities: [],
        teams: { id: "29:oskari", serviceUrl: connector.url, ...(conversation && { conversation }) },
      } as unknown as Person,
    });

    for (const fault of ["never", "reset", { status: 502 }] satisfies Fault[])
      it(`goes later where the chat couldn't be made because of ${JSON.stringify(fault)}, for nothing is said by it`, async () => {
        connector.fault = () => fault;
        assert.deepEqual(await messengerOf().deliver({ showing: showing(), to: to() }), {
          kind: "later",
          after: 10_000,
        });
        assert.equal(connector.calls.length, 1);
      });

    it("has failed where Teams lets nobody make a chat, and waits where it asks to", async () => {
      connector.fault = () => ({ status: 403, code: "ForbiddenOperationException" });
      const outcome = await messengerOf().deliver({ showing: showing(), to: to() });
      assert.deepEqual(outcome, { kind: "failed", reason: "noApp" });
      connector.fault = () => ({ status: 429, headers: { "retry-after": "7" } });
      const later = await messengerOf().deliver({ showing: showing(), to: to() });
      assert.deepEqual(later, { kind: "later", after: 7_000 });
    });

    it("goes later where the store can't keep the chat that was made", async () => {
      const keepChat = () => Promise.reject(new Error("store away"));
      const outcome = await messengerOf({ keepChat }).deliver({ showing: showing(), to: to() });
      assert.equal(outcome.kind, "later");
      assert.deepEqual([errors, connector.calls.length], [["store away"], 1]);
    });

    it("may have arrived in a chat that was just made", async () => {
      connector.fault = ({ path }) => (path === "/v3/conversations" ? undefined : { status: 502 });
      assert.deepEqual(await messengerOf().deliver({ showing: showing(), to: to() }), { kind: "unknown" });
      assert.deepEqual(chats, ["person:oskari: chat-29:oskari"]);
    });

    it("has its chat made anew where that is gone, in a turn of its own that counts every request", async () => {
      connector.fault = ({ path }) => (path.includes("gone") ? { status: 404 } : undefined);
      const first = await messengerOf().deliver({ showing: showing(), to: to("gone") });
      assert.deepEqual(
        [first, connector.calls.length, chats],
        [{ kind: "later", after: 0 }, 1, ["person:oskari: none"]],
      );
      assert.equal((await messengerOf().deliver({ showing: showing(), to: to() })).kind, "sent");
      assert.equal(connector.calls.length, 3);
    });
  });
});
