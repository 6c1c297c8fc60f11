import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import type { Turn } from "../../bot/teams/turn.ts";
import { extendCall } from "../../bot/usecases/call-write.ts";
import { deleteDraft } from "../../bot/usecases/draft-delete.ts";
import { callsOf } from "../../bot/usecases/listing.ts";
import { readCall } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { cardOf } from "../../cards/showing.ts";
import { aCall, aGroup, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

describe("a call in Teams", () => {
  let ports: TestPorts;
  let chair: Person;
  let member: Person;
  const turn = (by: Person, own: Partial<Turn> = {}) => aTurn(ports, by, own);
  const group = () => aGroup({ chairs: [chair.id], secretaries: [], said: ["introduction"] });
  const theCall = async () => {
    const [call] = await callsOf(ports, "group:kaislaranta");
    assert.ok(call);
    return call;
  };

  beforeEach(async () => {
    ports = testPorts();
    chair = await aPerson(ports, "Kaarina Lehtovaara");
    member = await aPerson(ports, "Oskari Haavisalo");
  });
  afterEach(() => ports.dispose());

  /** Fills in every page as a chair would. */
  async function written(): Promise<Card> {
    const on = async (card: Card, typed: Record<string, string>) => {
      assert.deepEqual(complaints(card), []);
      return cardIn(await pressButton(turn(chair), card, "Tallenna ja jatka", typed));
    };
    let card = cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    card = await on(card, {
      title: "Kumppanuuspöydän edustajat",
      mandate: "Tuoda järjestöjen näkökulma valmisteluun.",
    });
    card = await on(card, {
      name1: "Lapset ja nuoret",
      count1: "2",
      name2: "Omaiset",
      count2: "2-3",
      name3: "Seurakunnat",
      count3: "2",
      elsewhere3: "seurakunnat",
    });
    card = await on(card, { text1: "Tuntee alueen", level1: "required", asksReason1: "true", self: "true" });
    card = await on(card, {
      deadlineDate: "2027-05-14",
      deadlineTime: "16:15",
      decisionDate: "2027-05-20",
      termFrom: "2027-08-01",
      termTo: "2029-07-31",
    });
    return on(card, { appoints: "aluehallitus", name1: "Tiina Saraluoto", phone1: "0100 123 456" });
  }

  it("is written page by page, previewed as the channel sees it, and posted two minutes after publishing", async () => {
    await stored(ports, group());
    const preview = await written();
    assert.deepEqual(complaints(preview), []);
    assert.match(wordsOn(preview), /Haku: Kumppanuuspöydän edustajat/);
    const waiting = cardIn(await pressButton(turn(chair), preview, "Julkaise"));
    assert.match(wordsOn(waiting), /julkaistaan kahden minuutin kuluttua, to 6\.5\.2027 klo 14\.02\.00/);
    await ports.at(TODAY + 119_999);
    assert.equal(ports.sent.length, 0);
    await ports.at(TODAY + 120_000);
    assert.deepEqual(
      ports.sent.map(({ showing, to }) => [showing.delivery.saying.kind, to.kind]),
      [["announcement", "channel"]],
    );
    const call = await theCall();
    assert.equal(call.status, "open");
    assert.deepEqual(call.consentBy, moment("2027-05-19", "20:00"));
    assert.deepEqual(
      call.seatGroups.map(({ id, min, max, filledElsewhere }) => [id, min, max, filledElsewhere?.fi]),
      [
        ["s1", 2, 2, undefined],
        ["s2", 2, 3, undefined],
        ["s3", 2, 2, "seurakunnat"],
      ],
    );
  });

  it("can be taken back until it is posted, and then no more", async () => {
    await stored(ports, group());
    const waiting = cardIn(await pressButton(turn(chair), await written(), "Julkaise"));
    const back = cardIn(await pressButton(turn(chair), waiting, "Ota takaisin"));
    assert.match(wordsOn(back), /Luonnos on valmis julkaistavaksi/);
    await ports.at(TODAY + 600_000);
    assert.equal(ports.sent.length, 0);
    const preview = cardIn(await pressButton(turn(chair), back, "Esikatsele"));
    cardIn(await pressButton(turn(chair), preview, "Julkaise"));
    await ports.at(TODAY + 720_000);
    const late = await pressButton(turn(chair), waiting, "Ota takaisin");
    assert.ok("refuse" in late && late.refuse === "Haku on jo julkaistu.");
    assert.equal((await theCall()).status, "open");
  });

  it("is posted at once when the wait is skipped", async () => {
    await stored(ports, group());
    const waiting = cardIn(await pressButton(turn(chair), await written(), "Julkaise"));
    await pressButton(turn(chair), waiting, "Julkaise heti");
    await ports.settled();
    assert.equal((await theCall()).status, "open");
  });

  it("has one effect when a press of publish comes twice, and gives the same answer", async () => {
    await stored(ports, group());
    const preview = await written();
    const first = cardIn(await pressButton(turn(chair), preview, "Julkaise"));
    const again = cardIn(await pressButton(turn(chair), preview, "Julkaise"));
    assert.deepEqual(again, first);
  });

  it("isn't published from a preview that somebody has changed since", async () => {
    await stored(ports, group());
    const preview = await written();
    const { id } = await theCall();
    const form = cardIn(await pressVerb(turn(chair), "call.step", { call: id, step: "texts" }));
    await pressButton(turn(chair), form, "Tallenna", { title: "Toinen otsikko" });
    const reply = await pressButton(turn(chair), preview, "Julkaise");
    assert.ok("refuse" in reply && reply.fresh);
    assert.match(reply.refuse, /muutettu sillä välin/);
    assert.match(wordsOn(reply.fresh), /Toinen otsikko/);
    assert.equal((await theCall()).publishing, undefined);
  });

  it("isn't published before the group has told controller, privacy contact and legal basis", async () => {
    const { controller: _, ...lacking } = group();
    await stored(ports, lacking);
    const preview = await written();
    assert.match(wordsOn(preview), /Ryhmän tietosuojatiedot puuttuvat/);
    const { id, rev } = await theCall();
    const forced = await pressVerb(turn(chair), "call.publish", { call: id, rev, nonce: "forged-nonce" });
    assert.ok("refuse" in forced && /rekisterinpitäjä/.test(forced.refuse));
  });

  it("tells the second of two officers who save the same page, keeps their text and shows what is saved", async () => {
    const vice = await aPerson(ports, "Veera Koskela");
    await stored(ports, { ...group(), viceChair: vice.id });
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id } = await theCall();
    const open = async (by: Person) => cardIn(await pressVerb(turn(by), "call.step", { call: id, step: "texts" }));
    const [hers, theirs] = [await open(chair), await open(vice)];
    await pressButton(turn(chair), hers, "Tallenna ja jatka", { title: "Ensimmäinen" });
    const told = cardIn(await pressButton(turn(vice), theirs, "Tallenna ja jatka", { title: "Toinen" }));
    assert.deepEqual(complaints(told), []);
    assert.match(wordsOn(told), /Toinen on tallentanut tähän sillä välin/);
    assert.match(wordsOn(told), /Ensimmäinen/);
    assert.equal((await theCall()).title.fi, "Ensimmäinen");
    await pressButton(turn(vice), told, "Tallenna ja jatka");
    assert.equal((await theCall()).title.fi, "Toinen");
  });

  it("lets two officers write different pages at the same time", async () => {
    await stored(ports, group());
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id } = await theCall();
    const texts = cardIn(await pressVerb(turn(chair), "call.step", { call: id, step: "texts" }));
    const seats = cardIn(await pressVerb(turn(chair), "call.step", { call: id, step: "seats" }));
    await pressButton(turn(chair), texts, "Tallenna", { mandate: "Tehtävä" });
    await pressButton(turn(chair), seats, "Tallenna", { name1: "Omaiset", count1: "2" });
    const call = await theCall();
    assert.equal(call.mandate.fi, "Tehtävä");
    assert.equal(call.seatGroups.length, 1);
  });

  it("asks about a time that a clock change skips, with everything typed still there", async () => {
    await stored(ports, group());
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id } = await theCall();
    const form = cardIn(await pressVerb(turn(chair), "call.step", { call: id, step: "dates" }));
    const typed = { deadlineDate: "2028-03-26", deadlineTime: "03:30", decisionDate: "2028-04-01" };
    const refused = cardIn(await pressButton(turn(chair), form, "Tallenna ja jatka", typed));
    assert.match(wordsOn(refused), /aikaa 2028-03-26 03:30 ei ole sinä yönä/);
    assert.match(wordsOn(refused), /2028-04-01/);
    assert.equal((await theCall()).deadline, undefined);
  });

  it("is nobody's to write but the group's officers', and a draft isn't there for others", async () => {
    await stored(ports, group());
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id } = await theCall();
    const before = JSON.stringify(await theCall());
    for (const verb of [
      "call.show",
      "call.manage",
      "call.step",
      "call.deleteDraft",
      "call.preview",
      "call.cancelForm",
    ]) {
      const reply = await pressVerb(turn(member), verb, { call: id, step: "texts", sure: "true" });
      assert.deepEqual(reply, { refuse: "Tätä ei enää ole. Se on voitu poistaa." }, verb);
    }
    assert.ok("refuse" in (await pressVerb(turn(member), "call.new", { group: "group:kaislaranta" })));
    assert.equal(JSON.stringify(await theCall()), before);
    assert.equal((await callsOf(ports, "group:kaislaranta")).length, 1);
  });

  it("isn't there for another tenant", async () => {
    await stored(ports, group(), aCall());
    const stranger = turn(chair, { where: { ...turn(chair).where, tenant: "tenant-2" } });
    for (const verb of ["call.show", "call.manage", "question.form", "call.card"])
      assert.deepEqual(await pressVerb(stranger, verb, { call: "call:7f3k" }), {
        refuse: "Tätä ei enää ole. Se on voitu poistaa.",
      });
    const extend = { call: "call:7f3k" as const, tenant: "tenant-2" };
    const wish = { deadlineDate: "2027-05-18", reason: "x", drawn: 0, nonce: "nonce-0001", by: chair.id, now: TODAY };
    assert.equal((await extendCall(ports, extend, wish)).ok, false);
    assert.deepEqual(await deleteDraft(ports, { draft: extend.call, tenant: extend.tenant, by: chair.id }), {
      ok: false,
      refusal: { kind: "noSuchRound" },
    });
    const ask = { call: "call:7f3k", question: "Mitä?", nonce: "stranger-nonce" };
    assert.ok("refuse" in (await pressVerb(stranger, "question.ask", ask)));
  });

  it("tells a member who presses an officer's button so, and changes nothing", async () => {
    await stored(ports, group(), aCall());
    const before = JSON.stringify(await readCall(ports.store, "call:7f3k"));
    const data = {
      call: "call:7f3k",
      reason: "koska",
      nonce: "member-nonce",
      rev: 1,
      drawn: 0,
      deadlineDate: "2027-05-18",
    };
    for (const verb of ["call.manage", "call.cancel", "call.extend", "call.takeBack", "call.based", "call.copy"]) {
      const reply = await pressVerb(turn(member), verb, data);
      assert.ok("refuse" in reply && /vain ryhmän puheenjohtajalle/.test(reply.refuse), verb);
    }
    assert.equal(JSON.stringify(await readCall(ports.store, "call:7f3k")), before);
  });

  it("shows a practice call and takes questions about it inside the group only", async () => {
    await stored(ports, group(), aCall({ practice: true }));
    assert.ok("refuse" in (await pressVerb(turn(member), "call.show", { call: "call:7f3k" })));
    ports.members.push({ oid: "oid Oskari Haavisalo", teamsId: "29:o", name: "Oskari Haavisalo" });
    const shown = cardIn(await pressVerb(turn(member), "call.show", { call: "call:7f3k" }));
    assert.match(wordsOn(shown), /HARJOITUS/);
  });

  it("is corrected with a note: on its card, in its thread, and doubtful in the other language until confirmed", async () => {
    const bilingual = { ...group(), languages: ["fi", "sv"] as ("fi" | "sv")[] };
    await stored(ports, bilingual, aCall({ title: { fi: "Pöytä", sv: "Bordet" }, said: [] }));
    await ports.settled();
    const form = cardIn(await pressVerb(turn(chair), "call.step", { call: "call:7f3k", step: "texts", lang: "fi" }));
    assert.deepEqual(complaints(form), []);
    const typed = { title: "Kumppanuuspöytä", noteFi: "Otsikko korjattu.", noteSv: "Rubriken rättad." };
    const manage = cardIn(await pressButton(turn(chair), form, "Oikaise", typed));
    assert.deepEqual(complaints(manage), []);
    assert.match(wordsOn(manage), /Tarkista toinen kieli/);
    await ports.at(TODAY + 5_000);
    assert.deepEqual(ports.sent.map((m) => [m.showing.delivery.saying.kind, m.replaces !== undefined]).sort(), [
      ["announcement", false],
      ["announcement", true],
      ["correction", false],
    ]);
    const redrawn = ports.sent.find((m) => m.replaces);
    assert.ok(redrawn);
    assert.match(wordsOn(cardOf(redrawn.showing, aReader())), /Oikaistu .*Otsikko korjattu\./);
    const confirmed = cardIn(await pressButton(turn(chair), manage, "Ei muutettavaa"));
    assert.doesNotMatch(wordsOn(confirmed), /Tarkista toinen kieli/);
  });

  it("asks a question once however often the press comes, and answers it once for all", async () => {
    await stored(ports, group(), aCall({ said: [] }));
    await ports.settled();
    const form = cardIn(await pressVerb(turn(member), "question.form", { call: "call:7f3k" }));
    for (let i = 0; i < 2; i++) {
      const sent = cardIn(
        await pressButton(turn(member), form, "Lähetä kysymys", { question: "Voiko osallistua etänä?" }),
      );
      assert.match(wordsOn(sent), /Kysymyksesi on lähetetty/);
    }
    await ports.settled();
    const asked = ports.sent.filter((m) => m.showing.delivery.saying.kind === "question");
    assert.deepEqual(
      asked.map((m) => m.to.kind === "person" && m.to.person.id),
      [chair.id],
    );
    const question = cardOf(asked[0]?.showing as (typeof asked)[0]["showing"], aReader());
    const answering = cardIn(await pressButton(turn(chair), question, "Vastaa"));
    assert.deepEqual(complaints(answering), []);
    await pressButton(turn(chair), answering, "Julkaise vastaus", { answer: "Voi." });
    const second = cardIn(await pressButton(turn(chair), question, "Vastaa"));
    assert.match(wordsOn(second), /Vastattu/);
    const twice = await pressButton(turn(chair), answering, "Julkaise vastaus", {
      answer: "Ei voi.",
      nonce: "another-nonce",
    });
    assert.match(wordsOn(cardIn(twice)), /Voi\./);
    const other = {
      call: "call:7f3k",
      question: asked[0]?.showing.question?.id,
      answer: "Ei voi.",
      nonce: "nonce-other",
    };
    const refused = cardIn(await pressVerb(turn(chair), "question.answer", other));
    assert.match(wordsOn(refused), /Kysymykseen on jo vastattu/);
    assert.match(wordsOn(refused), /Ei voi\./);
    ports.sent.length = 0;
    await ports.at(TODAY + 10_000);
    assert.deepEqual(
      ports.sent
        .map((m) => m.showing.delivery.saying.kind)
        .filter((kind) => kind !== "announcement")
        .sort(),
      ["answer", "question", "questionAnswered"],
    );
    const post = ports.sent.find((m) => m.showing.delivery.saying.kind === "answer");
    assert.ok(post && post.to.kind === "channel" && post.to.under);
    assert.doesNotMatch(wordsOn(cardOf(post.showing, aReader())), /Oskari/);
  });

  it("is deleted by officers only, and only while it is a draft", async () => {
    await stored(ports, group());
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id: call } = await theCall();
    const no = await deleteDraft(ports, { draft: call, tenant: "tenant-1", by: member.id });
    assert.deepEqual(no, { ok: false, refusal: { kind: "notOfficer" } });
    await stored(ports, group(), aCall());
    const open = await deleteDraft(ports, { draft: "call:7f3k", tenant: "tenant-1", by: chair.id });
    assert.deepEqual(open, { ok: false, refusal: { kind: "alreadyPublished" } });
  });

  it("forgets a draft by a second press only", async () => {
    await stored(ports, group());
    cardIn(await pressVerb(turn(chair), "call.new", { group: "group:kaislaranta" }));
    const { id } = await theCall();
    const manage = cardIn(await pressVerb(turn(chair), "call.manage", { call: id }));
    const sure = cardIn(await pressButton(turn(chair), manage, "Poista luonnos"));
    assert.equal((await callsOf(ports, "group:kaislaranta")).length, 1);
    await pressButton(turn(chair), sure, "Poista luonnos");
    assert.equal((await callsOf(ports, "group:kaislaranta")).length, 0);
    assert.equal((await ports.store.list(id, "entry")).docs.length, 0);
  });

  it("begins a new call with an earlier one's texts and without its dates, proposals and consents", async () => {
    await stored(ports, group(), aCall({ status: "closed", received: { t1: 3 }, candidates: 3, numbered: 3 }));
    const manage = cardIn(await pressVerb(turn(chair), "call.manage", { call: "call:7f3k" }));
    cardIn(await pressButton(turn(chair), manage, "Uusi haku tämän pohjalta"));
    cardIn(await pressButton(turn(chair), manage, "Uusi haku tämän pohjalta"));
    const calls = await callsOf(ports, "group:kaislaranta");
    assert.equal(calls.length, 2);
    const draft = calls.find((call) => call.status === "draft");
    assert.ok(draft);
    assert.equal(draft.basedOn, "call:7f3k");
    assert.equal(draft.seatGroups.length, 4);
    assert.deepEqual([draft.deadline, draft.received, draft.candidates, draft.numbered], [undefined, {}, 0, 0]);
  });
});
