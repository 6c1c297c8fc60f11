import type { Page } from "playwright-core";
import {
  choose,
  fillInput,
  inChannel,
  inChat,
  openFold,
  pressButton,
  screenshot,
  type,
  waitForText,
} from "./client.ts";
import { openEhdolla } from "./walk.ts";

/** As it stands in the list: tied with the day's other times, and first of them. */
const BEST = "1. ma\u00a020.7.2099\u00a0klo\u00a09.00\u2060–\u206010.30 · sopii 2, tarvittaessa 0, ei 1 · tasan";

/** A poll from its draft to the chosen time, with three persons in Finnish. */
describe("from a poll to the chosen time, in the real client", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  let chair: Page;
  let member: Page;
  let other: Page;

  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
    [chair, member, other] = await at.table.tabs(0, 2, 4);
  });
  after(() => at?.close());

  it("the chair takes the group into use and writes a poll with times from a pattern", async () => {
    await inChannel(chair);
    await pressButton(chair, "Ota ryhmä käyttöön");
    await openFold(chair, "Tietosuoja");
    await fillInput(chair, "Rekisterinpitäjä suomeksi", "Kaislarannan hyvinvointialue");
    await fillInput(chair, "Tietosuojan yhteystieto", "tietosuoja@example.org");
    await pressButton(chair, "Ota käyttöön");
    await waitForText(chair, "Ryhmä on käytössä.");
    await inChat(chair);
    await type(chair, "kysely");
    await pressButton(chair, "Uusi kysely");
    await fillInput(chair, "Aihe", "Talousarvion valmistelu");
    await screenshot(chair, "poll-1-what");
    await pressButton(chair, "Tallenna ja jatka");
    await waitForText(chair, "Muodosta ajat säännöstä");
    await fillInput(chair, "Viikot", "30/2099");
    await pressButton(chair, "Lisää ajat");
    await waitForText(chair, /aikaa lisättiin/);
    await screenshot(chair, "poll-2-times");
  }).timeout(90_000);

  it("the chair posts it, and everybody sees it in the channel", async () => {
    await pressButton(chair, "Jatka");
    await waitForText(chair, "Joiden on oltava paikalla");
    await screenshot(chair, "poll-3-who");
    await pressButton(chair, "Tallenna ja jatka");
    await waitForText(chair, "Vastausten määräaika");
    await pressButton(chair, "Tallenna ja jatka");
    await waitForText(chair, "Kysely on valmis julkaistavaksi.");
    await screenshot(chair, "poll-4-preview");
    await pressButton(chair, "Julkaise kysely");
    await waitForText(chair, "Kysely on julkaistu.");
    await inChannel(member);
    await waitForText(member, "Milloin kokous sopii? Talousarvion valmistelu");
    await screenshot(member, "poll-5-channel");
  }).timeout(90_000);

  it("three answer: all times, one by one, and none", async () => {
    await inChat(member);
    await waitForText(member, "Milloin kokous sopii sinulle?");
    await pressButton(member, "Vastaa");
    await pressButton(member, "Kaikki ajat sopivat");
    await waitForText(member, "Kaikki ajat on merkitty sopiviksi.");
    await screenshot(member, "poll-6-form");
    await pressButton(member, "Lähetä vastaus");
    await waitForText(member, /Olet vastannut/);
    await screenshot(member, "poll-7-receipt");
    await inChat(other);
    await waitForText(other, "Milloin kokous sopii sinulle?");
    await pressButton(other, "Mikään aika ei sovi");
    await waitForText(other, /Olet vastannut/);
    await inChat(chair);
    await waitForText(chair, "Milloin kokous sopii sinulle?");
    await pressButton(chair, "Vastaa");
    await choose(chair, "ma\u00a020.7.2099: kaikki ajat", "Sopii");
    await pressButton(chair, "Lähetä vastaus");
    await waitForText(chair, /20 aikaa on vielä vastaamatta/);
  }).timeout(90_000);

  it("the chair chooses the time, and everybody is called", async () => {
    await pressButton(chair, "Näytä tilanne");
    await pressButton(chair, "Hallitse kyselyä");
    await pressButton(chair, "Valitse aika");
    await screenshot(chair, "poll-8-decide");
    await choose(chair, "Kokousaika, paras ensin", BEST);
    await pressButton(chair, "Vahvista");
    await waitForText(chair, /Aika on valittu/);
    await inChannel(member);
    await waitForText(member, /Kokousaika on valittu/);
    await screenshot(member, "poll-9-decided");
    await inChat(member);
    await waitForText(member, "Kutsu kokoukseen");
    await screenshot(member, "poll-10-invitation");
  }).timeout(90_000);
});
