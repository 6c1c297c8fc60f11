import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { PollId } from "../../bot/domain/ids.ts";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Person } from "../../bot/domain/person.ts";
import { handlerOf } from "../../bot/teams/handlers.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { change } from "../../bot/usecases/change.ts";
import { meetingsOf, pollsOf } from "../../bot/usecases/listing.ts";
import { identifyAddress } from "../../bot/usecases/outsiders.ts";
import { noteRound, readPerson } from "../../bot/usecases/people.ts";
import { pollView } from "../../bot/usecases/poll-reading.ts";
import { readPoll } from "../../bot/usecases/round.ts";
import { cardOf } from "../../cards/showing.ts";
import { type Verb, verbs } from "../../cards/verbs.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

describe("a meeting poll in Teams", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  let oskari: Person;

  beforeEach(async () => {
    ports = testPorts();
    [chair, sanna, oskari] = [
      await aPerson(ports, "Tiina Saraluoto"),
      await aPerson(ports, "Sanna Kaislamo"),
      await aPerson(ports, "Oskari Haavisalo"),
    ];
    ports.members.push(
      ...[chair, sanna, oskari].map(({ name }) => ({ oid: `oid ${name}`, name, teamsId: `29:${name}` })),
    );
    await stored(ports, aGroup({ chairs: [chair.id], secretaries: [] }));
    await noteRound(ports, chair.id, "group:kaislaranta");
  });
  afterEach(() => ports.dispose());

  /** As a client sends it: through the same reading of fields as a real press. */
  const press = async (by: Person, verb: Verb, data: object, own: Partial<Turn> = {}): Promise<Reply> => {
    const fields = verbs[verb].safeParse(data);
    assert.ok(fields.success, `${verb}: ${JSON.stringify(fields.error?.issues)}`);
    const reply = await (await handlerOf(verb))(aTurn(ports, by, own), fields.data as never);
    const shown = "show" in reply ? reply.show : "refuse" in reply ? reply.fresh : undefined;
    if (shown) assert.deepEqual(complaints(shown), [], verb);
    return reply;
  };

  const textOf = (reply: Reply): string => JSON.stringify(reply).replaceAll("\\u00a0", " ").replaceAll("\u00a0", " ");
  /** What a button with this verb carries. */
  const dataOf = (reply: Reply, verb: string): Record<string, unknown> => {
    const found: Record<string, unknown>[] = [];
    JSON.stringify(reply, (_, value) => {
      if (value?.verb === verb && value.data) found.push(value.data);
      return value;
    });
    assert.ok(found[0], `no button ${verb} in ${textOf(reply)}`);
    return found[0];
  };

  const drafted = async (asked: object = {}): Promise<PollId> => {
    const before = await pollsOf(ports, "group:kaislaranta");
    await press(chair, "poll.new", { group: "group:kaislaranta" });
    const poll = (await pollsOf(ports, "group:kaislaranta")).find(({ id }) => before.every((b) => b.id !== id));
    assert.ok(poll);
    const what = await press(chair, "poll.step", { poll: poll.id, step: "what" });
    const times = await press(chair, "poll.saveWhat", {
      ...dataOf(what, "poll.saveWhat"),
      ...{ title_fi: "Kesäkuun kokous", length: "90", mode: "teams" },
    });
    const more = await press(chair, "poll.saveTimes", {
      ...dataOf(times, "poll.saveTimes"),
      next: "stay",
      ...{
        date1: "2027-06-07",
        time1: "14:00",
        date2: "2027-06-08",
        time2: "09:00",
        date3: "2027-06-08",
        time3: "17:00",
      },
    });
    const who = await press(chair, "poll.saveTimes", { ...dataOf(more, "poll.saveTimes"), next: "on" });
    const rules = await press(chair, "poll.saveWho", {
      ...dataOf(who, "poll.saveWho"),
      members: "true",
      required: chair.id,
      ...asked,
    });
    await press(chair, "poll.saveRules", {
      ...dataOf(rules, "poll.saveRules"),
      ...{ deadlineDate: "2027-05-25", deadlineTime: "12:00", visibility: "afterOwn" },
    });
    return poll.id;
  };

  const posted = async (): Promise<PollId> => {
    const poll = await drafted();
    const preview = await press(chair, "poll.preview", { poll });
    await press(chair, "poll.post", dataOf(preview, "poll.post"));
    await ports.settled();
    return poll;
  };

  const answer = async (by: Person, poll: PollId, choices: object) => {
    const form = await press(by, "poll.form", { poll });
    return press(by, "poll.answer", { ...dataOf(form, "poll.answer"), ...choices });
  };

  it("goes from a draft to a decided time, and says each step in its place", async () => {
    const poll = await posted();
    const said = () => ports.sent.map((m) => m.showing.delivery.saying.kind);
    assert.ok(said().includes("poll"));
    assert.equal(said().filter((kind) => kind === "pollRequest").length, 3);
    for (const one of [chair, sanna, oskari]) {
      const receipt = await answer(one, poll, { c_o1: "yes", "d_2027-06-08": one === chair ? "ifNeeded" : "no" });
      assert.match(textOf(receipt), /Vastauksesi on tallennettu/);
    }
    const form = await press(chair, "poll.decideForm", { poll });
    assert.match(textOf(form), /on paras/);
    await press(chair, "poll.decide", { ...dataOf(form, "poll.decide"), options: "o1" });
    await ports.settled();
    assert.equal((await readPoll(ports.store, poll))?.status, "decided");
    for (const kind of ["pollDecided", "meetingInvitation"]) assert.ok(said().includes(kind as never), kind);
    for (const { showing } of ports.sent)
      for (const lang of ["fi", "sv", "en"] as const) assert.deepEqual(complaints(cardOf(showing, aReader(lang))), []);
  });

  it("is posted with a language of the group missing only when that is confirmed", async () => {
    await change(ports, "group:kaislaranta", "ehdolla", ({ group }) =>
      accept({ facts: [{ ...group, languages: ["fi", "sv"] as Lang[] }], events: ["groupChanged"] }),
    );
    const poll = await drafted();
    const preview = await press(chair, "poll.preview", { poll });
    assert.match(textOf(preview), /Puuttuu: ruotsiksi/);
    const { anyway, ...unaware } = dataOf(preview, "poll.post");
    assert.equal(anyway, "true");
    assert.match(textOf(await press(chair, "poll.post", unaware)), /Puuttuu: ruotsiksi/);
    assert.equal((await readPoll(ports.store, poll))?.status, "draft");
    await press(chair, "poll.post", { ...unaware, anyway });
    assert.equal((await readPoll(ports.store, poll))?.status, "open");
  });

  it("takes an address that an officer types for nobody's own: it makes one person in that poll, and verifies nothing", async () => {
    const petra = await identifyAddress(ports, { name: "Petra Lounasvuo", email: "petra@example.org" });
    const outside = "Petra Lounasvuo; petra@example.org";
    const [first, second] = [await drafted({ outside }), await drafted({ outside })];
    const askedIn = async (poll: PollId) =>
      (await readPoll(ports.store, poll))?.asked.find((a) => a.person !== chair.id);
    const persons = [await askedIn(first), await askedIn(second)].map((a) => a?.person ?? assert.fail());
    assert.equal(new Set([...persons, petra.id]).size, 3);
    for (const id of persons) {
      const { name, email, identities } = (await readPerson(ports.store, id)) ?? assert.fail();
      assert.deepEqual([name, email, identities], ["Petra Lounasvuo", "petra@example.org", []]);
    }
    const who = await press(chair, "poll.step", { poll: first, step: "who" });
    await press(chair, "poll.saveWho", { ...dataOf(who, "poll.saveWho"), members: "true", outside });
    assert.equal((await askedIn(first))?.person, persons[0]);
  });

  it("takes a day's choice for the times that nothing else is said about", async () => {
    const poll = await posted();
    await answer(sanna, poll, { c_o1: "yes", "d_2027-06-08": "no", c_o3: "ifNeeded" });
    const view = await pollView(ports, poll, { in: "person", person: sanna.id });
    assert.deepEqual(view?.own?.choices, { o1: "yes", o2: "no", o3: "ifNeeded" });
  });

  it("fills in every time at a press, to be changed before it is sent", async () => {
    const poll = await posted();
    const form = await press(sanna, "poll.form", { poll });
    const filled = await press(sanna, "poll.form", dataOf(form, "poll.form"));
    assert.equal(textOf(filled).match(/"wrap":true,"placeholder":"Valitse","value":"yes"/g)?.length, 3);
    const view = await pollView(ports, poll, { in: "person", person: sanna.id });
    assert.equal(view?.own, undefined);
  });

  it("takes that no time suits from the channel's card, but changes an answer only knowingly", async () => {
    const poll = await posted();
    await press(sanna, "poll.noneSuits", { poll });
    const own = async (who: Person) => (await pollView(ports, poll, { in: "person", person: who.id }))?.own;
    assert.equal((await own(sanna))?.noneSuits, true);
    await answer(oskari, poll, { c_o1: "yes" });
    const asked = await press(oskari, "poll.noneSuits", { poll });
    assert.match(textOf(asked), /Olet jo vastannut/);
    assert.equal((await own(oskari))?.choices.o1, "yes");
    await press(oskari, "poll.noneSuits", dataOf(asked, "poll.noneSuits"));
    assert.equal((await own(oskari))?.noneSuits, true);
  });

  it("lets an officer write down what was said by phone, marked as such, and nobody else", async () => {
    const poll = await posted();
    const form = await press(chair, "poll.form", { poll, for: sanna.id });
    await press(chair, "poll.answer", { ...dataOf(form, "poll.answer"), c_o1: "yes" });
    const own = (await pollView(ports, poll, { in: "person", person: sanna.id }))?.own;
    assert.deepEqual([own?.as, own?.by, own?.choices.o1], ["officer", chair.id, "yes"]);
    const forged = await press(oskari, "poll.answer", {
      poll,
      for: sanna.id,
      rev: 1,
      nonce: "nonce-forged",
      c_o1: "no",
    });
    assert.ok("refuse" in forged);
    assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own?.choices.o1, "yes");
  });

  it("lets whoever somebody names answer for them", async () => {
    const poll = await posted();
    const form = await press(sanna, "poll.form", { poll });
    await press(sanna, "poll.answer", {
      ...dataOf(form, "poll.answer"),
      c_o1: "no",
      standIn: oskari.id,
      standInAs: "substitute",
    });
    const stand = await press(oskari, "poll.form", { poll, for: sanna.id });
    await press(oskari, "poll.answer", { ...dataOf(stand, "poll.answer"), c_o1: "yes" });
    const own = (await pollView(ports, poll, { in: "person", person: sanna.id }))?.own;
    assert.deepEqual([own?.as, own?.choices.o1], ["substitute", "yes"]);
  });

  it("tells whoever may answer for somebody, and offers it to them wherever the poll is", async () => {
    const poll = await posted();
    const ulla = await aPerson(ports, "Ulla Sivullinen");
    const form = await press(sanna, "poll.form", { poll });
    const named = { standIn: ulla.id, standInAs: "assistant" };
    await press(sanna, "poll.answer", { ...dataOf(form, "poll.answer"), c_o1: "no", ...named });
    await ports.settled();
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "pollStandIn");
    assert.deepEqual(
      told.map(({ to }) => to.kind === "person" && to.person.id),
      [ulla.id],
    );
    const word = told[0] ? cardOf(told[0].showing, aReader("fi")) : assert.fail();
    assert.match(textOf({ show: word }), /Sanna Kaislamo on nimennyt sinut avustajakseen/);
    assert.equal(dataOf({ show: word }, "poll.form").for, sanna.id);

    const list = await press(ulla, "polls.mine", {});
    assert.match(textOf(list), /1 kysely odottaa vastaustasi.*Vastaa henkilön Sanna Kaislamo puolesta/s);
    assert.equal(dataOf(list, "poll.form").for, sanna.id);
    const tasks = await press(ulla, "tasks.mine", {});
    assert.match(textOf(tasks), /Vastaa kokousaikakyselyyn henkilön Sanna Kaislamo puolesta/);
    assert.equal(dataOf(tasks, "poll.form").for, sanna.id);
    assert.equal(dataOf(await press(ulla, "poll.show", { poll }), "poll.form").for, sanna.id);

    // from the channel's card, where nothing says for whom
    const stand = await press(ulla, "poll.form", { poll });
    assert.match(textOf(stand), /Vastaat henkilön Sanna Kaislamo puolesta/);
    await press(ulla, "poll.answer", { ...dataOf(stand, "poll.answer"), c_o1: "yes", "d_2027-06-08": "no" });
    const own = (await pollView(ports, poll, { in: "person", person: sanna.id }))?.own;
    assert.deepEqual([own?.by, own?.as, own?.choices], [ulla.id, "assistant", { o1: "yes", o2: "no", o3: "no" }]);
    assert.doesNotMatch(textOf(await press(ulla, "tasks.mine", {})), /kokousaikakyselyyn/);
  });

  it("offers each of several for whom one may answer, beside one's own answer", async () => {
    const poll = await posted();
    for (const who of [sanna, chair]) {
      const form = await press(who, "poll.form", { poll });
      const named = { standIn: oskari.id, standInAs: "substitute" };
      await press(who, "poll.answer", { ...dataOf(form, "poll.answer"), c_o1: "no", ...named });
    }
    const form = await press(oskari, "poll.form", { poll });
    assert.equal(dataOf(form, "poll.answer").for, undefined);
    assert.match(textOf(form), /henkilön Sanna Kaislamo puolesta/);
    const receipt = await press(oskari, "poll.answer", { ...dataOf(form, "poll.answer"), c_o1: "yes" });
    for (const reply of [form, receipt, await press(oskari, "poll.show", { poll })])
      for (const name of ["Sanna Kaislamo", "Tiina Saraluoto"])
        assert.match(textOf(reply), new RegExp(`Vastaa henkilön ${name} puolesta`));
  });

  it("refuses what came too late with both times, and shows what was answered", async () => {
    const poll = await posted();
    const form = await press(sanna, "poll.form", { poll });
    const late = Date.UTC(2027, 4, 25, 9, 0, 1);
    const reply = await press(
      sanna,
      "poll.answer",
      { ...dataOf(form, "poll.answer"), c_o1: "yes", comment: "Tulen junalla" },
      { arrivedAt: late },
    );
    assert.match(textOf(reply), /12\.00\.00.*12\.00\.01/);
    assert.match(textOf(reply), /Tulen junalla/);
    assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own, undefined);
  });

  it("shows what was answered when the poll was closed, decided or cancelled meanwhile, and says which", async () => {
    for (const [end, told] of [
      [(poll: PollId) => press(chair, "poll.close", { poll, nonce: "nonce-0001" }), /Kysely on päättynyt/],
      [
        async (poll: PollId) => {
          const form = dataOf(await press(chair, "poll.decideForm", { poll }), "poll.decide");
          return press(chair, "poll.decide", { ...form, options: "o1" });
        },
        /Aika on jo valittu/,
      ],
      [(poll: PollId) => press(chair, "poll.cancel", { poll, nonce: "nonce-0001", reason: "Ei" }), /Kysely on peruttu/],
    ] as const) {
      const poll = await posted();
      const form = dataOf(await press(sanna, "poll.form", { poll }), "poll.answer");
      await end(poll);
      const reply = await press(sanna, "poll.answer", { ...form, c_o1: "ifNeeded", comment: "Tulen junalla" });
      assert.match(textOf(reply), told);
      assert.match(textOf(reply), /Vastausta ei tallennettu.*ma 7\.6\..*Tulen junalla/s);
      const none = await press(oskari, "poll.noneSuits", { ...form, comment: "Lomalla" });
      assert.match(textOf(none), /mikään aika ei sovi.*Lomalla/s);
      assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own, undefined);
    }
  });

  it("gives the same receipt for the same press after the poll was closed, by hand or by its deadline", async () => {
    const poll = await posted();
    const form = dataOf(await press(sanna, "poll.form", { poll }), "poll.answer");
    const sent = { ...form, c_o1: "yes" };
    await press(sanna, "poll.answer", sent);
    await press(chair, "poll.close", { poll, nonce: "nonce-0001" });
    const late = { arrivedAt: Date.UTC(2027, 4, 25, 9, 0, 1) };
    for (const own of [{}, late]) {
      assert.match(textOf(await press(sanna, "poll.answer", sent, own)), /Vastauksesi on tallennettu/);
      const other = await press(sanna, "poll.answer", { ...sent, nonce: "nonce-other", c_o1: "no" }, own);
      assert.doesNotMatch(textOf(other), /Vastauksesi on tallennettu/);
    }
    assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own?.choices.o1, "yes");
  });

  it("is decided once: neither another time nor a cancellation is taken after that, and the same press changes nothing", async () => {
    const poll = await posted();
    const form = dataOf(await press(chair, "poll.decideForm", { poll }), "poll.decide");
    await press(chair, "poll.decide", { ...form, options: "o1" });
    await ports.settled();
    const decided = await readPoll(ports.store, poll);
    assert.equal(decided?.status, "decided");
    const again = await press(chair, "poll.decide", { ...form, options: "o1" });
    assert.match(textOf(again), /Aika on valittu/);
    const fresh = { ...form, nonce: "nonce-fresh", rev: decided?.rev };
    for (const data of [fresh, { ...fresh, rev: form.rev, options: "o2" }, { ...fresh, options: "o2" }])
      assert.match(textOf(await press(chair, "poll.decide", { options: "o3", ...data })), /Aika on jo valittu/);
    const cancelled = await press(chair, "poll.cancel", { poll, nonce: "nonce-cancel", reason: "Ei sovi" });
    assert.match(textOf(cancelled), /Aika on jo valittu/);
    await ports.settled();
    assert.deepEqual(await readPoll(ports.store, poll), decided);
    assert.equal((await meetingsOf(ports, "group:kaislaranta")).length, 1);
    assert.ok(!ports.sent.some((m) => m.showing.delivery.saying.kind === "pollCancelled"));
  });

  it("gives a stale or empty form back with what was typed", async () => {
    const poll = await posted();
    const form = dataOf(await press(sanna, "poll.form", { poll }), "poll.answer");
    const empty = await press(sanna, "poll.answer", { ...form, comment: "Tulen junalla" });
    assert.match(textOf(empty), /vähintään yhteen/);
    assert.match(textOf(empty), /Tulen junalla/);
    await answer(sanna, poll, { c_o1: "yes" });
    const stale = await press(sanna, "poll.answer", { ...form, c_o1: "no", comment: "Tulen bussilla" });
    assert.match(textOf(stale), /muutettu toisaalla.*Tulen bussilla/s);
    assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own?.choices.o1, "yes");
  });

  it("takes only an address of the web as the way to join, and keeps what was typed", async () => {
    const poll = await drafted();
    for (const joinUrl of ["javascript:alert(1)", "http://teams.example.org/1", "teams.example.org/1"]) {
      const data = dataOf(await press(chair, "poll.step", { poll, step: "what" }), "poll.saveWhat");
      const typed = { title_fi: "Heinäkuun kokous", length: "90", mode: "teams", joinUrl };
      const again = textOf(await press(chair, "poll.saveWhat", { ...data, ...typed }));
      assert.match(again, /on alettava https:.*Heinäkuun kokous/s);
      assert.ok(again.includes(`"value":"${joinUrl}"`));
    }
    const saved = await readPoll(ports.store, poll);
    assert.deepEqual([saved?.title.fi, saved?.venue.joinUrl], ["Kesäkuun kokous", undefined]);
  });

  it("has one effect however often the same press comes", async () => {
    const poll = await posted();
    const form = dataOf(await press(sanna, "poll.form", { poll }), "poll.answer");
    await press(sanna, "poll.answer", { ...form, c_o1: "yes" });
    const again = await press(sanna, "poll.answer", { ...form, c_o1: "yes" });
    assert.match(textOf(again), /tallennettu/);
    assert.equal((await pollView(ports, poll, { in: "person", person: sanna.id }))?.own?.rev, 1);
  });

  it("isn't there for another tenant, and a draft not for those who don't lead the group", async () => {
    const draft = await drafted();
    assert.deepEqual(await press(sanna, "poll.show", { poll: draft }), { refuse: aReader("fi").text.common.notFound });
    const poll = await posted();
    const stranger = { where: { ...aTurn(ports, chair).where, tenant: "tenant-2" } };
    for (const verb of ["poll.show", "poll.form", "poll.manage", "poll.decideForm", "poll.card"] as const)
      assert.deepEqual(
        await press(chair, verb, { poll }, stranger),
        { refuse: aReader("fi").text.common.notFound },
        verb,
      );
  });

  it("tells who answered what to those alone who take part in it, not whoever else has its id or was removed", async () => {
    const poll = await drafted({ members: "false", named: `${sanna.id},${oskari.id}` });
    const rules = dataOf(await press(chair, "poll.step", { poll, step: "rules" }), "poll.saveRules");
    await press(chair, "poll.saveRules", {
      ...rules,
      ...{ deadlineDate: "2027-05-25", deadlineTime: "12:00", visibility: "always" },
    });
    await press(chair, "poll.post", dataOf(await press(chair, "poll.preview", { poll }), "poll.post"));
    await answer(sanna, poll, { c_o1: "yes", comment: "Tulen etänä." });
    const told = /Sanna Kaislamo|Tulen etänä|Tiina Saraluoto/;
    assert.match(textOf(await press(oskari, "poll.show", { poll })), told);
    const outsider = await aPerson(ports, "Ulla Ulkopuolinen");
    const removal = dataOf(await press(chair, "poll.removeForm", { poll, for: oskari.id }), "poll.remove");
    await press(chair, "poll.remove", removal);
    for (const by of [outsider, oskari])
      for (const verb of ["poll.show", "poll.manage", "poll.answer"] as const) {
        const reply = await press(by, verb, { poll, rev: 0, nonce: "press-of-others", c_o1: "yes" });
        assert.match(textOf(reply), /Kesäkuun kokous/);
        assert.doesNotMatch(textOf(reply), told, `${by.name}: ${verb}`);
      }
  });

  it("is led by officers only, whatever a card says", async () => {
    const poll = await posted();
    const before = await readPoll(ports.store, poll);
    for (const [verb, data] of [
      ["poll.manage", {}],
      ["poll.close", { nonce: "nonce-0001" }],
      ["poll.remind", { nonce: "nonce-0001" }],
      ["poll.extend", { nonce: "nonce-0001", deadlineDate: "2027-05-26", deadlineTime: "12:00" }],
      ["poll.decide", { nonce: "nonce-0001", rev: 99, options: "o1" }],
      ["poll.cancel", { nonce: "nonce-0001", reason: "Ilman syytä" }],
      ["poll.saveTimes", { nonce: "nonce-0001", rev: 99, remove: "o1" }],
      ["poll.asked", {}],
      ["poll.copy", {}],
    ] as const) {
      const reply = await press(sanna, verb, { poll, ...data });
      assert.equal("refuse" in reply && reply.refuse, aReader("fi").text.common.notAllowed, verb);
    }
    assert.deepEqual(await readPoll(ports.store, poll), before);
  });

  it("says which new time begins before the deadline, and keeps what was typed", async () => {
    const poll = await posted();
    const form = await press(chair, "poll.step", { poll, step: "times" });
    const typed = { date1: "2027-05-20", time1: "10:00" };
    const again = await press(chair, "poll.saveTimes", { ...dataOf(form, "poll.saveTimes"), next: "stay", ...typed });
    assert.match(textOf(again), /alkavat ennen määräaikaa: to 20\.5\..*2027-05-20/s);
    assert.equal((await readPoll(ports.store, poll))?.options.length, 3);
  });

  it("lets officers throw a draft away by a second press, with those whom it made known, but never what is posted", async () => {
    const draft = await drafted({ outside: "Petra Lounasvuo; petra@example.org" });
    const petra = (await readPoll(ports.store, draft))?.asked.find((a) => a.person !== chair.id)?.person;
    const asked = await press(
      chair,
      "poll.deleteDraft",
      dataOf(await press(chair, "poll.manage", { poll: draft }), "poll.deleteDraft"),
    );
    assert.match(textOf(asked), /Poistetaanko luonnos/);
    assert.ok(await readPoll(ports.store, draft));
    const sure = dataOf(asked, "poll.deleteDraft");
    assert.deepEqual(await press(sanna, "poll.deleteDraft", sure), { refuse: aReader("fi").text.common.notFound });
    assert.ok(await readPoll(ports.store, draft));
    assert.match(textOf(await press(chair, "poll.deleteDraft", sure)), /Luonnos on poistettu/);
    assert.equal(await readPoll(ports.store, draft), undefined);
    assert.deepEqual(await pollsOf(ports, "group:kaislaranta"), []);
    assert.equal(await readPerson(ports.store, petra ?? assert.fail()), undefined);
    assert.ok(await readPerson(ports.store, chair.id));
    assert.doesNotMatch(textOf(await press(chair, "tasks.mine", {})), /Viimeistele kokousaikakysely/);

    const poll = await posted();
    const late = await press(chair, "poll.deleteDraft", { poll, sure: "true" });
    assert.match(textOf(late), /Kysely on jo auki/);
    assert.equal((await readPoll(ports.store, poll))?.status, "open");
  });

  it("warns of a choice that isn't as wished, and takes it when it is confirmed once more", async () => {
    const poll = await drafted();
    const rules = await press(chair, "poll.step", { poll, step: "rules" });
    const wish = { least: "2", most: "2", daysApart: "5", visibility: "afterOwn" };
    const written = { ...dataOf(rules, "poll.saveRules"), deadlineDate: "2027-05-25", deadlineTime: "12:00", ...wish };
    const close = await press(chair, "poll.saveRules", written);
    assert.match(textOf(close), /niin lähekkäin, että niistä voi valita vain 1 kokouksen/);
    const again = await press(chair, "poll.step", { poll, step: "rules" });
    await press(chair, "poll.saveRules", { ...written, ...dataOf(again, "poll.saveRules"), daysApart: "1" });
    await press(chair, "poll.post", dataOf(await press(chair, "poll.preview", { poll }), "poll.post"));
    const form = await press(chair, "poll.decideForm", { poll });
    const warned = await press(chair, "poll.decide", { ...dataOf(form, "poll.decide"), options: "o2,o3" });
    assert.match(textOf(warned), /lähempänä toisiaan kuin toivottiin.*Vahvista silti/s);
    assert.equal((await readPoll(ports.store, poll))?.status, "open");
    await press(chair, "poll.decide", { ...dataOf(warned, "poll.decide"), options: "o2,o3" });
    assert.equal((await readPoll(ports.store, poll))?.status, "decided");
  });

  it("has its rules changed while it is open, as far as what was promised allows, and keeps what was typed", async () => {
    const poll = await posted();
    await answer(sanna, poll, { c_o1: "yes" });
    const open = async () => press(chair, "poll.step", { poll, step: "rules" });
    const form = await open();
    assert.match(textOf(await press(chair, "poll.manage", { poll })), /Muuta sääntöjä/);
    assert.match(textOf(form), /näkyvyyttä voi enää vain rajata/);
    assert.doesNotMatch(textOf(form), /"value":"always"|namesInChannel|deadlineDate/);
    const data = { ...dataOf(form, "poll.saveRules"), visibility: "afterOwn", contactName: "Tiina", phone: "0100" };
    const saved = await press(chair, "poll.saveRules", { ...data, closesWhenAnswered: "false", visibility: "atEnd" });
    assert.match(textOf(saved), /Tallennettu/);
    assert.equal((await readPoll(ports.store, poll))?.visibility, "atEnd");
    const before = await readPoll(ports.store, poll);
    const stale = await press(chair, "poll.saveRules", { ...data, nonce: "nonce-stale", contactName: "Joku muu" });
    assert.match(textOf(stale), /on muutettu sen jälkeen.*Joku muu/s);
    const forged = { ...dataOf(await open(), "poll.saveRules"), visibility: "always", namesInChannel: "true" };
    const looser = await press(chair, "poll.saveRules", { ...forged, contactName: "Joku muu" });
    assert.match(textOf(looser), /voi enää vain rajata, joten mitään ei tallennettu.*Joku muu/s);
    const others = await press(sanna, "poll.saveRules", forged);
    assert.ok("refuse" in others && others.refuse === aReader("fi").text.common.notAllowed);
    assert.deepEqual(await readPoll(ports.store, poll), before);
    await ports.settled();
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "pollRules");
    assert.deepEqual(
      told.map(({ to }) => to.kind === "person" && to.person.id),
      [sanna.id],
    );
  });

  it("makes a hundred times from a pattern, and no more", async () => {
    const poll = await drafted();
    const form = await press(chair, "poll.step", { poll, step: "times" });
    const data = { ...dataOf(form, "poll.saveTimes"), next: "stay", weekdays: "1,2,3,4,5", notOnHolidays: "true" };
    const many = await press(chair, "poll.saveTimes", {
      ...data,
      weeks: "24–30",
      from1: "09:00",
      to1: "15:00",
      every: "30",
    });
    assert.match(textOf(many), /enintään 100/);
    assert.match(textOf(many), /24–30/);
    const some = await press(chair, "poll.saveTimes", {
      ...data,
      weeks: "24, 25",
      from1: "09:00",
      to1: "15:00",
      every: "60",
      from2: "17:00",
      to2: "19:00",
    });
    assert.match(textOf(some), /aikaa lisättiin/);
  });

  it("is managed to its end: reminded, extended, closed, opened again and cancelled with a reason", async () => {
    const poll = await posted();
    const manage = await press(chair, "poll.manage", { poll });
    assert.match(
      textOf(await press(chair, "poll.remind", dataOf(manage, "poll.remind"))),
      /Muistutus lähtee|Muistutus lähti/,
    );
    assert.match(textOf(await press(chair, "poll.close", { poll, nonce: "nonce-0002" })), /päätetty/);
    const extend = await press(chair, "poll.extendForm", { poll });
    const early = await press(chair, "poll.extend", {
      ...dataOf(extend, "poll.extend"),
      deadlineDate: "2027-05-01",
      deadlineTime: "12:00",
    });
    assert.match(textOf(early), /jo mennyt/);
    await press(chair, "poll.extend", {
      ...dataOf(extend, "poll.extend"),
      deadlineDate: "2027-05-26",
      deadlineTime: "12:00",
    });
    assert.equal((await readPoll(ports.store, poll))?.status, "open");
    const cancel = dataOf(await press(chair, "poll.cancelForm", { poll }), "poll.cancel");
    assert.match(textOf(await press(chair, "poll.cancel", cancel)), /Kirjoita syy/);
    await press(chair, "poll.cancel", { ...cancel, reason: "Kokous siirtyy syksyyn" });
    assert.equal((await readPoll(ports.store, poll))?.status, "cancelled");
    await ports.settled();
    assert.ok(ports.sent.some((m) => m.showing.delivery.saying.kind === "pollCancelled"));
  });

  it("lists what waits for an answer first, and offers a new poll to those who lead a group", async () => {
    await posted();
    assert.match(textOf(await press(sanna, "polls.mine", {})), /1 kysely odottaa vastaustasi/);
    assert.match(textOf(await press(chair, "polls.mine", {})), /Uusi kysely/);
    assert.match(textOf(await press(sanna, "tasks.mine", {})), /Vastaa kokousaikakyselyyn/);
  });
});
