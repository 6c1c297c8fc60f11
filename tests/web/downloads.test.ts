import assert from "node:assert/strict";
import type { Server } from "restify";
import { LINK_LIFE } from "../../bot/domain/download.ts";
import { MINUTE } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { makeAppendix } from "../../bot/usecases/download.ts";
import { identify } from "../../bot/usecases/people.ts";
import { docsOf, readGroup } from "../../bot/usecases/round.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { cellsOf, wordsOf } from "./parts.ts";
import { candidates, nominations } from "./scene.ts";

describe("a link to the appendix", () => {
  let ports: TestPorts;
  let server: Server;
  let origin: string;
  let chair: `person:${string}`;
  let logged: string[];

  beforeEach(async () => {
    ports = testPorts();
    logged = [];
    const keep = (fields: Record<string, unknown>, message: string) =>
      void logged.push(JSON.stringify([fields, message]));
    Object.assign(ports.log, { info: keep, warn: keep });
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports);
    origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
    Object.assign(ports, { publicUrl: origin });
    const sender = {
      tenant: "tenant-1",
      oid: "chair",
      name: "Kaarina Lehtovaara",
      teamsId: "29:chair",
      serviceUrl: "https://teams.example.org",
    };
    chair = (await identify(ports, sender)).id;
    const group = aGroup({ languages: ["fi", "sv"], chairs: [chair] });
    await stored(ports, group, aCall(), [...nominations.slice(0, 4), ...candidates.slice(0, 3)]);
  });
  afterEach(async () => {
    await closed(server);
    await ports.dispose();
  });

  const links = async () => {
    await makeAppendix(ports, { call: "call:7f3k", by: chair, nonce: "nonce-0001" });
    await ports.settled();
    return ports.sent.find(({ showing }) => showing.links)?.showing.links ?? [];
  };
  const get = async (url: string) => {
    const response = await fetch(url, { redirect: "error" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const header = (name: string) => response.headers.get(name) ?? "";
    return { status: response.status, header, bytes, text: Buffer.from(bytes).toString("utf8") };
  };

  it("brings each file in each of the group's languages, once and again within ten minutes", async () => {
    const minted = await links();
    assert.deepEqual(
      minted.map(({ lang, format }) => `${lang}.${format}`),
      ["fi.docx", "fi.xlsx", "sv.docx", "sv.xlsx"],
    );
    ports.clock.set(TODAY + LINK_LIFE - 1);
    for (const _ of [1, 2])
      for (const { url, format, lang } of minted) {
        const response = await get(url);
        assert.equal(response.status, 200);
        assert.equal(response.header("cache-control"), "no-store");
        assert.equal(response.header("x-content-type-options"), "nosniff");
        assert.match(response.header("content-type"), /openxmlformats/);
        assert.match(
          decodeURIComponent(response.header("content-disposition")),
          lang === "fi"
            ? /filename\*=UTF-8''Ehdokasehdotukset Kaislarannan kumppanuuspöytä KRHVA-214-2027 fi\./
            : /''Kandidatförslag .* sv\./,
        );
        assert.match(response.header("content-disposition"), /^attachment; filename="[\x20-\x7e]+"; filename\*=/);
        const file = response.bytes;
        if (format === "docx") assert.match(await wordsOf(file), /E7F3K01/);
        else assert.ok(cellsOf(file).some(({ value }) => value === "E7F3K01"));
      }
  });

  it("opens nothing from the tenth minute on, and its ticket is then gone from the store", async () => {
    const [first] = await links();
    ports.clock.set(TODAY + LINK_LIFE);
    assert.equal((await get(first?.url ?? "")).status, 404);
    assert.equal((await ports.store.due(TODAY + LINK_LIFE, 100)).filter((d) => d.type === "download").length, 4);
    await ports.at(TODAY + LINK_LIFE);
    assert.deepEqual(
      await ports.store.due(TODAY + 24 * 60 * MINUTE, 100).then((d) => d.filter((x) => x.type === "download")),
      [],
    );
    assert.equal((await get(first?.url ?? "")).status, 404);
  });

  it("says the same clear sentence in three languages, whether it is over, mistyped or never was", async () => {
    const [first] = await links();
    const url = first?.url ?? "";
    const turned = url.endsWith("A") ? `${url.slice(0, -1)}B` : `${url.slice(0, -1)}A`;
    const wrong = [
      turned,
      url.slice(0, -1),
      `${url}A`,
      `${origin}/download/..%2Fhealthz`,
      `${origin}/download/${"a".repeat(5_000)}`,
    ];
    const pages = await Promise.all(wrong.map(get));
    ports.clock.set(TODAY + LINK_LIFE);
    pages.push(await get(url));
    assert.deepEqual([...new Set(pages.map(({ status }) => status))], [404]);
    assert.equal(new Set(pages.map(({ text }) => text)).size, 1);
    for (const sentence of [/Linkki on vanhentunut/, /Länken har gått ut/, /The link has expired/])
      assert.match(pages[0]?.text ?? "", sentence);
  });

  it("is in no log, delivery or record, and the store knows only its hash", async () => {
    const minted = await links();
    for (const { url } of minted) await get(url);
    await get(`${origin}/download/${"x".repeat(22)}`);
    const tokens = minted.map(({ url }) => url.split("/").at(-1) ?? "");
    assert.ok(tokens.every((token) => /^[\w-]{22}$/.test(token)));
    assert.equal(new Set(tokens).size, 4);
    const kept: string[] = [...logged];
    for (const type of ["call", "entry", "delivery", "nomination", "candidate"])
      for await (const doc of docsOf(ports.store, "call:7f3k", type)) kept.push(JSON.stringify(doc));
    for (const doc of await ports.store.due(TODAY + LINK_LIFE, 100)) kept.push(JSON.stringify(doc));
    assert.ok(logged.some((line) => line.includes('"page":"download"')));
    for (const token of [...tokens, "x".repeat(22)])
      assert.deepEqual(
        kept.filter((line) => line.includes(token)),
        [],
      );
  });

  it("stops opening for somebody who is no longer an officer", async () => {
    const [first] = await links();
    await change(ports, "group:kaislaranta", "ehdolla", ({ group }) => ({
      ok: true,
      state: { facts: [{ ...group, rev: group.rev + 1, chairs: ["person:other"] }], events: ["rolesChanged"] },
    }));
    assert.deepEqual((await readGroup(ports.store, "group:kaislaranta"))?.chairs, ["person:other"]);
    assert.equal((await get(first?.url ?? "")).status, 404);
  });

  it("tells only a reference when something breaks, and logs the page by name", async () => {
    const [first] = await links();
    const errors: Record<string, unknown>[] = [];
    Object.assign(ports.log, { error: (fields: Record<string, unknown>) => void errors.push(fields) });
    const { get: real } = ports.store;
    Object.assign(ports.store, { get: () => Promise.reject(new Error("disk on fire")) });
    const response = await get(first?.url ?? "");
    const body = response.text;
    Object.assign(ports.store, { get: real });
    assert.equal(response.status, 500);
    assert.equal(errors[0]?.page, "download");
    assert.ok(body.includes(String(errors[0]?.reference)));
    assert.doesNotMatch(body, /fire/);
  });

  it("has a privacy notice and terms in three languages beside it, and says whether the service is up and ready", async () => {
    for (const path of ["privacy", "terms"]) {
      const response = await get(`${origin}/${path}`);
      const page = response.text;
      assert.equal(response.status, 200);
      assert.match(response.header("content-security-policy"), /^default-src 'none'/);
      for (const lang of ["fi", "sv", "en"]) assert.match(page, new RegExp(`lang="${lang}"`));
    }
    assert.equal((await get(`${origin}/healthz`)).text, "ok");
    assert.equal((await get(`${origin}/readyz`)).status, 200);
    Object.assign(ports.log, { error: () => {} });
    const { get: real } = ports.store;
    Object.assign(ports.store, { get: () => Promise.reject(new Error("gone")) });
    assert.equal((await get(`${origin}/readyz`)).status, 503);
    Object.assign(ports.store, { get: real });
  });
});
