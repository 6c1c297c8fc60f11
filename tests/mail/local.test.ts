import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMail } from "../../bot/mail/mail.ts";
import { routed } from "../../bot/mail/route.ts";
import { callMeeting } from "../../bot/usecases/meeting.ts";
import { identifyAddress } from "../../bot/usecases/outsiders.ts";
import type { Messenger } from "../../bot/usecases/ports.ts";
import { aGroup } from "../support/builders.ts";
import { lint } from "../support/ics-lint.ts";
import { span } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";
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

  it("has the calendar file of an invitation beside it", async () => {
    const told: string[] = [];
    const mail = openMail({ folder, tell: (line) => void told.push(line) }, ports.clock.now);
    Object.assign(ports, { messenger: routed(ports.messenger, mail) });
    const oili = await identifyAddress(ports, { email: "oili@example.org", name: "Oili Esimerkki" });
    const chair = await aPerson(ports, "Helmi Kaislaharju");
    await stored(ports, aGroup({ chairs: [chair.id] }));
    await callMeeting(ports, {
      ...{ group: "group:kaislaranta", tenant: "tenant-1", by: chair.id, nonce: "nonce-0001", now: ports.clock.now() },
      ...{ title: { fi: "Kesäkuun kokous" }, note: {}, venue: { mode: "teams" }, ...span("2027-06-14", "13:00") },
      invited: [{ person: oili.id, role: "member" }],
    });
    await ports.settled();
    const files = readdirSync(join(folder, "mail"));
    assert.deepEqual(files.map((f) => f.split(".").at(-1)).sort(), ["eml", "ics", "txt"]);
    const [ics = "", txt = ""] = [".ics", ".txt"].map((end) => files.find((f) => f.endsWith(end)));
    assert.deepEqual(lint(readFileSync(join(folder, "mail", ics), "utf8")), []);
    assert.ok(readFileSync(join(folder, "mail", txt), "utf8").includes(`Attachment: 2027-06-14-1300.ics (${ics})`));
    assert.ok(told.some((line) => line.includes(ics)));
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
