import assert from "node:assert/strict";
import type { Answer, Candidate } from "../../bot/domain/candidate.ts";
import { type Address, addressBarred, fixAddress, markHandled } from "../../bot/domain/candidate-address.ts";
import { markConflict } from "../../bot/domain/candidate-conflict.ts";
import { merge } from "../../bot/domain/candidate-merge.ts";
import { answerMove, move, recordMove } from "../../bot/domain/candidate-move.ts";
import { conflictOf, mayHandle, mayLead } from "../../bot/domain/candidate-officer.ts";
import { recordAnswer, revive } from "../../bot/domain/candidate-record.ts";
import type { Press } from "../../bot/domain/consent.ts";
import type { Decision } from "../../bot/domain/decision.ts";
import { isNominee } from "../../bot/domain/nominate-join.ts";
import { publishedReason, redact } from "../../bot/domain/redaction.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const press = (own: Partial<Press> = {}): Press => ({
  by: "person:chair",
  nonce: "nonce-0001",
  rev: 1,
  arrivedAt: TODAY,
  ...own,
});
const found = (candidate: Candidate = aCandidate(), call = aCall(), group = aGroup(), others: Candidate[] = []) => ({
  ...{ group, call, candidate, others, nominations: [] },
});
const kind = (decision: Decision<unknown, { kind: string }>) => (decision.ok ? undefined : decision.refusal.kind);
const state = <S>(decision: Decision<S, unknown>): S => {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.state;
};
const anAnswer = (own: Partial<Answer> = {}): Answer => ({
  state: "given",
  at: TODAY,
  way: "teams",
  by: "person:sanna",
  text: "fi-0123456789abcdef",
  ...own,
});

describe("a conflict of interest", () => {
  it("is plain to see when an officer is the candidate or proposed them, and marked otherwise", () => {
    assert.equal(conflictOf(aCandidate({ person: "person:chair" }), "person:chair"), "candidate");
    assert.equal(conflictOf(aCandidate({ proposers: ["person:chair"] }), "person:chair"), "proposer");
    const marked = state(markConflict(found(), "employee", press())).candidate;
    assert.equal(conflictOf(marked, "person:chair"), "employee");
    assert.equal(mayHandle(aGroup(), marked, "person:chair"), false);
    assert.equal(mayHandle(aGroup(), marked, "person:secretary"), true);
  });

  it("passes what only a chair decides to the vice chair, once every chair has one", () => {
    const candidate = aCandidate();
    assert.equal(mayLead(aGroup(), candidate, "person:vice"), false);
    assert.equal(mayLead(aGroup(), candidate, "person:secretary"), false);
    const own = aCandidate({ proposers: ["person:chair"] });
    assert.equal(mayLead(aGroup(), own, "person:chair"), false);
    assert.equal(mayLead(aGroup(), own, "person:vice"), true);
    assert.equal(mayLead(aGroup({ chairs: ["person:chair", "person:co"] }), own, "person:vice"), false);
  });

  it("is marked by officers about themselves only once", () => {
    assert.equal(kind(markConflict(found(), "other", press({ by: "person:oskari" }))), "notAllowed");
    const marked = state(markConflict(found(), "other", press())).candidate;
    assert.deepEqual(state(markConflict(found(marked), "employee", press({ nonce: "nonce-0002" }))).facts, []);
  });

  it("keeps an officer from every change of the case", () => {
    const own = found(aCandidate({ proposers: ["person:chair"], consent: "lapsed" }));
    const given = {
      state: "given",
      way: "phone",
      receivedBy: "N. N.",
      received: moment("2027-05-06", "10:00"),
      text: "x",
    } as const;
    const consentBy = moment("2027-05-25", "12:00");
    for (const decision of [
      recordAnswer(own, given, press()),
      revive(own, { reason: "x", consentBy }, press()),
      move(own, { to: "t2", note: "x" }, press()),
      markHandled(own, { note: "x" }, press()),
      fixAddress(own, { name: "x" }, press()),
      merge(own, { other: aCandidate({ id: "cand:02" }), nominations: [] }, { ...press(), otherRev: 1 }),
      redact({ ...own, nomination: aNomination() }, { field: "reason", text: "" }, press()),
    ])
      assert.equal(kind(decision), "conflict");
  });
});

describe("an answer received outside Teams", () => {
  const given = {
    state: "given",
    way: "paper",
    receivedBy: "Tiina Saraluoto",
    received: moment("2027-05-06", "10:00"),
    text: "fi-0123456789abcdef",
  } as const;

  it("is recorded by an officer with who received it, when and how", () => {
    const { candidate, events } = state(recordAnswer(found(), given, press()));
    assert.deepEqual(events, ["consentRecorded"]);
    assert.equal(candidate.consent, "given");
    const { received, ...rest } = given;
    assert.deepEqual(candidate.answers, [{ ...rest, at: received.at, by: "person:chair" }]);
    assert.equal(kind(recordAnswer(found(), given, press({ by: "person:oskari" }))), "notAllowed");
  });

  it("counts by when it was received, also after the lapse; later ones need a revival first", () => {
    const lapsed = aCandidate({ consent: "lapsed", rev: 2 });
    const late = press({ rev: 2, arrivedAt: moment("2027-05-19", "12:00").at });
    const at = (time: string) => ({ ...given, received: moment("2027-05-18", time) });
    assert.ok(recordAnswer(found(lapsed), at("16:15"), late).ok);
    assert.equal(kind(recordAnswer(found(lapsed), at("16:16"), late)), "receivedLate");
    assert.equal(kind(recordAnswer(found(aCandidate({ rev: 2 })), at("16:16"), late)), "receivedLate");
  });

  it("doesn't undo an answer that was given after it was received", () => {
    const declined = aCandidate({ consent: "declined", answers: [anAnswer({ state: "declined", at: TODAY - 1 })] });
    const { candidate } = state(recordAnswer(found(declined), given, press()));
    assert.equal(candidate.consent, "declined");
    assert.deepEqual(
      candidate.answers.map((a) => a.way),
      ["paper", "teams"],
    );
  });

  it("can't be limited to a theme that nobody proposed the candidate for", () => {
    for (const seatGroup of ["t2", "t99"])
      assert.equal(kind(recordAnswer(found(), { ...given, limit: { seatGroup } }, press())), "limitImpossible");
    assert.ok(recordAnswer(found(), { ...given, limit: { seatGroup: "t1" } }, press()).ok);
  });

  it("can't come from the future", () => {
    assert.equal(
      kind(recordAnswer(found(), { ...given, received: moment("2027-05-06", "14:01") }, press())),
      "notYetReceived",
    );
  });
});

describe("a lapsed candidacy", () => {
  const consentBy = moment("2027-05-19", "16:15");
  const lapsed = () => aCandidate({ consent: "lapsed", rev: 2, said: ["request:1"] });
  const late = (own: Partial<Press> = {}) => press({ rev: 2, arrivedAt: moment("2027-05-18", "17:00").at, ...own });

  it("is revived by a chair only, with a reason and a new time; the candidate is asked anew", () => {
    assert.equal(
      kind(revive(found(lapsed()), { reason: "x", consentBy }, late({ by: "person:secretary" }))),
      "chairOnly",
    );
    assert.equal(kind(revive(found(lapsed()), { reason: "x", consentBy }, late({ by: "person:vice" }))), "chairOnly");
    const { candidate } = state(revive(found(lapsed()), { reason: "Oli sairaana", consentBy }, late()));
    assert.equal(candidate.consent, "asked");
    assert.equal(candidate.asked, 2);
    assert.equal(candidate.consentBy, consentBy);
    assert.equal(candidate.revived?.reason, "Oli sairaana");
  });

  it("isn't revived into the past, nor when it hasn't lapsed", () => {
    assert.equal(
      kind(revive(found(lapsed()), { reason: "x", consentBy: moment("2027-05-18", "17:00") }, late())),
      "deadlinePassed",
    );
    assert.equal(kind(revive(found(), { reason: "x", consentBy }, press())), "notLapsed");
  });

  it("is never given longer than until the decision meeting", () => {
    const until = (time: string) => {
      const call = aCall({ decisionMeeting: moment("2027-05-20", "09:00") });
      return kind(revive(found(lapsed(), call), { reason: "x", consentBy: moment("2027-05-20", time) }, late()));
    };
    assert.deepEqual([until("09:00"), until("09:01")], [undefined, "afterMeeting"]);
  });
});

describe("a corrected address", () => {
  it("asks anew who hasn't answered, and clears that they weren't reached", () => {
    const lost = aCandidate({ notReached: { reason: "notInTeams", at: TODAY } });
    const { candidate } = state(fixAddress(found(lost), { name: "Sanna Kaislamo", person: "person:sanna-2" }, press()));
    assert.equal(candidate.asked, 2);
    assert.equal(candidate.person, "person:sanna-2");
    assert.equal(candidate.email, undefined);
    assert.equal(candidate.notReached, undefined);
  });

  it("asks nobody who has answered, and nobody when only the phone changed", () => {
    const answered = aCandidate({ consent: "given", answers: [anAnswer()] });
    assert.equal(state(fixAddress(found(answered), { name: "S", email: "s@example.org" }, press())).candidate.asked, 1);
    const { name, person, email } = aCandidate();
    const phone = { name, ...(person && { person }), ...(email && { email }), phone: "0100 1" };
    assert.equal(state(fixAddress(found(), phone, press())).candidate.asked, 1);
    const { phone: _, ...same } = phone;
    assert.equal(kind(fixAddress(found(), same, press())), "nothingNew");
  });

  it("is given by officers, and by a proposer only while the candidate isn't reached", () => {
    const lost = aCandidate({ notReached: { reason: "notInTeams", at: TODAY } });
    assert.equal(addressBarred(found(lost), "person:oskari"), undefined);
    assert.equal(addressBarred(found(), "person:oskari")?.kind, "notAllowed");
    assert.equal(addressBarred(found(lost), "person:stranger")?.kind, "notAllowed");
    assert.equal(
      kind(fixAddress(found(lost), { name: "x", person: "person:oskari" }, press({ by: "person:oskari" }))),
      "ownAddress",
    );
    assert.equal(kind(fixAddress(found(), { name: "x", person: "person:chair" }, press())), "ownAddress");
  });

  it("written beside a person is a way to reach them, until one is given that tells who they are", () => {
    const beside = { name: "S", person: "person:s", email: "s@example.org", contactOnly: true } as const;
    const { candidate } = state(fixAddress(found(), beside, press()));
    assert.equal(isNominee(candidate, { name: "S", email: "s@example.org" }), false);
    const { person: _, contactOnly: _c, ...alone } = beside;
    const next = state(fixAddress(found(candidate), alone, press({ rev: candidate.rev, nonce: "nonce-0002" })));
    assert.equal(isNominee(next.candidate, { name: "S", email: "s@example.org" }), true);
  });

  it("isn't another candidate's: who stands in the call already isn't asked twice", () => {
    const { person: _, ...lost } = aCandidate({ name: "Snna", email: "wrong@example.org" });
    const sanna = aCandidate({ id: "cand:02" });
    const fixed = (address: Address, other: Candidate) =>
      fixAddress(found(lost, aCall(), aGroup(), [lost, other]), address, press());
    for (const address of [{ person: "person:sanna" }, { email: "Sanna.Kaislamo@example.org" }] as const) {
      const decision = fixed({ name: "Sanna", ...address }, sanna);
      assert.ok(!decision.ok && decision.refusal.kind === "otherCandidate");
      assert.equal(decision.refusal.other, "cand:02");
      assert.ok(fixed({ name: "Sanna", ...address }, { ...sanna, nominations: [] }).ok);
    }
  });

  it("can be left alone: handled by phone", () => {
    const lost = aCandidate({ notReached: { reason: "noApp", at: TODAY } });
    assert.equal(
      state(markHandled(found(lost), { note: "Soitettu" }, press())).candidate.notReached?.handled,
      "Soitettu",
    );
  });
});

describe("a move to another theme", () => {
  const moving = () => state(move(found(), { to: "t2", note: "Täällä tarvitaan." }, press())).candidate;

  it("holds only once the candidate approves", () => {
    assert.equal(moving().seatGroup, "t1");
    const own = press({ by: "person:sanna", rev: 2, nonce: "nonce-0002" });
    assert.equal(state(answerMove(found(moving()), true, own)).candidate.seatGroup, "t2");
    assert.equal(state(answerMove(found(moving()), false, own)).candidate.seatGroup, "t1");
    assert.equal(kind(answerMove(found(moving()), true, { ...own, by: "person:chair" })), "notYours");
  });

  it("is answered once: the other button pressed afterwards changes nothing", () => {
    const own = press({ by: "person:sanna", rev: 2, nonce: "nonce-0002" });
    const { candidate } = state(answerMove(found(moving()), false, own));
    assert.deepEqual(state(answerMove(found(candidate), true, own)).facts, []);
    assert.equal(kind(answerMove(found(candidate), true, { ...own, rev: 3, nonce: "nonce-0003" })), "noMove");
  });

  it("goes only to a theme that the call fills, and that is another one", () => {
    for (const to of ["t4", "t9"]) assert.equal(kind(move(found(), { to, note: "x" }, press())), "noSuchTheme");
    assert.equal(kind(move(found(), { to: "t1", note: "x" }, press())), "sameTheme");
  });

  it("may be answered to an officer, who writes it down", () => {
    const by = press({ rev: 2, nonce: "nonce-0002" });
    assert.equal(state(recordMove(found(moving()), true, by)).candidate.seatGroup, "t2");
    assert.equal(kind(recordMove(found(), true, press())), "noMove");
  });
});

describe("two candidates who are one", () => {
  const other = (own: Partial<Candidate> = {}) =>
    aCandidate({ id: "cand:02", nominations: ["nom:02"], proposers: ["person:petra"], ...own });
  const merged = (a: Candidate, b: Candidate) =>
    state(
      merge(
        found(a, aCall({ candidates: 2 })),
        { other: b, nominations: [aNomination({ id: "nom:02", candidate: "cand:02" })] },
        { ...press({ rev: a.rev }), otherRev: b.rev },
      ),
    );

  it("keep all proposals and proposers, and the other leads to the one that stays", () => {
    const { candidate, facts } = merged(aCandidate(), other());
    assert.deepEqual(candidate.nominations, ["nom:01", "nom:02"]);
    assert.deepEqual(candidate.proposers, ["person:oskari", "person:petra"]);
    const [call, , gone, nomination] = facts as never as [
      { candidates: number },
      never,
      Candidate,
      { candidate: string },
    ];
    assert.equal(call.candidates, 1);
    assert.deepEqual([gone.mergedInto, gone.nominations], ["cand:01", []]);
    assert.equal(nomination.candidate, "cand:01");
  });

  it("keep the newest answer of either", () => {
    const yes = aCandidate({ consent: "given", answers: [anAnswer({ at: TODAY })] });
    const no = other({ consent: "declined", answers: [anAnswer({ state: "declined", at: TODAY + 1 })] });
    assert.equal(merged(yes, no).candidate.consent, "declined");
    assert.equal(merged(aCandidate(), other({ consent: "lapsed" })).candidate.consent, "asked");
    assert.equal(merged(aCandidate({ consent: "lapsed" }), other({ consent: "lapsed" })).candidate.consent, "lapsed");
  });

  it("are asked anew only when the one that stays could not be asked before", () => {
    const { person: _, ...unknown } = aCandidate();
    assert.equal(merged(unknown, other({ person: "person:sanna" })).candidate.asked, 2);
    assert.equal(merged(aCandidate(), other({ person: "person:sanna" })).candidate.asked, 1);
  });

  it("are merged only as both were drawn, and never a candidate with itself", () => {
    const target = found();
    const at = { other: other({ rev: 2 }), nominations: [] };
    assert.equal(kind(merge(target, at, { ...press(), otherRev: 1 })), "stale");
    assert.equal(kind(merge(target, { ...at, other: aCandidate() }, { ...press(), otherRev: 1 })), "sameCandidate");
    const own = other({ proposers: ["person:chair"] });
    assert.equal(kind(merge(target, { other: own, nominations: [] }, { ...press(), otherRev: 1 })), "conflict");
  });
});

describe("a redaction", () => {
  const on = (own = {}) => ({ group: aGroup(), call: aCall(), nomination: aNomination(own), candidate: aCandidate() });

  it("changes what is published of a reason and keeps the original", () => {
    const { nomination } = state(redact(on(), { field: "reason", text: "Tuntee omaisten arjen." }, press()));
    assert.equal(nomination.reason, "Tuntee omaisten arjen ja järjestökentän.");
    assert.equal(publishedReason(nomination, "reason"), "Tuntee omaisten arjen.");
    assert.equal(publishedReason(nomination, "c1"), nomination.reasons.c1);
  });

  it("publishes nothing when it is empty, and goes away with the original text", () => {
    const { nomination } = state(redact(on(), { field: "c1", text: "" }, press()));
    assert.equal(publishedReason(nomination, "c1"), "");
    const back = redact(
      { ...on(), nomination },
      { field: "c1", text: nomination.reasons.c1 ?? "" },
      press({ rev: 2, nonce: "nonce-0002" }),
    );
    assert.deepEqual(state(back).nomination.redacted, {});
  });

  it("is an officer's, of a reason that is there", () => {
    assert.equal(kind(redact(on(), { field: "reason", text: "" }, press({ by: "person:oskari" }))), "notAllowed");
    for (const field of ["c2", "constructor", "__proto__"])
      assert.equal(kind(redact(on(), { field, text: "" }, press())), "noSuchReason");
  });
});
