import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { MicrosoftAppCredentials } from "botframework-connector";
import type { AppIdentity } from "../../bot/config.ts";
import { Authentication, ownIdentity } from "../../bot/teams/auth.ts";
import { type Connector, openConnector } from "../support/connector.ts";

const AUDIENCE = "https://api.botframework.com";
const tenant = "22222222-2222-4222-8222-222222222222";

describe("the bot's own identity", () => {
  let connector: Connector;
  /** A stand-in for the identity endpoint of the machine that the bot runs on. */
  let machine: Server;
  let asked: URL[];
  const { IDENTITY_ENDPOINT, IDENTITY_HEADER } = process.env;

  // once for all: the token library keeps to the endpoint that it has found
  before(async () => {
    connector = await openConnector();
    machine = createServer((request, response) => {
      asked.push(new URL(request.url ?? "", "http://127.0.0.1"));
      response.setHeader("content-type", "application/json");
      const expires_on = String(Math.floor(Date.now() / 1_000) + 86_400);
      response.end(JSON.stringify({ access_token: "token-of-the-machine", expires_on, token_type: "Bearer" }));
    });
    await new Promise<void>((resolve) => machine.listen(0, "127.0.0.1", resolve));
    process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${(machine.address() as AddressInfo).port}/msi/token`;
    process.env.IDENTITY_HEADER = "header";
  });
  beforeEach(() => {
    asked = [];
    connector.calls.length = 0;
  });
  after(async () => {
    for (const [name, value] of Object.entries({ IDENTITY_ENDPOINT, IDENTITY_HEADER }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    machine.closeAllConnections();
    await new Promise((resolve) => machine.close(resolve));
    await connector.close();
  });

  const connectorOf = (app: AppIdentity) =>
    new Authentication(app).createConnectorFactory(ownIdentity(app.id)).create(connector.url, AUDIENCE);
  const say = async (app: AppIdentity) =>
    (await connectorOf(app)).conversations.sendToConversation("chat", { type: "message", text: "Hei" });

  it("sends as a managed identity, with a token that the machine gives for its id", async () => {
    const app: AppIdentity = { id: "11111111-1111-4111-8111-000000000001", tenant, type: "UserAssignedMSI" };
    await say(app);
    assert.deepEqual(
      asked.map(({ searchParams }) => [searchParams.get("client_id"), searchParams.get("resource")]),
      [[app.id, AUDIENCE]],
    );
    assert.deepEqual(
      connector.calls.map(({ method, authorization }) => [method, authorization]),
      [["POST", "Bearer token-of-the-machine"]],
    );
  });

  it("sends as a managed identity even where an older registration's password is still set", async () => {
    await say({ id: "11111111-1111-4111-8111-000000000002", tenant, type: "UserAssignedMSI", password: "left-over" });
    assert.equal(connector.calls[0]?.authorization, "Bearer token-of-the-machine");
  });

  it("asks its own tenant for a token, where it is registered in one with a password", async () => {
    const app: AppIdentity = {
      id: "11111111-1111-4111-8111-000000000003",
      tenant,
      type: "SingleTenant",
      password: "p",
    };
    const { credentials } = await connectorOf(app);
    assert(credentials instanceof MicrosoftAppCredentials);
    assert.deepEqual([credentials.appId, credentials.appPassword], [app.id, "p"]);
    assert.equal(credentials.oAuthEndpoint, `https://login.microsoftonline.com/${tenant}`);
    assert.equal(credentials.oAuthScope, AUDIENCE);
  });
});
