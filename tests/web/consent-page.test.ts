import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Server } from "restify";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { langs } from "../../bot/domain/lang.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import { correctAddress } from "../../bot/usecases/candidate.ts";
import { change } from "../../bot/usecases/change.ts";
import { mintConsentLink } from "../../bot/usecases/consent-link.ts";
import { sendAgain } from "../../bot/usecases/link-again.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { openLink, revokeLinks } from "../../bot/usecases/personal-link.ts";
import { docsOf, openRound, readCall } from "../../bot/usecases/round.ts";
import { consentPage } from "../../bot/web/consent.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { CONSENT_CAPS } from "../../cards/verbs/consent.ts";
import { candidateNow, proposed, SANNA } from "../mail/scene.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser, openPage, postForm } from "../support/browser.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";

const fi = textFor("fi");

describe("a candidate's own page", function () {
  this.timeout(30_000);
  let browser: Browser;
  let ports: TestPorts;
  let server: Server;
  let context: BrowserContext;
  /** New links under way: they are sent after the answer. */
  let asked: Promise<void>[];
  let people: Awaited<ReturnType<typeof proposed>>;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    ports = testPorts();
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports);
    mountLinks(server, ports, { candidate: consentPage(ports, pagePress(ports)) }, (publicId, email) => {
      const sending = sendAgain(ports, publicId, email);
      asked.push(sending);
      return sending;
    });
    asked = [];
    const port = await listen(server, 0, "127.0.0.1");
    Object.assign(ports, { publicUrl: `http://127.0.0.1:${port}` });
    people = await proposed(ports);
  });
  afterEach(async () => {
    await context?.close();
    await closed(server);
    await ports.dispose();
  });

  const link = async (way: "mail" | "hand" = "mail") => {
    const call = await readCall(ports.store, "call:7f3k");
    if (!call) throw new Error("no call");
    return (await mintConsentLink(ports, { call, candidate: await candidateNow(ports) }, way)).url;
  };
  const open = async (url: string, how: { scripts?: boolean; width?: number } = {}): Promise<Page> => {
    const page = await openPage(browser, url, how);
    context = page.context();
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const text = async (page: Page, where: string) => (await page.locator(where).textContent()) ?? "";
  const strip = async (page: Page) => (await page.locator(".strip").first().textContent()) ?? "";
  const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    postForm(url, form, { "Accept-Language": "fi", ...headers });
  const pressOn = (page: Page, name: string) => button(page, name).getAttribute("value");
  const version = async () => (await ports.store.get("call:7f3k", "cand:01"))?.version;

  for (const scripts of [false, true])
    it(`takes a consent with a limit in two steps, and a change of mind after it, scripts ${scripts ? "on" : "off"}`, async () => {
      const page = await open(await link(), { scripts });
      assert.match(await text(page, "main"), /Henkilökohtainen sivu: Sanna Kaislamo/);
      assert.match(await text(page, "h1"), /Sinua on ehdotettu: Kaislarannan kumppanuuspöytä/);
      await page.getByText(fi.consent.limits.fold).click();
      await page.getByLabel(fi.consent.limits.substitute).check();
      await page.getByLabel(fi.consent.limits.own).fill("paitsi heinäkuussa");
      await button(page, fi.consent.give).click();
      assert.match(await strip(page), /Suostumusta ei ole vielä annettu/);
      assert.equal((await candidateNow(ports)).consent, "asked", "the first step decides nothing");
      assert.match(await text(page, "dl"), /vain varajäsen; paitsi heinäkuussa/);
      await button(page, fi.consent.confirm.give).click();
      assert.match(await strip(page), /Suostuit ehdokkaaksi to\s6\.5\.2027/);
      const given = await candidateNow(ports);
      assert.equal(given.consent, "given");
      assert.deepEqual(given.answers[0]?.limit, { role: "substitute", text: "paitsi heinäkuussa" });
      assert.equal(given.answers[0]?.way, "web");

      await button(page, fi.consent.change).click();
      assert.equal(await page.getByLabel(fi.consent.limits.own).inputValue(), "paitsi heinäkuussa");
      await button(page, fi.consent.decline).click();
      await page.getByLabel(fi.consent.confirm.declineReason).fill("Aika ei riitä.");
      await button(page, fi.consent.confirm.decline).click();
      assert.match(await strip(page), /Et suostunut ehdokkaaksi/);
      const declined = await candidateNow(ports);
      assert.deepEqual([declined.consent, declined.answers.at(-1)?.reason], ["declined", "Aika ei riitä."]);
      await ports.settled();
      const told = ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "consentOutcome");
      assert.ok(told.some(({ to }) => to.kind === "person" && to.person.id === people.oskari.id));
    });

  it("says that it isn't for who isn't the candidate, and shows them nothing more", async () => {
    const url = await link();
    const page = await open(url);
    await button(page, fi.consent.notMe("Sanna Kaislamo")).click();
    assert.match(await strip(page), /Ilmoitusta ei ole vielä lähetetty/);
    await button(page, fi.consent.confirm.notMe).click();
    assert.match(await strip(page), /väärälle henkilölle/);
    assert.equal((await candidateNow(ports)).notReached?.reason, "notThisPerson");
    for (const shown of [await page.content(), await (await fetch(url)).text()])
      assert.doesNotMatch(shown, /Sanna Kaislamo|Kaislan Omaiset/);
  });

  it("knows who acted as the owner of the address that the link was sent to, and nobody before they act", async () => {
    const page = await open(await link());
    assert.equal((await candidateNow(ports)).person, undefined);
    await button(page, fi.consent.give).click();
    await button(page, fi.consent.confirm.give).click();
    const { person, outside, answers } = await candidateNow(ports);
    assert.ok(person && outside);
    assert.equal(answers[0]?.by, person);
    assert.deepEqual((await readPerson(ports.store, person))?.identities, [{ email: SANNA }]);
    const entries = [];
    for await (const doc of docsOf(ports.store, "call:7f3k", "entry"))
      entries.push(doc.body as { by: string; events: string[] });
    assert.deepEqual(
      entries.slice(-2).map(({ by, events }) => [by, ...events]),
      [
        [person, "candidateIdentified"],
        [person, "consentGiven"],
      ],
    );
  });

  it("tells of an answer by a link that was passed on by hand, which shows no address to be anybody's", async () => {
    const page = await open(await link("hand"));
    await button(page, fi.consent.give).click();
    await button(page, fi.consent.confirm.give).click();
    const { person, answers } = await candidateNow(ports);
    assert.equal(answers[0]?.way, "link");
    assert.deepEqual(person && (await readPerson(ports.store, person))?.identities, []);
  });

  it("is looked at by any scanner as often as it likes without a trace", async () => {
    const url = await link();
    const before = [await version(), (await ports.store.get("call:7f3k", "header"))?.version];
    for (const method of ["GET", "GET", "HEAD", "OPTIONS", "PUT", "DELETE"]) await fetch(url, { method });
    for (const name of ["press", "verb"])
      await fetch(`${url}?${name}=${encodeURIComponent('{"verb":"consent.confirmGive"}')}`);
    assert.deepEqual([await version(), (await ports.store.get("call:7f3k", "header"))?.version], before);
    assert.equal((await candidateNow(ports)).person, undefined);
  });

  it("counts a confirmation that comes twice once, and shows the same after it", async () => {
    const url = await link();
    const page = await open(url);
    await button(page, fi.consent.give).click();
    const press = (await pressOn(page, fi.consent.confirm.give)) ?? "";
    const [first, second] = [await post(url, { press }), await post(url, { press })];
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(first.headers.get("location"), second.headers.get("location"));
    assert.equal((await candidateNow(ports)).answers.length, 1);
  });

  it("lets two tabs answer at once, keeps the first, and shows the second what holds, with what it typed", async () => {
    const url = await link();
    const [one, two] = [await open(url), await (await browser.newContext({ locale: "fi-FI" })).newPage()];
    await two.goto(url);
    await button(one, fi.consent.give).click();
    await button(two, fi.consent.decline).click();
    await two.getByLabel(fi.consent.confirm.declineReason).fill("Toisella välilehdellä kirjoitettu syy");
    await button(one, fi.consent.confirm.give).click();
    await button(two, fi.consent.confirm.decline).click();
    assert.equal((await candidateNow(ports)).consent, "given");
    assert.match(await strip(two), /Tiedot ovat muuttuneet/);
    assert.match(await text(two, "main"), /Suostuit ehdokkaaksi/);
    assert.equal(await two.locator("textarea[readonly]").inputValue(), "Toisella välilehdellä kirjoitettu syy");
    await two.context().close();
  });

  it("stands the back button and a reload: neither answers again nor loses the answer", async () => {
    const page = await open(await link());
    await button(page, fi.consent.give).click();
    await button(page, fi.consent.confirm.give).click();
    await page.reload();
    assert.match(await strip(page), /Suostuit ehdokkaaksi/);
    await page.goBack();
    assert.match(await strip(page), /Suostumusta ei ole vielä annettu/);
    await button(page, fi.consent.confirm.give).click();
    assert.match(await strip(page), /Suostuit ehdokkaaksi/);
    await page.goBack();
    await page.goBack();
    await page.goForward();
    await page.reload();
    assert.equal((await candidateNow(ports)).answers.length, 1);
  });

  it("looks the same over, revoked, mistyped and never made, in three languages, and never tells which", async () => {
    const url = await link();
    const [publicId = "", token = ""] = url.split("/").slice(-2);
    const revoked = await link();
    await revokeLinks(ports, "call:7f3k", { kind: "candidate", candidate: "cand:01" });
    const wrong = [
      revoked,
      `${ports.publicUrl}/c/${publicId}/${"x".repeat(22)}`,
      `${ports.publicUrl}/c/${publicId}/${token.slice(1)}`,
      `${ports.publicUrl}/c/${publicId}/${token}/more`,
      `${ports.publicUrl}/c/${publicId}`,
      `${ports.publicUrl}/c/${publicId}/${"y".repeat(3_000)}`,
    ];
    const over = await link();
    ports.clock.set(TODAY + 200 * DAY);
    assert.equal(await openLink(ports, publicId, over.split("/").at(-1) ?? ""), undefined);
    for (const lang of langs) {
      const pages = await Promise.all(
        (lang === "fi" ? [...wrong, over] : [revoked, wrong[1], over]).map(async (one) => {
          const response = await fetch(`${one}?lang=${lang}`);
          return [response.status, await response.text()];
        }),
      );
      assert.deepEqual([...new Set(pages.map(([status]) => status))], [404]);
      assert.equal(new Set(pages.map(([, text]) => text)).size, 1);
      assert.ok(String(pages[0]?.[1]).includes(textFor(lang).links.again.heading));
    }
    const stranger = await (await fetch(`${ports.publicUrl}/c/nosuchcall0/${"x".repeat(22)}?lang=fi`)).text();
    const known = await (await fetch(`${wrong[1]}?lang=fi`)).text();
    assert.equal(stranger.replaceAll("nosuchcall0", ""), known.replaceAll(publicId, ""), "nor whether the call exists");
  });

  it("is closed to who guesses: after twenty wrong links even a right one has to wait", async () => {
    const url = await link();
    const guess = (at: number) => fetch(`${ports.publicUrl}/c/kaisla2027x/${String(at).padStart(22, "g")}`);
    for (let at = 0; at < 20; at++) assert.equal((await guess(at)).status, 404);
    assert.equal((await guess(21)).status, 429);
    const shut = await fetch(url, { headers: { "Accept-Language": "fi" } });
    assert.equal(shut.status, 429);
    assert.match(await shut.text(), /Odota kymmenen minuuttia/);
  });

  it("no longer opens once the candidate is asked at another address", async () => {
    const url = await link();
    assert.equal((await fetch(url)).status, 200);
    const candidate = await candidateNow(ports);
    const decision = await correctAddress(
      ports,
      { tenant: "tenant-1", call: "call:7f3k", candidate: "cand:01" },
      { name: candidate.name, email: "sanna@example.com" },
      { by: people.chair.id, nonce: "nonce-address", rev: candidate.rev, arrivedAt: TODAY },
    );
    assert.ok(decision.ok);
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await post(url, { press: '{"verb":"consent.show"}' })).status, 404);
    assert.equal((await fetch(await link())).status, 200);
  });

  it("takes no form from another site, and none without the page's own press", async () => {
    const url = await link();
    const page = await open(url);
    await button(page, fi.consent.give).click();
    const press = (await pressOn(page, fi.consent.confirm.give)) ?? "";
    const foreign = [
      { Origin: "https://paha.example.org" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site", Origin: ports.publicUrl },
      { "Sec-Fetch-Site": "same-site" },
    ];
    for (const headers of foreign) assert.equal((await post(url, { press }, headers)).status, 403);
    for (const junk of [
      "",
      "x",
      "[]",
      "null",
      '{"verb":"board.show"}',
      '{"verb":"constructor"}',
      '{"verb":["consent.give"]}',
    ])
      assert.equal((await post(url, { press: junk })).status, 422);
    assert.equal((await candidateNow(ports)).consent, "asked");
    assert.equal((await post(url, { press }, { Origin: ports.publicUrl })).status, 303);
  });

  it("acts for whom the link is for, whatever ids a form holds", async () => {
    await change(ports, "call:7f3k", "ehdolla", async (round) => {
      const sanna = await round.get("candidate", "cand:01");
      const other: Candidate = {
        ...(sanna as Candidate),
        id: "cand:02",
        name: "Toinen",
        email: "toinen@example.org",
        person: "person:toinen",
      };
      return { ok: true, state: { facts: [other], events: ["nominated"] } };
    });
    const url = await link();
    const page = await open(url);
    await button(page, fi.consent.give).click();
    const press = JSON.parse((await pressOn(page, fi.consent.confirm.give)) ?? "{}");
    await post(url, {
      press: JSON.stringify({ ...press, candidate: "cand:02", call: "call:other" }),
      candidate: "cand:02",
    });
    const round = await openRound(ports, "call:7f3k");
    assert.equal((await round?.get("candidate", "cand:02"))?.consent, "asked");
    assert.equal((await candidateNow(ports)).consent, "given");
  });

  it("shows hostile text in every field as text, and hands back what is too long", async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{DATE(2027-01-01)}} [a](https://paha.example.org)`;
    const url = await link();
    const page = await open(url, { scripts: true });
    let alerted = false;
    page.on("dialog", () => {
      alerted = true;
    });
    await page.getByText(fi.consent.limits.fold).click();
    await page.getByLabel(fi.consent.limits.own).fill(evil);
    await button(page, fi.consent.give).click();
    await button(page, fi.consent.confirm.give).click();
    assert.match(await text(page, "dl"), /<script>alert\(1\)<\/script>/);
    await button(page, fi.consent.change).click();
    assert.equal(
      await page.getByLabel(fi.consent.limits.own).inputValue(),
      evil.replace("{{", "{\u2060{").replace("{\u2060{", "{{"),
    );
    await button(page, fi.consent.decline).click();
    await page.getByLabel(fi.consent.confirm.declineReason).fill(evil);
    await button(page, fi.consent.confirm.decline).click();
    assert.equal(await page.locator("script, img").count(), 0);
    assert.equal(alerted, false);
    assert.equal(await page.locator('a[href*="paha"]').count(), 0);

    const { rev } = await candidateNow(ports);
    const long = "pitkä ".repeat(CONSENT_CAPS.reason);
    const press = JSON.stringify({ verb: "consent.confirmDecline", rev, nonce: "nonce-long-1" });
    const response = await post(url, { press, reason: long });
    assert.equal(response.status, 422);
    const body = await response.text();
    assert.match(body, /enintään 500 merkkiä/);
    assert.ok(body.includes(long.trim()));
  });

  it("hands back what was typed when something breaks, with a reference and nothing else", async () => {
    const url = await link();
    const errors: Record<string, unknown>[] = [];
    Object.assign(ports.log, { error: (fields: Record<string, unknown>) => void errors.push(fields) });
    const press = JSON.stringify({ verb: "consent.confirmDecline", rev: 1, nonce: "nonce-broken" });
    const { commit } = ports.store;
    Object.assign(ports.store, { commit: () => Promise.reject(new Error("disk on fire")) });
    const response = await post(url, { press, reason: "Tätä en kirjoita toista kertaa." });
    Object.assign(ports.store, { commit });
    const body = await response.text();
    assert.equal(response.status, 500);
    assert.ok(body.includes("Tätä en kirjoita toista kertaa.") && body.includes(String(errors[0]?.reference)));
    assert.doesNotMatch(body, /fire/);
    assert.doesNotMatch(
      JSON.stringify(errors.map(({ err: _, ...rest }) => rest)),
      new RegExp(url.split("/").at(-1) ?? ""),
    );
  });

  it("says why an answer after the deadline isn't taken, to the second, and offers nothing more", async () => {
    const url = await link();
    const page = await open(url);
    await button(page, fi.consent.give).click();
    ports.clock.set(TODAY + 12 * DAY + 4 * HOUR);
    await button(page, fi.consent.confirm.give).click();
    assert.match(await text(page, "main"), /Vastausaika päättyi ti\s18\.5\.2027/);
    assert.equal(await page.locator("button").count(), 0);
    assert.equal((await candidateNow(ports)).answers.length, 0);
    assert.equal((await fetch(url)).status, 200);
  });

  it("speaks the language chosen, or the browser's, and remembers a choice for the mail that follows", async () => {
    const url = await link();
    for (const lang of langs) {
      const page = await (await fetch(`${url}?lang=${lang}`)).text();
      assert.match(page, new RegExp(`<html lang="${lang}">`));
      assert.ok(page.includes(textFor(lang).consent.give));
    }
    assert.match(
      await (await fetch(url, { headers: { "Accept-Language": "sv-FI,fi;q=0.5" } })).text(),
      /<html lang="sv">/,
    );
    const page = await open(`${url}?lang=sv`);
    await button(page, textFor("sv").consent.give).click();
    await button(page, textFor("sv").consent.confirm.give).click();
    assert.match(page.url(), /lang=sv/);
    const { person, answers } = await candidateNow(ports);
    assert.match(answers[0]?.text ?? "", /^sv-/);
    assert.equal(person && (await readPerson(ports.store, person))?.lang, "sv");
  });

  it("is accessible, narrow and dark, in three languages and at every step", async () => {
    const url = await link();
    for (const lang of langs) {
      const words = textFor(lang).consent;
      const page = await open(`${url}?lang=${lang}`, { scripts: true, width: 320 });
      await page.emulateMedia({ colorScheme: "dark" });
      for (const details of await page.locator("summary").all()) await details.click();
      assert.deepEqual(await axeComplaints(page), [], lang);
      assert.deepEqual(await tooWide(page), [], lang);
      await button(page, words.decline).click();
      assert.deepEqual(await axeComplaints(page), [], lang);
      await page.goto(`${ports.publicUrl}/c/kaisla2027x/${"n".repeat(22)}?lang=${lang}`);
      assert.deepEqual(await axeComplaints(page), [], lang);
      await context.close();
    }
  });

  it("sets no cookie, fetches nothing but its style, tells no other site its address, and is kept by no cache", async () => {
    const url = await link();
    context = await browser.newContext();
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.goto(url);
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(
      fetched.filter((one) => one !== url).map((one) => one.replace(/.*\/style-\w+\.css$/, "style")),
      ["style"],
    );
    const { headers } = await fetch(url);
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
    assert.deepEqual(
      ["cache-control", "referrer-policy", "x-robots-tag"].map((name) => headers.get(name)),
      ["no-store", "same-origin", "noindex, nofollow"],
    );
  });

  it("sends a new link to an address that one belongs to, and answers the same to every other", async () => {
    await ports.settled();
    const before = ports.sent.length;
    const ask = (email: string) => post(`${ports.publicUrl}/link/kaisla2027x?lang=fi`, { email });
    const answers = [];
    for (const email of [SANNA.toUpperCase(), "tuntematon@example.org"]) {
      const response = await ask(email);
      answers.push([response.status, await response.text()]);
    }
    assert.deepEqual(answers[0], answers[1]);
    await ask(SANNA);
    await Promise.all(asked);
    await ports.settled();
    const sent = ports.sent.slice(before);
    assert.deepEqual(
      sent.map(({ to, showing }) => [showing.delivery.saying.kind, to.kind === "address" && to.email]),
      [["candidateLink", SANNA]],
      "and no more than one in a while",
    );
    assert.equal((await fetch(sent[0]?.showing.page?.url ?? "")).status, 200);
    assert.equal((await ask("ei osoite")).status, 422);
    for (let at = 0; at < 10; at++) await ask("tuntematon@example.org");
    assert.equal((await ask(SANNA)).status, 429);
  });
});
