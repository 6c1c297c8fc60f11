import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Server } from "restify";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Group } from "../../bot/domain/group.ts";
import { langs } from "../../bot/domain/lang.ts";
import { DAY } from "../../bot/domain/time.ts";
import { begin as beginRound } from "../../bot/usecases/begin.ts";
import { sendAgain, sendDataLink } from "../../bot/usecases/link-again.ts";
import { listPoll } from "../../bot/usecases/listing.ts";
import { mintMyFile } from "../../bot/usecases/my-file.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { mintLink } from "../../bot/usecases/personal-link.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { docsOf, openRound } from "../../bot/usecases/round.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { myDataPage } from "../../bot/web/my-data.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { aPoll } from "../support/polls.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k";
const EMAIL = "sanna.kaislamo@example.org";
const hostile = `<script>alert(1)</script> & "Sanna" [x](javascript:alert(1))`;

describe("the page of one's own data", function () {
  this.timeout(120_000);
  let ports: TestPorts;
  let server: Server;
  let browser: Browser;
  let page: Page;
  let url: string;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const begin = async (group: Partial<Group> = { body: "organisations" }, javaScriptEnabled = true) => {
    ports = testPorts();
    const { person: _, ...candidate } = aCandidate({ email: EMAIL });
    await stored(
      ports,
      aGroup({ languages: ["fi", "sv"], ...group }),
      aCall({ publicId: "julkinen01", received: { t1: 1 }, candidates: 1 }),
      [
        aNomination({ nominee: { name: "Sanna Kaislamo", email: EMAIL }, reason: hostile, otherBodies: hostile }),
        candidate,
      ],
    );
    await ports.store.commit("public:julkinen01", [
      { op: "create", doc: { pk: "public:julkinen01", id: "call", type: "public", version: 1, body: { call: CALL } } },
    ]);
    await ports.settled();
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports);
    mountLinks(server, ports, { person: myDataPage(ports) }, (publicId, email, wanted) =>
      (wanted === "data" ? sendDataLink : sendAgain)(ports, publicId, email),
    );
    const origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
    Object.assign(ports, { publicUrl: origin });
    ({ url } = await mintLink(ports, { call: CALL, subject: { kind: "person", email: EMAIL }, until: TODAY + DAY }));
    page = await (await browser.newContext({ javaScriptEnabled, viewport: { width: 1024, height: 800 } })).newPage();
  };
  afterEach(async () => {
    await page.context().close();
    await closed(server);
    await ports.dispose();
  });

  const candidate = async () => (await (await openRound(ports, CALL))?.get("candidate", "cand:01")) as Candidate;

  it("shows what was written about somebody, literally, and gives axe nothing to complain about in any language", async () => {
    await begin();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => void dialogs.push(dialog.message()));
    for (const lang of langs)
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${url}?lang=${lang}`);
        assert.deepEqual(await axeComplaints(page), [], `${lang} ${colorScheme}`);
      }
    assert.ok((await page.getByText(hostile, { exact: true }).count()) > 0);
    assert.equal(await page.locator("main script, main a[href^=javascript]").count(), 0);
    assert.deepEqual(dialogs, []);
  });

  it("fits 320 pixels, before and at the last question too", async () => {
    await begin();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${url}?lang=fi`);
    assert.deepEqual(await tooWide(page), []);
    await page.getByRole("button", { name: "Poista tietoni" }).click();
    assert.deepEqual(await tooWide(page), []);
    assert.deepEqual(await axeComplaints(page), []);
  });

  for (const scripts of [true, false]) {
    it(`erases after a last question where the group is the organisations' own, ${scripts ? "with" : "without"} scripts`, async () => {
      await begin({ body: "organisations" }, scripts);
      await page.goto(`${url}?lang=fi`);
      await page.getByRole("button", { name: "Poista tietoni" }).click();
      assert.equal((await candidate()).name, "Sanna Kaislamo");
      await page.getByText("Poistoa ei voi perua", { exact: false }).waitFor();
      await page.getByRole("button", { name: "Poista lopullisesti" }).click();
      await page.getByText("Tietosi on poistettu.").waitFor();
      assert.equal((await candidate()).name, "–");
      await page.reload();
      assert.equal((await candidate()).name, "–");
    });
  }

  it("says why nothing is erased where an authority keeps its documents, and offers no button for it", async () => {
    await begin({ body: "authority" });
    await page.goto(`${url}?lang=sv`);
    await page.getByRole("button", { name: "Radera mina uppgifter" }).click();
    await page.getByText("myndighetens handlingar", { exact: false }).waitFor();
    assert.equal(await page.getByRole("button", { name: "Radera slutgiltigt" }).count(), 0);
    await fetch(url, { method: "POST", body: new URLSearchParams({ do: "erase" }) });
    assert.equal((await candidate()).name, "Sanna Kaislamo");
  });

  it("takes a correction at once, asks the officers for others, and keeps what was typed in a refused form", async () => {
    await begin();
    await page.goto(`${url}?lang=fi`);
    await page.getByLabel("Sähköposti").fill("sanna@example");
    await page.getByLabel("Puhelin").fill("050 7654321");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Sähköpostiosoite ei kelpaa").waitFor();
    assert.equal(await page.getByLabel("Puhelin").inputValue(), "050 7654321");
    await page.getByLabel("Sähköposti").fill("");
    await page.getByRole("button", { name: "Tallenna" }).click();
    await page.getByText("Yhteystietosi on korjattu.").waitFor();
    assert.equal((await candidate()).phone, "050 7654321");
    await page.getByLabel("Mikä on väärin").fill("Nimeni kirjoitetaan toisin.");
    await page.getByRole("button", { name: "Lähetä pyyntö" }).click();
    await page.getByText("Pyyntö on lähetetty.").waitFor();
    const requests = await (await openRound(ports, CALL))?.list("request");
    assert.deepEqual(
      requests?.map((r) => [r.name, r.email, r.ask, r.text]),
      [["Sanna Kaislamo", EMAIL, "correct", "Nimeni kirjoitetaan toisin."]],
    );
  });

  it("gives everything as a file, for the person with the link and in Teams", async () => {
    await begin();
    await page.goto(`${url}?lang=fi`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Lataa kaikki tiedot" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "omat-tiedot.json");
    const sanna = await aPerson(ports, "Sanna Kaislamo");
    const { url: own, until } = await mintMyFile(ports, { person: sanna.id, tenant: "tenant-1" });
    const answer = await fetch(own);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.equal(((await answer.json()) as { person: { id: string } }).person.id, sanna.id);
    ports.clock.set(until);
    assert.equal((await fetch(own)).status, 404);
  });

  it("tells what one answered in a poll and about its meeting, and erases it, at 320 pixels too", async () => {
    await begin();
    const poll = aPoll({ title: { fi: hostile }, asked: [] });
    const petra = await identifyAsked(ports, { round: poll.id, name: "Sanna Kaislamo", email: EMAIL });
    await listPoll(ports, "group:kaislaranta", poll.id);
    const asked = [{ person: petra.id, required: true, guest: true as const }];
    await beginRound(ports, { ...poll, asked }, aGroup(), "ehdolla", "pollPosted");
    const given = { person: petra.id, by: petra.id, as: "self" as const, now: TODAY, rev: 0, nonce: "nonce-0001" };
    const answer = { ...given, poll: poll.id, tenant: "tenant-1", choices: { o1: "yes" as const }, comment: hostile };
    assert.ok((await answerPoll(ports, ports.bursts, answer)).ok);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${url}?lang=fi`);
    await page.getByText("Sinusta on tietoja yhdessä haussa ja yhdessä kokousaikakyselyssä.").waitFor();
    assert.ok((await page.getByText("ma 7.6.2027", { exact: false }).count()) > 0);
    assert.ok((await page.getByText(hostile, { exact: true }).count()) > 1);
    assert.deepEqual([await tooWide(page), await axeComplaints(page)], [[], []]);
    await page.getByRole("button", { name: "Poista tietoni" }).click();
    await page.getByText("Vastauksesi poistetaan, eikä sinua enää kutsuta.").waitFor();
    await page.getByRole("button", { name: "Poista lopullisesti" }).click();
    await page.getByText("Tietosi on poistettu.").waitFor();
    const round = await openRound(ports, poll.id);
    assert.deepEqual([round?.poll?.asked, await round?.list("pollAnswer")], [[], []]);
  });

  it("changes nothing when a scanner opens the link, and no longer opens when it is over or of another kind", async () => {
    await begin();
    const before = JSON.stringify((await openRound(ports, CALL))?.head);
    for (let times = 0; times < 3; times++) assert.equal((await fetch(url)).status, 200);
    assert.equal(JSON.stringify((await openRound(ports, CALL))?.head), before);
    const { token } = await mintLink(ports, {
      call: CALL,
      subject: { kind: "candidate", candidate: "cand:01" },
      until: TODAY + DAY,
    });
    const wrong = await fetch(url.replace(/[^/]+$/, token));
    ports.clock.set(TODAY + DAY);
    const over = await fetch(url);
    assert.deepEqual([wrong.status, over.status], [404, 404]);
    assert.equal(await wrong.text(), await over.text());
  });

  it("is reached by a link that is sent to the address on file only, and nobody can tell whether there was one", async () => {
    await begin();
    const ask = async (email: string) => {
      const answer = await fetch(`${new URL(url).origin}/link/julkinen01?lang=fi`, {
        method: "POST",
        body: new URLSearchParams({ email, data: "yes" }),
      });
      return [answer.status, await answer.text()];
    };
    assert.deepEqual(await ask("Sanna.Kaislamo@example.org"), await ask("vieras@example.org"));
    for (let tries = 0; tries < 50 && (await dataLinks()).length === 0; tries++) await new Promise(setImmediate);
    assert.deepEqual(
      (await dataLinks()).map(({ to }) => to),
      [{ to: "address", name: "Sanna Kaislamo", email: EMAIL }],
    );
    await ports.settled();
    const sent = ports.sent.find((m) => m.showing.delivery.saying.kind === "dataLink");
    assert.match(sent?.showing.page?.url ?? "", /\/my\/julkinen01\/[\w-]{22}$/);
  });

  const dataLinks = async () => {
    const found: { to: object }[] = [];
    for await (const { body } of docsOf(ports.store, CALL, "delivery")) {
      const { fact } = body as { fact: { saying: { kind: string }; to: object } };
      if (fact.saying.kind === "dataLink") found.push(fact);
    }
    return found;
  };
});
