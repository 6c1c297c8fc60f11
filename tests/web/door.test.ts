import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { groupIdOf } from "../../bot/domain/group.ts";
import { type Running, startEhdolla } from "../../bot/main.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { localConfig } from "../support/local.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { type BotProcess, startBot } from "../support/process.ts";
import { account, TENANT, teamsClient, wordsOf } from "../support/teams.ts";

const someone = account(1, "Helmi Kaislaharju");
const JSON_TYPE = { "content-type": "application/json" };
const headers = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": /^default-src 'none'.*frame-ancestors 'none'$/,
};

describe("at the door", () => {
  let folder: string;
  let bot: Running;
  let url: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    bot = await startEhdolla(localConfig(folder));
    url = `http://127.0.0.1:${bot.port}`;
  });
  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  const post = (body: string | Uint8Array, more: Record<string, string> = {}, path = "/api/messages") =>
    fetch(`${url}${path}`, { method: "POST", headers: { ...JSON_TYPE, ...more }, body });
  /** Sends raw bytes and gives all that comes back until the connection ends. */
  const raw = async (text: string): Promise<string> => {
    const socket = connect(bot.port, "127.0.0.1");
    socket.write(text);
    let got = "";
    socket.on("data", (piece) => {
      got += piece;
    });
    await once(socket, "close");
    return got;
  };
  const everything = () => {
    const db = new DatabaseSync(join(folder, "ehdolla.sqlite"), { readOnly: true });
    const docs = db
      .prepare("SELECT pk, id, version FROM docs WHERE type NOT IN ('lease', 'heartbeat') ORDER BY pk, id")
      .all();
    db.close();
    return docs.filter(({ pk }) => /^(person|identity|group|call|tenant):/.test(String(pk)));
  };
  const client = () => teamsClient({ botUrl: url, serviceUrl: "http://127.0.0.1:1" });

  it("a body that is too large is refused before it is read, by what it says of its length", async () => {
    const answer = await raw(
      "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 600000\r\n\r\n{",
    );
    assert.match(answer, /^HTTP\/1.1 413 /);
  });

  it("a body that doesn't say how long it is is read up to the limit and no further", async () => {
    let sent = 0;
    const piece = new TextEncoder().encode("x".repeat(64 * 1024));
    const body = new ReadableStream({
      async pull(controller) {
        sent += piece.length;
        if (sent > 200 * 1024 * 1024) controller.close();
        else controller.enqueue(piece);
      },
    });
    const init = { method: "POST", headers: JSON_TYPE, body, duplex: "half" } as RequestInit;
    const status = await fetch(`${url}/api/messages`, init).then(
      (answer) => answer.status,
      // the connection may end while the client still writes
      () => 413,
    );
    assert.equal(status, 413);
    assert(sent < 20 * 1024 * 1024, `${sent} bytes were taken`);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it("malformed JSON is a plain 400 that repeats nothing of it", async () => {
    const answer = await post('{"secret": nope');
    assert.equal(answer.status, 400);
    assert.doesNotMatch(await answer.text(), /secret|nope|at /);
  });

  it("JSON that is no activity, or nested without end, is refused and ends nothing", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const activity = { type: "invoke", name: "adaptiveCard/action", from: { id: "x" }, conversation: { id: "x" } };
    const nested = JSON.stringify({ ...activity, serviceUrl: "x", value: 0 }).replace('"value":0', `"value":${deep}`);
    for (const body of ["", "[]", "null", "1", "{}", '{"type":7}', deep]) {
      const { status } = await post(body);
      assert(status === 400 || status === 403, `${body.slice(0, 20)} gave ${status}`);
    }
    assert((await post(nested)).status < 500);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it("nothing compressed is unpacked and no upload taken in, and neither ends the process", async () => {
    const gzipped = await post("this was never compressed", { "content-encoding": "gzip" });
    const upload = await post("--x\r\n\r\n--x--", { "content-type": "multipart/form-data; boundary=x" });
    const text = await post("hello", { "content-type": "text/plain" });
    assert.deepEqual([gzipped.status, upload.status, text.status], [415, 415, 415]);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it("every answer carries the security headers, and none the product's name", async () => {
    const answers = await Promise.all([
      fetch(`${url}/healthz`),
      fetch(`${url}/readyz`),
      fetch(`${url}/privacy`),
      fetch(`${url}/download/nosuch`),
      fetch(`${url}/download/%E0%A4%A`),
      fetch(`${url}/nowhere`),
      fetch(`${url}/api/messages`),
      fetch(`${url}/healthz`, { method: "DELETE" }),
      post("{"),
      post("{}"),
      post("x".repeat(600_000)),
      post("x", { "content-encoding": "br" }),
    ]);
    for (const answer of answers) {
      const where = `${answer.status} ${answer.url}`;
      for (const [name, value] of Object.entries(headers)) {
        const said = answer.headers.get(name) ?? "";
        assert(typeof value === "string" ? said === value : value.test(said), `${where}: ${name} ${said}`);
      }
      assert.equal(answer.headers.get("server") || null, null, where);
      assert.equal(answer.headers.get("x-powered-by"), null, where);
    }
    const nonsense = await raw("nonsense\r\n\r\n");
    assert.match(nonsense, /^HTTP\/1.1 400 [\s\S]*nosniff/);
    assert.match(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${"y".repeat(20_000)}\r\n\r\n`), /^HTTP\/1.1 431 /);
  });

  it("who presses more than anybody can is told so, nothing is written, and others aren't held up", async () => {
    await client().press(someone, "home.show");
    const other = account(2, "Oskari Suvipuro");
    await client().press(other, "home.show");
    const before = everything();
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => client().press(someone, "home.language", { lang: "fi" })),
    );
    const { tooMany } = textFor("fi").common;
    const refused = answers.filter((answer) => answer === tooMany).length;
    assert(refused >= 20 && refused < 80, `${refused} were refused`);
    const after = everything();
    assert.equal(await client().press(someone, "home.language", { lang: "sv" }), tooMany);
    assert.deepEqual(everything(), after);
    assert.equal(after.length, before.length);
    assert.match(wordsOf(await client().press(other, "home.show")), /Mitä haluat tehdä/);
  });
});

describe("a store that doesn't answer", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  it("makes the service unready, though it is alive", async () => {
    const logged: unknown[] = [];
    const store: Store = { ...ports.store, get: () => Promise.reject(new Error("out of reach")) };
    const server = createHttpServer(ports.clock.now);
    mountWeb(server, { ...ports, store, log: { ...ports.log, error: (fields) => void logged.push(fields) } });
    const port = await listen(server, 0, "127.0.0.1");
    const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    assert.deepEqual([await statusOf("/healthz"), await statusOf("/readyz")], [200, 503]);
    assert.equal(logged.length, 1);
    await closed(server);
  });

  it("makes it ready again once it answers", async () => {
    let down = true;
    const store: Store = {
      ...ports.store,
      get: (...key) => (down ? Promise.reject(new Error("out of reach")) : ports.store.get(...key)),
    };
    const server = createHttpServer(ports.clock.now);
    mountWeb(server, { ...ports, store, log: { ...ports.log, error: () => {} } });
    const port = await listen(server, 0, "127.0.0.1");
    const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    assert.equal(await statusOf("/readyz"), 503);
    down = false;
    assert.equal(await statusOf("/readyz"), 200);
    await closed(server);
  });
});

describe("a process that is asked to stop", () => {
  let folder: string;
  let teams: Server;
  /** Teams is asked for a team's members, and answers when it is let. */
  let asked: Promise<unknown>;
  let letAnswer: () => void;
  let bot: BotProcess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    const mayAnswer = new Promise<void>((resolve) => {
      letAnswer = resolve;
    });
    let tell: () => void;
    asked = new Promise<void>((resolve) => {
      tell = resolve;
    });
    teams = createServer(async (request, response) => {
      if (request.url?.includes("pagedmembers")) {
        tell();
        await mayAnswer;
      }
      response.writeHead(request.method === "POST" ? 201 : 200, JSON_TYPE);
      response.end(JSON.stringify({ id: "1", activityId: "1", members: [], totalCount: 0 }));
    });
    await new Promise<void>((resolve) => teams.listen(0, "127.0.0.1", resolve));
    bot = await startBot(folder);
  });
  afterEach(async () => {
    await bot.kill();
    teams.closeAllConnections();
    teams.close();
    await rm(folder, { recursive: true });
  });

  it("answers the press that is under way, takes no new one, and ends by itself", async () => {
    const serviceUrl = `http://127.0.0.1:${(teams.address() as AddressInfo).port}`;
    const client = teamsClient({ botUrl: bot.url, serviceUrl });
    await client.addToTeam(someone);
    const group = groupIdOf(TENANT, "19:general");
    const form = client.press(someone, "group.form", { group });
    await asked;
    const stopped = bot.stop();
    while (
      await fetch(`${bot.url}/healthz`).then(
        () => true,
        () => false,
      )
    );
    letAnswer();
    assert.match(wordsOf(await form), /Ota ryhmä käyttöön/);
    await stopped;
    await assert.rejects(fetch(`${bot.url}/healthz`));
  }).timeout(20_000);
});
