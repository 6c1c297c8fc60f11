import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import type { Answer, Candidate } from "../../bot/domain/candidate.ts";
import { isLive } from "../../bot/domain/deliveries.ts";
import { dueOfCandidate } from "../../bot/domain/due/candidate.ts";
import { due, shownDue } from "../../bot/domain/due.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { HOUR } from "../../bot/domain/time.ts";
import { aCall, aCandidate, aGroup, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const calendar = { isHoliday: (day: string) => day === "2027-05-13" };
const said = (candidate: Candidate, call: Call = aCall()) =>
  dueOfCandidate(candidate, { group: aGroup(), call, calendar });
const kinds = (candidate: Candidate, call?: Call) => said(candidate, call).map((d) => d.saying.kind);
const answer = (own: Partial<Answer> = {}): Answer => ({
  state: "given",
  at: TODAY,
  way: "teams",
  by: "person:sanna",
  text: "x",
  ...own,
});
const reminders = (candidate: Candidate, call?: Call) =>
  said(candidate, call)
    .filter((d) => d.saying.kind === "consentReminder")
    .map((d) => d.at);

describe("what a candidacy causes to be said", () => {
  it("asks the candidate once for each asking, in Teams or at the address given", () => {
    const [first] = said(aCandidate());
    assert.deepEqual([first?.key, first?.to], ["request:1", [{ to: "person", person: "person:sanna" }]]);
    const { person: _, ...nobody } = aCandidate({ asked: 2 });
    const [second] = said(nobody);
    assert.equal(second?.key, "request:2");
    assert.deepEqual(second?.to, [{ to: "address", name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" }]);
  });

  it("doesn't ask who put themself forward, and tells nobody that it counts as consent", () => {
    const own = aCandidate({ consent: "given", answers: [answer({ way: "own" })], proposers: ["person:sanna"] });
    assert.deepEqual(kinds(own), []);
  });

  it("keeps an answered request alive, so that its card follows the answer", () => {
    assert.ok(
      kinds(aCandidate({ consent: "given", answers: [answer()], said: ["request:1"] })).includes("consentRequest"),
    );
  });

  it("reminds half-way and a working day before the consent deadline, never on a quiet hour", () => {
    assert.deepEqual(reminders(aCandidate()), [
      moment("2027-05-12", "15:07").at + 30_000,
      moment("2027-05-17", "16:15").at,
    ]);
    const weekend = aCall({ consentBy: moment("2027-05-10", "12:00") });
    const friday = aCandidate({ askedAt: moment("2027-05-07", "21:00").at });
    assert.deepEqual(reminders(friday, weekend), [moment("2027-05-10", "08:00").at]);
  });

  it("reminds nobody who has answered, can't be reached, or has less than two hours", () => {
    assert.deepEqual(reminders(aCandidate({ consent: "given", answers: [answer()] })), []);
    assert.deepEqual(reminders(aCandidate({ notReached: { reason: "noApp", at: TODAY } })), []);
    assert.deepEqual(reminders(aCandidate({ askedAt: moment("2027-05-18", "16:15").at - HOUR })), []);
    const { person: _, email: __, ...nobody } = aCandidate();
    assert.deepEqual(reminders(nobody), []);
  });

  it("writes to the address of a candidate who isn't in Teams, and no more once it took no message", () => {
    const { person: _, ...outside } = aCandidate();
    const bound = aCandidate({ outside: true });
    for (const candidate of [outside, bound]) {
      const to = [{ to: "address", name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" }];
      const due = said({ ...candidate, move: { to: "t2", note: "", by: "person:chair", at: TODAY, state: "asked" } });
      const toThem = due.filter((d) => ["consentReminder", "moveRequest"].includes(d.saying.kind));
      assert.equal(toThem.length, 3);
      for (const one of toThem) assert.deepEqual(one.to, to);
      const lost = { ...candidate, notReached: { reason: "noMailbox", at: TODAY } } as const;
      assert.deepEqual(reminders(lost), []);
      assert.ok(
        !said({ ...lost, move: { to: "t2", note: "", by: "person:chair", at: TODAY, state: "asked" } }).some(
          (d) => d.saying.kind === "moveRequest",
        ),
      );
    }
  });

  it("reminds once more whenever a chair asks, at the next allowed hour", () => {
    const asked = aCandidate({ reminded: 1, remindedAt: moment("2027-05-12", "21:00").at });
    const due = said(asked).find((d) => d.key === "reminder:1:chair:1");
    assert.equal(due?.at, moment("2027-05-14", "08:00").at, "Thursday 13.5. is a holiday");
    assert.equal(due?.until, moment("2027-05-18", "16:15").at);
  });

  it("tells each outcome to proposers and officers, and not to the candidate", () => {
    for (const consent of ["given", "declined", "lapsed"] as const) {
      const answers = consent === "lapsed" ? [] : [answer({ state: consent })];
      const outcome = said(aCandidate({ consent, answers })).find((d) => d.saying.kind === "consentOutcome");
      assert.deepEqual(
        outcome?.to.map((to) => to.to === "person" && to.person),
        ["person:oskari", "person:chair", "person:vice", "person:secretary"],
      );
    }
    const keys = [answer(), answer({ state: "declined" })].map(
      (_, n, all) =>
        said(aCandidate({ consent: all[n]?.state ?? "given", answers: all.slice(0, n + 1) })).find(
          (d) => d.saying.kind === "consentOutcome",
        )?.key,
    );
    assert.equal(new Set(keys).size, 2);
  });

  it("tells that a candidate wasn't reached, also when the wrong person was an officer", () => {
    const lost = aCandidate({ person: "person:chair", notReached: { reason: "notThisPerson", at: TODAY } });
    const due = said(lost).find((d) => d.saying.kind === "notReached");
    assert.ok(due?.to.some((to) => to.to === "person" && to.person === "person:chair"));
  });

  it("tells a candidate when nothing is left, if they had been asked and it was them", () => {
    const gone = aCandidate({ nominations: [], said: ["request:1"] });
    assert.ok(kinds(gone).includes("nominationsWithdrawn"));
    assert.ok(!kinds({ ...gone, said: [] }).includes("nominationsWithdrawn"));
    assert.ok(!kinds({ ...gone, notReached: { reason: "notThisPerson", at: TODAY } }).includes("nominationsWithdrawn"));
    assert.ok(!kinds({ ...gone, mergedInto: "cand:02" }).includes("nominationsWithdrawn"));
  });

  it("tells the vice chair of each conflict that is marked, and the others when the vice chair can't handle it", () => {
    const by = (...persons: PersonId[]) =>
      aCandidate({ conflicts: persons.map((person) => ({ person, because: "employee" as const, at: TODAY })) });
    const told = (candidate: Candidate) =>
      said(candidate).flatMap((d) =>
        d.saying.kind === "conflictMarked" ? [[d.key, ...d.to.map((to) => to.to === "person" && to.person)]] : [],
      );
    assert.deepEqual(told(by("person:chair", "person:secretary")), [
      ["conflict:person:chair", "person:vice"],
      ["conflict:person:secretary", "person:vice"],
    ]);
    assert.deepEqual(told(by("person:chair")), [["conflict:person:chair", "person:vice"]]);
    assert.deepEqual(told(by("person:vice")), [["conflict:person:vice", "person:chair", "person:secretary"]]);
    assert.deepEqual(told(by("person:vice", "person:chair", "person:secretary")), []);
  });

  it("asks about a move, and tells the officers what was answered", () => {
    const move = { to: "t2", note: "x", by: "person:chair", at: TODAY, state: "asked" } as const;
    assert.ok(kinds(aCandidate({ move })).includes("moveRequest"));
    assert.ok(!kinds(aCandidate({ move })).includes("moveAnswered"));
    const answered = aCandidate({ move: { ...move, state: "refused" }, said: [`move:${TODAY}`] });
    assert.ok(kinds(answered).includes("moveAnswered"));
    assert.ok(kinds(answered).includes("moveRequest"), "its card tells the answer");
  });

  it("has the same live cards whether or not the reminders are worked out", () => {
    const move = { to: "t2", note: "x", by: "person:chair", at: TODAY, state: "asked" } as const;
    const some = [
      {},
      { said: ["request:1"], consent: "given", answers: [answer()] },
      { move },
      { move: { ...move, state: "approved" }, said: ["request:1", `move:${TODAY}`] },
      { nominations: [], said: ["request:1"] },
      { notReached: { reason: "noApp", at: TODAY } },
      { mergedInto: "cand:02" },
    ] satisfies Partial<Candidate>[];
    for (const own of some) {
      const [candidate, around] = [aCandidate(own), { group: aGroup(), call: aCall(), calendar }];
      assert.deepEqual(
        shownDue(candidate, around),
        due(candidate, around).filter((d) => isLive(d.saying)),
      );
    }
  });
});
