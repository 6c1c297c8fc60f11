import assert from "node:assert/strict";
import type { Browser } from "playwright-core";
import type { Server } from "restify";
import { langs } from "../../bot/domain/lang.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import { change } from "../../bot/usecases/change.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { coProposerPage } from "../../bot/web/co-proposer.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { proposed } from "../mail/scene.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";

const { joint } = textFor("fi").nomination;

describe("a co-proposer's page", function () {
  this.timeout(30_000);
  let browser: Browser;
  let ports: TestPorts;
  let server: Server;
  let url: string;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    ports = testPorts();
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports);
    mountLinks(server, ports, { coProposer: coProposerPage(ports, pagePress(ports)) }, async () => {});
    Object.assign(ports, { publicUrl: `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}` });
    await proposed(ports);
    await ports.settled();
    url = ports.sent.find(({ showing }) => showing.delivery.saying.kind === "coProposer")?.showing.page?.url ?? "";
  });
  afterEach(async () => {
    await closed(server);
    await ports.dispose();
  });
  const organisation = async () =>
    (await (await openRound(ports, "call:7f3k"))?.get("nomination", "nom:01"))?.organisations[1];

  it("is where the contact named in a proposal confirms or objects, without scripts, and changes their mind", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "fi-FI" });
    const page = await context.newPage();
    await page.goto(url);
    assert.equal((await organisation())?.confirmation, "notConfirmed");
    await page.getByRole("button", { name: joint.confirm }).click();
    assert.equal((await organisation())?.confirmation, "confirmed");
    await page.getByRole("button", { name: joint.object }).click();
    assert.equal((await organisation())?.confirmation, "objected");
    await page.goBack();
    await page.getByRole("button", { name: joint.object }).click();
    assert.equal((await organisation())?.confirmation, "objected");
    await context.close();
  });

  it("opens no more once somebody else is the organisation's contact", async () => {
    assert.equal((await fetch(url)).status, 200);
    await change(ports, "call:7f3k", "ehdolla", async (round) => {
      const nomination = await round.get("nomination", "nom:01");
      if (!nomination) throw new Error("no nomination");
      const organisations = nomination.organisations.map((o) => ({
        ...o,
        ...(o.contact && { contact: { ...o.contact, email: "uusi@example.org" } }),
      }));
      return { ok: true, state: { facts: [{ ...nomination, organisations }], events: ["nominationEdited"] } };
    });
    assert.equal((await fetch(url)).status, 404);
  });

  it("is accessible and narrow in three languages", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
    for (const lang of langs) {
      await page.goto(`${url}?lang=${lang}`);
      assert.deepEqual(await axeComplaints(page), [], lang);
      assert.deepEqual(await tooWide(page), [], lang);
    }
    await page.close();
  });
});
