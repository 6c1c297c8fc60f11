import assert from "node:assert/strict";
import type { CallId } from "../../bot/domain/ids.ts";
import { nothingWritten, type Written } from "../../bot/domain/nominate-written.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import type { Person } from "../../bot/domain/person.ts";
import { openCalls } from "../../bot/usecases/listing.ts";
import {
  acceptLateNomination,
  answerCoProposal,
  editNomination,
  nominate,
  type Proposal,
  withdrawNomination,
} from "../../bot/usecases/nomination.ts";
import { lateIn, proposalsOf, sceneOf } from "../../bot/usecases/nomination-reading.ts";
import { identify, roundsOf } from "../../bot/usecases/people.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const call: CallId = "call:7f3k";
const at = { call, tenant: "tenant-1" };
const deadline = moment("2027-05-14", "16:15").at;
const oid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

describe("proposing", () => {
  let ports: TestPorts;
  let oskari: Person;
  let petra: Person;
  let sanna: Person;

  beforeEach(async () => {
    ports = testPorts();
    [oskari, petra, sanna] = (await Promise.all(
      ["Oskari Haavisalo", "Petra Lounasvuo", "Sanna Kaislamo"].map((name, n) => {
        const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
        ports.members.push({ oid: oid(n), teamsId: `29:${n}`, name, email });
        const sender = { tenant: "tenant-1", oid: oid(n), teamsId: `29:${n}`, name, email };
        return identify(ports, { ...sender, serviceUrl: "https://teams.example.org" });
      }),
    )) as [Person, Person, Person];
    await stored(ports, aGroup(), aCall());
  });
  afterEach(() => ports.dispose());

  const form = (own: Partial<Written> = {}): Written => ({
    ...nothingWritten,
    person: sanna.id,
    organisations: [{ name: "Kaislan Omaiset ry" }],
    seatGroup: "t1",
    reason: "Tuntee omaisten arjen.",
    reasons: { c1: "Kahdeksan vuotta vertaisryhmissä." },
    ...own,
  });
  const propose = (own: Partial<Proposal> = {}, written: Partial<Written> = {}) => {
    const by = own.by ?? oskari;
    const usual = { by, nonce: "nonce-0001", written: form(written), self: false, text: "fi-1" };
    return nominate(ports, at, {
      ...{ ...usual, arrival: { way: "teams", at: ports.clock.now() }, proposer: { name: by.name } },
      ...own,
    });
  };
  const proposed = async (own: Partial<Proposal> = {}, written: Partial<Written> = {}): Promise<Nomination> => {
    const decision = await propose(own, written);
    assert.ok(decision.ok, decision.ok ? "" : decision.refusal.kind);
    return decision.state.nomination;
  };
  const all = async <K extends "nomination" | "candidate">(kind: K) => {
    const found = [];
    for await (const fact of factsOf(ports.store, call, kind)) found.push(fact);
    return found;
  };
  const sent = (kind: string) => ports.sent.filter((m) => m.showing.delivery.saying.kind === kind);
  const receivers = (kind: string) =>
    sent(kind).map(({ to }) => (to.kind === "person" ? to.person.id : to.kind === "address" ? to.email : "channel"));

  it("gives the proposer a receipt, once, however often the form is delivered and in whatever order", async () => {
    const [first, second] = await Promise.all([proposed(), proposed()]);
    const third = await proposed({ arrival: { way: "teams", at: deadline + 1 } });
    assert.deepEqual([second.id, third.id, third.code], [first.id, first.id, "E7F3K01"]);
    await ports.settled();
    await ports.settled();
    assert.deepEqual(receivers("receipt"), [oskari.id]);
    assert.equal((await all("nomination")).length, 1);
    assert.equal((await readCall(ports.store, call))?.numbered, 1);
  });

  it("loses none of many at once, and numbers each differently", async () => {
    const many = Array.from({ length: 20 }, (_, n) =>
      proposed({ nonce: `nonce-${100 + n}` }, { person: undefined, name: `Ehdokas ${n}`, email: `e${n}@example.org` }),
    );
    const codes = (await Promise.all(many)).map((n) => n.code);
    assert.equal(new Set(codes).size, 20);
    assert.equal((await readCall(ports.store, call))?.candidates, 20);
  });

  it("finds a member of the team behind a written address, so that the person is one candidate and reached in Teams", async () => {
    await proposed();
    await proposed(
      { by: petra, nonce: "nonce-0002" },
      { person: undefined, name: "Sanna K.", email: "SANNA.Kaislamo@example.org" },
    );
    const candidates = await all("candidate");
    assert.deepEqual(
      candidates.map((c) => [c.person, c.nominations.length, c.asked]),
      [[sanna.id, 2, 1]],
    );
  });

  it("knows the sender's address from the team, so that one's own nomination joins what others proposed by address", async () => {
    await proposed({}, { person: undefined, name: "Ulla Uusi", email: "ulla.uusi@example.org" });
    ports.members.push({ oid: oid(7), teamsId: "29:7", name: "Ulla Uusi", email: "ulla.uusi@example.org" });
    const ulla = await identify(ports, { tenant: "tenant-1", oid: oid(7), teamsId: "29:7", name: "Ulla Uusi" });
    const own = await proposed({ by: ulla, nonce: "nonce-0002", self: true }, { person: undefined, organisations: [] });
    assert.equal(own.proposer.email, "ulla.uusi@example.org");
    const candidates = await all("candidate");
    assert.deepEqual(
      candidates.map((c) => [c.person, c.consent, c.nominations.length]),
      [[ulla.id, "given", 2]],
    );
  });

  it("gives nobody another's candidacy for an address that was written beside them", async () => {
    const address = { name: "Ritva Ulkopuolinen", email: "ritva@example.org" };
    await proposed({}, { person: undefined, ...address });
    const [evil, pal] = await Promise.all(
      [7, 8].map((n) => identify(ports, { tenant: "tenant-1", oid: oid(n), name: `Muu ${n}` })),
    );
    assert.ok(evil && pal);
    await proposed({ by: evil, nonce: "nonce-0002", self: true }, { person: undefined, email: address.email });
    await proposed({ by: evil, nonce: "nonce-0003" }, { person: evil.id, email: address.email });
    await proposed({ by: evil, nonce: "nonce-0004" }, { person: pal.id, email: address.email });
    await proposed({ by: petra, nonce: "nonce-0005" }, { person: undefined, ...address });
    const candidates = (await all("candidate")).map((c) => [c.person, c.consent, c.nominations.length]);
    assert.deepEqual(
      candidates.toSorted(),
      [
        [undefined, "asked", 2],
        [evil.id, "given", 2],
        [pal.id, "asked", 1],
      ].toSorted(),
    );
  });

  it("takes the ids that a people picker sends, and nobody of another tenant", async () => {
    const stranger = await identify(ports, { tenant: "tenant-2", oid: oid(9), name: "Muu Henkilö" });
    assert.equal((await proposed({}, { person: oid(2) })).nominee.person, sanna.id);
    for (const person of [stranger.id, "person:nobody", "x"]) {
      const decision = await propose({ nonce: "nonce-0003" }, { person });
      assert.ok(!decision.ok && decision.refusal.kind === "personUnknown");
    }
  });

  it("doesn't guess when a person is chosen and another name is written", async () => {
    const decision = await propose({}, { name: "Petra Lounasvuo" });
    assert.ok(!decision.ok && decision.refusal.kind === "twoPersons");
    assert.equal((await proposed({}, { name: " sanna  kaislamo" })).nominee.name, "Sanna Kaislamo");
  });

  it("leaves nothing behind when it is refused or the call is another tenant's", async () => {
    const refused = await propose({}, { reason: undefined });
    assert.ok(!refused.ok && refused.refusal.kind === "missing");
    const by = { by: oskari, nonce: "nonce-0001", written: form(), self: false, text: "fi-1" };
    const usual = { ...by, arrival: { way: "teams", at: TODAY } as const, proposer: { name: "Oskari" } };
    const elsewhere = await nominate(ports, { call, tenant: "tenant-2" }, usual);
    assert.ok(!elsewhere.ok && elsewhere.refusal.kind === "noSuchRound");
    assert.deepEqual([(await all("nomination")).length, await roundsOf(ports.store, oskari.id)], [0, []]);
  });

  it("that comes late is kept and told to the officers, and nobody is asked", async () => {
    for (const [n, name] of ["chair", "vice", "secretary"].entries())
      await identify(ports, { tenant: "tenant-1", oid: oid(n + 4), name });
    ports.clock.set(deadline + 1);
    const decision = await propose({ arrival: { way: "teams", at: deadline + 1 } });
    assert.ok(!decision.ok && decision.refusal.kind === "late");
    await ports.settled();
    assert.deepEqual(
      (await all("nomination")).map((n) => [n.status, n.code, n.arrival.at]),
      [["late", "M7F3K01", deadline + 1]],
    );
    assert.deepEqual([(await all("candidate")).length, sent("consentRequest").length], [0, 0]);
    const due = await all("nomination");
    assert.ok(due[0]?.said.includes("lateArrived"));
    assert.deepEqual(receivers("receipt"), [oskari.id]);
    const seen = await lateIn(ports, at, "person:secretary");
    assert.equal(seen.ok && seen.state.nominations.length, 1);
    assert.equal((await lateIn(ports, at, oskari.id)).ok, false);
  });

  it("in time counts although it is processed after the call closed itself", async () => {
    await ports.at(deadline + 5_000);
    assert.equal((await readCall(ports.store, call))?.status, "closed");
    assert.equal((await proposed({ arrival: { way: "teams", at: deadline } })).status, "inTime");
  });

  it("late and accepted makes a candidate who is asked, and tells the proposer once", async () => {
    ports.clock.set(deadline + 1);
    const decision = await propose({ arrival: { way: "teams", at: deadline + 1 } });
    const late = !decision.ok && decision.refusal.kind === "late" ? decision.refusal.nomination : undefined;
    assert.ok(late);
    const accepted = { reason: "Häiriö.", consentBy: moment("2027-05-19", "12:00"), text: "fi-1" };
    const press = { by: "person:chair" as const, nonce: "nonce-0007", rev: 1, arrivedAt: deadline + 9_000 };
    ports.clock.set(deadline + 9_000);
    for (let n = 0; n < 2; n++)
      assert.equal((await acceptLateNomination(ports, at, late.id, accepted, press)).ok, true);
    await ports.settled();
    assert.deepEqual(receivers("lateAccepted"), [oskari.id]);
    assert.deepEqual(
      (await all("candidate")).map((c) => [c.person, c.consent]),
      [[sanna.id, "asked"]],
    );
  });

  it("jointly tells each contact: in Teams where they are found, otherwise at the address, and shows who wasn't reached", async () => {
    ports.answers.push((m) => (m.to.kind === "address" ? { kind: "failed", reason: "notInTeams" } : undefined));
    const nomination = await proposed(
      {},
      {
        organisations: [
          { name: "A ry" },
          { name: "B ry", contactEmail: "petra.lounasvuo@example.org" },
          { name: "C ry", contactName: "Göran", contactEmail: "goran@example.org" },
        ],
        others: "D ry",
      },
    );
    await ports.settled();
    assert.deepEqual(receivers("coProposer"), [petra.id]);
    assert.deepEqual(
      nomination.organisations.map((o) => [o.contact?.name, o.contact?.person, o.confirmation]),
      [
        [undefined, undefined, "own"],
        ["petra.lounasvuo@example.org", petra.id, "notConfirmed"],
        ["Göran", undefined, "notConfirmed"],
        [undefined, undefined, "notConfirmed"],
      ],
    );
    const press = { by: petra.id, nonce: "nonce-0008", rev: nomination.rev, arrivedAt: TODAY };
    const yes = await answerCoProposal(ports, at, nomination.id, { organisation: 1, answer: "confirmed" }, press);
    assert.equal(yes.ok && yes.state.nomination.organisations[1]?.confirmation, "confirmed");
  });

  it("tells a contact who was added by a change, and the earlier ones not again", async () => {
    const nomination = await proposed(
      {},
      { organisations: [{ name: "A ry" }, { name: "B ry", contactPerson: petra.id }] },
    );
    await ports.settled();
    const organisations = [
      { name: "A ry" },
      { name: "C ry", contactPerson: sanna.id },
      { name: "B ry", contactPerson: petra.id },
    ];
    const press = { by: oskari.id, nonce: "nonce-0009", rev: nomination.rev, arrivedAt: TODAY };
    const decision = await editNomination(ports, at, nomination.id, form({ organisations }), press);
    assert.equal(decision.ok, true);
    await ports.settled();
    assert.deepEqual(receivers("coProposer").filter((id) => id === sanna.id).length, 1);
    const first = sent("coProposer").filter(
      ({ to, replaces }) => to.kind === "person" && to.person.id === petra.id && !replaces,
    );
    assert.equal(first.length, 1);
  });

  it("of one proposal changed by two at once: one is saved, the other is told", async () => {
    const nomination = await proposed();
    const press = (n: number) => ({ by: oskari.id, nonce: `nonce-002${n}`, rev: nomination.rev, arrivedAt: TODAY });
    const both = await Promise.all([
      editNomination(ports, at, nomination.id, form({ reason: "Yksi." }), press(1)),
      editNomination(ports, at, nomination.id, form({ reason: "Kaksi." }), press(2)),
    ]);
    assert.deepEqual(
      both.map((d) => (d.ok ? "saved" : d.refusal.kind)),
      ["saved", "stale"],
    );
  });

  it("taken back leaves the other's proposal, and the list of one's own proposals says so", async () => {
    const nomination = await proposed();
    await proposed({ by: petra, nonce: "nonce-0002" });
    const press = { by: oskari.id, nonce: "nonce-0009", rev: nomination.rev, arrivedAt: TODAY };
    assert.equal((await withdrawNomination(ports, at, nomination.id, press)).ok, true);
    const mine = await proposalsOf(ports, oskari.id, "tenant-1");
    assert.deepEqual(
      mine.map(({ nomination: n, candidate }) => [n.status, candidate?.nominations.length]),
      [["withdrawn", 1]],
    );
    assert.deepEqual(await proposalsOf(ports, oskari.id, "tenant-2"), []);
  });

  it("in practice isn't there for somebody from outside the group", async () => {
    const practice: CallId = "call:prac";
    const stranger = await identify(ports, { tenant: "tenant-1", oid: "oid-stranger", name: "Vieras" });
    await stored(ports, aGroup(), aCall({ id: practice, practice: true }));
    assert.equal(
      await sceneOf(ports, { call: practice, tenant: "tenant-1" }, stranger.id, { picker: true }),
      undefined,
    );
    const shown = async () => (await openCalls(ports, "tenant-1", stranger.id)).filter((one) => one.call.practice);
    assert.deepEqual(await shown(), []);
    ports.members.push({ oid: "oid-stranger", teamsId: "29:s", name: "Vieras" });
    assert.ok(await sceneOf(ports, { call: practice, tenant: "tenant-1" }, stranger.id, { picker: true }));
    assert.equal((await shown()).length, 1);
  });

  it("in practice reaches nobody outside the team", async () => {
    const practice: CallId = "call:prac";
    await stored(ports, aGroup(), aCall({ id: practice, practice: true }));
    const outside = await identify(ports, { tenant: "tenant-1", oid: oid(8), name: "Ulla Ulkopuoli" });
    const try_ = (written: Partial<Written>, nonce: string) =>
      nominate(
        ports,
        { call: practice, tenant: "tenant-1" },
        {
          ...{ by: oskari, nonce, written: form(written), self: false, text: "fi-1", proposer: { name: "Oskari" } },
          arrival: { way: "teams", at: TODAY },
        },
      );
    const no = await try_({ person: outside.id }, "nonce-0001");
    assert.ok(!no.ok && no.refusal.kind === "practiceOutside");
    const organisations = [{ name: "A ry" }, { name: "B ry", contactEmail: "outside@example.org" }];
    assert.equal((await try_({ organisations }, "nonce-0002")).ok, true);
    await ports.settled();
    assert.deepEqual(receivers("coProposer"), []);
  });
});
