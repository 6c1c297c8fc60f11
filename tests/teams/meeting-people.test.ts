import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { meetingsOf } from "../../bot/usecases/listing.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { docsOf } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { aGroup } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressData, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aTeam, aTurn, inTeam } from "../support/turn.ts";

const names = {
  chair: "Tiina Saraluoto",
  sanna: "Sanna Kaislamo",
  oskari: "Oskari Haavisalo",
  petra: "Petra Lounasvuo",
  aino: "Aino Rantakoski",
};
type Who = keyof typeof names;

describe("who is called to a meeting, in Teams", () => {
  let ports: TestPorts;
  let people: Record<Who, Person>;
  beforeEach(async () => {
    ports = testPorts();
    people = await aTeam(ports, names);
    const persons = (["chair", "sanna", "oskari"] as const).map((who) => people[who].id);
    await stored(ports, aGroup({ chairs: [people.chair.id], members: { kind: "named", persons } }));
    const form = cardIn(await pressVerb(turn("chair"), "meeting.form", { group: "group:kaislaranta" }));
    const typed = { title_fi: "Kesäkuun kokous", date: "2027-06-14", time: "13:00", length: "90" };
    await pressButton(turn("chair"), form, "Kutsu koolle", typed);
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const turn = (who: Who, own: Partial<Turn> = {}) => aTurn(ports, people[who], own);
  const only = async () => (await meetingsOf(ports, "group:kaislaranta"))[0] ?? assert.fail();
  const written = async () => JSON.stringify(await only());
  const chair = async (verb: string, data: object = {}): Promise<Card> => {
    const card = cardIn(await pressVerb(turn("chair"), verb, { meeting: (await only()).id, ...data }));
    assert.deepEqual(complaints(card), []);
    return card;
  };
  const refusal = (reply: Reply) => ("refuse" in reply ? reply.refuse : assert.fail(JSON.stringify(reply)));
  const invite = async (typed: Record<string, string>) =>
    cardIn(await pressButton(turn("chair"), await chair("meeting.inviteForm"), "Lähetä kutsut", typed));
  const invited = async () => (await only()).invited;
  const personBy = async (name: string) => {
    for (const { person, role } of await invited()) {
      const found = await readPerson(ports.store, person);
      if (found?.name === name) return { id: person, role, email: found.email };
    }
    return undefined;
  };
  const links = async () => {
    let count = 0;
    for await (const { id } of docsOf(ports.store, (await only()).id, "link")) if (!id.startsWith("calendar:")) count++;
    return count;
  };

  it("are found behind one row of the officers' card, and added in the role that the form gives them", async () => {
    const manage = await chair("meeting.manage");
    assert.equal(pressData(manage, "Kutsu lisää osallistujia").verb, "meeting.inviteForm");
    const card = await invite({
      members: names.petra,
      guests: names.aino,
      outside: "Outi Ulkola; outi@example.org",
      outsideAs: "member",
    });
    assert.match(wordsOn(card), /Osallistujat on lisätty.*0 \/ 5 tulossa/s);
    await ports.settled();
    assert.deepEqual(
      (await Promise.all([names.petra, names.aino, "Outi Ulkola"].map(personBy))).map((p) => p?.role),
      ["member", "guest", "member"],
    );
    const outi = await personBy("Outi Ulkola");
    // an address that an officer types shows nobody to be who they are
    assert.deepEqual(outi && (await readPerson(ports.store, outi.id))?.identities, []);
    const mailed = ports.sent.findLast((m) => m.to.kind === "person" && m.to.person.id === outi?.id);
    assert.match(mailed?.showing.page?.url ?? "", /\/m\//);
  });

  it("keep what was typed about them when something is wrong, and then nobody is called", async () => {
    const before = await written();
    for (const [typed, words] of [
      [{ guests: "Väinö Tuntematon" }, /Väinö Tuntematon/],
      [{ outside: "Outi ilman osoitetta" }, /nimi ja sähköpostiosoite: Outi ilman osoitetta/],
      [{ personal: "Väinö Tuntematon; Petra Lounasvuo" }, /ei löytynyt.*Väinö Tuntematon/],
      [{ personal: "Sanna Kaislamo; Outi Ulkola; ei osoite" }, /puolipisteellä/],
      [{}, /Mikään ei muuttunut/],
    ] as [Record<string, string>, RegExp][]) {
      const card = await invite({ ...typed, substitutes: "" });
      assert.match(wordsOn(card), words);
      for (const value of Object.values(typed)) assert.ok(wordsOn(card).includes(value));
      assert.equal(await written(), before);
    }
  });

  it("get a personal substitute of their own, also one who isn't in Teams", async () => {
    await invite({ personal: "Sanna Kaislamo; Outi Ulkola; outi@example.org" });
    const outi = await personBy("Outi Ulkola");
    const sanna = (await invited()).find((i) => i.person === people.sanna.id);
    assert.deepEqual(sanna?.standIns, [{ person: outi?.id, as: "substitute" }]);
    assert.deepEqual([outi?.role, outi?.email], ["substitute", "outi@example.org"]);
  });

  it("aren't made substitutes of themselves, or of each other so that neither is called", async () => {
    const before = await written();
    for (const personal of [
      "Sanna Kaislamo; Sanna Kaislamo",
      "Sanna Kaislamo; Oskari Haavisalo\nOskari Haavisalo; Sanna Kaislamo",
    ]) {
      const card = await invite({ personal });
      assert.match(wordsOn(card), /ei voi olla samalla jäsen.*Sanna Kaislamo/s);
      assert.equal(await written(), before);
    }
  });

  it("lose their invitation by one's press on their name and a second that confirms it", async () => {
    const list = await chair("meeting.people");
    const person = cardIn(await pressButton(turn("chair"), list, names.sanna));
    const question = cardIn(await pressButton(turn("chair"), person, "Peru tämän henkilön kutsu"));
    assert.match(wordsOn(question), /Peru kutsu: Sanna Kaislamo.*Hän saa viestin/s);
    assert.equal((await invited()).length, 3);
    const after = cardIn(await pressButton(turn("chair"), question, "Peru kutsu"));
    assert.match(wordsOn(after), /Kutsu on peruttu: Sanna Kaislamo/);
    assert.equal((await invited()).length, 2);
    const again = cardIn(await pressButton(turn("chair"), question, "Peru kutsu"));
    assert.match(wordsOn(again), /Kutsu on peruttu/);
    for (const verb of ["meeting.show", "meeting.card"]) {
      const left = await pressVerb(turn("sanna"), verb, { meeting: (await only()).id });
      assert.match(wordsOn(cardIn(left)), /Sinua ei enää kutsuta/, verb);
    }
    const inChannel = await pressVerb(inTeam(ports, people.sanna), "meeting.card", { meeting: (await only()).id });
    assert.match(wordsOn(cardIn(inChannel)), /Ilmoita, tuletko/);
    const gone = await pressVerb(turn("chair"), "meeting.uninviteForm", {
      meeting: (await only()).id,
      for: people.sanna.id,
    });
    assert.match(refusal(gone), /ei ole kutsuttu/);
  });

  it("are kept when the question was opened before something else was changed", async () => {
    const question = await chair("meeting.uninviteForm", { for: people.sanna.id });
    const stale = await chair("meeting.inviteForm");
    await invite({ guests: names.aino });
    const before = await written();
    assert.match(wordsOn(cardIn(await pressButton(turn("chair"), question, "Peru kutsu"))), /on muutettu sen jälkeen/);
    const again = cardIn(await pressButton(turn("chair"), stale, "Lähetä kutsut", { guests: names.petra }));
    assert.match(wordsOn(again), /on muutettu sen jälkeen.*Petra Lounasvuo/s);
    assert.equal(await written(), before);
  });

  it("are changed by officers of their own tenant only, whatever a card says", async () => {
    await invite({ outside: "Outi Ulkola; outi@example.org" });
    const outi = await personBy("Outi Ulkola");
    const before = await written();
    const { id, rev } = await only();
    const at = { meeting: id, for: outi?.id, nonce: "nonce-0001" };
    const tries: [string, object][] = [
      ["meeting.inviteForm", at],
      ["meeting.invite", { ...at, rev, guests: names.aino }],
      ["meeting.uninviteForm", at],
      ["meeting.uninvite", { ...at, rev }],
      ["meeting.linkForm", at],
      ["meeting.link", at],
      ["meeting.endLinksForm", at],
      ["meeting.endLinks", at],
    ];
    const where = { ...turn("chair").where, tenant: "tenant-2" };
    for (const [verb, data] of tries) {
      assert.match(refusal(await pressVerb(turn("sanna"), verb, { ...data })), /vain ryhmän puheenjohtajalle/, verb);
      assert.match(refusal(await pressVerb(turn("chair", { where }), verb, { ...data })), /ei enää ole/, verb);
    }
    assert.equal(await written(), before);
    assert.equal(await links(), 0);
  });

  it("have a link handed to an officer after a second press, once, when they aren't in Teams", async () => {
    await invite({ outside: "Outi Ulkola; outi@example.org" });
    await ports.settled();
    const before = await links();
    const outi = (await personBy("Outi Ulkola")) ?? assert.fail();
    const page = await chair("meeting.attendFor", { for: outi.id });
    const question = cardIn(await pressButton(turn("chair"), page, "Anna vastauslinkki"));
    assert.match(wordsOn(question), /Linkillä vastataan tämän henkilön nimissä/);
    assert.equal(await links(), before);
    const shown = cardIn(await pressButton(turn("chair"), question, "Näytä linkki"));
    const url = /https:\/\/ehdolla\.example\.org\/m\/[\w-]+\/([\w-]{22})/.exec(wordsOn(shown)) ?? assert.fail();
    const open = async () => openAnswerLink(ports, "m", (await only()).id.slice("meeting:".length), url[1] ?? "");
    assert.equal((await open())?.person, outi.id);
    const again = cardIn(await pressButton(turn("chair"), question, "Näytä linkki"));
    assert.match(wordsOn(again), /on jo näytetty/);
    assert.equal(await links(), before + 1);
    const inChannel = await pressVerb(inTeam(ports, people.chair), "meeting.link", {
      meeting: (await only()).id,
      for: outi.id,
      nonce: "nonce-0002",
    });
    assert.match(refusal(inChannel), /kahdenkeskisessä/);
    const end = cardIn(await pressButton(turn("chair"), page, "Lopeta henkilön linkit"));
    const ended = cardIn(await pressButton(turn("chair"), end, "Lopeta linkit"));
    assert.match(wordsOn(ended), /Linkit on lopetettu: Outi Ulkola/);
    assert.equal(await open(), undefined);
    assert.equal(await links(), 0);
  });

  it("have no such link when they are in Teams, not even by a forged press", async () => {
    const page = await chair("meeting.attendFor", { for: people.sanna.id });
    assert.doesNotMatch(JSON.stringify(page), /linkForm|endLinks/);
    const forged = await chair("meeting.link", { for: people.sanna.id, nonce: "nonce-0001" });
    assert.match(wordsOn(forged), /vastaa Teamsissa/);
    assert.equal(await links(), 0);
  });
});
