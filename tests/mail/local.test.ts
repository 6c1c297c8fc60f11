import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMail } from "../../bot/mail/mail.ts";
import { routed } from "../../bot/mail/route.ts";
import type { Messenger } from "../../bot/usecases/ports.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { linkIn, proposed, read, SANNA } from "./scene.ts";

describe("mail in local mode", () => {
  let ports: TestPorts;
  let folder: string;
  beforeEach(() => {
    ports = testPorts();
    folder = mkdtempSync(join(tmpdir(), "ehdolla-mail-"));
  });
  afterEach(async () => {
    await ports.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is written into a folder, for a mail program and to read, and its link is told", async () => {
    const told: string[] = [];
    const mail = openMail({ folder, tell: (line) => void told.push(line) }, ports.clock.now);
    Object.assign(ports, { messenger: routed(ports.messenger, mail) });
    await proposed(ports);
    await ports.settled();
    const files = readdirSync(join(folder, "mail"));
    const raws = files.filter((f) => f.endsWith(".eml")).map((f) => readFileSync(join(folder, "mail", f), "utf8"));
    const toSanna = raws.find((raw) => raw.includes(SANNA) && read(raw).header("To").includes(SANNA)) ?? "";
    assert.ok(linkIn(read(toSanna).text));
    assert.equal(files.length, 2 * raws.length);
    assert.ok(told.some((line) => line.includes(SANNA) && line.includes(linkIn(read(toSanna).text))));
  });

  it("isn't there without a server elsewhere: who isn't in Teams is then known as not reached", async () => {
    Object.assign(ports, { messenger: routed(ports.messenger, undefined) });
    await proposed(ports);
    await ports.settled();
    assert.ok(ports.sent.some(({ showing }) => showing.delivery.saying.kind === "notReached"));
  });

  it("leaves Teams to Teams, and each message where it went first", async () => {
    const went: string[] = [];
    const to = (name: string): Messenger => ({
      async deliver() {
        went.push(name);
        return { kind: "unknown" };
      },
    });
    const messenger = routed(to("teams"), to("mail"));
    const { showing, ...message } = { showing: {} as never, to: { kind: "address", name: "x", email: SANNA } } as const;
    const person = { kind: "person", id: "person:x", name: "x", identities: [] } as const;
    const inTeams = { ...person, identities: [], teams: { id: "29:x", serviceUrl: "https://teams.example.org" } };
    const posted = (serviceUrl: string) => ({ serviceUrl, conversation: "", activity: "" });
    await messenger.deliver({ showing, ...message });
    await messenger.deliver({ showing, to: { kind: "person", person: { ...person, identities: [] }, tenant: "t" } });
    await messenger.deliver({ showing, to: { kind: "person", person: inTeams, tenant: "t" } });
    await messenger.deliver({
      showing,
      to: { kind: "person", person: inTeams, tenant: "t" },
      replaces: posted("mail:"),
    });
    await messenger.deliver({ showing, ...message, replaces: posted("https://teams.example.org") });
    assert.deepEqual(went, ["mail", "mail", "teams", "mail", "teams"]);
  });
});
