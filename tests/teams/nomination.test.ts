import assert from "node:assert/strict";
import type { Lang } from "../../bot/domain/lang.ts";
import type { Person } from "../../bot/domain/person.ts";
import { nominateEntry, nominationHandlers } from "../../bot/teams/handlers/nomination.ts";
import type { Handler, Reply, Turn } from "../../bot/teams/turn.ts";
import { identify } from "../../bot/usecases/people.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { type Fields, type Verb, verbs } from "../../cards/verbs.ts";
import { aCall, aGroup, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

type NominationVerb = keyof typeof nominationHandlers & Verb;
const deadline = moment("2027-05-14", "16:15").at;
const oid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const names = ["Oskari Haavisalo", "Petra Lounasvuo", "Sanna Kaislamo", "Tiina Saraluoto"];

describe("pressing about a proposal", () => {
  let ports: TestPorts;
  let oskari: Person;
  let petra: Person;
  let sanna: Person;
  let chair: Person;

  beforeEach(async () => {
    ports = testPorts();
    [oskari, petra, sanna, chair] = (await Promise.all(
      names.map((name, n) => {
        const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
        ports.members.push({ oid: oid(n), teamsId: `29:${n}`, name, email });
        return identify(ports, { tenant: "tenant-1", oid: oid(n), teamsId: `29:${n}`, name, email });
      }),
    )) as [Person, Person, Person, Person];
    await stored(ports, aGroup({ chairs: [chair.id] }), aCall());
  });
  afterEach(() => ports.dispose());

  const turn = (by: Person, own: Partial<Turn> = {}, lang: Lang = "fi"): Turn => ({
    ...{ ports, by, reader: aReader(lang), arrivedAt: TODAY, features: { examples: false } },
    where: { tenant: "tenant-1", serviceUrl: "https://teams.example.org", conversation: "chat", personal: true },
    ...own,
  });
  /** What Teams would send: parsed as the edge parses it. */
  const press = async (verb: NominationVerb, data: Record<string, unknown>, at: Turn): Promise<Reply> =>
    (nominationHandlers[verb] as Handler<NominationVerb>)(at, verbs[verb].parse(data) as Fields<NominationVerb>);
  const shown = (reply: Reply): string => {
    assert.ok("show" in reply, JSON.stringify(reply));
    assert.deepEqual(complaints(reply.show), []);
    return JSON.stringify(reply.show).replaceAll("\u00A0", " ");
  };
  const form = (own: Record<string, unknown> = {}) => ({
    ...{ call: "call:7f3k", nonce: "nonce-0001", person: sanna.id, "org1-name": "Kaislan Omaiset ry" },
    ...{
      seatGroup: "t1",
      alternative: "none",
      role: "member",
      reason: "Tuntee arjen.",
      "reason-c1": "Kahdeksan vuotta.",
    },
    ...own,
  });
  const all = async () => {
    const found = [];
    for await (const fact of factsOf(ports.store, "call:7f3k", "nomination")) found.push(fact);
    return found;
  };
  const proposed = async () => {
    await press("nomination.submit", form(), turn(oskari));
    const [nomination] = await all();
    assert.ok(nomination);
    return { call: nomination.call, nomination: nomination.id, rev: nomination.rev };
  };

  it("sends a form from its first drawing to the receipt", async () => {
    const drawn = shown(await press("nomination.form", { call: "call:7f3k" }, turn(oskari)));
    assert.match(drawn, /Sanna Kaislamo/);
    assert.match(shown(await press("nomination.submit", form(), turn(oskari))), /E7F3K01/);
    const [nomination] = await all();
    assert.deepEqual(
      [nomination?.alternative, nomination?.reasons, nomination?.organisations.length],
      [undefined, { c1: "Kahdeksan vuotta." }, 1],
    );
  });

  it("answers a refused form with the same form, what was typed in it, and what is wrong", async () => {
    const typed = form({ "org1-businessId": "1234567-2", reason: "Pitkään mietitty perustelu", others: "B ry; Petra" });
    const drawn = shown(await press("nomination.submit", typed, turn(oskari)));
    assert.match(drawn, /Tarkista Y-tunnus: 1234567-2/);
    for (const kept of [
      "Pitkään mietitty perustelu",
      "Kaislan Omaiset ry",
      "B ry; Petra",
      "Kahdeksan vuotta.",
      "nonce-0001",
    ])
      assert.ok(drawn.includes(kept), kept);
    assert.deepEqual(await all(), []);
  });

  it("keeps the text of what comes late, with both times, whom to call and the code", async () => {
    const late = { arrivedAt: deadline + 42_000, reader: aReader("fi", { now: deadline + 42_000 }) };
    const drawn = shown(await press("nomination.submit", form(), turn(oskari, late)));
    for (const part of ["16.15.00", "16.15.42", "M7F3K01", "Tiina Saraluoto", "Kahdeksan vuotta.", "Tuntee arjen."])
      assert.ok(drawn.includes(part), part);
    assert.deepEqual(
      (await all()).map((n) => n.status),
      ["late"],
    );
  });

  it("hands text that fits no card back to copy", async () => {
    const long = "漢".repeat(850);
    const typed = form({ reason: long, "reason-c1": long, others: "漢".repeat(2_000), otherBodies: "漢".repeat(250) });
    const more = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`org${n}-name`, "漢".repeat(80)]));
    const drawn = shown(await press("nomination.submit", { ...typed, ...more }, turn(oskari)));
    assert.match(drawn, /liian paljon tekstiä/);
    assert.ok(drawn.includes(long));
    assert.deepEqual(await all(), []);
  });

  it("lets people propose themselves, and says that it is their consent", async () => {
    shown(await press("nomination.self", { call: "call:7f3k" }, turn(sanna)));
    const { person: _, ...own } = form({ own: true, "org1-name": "" });
    assert.match(shown(await press("nomination.submit", own, turn(sanna))), /samalla suostumus/);
    const [nomination] = await all();
    assert.deepEqual([nomination?.self, nomination?.nominee.person], [true, sanna.id]);
  });

  it("opens the one open call's form from the command, a choice of several, and says so when there is none", async () => {
    assert.match(shown(await nominateEntry(turn(oskari))), /nomination.submit/);
    await stored(ports, aGroup({ chairs: [chair.id] }), aCall({ id: "call:two", code: "TWO2" }));
    assert.match(shown(await nominateEntry(turn(oskari))), /Mihin hakuun/);
    const elsewhere = turn(oskari);
    const reply = await nominateEntry({ ...elsewhere, where: { ...elsewhere.where, tenant: "tenant-2" } });
    assert.deepEqual("say" in reply && reply.say, aReader("fi").text.nomination.choose.none);
  });

  it("opens no form that nothing could come of", async () => {
    const reply = await press("nomination.form", { call: "call:7f3k" }, turn(oskari, { arrivedAt: deadline + 1 }));
    assert.match("refuse" in reply ? reply.refuse : "", /päättyi/);
    const { where } = turn(oskari);
    const other = turn(oskari, { where: { ...where, tenant: "tenant-2" } });
    assert.ok("refuse" in (await press("nomination.form", { call: "call:7f3k" }, other)));
  });

  it("shows a proposal to its sender and the officers, and to nobody else", async () => {
    const { call, nomination } = await proposed();
    for (const by of [oskari, chair]) shown(await press("nomination.show", { call, nomination }, turn(by)));
    for (const verb of ["nomination.show", "nomination.editForm", "nomination.withdrawAsk"] as const) {
      const reply = await press(verb, { call, nomination }, turn(petra));
      assert.ok("refuse" in reply && !reply.fresh, verb);
    }
  });

  it("changes a proposal, and gives a form that is out of date back with its text", async () => {
    const { call, nomination, rev } = await proposed();
    const edit = (own: object, by: Person) =>
      press("nomination.edit", { ...form(), nomination, rev, ...own }, turn(by));
    assert.match(shown(await edit({ nonce: "nonce-0002", reason: "Parempi" }, oskari)), /tallennettu/);
    const drawn = shown(await edit({ nonce: "nonce-0003", reason: "Vanha kortti" }, oskari));
    assert.match(drawn, /mitään ei tallennettu/);
    assert.match(drawn, /Vanha kortti/);
    assert.ok("refuse" in (await edit({ nonce: "nonce-0004", call }, petra)));
    assert.equal((await all())[0]?.reason, "Parempi");
  });

  it("gives the text of a change that comes after the deadline back", async () => {
    const { nomination, rev } = await proposed();
    const data = { ...form({ nonce: "nonce-0002", reason: "Myöhäinen muutos" }), nomination, rev };
    const drawn = shown(await press("nomination.edit", data, turn(oskari, { arrivedAt: deadline + 1 })));
    assert.match(drawn, /Määräaika päättyi/);
    assert.match(drawn, /Myöhäinen muutos/);
    assert.equal((await all())[0]?.reason, "Tuntee arjen.");
  });

  it("takes a proposal back only by the second press, and a redelivered one changes nothing", async () => {
    const { call, nomination, rev } = await proposed();
    shown(await press("nomination.withdrawAsk", { call, nomination }, turn(oskari)));
    assert.equal((await all())[0]?.status, "inTime");
    const confirm = { call, nomination, rev, nonce: "nonce-0005" };
    for (let n = 0; n < 2; n++)
      assert.match(shown(await press("nomination.withdraw", confirm, turn(oskari))), /peruttu/);
    assert.equal((await readCall(ports.store, "call:7f3k"))?.candidates, 0);
  });

  it("lets only the contact answer for a co-proposing organisation", async () => {
    await press("nomination.submit", form({ "org2-name": "B ry", "org2-contactPerson": petra.id }), turn(oskari));
    const [nomination] = await all();
    assert.ok(nomination);
    const data = { call: nomination.call, nomination: nomination.id, organisation: 1, rev: 1, nonce: "nonce-0006" };
    const reply = await press("nomination.confirm", data, turn(sanna));
    assert.ok("refuse" in reply);
    assert.match(shown(await press("nomination.confirm", data, turn(petra))), /Vahvistit/);
    const stale = await press("nomination.object", { ...data, nonce: "nonce-0007" }, turn(petra));
    assert.match(shown(stale), /mitään ei kirjattu/);
    assert.equal((await all())[0]?.organisations[1]?.confirmation, "confirmed");
  });

  it("writes down the word of a co-proposer who isn't in Teams, by officers only, and keeps what was typed", async () => {
    const joint = form({ "org2-name": "B ry", "org2-contactName": "Pirkko", "org2-contactEmail": "p@example.org" });
    await press("nomination.submit", joint, turn(oskari));
    const [nomination] = await all();
    assert.ok(nomination);
    const data = { call: nomination.call, nomination: nomination.id };
    assert.match(shown(await press("nomination.show", data, turn(chair))), /Kirjaa yhteisehdottajan vastaus/);
    assert.doesNotMatch(shown(await press("nomination.show", data, turn(oskari))), /Kirjaa yhteisehdottajan vastaus/);
    assert.match(shown(await press("nomination.recordConfirmationForm", data, turn(chair))), /B ry/);
    const word = {
      ...{ ...data, rev: nomination.rev, nonce: "nonce-0030", organisation: "1", answer: "confirmed", way: "email" },
      ...{ receivedBy: "Tiina Saraluoto", receivedDate: "2027-05-06", receivedTime: "13:00" },
    };
    for (const by of [oskari, petra]) {
      assert.ok("refuse" in (await press("nomination.recordConfirmation", word, turn(by))));
      assert.equal((await all())[0]?.rev, nomination.rev);
    }
    const future = await press("nomination.recordConfirmation", { ...word, receivedTime: "23:59" }, turn(chair));
    assert.match(shown(future), /tulevaisuudessa.*Tiina Saraluoto/s);
    for (let n = 0; n < 2; n++)
      assert.match(
        shown(await press("nomination.recordConfirmation", word, turn(chair))),
        /sähköpostitse .* klo 13.00, vastaanotti Tiina Saraluoto/,
      );
    const [, other] = (await all())[0]?.organisations ?? [];
    assert.deepEqual([other?.confirmation, other?.word?.by], ["confirmed", chair.id]);
  });

  it("enters what came by e-mail, by when it was received, and gives a receipt to send on", async () => {
    const entry = (own: object) => ({
      ...form({ nonce: "nonce-0010", "org1-name": "C ry" }),
      ...{ way: "email", date: "2027-05-14", time: "16:15", proposerName: "Raija Rannikko", self: "false" },
      ...own,
    });
    const later = { arrivedAt: deadline + 3_600_000, reader: aReader("fi", { now: deadline + 3_600_000 }) };
    shown(await press("nomination.enterForm", { call: "call:7f3k" }, turn(chair, later)));
    assert.match(shown(await press("nomination.enter", entry({}), turn(chair, later))), /Saapui määräajassa/);
    const late = entry({ nonce: "nonce-0011", time: "16:16" });
    assert.match(shown(await press("nomination.enter", late, turn(chair, later))), /Ei käsittelyssä/);
    const incomplete = entry({ nonce: "nonce-0012", date: undefined });
    assert.match(shown(await press("nomination.enter", incomplete, turn(chair, later))), /Raija Rannikko/);
    const reply = await press("nomination.enter", entry({ nonce: "nonce-0013" }), turn(petra, later));
    assert.ok("refuse" in reply);
    const codes = (await all()).map((n) => [n.code, n.by, n.proposer.name]);
    assert.deepEqual(codes.sort(), [
      ["E7F3K01", undefined, "Raija Rannikko"],
      ["M7F3K02", undefined, "Raija Rannikko"],
    ]);
  });

  it("lists what came late to officers, and lets the chair take it up with a reason", async () => {
    const now = { arrivedAt: deadline + 42_000, reader: aReader("fi", { now: deadline + 42_000 }) };
    await press("nomination.submit", form(), turn(oskari, now));
    const [late] = await all();
    assert.ok(late);
    assert.ok("refuse" in (await press("nomination.late", { call: late.call }, turn(oskari, now))));
    assert.match(shown(await press("nomination.late", { call: late.call }, turn(chair, now))), /M7F3K01/);
    const data = { call: late.call, nomination: late.id };
    assert.match(shown(await press("nomination.acceptLateForm", data, turn(chair, now))), /2027-05-18/);
    const accept = { ...data, rev: 1, nonce: "nonce-0020", untilDate: "2027-05-19", untilTime: "12:00" };
    assert.match(shown(await press("nomination.acceptLate", accept, turn(chair, now))), /Kirjoita syy/);
    const done = { ...accept, lateReason: "Palvelussa oli häiriö." };
    assert.match(shown(await press("nomination.acceptLate", done, turn(chair, now))), /Otettu käsittelyyn/);
    assert.ok("refuse" in (await press("nomination.acceptLate", { ...done, nonce: "nonce-0021" }, turn(oskari, now))));
    assert.equal((await all())[0]?.status, "acceptedLate");
  });

  it("lists one's own proposals", async () => {
    await proposed();
    assert.match(shown(await press("proposals.mine", {}, turn(oskari))), /E7F3K01/);
    assert.doesNotMatch(shown(await press("proposals.mine", {}, turn(petra))), /E7F3K01/);
  });

  it("is not understood with a missing or over-long field, or another kind of id", () => {
    for (const own of [
      { call: undefined },
      { call: "nom:1" },
      { nonce: "x" },
      { reason: "x".repeat(1_001) },
      { role: "king" },
    ])
      assert.equal(verbs["nomination.submit"].safeParse(form(own)).success, false, JSON.stringify(own).slice(0, 40));
  });
});
