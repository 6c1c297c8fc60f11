import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Server } from "restify";
import type { PersonId } from "../../bot/domain/ids.ts";
import { langs } from "../../bot/domain/lang.ts";
import { type Choice, pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { DAY } from "../../bot/domain/time.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import { type AnswerLink, mintAnswerLink } from "../../bot/usecases/answer-link.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { listPoll } from "../../bot/usecases/listing.ts";
import { cancelMeeting } from "../../bot/usecases/meeting.ts";
import { uninvite } from "../../bot/usecases/meeting-people.ts";
import { decidePoll } from "../../bot/usecases/poll.ts";
import { removeAsked } from "../../bot/usecases/poll-people.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { mountAnswerLinks } from "../../bot/web/answer-link.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { pageRates } from "../../bot/web/rate.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser, openPage, postForm } from "../support/browser.ts";
import { aGroup } from "../support/builders.ts";
import { aMeeting, aPoll } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const PETRA: PersonId = "person:petra";
const { poll: fi, meeting: fiMeeting } = textFor("fi");

describe("the page behind a personal link to a poll", function () {
  this.timeout(30_000);
  let browser: Browser;
  let ports: TestPorts;
  let server: Server;
  let context: BrowserContext | undefined;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());
  beforeEach(async () => {
    ports = testPorts();
    server = createHttpServer(ports.clock.now);
    mountWeb(server, ports);
    mountAnswerLinks(server, ports, pagePress(ports), pageRates());
    const port = await listen(server, 0, "127.0.0.1");
    Object.assign(ports, { publicUrl: `http://127.0.0.1:${port}` });
    await storedPerson(ports, PETRA, { outside: true, name: "Petra Lounasvuo", email: "petra@example.org" });
    await stored(ports, aGroup());
    const poll = aPoll({ asked: [...aPoll().asked, { person: PETRA, required: false, guest: true }] });
    await listPoll(ports, "group:kaislaranta", poll.id);
    await begin(ports, poll, aGroup(), "person:chair", "pollDrafted");
    const meeting = aMeeting({ invited: [...aMeeting().invited, { person: PETRA, role: "guest" }] });
    await begin(ports, meeting, aGroup(), "person:chair", "meetingCalled");
  });
  afterEach(async () => {
    await context?.close();
    await closed(server);
    await ports.dispose();
  });

  const link = async (round: AnswerLink["round"] = "poll:june") =>
    (await mintAnswerLink(ports, { round, person: PETRA, way: "mail", until: ports.clock.now() + 30 * DAY })).url;
  const open = async (url: string, how: { scripts?: boolean; width?: number } = {}): Promise<Page> => {
    const page = await openPage(browser, url, how);
    context = page.context();
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const choose = (page: Page, at: number, choice: Choice) =>
    page.locator("fieldset[id^=c_]").nth(at).locator(`[value=${choice}]`).check();
  const answer = async () => (await openRound(ports, "poll:june"))?.get("pollAnswer", pollAnswerIdOf(PETRA));

  it("takes an answer without scripts, shows it after that, and lets it be changed until the deadline", async () => {
    const page = await open(await link());
    const choices = page.locator("fieldset[id^=c_]");
    assert.equal(await choices.count(), 3);
    await choose(page, 0, "yes");
    await choose(page, 1, "ifNeeded");
    await choose(page, 2, "no");
    await button(page, fi.button.send).click();
    assert.deepEqual((await answer())?.choices, { o1: "yes", o2: "ifNeeded", o3: "no" });
    assert.deepEqual([(await answer())?.by, (await answer())?.as], [PETRA, "self"]);
    await page.reload();
    assert.equal((await answer())?.rev, 1);
    await button(page, fi.button.change).click();
    await choose(page, 2, "yes");
    await button(page, fi.button.send).click();
    assert.equal((await answer())?.choices.o3, "yes");
    assert.equal((await answer())?.rev, 2);
  });

  it("tells times on the clock of the reader's zone too, where it is known from Teams", async () => {
    const doc = (await ports.store.get(PETRA, "person")) ?? assert.fail();
    const body = { ...(doc.body as object), zone: "Europe/Stockholm" };
    await ports.store.commit(PETRA, [{ op: "replace", doc: { ...doc, version: doc.version + 1, body } }]);
    const words = (await (await fetch(await link())).text()).replaceAll("\u00A0", " ").replaceAll("\u2060", "");
    assert.match(words, /ma 7\.6\.2027 klo 14\.00–15\.30 \(sinun aikaasi ma 7\.6\. klo 13\.00–14\.30\)/);
  });

  it("shows after one's own answer how each time stands, as a table with headings", async () => {
    const page = await open(await link(), { width: 390 });
    await choose(page, 0, "yes");
    await button(page, fi.button.send).click();
    assert.deepEqual(await page.locator("thead").first().locator("th").allTextContents(), [
      "Aika",
      "Sopii",
      "Tarv.",
      "Ei",
    ]);
    assert.match((await page.getByRole("rowheader").first().textContent()) ?? "", /14\.00.*Sopii useimmille/);
    assert.deepEqual(await tooWide(page), []);
    await page.screenshot({ path: "tests/screenshots/answer-table-390.png", fullPage: true });
  });

  it("tells nobody outside the tenant who is in the team, nor takes a guess at it", async () => {
    ports.members.push({ oid: "oid kaija", name: "Kaija Tuntematon", teamsId: "29:kaija" });
    const url = await link();
    const page = await (await fetch(url)).text();
    assert.doesNotMatch(page, /Kaija|name="standIn/);
    const press = JSON.stringify({ verb: "poll.answer", poll: "poll:june", nonce: "nonce-0001", rev: 0, next: "done" });
    const named = { press, c_o1: "yes", standIn: "Kaija Tuntematon", standInAs: "substitute" };
    const reply = await postForm(url, named);
    assert.equal(reply.status, 303);
    assert.equal((await answer())?.choices.o1, "yes");
    const asked = (await openRound(ports, "poll:june"))?.poll?.asked.find((a) => a.person === PETRA);
    assert.equal(asked?.standIns, undefined);
  });

  it("writes nothing when it is only opened, as mail scanners do", async () => {
    const url = await link();
    for (let i = 0; i < 3; i++) assert.equal((await fetch(url)).status, 200);
    assert.equal(await answer(), undefined);
  });

  it("lets nobody press what isn't theirs: others' answers, the chair's work, forms of other sites, guessed links", async () => {
    const url = await link();
    const press = (verb: string, more: object = {}) =>
      postForm(url, { press: JSON.stringify({ verb, poll: "poll:june", nonce: "n1", rev: 1, ...more }), c_o1: "yes" });
    for (const verb of ["poll.close", "poll.decide", "poll.saveWho", "poll.remind", "group.save", "nothing"])
      assert.equal((await press(verb, { options: "o1" })).status, 422, verb);
    await press("poll.answer", { for: "person:sanna", rev: 0 });
    const sanna = await (await openRound(ports, "poll:june"))?.get("pollAnswer", pollAnswerIdOf("person:sanna"));
    assert.equal(sanna, undefined);
    assert.equal((await postForm(url, { press: "{}" }, { origin: "https://evil.example.org" })).status, 403);
    assert.equal((await fetch(url.replace(/.$/, (c) => (c === "A" ? "B" : "A")))).status, 404);
    assert.equal((await fetch(url.replace("/p/", "/m/"))).status, 404);
    ports.clock.set(ports.clock.now() + 30 * DAY + 1);
    assert.equal((await fetch(url)).status, 404);
  });

  it("is held up where it is asked for without end, whatever the address, and nobody else's is", async () => {
    const url = await link();
    for (let n = 0; n < 120; n++) assert.equal((await fetch(url)).status, 200);
    assert.equal((await fetch(await link())).status, 429);
    assert.equal((await fetch(await link("meeting:june"))).status, 200);
  });

  it("says why an answer comes too late, and keeps what was chosen", async () => {
    const page = await open(await link("poll:june"));
    await choose(page, 0, "yes");
    ports.clock.set((aPoll().deadline?.at ?? 0) + 1);
    await button(page, fi.button.send).click();
    const told = (await page.locator("main").textContent()) ?? "";
    assert.ok(told.includes(fi.late.heading) && told.includes(fi.late.yours) && told.includes("7.6."), told);
    assert.equal(await page.locator("[name^=c_]").count(), 0);
    assert.equal(await answer(), undefined);
  });

  it("isn't there any more for somebody who is no longer asked or called, whatever link they still have", async () => {
    const urls = [await link("poll:june"), await link("meeting:june")];
    for (const url of urls) assert.equal((await fetch(url)).status, 200);
    const press = { nonce: "nonce-0001", by: "person:chair" as const, now: ports.clock.now(), person: PETRA };
    const poll = await removeAsked(ports, { poll: "poll:june", tenant: "tenant-1" }, { ...press, rev: 1 });
    const meeting = await uninvite(ports, { meeting: "meeting:june", tenant: "tenant-1" }, { ...press, rev: 1 });
    assert.ok(poll.ok && meeting.ok);
    // one that was on its way in a mail while they were removed
    const late = [await link("poll:june"), await link("meeting:june")];
    for (const url of [...urls, ...late]) assert.equal((await fetch(url)).status, 404);
  });

  it("tells whether one comes to a meeting", async () => {
    const page = await open(await link("meeting:june"));
    await button(page, fiMeeting.button.yes).click();
    const round = await openRound(ports, "meeting:june");
    const [attendance] = (await round?.list("attendance")) ?? [];
    assert.deepEqual([attendance?.person, attendance?.coming, attendance?.by], [PETRA, "yes", PETRA]);
  });

  const decided = async () => {
    const press = {
      options: ["o1"] as const,
      rev: 1,
      nonce: "nonce-0001",
      by: "person:chair",
      now: ports.clock.now(),
    } as const;
    assert.ok((await decidePoll(ports, { poll: "poll:june", tenant: "tenant-1" }, press)).ok);
  };

  it("gives the calendar file of the meeting that was decided, with nobody else in it, and of no other meeting", async () => {
    await decided();
    const url = await link();
    const page = await open(url);
    assert.match((await page.locator("main").textContent()) ?? "", /Aika on valittu: ma\s7\.6\./);
    await button(page, fiMeeting.button.calendar).click();
    const href = (await page.getByRole("link", { name: fiMeeting.button.calendar }).getAttribute("href")) ?? "";
    const file = await (await fetch(href)).text();
    assert.match(file.replace(/\r\n /g, ""), /^BEGIN:VCALENDAR[\s\S]*ATTENDEE[^\n]*petra@example\.org/);
    assert.equal(file.match(/ATTENDEE/g)?.length, 1);
    const other = (verb: string) =>
      postForm(url, { press: JSON.stringify({ verb, meeting: "meeting:june", coming: "yes" }) });
    for (const verb of ["meeting.calendar", "meeting.show", "meeting.attend"])
      assert.equal((await other(verb)).status, 422, verb);
    const fromMeeting = JSON.stringify({ verb: "poll.show", poll: "poll:june" });
    assert.equal((await postForm(await link("meeting:june"), { press: fromMeeting })).status, 422);
  });

  it("draws no button that it doesn't take, on any of its pages", async () => {
    const pressed = new Set<string>();
    const walk = async (url: string, text: string): Promise<void> => {
      for (const [, escaped = ""] of text.matchAll(/name="press"[^>]*value="([^"]*)"/g)) {
        const press = escaped.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
        const { verb, poll, meeting, page, coming } = JSON.parse(press);
        const key = JSON.stringify([url, verb, poll, meeting, page, coming]);
        if (pressed.has(key)) continue;
        pressed.add(key);
        const reply = await postForm(url, { press, c_o1: "yes" });
        assert.notEqual(reply.status, 422, press);
        await walk(url, await (reply.status === 303 ? await fetch(url) : reply).text());
      }
    };
    const start = async (url: string) => walk(url, await (await fetch(url)).text());
    await start(await link("poll:june"));
    await start(await link("meeting:june"));
    await decided();
    await start(await link("poll:june"));
    const off = { rev: 1, nonce: "nonce-0002", by: "person:chair", now: ports.clock.now(), reason: "Ei" } as const;
    assert.ok((await cancelMeeting(ports, { meeting: "meeting:june", tenant: "tenant-1" }, off)).ok);
    await start(await link("meeting:june"));
    const verbs = new Set([...pressed].map((key) => JSON.parse(key)[1]));
    for (const verb of [
      "poll.answer",
      "poll.noneSuits",
      "poll.card",
      "poll.show",
      "meeting.calendar",
      "meeting.attend",
    ])
      assert.ok(verbs.has(verb), `${verb} of ${[...verbs]}`);
  });

  it("has nothing that assistive technology complains of, in three languages, and fits a narrow screen", async () => {
    for (const round of ["poll:june", "meeting:june"] as const)
      for (const lang of langs) {
        const page = await open(`${await link(round)}?lang=${lang}`, { scripts: true, width: 320 });
        assert.deepEqual(await axeComplaints(page), []);
        assert.deepEqual(await tooWide(page), []);
        await context?.close();
      }
  });
});
