import assert from "node:assert/strict";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Press } from "../../bot/domain/consent.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Person } from "../../bot/domain/person.ts";
import { HOUR } from "../../bot/domain/time.ts";
import { candidaciesOf, findCandidacy } from "../../bot/usecases/candidacy.ts";
import { correctAddress, mergeCandidates } from "../../bot/usecases/candidate.ts";
import { answerConsent, recordConsent, remindAll, reviveCandidacy, sayNotMe } from "../../bot/usecases/consent.ts";
import { identify, noteRound } from "../../bot/usecases/people.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const ref = { tenant: "tenant-1", call: "call:7f3k", candidate: "cand:01" } as const;
const text = "fi-0123456789abcdef";
const deadline = moment("2027-05-18", "16:15").at;

describe("consent", () => {
  let ports: TestPorts;
  let sanna: Person;
  let oskari: Person;
  let chair: Person;
  beforeEach(async () => {
    ports = testPorts();
    const known = (name: string) =>
      identify(ports, {
        tenant: "tenant-1",
        oid: name,
        name,
        teamsId: `29:${name}`,
        serviceUrl: "https://teams.example.org",
      });
    [sanna, oskari, chair] = [await known("Sanna"), await known("Oskari"), await known("Kaarina")];
  });
  afterEach(() => ports.dispose());

  const begun = async (own: Partial<Candidate> = {}, more: Candidate[] = []) => {
    const { viceChair: _, ...group } = aGroup({ chairs: [chair.id], secretaries: [] });
    const candidate = aCandidate({ person: sanna.id, proposers: [oskari.id], ...own });
    await noteRound(ports, sanna.id, "call:7f3k");
    const second = aNomination({ id: "nom:02", candidate: "cand:02", by: oskari.id });
    await stored(ports, group, aCall({ candidates: 1 + more.length }), [
      aNomination({ by: oskari.id }),
      second,
      candidate,
      ...more,
    ]);
    await ports.settled();
  };
  const press = (own: Partial<Press> = {}): Press => ({
    by: sanna.id,
    nonce: "nonce-0001",
    rev: 1,
    arrivedAt: ports.clock.now(),
    ...own,
  });
  const candidate = async () => {
    const found = await findCandidacy(ports, ref);
    assert.ok(found);
    return found.candidate;
  };
  const said = (kind: string) =>
    ports.sent
      .filter((m) => m.showing.delivery.saying.kind === kind && !m.replaces)
      .map((m) => (m.to.kind === "person" ? m.to.person.name : m.to.kind));
  const give = (own: Partial<Press> = {}) => answerConsent(ports, ref, { state: "given", text }, press(own));

  it("is asked from the candidate as soon as the proposal is in, and told to proposer and chair once answered", async () => {
    await begun();
    assert.deepEqual(said("consentRequest"), ["Sanna"]);
    assert.ok((await give()).ok);
    await ports.at(TODAY + 5_000);
    assert.deepEqual(said("consentOutcome").sort(), ["Kaarina", "Oskari"]);
    const redrawn = ports.sent.filter((m) => m.replaces && m.showing.delivery.saying.kind === "consentRequest");
    assert.equal(redrawn.at(-1)?.showing.candidate?.consent, "given");
  });

  it("counts once, however often and under whatever new id the press is delivered", async () => {
    await begun();
    const decisions = await Promise.all([give(), give(), give()]);
    assert.ok(decisions.every((d) => d.ok));
    await ports.at(TODAY + 5_000);
    assert.equal((await candidate()).answers.length, 1);
    assert.equal(said("consentOutcome").length, 2);
  });

  it("given and declined at once from two devices: one counts and the other is told that it is out of date", async () => {
    await begun();
    const [a, b] = await Promise.all([
      give(),
      answerConsent(ports, ref, { state: "declined", text }, press({ nonce: "nonce-0002" })),
    ]);
    assert.deepEqual([a.ok, b.ok].sort(), [false, true]);
    const refused = [a, b].find((d) => !d.ok);
    assert.equal(refused && !refused.ok && refused.refusal.kind, "stale");
    assert.equal((await candidate()).answers.length, 1);
  });

  it("is refused from anybody else and from another tenant, and nothing is written", async () => {
    await begun();
    const before = await candidate();
    assert.ok(!(await give({ by: oskari.id })).ok);
    assert.ok(!(await give({ by: chair.id })).ok);
    assert.ok(!(await answerConsent(ports, { ...ref, tenant: "tenant-2" }, { state: "given", text }, press())).ok);
    assert.ok(!(await answerConsent(ports, { ...ref, candidate: "cand:99" }, { state: "given", text }, press())).ok);
    assert.deepEqual(await candidate(), before);
  });

  it("that arrived at the deadline's instant counts, even though the lapse was written down first", async () => {
    await begun();
    await ports.at(deadline + 1);
    assert.equal((await candidate()).consent, "lapsed");
    assert.ok((await give({ arrivedAt: deadline })).ok);
    assert.equal((await candidate()).consent, "given");
  });

  it("lapses in silence after reminders, and proposer and chair hear of it", async () => {
    await begun();
    await ports.at(moment("2027-05-12", "15:07").at + 30_000);
    await ports.at(moment("2027-05-17", "16:15").at);
    assert.deepEqual(said("consentReminder"), ["Sanna", "Sanna"]);
    await ports.at(deadline + 1);
    assert.deepEqual(said("consentOutcome").sort(), ["Kaarina", "Oskari"]);
    const late = await give({ arrivedAt: deadline + 1, rev: 2 });
    assert.equal(!late.ok && late.refusal.kind, "lapsed");
  });

  it("isn't reminded of after the answer", async () => {
    await begun();
    await give();
    await ports.at(moment("2027-05-17", "16:15").at);
    assert.deepEqual(said("consentReminder"), []);
  });

  it("can be recorded for a candidate outside Teams; that they weren't reached is told at once with the reason", async () => {
    const address = (m: { to: { kind: string } }) =>
      m.to.kind === "address" ? ({ kind: "failed", reason: "notInTeams" } as const) : undefined;
    ports.answers.push(address);
    const { person: _, ...outside } = aCandidate({ proposers: [oskari.id] });
    const { viceChair: _v, ...group } = aGroup({ chairs: [chair.id], secretaries: [] });
    await stored(ports, group, aCall(), [aNomination({ by: oskari.id }), outside]);
    await ports.settled();
    assert.equal((await candidate()).notReached?.reason, "notInTeams");
    assert.deepEqual(said("notReached").sort(), ["Kaarina", "Oskari"]);
    const received = moment("2027-05-06", "13:00");
    const given = { state: "given", way: "paper", receivedBy: "Tiina Saraluoto", received, text } as const;
    const { rev } = await candidate();
    assert.ok((await recordConsent(ports, ref, given, press({ by: chair.id, rev }))).ok);
    await ports.at(TODAY + 5_000);
    assert.equal((await candidate()).consent, "given");
    assert.deepEqual(said("consentOutcome").sort(), ["Kaarina", "Oskari"]);
  });

  it("is asked anew at a corrected address; the one asked in error sees that it no longer concerns them", async () => {
    await begun();
    assert.ok((await sayNotMe(ports, ref, press())).ok);
    await ports.at(TODAY + 5_000);
    assert.deepEqual(said("notReached").sort(), ["Kaarina", "Oskari"]);
    const right = await identify(ports, {
      tenant: "tenant-1",
      oid: "right",
      name: "Sanna K.",
      teamsId: "29:right",
      serviceUrl: "https://teams.example.org",
    });
    const { rev } = await candidate();
    const to = { name: "Sanna Kaislamo", person: right.id };
    assert.ok((await correctAddress(ports, ref, to, press({ by: oskari.id, rev, nonce: "nonce-0002" }))).ok);
    await ports.at(TODAY + 10_000);
    assert.deepEqual(said("consentRequest"), ["Sanna", "Sanna K."]);
    assert.equal((await candidate()).notReached, undefined);
    assert.equal((await candidaciesOf(ports, "tenant-1", right.id)).length, 1);
    assert.equal((await candidaciesOf(ports, "tenant-1", sanna.id)).length, 0);
    const redrawn = ports.sent.filter((m) => m.replaces && m.to.kind === "person" && m.to.person.id === sanna.id);
    assert.notEqual(redrawn.at(-1)?.showing.candidate?.person, sanna.id);
  });

  it("isn't asked at an address that was corrected before the request could go", async () => {
    let busy = true;
    const right = await identify(ports, {
      tenant: "tenant-1",
      oid: "right",
      name: "Sanna K.",
      teamsId: "29:right",
      serviceUrl: "https://teams.example.org",
    });
    ports.answers.push(({ to, showing }) =>
      busy && to.kind === "person" && to.person.id === sanna.id && showing.delivery.saying.kind === "consentRequest"
        ? { kind: "later", after: 2_000 }
        : undefined,
    );
    await begun();
    const to = { name: "Sanna Kaislamo", person: right.id };
    assert.ok((await correctAddress(ports, ref, to, press({ by: chair.id }))).ok);
    busy = false;
    await ports.at(TODAY + 10_000);
    assert.deepEqual(said("consentRequest"), ["Sanna K."]);
  });

  it("isn't taken for unreached because of an address that was corrected while the request was on its way", async () => {
    const right = await identify(ports, {
      tenant: "tenant-1",
      oid: "right",
      name: "Sanna K.",
      teamsId: "29:right",
      serviceUrl: "https://teams.example.org",
    });
    const { deliver } = ports.messenger;
    ports.messenger.deliver = async (message) => {
      const { to, showing } = message;
      if (to.kind !== "person" || to.person.id !== sanna.id || showing.delivery.saying.kind !== "consentRequest")
        return deliver(message);
      const address = { name: "Sanna Kaislamo", person: right.id };
      assert.ok((await correctAddress(ports, ref, address, press({ by: chair.id }))).ok);
      return { kind: "failed", reason: "noApp" };
    };
    await begun();
    await ports.at(TODAY + 10_000);
    assert.equal((await candidate()).notReached, undefined);
    assert.deepEqual(said("consentRequest"), ["Sanna K."]);
    assert.deepEqual(said("notReached"), []);
  });

  it("is asked anew by a chair's revival, with its own deadline", async () => {
    await begun();
    await ports.at(deadline + 1);
    const consentBy = moment("2027-05-19", "12:00");
    const { rev } = await candidate();
    const how = { reason: "Oli sairaana", consentBy };
    assert.ok((await reviveCandidacy(ports, ref, how, press({ by: chair.id, rev }))).ok);
    await ports.settled();
    assert.deepEqual(said("consentRequest"), ["Sanna", "Sanna"]);
    assert.ok((await give({ arrivedAt: consentBy.at, rev: rev + 1, nonce: "nonce-0002" })).ok);
  });

  it("is reminded of by a chair page by page, each person once within an hour", async () => {
    const more = Array.from({ length: 45 }, (_, n) =>
      aCandidate({ id: `cand:x${n}`, person: `person:x${n}`, proposers: [], nominations: ["nom:02"] }),
    );
    await begun({}, more.slice(0, 24));
    for (const c of more.slice(0, 24)) assert.ok(c.person);
    const by = { call: ref.call, tenant: ref.tenant, by: chair.id };
    const first = await remindAll(ports, by);
    assert.equal(first.ok && first.state.count, 1, "those whom nothing reached are not reminded");
    const again = await remindAll(ports, by);
    assert.equal(again.ok && again.state.count, 0);
    await ports.settled();
    assert.deepEqual(said("consentReminder"), ["Sanna"]);
    await ports.at(TODAY + HOUR);
    const later = await remindAll(ports, by);
    assert.equal(later.ok && later.state.count, 1);
    const member = await remindAll(ports, { ...by, by: oskari.id });
    assert.equal(!member.ok && member.refusal.kind, "notAllowed");
    const stranger = await remindAll(ports, { ...by, tenant: "tenant-2" });
    assert.equal(!stranger.ok && stranger.refusal.kind, "noSuchRound");
  });

  it("shows one who was asked, and is then merged into another person's candidacy, that it no longer concerns them", async () => {
    const asked = await aPerson(ports, "Sanna K.");
    const answered: Partial<Candidate> = {
      person: asked.id,
      consent: "given",
      answers: [{ state: "given", at: TODAY, way: "teams", by: asked.id, text: "fi" }],
    };
    await begun({}, [aCandidate({ id: "cand:02", nominations: ["nom:02"], said: ["request:1"], ...answered })]);
    const { rev } = await candidate();
    const merged = await mergeCandidates(ports, ref, "cand:02", { ...press({ by: chair.id, rev }), otherRev: 1 });
    assert.ok(merged.ok, JSON.stringify(merged));
    assert.equal((await candidate()).person, asked.id);
    await ports.at(ports.clock.now() + 60_000);
    const drawn = ports.sent.findLast((m) => m.to.kind === "person" && m.to.person.id === sanna.id);
    assert.equal(drawn?.showing.delivery.saying.kind, "consentRequest");
    assert.equal(drawn?.showing.candidate?.person, asked.id);
  });

  it("follows a merged candidate to where it went", async () => {
    const other = aCandidate({
      id: "cand:02",
      person: "person:other" as PersonId,
      name: "Sanna K.",
      nominations: ["nom:02"],
      proposers: [oskari.id],
    });
    await begun({}, [other]);
    const rev = (await candidate()).rev;
    const all: Candidate[] = [];
    for await (const c of factsOf(ports.store, "call:7f3k", "candidate")) all.push(c);
    const otherRev = all.find((c) => c.id === "cand:02")?.rev ?? 0;
    const merged = await mergeCandidates(ports, ref, "cand:02", { ...press({ by: chair.id, rev }), otherRev });
    assert.ok(merged.ok, JSON.stringify(merged));
    const found = await findCandidacy(ports, { ...ref, candidate: "cand:02" });
    assert.equal(found?.candidate.id, "cand:01");
    assert.equal(found?.nominations.length, 2);
    assert.equal(found?.call.candidates, 1);
  });
});
