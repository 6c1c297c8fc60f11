import assert from "node:assert/strict";
import type { Answer, Candidate } from "../../bot/domain/candidate.ts";
import { answer, barred, hasLapsed, limitOf, notMe, type Press } from "../../bot/domain/consent.ts";
import { passTime } from "../../bot/domain/passing.ts";
import { aCall, aCandidate, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const deadline = moment("2027-05-18", "16:15").at;
const press = (own: Partial<Press> = {}): Press => ({
  by: "person:sanna",
  nonce: "nonce-0001",
  rev: 1,
  arrivedAt: TODAY,
  ...own,
});
const given = { state: "given", text: "fi-0123456789abcdef" } as const;
const anAnswer = (own: Partial<Answer> = {}): Answer => ({
  ...given,
  at: TODAY,
  way: "teams",
  by: "person:sanna",
  ...own,
});
const answered = (own: Partial<Candidate> = {}) => aCandidate({ consent: "given", answers: [anAnswer()], ...own });
const give = (candidate: Candidate, own: Partial<Press> = {}, call = aCall()) =>
  answer({ call, candidate, nominations: [] }, given, press({ rev: candidate.rev, ...own }));
const refusal = (decision: ReturnType<typeof give>) => (decision.ok ? undefined : decision.refusal.kind);

describe("a candidate's answer", () => {
  it("is kept with who, when, which way, its limit and the version of the text answered to", () => {
    const decision = answer(
      { call: aCall(), candidate: aCandidate(), nominations: [] },
      { ...given, limit: { role: "substitute", text: "vain syksyllä" } },
      press(),
    );
    assert.ok(decision.ok);
    assert.equal(decision.state.candidate.consent, "given");
    assert.equal(decision.state.candidate.rev, 2);
    assert.deepEqual(decision.state.events, ["consentGiven"]);
    assert.deepEqual(decision.state.candidate.answers, [
      {
        state: "given",
        text: "fi-0123456789abcdef",
        limit: { role: "substitute", text: "vain syksyllä" },
        at: TODAY,
        way: "teams",
        by: "person:sanna",
      },
    ]);
  });

  it("is taken from the candidate's own person only", () => {
    for (const by of ["person:oskari", "person:chair", "person:stranger"] as const)
      assert.equal(refusal(give(aCandidate(), { by })), "notYours");
    const { person: _, ...nobody } = aCandidate();
    assert.equal(refusal(give(nobody)), "notYours");
  });

  it("isn't taken from somebody who said that they aren't the candidate", () => {
    const wrong = aCandidate({ notReached: { reason: "notThisPerson", at: TODAY } });
    assert.equal(refusal(give(wrong)), "notYours");
  });

  it("is in time at the very instant of the consent deadline, and lapsed a millisecond after", () => {
    assert.ok(give(aCandidate(), { arrivedAt: deadline }).ok);
    assert.equal(refusal(give(aCandidate(), { arrivedAt: deadline + 1 })), "lapsed");
    assert.equal(hasLapsed({ call: aCall(), candidate: aCandidate() }, deadline), false);
    assert.equal(hasLapsed({ call: aCall(), candidate: aCandidate() }, deadline + 1), true);
  });

  it("counts when it arrived in time, also when the lapse was written down before it", () => {
    const [lapsed] = passTime(aCandidate(), { call: aCall() }, deadline + 1).facts as [Candidate];
    assert.equal(lapsed.consent, "lapsed");
    const decision = answer(
      { call: aCall(), candidate: lapsed, nominations: [] },
      given,
      press({ arrivedAt: deadline }),
    );
    assert.ok(decision.ok);
    assert.equal(decision.state.candidate.consent, "given");
    assert.equal(
      refusal(answer({ call: aCall(), candidate: lapsed, nominations: [] }, given, press({ arrivedAt: deadline + 1 }))),
      "lapsed",
    );
  });

  it("follows a candidate's own consent deadline where there is one", () => {
    const candidate = aCandidate({ consentBy: moment("2027-05-20", "12:00") });
    assert.ok(give(candidate, { arrivedAt: deadline + 1 }).ok);
    assert.equal(refusal(give(candidate, { arrivedAt: moment("2027-05-20", "12:00").at + 1 })), "lapsed");
  });

  it("can be changed until the selection, also after the consent deadline", () => {
    const decision = answer(
      { call: aCall({ status: "closed" }), candidate: answered(), nominations: [] },
      { ...given, state: "declined", reason: "muutan" },
      press({ arrivedAt: deadline + 86_400_000 }),
    );
    assert.ok(decision.ok);
    assert.equal(decision.state.candidate.consent, "declined");
    assert.deepEqual(
      decision.state.candidate.answers.map((a) => a.state),
      ["given", "declined"],
    );
    for (const status of ["selected", "cancelled"] as const)
      assert.equal(refusal(give(answered(), {}, aCall({ status }))), "callOver");
  });

  it("isn't revived by the candidate once it has lapsed", () => {
    assert.equal(refusal(give(aCandidate({ consent: "lapsed", rev: 2 }), { arrivedAt: deadline + 5 })), "lapsed");
  });

  it("has one effect however often the press is delivered, and an old press can't undo a newer one", () => {
    const first = give(aCandidate());
    assert.ok(first.ok);
    const again = answer({ call: aCall(), candidate: first.state.candidate, nominations: [] }, given, press());
    assert.ok(again.ok);
    assert.deepEqual(again.state.facts, []);
    const old = answer(
      { call: aCall(), candidate: first.state.candidate, nominations: [] },
      given,
      press({ nonce: "nonce-0002" }),
    );
    assert.equal(refusal(old), "stale");
  });

  it("has nothing to answer to once the proposals are withdrawn or merged", () => {
    assert.equal(refusal(give(aCandidate({ nominations: [] }))), "notStanding");
    assert.equal(refusal(give(aCandidate({ mergedInto: "cand:02" }))), "notStanding");
  });

  it("can be limited to a theme that somebody proposed them for, or to which they moved, and to no other", () => {
    const limited = (seatGroup: string, own: Partial<Candidate> = {}) => {
      const nominations = [aNomination(), aNomination({ seatGroup: "t1", alternative: "t2" })];
      return answer(
        { call: aCall(), candidate: aCandidate(own), nominations },
        { ...given, limit: { seatGroup } },
        press(),
      );
    };
    for (const seatGroup of ["t3", "t4", "t9"]) assert.equal(refusal(limited(seatGroup)), "limitImpossible");
    for (const seatGroup of ["t1", "t2"]) assert.ok(limited(seatGroup).ok);
    const move = { to: "t3", note: "x", by: "person:chair", at: TODAY, state: "approved" } as const;
    assert.ok(limited("t3", { move, seatGroup: "t3" }).ok);
    assert.equal(refusal(limited("t3", { move: { ...move, state: "asked" } })), "limitImpossible");
  });

  it("clears that the candidate wasn't reached: who answers has been", () => {
    const decision = give(aCandidate({ notReached: { reason: "noApp", at: TODAY } }));
    assert.ok(decision.ok);
    assert.equal(decision.state.candidate.notReached, undefined);
  });
});

describe("\u201CI am not this person\u201D", () => {
  it("leaves the candidacy asked, tells why it isn't reached, and takes the card from the one who said so", () => {
    const decision = notMe({ call: aCall(), candidate: aCandidate() }, press());
    assert.ok(decision.ok);
    const { candidate } = decision.state;
    assert.equal(candidate.consent, "asked");
    assert.equal(candidate.notReached?.reason, "notThisPerson");
    assert.equal(barred({ call: aCall(), candidate }, press())?.kind, "notYours");
    const again = notMe({ call: aCall(), candidate }, press());
    assert.ok(again.ok);
    assert.deepEqual(again.state.facts, []);
  });

  it("isn't said after an answer, nor by others", () => {
    const after = notMe({ call: aCall(), candidate: answered() }, press());
    assert.equal(after.ok ? undefined : after.refusal.kind, "alreadyAnswered");
    const other = notMe({ call: aCall(), candidate: aCandidate() }, press({ by: "person:oskari" }));
    assert.equal(other.ok ? undefined : other.refusal.kind, "notYours");
  });
});

describe("a limit to one theme", () => {
  it("is lifted by approving a move to another theme, and by nothing else", () => {
    const limited = answered({ answers: [anAnswer({ limit: { seatGroup: "t1", role: "member" } })] });
    const move = { to: "t2", note: "", by: "person:chair", at: TODAY + 1, state: "approved" } as const;
    assert.deepEqual(limitOf(limited), { seatGroup: "t1", role: "member" });
    assert.deepEqual(limitOf({ ...limited, move }), { role: "member" });
    assert.deepEqual(limitOf({ ...limited, move: { ...move, state: "refused" } }), { seatGroup: "t1", role: "member" });
    assert.deepEqual(limitOf({ ...limited, move: { ...move, at: TODAY - 1 } }), { seatGroup: "t1", role: "member" });
  });
});
