import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Invited, Meeting } from "../../bot/domain/meeting.ts";
import type { Person } from "../../bot/domain/person.ts";
import { DAY } from "../../bot/domain/time.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { change } from "../../bot/usecases/change.ts";
import { openCalendar } from "../../bot/usecases/ics.ts";
import { meetingsOf } from "../../bot/usecases/listing.ts";
import { readMeetingFor } from "../../bot/usecases/meeting-reading.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { openRound } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { cardOf } from "../../cards/showing.ts";
import { verbs } from "../../cards/verbs.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressData, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aTeam, aTurn, inTeam } from "../support/turn.ts";

const names = {
  chair: "Tiina Saraluoto",
  secretary: "Kaarina Lehtovaara",
  sanna: "Sanna Kaislamo",
  oskari: "Oskari Haavisalo",
  petra: "Petra Lounasvuo",
  guest: "Aino Rantakoski",
};
type Who = keyof typeof names;

describe("meetings in Teams", () => {
  let ports: TestPorts;
  let people: Record<Who, Person>;
  beforeEach(async () => {
    ports = testPorts();
    people = await aTeam(ports, names);
    const persons = (["chair", "sanna", "oskari", "petra"] as const).map((who) => people[who].id);
    await stored(
      ports,
      aGroup({
        chairs: [people.chair.id],
        viceChair: people.petra.id,
        secretaries: [people.secretary.id],
        members: { kind: "named", persons },
      }),
    );
  });
  afterEach(() => ports.dispose());

  const turn = (who: Who, own: Partial<Turn> = {}) => aTurn(ports, people[who], own);
  const typed = { title_fi: "Kesäkuun kokous", date: "2027-06-14", time: "13:00", length: "90", place: "Kaislatalo" };
  const form = async () => cardIn(await pressVerb(turn("chair"), "meeting.form", { group: "group:kaislaranta" }));
  const meetings = () => meetingsOf(ports, "group:kaislaranta");
  const only = async (): Promise<Meeting> => (await meetings())[0] ?? assert.fail("there is no meeting");
  async function called(more: Record<string, string> = {}): Promise<Meeting> {
    cardIn(await pressButton(turn("chair"), await form(), "Kutsu koolle", { ...typed, ...more }));
    await ports.settled();
    return only();
  }
  const seen = async () =>
    (await readMeetingFor(ports, { meeting: (await only()).id, tenant: "tenant-1" }, people.chair.id)) ?? assert.fail();
  const coming = async (who: Who) => (await seen()).answers.get(people[who].id);
  /** The last card with this saying that somebody, or the channel, got. */
  const got = (kind: string, who?: Who): Card => {
    const message = ports.sent.findLast(
      ({ showing, to }) =>
        showing.delivery.saying.kind === kind &&
        (who ? to.kind === "person" && to.person.id === people[who].id : to.kind === "channel"),
    );
    assert.ok(message, `${kind} wasn't sent to ${who ?? "the channel"}`);
    return cardOf(message.showing, aReader("fi", { now: ports.clock.now() }));
  };
  const written = async () => {
    const [meeting] = await meetings();
    const round = meeting && (await openRound(ports, meeting.id));
    return JSON.stringify([meeting, await round?.list("attendance"), await round?.list("circular")]);
  };
  const refusal = (reply: Reply) =>
    "refuse" in reply ? reply.refuse : assert.fail(JSON.stringify(reply).slice(0, 200));

  it("are called with one form: the channel hears of it, everybody is asked, and a second press is the same meeting", async () => {
    const card = await form();
    const first = await pressButton(turn("chair"), card, "Kutsu koolle", typed);
    assert.match(wordsOn(cardIn(first)), /Kokous on kutsuttu koolle.*0 \/ 4 tulossa, tarvitaan 3/s);
    await pressButton(turn("chair"), card, "Kutsu koolle", typed);
    await ports.settled();
    assert.equal((await meetings()).length, 1);
    assert.match(wordsOn(got("meeting")), /ma 14\.6\.2027 klo 13\.00–14\.30.*Kaislatalo/s);
    for (const who of ["chair", "sanna", "oskari", "petra"] as const)
      assert.deepEqual(
        (got("meetingInvitation", who).actions ?? []).map((a) => a.title),
        ["Tulen", "En pääse", "Lisää kalenteriin"],
      );
  });

  it("keep what was typed when something in the form is wrong, and then nothing is written", async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ title_fi: " " }, /Kirjoita aihe/],
      [{ date: "2027-02-30" }, /ei ole päivä/],
      [{ date: "2027-03-28", time: "03:30" }, /Kello siirtyy/],
      [{ date: "2027-05-05" }, /Aika on jo mennyt/],
      [{ length: "puoli" }, /Anna kesto minuutteina/],
      [{ joinUrl: "javascript:alert(1)" }, /https:/],
      [{ quorum: "0" }, /kokonaislukuna/],
      [{ answerDate: "2027-06-14", answerTime: "13:00" }, /ennen kokouksen alkua/],
      [{ noticeDate: "2027-06-15" }, /ennen kokousta/],
      [{ answerDate: "2027-05-06", answerTime: "13:59" }, /Ilmoitusaika on jo mennyt/],
      [{ noticeDate: "2027-05-05" }, /lähettämispäivä on jo mennyt/],
      [{ guests: "Väinö Tuntematon" }, /Väinö Tuntematon/],
      [{ personal: "Sanna Kaislamo" }, /puolipisteellä/],
    ];
    for (const [more, words] of wrong) {
      const note = { note_fi: "Kahvi tarjolla", place: "Kaislatalo" };
      const card = cardIn(
        await pressButton(turn("chair"), await form(), "Kutsu koolle", { ...typed, ...note, ...more }),
      );
      assert.match(wordsOn(card), words);
      assert.match(wordsOn(card), /Kahvi tarjolla/);
      assert.deepEqual(complaints(card), []);
      assert.deepEqual(await meetings(), [], JSON.stringify(more));
    }
  });

  it("are called and changed with a language of the group missing only when that is confirmed", async () => {
    await change(ports, "group:kaislaranta", "ehdolla", ({ group }) =>
      accept({ facts: [{ ...group, languages: ["fi", "sv"] as Lang[] }], events: ["groupChanged"] }),
    );
    const lacking = cardIn(await pressButton(turn("chair"), await form(), "Kutsu koolle", typed));
    assert.match(wordsOn(lacking), /Kaikkia kieliä ei ole\. Puuttuu: ruotsiksi/);
    assert.deepEqual(await meetings(), []);
    cardIn(await pressButton(turn("chair"), lacking, "Kutsu silti", typed));
    const { id } = await only();
    const changing = cardIn(await pressVerb(turn("chair"), "meeting.changeForm", { meeting: id }));
    const again = cardIn(
      await pressButton(turn("chair"), changing, "Tallenna muutokset", { title_sv: "Junimötet", note_fi: "Kahvi" }),
    );
    assert.equal((await only()).title.sv, undefined);
    cardIn(await pressButton(turn("chair"), again, "Tallenna silti"));
    assert.equal((await only()).title.sv, "Junimötet");
  });

  it("are called and changed by those who lead the group only, and in their own tenant", async () => {
    await called();
    const before = await written();
    const { id, rev } = await only();
    const at = { meeting: id, rev, nonce: "nonce-0001" };
    const tries: [string, object][] = [
      ["meeting.form", { group: "group:kaislaranta" }],
      ["meeting.call", { group: "group:kaislaranta", nonce: "nonce-0001", ...typed }],
      ["meeting.manage", { meeting: id }],
      ["meeting.people", { meeting: id }],
      ["meeting.moveForm", { meeting: id }],
      ["meeting.move", { ...at, date: "2027-06-15", time: "13:00", length: "60" }],
      ["meeting.changeForm", { meeting: id }],
      ["meeting.change", { ...at, title_fi: "Toinen" }],
      ["meeting.cancelForm", { meeting: id }],
      ["meeting.cancel", { ...at, reason: "x" }],
      ["meeting.noticeForm", { meeting: id }],
      ["meeting.notice", at],
      ["meeting.copy", { meeting: id }],
    ];
    for (const [verb, data] of tries)
      assert.equal(
        refusal(await pressVerb(turn("sanna"), verb, { ...data })),
        "Tämä toiminto on vain ryhmän puheenjohtajalle ja sihteerille.",
        verb,
      );
    const where = { ...turn("chair").where, tenant: "tenant-2" };
    for (const [verb, data] of [
      ...tries,
      ["meeting.show", { meeting: id }],
      ["meeting.calendar", { meeting: id }],
    ] as const)
      assert.equal(
        refusal(await pressVerb(turn("chair", { where }), verb, { ...data })),
        "Tätä ei enää ole. Se on voitu poistaa.",
        verb,
      );
    assert.equal(await written(), before);
  });

  it("take an answer from the invitation once, show it, and let it be changed", async () => {
    await called();
    const invitation = got("meetingInvitation", "sanna");
    const receipt = cardIn(await pressButton(turn("sanna"), invitation, "Tulen"));
    assert.match(wordsOn(receipt), /Tulet kokoukseen\..*Ilmoitus on tallennettu\./s);
    await pressButton(turn("sanna"), invitation, "Tulen");
    assert.equal((await coming("sanna"))?.rev, 1);
    const old = await pressButton(turn("sanna"), invitation, "En pääse");
    assert.match(refusal(old), /muutettu toisaalla/);
    assert.equal((await coming("sanna"))?.coming, "yes");
    const changed = await pressButton(turn("sanna"), receipt, "En pääse", { comment: "Loma" });
    assert.match(wordsOn(cardIn(changed)), /Et pääse kokoukseen/);
    assert.equal((await coming("sanna"))?.comment, "Loma");
    await ports.at(ports.clock.now() + 10_000);
    assert.match(wordsOn(got("meetingInvitation", "sanna")), /Et pääse kokoukseen/);
  });

  it("take nobody's answer from another without leave, and nobody's who isn't called", async () => {
    const { id } = await called();
    const before = await written();
    const press = { meeting: id, coming: "yes", rev: 0, sequence: 0, nonce: "nonce-0001" };
    assert.match(
      refusal(await pressVerb(turn("oskari"), "meeting.attend", { ...press, for: people.sanna.id })),
      /puolesta/,
    );
    assert.match(
      refusal(await pressVerb(turn("oskari"), "meeting.attendFor", { meeting: id, for: people.sanna.id })),
      /puolesta/,
    );
    assert.match(refusal(await pressVerb(turn("guest"), "meeting.attend", press)), /ei ole kutsuttu/);
    assert.match(refusal(await pressVerb(turn("guest"), "meeting.calendar", { meeting: id })), /ei ole kutsuttu/);
    assert.match(
      refusal(await pressVerb(turn("sanna"), "meeting.attend", { ...press, coming: "substitute" })),
      /varajäsentä/,
    );
    assert.equal(
      refusal(await pressVerb(turn("sanna"), "meeting.attend", { ...press, coming: "perhaps" })),
      "bad press",
    );
    assert.equal(await written(), before);
  });

  it("let the secretary write down an answer given by phone, marked as such", async () => {
    const { id } = await called();
    const list = cardIn(await pressVerb(turn("secretary"), "meeting.people", { meeting: id }));
    const phone = cardIn(await pressButton(turn("secretary"), list, names.oskari));
    const next = cardIn(await pressButton(turn("secretary"), phone, "Tulee", { comment: "Soitti 6.5." }));
    assert.match(wordsOn(next), /Ilmoitus on tallennettu: Oskari Haavisalo\..*✓ tulee/s);
    assert.match(wordsOn(next), /kirjasi sihteeri tai puheenjohtaja · Soitti 6\.5\./);
    const { as, by } = (await coming("oskari")) ?? assert.fail();
    assert.deepEqual([as, by], ["officer", people.secretary.id]);
  });

  it("call in a personal substitute, who may also answer for the member, and release them again", async () => {
    const { invited } = await called({
      personal: `${names.sanna}; ${names.guest}`,
      substitutes: names.petra,
    });
    const role = (who: Who): Partial<Invited> => invited.find((i) => i.person === people[who].id) ?? {};
    assert.deepEqual(
      [role("petra").role, role("guest").role, role("guest").substituteOf],
      ["substitute", "substitute", people.sanna.id],
    );
    const page = cardIn(await pressVerb(turn("guest"), "meeting.show", { meeting: (await only()).id }));
    assert.match(wordsOn(page), /Olet varajäsen/);
    const forSanna = cardIn(await pressButton(turn("guest"), page, names.sanna));
    const saved = await pressButton(turn("guest"), forSanna, "Varajäsen tulee");
    assert.match(wordsOn(cardIn(saved)), /Ilmoitus on tallennettu: Sanna Kaislamo/);
    assert.equal((await coming("sanna"))?.as, "substitute");
    await ports.settled();
    const call = got("calledIn", "guest");
    assert.match(wordsOn(call), /Estynyt jäsen: Sanna Kaislamo/);
    await pressButton(turn("guest"), call, "Tulen");
    assert.equal((await seen()).substitutes, 1);
    const own = cardIn(await pressVerb(turn("sanna"), "meeting.show", { meeting: (await only()).id }));
    await pressButton(turn("sanna"), own, "Tulen");
    await ports.at(ports.clock.now() + 10_000);
    assert.match(wordsOn(got("calledIn", "guest")), /Sinua ei enää tarvita/);
  });

  it("call in general substitutes in order, each once the one before has declined, who may change their mind while the seat is empty", async () => {
    await called({ substitutes: `${names.petra}, ${names.guest}` });
    const own = cardIn(await pressVerb(turn("sanna"), "meeting.show", { meeting: (await only()).id }));
    await pressButton(turn("sanna"), own, "Varajäseneni tulee");
    await ports.settled();
    const callsTo = (who: Who) =>
      ports.sent.filter(
        ({ showing, to, replaces }) =>
          showing.delivery.saying.kind === "calledIn" &&
          !replaces &&
          to.kind === "person" &&
          to.person.id === people[who].id,
      ).length;
    assert.deepEqual([callsTo("petra"), callsTo("guest")], [1, 0]);
    const first = got("calledIn", "petra");
    await pressButton(turn("petra"), first, "En pääse");
    await ports.settled();
    assert.deepEqual([callsTo("petra"), callsTo("guest")], [1, 1]);

    // the second has been asked, so the first can't have the seat back, whatever their card says
    const { rev } = (await coming("petra")) ?? assert.fail();
    const wish = { meeting: (await only()).id, coming: "yes", rev, sequence: 0, nonce: "nonce-0001" };
    assert.match(refusal(await pressVerb(turn("petra"), "meeting.attend", wish)), /on jo täytetty/);
    const page = async () => cardIn(await pressVerb(turn("petra"), "meeting.show", { meeting: (await only()).id }));
    assert.doesNotMatch(wordsOn(await page()), /Tulen sittenkin/);

    await pressButton(turn("guest"), got("calledIn", "guest"), "En pääse");
    await ports.at(ports.clock.now() + 10_000);
    const again = got("calledIn", "petra");
    assert.match(wordsOn(again), /Paikka on vielä avoinna.*Tulen sittenkin/s);
    const stale = got("calledIn", "guest");
    assert.match(wordsOn(cardIn(await pressButton(turn("petra"), again, "Tulen sittenkin"))), /Tulet kokoukseen/);
    await pressButton(turn("petra"), again, "Tulen sittenkin");
    await ports.at(ports.clock.now() + 10_000);
    assert.deepEqual([callsTo("petra"), callsTo("guest"), (await seen()).substitutes], [1, 1, 1]);
    assert.match(refusal(await pressButton(turn("guest"), stale, "Tulen sittenkin")), /on jo täytetty/);
    assert.doesNotMatch(wordsOn(got("calledIn", "guest")), /Tulen sittenkin/);
  });

  it("let a member outside Teams send a substitute by link, who is outside too and is called in by mail", async () => {
    await called({
      outside: "Outi Ulkola; outi@example.org",
      outsideAs: "member",
      personal: "Outi Ulkola; Ville Varala; ville@example.org",
    });
    const { id } = await only();
    const outside = async (name: string) => {
      for (const { person } of (await only()).invited) {
        const found = await readPerson(ports.store, person);
        if (found?.name === name) return found;
      }
      return assert.fail(`${name} isn't called`);
    };
    const byLink = (by: Person, verb: "meeting.show" | "meeting.attend", fields: object) =>
      pagePress(ports)(
        { by, reader: aReader("fi"), arrivedAt: ports.clock.now(), tenant: "tenant-1", way: "web" },
        verb,
        verbs[verb].parse({ meeting: id, ...fields }),
      );
    const shown = async (by: Person) => {
      const reply = await byLink(by, "meeting.show", {});
      return "show" in reply ? reply.show : assert.fail(JSON.stringify(reply));
    };
    const [outi, ville] = [await outside("Outi Ulkola"), await outside("Ville Varala")];
    const press = pressData(await shown(outi), "Varajäseneni tulee");
    await byLink(outi, "meeting.attend", press.data);
    await ports.settled();
    const mail = ports.sent.findLast((m) => m.showing.delivery.saying.kind === "calledIn");
    assert.ok(mail?.to.kind === "person" && mail.to.person.id === ville.id);
    assert.equal(mail.to.person.email, "ville@example.org");
    assert.match(mail.showing.page?.url ?? "", /\/m\//);
    assert.match(wordsOn(cardOf(mail.showing, aReader("fi"))), /Estynyt jäsen: Outi Ulkola/);
    await byLink(ville, "meeting.attend", pressData(await shown(ville), "Tulen").data);
    const { substitutes, members } = await seen();
    assert.deepEqual([substitutes, members], [1, 5]);
  });

  it("ask anew after a move, with the card from before the move refused", async () => {
    await called();
    const invitation = got("meetingInvitation", "sanna");
    const receipt = cardIn(await pressButton(turn("sanna"), invitation, "Tulen"));
    const { id } = await only();
    const moving = cardIn(await pressVerb(turn("chair"), "meeting.moveForm", { meeting: id }));
    const moved = await pressButton(turn("chair"), moving, "Siirrä kokous", { date: "2027-06-15" });
    assert.match(wordsOn(cardIn(moved)), /Kokous on siirretty.*ti 15\.6\.2027 klo 13\.00–14\.30/s);
    await ports.settled();
    assert.match(refusal(await pressButton(turn("sanna"), receipt, "En pääse")), /on siirretty/);
    const news = got("meetingMoved", "sanna");
    assert.match(wordsOn(news), /Uusi aika on ti 15\.6\.2027.*Aiemmin\nma 14\.6\.2027/s);
    assert.match(wordsOn(cardIn(await pressButton(turn("sanna"), news, "Tulen"))), /Tulet kokoukseen/);
    assert.equal((await coming("sanna"))?.sequence, 1);
  });

  it("of whole days are moved as such, to one day, to several or to a time of day", async () => {
    await called();
    const { id } = await only();
    const form = async () => cardIn(await pressVerb(turn("chair"), "meeting.moveForm", { meeting: id }));
    const move = async (typed: Record<string, string>) =>
      wordsOn(cardIn(await pressButton(turn("chair"), await form(), "Siirrä kokous", typed)));
    const whole = { time: "", length: "" };
    assert.match(await move({ ...whole, date: "2027-06-15" }), /Kokous on siirretty.*ti 15\.6\.2027 \(koko päivä\)/s);
    assert.match(await move({ date: "2027-06-21", lastDate: "2027-06-22" }), /ma 21\.6\.2027–ti 22\.6\.2027/);
    const { start, end, allDay, moves } = await only();
    assert.deepEqual([start.wall, end.wall, allDay], ["2027-06-21", "2027-06-22", true]);
    assert.equal((end.at - start.at) / DAY, 2);
    assert.deepEqual([moves[0]?.from.allDay, moves[1]?.from.allDay], [undefined, true]);
    const drawn = JSON.stringify(await form());
    assert.match(drawn, /"lastDate"[^}]*"2027-06-22"/);
    await ports.settled();
    assert.match(wordsOn(got("meetingMoved", "sanna")), /Aiemmin\nti 15\.6\.2027 \(koko päivä\)/);
    assert.match(await move({ date: "2027-06-23" }), /Viimeinen päivä ei voi olla ennen ensimmäistä/);
    assert.match(
      await move({ date: "2027-06-21", time: "10:00", length: "60" }),
      /joko kellonaika tai viimeinen päivä/,
    );
    assert.equal((await only()).start.wall, "2027-06-21");
    assert.match(await move({ date: "2027-06-21", time: "10:00", length: "60", lastDate: "" }), /klo 10\.00–11\.00/);
    assert.equal((await only()).allDay, undefined);
  });

  it("are changed also when the day has passed by which one was to answer or the notice was to go", async () => {
    const { id } = await called({ answerDate: "2027-05-07", answerTime: "12:00", noticeDate: "2027-05-07" });
    ports.clock.set(ports.clock.now() + 3 * DAY);
    const form = cardIn(await pressVerb(turn("chair"), "meeting.changeForm", { meeting: id }));
    const changed = await pressButton(turn("chair"), form, "Tallenna muutokset", { place: "Rantatie 1" });
    assert.match(wordsOn(cardIn(changed)), /Muutokset on tallennettu/);
  });

  it("are changed with the answers kept; a stale form keeps what was typed and writes nothing", async () => {
    const { id } = await called();
    const open = async () => cardIn(await pressVerb(turn("chair"), "meeting.changeForm", { meeting: id }));
    const stale = await open();
    const changed = await pressButton(turn("chair"), await open(), "Tallenna muutokset", { place: "Rantatie 1" });
    assert.match(wordsOn(cardIn(changed)), /Muutokset on tallennettu.*Rantatie 1/s);
    const before = await written();
    const again = cardIn(await pressButton(turn("chair"), stale, "Tallenna muutokset", { place: "Toinen paikka" }));
    assert.match(wordsOn(again), /on muutettu sen jälkeen.*Toinen paikka/s);
    assert.equal(await written(), before);
    const same = cardIn(await pressButton(turn("chair"), await open(), "Tallenna muutokset"));
    assert.match(wordsOn(same), /Mikään ei muuttunut/);
    await ports.settled();
    assert.match(wordsOn(got("meetingChanged", "sanna")), /Rantatie 1/);
  });

  it("are cancelled with a reason, which everybody hears", async () => {
    const { id } = await called();
    const form = cardIn(await pressVerb(turn("chair"), "meeting.cancelForm", { meeting: id }));
    assert.match(wordsOn(cardIn(await pressButton(turn("chair"), form, "Peru kokous"))), /Kirjoita syy/);
    assert.equal((await only()).status, "called");
    const off = await pressButton(turn("chair"), form, "Peru kokous", { reason: "Esittelijä on sairas." });
    assert.match(wordsOn(cardIn(off)), /Kokous on peruttu/);
    await ports.at(ports.clock.now() + 10_000);
    for (const card of [got("meetingCancelled"), got("meetingCancelled", "oskari"), got("meeting")])
      assert.match(wordsOn(card), /Syy: Esittelijä on sairas\./);
    const { data } = pressData(
      cardIn(await pressVerb(turn("sanna"), "meeting.show", { meeting: id })),
      "Omat kokoukset",
    );
    assert.deepEqual(data, {});
  });

  it("send the notice with agenda and material, which must be https", async () => {
    const { id } = await called({ noticeDate: "2027-06-07" });
    const open = async () => cardIn(await pressVerb(turn("chair"), "meeting.noticeForm", { meeting: id }));
    const wrong = await pressButton(turn("chair"), await open(), "Lähetä kokouskutsu", {
      agendaUrl: "http://example.org",
    });
    assert.match(wordsOn(cardIn(wrong)), /Osoitteen on alettava https:\/\/.*http:\/\/example\.org/s);
    assert.equal((await only()).notice?.sentAt, undefined);
    const good = { agendaUrl: "https://example.org/esityslista" };
    assert.match(
      wordsOn(cardIn(await pressButton(turn("chair"), await open(), "Lähetä kokouskutsu", good))),
      /Kokouskutsu lähtee/,
    );
    await ports.settled();
    for (const card of [got("callingNotice"), got("callingNotice", "sanna")])
      assert.match(
        JSON.stringify(card),
        /"Action\.OpenUrl","title":"Avaa esityslista","url":"https:\/\/example\.org\/esityslista"/,
      );
  });

  it("wait on the home card until one has answered, and stand in one's own list", async () => {
    const { id } = await called({ noticeDate: "2027-06-07" });
    const home = async (who: Who) => wordsOn(cardIn(await pressVerb(turn(who), "home.show", {})));
    assert.match(await home("sanna"), /Ilmoita, tuletko kokoukseen\nKesäkuun kokous/);
    assert.match(await home("chair"), /Lähetä kokouskutsu\nKesäkuun kokous/);
    assert.match(wordsOn(cardIn(await pressVerb(turn("sanna"), "meetings.mine", {}))), /1 kokous odottaa/);
    await pressVerb(turn("sanna"), "meeting.attend", {
      meeting: id,
      coming: "yes",
      rev: 0,
      sequence: 0,
      nonce: "nonce-0001",
    });
    assert.doesNotMatch(await home("sanna"), /Ilmoita, tuletko/);
    assert.match(wordsOn(cardIn(await pressVerb(turn("sanna"), "meetings.mine", {}))), /✓ tulet/);
    assert.ok("say" in (await pressVerb(inTeam(ports, people.sanna), "meetings.mine", {})));
    ports.clock.set((await only()).end.at + 1);
    assert.match(wordsOn(cardIn(await pressVerb(turn("sanna"), "meetings.mine", {}))), /ei ole kutsuttu/);
  });

  it("give each a calendar file of their own, and the officers text for Outlook", async () => {
    const { id } = await called();
    const card = cardIn(await pressVerb(turn("sanna"), "meeting.calendar", { meeting: id }));
    const url = /https:\/\/ehdolla\.example\.org\/calendar\/([\w-]+\/[\w-]{22})/.exec(JSON.stringify(card));
    const file = await openCalendar(ports, url?.[1] ?? "");
    assert.match(file?.text ?? "", /BEGIN:VEVENT[\s\S]*SUMMARY:Kesäkuun kokous/);
    const copy = cardIn(await pressVerb(turn("chair"), "meeting.copy", { meeting: id }));
    assert.match(
      wordsOn(copy),
      /Sähköpostiosoite puuttuu: .*Sanna Kaislamo.*ma 14\.6\.2027 klo 13\.00–14\.30\nKaislatalo/s,
    );
  });

  it("open in the channel in the card's place, with a way back to the card that everybody sees", async () => {
    await called();
    const page = cardIn(await pressButton(inTeam(ports, people.sanna), got("meeting"), "Ilmoita, tuletko"));
    assert.match(wordsOn(page), /Ilmoita viimeistään/);
    const back = cardIn(await pressButton(inTeam(ports, people.sanna), page, "Takaisin"));
    assert.match(wordsOn(back), /0 \/ 4 tulossa/);
  });

  it("take answers until the meeting begins, and then say so", async () => {
    const { id, start } = await called();
    const press = { meeting: id, coming: "yes", rev: 0, sequence: 0, nonce: "nonce-0001" };
    const late = turn("sanna", { arrivedAt: start.at + 1 });
    assert.match(refusal(await pressVerb(late, "meeting.attend", press)), /on jo alkanut/);
    assert.equal(await coming("sanna"), undefined);
    const intime = turn("sanna", { arrivedAt: start.at });
    cardIn(await pressVerb(intime, "meeting.attend", press));
    const who: PersonId = people.sanna.id;
    assert.equal((await seen()).answers.get(who)?.coming, "yes");
  });
});
