import assert from "node:assert/strict";
import { type Env, readConfig } from "../bot/config.ts";

const service: Env = {
  MICROSOFT_APP_ID: "11111111-1111-4111-8111-111111111111",
  MICROSOFT_APP_TENANT_ID: "22222222-2222-4222-8222-222222222222",
  PUBLIC_URL: "https://ehdolla.example.org/",
  NODE_ENV: "production",
};
const problems = (env: Env): string => {
  const read = readConfig(env);
  return read.ok ? "" : read.problems.join("\n");
};

describe("the configuration", () => {
  it("is local mode on loopback when nothing is set", () => {
    const read = readConfig({});
    assert(read.ok);
    assert.equal(read.config.mode, "local");
    assert.equal(read.config.host, "127.0.0.1");
    assert.equal(read.config.app, undefined);
  });

  it("is a service with an app id, for the registration's own tenant unless others are allowed", () => {
    const read = readConfig(service);
    assert(read.ok);
    assert.equal(read.config.mode, "service");
    assert.deepEqual(read.config.tenants, [service.MICROSOFT_APP_TENANT_ID]);
    assert.equal(read.config.publicUrl, "https://ehdolla.example.org");
  });

  it("never starts without authentication in production, even when every setting is lost", () => {
    const said = problems({ NODE_ENV: "production" });
    for (const name of ["MICROSOFT_APP_ID", "MICROSOFT_APP_TENANT_ID", "PUBLIC_URL"])
      assert.match(said, new RegExp(`^${name} is missing`, "m"));
  });

  for (const lost of ["MICROSOFT_APP_ID", "MICROSOFT_APP_TENANT_ID", "PUBLIC_URL"] as const)
    it(`refuses half a configuration and names the missing ${lost}`, () => {
      const { [lost]: _, NODE_ENV: __, ...rest } = service;
      assert.equal(
        problems(rest)
          .split("\n")
          .filter((p) => p.startsWith(`${lost} is missing`)).length,
        1,
      );
    });

  it("asks for the secret of a single-tenant registration", () => {
    assert.match(problems({ ...service, MICROSOFT_APP_TYPE: "SingleTenant" }), /^MICROSOFT_APP_PASSWORD is missing/);
  });

  it("sends mail where a server and a sender are named, and asks for the one that is missing", () => {
    const mail = { SMTP_URL: "smtps://ehdolla:salaisuus@mail.example.org", MAIL_FROM: "Ehdolla <ehdolla@example.org>" };
    const read = readConfig({ ...service, ...mail, MAIL_REPLY_TO: "kirjaamo@example.org" });
    assert(read.ok);
    assert.deepEqual(read.config.mail, {
      smtpUrl: mail.SMTP_URL,
      from: mail.MAIL_FROM,
      replyTo: "kirjaamo@example.org",
    });
    assert.match(problems({ ...service, SMTP_URL: mail.SMTP_URL }), /^MAIL_FROM is missing/);
    assert.match(problems({ ...service, MAIL_FROM: mail.MAIL_FROM }), /^SMTP_URL is missing/);
    for (const MAIL_FROM of ["ehdolla", "a@example.org\nBcc: b@example.org", "x <y>"])
      assert.match(problems({ ...service, ...mail, MAIL_FROM }), /^MAIL_FROM: /);
    const wrong = problems({ ...service, ...mail, SMTP_URL: "https://ehdolla:salaisuus@mail.example.org" });
    assert.match(wrong, /^SMTP_URL: /);
    assert.doesNotMatch(wrong, /salaisuus/);
  });

  it("trusts no proxy unless it is told how many there are", () => {
    const read = readConfig(service);
    assert(read.ok && read.config.proxies === undefined);
    const behind = readConfig({ ...service, TRUSTED_PROXIES: "1" });
    assert(behind.ok && behind.config.proxies === 1);
    assert.match(problems({ ...service, TRUSTED_PROXIES: "all" }), /^TRUSTED_PROXIES: /);
  });

  it("keeps facts in SQLite unless an account is named", () => {
    const read = readConfig(service);
    assert(read.ok);
    assert.deepEqual(read.config.storage, { kind: "sqlite" });
  });

  it("opens a named account as the bot's identity, or with a key where one is set", () => {
    const endpoint = "https://ehdolla.example.org:443/";
    for (const key of [undefined, "c2VjcmV0"]) {
      const read = readConfig({ ...service, COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key });
      assert(read.ok);
      assert.deepEqual(read.config.storage, { kind: "cosmos", endpoint, ...(key && { key }) });
    }
  });

  it("asks for the account's key where the bot has no identity of its own", () => {
    const COSMOS_ENDPOINT = "https://ehdolla.example.org:443/";
    const single = { ...service, MICROSOFT_APP_TYPE: "SingleTenant", MICROSOFT_APP_PASSWORD: "secret" };
    for (const env of [{}, single]) assert.match(problems({ ...env, COSMOS_ENDPOINT }), /^COSMOS_KEY is missing/);
  });

  it("doesn't fall back on SQLite when only the account's key is left", () => {
    assert.match(problems({ ...service, COSMOS_KEY: "c2VjcmV0" }), /^COSMOS_ENDPOINT is missing/);
  });

  it("sends facts over https only, but to this machine's own emulator", () => {
    const COSMOS_KEY = "c2VjcmV0";
    for (const COSMOS_ENDPOINT of ["http://ehdolla.example.org/", "http://localhost.example.org/", "ehdolla"])
      assert.match(problems({ COSMOS_ENDPOINT, COSMOS_KEY }), /^COSMOS_ENDPOINT: .* is not an https address/);
    for (const COSMOS_ENDPOINT of ["http://127.0.0.1:8081/", "http://localhost:8081/", "https://localhost:8081/"])
      assert.equal(problems({ COSMOS_ENDPOINT, COSMOS_KEY }), "");
  });

  it("reports all problems at once", () => {
    const said = problems({
      ...service,
      PORT: "door",
      ALLOWED_TENANTS: "ours",
      MICROSOFT_APP_ID: "bot",
      PUBLIC_URL: "http://x",
      COSMOS_ENDPOINT: "ehdolla",
    });
    for (const name of ["PORT", "ALLOWED_TENANTS", "MICROSOFT_APP_ID", "PUBLIC_URL", "COSMOS_ENDPOINT"])
      assert.match(said, new RegExp(`^${name}:`, "m"));
  });
});
