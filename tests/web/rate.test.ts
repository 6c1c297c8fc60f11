import assert from "node:assert/strict";
import type { Server } from "restify";
import type { PersonId } from "../../bot/domain/ids.ts";
import { DAY } from "../../bot/domain/time.ts";
import { mintLink } from "../../bot/usecases/personal-link.ts";
import { type Acting, paced } from "../../bot/web/acting.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { clientAddress, pageRates } from "../../bot/web/rate.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { publicCall } from "./site.ts";

describe("whoever asks for pages too often", () => {
  let ports: TestPorts;
  let server: Server;
  let url: string;
  const begun = async (proxies: number) => {
    server = createHttpServer(ports.clock.now, proxies);
    mountWeb(server, ports);
    url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  };
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(async () => {
    await closed(server);
    await ports.dispose();
  });

  const get = (path: string, forwarded?: string) =>
    fetch(`${url}${path}`, forwarded ? { headers: { "x-forwarded-for": forwarded } } : {});
  const until429 = async (forwarded: (n: number) => string | undefined) => {
    for (let n = 0; n < 100; n++) if ((await get("/download/nosuch", forwarded(n))).status === 429) return n;
    return undefined;
  };

  it("is held up after twenty wrong links, told so in words, and still sees whether the service is up", async () => {
    await begun(0);
    assert.equal(await until429(() => undefined), 20);
    const answer = await get("/download/nosuch?lang=fi");
    assert.equal(answer.status, 429);
    assert.match(await answer.text(), /Pyyntöjä tuli liian monta/);
    assert.equal((await get("/healthz")).status, 200);
    assert.equal((await get("/privacy")).status, 200);
  });

  it("can't get around it by claiming addresses, whether or not a proxy of ours stands before the service", async () => {
    await begun(0);
    assert.equal(await until429((n) => `203.0.113.${n}`), 20);
    await closed(server);
    await begun(1);
    assert.equal(await until429((n) => `203.0.113.${n}, 198.51.100.7`), 20);
  });

  it("doesn't hold up others behind the same proxy", async () => {
    await begun(1);
    await until429(() => "198.51.100.7");
    assert.equal((await get("/download/nosuch", "198.51.100.8")).status, 404);
  });
});

describe("whoever has a personal link", () => {
  let ports: TestPorts;
  let server: Server;
  beforeEach(async () => {
    ports = testPorts();
    server = createHttpServer(ports.clock.now, 1);
    const page = async () => ({ status: 200, headers: {}, body: "" });
    mountLinks(server, ports, { person: { show: page, commit: page } }, async () => {});
    ports.publicUrl = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
    await publicCall(ports);
  });
  afterEach(async () => {
    await closed(server);
    await ports.dispose();
  });

  const linkOf = async (email: string) =>
    (
      await mintLink(ports, {
        call: "call:7f3k",
        subject: { kind: "person", email },
        until: ports.clock.now() + DAY,
      })
    ).url;
  let from = 0;
  const send = (url: string) =>
    fetch(url, {
      method: "POST",
      body: new URLSearchParams({ reason: "Tuntee kentän." }),
      headers: { "x-forwarded-for": `198.51.100.${++from % 200}` },
    });

  it("can't get more by sending from many places, or by a second link to the same; and keeps what was typed", async () => {
    const links = [await linkOf("sanna@example.org"), await linkOf("sanna@example.org")];
    for (let n = 0; n < 120; n++) assert.equal((await send(links[n % 2] ?? "")).status, 200);
    const refused = await send(links[0] ?? "");
    assert.equal(refused.status, 429);
    assert.match(await refused.text(), /Pyyntöjä tuli liian monta[\s\S]+Tuntee kentän\./);
    assert.equal((await fetch(links[1] ?? "")).status, 429);
    assert.equal((await send(await linkOf("oskari@example.org"))).status, 200);
  });

  it("can't press more by having many links", async () => {
    let pressed = 0;
    const press = paced(async () => {
      pressed++;
      return { say: "" };
    }, pageRates());
    const acting = (by: PersonId) =>
      ({ by: { id: by }, reader: { text: textFor("fi") }, way: "web" }) as unknown as Acting;
    for (let n = 0; n < 60; n++) await press(acting("person:petra"), "poll.show", { poll: "poll:june" });
    assert.deepEqual(await press(acting("person:petra"), "poll.show", { poll: "poll:june" }), {
      refuse: textFor("fi").common.tooMany,
    });
    assert.equal(pressed, 60);
    assert.deepEqual(await press(acting("person:sanna"), "poll.show", { poll: "poll:june" }), { say: "" });
  });
});

describe("where a request comes from", () => {
  it("is the connection, or whom the nearest proxy of ours saw", () => {
    assert.equal(clientAddress("192.0.2.1", "203.0.113.9", 0), "192.0.2.1");
    assert.equal(clientAddress("192.0.2.1", "203.0.113.9, 198.51.100.7", 1), "198.51.100.7");
    assert.equal(clientAddress("192.0.2.1", "203.0.113.9, 198.51.100.7:4711", 1), "198.51.100.7");
    assert.equal(clientAddress("192.0.2.1", "203.0.113.9, 198.51.100.7, 10.0.0.4", 2), "198.51.100.7");
    assert.equal(clientAddress("192.0.2.1", undefined, 1), "192.0.2.1");
  });

  it("is a network in IPv6, for a household has a whole one", () => {
    const [one, other] = ["2001:db8:1:2:3:4:5:6", "[2001:db8:1:2:ffff::9]:4711"];
    assert.equal(clientAddress("192.0.2.1", one, 1), clientAddress("192.0.2.1", other, 1));
    assert.notEqual(clientAddress("192.0.2.1", one, 1), clientAddress("192.0.2.1", "2001:db8:1:3::1", 1));
  });
});
