import assert from "node:assert/strict";
import { cardOf } from "../../cards/showing.ts";
import type { Verb } from "../../cards/verbs.ts";
import { aCandidate, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aTable, dataOf, ids, refusalOf, type Table, wordsOf } from "./candidacies.ts";

const notOfficer = "Ehdokkaat näkevät vain ryhmän puheenjohtaja, varapuheenjohtaja ja sihteerit.";
const nonce = "nonce-0001";
const deadline = moment("2027-05-18", "16:15").at;

describe("the chair's board", () => {
  let table: Table;
  beforeEach(async () => {
    table = await aTable({
      more: [
        aCandidate({ id: "cand:02", name: "Kaislamo Sanna", person: "person:other", email: "s@example.org", rev: 1 }),
      ],
    });
  });
  afterEach(() => table.ports.dispose());

  it("is for officers of that group and tenant only, and a member's press writes nothing", async () => {
    const { people, press } = table;
    const before = await table.written();
    const at = { ...ids, rev: 1, nonce };
    const tries: [Verb, object][] = [
      ["board.show", { call: ids.call }],
      ["board.themes", { call: ids.call }],
      ["board.post", { call: ids.call }],
      ["board.confirmPost", { call: ids.call, nonce }],
      ["candidate.show", ids],
      ["candidate.reasons", ids],
      ["candidate.addressForm", ids],
      ["candidate.fixAddress", { ...at, name: "X", email: "x@example.org" }],
      ["candidate.handledForm", ids],
      ["candidate.handled", { ...at, note: "x" }],
      ["candidate.moveForm", ids],
      ["candidate.move", { ...at, to: "t2", note: "x" }],
      ["candidate.recordMove", { ...at, approved: "true" }],
      ["candidate.mergeForm", { ...ids, other: "cand:02" }],
      ["candidate.merge", { ...at, other: "cand:02", otherRev: 1 }],
      ["candidate.conflictForm", ids],
      ["candidate.conflict", { ...ids, nonce, because: "other" }],
      ["nomination.redactForm", { call: ids.call, nomination: "nom:01", field: "reason" }],
      ["nomination.redact", { call: ids.call, nomination: "nom:01", field: "reason", rev: 1, nonce, text: "x" }],
      ["consent.recordForm", ids],
      [
        "consent.record",
        { ...at, answer: "given", way: "paper", receivedBy: "x", receivedDate: "2027-05-06", receivedTime: "10:00" },
      ],
      ["consent.reviveForm", ids],
      ["consent.revive", { ...at, reason: "x", untilDate: "2027-05-19", untilTime: "12:00" }],
      ["consent.remind", { call: ids.call }],
    ];
    for (const by of [people.member, people.sanna])
      for (const [verb, data] of tries) {
        const reply = await press(by, verb, data);
        assert.equal(refusalOf(reply), notOfficer, verb);
        assert.doesNotMatch(wordsOf(reply), /fresh/, verb);
      }
    for (const [verb, data] of tries)
      assert.ok(refusalOf(await press(people.chair, verb, data, { tenant: "tenant-2" })), verb);
    assert.equal(await table.written(), before);
  });

  it("shows candidates by theme, and opens each with reasons and contacts", async () => {
    const { people, press } = table;
    const board = await press(people.chair, "board.show", { call: ids.call });
    assert.match(wordsOf(board), /Sanna Kaislamo.*Ei vastannut/s);
    assert.match(wordsOf(board), /ehkä sama henkilö/);
    const page = await press(people.chair, "candidate.show", dataOf(board, "candidate.show"));
    assert.match(wordsOf(page), /sanna\.kaislamo@example\.org|s@example\.org/);
    const reasons = await press(people.chair, "candidate.reasons", ids);
    assert.match(wordsOf(reasons), /Kahdeksan vuotta omaishoitajien/);
  });

  it("lets an officer with a conflict see the case and not touch it; the vice chair then handles it", async () => {
    const { people, press } = table;
    const form = await press(people.chair, "candidate.conflictForm", ids);
    const data = { ...dataOf(form, "candidate.conflict"), because: "employee" };
    const marked = await press(people.chair, "candidate.conflict", data);
    assert.match(wordsOf(marked), /Olet esteellinen tässä asiassa/);
    const before = await table.written();
    const { rev } = await table.candidate();
    const at = { ...ids, rev, nonce };
    for (const [verb, more] of [
      ["candidate.move", { to: "t2", note: "x" }],
      ["candidate.fixAddress", { name: "x" }],
      ["nomination.redact", { call: ids.call, nomination: "nom:01", field: "reason", rev: 1, text: "x" }],
      ["consent.recordForm", {}],
    ] as const)
      assert.match(refusalOf(await press(people.chair, verb, { ...at, ...more })) ?? "", /esteellinen/, verb);
    assert.equal(await table.written(), before);
    const moved = await press(people.vice, "candidate.move", { ...at, to: "t2", note: "Täällä tarvitaan." });
    assert.match(wordsOf(moved), /odottaa ehdokkaan hyväksyntää/);
  });

  it("tells the vice chair of a conflict once, by the name of who marked it", async () => {
    const { people, press, ports } = table;
    const form = await press(people.chair, "candidate.conflictForm", ids);
    const data = { ...dataOf(form, "candidate.conflict"), because: "employee" };
    for (let n = 0; n < 2; n++) await press(people.chair, "candidate.conflict", data);
    await ports.settled();
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "conflictMarked");
    assert.deepEqual(
      told.map(({ to }) => to.kind === "person" && to.person.id),
      [people.vice.id],
    );
    const card = JSON.stringify(told.map(({ showing }) => cardOf(showing, aReader())));
    assert.match(card, /Kaarina Lehtovaara on esteellinen/);
    assert.match(card, /candidate.show/);
  });

  it("keeps in a refused form what was typed, and says why", async () => {
    const { people, press } = table;
    const form = await press(people.chair, "consent.recordForm", ids);
    const typed = { receivedBy: "Tiina Saraluoto", receivedDate: "2027-05-06", receivedTime: "15:00" };
    const data = { ...dataOf(form, "consent.record"), answer: "given", way: "phone", ...typed };
    for (const wrong of [{}, { answer: undefined }, { receivedTime: "25:61" }, { rev: 9 }]) {
      const reply = await press(people.chair, "consent.record", { ...data, ...wrong });
      assert.match(wordsOf(reply), /"style":"warning"/);
      assert.match(wordsOf(reply), /Tiina Saraluoto/);
    }
    assert.equal((await table.candidate()).consent, "asked");
    const done = await press(people.chair, "consent.record", { ...data, receivedTime: "13:00" });
    assert.match(wordsOf(done), /✓ Suostui/);
    const again = await press(people.chair, "consent.record", { ...data, receivedTime: "13:00" });
    assert.match(wordsOf(again), /✓ Suostui/);
    assert.equal((await table.candidate()).answers.length, 1);
  });

  it("revives a lapsed candidacy by the chair only", async () => {
    const { people, press, ports } = table;
    await ports.at(deadline + 1);
    const form = await press(people.chair, "consent.reviveForm", ids);
    const data = {
      ...dataOf(form, "consent.revive"),
      reason: "Oli sairaana",
      untilDate: "2027-05-19",
      untilTime: "12:00",
    };
    const vice = await press(people.vice, "consent.revive", data);
    assert.match(wordsOf(vice), /vain puheenjohtaja.*Oli sairaana/s);
    assert.match(wordsOf(await press(people.chair, "consent.revive", data)), /Ei vastannut/);
    assert.equal((await table.candidate()).asked, 2);
  });

  it("corrects an address to a person of the team, and asks anew", async () => {
    const { people, press, ports } = table;
    ports.members.push({ oid: "member", teamsId: "29:member", name: "Maija Koski" });
    const form = await press(people.chair, "candidate.addressForm", ids);
    assert.match(wordsOf(form), /Maija Koski/);
    const data = dataOf(form, "candidate.fixAddress");
    const wrong = await press(people.chair, "candidate.fixAddress", { ...data, name: "Sanna", email: "ei osoite" });
    assert.match(wordsOf(wrong), /ei ole sähköpostiosoite.*ei osoite/s);
    await press(people.chair, "candidate.fixAddress", { ...data, name: "Maija Koski", person: people.member.id });
    await ports.settled();
    const to = ports.sent.filter((m) => m.showing.delivery.saying.kind === "consentRequest").at(-1)?.to;
    assert.equal(to?.kind === "person" && to.person.name, "Maija Koski");
    assert.match(wordsOf(await press(people.member, "consent.show", ids)), /Sinua on ehdotettu/);
  });

  it("offers to merge when a corrected address is another candidate's, and asks nobody twice", async () => {
    const { people, press, ports } = table;
    const form = await press(people.chair, "candidate.addressForm", ids);
    const data = { ...dataOf(form, "candidate.fixAddress"), name: "Sanna K.", email: "S@example.org", person: "none" };
    const refused = await press(people.chair, "candidate.fixAddress", data);
    assert.match(wordsOf(refused), /on jo ehdolla tässä haussa.*S@example.org/s);
    assert.ok("show" in refused);
    assert.deepEqual(complaints(refused.show), []);
    const both = await press(people.chair, "candidate.mergeForm", dataOf(refused, "candidate.mergeForm"));
    await press(people.chair, "candidate.merge", dataOf(both, "candidate.merge"));
    await ports.settled();
    assert.equal((await table.candidate("cand:02")).mergedInto, "cand:01");
    assert.equal(ports.sent.filter((m) => m.showing.delivery.saying.kind === "consentRequest").length, 1);
  });

  it("asks the candidate about another theme, and shows them what they answered", async () => {
    const { people, press, ports } = table;
    const form = await press(people.chair, "candidate.moveForm", ids);
    await press(people.chair, "candidate.move", {
      ...dataOf(form, "candidate.move"),
      to: "t2",
      note: "Täällä tarvitaan.",
    });
    const shown = await press(people.sanna, "candidate.showMove", ids);
    const done = await press(people.sanna, "candidate.approveMove", dataOf(shown, "candidate.approveMove"));
    assert.match(wordsOf(done), /Hyväksyit uuden teeman/);
    assert.equal((await table.candidate()).seatGroup, "t2");
    await ports.settled();
    assert.ok(ports.sent.some((m) => m.showing.delivery.saying.kind === "moveAnswered"));
  });

  it("merges two look-alikes only after both were shown beside each other", async () => {
    const { people, press } = table;
    const form = await press(people.chair, "candidate.mergeForm", { ...ids, other: "cand:02" });
    const merged = await press(people.chair, "candidate.merge", dataOf(form, "candidate.merge"));
    assert.match(wordsOf(merged), /Sanna Kaislamo/);
    assert.equal((await table.candidate("cand:02")).mergedInto, "cand:01");
    const again = await press(people.chair, "candidate.merge", dataOf(form, "candidate.merge"));
    assert.equal(refusalOf(again), undefined);
  });

  it("rewrites what is published of a reason", async () => {
    const { people, press } = table;
    const at = { call: ids.call, nomination: "nom:01", field: "c1" };
    const form = await press(people.chair, "nomination.redactForm", at);
    const data = dataOf(form, "nomination.redact");
    const stale = await press(people.chair, "nomination.redact", { ...data, rev: 9, text: "Ohjannut ryhmiä." });
    assert.match(wordsOf(stale), /muuttuneet.*Ohjannut ryhmiä\./s);
    const done = await press(people.chair, "nomination.redact", { ...data, text: "Ohjannut ryhmiä." });
    assert.match(wordsOf(done), /Julkaistaan muokattuna:.*Ohjannut ryhmiä\./s);
    const none = await press(people.chair, "nomination.redactForm", { ...at, field: "c9" });
    assert.doesNotMatch(wordsOf(none), /nomination\.redact"/);
  });

  it("posts in the channel once, after it was seen as the channel will see it", async () => {
    const fresh = await aTable({ call: { said: [] }, candidate: { consent: "given" } });
    const { people, press, ports } = fresh;
    const preview = await press(people.chair, "board.post", { call: ids.call });
    assert.match(wordsOf(preview), /Tätä ei ole vielä julkaistu/);
    const posted = () => ports.sent.filter((m) => m.showing.delivery.saying.kind === "boardPost");
    await ports.settled();
    assert.equal(posted().length, 0);
    const data = dataOf(preview, "board.confirmPost");
    const first = await press(people.chair, "board.confirmPost", data);
    assert.match(wordsOf(first), /Kooste julkaistaan/);
    await ports.settled();
    await press(people.chair, "board.confirmPost", data);
    await ports.settled();
    assert.equal(posted().length, 1);
    assert.ok(posted()[0]?.to.kind === "channel" && posted()[0]?.showing.candidates?.length === 1);
    await ports.dispose();
  });
});
