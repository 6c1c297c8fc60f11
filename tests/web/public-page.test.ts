import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import type { Call } from "../../bot/domain/call.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Question } from "../../bot/domain/question.ts";
import { callActions } from "../../cards/call.ts";
import { copyText } from "../../cards/call-copy.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { aCall, aGroup, aReader } from "../support/builders.ts";
import { longestCall, longestGroup } from "../support/longest-call.ts";
import { TODAY } from "../support/ports.ts";
import { openSite, publicCall, type Site } from "./site.ts";

const hostile = `"><img src=x onerror=alert(1)><script>alert(1)</script>{{DATE(x)}} **b** [l](https://example.org) \u202Eyr`;
const seen = hostile.replace("\u202E", "");

describe("the public page of a call", function () {
  this.timeout(120_000);
  let browser: Browser;
  let site: Site;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    site = await openSite();
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    await site.close();
  });

  const pathOf = ({ publicId }: Call) => `${site.url}/calls/${publicId}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(path, { headers });

  it("tells the announcement in the browser's language, in the chosen one, and else in the group's first", async () => {
    const title = { fi: "Kumppanuuspöytä", sv: "Partnerskapsbordet" };
    const call = await publicCall(site.ports, { title }, aGroup({ languages: ["sv", "fi"] }));
    const told = async (query: string, accepted?: string) => {
      const text = await (await get(pathOf(call) + query, accepted ? { "accept-language": accepted } : {})).text();
      return [/<html lang="(\w+)"/.exec(text)?.[1], /<h1>(.*?)<\/h1>/.exec(text)?.[1]];
    };
    assert.deepEqual(await told("", "fi-FI,sv;q=0.5"), ["fi", "Haku: Kumppanuuspöytä"]);
    assert.deepEqual(await told("", "sv-FI,sv;q=0.9"), ["sv", "Ansökan: Partnerskapsbordet"]);
    assert.deepEqual(await told("?lang=en", "fi"), ["en", "Call: Partnerskapsbordet"]);
    assert.deepEqual(await told("", "de-DE"), ["sv", "Ansökan: Partnerskapsbordet"]);
  });

  it("says of a text in another language which language it is in", async () => {
    const call = await publicCall(site.ports, { mandate: { fi: "Edustaa järjestöjä." } });
    await page.goto(`${pathOf(call)}?lang=sv`);
    assert.equal(await page.locator("[lang=fi]", { hasText: "Edustaa järjestöjä." }).count(), 1);
  });

  it("isn't there for a draft, a practice call, one that the chair keeps inside, and a mistyped address", async () => {
    const absent: Partial<Call>[] = [{ status: "draft" }, { practice: true }, { onWeb: false }];
    for (const [at, own] of absent.entries()) {
      const call = await publicCall(site.ports, { ...own, id: `call:absent${at}`, publicId: `absent00000${at}` });
      for (const path of ["", "/nominate", "/stand"]) {
        const answer = await get(pathOf(call) + path);
        assert.equal(answer.status, 404, JSON.stringify(own));
        assert.doesNotMatch(await answer.text(), /Kaislaran/);
      }
    }
    for (const path of ["nobody00000", "x", "%00", "a".repeat(300), "../privacy", "k7q2m9x4p1wz/what/ever"])
      assert.equal((await get(`${site.url}/calls/${path}`)).status < 500, true, path);
  });

  it("has tags for a preview where its address is shared", async () => {
    const call = await publicCall(site.ports, { title: { fi: 'Pöytä "A&B"' }, mandate: { fi: "Edustaa." } });
    await page.goto(`${pathOf(call)}?lang=fi`);
    const tag = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute("content");
    assert.equal(await tag("title"), 'Haku: Pöytä "A&B"');
    assert.match((await tag("description")) ?? "", /Haku on auki\..*Edustaa\./);
    assert.equal(await tag("url"), `${pathOf(call)}?lang=fi`);
    assert.equal(await page.locator("link[rel=alternate][hreflang]").count(), 3);
  });

  it("needs no script and no cookie, loads nothing of others, and comes under 100 KB", async () => {
    const call = await publicCall(site.ports, {}, aGroup({ languages: ["fi", "sv"] }));
    const loaded: { url: string; bytes: number }[] = [];
    page.on("response", (r) => void r.body().then((body) => loaded.push({ url: r.url(), bytes: body.length })));
    const answer = await page.goto(pathOf(call), { waitUntil: "networkidle" });
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.locator("script").count(), 0);
    assert.match((await answer?.headerValue("content-security-policy")) ?? "", /default-src 'none'/);
    assert.ok(loaded.every(({ url }) => url.startsWith(site.url)));
    const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
    assert.ok(loaded.length >= 2 && bytes < 100_000, `${bytes}`);
  });

  it("shows what people wrote as text and nothing else", async () => {
    const words = { fi: hostile };
    const call = await publicCall(
      site.ports,
      {
        ...{ title: words, mandate: words, lookingFor: words, rhythm: words, fee: words, appoints: words },
        caseNumber: hostile,
        contacts: [{ name: hostile, phone: hostile, email: hostile }],
        links: [{ title: hostile, url: "javascript:alert(1)" }],
        criteria: [{ id: "c1", text: words, level: "required", asksReason: true }],
        seatGroups: [{ id: "t1", name: words, min: 1, max: 1, substitutes: false }],
      },
      aGroup({ name: words, controller: words, legalBasis: words, privacyContact: hostile }),
      [aQuestion(hostile)],
    );
    const alarms: string[] = [];
    page.on("dialog", (d) => void d.dismiss().then(() => alarms.push("dialog")));
    await page.goto(`${pathOf(call)}?lang=fi`);
    assert.ok(((await page.locator("h1").textContent()) ?? "").includes(seen));
    assert.equal(await page.locator("main img, main script, main b, main a[href^='javascript']").count(), 0);
    assert.doesNotMatch(await page.content(), /\u202E/);
    assert.deepEqual(alarms, []);
  });

  it("tells what comes next once it has ended, and then takes no proposals", async () => {
    const call = await publicCall(site.ports, {
      status: "closed",
      closedAt: TODAY + 1,
      received: { t1: 3 },
      candidates: 2,
    });
    await page.goto(`${pathOf(call)}?lang=fi`);
    const text = (await page.locator("main").textContent()) ?? "";
    assert.match(text, /Haku on päättynyt\./);
    assert.match(text, /Mitä seuraavaksi tapahtuu[\s\S]*Ehdokkaat vastaavat viimeistään ti\s18\.5\.2027/);
    assert.equal(text.match(/Ehdokkaat vastaavat/g)?.length, 1);
    assert.equal(await page.locator("a.button").count(), 0);
  });

  it("shows questions with their answers, and not those that wait for one or who asked", async () => {
    const waiting: Question = { ...aQuestion("Koska?"), id: "q:2" };
    const { answer: _, ...unanswered } = waiting;
    const call = await publicCall(site.ports, {}, aGroup(), [aQuestion("Voiko osallistua etänä?"), unanswered]);
    await page.goto(`${pathOf(call)}?lang=fi`);
    const text = (await page.locator("main").textContent()) ?? "";
    assert.match(text, /Voiko osallistua etänä\?[\s\S]*Kyllä voi\./);
    assert.doesNotMatch(text, /Koska\?/);
    assert.doesNotMatch(await page.content(), /person:/);
  });

  it("gives axe nothing to complain about in any language, open or over, light or dark", async () => {
    const calls = [
      await publicCall(site.ports, {}, aGroup(), [aQuestion("Voiko osallistua etänä?")]),
      await publicCall(site.ports, { id: "call:over", publicId: "over00000000", status: "closed" }),
      await publicCall(site.ports, { id: "call:gone", publicId: "gone00000000", onWeb: false }),
    ];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const call of calls)
        for (const lang of langs) {
          await page.goto(`${pathOf(call)}?lang=${lang}`);
          assert.deepEqual(await axeComplaints(page), [], `${call.id} ${lang} ${colorScheme}`);
        }
    }
  });

  it("fits a window of 320 pixels, with the longest texts too", async () => {
    const calls = [
      await publicCall(site.ports),
      await publicCall(
        site.ports,
        { ...longestCall("Ä"), id: "call:long", publicId: "long00000000", onWeb: true },
        longestGroup("Ä"),
      ),
    ];
    await page.setViewportSize({ width: 320, height: 640 });
    for (const call of calls) {
      await page.goto(pathOf(call));
      assert.deepEqual(await tooWide(page), [], call.id);
    }
  });

  it("prints its text with its own address and without buttons", async () => {
    const call = await publicCall(site.ports);
    await page.goto(pathOf(call));
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("a.button").first().isVisible(), false);
    assert.ok(await page.getByText(pathOf(call)).isVisible());
  });

  it("is where the card's Read the whole call and the copies for other places lead when the chair allows it", () => {
    const reader = aReader("fi", { site: "https://ehdolla.example.org" });
    const [read] = callActions(aCall({ onWeb: true }), aGroup(), reader).slice(-1);
    assert.deepEqual([read?.type, read?.url], ["Action.OpenUrl", "https://ehdolla.example.org/calls/k7q2m9x4p1wz"]);
    const [inside] = callActions(aCall(), aGroup(), reader).slice(-1);
    assert.equal(inside?.verb, "call.show");
    for (const kind of ["release", "email", "short"] as const) {
      const where = "https://ehdolla.example.org/calls/k7q2m9x4p1wz";
      assert.ok(copyText(aCall({ onWeb: true }), aGroup(), kind, reader).includes(where), kind);
      assert.ok(!copyText(aCall(), aGroup(), kind, reader).includes(where), kind);
    }
  });
});

const aQuestion = (question: string): Question => ({
  kind: "question",
  id: "q:1",
  rev: 1,
  said: [],
  call: "call:7f3k",
  by: "person:petra",
  at: TODAY,
  question,
  answer: { by: "person:chair", at: TODAY + 60_000, text: "Kyllä voi." },
  nonces: [],
});
