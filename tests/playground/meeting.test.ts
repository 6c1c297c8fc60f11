import assert from "node:assert/strict";
import { DateTime } from "luxon";
import type { Page } from "playwright-core";
import { readCalendar } from "../support/ics-read.ts";
import {
  beginGroup,
  choose,
  download,
  fillDate,
  fillInput,
  fillTime,
  inChannel,
  inChat,
  openFold,
  pressButton,
  pressFor,
  pressRow,
  screenshot,
  type,
  waitForText,
} from "./client.ts";
import { attachedTo, openPhone } from "./outside.ts";
import { openEhdolla } from "./walk.ts";

const SAARA = "saara.lehtoniemi@example.org";
const TITLE = "Syksyn suunnittelukokous";
const DAY = DateTime.now().setZone("Europe/Helsinki").startOf("day").plus({ days: 10 });
const start = DAY.set({ hour: 13 });
const moved = DAY.plus({ days: 2 }).set({ hour: 9, minute: 30 });
const utc = (time: DateTime) => time.toJSDate().toISOString();

/** A meeting whose time is known, from its call to its end, in Finnish: with a substitute and somebody outside Teams. */
describe("from the call of a meeting to its cancellation, in the real client", () => {
  let at: Awaited<ReturnType<typeof openEhdolla>>;
  let chair: Page;
  let member: Page;
  let substitute: Page;
  let outsider: Page;
  let uid: string;

  before(async function () {
    this.timeout(120_000);
    at = await openEhdolla();
    [chair, member, substitute] = await at.table.tabs(0, 2, 5);
  });
  after(() => at?.close());

  it("the chair names the members, one of them outside Teams", async () => {
    await beginGroup(chair);
    await openFold(chair, "Muut roolit ja jäsenet");
    await choose(chair, "Ketkä lasketaan jäseniksi", "Vain nimetyt henkilöt");
    for (const name of ["Helmi Kaislaharju", "Tuulikki Aamuvaara", "Göran Strandkvist"])
      await choose(chair, "Nimetyt jäsenet", name);
    await fillInput(chair, "Jäsenet, jotka eivät ole Teamsissa, yksi riville", `Saara Lehtoniemi; ${SAARA}`);
    await pressFor(chair, "Ota käyttöön", "Ryhmä on käytössä.");
  }).timeout(90_000);

  it("the chair calls the meeting, with a personal substitute for a member", async () => {
    await inChat(chair);
    await type(chair, "kokoukset");
    await pressButton(chair, "Uusi kokous");
    await fillInput(chair, "Aihe", TITLE);
    await fillDate(chair, "Päivä", DAY.toISODate() ?? "");
    await fillTime(chair, "Kello", "13:00");
    await fillInput(chair, "Teams-kokouksen linkki", "https://teams.example.org/l/meetup-join/1");
    await screenshot(chair, "meeting-1-form");
    await openFold(chair, "Ketkä kutsutaan");
    await fillInput(chair, "Henkilökohtaiset varajäsenet", "Tuulikki Aamuvaara; Väinö Hakoniitty");
    await screenshot(chair, "meeting-2-who");
    await pressFor(chair, "Kutsu koolle", /Kokous on kutsuttu koolle/);
    await screenshot(chair, "meeting-3-called");
    await inChannel(chair);
    await waitForText(chair, `Kokous: ${TITLE}`);
    await screenshot(chair, "meeting-4-channel");
  }).timeout(90_000);

  it("the member says that the substitute comes, who is called in and comes", async () => {
    await inChat(member);
    await waitForText(member, `Kutsu kokoukseen: ${TITLE}`);
    await screenshot(member, "meeting-5-invitation");
    uid = readCalendar((await download(member, "Lisää kalenteriin")).text).uid;
    await pressFor(member, "Varajäseneni tulee", "Ilmoitit, että varajäsenesi tulee.");
    await screenshot(member, "meeting-6-substitute");
    await inChat(substitute);
    await waitForText(substitute, `Sinut kutsutaan varajäseneksi: ${TITLE}`);
    await screenshot(substitute, "meeting-7-called-in");
    await pressFor(substitute, "Tulen", "Tulet kokoukseen.");
    await screenshot(substitute, "meeting-8-comes");
  }).timeout(90_000);

  it("who is outside Teams says by the link of the invitation that they come", async () => {
    const invitation = await at.post.mail(SAARA, new RegExp(`^Kutsu kokoukseen: ${TITLE}`));
    const file = readCalendar(await attachedTo(invitation));
    assert.deepEqual([file.method, file.uid, file.sequence, file.start], ["REQUEST", uid, 0, utc(start)]);
    outsider = await openPhone(at.table.browser, invitation.link ?? "");
    await screenshot(outsider, "meeting-page-1-asked", { whole: true });
    const dark = await openPhone(at.table.browser, invitation.link ?? "", { width: 1100, dark: true });
    await screenshot(dark, "meeting-page-1-asked-dark", { whole: true });
    await outsider.getByText("Lisää viesti puheenjohtajalle").click();
    await outsider.getByLabel("Viesti", { exact: true }).fill("Tulen etäyhteydellä.");
    await outsider.getByRole("button", { name: "Tulen", exact: true }).click();
    await waitForText(outsider, "Tulet kokoukseen.");
    await screenshot(outsider, "meeting-page-2-comes", { whole: true });
  }).timeout(60_000);

  it("once answers are due, the chair is told whether there will be a quorum and who hasn't answered", async () => {
    at.forward(start.minus({ days: 1 }).toMillis() + 60_000 - Date.now());
    await inChat(chair);
    await waitForText(chair, `Ketkä tulevat: ${TITLE}`);
    await waitForText(chair, /2\s\/\s4\stulossa,\starvitaan\s3/);
    await screenshot(chair, "meeting-9-forecast");
    await pressButton(chair, "Ketkä tulevat", { within: `Ketkä tulevat: ${TITLE}` });
    await waitForText(chair, /Tulen etäyhteydellä/);
    await screenshot(chair, "meeting-10-people");
    await pressFor(chair, "Takaisin", "Siirrä toiseen aikaan");
    await screenshot(chair, "meeting-11-manage");
  }).timeout(60_000);

  it("the chair moves it, and everybody has the same meeting at its new time", async () => {
    await pressRow(chair, "Siirrä toiseen aikaan");
    await fillDate(chair, "Päivä", moved.toISODate() ?? "");
    await fillTime(chair, "Kello", "09:30");
    await screenshot(chair, "meeting-12-move");
    await pressFor(chair, "Siirrä kokous", /Kokous on siirretty\. Kaikki saavat tiedon/);
    await told(/^Kokous on siirretty:/, "Lisää kalenteriin", { method: "REQUEST", sequence: 1 });
    await screenshot(member, "meeting-13-moved");
    await screenshot(outsider, "meeting-page-3-moved", { whole: true });
  }).timeout(90_000);

  it("the chair calls it off, and it goes from everybody's calendar", async () => {
    await pressRow(chair, "Peru kokous");
    await fillInput(chair, "Syy", "Esittelijä on estynyt.");
    await screenshot(chair, "meeting-14-cancel");
    await pressFor(chair, "Peru kokous", /Kokous on peruttu\. Kaikki saavat tiedon/);
    await told(/^Kokous on peruttu:/, "Poista kalenterista", { method: "CANCEL", sequence: 2 });
    await screenshot(member, "meeting-15-cancelled");
    await screenshot(outsider, "meeting-page-4-cancelled", { whole: true });
    await inChannel(member);
    await waitForText(member, `Kokous on peruttu: ${TITLE}`);
    await screenshot(member, "meeting-16-channel");
  }).timeout(90_000);

  /** The member by a card, the substitute too, and who is outside Teams by a mail with the file and a page. */
  async function told(heading: RegExp, title: string, file: { method: string; sequence: number }): Promise<void> {
    for (const tab of [member, substitute]) await waitForText(tab, heading);
    const own = readCalendar((await download(member, title)).text);
    const mail = await at.post.mail(SAARA, heading);
    const theirs = readCalendar(await attachedTo(mail));
    const expected = { ...file, uid, start: utc(moved) };
    for (const one of [own, theirs])
      assert.deepEqual({ method: one.method, sequence: one.sequence, uid: one.uid, start: one.start }, expected);
    await outsider.reload();
  }
});
