import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Server } from "restify";
import { langs } from "../../bot/domain/lang.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { languageOf } from "../../bot/web/language.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const PAGES = ["accessibility", "privacy", "terms", "download/gone"];

describe("every page", function () {
  this.timeout(120_000);
  let ports: TestPorts;
  let server: Server;
  let origin: string;
  let browser: Browser;
  let page: Page;

  before(async () => {
    ports = testPorts();
    await stored(ports, aGroup());
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports, { tenants: ["tenant-1"] });
    origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1024, height: 800 } });
  });
  afterEach(() => page.close());
  after(async () => {
    await browser.close();
    await closed(server);
    await ports.dispose();
  });

  const everywhere = async (look: (where: string) => Promise<void>) => {
    for (const name of PAGES)
      for (const lang of langs) {
        await page.goto(`${origin}/${name}?lang=${lang}`);
        await look(`${name} in ${lang}`);
      }
  };

  it("gives axe nothing to complain about in any language, light or dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await everywhere(async (where) => assert.deepEqual(await axeComplaints(page), [], `${where}, ${colorScheme}`));
    }
  });

  it("fits a window of 320 pixels without scrolling sideways", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await everywhere(async (where) => assert.deepEqual(await tooWide(page), [], where));
  });

  it("shows where the keyboard is, first on the way past the header to the content", async () => {
    await everywhere(async (where) => {
      await page.keyboard.press("Tab");
      const skip = "getComputedStyle(document.activeElement)";
      assert.equal(await page.evaluate("document.activeElement.className"), "skip", where);
      assert.notEqual(await page.evaluate(`${skip}.outlineStyle`), "none", where);
      assert.ok(Number(await page.evaluate("document.activeElement.getBoundingClientRect().left")) >= 0, where);
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate("document.activeElement.id"), "content", where);
    });
  });

  it("prints its text in black on white, without what only a screen can do", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await everywhere(async (where) => {
      assert.equal(await page.evaluate("getComputedStyle(document.documentElement).color"), "rgb(0, 0, 0)", where);
      assert.equal(await page.locator("footer").isVisible(), false, where);
      assert.ok(await page.locator("h1").first().isVisible(), where);
    });
  });

  it("needs no script, sets no cookie, fetches nothing from others and weighs under 100 KB", async () => {
    const asked: string[] = [];
    let bytes = 0;
    page.on("request", (request) => asked.push(request.url()));
    page.on("response", async (response) => {
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await everywhere(async (where) => {
      assert.equal(await page.locator("script, [style], style").count(), 0, where);
      assert.ok(bytes < 100_000, `${where}: ${bytes}`);
      bytes = 0;
    });
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(origin)),
      [],
    );
    assert.deepEqual(await page.context().cookies(), []);
  });

  it("leads in its footer to the accessibility statement, privacy and terms in its language", async () => {
    await page.goto(`${origin}/terms?lang=sv`);
    await page.getByRole("link", { name: "Tillgänglighetsutlåtande" }).click();
    await page.getByRole("heading", { name: "Tillgänglighetsutlåtande", level: 1 }).waitFor();
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { name: "Accessibility statement", level: 1 }).waitFor();
  });

  it("names in the statement the groups' contact for feedback, unless the installation has one of its own", async () => {
    await page.goto(`${origin}/accessibility?lang=fi`);
    await page.getByText("Kaislarannan kumppanuuspöytä: tietosuoja@example.org").waitFor();
    await page.getByText("Liikenne- ja viestintävirasto Traficom", { exact: false }).first().waitFor();
    const own = createHttpServer(ports.clock.now);
    mountWeb(own, ports, { tenants: ["tenant-1"], accessibilityContact: "saavutettavuus@example.org" });
    await page.goto(`http://127.0.0.1:${await listen(own, 0, "127.0.0.1")}/accessibility?lang=fi`);
    await page.getByRole("link", { name: "saavutettavuus@example.org" }).waitFor();
    assert.equal(await page.getByText("tietosuoja@example.org").count(), 0);
    await closed(own);
  });
});

describe("a page's language", () => {
  it("is the chosen one, else the first of ours that the browser prefers, else the group's first", () => {
    assert.equal(languageOf({ chosen: "sv", accepted: "en" }), "sv");
    assert.equal(languageOf({ chosen: "de", accepted: "de-AT, en;q=0.3, sv-FI;q=0.8" }), "sv");
    assert.equal(languageOf({ accepted: "fi;q=0, EN-gb" }), "en");
    assert.equal(languageOf({ accepted: "de" }, ["sv", "fi"]), "sv");
    assert.equal(languageOf({}), "fi");
  });
});
