import assert from "node:assert/strict";
import { extractRawText } from "mammoth";
import type { Page } from "playwright-core";
import {
  beginGroup,
  choose,
  fillInput,
  inChannel,
  inChat,
  openFold,
  pressButton,
  pressFor,
  pressRow,
  screenshot,
  textOfLastCard,
  type,
  waitForText,
} from "./client.ts";
import { openEhdolla } from "./walk.ts";

const MINUTE = 60_000;
const CALL = "Kolmen minuutin haku";

/** The whole path of a newcomer, with three persons in Finnish. */
describe("from an open call to the finished appendix, in the real client", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  let chair: Page;
  let member: Page;
  let nominee: Page;

  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
    [chair, member, nominee] = await at.table.tabs(0, 2, 4);
  });
  after(() => at?.close());

  it("the chair takes the group into use from the channel", async () => {
    await beginGroup(chair);
    await screenshot(chair, "path-1-group");
    await pressFor(chair, "Ota käyttöön", "Ryhmä on käytössä.");
  }).timeout(60_000);

  it("the chair starts from an example, sees it as the channel will, and publishes it", async () => {
    await inChat(chair);
    await type(chair, "harjoittele");
    await pressRow(chair, CALL);
    await pressFor(chair, "Esikatsele", "Haku on auki.");
    await screenshot(chair, "path-2-preview");
    await pressFor(chair, "Julkaise", /Mitään ei ole vielä lähetetty/);
    await pressButton(chair, "Julkaise heti");
    await inChannel(member);
    await waitForText(member, "Haku on auki.");
    await screenshot(member, "path-3-announcement");
  }).timeout(60_000);

  it("a member proposes a person for two organisations jointly", async () => {
    await pressButton(member, "Tee ehdotus");
    await choose(member, "Henkilö Teamsissa", "Pihla Rantakorpi");
    await fillInput(member, "Järjestö", "Kaislan Omaiset ry");
    await pressButton(member, "+ Lisää järjestö");
    await fillInput(member, "2. järjestö", "Toivon Polku ry");
    await fillInput(member, "Miksi juuri tämä henkilö", "Tuntee omaisten arjen ja järjestökentän.");
    await fillInput(member, "Kokemusta järjestötyöstä", "Kahdeksan vuotta vertaisryhmien ohjaajana.");
    await screenshot(member, "path-4-form");
    await pressButton(member, "Lähetä ehdotus");
    await inChat(member);
    await waitForText(member, "Ehdotus on vastaanotettu");
    await waitForText(member, "Saapui määräajassa");
    await screenshot(member, "path-5-receipt");
  }).timeout(60_000);

  it("the person is asked in 1:1, and consents by two presses", async () => {
    await inChat(nominee);
    await waitForText(nominee, "Suostun ehdokkaaksi");
    assert.match(await textOfLastCard(nominee), /Kaislan\sOmaiset\sry,\sToivon\sPolku\sry/);
    await screenshot(nominee, "path-6-request");
    await pressButton(nominee, "Suostun ehdokkaaksi");
    await pressFor(nominee, "Vahvista suostumus", /Suostuit ehdokkaaksi/);
    await screenshot(nominee, "path-7-consented");
    await waitForText(member, /Suostui/);
  }).timeout(60_000);

  it("a proposal after the deadline is refused with both times and the whole text kept", async () => {
    await inChannel(member);
    await pressButton(member, "Tee ehdotus");
    await choose(member, "Henkilö Teamsissa", "Väinö Hakoniitty");
    await fillInput(member, "Järjestö", "Mielen Majakka ry");
    await fillInput(member, "Miksi juuri tämä henkilö", "Hänellä on laaja verkosto saaristossa.");
    await fillInput(member, "Kokemusta järjestötyöstä", "Puheenjohtajana kuusi vuotta.");
    at.forward(4 * MINUTE);
    await pressFor(member, "Lähetä ehdotus", "Ehdotus saapui määräajan jälkeen");
    const kept = await member.locator(".ac-adaptiveCard textarea").last().inputValue();
    assert.match(kept, /Väinö Hakoniitty[\s\S]*Mielen Majakka ry[\s\S]*Hänellä on laaja verkosto saaristossa\./);
    await screenshot(member, "path-8-late");
  }).timeout(60_000);

  it("the call has closed itself: the card says so and offers nothing", async () => {
    await inChannel(nominee);
    await waitForText(nominee, "Haku on päättynyt.");
    assert.equal(await nominee.getByRole("button", { name: "Tee ehdotus" }).count(), 0);
    await screenshot(nominee, "path-9-closed");
  }).timeout(60_000);

  it("the chair has the finished appendix by one press", async () => {
    await type(chair, "ehdokkaat");
    await waitForText(chair, "✓ Suostui");
    await screenshot(chair, "path-10-board");
    await pressFor(chair, "Lataa liite", "Liite on valmis.");
    await screenshot(chair, "path-11-appendix");
    const asked = chair.context().waitForEvent("request", (request) => request.url().includes("/download/"));
    await chair.getByText("Avaa Word", { exact: true }).last().click();
    const { pathname } = new URL((await asked).url());
    const file = await fetch(`http://127.0.0.1:${at.bot.port}${pathname}`);
    const { value } = await extractRawText({ buffer: Buffer.from(await file.arrayBuffer()) });
    for (const told of ["Pihla Rantakorpi", "Toivon Polku ry", "Väinö Hakoniitty"])
      assert.match(plain(value), new RegExp(told));
    assert.equal(plain(value).match(/\b[EM][0-9A-Z]{4}0[12]\b/g)?.length, 2, "each proposal once, by its code");
  }).timeout(60_000);
});

/** Words without the spaces that hold them together. */
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("the same path in Swedish", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
  });
  after(() => at?.close());

  it("a bilingual group's call reads in Swedish from the channel to the receipt of one's own nomination", async () => {
    const [chair, goran] = await at.table.tabs(0, 3);
    await inChannel(chair);
    await pressButton(chair, "Ota ryhmä käyttöön");
    await choose(chair, "Kielet, joilla haut julkaistaan", "ruotsi");
    await openFold(chair, "Tietosuoja");
    await fillInput(chair, "Rekisterinpitäjä suomeksi", "Kaislarannan hyvinvointialue");
    await fillInput(chair, "Rekisterinpitäjä ruotsiksi", "Vassrandens välfärdsområde");
    await fillInput(chair, "Tietosuojan yhteystieto", "tietosuoja@example.org");
    await pressFor(chair, "Ota käyttöön", "Ryhmä on käytössä.");
    await inChat(chair);
    await type(chair, "harjoittele");
    await pressRow(chair, "Perustettava kumppanuuspöytä");
    await pressButton(chair, "Esikatsele");
    await pressButton(chair, "Julkaise");
    await pressButton(chair, "Julkaise heti");
    await inChannel(goran);
    await openFold(goran, "På svenska");
    await waitForText(goran, /Ansökan är öppen/);
    await screenshot(goran, "svenska-1-ansokan");
    await inChat(goran);
    await type(goran, "ansökningar");
    await waitForText(goran, "Öppna ansökningar");
    await pressButton(goran, "Anmäl dig själv");
    await choose(goran, "Tema", "Handikapporganisationer (1–2 platser)");
    await fillInput(goran, "Varför du vill vara med", "Jag känner organisationerna i hela området.");
    await fillInput(goran, "Bred förståelse av social- och hälsoorganisationer", "Tio år i en centralorganisation.");
    await fillInput(goran, "Kännedom om områdets verksamhetsmiljö", "Bor och verkar i området.");
    await screenshot(goran, "svenska-2-anmalan");
    await pressFor(goran, "Anmäl mig", "Anmälan har tagits emot");
    await waitForText(goran, "Kom in i tid");
    await screenshot(goran, "svenska-3-kvitto");
  }).timeout(120_000);
});
