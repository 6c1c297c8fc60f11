import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { due } from "../../bot/domain/due.ts";
import { nominate, type Proposing } from "../../bot/domain/nominate.ts";
import { notChangeable } from "../../bot/domain/nominate-edit.ts";
import type { Entry } from "../../bot/domain/nominate-entry.ts";
import { acceptLate } from "../../bot/domain/nominate-late.ts";
import { confirmAddress, disown, saysTheSame } from "../../bot/domain/nominate-web.ts";
import { counts, type Nomination } from "../../bot/domain/nomination.ts";
import { aCall, aCandidate, aGroup, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const deadline = moment("2027-05-14", "16:15").at;
const group = aGroup();
const calendar = { isHoliday: () => false };

const entry: Entry = {
  nominee: { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" },
  organisations: [
    { name: "Kaislan Omaiset ry", confirmation: "own" },
    {
      name: "Toivon Polku ry",
      contact: { name: "Petra Lounasvuo", email: "petra.lounasvuo@example.org" },
      confirmation: "notConfirmed",
    },
  ],
  seatGroup: "t1",
  reason: "Tuntee omaisten arjen.",
  reasons: { c1: "Kahdeksan vuotta vertaisryhmissä." },
};
const fromWeb = (own: Partial<Proposing> = {}): Proposing => ({
  nonce: "nonce-0001",
  entry,
  arrival: { way: "web", at: TODAY },
  by: "web",
  proposer: { name: "Oskari Haavisalo", email: "oskari.haavisalo@example.org" },
  text: "fi-1",
  ...own,
});
const sent = (own: Partial<Proposing> = {}, call = aCall()): { nomination: Nomination; call: Call } => {
  const decision = nominate(call, { existing: undefined, candidates: [], behind: [] }, fromWeb(own));
  const state = decision.ok ? decision.state : decision.keep;
  assert.ok(state, decision.ok ? "" : decision.refusal.kind);
  const [header] = state.facts.filter((f) => f.kind === "call");
  return { nomination: state.nomination, call: header ?? call };
};
const said = (nomination: Nomination, call = aCall()) => due(nomination, { group, call, calendar });
const confirmed = (
  { nomination, call }: { nomination: Nomination; call: Call },
  candidates: Candidate[] = [],
  at = TODAY + 1_000,
) => confirmAddress({ call, nomination, candidates, behind: [] }, { by: "person:oskari", at });

describe("a proposal from the web", () => {
  it("has its code and its place in time, but makes no candidate and isn't counted", () => {
    const decision = nominate(aCall({ numbered: 3 }), { existing: undefined, candidates: [], behind: [] }, fromWeb());
    assert.ok(decision.ok);
    const { nomination, facts } = decision.state;
    assert.deepEqual([nomination.code, nomination.status, nomination.unconfirmed], ["E7F3K04", "inTime", true]);
    assert.equal(nomination.by, undefined);
    assert.equal(counts(nomination), false);
    assert.deepEqual(facts.map((f) => f.kind).sort(), ["call", "nomination"]);
    const [header] = facts.filter((f) => f.kind === "call");
    assert.deepEqual([header?.received, header?.candidates], [{}, 0]);
  });

  it("writes to nobody but the address that its sender gave: not to the candidate, co-proposers or officers", () => {
    const { nomination } = sent();
    assert.deepEqual(
      said(nomination).map(({ saying, to }) => [saying.kind, to]),
      [
        [
          "confirmAddress",
          [{ to: "address", name: "oskari.haavisalo@example.org", email: "oskari.haavisalo@example.org" }],
        ],
      ],
    );
  });

  it("is in nobody's hands before it is confirmed, not even an officer's", () => {
    const { nomination, call } = sent();
    const no = notChangeable({ group, call, nomination }, { by: "person:chair", arrivedAt: TODAY });
    assert.deepEqual(no, { kind: "notYours" });
  });

  it("counts from its confirming: the candidate is asked, the sender gets a receipt, co-proposers are told", () => {
    const decision = confirmed(sent());
    assert.ok(decision.ok);
    const { nomination, facts } = decision.state;
    const [candidate] = facts.filter((f) => f.kind === "candidate");
    const [header] = facts.filter((f) => f.kind === "call");
    assert.deepEqual([candidate?.consent, candidate?.proposers], ["asked", ["person:oskari"]]);
    assert.deepEqual([header?.received, header?.candidates], [{ t1: 1 }, 1]);
    assert.equal(counts(nomination), true);
    assert.deepEqual([nomination.by, nomination.rev], ["person:oskari", 2]);
    assert.deepEqual(
      said(nomination).map(({ saying }) => saying.kind),
      ["confirmAddress", "receipt", "coProposer"],
    );
  });

  it("was in time when it arrived in time, though it is confirmed after the deadline", () => {
    const { nomination, call } = sent({ arrival: { way: "web", at: deadline } });
    const decision = confirmed({ nomination, call: { ...call, status: "closed" } }, [], deadline + 3_600_000);
    assert.ok(decision.ok);
    assert.equal(decision.state.nomination.status, "inTime");
    assert.equal(sent({ arrival: { way: "web", at: deadline + 1 } }).nomination.status, "late");
  });

  it("that came late makes no candidate when it is confirmed either", () => {
    const decision = confirmed(sent({ arrival: { way: "web", at: deadline + 1 } }));
    assert.ok(decision.ok);
    assert.deepEqual(
      decision.state.facts.map((f) => f.kind),
      ["nomination"],
    );
  });

  it("that came late can't be taken up by a chair before its sender has confirmed it", () => {
    const { nomination, call } = sent({ arrival: { way: "web", at: deadline + 1 } });
    const consentBy = moment("2027-05-18", "16:15");
    const decision = acceptLate(
      { group, call, nomination, candidates: [], behind: [] },
      { reason: "Häiriö", consentBy, text: "fi-1" },
      { by: "person:chair", nonce: "nonce-0002", rev: 1, arrivedAt: deadline + 2 },
    );
    assert.deepEqual(!decision.ok && decision.refusal, { kind: "unconfirmed" });
  });

  it("can be confirmed as long as candidates can answer, and not after", () => {
    const until = moment("2027-05-18", "16:15");
    assert.ok(confirmed(sent(), [], until.at).ok);
    const late = confirmed(sent(), [], until.at + 1);
    assert.deepEqual(!late.ok && late.refusal, { kind: "confirmTooLate", until });
    for (const status of ["cancelled", "selected"] as const) {
      const { nomination, call } = sent();
      const over = confirmed({ nomination, call: { ...call, status } });
      assert.deepEqual(!over.ok && over.refusal, { kind: status });
    }
  });

  it("is confirmed once: a second press changes nothing", () => {
    const first = confirmed(sent());
    assert.ok(first.ok);
    const again = confirmed({ nomination: first.state.nomination, call: aCall() });
    assert.deepEqual(again.ok && again.state.facts, []);
  });

  it("joins the candidate whom somebody else has proposed already", () => {
    const known = aCandidate({ consent: "given" });
    const decision = confirmed(sent(), [known]);
    assert.ok(decision.ok);
    const [candidate] = decision.state.facts.filter((f) => f.kind === "candidate");
    assert.equal(candidate?.id, known.id);
    assert.deepEqual(candidate?.proposers, ["person:oskari"]);
    assert.equal(candidate?.consent, "given");
  });

  it("of oneself is the consent too, from when it arrived, to the text that was shown, once it is confirmed", () => {
    const own = { name: "Oskari Haavisalo", email: "oskari.haavisalo@example.org" };
    const { nomination, call } = sent({ self: true, entry: { ...entry, nominee: own, organisations: [] } });
    assert.equal(nomination.agreedTo, "fi-1");
    const decision = confirmed({ nomination, call });
    assert.ok(decision.ok);
    const [candidate] = decision.state.facts.filter((f) => f.kind === "candidate");
    assert.deepEqual([candidate?.consent, candidate?.person], ["given", "person:oskari"]);
    const [answer] = candidate?.answers ?? [];
    assert.deepEqual([answer?.way, answer?.at, answer?.text, answer?.by], ["own", TODAY, "fi-1", "person:oskari"]);
  });

  it("keeps to who may propose, as every proposal does", () => {
    const nominators = { organisations: false, joint: false, self: true };
    const decision = nominate(aCall({ nominators }), { existing: undefined, candidates: [], behind: [] }, fromWeb());
    assert.deepEqual(!decision.ok && decision.refusal, { kind: "organisationsNotAllowed" });
  });

  it("can be disowned by whoever has the address, until it is confirmed", () => {
    const { nomination, call } = sent();
    const gone = disown(nomination, TODAY + 5);
    assert.ok(gone.ok);
    assert.deepEqual([gone.state.nomination.status, gone.state.nomination.withdrawnAt], ["withdrawn", TODAY + 5]);
    const no = confirmed({ nomination: gone.state.nomination, call });
    assert.deepEqual(!no.ok && no.refusal, { kind: "withdrawn" });
    const yes = confirmed({ nomination, call });
    assert.ok(yes.ok);
    const after = disown(yes.state.nomination, TODAY);
    assert.deepEqual(!after.ok && after.refusal, { kind: "alreadyConfirmed" });
  });

  it("says the same when its form comes again unchanged, and something else when anything was changed", () => {
    const { nomination } = sent();
    assert.ok(saysTheSame(nomination, entry));
    const changes: Partial<Entry>[] = [
      { nominee: { name: "Toinen Henkilö", email: "sanna.kaislamo@example.org" } },
      { reason: "Muu syy." },
      { reasons: {} },
      { otherBodies: "Vanhusneuvosto" },
      { organisations: [{ name: "Kaislan Omaiset ry", confirmation: "own" }] },
    ];
    for (const change of changes) assert.ok(!saysTheSame(nomination, { ...entry, ...change }), JSON.stringify(change));
  });
});
