import assert from "node:assert/strict";
import fc from "fast-check";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { lookAlikes } from "../../bot/domain/look-alikes.ts";
import { nominate, nominationIdOf, type Proposing } from "../../bot/domain/nominate.ts";
import type { Entry } from "../../bot/domain/nominate-entry.ts";
import { aCall, aCandidate, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const deadline = moment("2027-05-14", "16:15");
const nothing = { existing: undefined, candidates: [], behind: [] };

const anEntry = (own: Partial<Entry> = {}): Entry => ({
  nominee: { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" },
  organisations: [{ name: "Kaislan Omaiset ry", confirmation: "own" }],
  seatGroup: "t1",
  reason: "Tuntee omaisten arjen.",
  reasons: { c1: "Kahdeksan vuotta vertaisryhmissä." },
  ...own,
});
const aProposal = (own: Partial<Proposing> = {}, entry: Partial<Entry> = {}): Proposing => ({
  nonce: "nonce-0001",
  entry: anEntry(entry),
  arrival: { way: "teams", at: TODAY },
  by: "person:oskari",
  proposer: { name: "Oskari Haavisalo" },
  text: "fi-1",
  ...own,
});
const made = (call: Call, proposing: Proposing, candidates: Candidate[] = []) => {
  const decision = nominate(call, { ...nothing, candidates }, proposing);
  assert.ok(decision.ok, decision.ok ? "" : decision.refusal.kind);
  const candidate = decision.state.facts.find((f) => f.kind === "candidate");
  const header = decision.state.facts.find((f) => f.kind === "call");
  assert.ok(candidate && header);
  return { nomination: decision.state.nomination, candidate, call: header, facts: decision.state.facts };
};
const refused = (call: Call, proposing: Proposing) => {
  const decision = nominate(call, nothing, proposing);
  assert.ok(!decision.ok, "was accepted");
  return decision;
};

describe("a nomination", () => {
  it("makes a candidate who is asked, with a code that runs through the call", () => {
    const { nomination, candidate, call } = made(aCall({ numbered: 3 }), aProposal());
    assert.equal(nomination.code, "E7F3K04");
    assert.equal(nomination.candidate, candidate.id);
    assert.deepEqual([candidate.consent, candidate.asked, candidate.proposers], ["asked", 1, ["person:oskari"]]);
    assert.deepEqual([call.numbered, call.candidates, call.received], [4, 1, { t1: 1 }]);
  });

  it("doesn't move the call's revision, which the chair's forms build on", () => {
    assert.equal(made(aCall({ rev: 7 }), aProposal()).call.rev, 7);
  });

  it("is in time at the very instant of the deadline, and late a millisecond after, whatever the status is by then", () => {
    for (const status of ["open", "closed"] as const) {
      const call = aCall({ status });
      const at = (instant: number) => aProposal({ arrival: { way: "teams", at: instant } });
      assert.equal(made(call, at(deadline.at)).nomination.status, "inTime");
      assert.equal(refused(call, at(deadline.at + 1)).refusal.kind, "late");
    }
  });

  it("that is late is kept with its arrival, and makes no candidate", () => {
    const at = deadline.at + 1;
    const { refusal, keep } = refused(aCall({ late: 1 }), aProposal({ arrival: { way: "teams", at } }));
    assert.ok(refusal.kind === "late" && keep);
    assert.deepEqual(
      [keep.nomination.status, keep.nomination.code, keep.nomination.arrival.at],
      ["late", "M7F3K01", at],
    );
    assert.equal(keep.nomination.candidate, undefined);
    assert.deepEqual(
      keep.facts.map((f) => f.kind),
      ["call", "nomination"],
    );
    assert.deepEqual(
      keep.facts.map((f) => f.kind === "call" && [f.late, f.candidates, f.received]),
      [[2, 0, {}], false],
    );
  });

  it("keeps what came late even when something in it is missing", () => {
    const late = aProposal({ arrival: { way: "teams", at: deadline.at + 1 } }, { reason: undefined, reasons: {} });
    assert.equal(refused(aCall(), late).refusal.kind, "late");
  });

  it("follows the deadline of its own theme when that was extended alone", () => {
    const [first, ...rest] = aCall().seatGroups;
    assert.ok(first);
    const call = aCall({ seatGroups: [{ ...first, deadline: moment("2027-05-17", "12:00") }, ...rest] });
    const after = { arrival: { way: "teams", at: deadline.at + 1 } } as const;
    assert.equal(made(call, aProposal(after)).nomination.status, "inTime");
    assert.equal(refused(call, aProposal(after, { seatGroup: "t2" })).refusal.kind, "late");
  });

  it("with a date as deadline is in time until the last millisecond of that day", () => {
    const call = aCall({ deadline: moment("2027-05-14") });
    const midnight = moment("2027-05-15", "00:00").at;
    assert.equal(made(call, aProposal({ arrival: { way: "teams", at: midnight - 1 } })).nomination.status, "inTime");
    assert.equal(refused(call, aProposal({ arrival: { way: "teams", at: midnight } })).refusal.kind, "late");
  });

  it("sent twice with the same form is the same nomination", () => {
    const first = made(aCall(), aProposal()).nomination;
    assert.equal(first.id, nominationIdOf("call:7f3k", "nonce-0001", "person:oskari"));
    const again = nominate(aCall(), { ...nothing, existing: first }, aProposal());
    assert.deepEqual(again, { ok: true, state: { facts: [], events: [], nomination: first } });
    assert.notEqual(nominationIdOf("call:7f3k", "nonce-0001", "person:else"), first.id);
  });

  it("that came late gets the same refusal again, and is kept once", () => {
    const proposing = aProposal({ arrival: { way: "teams", at: deadline.at + 1 } });
    const { keep } = refused(aCall(), proposing);
    const again = nominate(aCall(), { ...nothing, existing: keep?.nomination }, proposing);
    assert.ok(!again.ok && again.refusal.kind === "late" && again.keep === undefined);
  });

  for (const [why, call, entry, kind] of [
    ["the call is a draft", { status: "draft" }, {}, "notOpen"],
    ["the call was cancelled", { status: "cancelled" }, {}, "cancelled"],
    ["the selection is made", { status: "selected" }, {}, "selected"],
    ["the theme isn't the call's", {}, { seatGroup: "t9" }, "unknownSeat"],
    ["the seats are filled elsewhere", {}, { seatGroup: "t4" }, "filledElsewhere"],
    ["the other theme is filled elsewhere", {}, { alternative: "t4" }, "filledElsewhere"],
    ["no theme is chosen of several", {}, { seatGroup: undefined }, "missing"],
    ["nobody is named", {}, { nominee: undefined }, "missing"],
    ["no organisation is named", {}, { organisations: [] }, "missing"],
    ["there is no reason", {}, { reason: undefined }, "missing"],
    ["a required criterion has no reason", {}, { reasons: {} }, "missing"],
    ["the person can't be reached", {}, { nominee: { name: "Sanna" } }, "missing"],
    ["the address is none", {}, { nominee: { name: "Sanna", email: "sanna" } }, "notEmail"],
    ["a reason is too long for so many criteria", {}, { reason: "x".repeat(1_001) }, "reasonTooLong"],
    [
      "organisations can't propose",
      { nominators: { organisations: false, joint: false, self: true } },
      {},
      "organisationsNotAllowed",
    ],
    [
      "nobody can propose themselves",
      { nominators: { organisations: true, joint: true, self: false } },
      { nominee: { name: "Oskari", person: "person:oskari" } },
      "selfNotAllowed",
    ],
    [
      "organisations can't propose jointly",
      { nominators: { organisations: true, joint: false, self: true } },
      {
        organisations: [
          { name: "A ry", confirmation: "own" },
          { name: "B ry", confirmation: "notConfirmed" },
        ],
      },
      "jointNotAllowed",
    ],
  ] as [string, Partial<Call>, Partial<Entry>, string][]) {
    it(`is refused when ${why}, and nothing is kept`, () => {
      const decision = refused(aCall(call), aProposal({}, entry));
      assert.deepEqual([decision.refusal.kind, decision.keep], [kind, undefined]);
    });
  }

  it("takes no substitute where none is looked for, and needs no theme where there is one", () => {
    const only = aCall({ seatGroups: [{ id: "s1", name: { fi: "Jäsenet" }, min: 10, max: 12, substitutes: false }] });
    const to = (entry: Partial<Entry>) => aProposal({}, { seatGroup: undefined, ...entry });
    assert.equal(refused(only, to({ role: "substitute" })).refusal.kind, "noSubstitutes");
    const { nomination } = made(only, to({ role: "either", alternative: "s1" }));
    assert.deepEqual([nomination.seatGroup, nomination.role, nomination.alternative], ["s1", "member", undefined]);
  });
});

describe("one's own nomination", () => {
  const own = aProposal({}, { nominee: { name: "Oskari", person: "person:oskari" }, organisations: [] });

  it("counts as consent, with the version of the text agreed to", () => {
    const { nomination, candidate } = made(aCall(), own);
    assert.equal(nomination.self, true);
    assert.equal(candidate.consent, "given");
    assert.deepEqual(candidate.answers, [{ state: "given", at: TODAY, way: "own", by: "person:oskari", text: "fi-1" }]);
  });

  it("gives consent also to a candidacy that others began, and takes back a decline", () => {
    const person: PersonId = "person:oskari";
    for (const consent of ["asked", "declined"] as const) {
      const before = aCandidate({ person, consent, nominations: ["nom:99"] });
      assert.equal(made(aCall(), own, [before]).candidate.consent, "given");
    }
  });

  it("entered from paper doesn't undo what the person has said since", () => {
    const said = { state: "declined", at: TODAY, way: "teams", by: "person:sanna", text: "fi-1" } as const;
    const before = aCandidate({ consent: "declined", answers: [said], nominations: ["nom:99"] });
    const paper = aProposal({
      self: true,
      by: "person:secretary",
      arrival: { way: "paper", at: TODAY - 1_000, enteredBy: "person:secretary", enteredAt: TODAY + 1_000 },
    });
    const { candidate } = made(aCall(), paper, [before]);
    assert.deepEqual([candidate.consent, candidate.answers.map((a) => a.state)], ["declined", ["given", "declined"]]);
  });
});

describe("a nomination that came by e-mail, phone or paper", () => {
  const entered = (at: number, enteredAt = deadline.at + 3_600_000) =>
    aProposal(
      { by: "person:secretary", arrival: { way: "paper", at, enteredBy: "person:secretary", enteredAt } },
      { reason: undefined, reasons: {}, nominee: { name: "Sanna Kaislamo" } },
    );

  it("counts by when it was received, also when it is entered after the closing and is incomplete", () => {
    const closed = aCall({ status: "closed" });
    const { nomination, candidate } = made(closed, entered(deadline.at));
    assert.deepEqual([nomination.status, nomination.by, candidate.proposers], ["inTime", undefined, []]);
    assert.equal(refused(closed, entered(deadline.at + 1)).refusal.kind, "late");
  });

  it("can't have been received in the future or before the opening", () => {
    assert.equal(refused(aCall(), entered(TODAY + 2, TODAY + 1)).refusal.kind, "notYetReceived");
    assert.equal(refused(aCall({ openedAt: TODAY }), entered(TODAY - 1)).refusal.kind, "receivedBeforeOpening");
  });

  it("is never entered by the officer whom it proposes", () => {
    const nominee = { name: "Sihteeri", person: "person:secretary" } as const;
    const { arrival } = entered(TODAY);
    const by = (person: PersonId) => aProposal({ arrival, by: person }, { nominee });
    assert.equal(refused(aCall(), by("person:secretary")).refusal.kind, "conflict");
    made(aCall(), by("person:chair"));
  });

  it("isn't taken once the selection is made", () => {
    const { refusal, keep } = refused(aCall({ status: "selected" }), entered(deadline.at));
    assert.deepEqual([refusal.kind, keep], ["selected", undefined]);
  });
});

describe("several nominations of one person", () => {
  const later = { nonce: "nonce-0002", by: "person:petra" } as const;

  it("make one candidate by the same e-mail, asked once, in the first proposal's theme", () => {
    const first = made(aCall(), aProposal());
    const email = "Sanna.Kaislamo@Example.org";
    const second = made(first.call, aProposal(later, { nominee: { name: "S. Kaislamo", email }, seatGroup: "t2" }), [
      first.candidate,
    ]);
    assert.equal(second.candidate.id, first.candidate.id);
    assert.deepEqual(second.candidate.nominations, [first.nomination.id, second.nomination.id]);
    assert.deepEqual([second.candidate.asked, second.candidate.seatGroup, second.call.candidates], [1, "t1", 1]);
    assert.deepEqual(second.candidate.proposers, ["person:oskari", "person:petra"]);
    assert.deepEqual(second.call.received, { t1: 1, t2: 1 });
  });

  it("make one candidate by the same Teams user, and two when only the names look the same", () => {
    const sanna = aCandidate({ person: "person:sanna", nominations: ["nom:99"] });
    const { email: _, ...without } = sanna;
    const named = (nominee: Entry["nominee"]) => made(aCall({ candidates: 1 }), aProposal({}, { nominee }), [without]);
    assert.equal(named({ name: "Sanna K.", person: "person:sanna" }).call.candidates, 1);
    assert.equal(named({ name: "Sanna Kaislamo", email: "other@example.org" }).call.candidates, 2);
  });

  it("stay apart when two Teams users share an address", () => {
    const sanna = aCandidate({ nominations: ["nom:99"] });
    const nominee = { name: "Petra", person: "person:petra", email: sanna.email ?? "" } as const;
    assert.notEqual(made(aCall(), aProposal({}, { nominee }), [sanna]).candidate.id, sanna.id);
  });

  it("stay apart when an address was only written beside a picked person, whichever comes first", () => {
    const address = "ritva.ulkopuolinen@example.org";
    const alone = { name: "Ritva Ulkopuolinen", email: address };
    const beside = { name: "Petra Lounasvuo", person: "person:petra", email: address, contactOnly: true } as const;
    for (const [one, another] of [
      [alone, beside],
      [beside, alone],
    ] as const) {
      const first = made(aCall(), aProposal({}, { nominee: one }));
      const second = made(first.call, aProposal(later, { nominee: another }), [first.candidate]);
      assert.notEqual(second.candidate.id, first.candidate.id);
      assert.equal(second.candidate.person, (another as { person?: string }).person);
      assert.deepEqual(lookAlikes([first.candidate, second.candidate]).get(first.candidate.id), [second.candidate.id]);
    }
  });

  it("know a candidate by their own address once it is known, not by what was only written", () => {
    const before = aCandidate({ email: "written@example.org", contactOnly: true, nominations: ["nom:99"] });
    const nominee = { name: "Sanna", person: "person:sanna", email: "sanna.kaislamo@example.org" } as const;
    const { candidate } = made(aCall(), aProposal({}, { nominee }), [before]);
    assert.deepEqual([candidate.email, candidate.contactOnly], ["sanna.kaislamo@example.org", undefined]);
  });

  it("ask anew in Teams once the person who was only an address turns out to be there", () => {
    const { person: _, ...unknown } = aCandidate({
      nominations: ["nom:99"],
      notReached: { reason: "notInTeams", at: TODAY },
    });
    const nominee = { name: "Sanna Kaislamo", person: "person:sanna", email: "sanna.kaislamo@example.org" } as const;
    const { candidate } = made(aCall(), aProposal({}, { nominee }), [unknown]);
    assert.deepEqual([candidate.person, candidate.asked, candidate.notReached], ["person:sanna", 2, undefined]);
  });

  it("join two candidates who turn out to be one, with what each of them answered", () => {
    const { email: _e, ...inTeams } = aCandidate({ id: "cand:a", person: "person:sanna", nominations: ["nom:a"] });
    const answer = { state: "declined", at: TODAY, way: "phone", by: "person:chair", text: "fi-1" } as const;
    const { person: _p, ...byAddress } = aCandidate({
      ...{ id: "cand:b", nominations: ["nom:b"], consent: "declined", answers: [answer] },
    });
    const behind = aNomination({ id: "nom:b", candidate: "cand:b" });
    const nominee = { name: "Sanna", person: "person:sanna", email: "sanna.kaislamo@example.org" } as const;
    const before = { existing: undefined, candidates: [inTeams, byAddress], behind: [behind] };
    const decision = nominate(aCall({ candidates: 2 }), before, aProposal({}, { nominee }));
    assert.ok(decision.ok);
    const [call, nomination, candidate, absorbed, moved] = decision.state.facts;
    assert.ok(candidate?.kind === "candidate" && absorbed?.kind === "candidate" && moved?.kind === "nomination");
    assert.deepEqual(candidate.nominations, ["nom:a", "nom:b", nomination?.id]);
    assert.deepEqual([candidate.id, candidate.consent, absorbed.mergedInto], ["cand:a", "declined", "cand:a"]);
    assert.deepEqual([moved.candidate, call?.kind === "call" && call.candidates], ["cand:a", 1]);
  });

  it("ask one who had ceased to stand anew, in the new proposal's theme, unless they declined", () => {
    for (const [consent, after, asked] of [
      ["given", "asked", 2],
      ["declined", "declined", 1],
      ["lapsed", "lapsed", 1],
    ] as const) {
      const before = aCandidate({ consent, nominations: [], proposers: [] });
      const nominee = { name: "Sanna", person: "person:sanna" } as const;
      const { candidate, call } = made(aCall(), aProposal({}, { nominee, seatGroup: "t3" }), [before]);
      assert.deepEqual([candidate.consent, candidate.asked, candidate.seatGroup], [after, asked, "t3"]);
      assert.equal(call.candidates, 1);
    }
  });

  it("don't bring back a candidate who declined or lapsed", () => {
    for (const consent of ["declined", "lapsed"] as const) {
      const before = aCandidate({ consent, nominations: ["nom:99"] });
      const nominee = { name: "Sanna", person: "person:sanna" } as const;
      const { candidate } = made(aCall(), aProposal({}, { nominee }), [before]);
      assert.deepEqual([candidate.consent, candidate.asked], [consent, 1]);
    }
  });
});

describe("the deadline", () => {
  it("parts in time from late by the millisecond, for any deadline and any arrival", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.boolean(), (off, closed) => {
        const at = deadline.at + off;
        const decision = nominate(
          aCall({ status: closed ? "closed" : "open" }),
          nothing,
          aProposal({ arrival: { way: "teams", at } }),
        );
        assert.equal(decision.ok, off <= 0);
      }),
    );
  });
});
