import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Server } from "restify";
import type { Group } from "../../bot/domain/group.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Person } from "../../bot/domain/person.ts";
import { DAY } from "../../bot/domain/time.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import { type AnswerLink, mintAnswerLink } from "../../bot/usecases/answer-link.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { sendAgain, sendDataLink } from "../../bot/usecases/link-again.ts";
import { listMeeting, listPoll } from "../../bot/usecases/listing.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { docsOf, openRound } from "../../bot/usecases/round.ts";
import { mountAnswerLinks } from "../../bot/web/answer-link.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { myDataPage } from "../../bot/web/my-data.ts";
import { pageRates } from "../../bot/web/rate.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { textFor } from "../../cards/text.ts";
import { axeComplaints, tooWide } from "../support/axe.ts";
import { launchBrowser, openPage, postForm } from "../support/browser.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { aMeeting, aPoll } from "../support/polls.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const EMAIL = "petra@example.org";
const { mydata: fi } = textFor("fi");

describe("the page of one's own data for somebody whom only a poll or a meeting knows", function () {
  this.timeout(60_000);
  let browser: Browser;
  let ports: TestPorts;
  let server: Server;
  let context: BrowserContext | undefined;
  let petra: Person;
  let inMeeting: Person;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** A poll and a meeting that ask Petra by her address, and a call in which she stands. */
  const start = async (own: Partial<Group> = { body: "organisations" }) => {
    ports = testPorts();
    const group = aGroup({ languages: ["fi", "sv"], ...own });
    const { person: _, ...candidate } = aCandidate({ name: "Petra Lounasvuo", email: EMAIL });
    await stored(ports, group, aCall({ publicId: "julkinen01", candidates: 1 }), [
      aNomination({ nominee: { name: "Petra Lounasvuo", email: EMAIL }, reason: "Vain haun ehdokkaasta." }),
      candidate,
    ]);
    petra = await identifyAsked(ports, { round: "poll:june", name: "Petra Lounasvuo", email: EMAIL });
    inMeeting = await identifyAsked(ports, { round: "meeting:june", name: "Petra Lounasvuo", email: EMAIL });
    const poll = aPoll({ asked: [...aPoll().asked, { person: petra.id, required: false, guest: true }] });
    await listPoll(ports, "group:kaislaranta", poll.id);
    await begin(ports, poll, group, "person:chair", "pollPosted");
    const meeting = aMeeting({ invited: [...aMeeting().invited, { person: inMeeting.id, role: "guest" }] });
    await listMeeting(ports, "group:kaislaranta", meeting.id);
    await begin(ports, meeting, group, "person:chair", "meetingCalled");
    await answers(petra, "Bussi 42 tuo minut.");
    await answers({ ...petra, id: "person:sanna" }, "Sannan oma asia.");
    await ports.settled();
    server = createHttpServer(ports.clock.now);
    const rates = pageRates();
    mountWeb(server, ports);
    mountAnswerLinks(server, ports, pagePress(ports), rates);
    mountLinks(
      server,
      ports,
      { person: myDataPage(ports) },
      (place, email, wanted) => (wanted === "data" ? sendDataLink : sendAgain)(ports, place, email),
      rates,
    );
    Object.assign(ports, { publicUrl: `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}` });
  };
  afterEach(async () => {
    await context?.close();
    context = undefined;
    await closed(server);
    await ports.dispose();
  });

  const answers = async ({ id }: Person, comment: string) => {
    const given = { person: id, by: id, as: "self" as const, now: TODAY, rev: 0, nonce: `nonce-${id}` };
    const answer = { ...given, poll: "poll:june" as const, tenant: "tenant-1", choices: { o1: "yes" as const } };
    assert.ok((await answerPoll(ports, ports.bursts, { ...answer, comment })).ok);
  };
  const link = async (round: AnswerLink["round"] = "poll:june", own: Partial<AnswerLink> = { sentTo: EMAIL }) => {
    const { id } = round === "poll:june" ? petra : inMeeting;
    return (await mintAnswerLink(ports, { round, person: id, way: "mail", until: TODAY + 30 * DAY, ...own })).url;
  };
  const byHand = (round: AnswerLink["round"] = "poll:june") => link(round, { way: "hand" });
  /** The data page that the button on an answer page leads to. */
  const dataPage = async (url: string) => {
    const reply = await postForm(url, { do: "data" });
    assert.equal(reply.status, 303);
    return new URL(reply.headers.get("location") ?? "", url).href;
  };
  const textAt = async (url: string) => (await fetch(url)).text();
  const open = async (url: string, how: { scripts?: boolean; width?: number } = {}): Promise<Page> => {
    const page = await openPage(browser, url, how);
    context = page.context();
    return page;
  };
  const links = async (round: string) => {
    let count = 0;
    for await (const { id } of docsOf(ports.store, round, "link")) if (id.startsWith("data:")) count++;
    return count;
  };
  const answer = async () => {
    const list = (await (await openRound(ports, "poll:june"))?.list("pollAnswer")) ?? [];
    return list.find(({ person }) => person === petra.id);
  };

  it("is reached by a button on the page behind a mailed link, and tells all about the address in the group and nothing of others", async () => {
    await start();
    for (const round of ["poll:june", "meeting:june"] as const) {
      const page = await open(await link(round));
      await page.getByRole("button", { name: fi.page.yours }).click();
      assert.match(new URL(page.url()).pathname, new RegExp(`^/my/${round[0]}/june/[\\w-]{22}$`));
      const told = (await page.locator("main").textContent()) ?? "";
      for (const own of [EMAIL, "Bussi 42 tuo minut.", "Vain haun ehdokkaasta."]) assert.ok(told.includes(own), own);
      assert.ok(!told.includes("Sannan oma asia."));
      await context?.close();
    }
  });

  it("tells by a link that was passed on only of that person in that poll or meeting, for it shows no address to be theirs", async () => {
    await start();
    const told = await textAt(await dataPage(await byHand()));
    assert.ok(told.includes("Bussi 42 tuo minut.") && told.includes("Petra Lounasvuo"));
    assert.doesNotMatch(told, /Vain haun ehdokkaasta|Sannan oma asia/);
    assert.doesNotMatch(await textAt(await dataPage(await byHand("meeting:june"))), /Bussi 42|haun ehdokkaasta/);
    // one that was mailed before it was noted where to
    assert.doesNotMatch(await textAt(await dataPage(await link("poll:june", {}))), /Vain haun ehdokkaasta/);
  });

  it("makes no link when a page is only opened, and none for a form of another site", async () => {
    await start();
    const url = await link();
    for (let times = 0; times < 3; times++) assert.equal((await fetch(url)).status, 200);
    assert.equal((await postForm(url, { do: "data" }, { origin: "https://evil.example.org" })).status, 403);
    assert.equal(await links("poll:june"), 0);
  });

  it("opens by its own link in its own poll only, until that is over, and else looks as if it never had", async () => {
    await start();
    const url = await dataPage(await link());
    const token = new URL(url).pathname.split("/").at(-1) ?? "";
    const { origin } = new URL(url);
    assert.equal((await fetch(url)).status, 200);
    for (const path of [`/p/june/${token}`, `/my/m/june/${token}`, `/my/p/other/${token}`, `/my/p/june/${token}/x`])
      assert.equal((await fetch(origin + path)).status, 404, path);
    const answering = new URL(await link()).pathname.split("/").at(-1);
    assert.equal((await fetch(`${origin}/my/p/june/${answering}`)).status, 404);
    const mistyped = await (await fetch(`${origin}/my/p/june/${token.replace(/.$/, "-")}`)).text();
    ports.clock.set(TODAY + 30 * DAY);
    const over = await fetch(url);
    assert.equal(over.status, 404);
    assert.equal((await over.text()).replaceAll(/lang=\w+/g, ""), mistyped.replaceAll(/lang=\w+/g, ""));
  });

  for (const way of ["mailed", "passed on"] as const)
    it(`erases after a last question where the group is the organisations' own, by a link that was ${way}`, async () => {
      await start();
      const page = await open(await dataPage(way === "mailed" ? await link() : await byHand()));
      await page.getByRole("button", { name: fi.buttons.erase }).click();
      assert.ok(await answer());
      await page.getByRole("button", { name: fi.erase.confirm }).click();
      await page.getByText("Tietosi on poistettu", { exact: false }).waitFor();
      const round = await openRound(ports, "poll:june");
      assert.equal(await answer(), undefined);
      assert.ok(round?.poll?.asked.every(({ person }) => person !== petra.id));
      assert.equal((await page.reload())?.status(), 404);
      const candidate = await (await openRound(ports, "call:7f3k"))?.get("candidate", "cand:01");
      assert.equal(candidate?.name, way === "mailed" ? "–" : "Petra Lounasvuo");
      assert.equal(await links("poll:june"), 0);
    });

  it("says why nothing is erased where an authority keeps its documents, whatever is sent to it", async () => {
    await start({ body: "authority" });
    const url = await dataPage(await link());
    const page = await open(url);
    await page.getByRole("button", { name: fi.buttons.erase }).click();
    await page.getByText("viranomaisen asiakirjoja", { exact: false }).waitFor();
    assert.equal(await page.getByRole("button", { name: fi.erase.confirm }).count(), 0);
    await postForm(url, { do: "erase" });
    assert.equal((await answer())?.comment, "Bussi 42 tuo minut.");
  });

  it("takes a request to the officers of the poll, in the name under which it asked", async () => {
    await start();
    const page = await open(await dataPage(await byHand()));
    await page.getByLabel(fi.ask.text).fill("Nimeni kirjoitetaan toisin.");
    await page.getByRole("button", { name: fi.ask.send }).click();
    await page.getByText(fi.ask.done).waitFor();
    const requests = await (await openRound(ports, "poll:june"))?.list("request");
    assert.deepEqual(
      requests?.map((r) => [r.by, r.name, r.text]),
      [[petra.id, "Petra Lounasvuo", "Nimeni kirjoitetaan toisin."]],
    );
    await page.getByText("Nimeni kirjoitetaan toisin.").first().waitFor();
  });

  it("is asked for where a link no longer opens: it goes to the address on file, and nobody can tell whether there was one", async () => {
    await start();
    ports.clock.set(TODAY + 31 * DAY);
    const page = await open(`${ports.publicUrl}/p/june/${"a".repeat(22)}?lang=fi`, { scripts: true, width: 320 });
    await page.getByText("Katso, mitä sinusta on tallennettu").waitFor();
    assert.deepEqual([await axeComplaints(page), await tooWide(page)], [[], []]);
    await page.getByLabel("Sähköpostiosoite").fill("vieras@example.org");
    await page.getByRole("button", { name: "Lähetä linkki" }).click();
    const stranger = await page.locator("main").textContent();
    for (const place of ["p/june", "m/june"]) {
      const reply = await postForm(`${ports.publicUrl}/link/${place}?lang=fi`, {
        email: "Petra@example.org",
        data: "yes",
      });
      const known = /<main[^>]*>(.*)<\/main>/s.exec(await reply.text())?.[1]?.replaceAll(/<[^>]*>/g, "");
      assert.equal(known?.replaceAll(/\s+/g, " ").trim(), stranger?.replaceAll(/\s+/g, " ").trim());
    }
    const asked = async () => {
      const found = await Promise.all(["poll:june", "meeting:june"].map((id) => ports.store.list(id, "delivery")));
      return found.flatMap(({ docs }) => docs).filter(({ body }) => JSON.stringify(body).includes("dataLink")).length;
    };
    const mailed = () => ports.sent.filter((m) => m.showing.delivery.saying.kind === "dataLink");
    for (let tries = 0; tries < 50 && (await asked()) < 2; tries++) await new Promise(setImmediate);
    await ports.settled();
    assert.deepEqual(
      mailed().map(({ to }) => to.kind === "address" && [to.name, to.email]),
      Array(2).fill(["Petra Lounasvuo", EMAIL]),
    );
    const url = mailed().find((m) => m.showing.poll)?.showing.page?.url ?? "";
    assert.match(url, /\/my\/p\/june\/[\w-]{22}$/);
    assert.ok((await textAt(url)).includes("Bussi 42 tuo minut."));
  });

  it("has nothing that assistive technology complains of, in three languages, and fits a narrow screen", async () => {
    await start();
    for (const url of [await dataPage(await link()), await dataPage(await byHand("meeting:june"))])
      for (const lang of langs) {
        const page = await open(`${url.split("?")[0]}?lang=${lang}`, { scripts: true, width: 320 });
        assert.deepEqual([await axeComplaints(page), await tooWide(page)], [[], []]);
        await context?.close();
      }
  });
});
