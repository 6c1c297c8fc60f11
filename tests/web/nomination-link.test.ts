import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { langs } from "../../bot/domain/lang.ts";
import { nothingWritten } from "../../bot/domain/nominate-written.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { mintLink } from "../../bot/usecases/personal-link.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { nominateOnWeb } from "../../bot/usecases/web-nomination.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { moment } from "../support/builders.ts";
import { field, openSite, publicCall, type Site } from "./site.ts";

const deadline = moment("2027-05-14", "16:15").at;

describe("the page of a sender on the web", function () {
  this.timeout(120_000);
  let browser: Browser;
  let site: Site;
  let call: Call;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    site = await openSite();
    call = await publicCall(site.ports);
    page = await (await browser.newContext({ locale: "fi-FI" })).newPage();
  });
  afterEach(async () => {
    await page.context().close();
    await site.close();
  });

  const sent = async (own = false, at = site.ports.clock.now()): Promise<string> => {
    const decision = await nominateOnWeb(site.ports, call.id, {
      nonce: `nonce-000${own ? 1 : 2}`,
      own,
      written: {
        ...nothingWritten,
        ...(own ? {} : { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" }),
        ...{ organisations: own ? [] : [{ name: "Kaislan Omaiset ry" }], seatGroup: "t1" },
        ...{ reason: "Tuntee omaisten arjen.", reasons: { c1: "Kahdeksan vuotta." } },
      },
      sender: { name: "Oskari Haavisalo", email: "oskari.haavisalo@example.org" },
      text: "fi-1",
      arrivedAt: at,
    });
    const [nomination] = await facts("nomination");
    assert.ok(nomination, decision.ok ? "" : decision.refusal.kind);
    const subject = { kind: "nomination", nomination: nomination.id } as const;
    return (await mintLink(site.ports, { call: call.id, subject, until: at + 90 * 86_400_000 })).url;
  };
  const facts = async <K extends "nomination" | "candidate">(
    kind: K,
  ): Promise<(K extends "nomination" ? Nomination : Candidate)[]> => {
    const found = [];
    for await (const fact of factsOf(site.ports.store, call.id, kind)) found.push(fact);
    return found as (K extends "nomination" ? Nomination : Candidate)[];
  };
  const press = (name: string) => page.getByRole("button", { name }).click();
  const told = (text: string | RegExp) => page.locator("main").getByText(text).first().waitFor();
  const sentTo = () =>
    site.ports.sent.flatMap(({ to, showing }) => (to.kind === "channel" ? [] : showing.delivery.saying.kind));

  it("changes nothing when it is only opened, as a mail scanner does", async () => {
    const url = await sent();
    for (let n = 0; n < 3; n++) assert.equal((await fetch(url)).status, 200);
    assert.equal((await facts("nomination"))[0]?.unconfirmed, true);
    assert.deepEqual(await facts("candidate"), []);
  });

  it("confirms with one press: then the candidate is asked, and the proposal counts", async () => {
    const url = await sent();
    await site.ports.settled();
    assert.deepEqual(sentTo(), ["confirmAddress"]);
    await page.goto(url);
    await press("Vahvista ehdotus");
    await told("Ehdotus on vastaanotettu");
    const [nomination] = await facts("nomination");
    const [candidate] = await facts("candidate");
    assert.deepEqual([nomination?.unconfirmed, candidate?.consent], [undefined, "asked"]);
    assert.equal((await readCall(site.ports.store, call.id))?.received.t1, 1);
    await site.ports.settled();
    assert.ok(sentTo().includes("consentRequest"));
    await page.reload();
    assert.equal((await facts("candidate")).length, 1);
  });

  it("in two windows is confirmed once", async () => {
    const url = await sent();
    const other = await page.context().newPage();
    await Promise.all([page.goto(url), other.goto(url)]);
    await press("Vahvista ehdotus");
    await told("Ehdotus on vastaanotettu");
    await other.getByRole("button", { name: "Vahvista ehdotus" }).click();
    await other.getByText("Ehdotus on vastaanotettu").waitFor();
    assert.equal((await readCall(site.ports.store, call.id))?.received.t1, 1);
  });

  it("lets whoever sent nothing say so: nobody is ever written to", async () => {
    const url = await sent();
    await page.goto(url);
    await press("En ole lähettänyt tätä");
    await told("Ehdotus on peruttu.");
    assert.equal((await facts("nomination"))[0]?.status, "withdrawn");
    await site.ports.settled();
    assert.ok(!sentTo().includes("consentRequest"));
  });

  it("is where a proposal is changed until the deadline, in the same form", async () => {
    await page.goto(await sent());
    await press("Vahvista ehdotus");
    await press("Muuta ehdotusta");
    await page.locator(".ac-adaptiveCard").waitFor();
    await field(page, "reason").fill("Uusi perustelu.");
    await press("Tallenna muutokset");
    await told("Ehdotus on vastaanotettu");
    assert.equal((await facts("nomination"))[0]?.reason, "Uusi perustelu.");
  });

  it("keeps a changed text when the deadline passes meanwhile, and says that it came too late", async () => {
    await page.goto(await sent());
    await press("Vahvista ehdotus");
    await press("Muuta ehdotusta");
    await page.locator(".ac-adaptiveCard").waitFor();
    await field(page, "reason").fill("Liian myöhään muutettu.");
    site.ports.clock.set(deadline + 1);
    await press("Tallenna muutokset");
    await told(/Määräaika päättyi/);
    assert.equal(await field(page, "reason").inputValue(), "Liian myöhään muutettu.");
    assert.equal((await facts("nomination"))[0]?.reason, "Tuntee omaisten arjen.");
  });

  it("is where a proposal is taken back, after asking once more", async () => {
    await page.goto(await sent());
    await press("Vahvista ehdotus");
    await press("Peru ehdotus");
    await told(/Perutaanko ehdotus/);
    await press("Peru ehdotus");
    await told("Ehdotus on peruttu");
    assert.equal((await facts("nomination"))[0]?.status, "withdrawn");
  });

  it("counts what arrived in time though it is confirmed after the deadline, and says so when it is too late for that", async () => {
    const url = await sent(false, deadline);
    site.ports.clock.set(deadline + 3_600_000);
    await page.goto(url);
    await press("Vahvista ehdotus");
    await told("Ehdotus on vastaanotettu");
    assert.equal((await facts("candidate")).length, 1);
  });

  it("doesn't take a confirming after which nobody could be asked any more", async () => {
    const url = await sent();
    await page.goto(url);
    site.ports.clock.set(moment("2027-05-18", "16:15").at + 1);
    await press("Vahvista ehdotus");
    await told(/Osoite piti vahvistaa viimeistään ti\s18\.5\.2027/);
    assert.deepEqual(await facts("candidate"), []);
  });

  it("of one's own proposal is the consent too", async () => {
    await page.goto(await sent(true));
    await press("Vahvista ilmoittautuminen");
    await told("Ilmoittautuminen on vastaanotettu");
    assert.equal((await facts("candidate"))[0]?.consent, "given");
  });

  it("acts only for its own proposal, whatever its form says", async () => {
    const url = await sent();
    const post = (press: object) =>
      fetch(url, { method: "POST", body: new URLSearchParams({ press: JSON.stringify(press) }), redirect: "manual" });
    for (const verb of ["call.cancel", "candidate.merge", "nomination.acceptLate", "board.show"])
      assert.equal((await post({ verb, call: call.id })).status, 422, verb);
    const withdraw = {
      verb: "nomination.withdraw",
      call: "call:other",
      nomination: "nom:other",
      rev: 1,
      nonce: "nonce-0009",
    };
    assert.equal((await post(withdraw)).status, 422);
    assert.equal((await facts("nomination"))[0]?.status, "inTime");
  });

  it("gives axe nothing to complain about in any language, and fits 320 pixels, before and after", async () => {
    const url = await sent();
    await page.setViewportSize({ width: 320, height: 640 });
    const everywhere = async (where: string) => {
      for (const lang of langs) {
        await page.goto(`${url}?lang=${lang}`);
        assert.deepEqual(await axeComplaints(page), [], `${where} ${lang}`);
        assert.deepEqual(await tooWide(page), [], `${where} ${lang}`);
      }
    };
    await everywhere("unconfirmed");
    await page.goto(url);
    await press("Vahvista ehdotus");
    await told("Ehdotus on vastaanotettu");
    await everywhere("confirmed");
    await page.goto(url);
    await press("Muuta ehdotusta");
    await page.locator(".ac-adaptiveCard").waitFor();
    assert.deepEqual(await axeComplaints(page), [], "changing");
  });
});
