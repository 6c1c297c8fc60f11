import assert from "node:assert/strict";
import { moment } from "../support/builders.ts";
import { aTable, dataOf, ids, refusalOf, type Table, wordsOf } from "./candidacies.ts";

const deadline = moment("2027-05-18", "16:15").at;

describe("answering a request for consent", () => {
  let table: Table;
  beforeEach(async () => {
    table = await aTable();
  });
  afterEach(() => table.ports.dispose());

  const asked = async () => {
    const { people, press } = table;
    return press(people.sanna, "consent.show", ids);
  };

  it("takes two presses: nothing is written by the first, and the second shows the answer and a way to change it", async () => {
    const { people, press } = table;
    const before = await table.written();
    const confirm = await press(people.sanna, "consent.give", {
      ...dataOf(await asked(), "consent.give"),
      limit: "member",
      limitText: "vain Teamsissa",
    });
    assert.match(wordsOf(confirm), /vain varsinainen jäsen; vain Teamsissa/);
    assert.equal(await table.written(), before);
    const done = await press(people.sanna, "consent.confirmGive", dataOf(confirm, "consent.confirmGive"));
    assert.match(wordsOf(done), /Suostuit ehdokkaaksi/);
    assert.ok(dataOf(done, "consent.change"));
    const [answer] = (await table.candidate()).answers;
    assert.deepEqual(answer?.limit, { role: "member", text: "vain Teamsissa" });
    assert.match(answer?.text ?? "", /^fi-[0-9a-f]{16}$/);
  });

  it("shows the same answer when the confirming press is delivered again, under whatever id", async () => {
    const { people, press } = table;
    const confirm = await press(people.sanna, "consent.decline", dataOf(await asked(), "consent.decline"));
    const data = { ...dataOf(confirm, "consent.confirmDecline"), reason: "Muutan pois." };
    const first = await press(people.sanna, "consent.confirmDecline", data);
    assert.deepEqual(await press(people.sanna, "consent.confirmDecline", data), first);
    assert.equal((await table.candidate()).answers.length, 1);
  });

  it("is one sentence for anybody else, and nothing is written", async () => {
    const { people, press } = table;
    const give = dataOf(await asked(), "consent.give");
    const data = { ...give, nonce: "forged-0001" };
    const before = await table.written();
    for (const by of [people.oskari, people.chair, people.member])
      for (const [verb, fields] of [
        ["consent.show", ids],
        ["consent.reasons", ids],
        ["consent.change", ids],
        ["consent.give", give],
        ["consent.confirmGive", data],
        ["consent.confirmDecline", data],
        ["consent.notMe", data],
        ["consent.confirmNotMe", data],
        ["candidate.approveMove", data],
      ] as const) {
        const reply = await press(by, verb, fields);
        assert.equal(refusalOf(reply), "Vain ehdokas itse voi vastata tähän pyyntöön. Mitään ei kirjattu.", verb);
        assert.doesNotMatch(wordsOf(reply), /fresh|Kaislan/);
      }
    assert.equal(await table.written(), before);
  });

  it("finds nothing in another tenant, in another call, or of a candidate who isn't there", async () => {
    const { people, press } = table;
    const data = { ...ids, rev: 1, nonce: "nonce-0001" };
    for (const reply of [
      await press(people.sanna, "consent.confirmGive", data, { tenant: "tenant-2" }),
      await press(people.sanna, "consent.confirmGive", { ...data, call: "call:other" }),
      await press(people.sanna, "consent.confirmGive", { ...data, candidate: "cand:other" }),
      await press(people.sanna, "consent.confirmGive", { ...data, candidate: "cand:nom" }),
    ])
      assert.match(refusalOf(reply) ?? "", /ei enää ole/);
    assert.equal((await table.candidate()).answers.length, 0);
  });

  it("of an old card shows the present state with what was typed, and has no effect", async () => {
    const { people, press } = table;
    const give = { ...dataOf(await asked(), "consent.give"), limitText: "vain Teamsissa" };
    const old = dataOf(await press(people.sanna, "consent.give", give), "consent.confirmGive");
    const decline = await press(people.sanna, "consent.decline", dataOf(await asked(), "consent.decline"));
    await press(people.sanna, "consent.confirmDecline", dataOf(decline, "consent.confirmDecline"));
    const late = await press(people.sanna, "consent.confirmGive", old);
    assert.match(refusalOf(late) ?? "", /muuttuneet/);
    assert.match(wordsOf(late), /Et suostunut ehdokkaaksi/);
    assert.match(wordsOf(late), /vain Teamsissa/);
    assert.equal((await table.candidate()).consent, "declined");
  });

  it("isn't taken for a text that was corrected after the card was drawn", async () => {
    const { people, press } = table;
    const give = dataOf(await asked(), "consent.give");
    const reply = await press(people.sanna, "consent.confirmGive", {
      ...give,
      nonce: "nonce-0001",
      text: "fi-0000000000000000",
    });
    assert.match(refusalOf(reply) ?? "", /muuttuneet/);
    assert.equal((await table.candidate()).consent, "asked");
  });

  it("counts at the deadline's very instant, and a millisecond later says when both were, keeping what was typed", async () => {
    const { people, press, ports } = table;
    const confirm = await press(people.sanna, "consent.decline", dataOf(await asked(), "consent.decline"));
    const data = { ...dataOf(confirm, "consent.confirmDecline"), reason: "En ehdi." };
    ports.clock.set(deadline + 1);
    const late = await press(people.sanna, "consent.confirmDecline", data);
    assert.match(refusalOf(late) ?? "", /16\.15\.00,000.*16\.15\.00,001/s);
    assert.match(wordsOf(late), /Ehdokkuus raukesi.*En ehdi\./s);
    await ports.settled();
    const inTime = await press(people.sanna, "consent.confirmDecline", data, { arrivedAt: deadline });
    assert.match(wordsOf(inTime), /Et suostunut ehdokkaaksi/);
  });

  it("can be changed until the selection, with the earlier limit in the form", async () => {
    const { people, press } = table;
    const give = { ...dataOf(await asked(), "consent.give"), limit: "substitute" };
    const confirm = await press(people.sanna, "consent.give", give);
    await press(people.sanna, "consent.confirmGive", dataOf(confirm, "consent.confirmGive"));
    const change = await press(people.sanna, "consent.change", ids);
    assert.match(wordsOf(change), /"value":"substitute"/);
    const decline = await press(people.sanna, "consent.decline", dataOf(change, "consent.decline"));
    await press(people.sanna, "consent.confirmDecline", dataOf(decline, "consent.confirmDecline"));
    assert.deepEqual(
      (await table.candidate()).answers.map((a) => a.state),
      ["given", "declined"],
    );
  });

  it("that it isn't me hides the candidate from me for good", async () => {
    const { people, press } = table;
    const confirm = await press(people.sanna, "consent.notMe", dataOf(await asked(), "consent.notMe"));
    const done = await press(people.sanna, "consent.confirmNotMe", dataOf(confirm, "consent.confirmNotMe"));
    assert.match(wordsOf(done), /väärälle henkilölle/);
    assert.doesNotMatch(wordsOf(done), /Kaislan Omaiset/);
    assert.match(refusalOf(await press(people.sanna, "consent.reasons", ids)) ?? "", /Vain ehdokas/);
    assert.doesNotMatch(wordsOf(await press(people.sanna, "consents.mine", {})), /consent\.show/);
  });

  it("lists a person's own candidacies and nobody else's", async () => {
    const { people, press } = table;
    assert.match(wordsOf(await press(people.sanna, "consents.mine", {})), /1 ehdokkuus odottaa/);
    assert.match(wordsOf(await press(people.oskari, "consents.mine", {})), /Sinua ei ole ehdotettu/);
  });
});
