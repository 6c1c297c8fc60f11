import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { listPoll } from "../../bot/usecases/listing.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import { docsOf, readPoll } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { aGroup } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aPoll } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTeam, aTurn, inTeam } from "../support/turn.ts";

const names = { chair: "Tiina Saraluoto", sanna: "Sanna Kaislamo", petra: "Petra Lounasvuo" };
type Who = keyof typeof names;

describe("who is asked in a poll, in Teams", () => {
  let ports: TestPorts;
  let people: Record<Who, Person>;
  beforeEach(async () => {
    ports = testPorts();
    people = await aTeam(ports, names);
    const persons = [people.chair.id, people.sanna.id];
    const group = aGroup({ chairs: [people.chair.id], members: { kind: "named", persons } });
    await stored(ports, group);
    const asked = persons.map((person) => ({ person, required: false }));
    await listPoll(ports, group.id, "poll:june");
    await begin(ports, aPoll({ asked }), group, people.chair.id, "pollPosted");
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const turn = (who: Who, own: Partial<Turn> = {}) => aTurn(ports, people[who], own);
  const poll = async () => (await readPoll(ports.store, "poll:june")) ?? assert.fail();
  const written = async () => JSON.stringify(await poll());
  const chair = async (verb: string, data: object = {}): Promise<Card> => {
    const card = cardIn(await pressVerb(turn("chair"), verb, { poll: "poll:june", ...data }));
    assert.deepEqual(complaints(card), []);
    return card;
  };
  const press = async (card: Card, title: string, typed: Record<string, string> = {}) =>
    cardIn(await pressButton(turn("chair"), card, title, typed));
  const refusal = (reply: Reply) => ("refuse" in reply ? reply.refuse : assert.fail(JSON.stringify(reply)));
  const add = async (typed: Record<string, string>) => press(await chair("poll.addForm"), "Lähetä pyynnöt", typed);
  const outi = async () => {
    for (const { person, required } of (await poll()).asked) {
      const found = await readPerson(ports.store, person);
      if (found?.name === "Outi Ulkola") return { id: person, required };
    }
    return assert.fail("Outi isn't asked");
  };
  const links = async () => {
    let count = 0;
    for await (const _ of docsOf(ports.store, "poll:june", "link")) count++;
    return count;
  };

  it("are found behind one row of the officers' card, and more are added there, required where it is said", async () => {
    const list = await press(await chair("poll.manage"), "Keneltä kysytään");
    const form = await press(list, "Lisää henkilöitä");
    const after = await press(form, "Lähetä pyynnöt", {
      named: names.petra,
      outside: "Outi Ulkola; outi@example.org",
      required: "true",
    });
    assert.match(wordsOn(after), /2 henkilöä on lisätty.*Vastannut 0 \/ 4/s);
    assert.equal((await outi()).required, true);
    const again = await press(form, "Lähetä pyynnöt", { named: names.petra, outside: "Outi Ulkola; outi@example.org" });
    assert.match(wordsOn(again), /lisätty/);
    assert.equal((await poll()).asked.length, 4);
    await ports.settled();
    const asked = ports.sent.filter((m) => m.showing.delivery.saying.kind === "pollRequest" && !m.replaces);
    assert.equal(asked.length, 2);
  });

  it("keep what was typed about them when something is wrong, and then nobody is asked", async () => {
    const before = await written();
    for (const [typed, words] of [
      [{ named: "Väinö Tuntematon" }, /Väinö Tuntematon/],
      [{ outside: "Outi ilman osoitetta" }, /nimi ja sähköpostiosoite: Outi ilman osoitetta/],
      [{ named: names.sanna }, /kysytään jo/],
      [{}, /kysytään jo/],
    ] as [Record<string, string>, RegExp][]) {
      assert.match(wordsOn(await add(typed)), words);
      assert.equal(await written(), before);
    }
  });

  it("are marked as required and removed by a press on their name; removing is asked once more", async () => {
    const person = await press(await chair("poll.people"), names.sanna);
    const marked = await press(person, "Merkitse pakolliseksi");
    assert.match(wordsOn(marked), /Merkitty pakolliseksi: Sanna Kaislamo.*Hänen on oltava paikalla/s);
    const stale = await press(person, "Merkitse pakolliseksi");
    assert.match(wordsOn(stale), /Merkitty pakolliseksi/);
    const question = await press(marked, "Poista kyselystä");
    assert.match(wordsOn(question), /Hän saa viestin/);
    assert.equal((await poll()).asked.length, 2);
    assert.match(wordsOn(await press(question, "Poista kyselystä")), /Poistettu kyselystä: Sanna Kaislamo/);
    assert.equal((await poll()).asked.length, 1);
    await press(question, "Poista kyselystä");
    assert.equal((await poll()).left?.length, 1);
    const gone = await pressVerb(turn("chair"), "poll.person", { poll: "poll:june", for: people.sanna.id });
    assert.match(refusal(gone), /ei kysytä/);
    const form = await pressVerb(turn("sanna"), "poll.form", { poll: "poll:june" });
    assert.match(refusal(form), /ei ole osoitettu sinulle/);
  });

  it("are kept when the question was opened before something else was changed", async () => {
    const question = await chair("poll.removeForm", { for: people.sanna.id });
    await add({ named: names.petra });
    const before = await written();
    assert.match(wordsOn(await press(question, "Poista kyselystä")), /on muutettu sen jälkeen/);
    assert.equal(await written(), before);
  });

  it("are changed by officers of their own tenant only, whatever a card says", async () => {
    await add({ outside: "Outi Ulkola; outi@example.org" });
    const before = await written();
    const at = { poll: "poll:june", for: (await outi()).id, nonce: "nonce-0001", rev: (await poll()).rev };
    const where = { ...turn("chair").where, tenant: "tenant-2" };
    for (const verb of [
      "poll.people",
      "poll.person",
      "poll.addForm",
      "poll.add",
      "poll.removeForm",
      "poll.remove",
      "poll.require",
      "poll.linkForm",
      "poll.link",
      "poll.endLinksForm",
      "poll.endLinks",
    ]) {
      const data = { ...at, required: "true", named: names.petra };
      assert.match(refusal(await pressVerb(turn("sanna"), verb, data)), /vain ryhmän puheenjohtajalle/, verb);
      assert.match(refusal(await pressVerb(turn("chair", { where }), verb, data)), /ei enää ole/, verb);
    }
    assert.equal(await written(), before);
    assert.equal(await links(), 0);
  });

  it("have a link handed to an officer once when they aren't in Teams, and all their links ended", async () => {
    await add({ outside: "Outi Ulkola; outi@example.org" });
    const page = await chair("poll.person", { for: (await outi()).id });
    const question = await press(page, "Anna vastauslinkki");
    const shown = await press(question, "Näytä linkki");
    assert.match(wordsOn(shown), /https:\/\/ehdolla\.example\.org\/p\/june\/[\w-]{22}/);
    assert.match(wordsOn(await press(question, "Näytä linkki")), /on jo näytetty/);
    assert.equal(await links(), 1);
    const forged = await chair("poll.link", { for: people.sanna.id, nonce: "nonce-0001" });
    assert.match(wordsOn(forged), /vastaa Teamsissa/);
    const data = { poll: "poll:june", for: (await outi()).id, nonce: "nonce-0002" };
    assert.match(refusal(await pressVerb(inTeam(ports, people.chair), "poll.link", data)), /kahdenkeskisessä/);
    const ended = await press(await press(page, "Lopeta henkilön linkit"), "Lopeta linkit");
    assert.match(wordsOn(ended), /Linkit on lopetettu: Outi Ulkola/);
    assert.equal(await links(), 0);
  });

  it("are named to their officers only: the id of anybody else in a press tells nothing and isn't recorded", async () => {
    const elsewhere = await aPerson(ports, "Kaukainen Tuntematon", "tenant-2");
    const before = await written();
    for (const verb of ["poll.person", "poll.linkForm", "poll.link", "poll.endLinksForm", "poll.endLinks"]) {
      const data = { poll: "poll:june", for: elsewhere.id, nonce: "nonce-0003" };
      const reply = await pressVerb(turn("chair"), verb, data);
      assert.match(refusal(reply), /ei kysytä/, verb);
      assert.doesNotMatch(JSON.stringify(reply), /Kaukainen/, verb);
    }
    assert.equal(await written(), before);
  });

  it("may be outside Teams and required already in the draft, and stand so in its form again", async () => {
    const draft = aPoll({ id: "poll:draft", status: "draft", asked: [], members: true });
    await begin(ports, draft, aGroup(), people.chair.id, "pollDrafted");
    const who = await chair("poll.step", { poll: "poll:draft", step: "who" });
    await press(who, "Tallenna ja jatka", {
      outside: "Oona Ulkola; oona@example.org",
      outsideRequired: "Outi Ulkola; outi@example.org",
    });
    const asked = (await readPoll(ports.store, "poll:draft"))?.asked ?? [];
    const found = await Promise.all(
      asked.map(async (a) => [(await readPerson(ports.store, a.person))?.name, a.required]),
    );
    assert.deepEqual(found, [
      ["Oona Ulkola", false],
      ["Outi Ulkola", true],
    ]);
    const again = await chair("poll.step", { poll: "poll:draft", step: "who" });
    const inputs = JSON.stringify(again);
    assert.match(inputs, /"id":"outside","label":[^}]*"value":"Oona Ulkola; oona@example\.org"/);
    assert.match(inputs, /"id":"outsideRequired","label":[^}]*"value":"Outi Ulkola; outi@example\.org"/);
    const wrong = await press(again, "Tallenna ja jatka", { outsideRequired: "Outi ilman osoitetta" });
    assert.match(wordsOn(wrong), /nimi ja sähköpostiosoite: Outi ilman osoitetta/);
  });
});
