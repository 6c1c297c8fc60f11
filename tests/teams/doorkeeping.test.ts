import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import type { Config } from "../../bot/config.ts";
import { type Running, startEhdolla } from "../../bot/main.ts";
import { Authentication } from "../../bot/teams/auth.ts";
import { type Connector, openConnector } from "../support/connector.ts";
import { account, TENANT, teamsClient } from "../support/teams.ts";

const APP = "11111111-1111-4111-8111-111111111111";
const ISSUER = "https://api.botframework.com";
const someone = account(1, "Helmi Kaislaharju");

describe("at the door of a service with authentication", () => {
  let bot: Running;
  let keys: Server;
  let connector: Connector;
  let folder: string;
  let sign: (claims: JWTPayload & { alg?: "none"; stranger?: boolean }) => Promise<string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    connector = await openConnector();
    const ours = await generateKeyPair("RS256");
    const strangers = await generateKeyPair("RS256");
    const jwk = { ...(await exportJWK(ours.publicKey)), kid: "k1", endorsements: ["msteams"] };
    keys = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.url === "/keys" ? { keys: [jwk] } : { jwks_uri: `${keysUrl}/keys` }));
    });
    await new Promise<void>((resolve) => keys.listen(0, "127.0.0.1", resolve));
    const keysUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}`;
    sign = ({ alg, stranger, ...claims }) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: ISSUER,
        aud: APP,
        serviceurl: connector.url,
        iat: now,
        nbf: now - 10,
        exp: now + 600,
        ...claims,
      };
      if (alg === "none") return Promise.resolve(new UnsecuredJWT(payload).encode());
      return new SignJWT(payload)
        .setProtectedHeader({ alg: "RS256", kid: "k1" })
        .sign(stranger ? strangers.privateKey : ours.privateKey);
    };
    const app = { id: APP, tenant: TENANT, type: "SingleTenant", password: "not-used" } as const;
    const config: Config = {
      mode: "service",
      port: 0,
      host: "127.0.0.1",
      publicUrl: "https://ehdolla.example.org",
      dataFolder: folder,
      storage: { kind: "sqlite" },
      tenants: [TENANT],
      app,
      logLevel: "silent",
      defaultLang: "fi",
    };
    bot = await startEhdolla(config, {
      auth: new Authentication(app, {
        ToBotFromChannelOpenIdMetadataUrl: `${keysUrl}/openid`,
        ToBotFromChannelTokenIssuer: ISSUER,
        ToChannelFromBotLoginUrl: "https://login.example.org",
        ToChannelFromBotOAuthScope: "https://api.botframework.com",
        ToBotFromEmulatorOpenIdMetadataUrl: `${keysUrl}/openid`,
        OAuthUrl: "https://token.example.org",
        ValidateAuthority: "true",
      }),
    });
  });
  after(async () => {
    await bot.stop();
    await connector.close();
    keys.close();
    await rm(folder, { recursive: true });
  });

  const knock = async (token: string | undefined, { tenant = TENANT, serviceUrl = connector.url } = {}) => {
    const client = teamsClient({ botUrl: `http://127.0.0.1:${bot.port}`, serviceUrl, tenant });
    const activity = {
      type: "invoke",
      name: "adaptiveCard/action",
      id: "a1",
      channelId: "msteams",
      serviceUrl,
      from: someone,
      recipient: { id: "28:bot" },
      conversation: { id: "chat", conversationType: "personal", tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      value: { action: { type: "Action.Execute", verb: "home.show", data: {} } },
    };
    return (await client.post(activity, token === undefined ? {} : { authorization: `Bearer ${token}` })).status;
  };
  const stored = async () =>
    (await readFile(join(folder, "ehdolla.sqlite-wal"), "latin1").catch(() => "")).includes(someone.aadObjectId);

  const refused: [string, () => Promise<number>][] = [
    ["without a token", () => knock(undefined)],
    ["with a token that nobody signed", async () => knock(await sign({ alg: "none" }))],
    ["with another bot's token", async () => knock(await sign({ aud: "99999999-9999-4999-8999-999999999999" }))],
    ["with another issuer's token", async () => knock(await sign({ iss: "https://login.example.org" }))],
    ["with a token under a stranger's key", async () => knock(await sign({ stranger: true }))],
    ["with an expired token", async () => knock(await sign({ exp: Math.floor(Date.now() / 1000) - 3_600 }))],
    [
      "with another service's address than the token names",
      async () => knock(await sign({}), { serviceUrl: "https://evil.example.org" }),
    ],
    ["from a foreign tenant", async () => knock(await sign({}), { tenant: "33333333-3333-4333-8333-333333333333" })],
  ];
  for (const [how, attempt] of refused)
    it(`nobody enters ${how}: nothing is written and nothing sent`, async () => {
      const status = await attempt();
      assert(status === 401 || status === 403, `answered ${status}`);
      assert.equal(await stored(), false);
      assert.deepEqual(connector.calls, []);
    });

  it("Teams' own token opens", async () => {
    assert.equal(await knock(await sign({})), 200);
    assert.equal(await stored(), true);
  });
});
