import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { readCalendar } from "../support/ics-read.ts";
import {
  beginGroup,
  choose,
  download,
  fillInput,
  inChannel,
  inChat,
  pressButton,
  pressFor,
  saved,
  screenshot,
  type,
  waitForText,
} from "./client.ts";
import { attachedTo, openPhone } from "./outside.ts";
import { openEhdolla } from "./walk.ts";

/** As it stands in the list: tied with the day's other times but the one that somebody can't make, and first of them. */
const BEST = "1. ma\u00a020.7.2099\u00a0klo\u00a09.00\u2060–\u206010.30 · sopii 3, tarvittaessa 0, ei 1 · tasan";
const SAARA = "saara.lehtoniemi@example.org";

/** A poll from its draft to the files in calendars, in Finnish: with three persons in the client and one outside Teams. */
describe("from a poll to the chosen time, in the real client", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  let chair: Page;
  let member: Page;
  let other: Page;
  let outsider: Page;

  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
    [chair, member, other] = await at.table.tabs(0, 2, 4);
  });
  after(() => at?.close());

  it("the chair takes the group into use and writes a poll with times from a pattern", async () => {
    await beginGroup(chair);
    await pressFor(chair, "Ota käyttöön", "Ryhmä on käytössä.");
    await inChat(chair);
    await type(chair, "kysely");
    await pressButton(chair, "Uusi kysely");
    await fillInput(chair, "Aihe", "Talousarvion valmistelu");
    await screenshot(chair, "poll-1-what");
    await pressFor(chair, "Tallenna ja jatka", "Muodosta ajat säännöstä");
    await fillInput(chair, "Viikot", "30/2099");
    await pressFor(chair, "Lisää ajat", /aikaa lisättiin/);
    await screenshot(chair, "poll-2-times");
  }).timeout(90_000);

  it("the chair posts it, and everybody sees it in the channel", async () => {
    await pressFor(chair, "Jatka", "Joiden on oltava paikalla");
    await fillInput(chair, "Henkilöt Teamsin ulkopuolelta", `Saara Lehtoniemi; ${SAARA}`);
    await screenshot(chair, "poll-3-who");
    await pressFor(chair, "Tallenna ja jatka", "Vastausten määräaika");
    await pressFor(chair, "Tallenna ja jatka", "Kysely on valmis julkaistavaksi.");
    await screenshot(chair, "poll-4-preview");
    await pressFor(chair, "Julkaise kysely", "Kysely on julkaistu.");
    await inChannel(member);
    await waitForText(member, "Milloin kokous sopii? Talousarvion valmistelu");
    await screenshot(member, "poll-5-channel");
  }).timeout(90_000);

  it("three answer: all times, one by one, and none", async () => {
    await inChat(member);
    await waitForText(member, "Milloin kokous sopii sinulle?");
    await pressButton(member, "Vastaa");
    await pressFor(member, "Kaikki ajat sopivat", "Kaikki ajat on merkitty sopiviksi.");
    await screenshot(member, "poll-6-form");
    await pressFor(member, "Lähetä vastaus", /Olet vastannut/);
    await screenshot(member, "poll-7-receipt");
    await inChat(other);
    await waitForText(other, "Milloin kokous sopii sinulle?");
    await pressFor(other, "Mikään aika ei sovi", /Olet vastannut/);
    await inChat(chair);
    await waitForText(chair, "Milloin kokous sopii sinulle?");
    await pressButton(chair, "Vastaa");
    await choose(chair, "ma\u00a020.7.2099: kaikki ajat", "Sopii");
    await pressFor(chair, "Lähetä vastaus", /20 aikaa on vielä vastaamatta/);
  }).timeout(90_000);

  it("somebody outside Teams answers from the link in a mail, on a page without scripts", async () => {
    const { link = "" } = await at.post.mail(SAARA, /^Milloin kokous sopii sinulle\? Talousarvion valmistelu/);
    outsider = await openPhone(at.table.browser, link);
    await screenshot(outsider, "poll-page-1-form", { whole: true });
    const dark = await openPhone(at.table.browser, link, { width: 1100, dark: true });
    await screenshot(dark, "poll-page-1-form-dark", { whole: true });
    await outsider.getByRole("button", { name: "Kaikki ajat sopivat" }).click();
    await outsider
      .getByRole("group", { name: /klo\s10\.00/ })
      .first()
      .getByLabel("Ei sovi")
      .check();
    await outsider.getByText("Viesti", { exact: true }).click();
    await outsider.getByLabel("Viesti puheenjohtajalle").fill("Tulen junalla, aamu kymmenen on liian aikaisin.");
    await screenshot(outsider, "poll-page-2-filled", { whole: true });
    await outsider.getByRole("button", { name: "Lähetä vastaus" }).click();
    await waitForText(outsider, "Olet vastannut.");
    await screenshot(outsider, "poll-page-3-answered", { whole: true });
    await inChannel(chair);
    await waitForText(chair, /Vastannut 4/);
    await screenshot(chair, "poll-8-answered");
    await inChat(chair);
  }).timeout(90_000);

  it("the chair chooses the time, and everybody is called", async () => {
    await pressButton(chair, "Näytä tilanne");
    await pressButton(chair, "Hallitse kyselyä");
    await pressButton(chair, "Valitse aika");
    await screenshot(chair, "poll-9-decide");
    await choose(chair, "Kokousaika, paras ensin", BEST);
    await pressFor(chair, "Vahvista", /Aika on valittu/);
    await inChannel(member);
    await waitForText(member, /Kokousaika on valittu/);
    await screenshot(member, "poll-10-decided");
    await inChat(member);
    await waitForText(member, "Kutsu kokoukseen: Talousarvion valmistelu");
    await screenshot(member, "poll-11-invitation");
  }).timeout(90_000);

  it("everybody has the meeting for their calendar: from the card, from the page and with the mail", async () => {
    const card = await download(member, "Lisää kalenteriin");
    const mail = await at.post.mail(SAARA, /^Kutsu kokoukseen: Talousarvion valmistelu/);
    await outsider.goto(mail.link ?? "");
    await screenshot(outsider, "poll-page-4-invitation", { whole: true });
    await outsider.getByRole("button", { name: "Lataa kalenteritiedosto" }).click();
    const way = outsider.getByRole("link", { name: "Lataa kalenteritiedosto" });
    await screenshot(outsider, "poll-page-5-calendar", { whole: true });
    const page = await saved((await way.getAttribute("href")) ?? "");
    const attached = await attachedTo(mail);
    assert.equal(card.name, "2099-07-20-0900.ics");
    assert.equal(page.text, attached);
    const own = readCalendar(card.text);
    const theirs = readCalendar(attached);
    assert.deepEqual(own, {
      ...{ method: "REQUEST", uid: own.uid, sequence: 0, summary: "Talousarvion valmistelu" },
      ...{ start: "2099-07-20T06:00:00.000Z", end: "2099-07-20T07:30:00.000Z" },
      attendees: ["mailto:tuulikki.aamuvaara@example.org"],
    });
    assert.deepEqual(theirs, { ...own, attendees: [`mailto:${SAARA}`] });
  }).timeout(90_000);
});
