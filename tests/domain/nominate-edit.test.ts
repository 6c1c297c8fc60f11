import assert from "node:assert/strict";
import type { Answer } from "../../bot/domain/candidate.ts";
import { confirm } from "../../bot/domain/nominate-confirm.ts";
import { edit, type Standing, withdraw } from "../../bot/domain/nominate-edit.ts";
import type { Entry } from "../../bot/domain/nominate-entry.ts";
import { acceptLate } from "../../bot/domain/nominate-late.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const deadline = moment("2027-05-14", "16:15");
const aPress = (own = {}) => ({ by: "person:oskari" as const, nonce: "nonce-0009", rev: 1, arrivedAt: TODAY, ...own });
const standing = (own: Partial<Standing> = {}): Standing => ({
  group: aGroup(),
  call: aCall({ received: { t1: 1 }, candidates: 1 }),
  nomination: aNomination(),
  candidate: aCandidate(),
  ...own,
});
const written = (own: Partial<Entry> = {}): Entry => ({
  organisations: aNomination().organisations,
  seatGroup: "t1",
  role: "member",
  reason: "Uusi perustelu.",
  reasons: { c1: "Uusi." },
  ...own,
});
const given = (way: Answer["way"], at = TODAY): Answer => ({ state: "given", at, way, by: "person:sanna", text: "fi" });

describe("changing a proposal", () => {
  it("is the sender's until the deadline's instant, and keeps the person", () => {
    const decision = edit(standing(), written(), aPress({ arrivedAt: deadline.at }));
    assert.ok(decision.ok);
    const { nomination } = decision.state;
    assert.deepEqual([nomination.reason, nomination.rev, nomination.editedAt], ["Uusi perustelu.", 2, deadline.at]);
    assert.deepEqual(nomination.nominee, aNomination().nominee);
    const late = edit(standing(), written(), aPress({ arrivedAt: deadline.at + 1 }));
    assert.ok(!late.ok && late.refusal.kind === "deadlinePassed");
  });

  it("is nobody else's, not even an officer's", () => {
    for (const by of ["person:petra", "person:chair"]) {
      const decision = edit(standing(), written(), aPress({ by }));
      assert.ok(!decision.ok && decision.refusal.kind === "notYours");
    }
  });

  it("has no effect from a card that is out of date, and one effect when it is sent twice", () => {
    const stale = edit(standing({ nomination: aNomination({ rev: 2 }) }), written(), aPress());
    assert.ok(!stale.ok && stale.refusal.kind === "stale");
    const once = edit(standing(), written(), aPress());
    assert.ok(once.ok);
    const twice = edit(standing({ nomination: once.state.nomination }), written(), aPress());
    assert.deepEqual(twice.ok && twice.state.facts, []);
  });

  it("keeps a co-proposer's word while organisation and contact stay, and asks a new contact", () => {
    const [own, other] = aNomination().organisations;
    assert.ok(own && other);
    const nomination = aNomination({ organisations: [own, { ...other, confirmation: "confirmed" }] });
    const wordAfter = (email: string) => {
      const organisations = [own, { ...other, contact: { name: "Petra", email } }];
      const decision = edit(standing({ nomination }), written({ organisations }), aPress());
      return decision.ok && decision.state.nomination.organisations[1]?.confirmation;
    };
    assert.equal(wordAfter("petra.lounasvuo@example.org"), "confirmed");
    assert.equal(wordAfter("new@example.org"), "notConfirmed");
  });

  it("to another theme moves the count and the candidate, who is asked anew if they had consented to the old one", () => {
    for (const [consent, asked] of [
      ["asked", 1],
      ["given", 2],
    ] as const) {
      const decision = edit(standing({ candidate: aCandidate({ consent }) }), written({ seatGroup: "t2" }), aPress());
      assert.ok(decision.ok);
      const call = decision.state.facts.find((f) => f.kind === "call");
      const candidate = decision.state.facts.find((f) => f.kind === "candidate");
      assert.deepEqual(call?.received, { t1: 0, t2: 1 });
      assert.deepEqual([candidate?.seatGroup, candidate?.consent, candidate?.asked], ["t2", "asked", asked]);
    }
  });

  it("leaves a candidate of several proposals in the first one's theme", () => {
    const candidate = aCandidate({ nominations: ["nom:01", "nom:02"] });
    const decision = edit(standing({ candidate }), written({ seatGroup: "t2" }), aPress());
    assert.equal(decision.ok && decision.state.facts.some((f) => f.kind === "candidate"), false);
  });

  it("can't move it to a theme whose deadline has passed", () => {
    const [first, ...rest] = aCall().seatGroups;
    assert.ok(first);
    const call = aCall({ seatGroups: [{ ...first, deadline: moment("2027-05-17", "12:00") }, ...rest] });
    const decision = edit(standing({ call }), written({ seatGroup: "t2" }), aPress({ arrivedAt: deadline.at + 1 }));
    assert.ok(!decision.ok && decision.refusal.kind === "deadlinePassed");
  });

  it("of what an officer entered is the officers', until the selection", () => {
    const { by: _, ...nomination } = aNomination();
    const press = aPress({ by: "person:secretary", arrivedAt: deadline.at + 1 });
    assert.equal(edit(standing({ nomination }), written(), press).ok, true);
    const over = edit(standing({ nomination, call: aCall({ status: "selected" }) }), written(), press);
    assert.ok(!over.ok && over.refusal.kind === "selected");
  });

  it("of what an officer entered is never an officer's who has a conflict of interest in it", () => {
    const { by: _, ...entered } = aNomination({ nominee: { name: "Sihteeri", person: "person:secretary" } });
    const close = aCandidate({ person: "person:secretary", proposers: [] });
    const marked = aCandidate({
      proposers: [],
      conflicts: [{ person: "person:secretary", because: "employee", at: TODAY }],
    });
    const press = aPress({ by: "person:secretary" });
    for (const own of [
      { nomination: entered, candidate: close },
      { nomination: entered, candidate: undefined },
      { nomination: { ...entered, nominee: aNomination().nominee }, candidate: marked },
    ])
      for (const decision of [edit(standing(own), written(), press), withdraw(standing(own), [], press)])
        assert.ok(!decision.ok && decision.refusal.kind === "conflict");
    const others = standing({ nomination: entered, candidate: close });
    assert.equal(edit(others, written(), aPress({ by: "person:chair" })).ok, true);
  });

  it("leaves a redaction in place until that very reason is written anew", () => {
    const nomination = aNomination({ redacted: { reason: "…", c1: "…" } });
    const same = { c1: nomination.reasons.c1 ?? "" };
    const decision = edit(standing({ nomination }), written({ reasons: same }), aPress());
    assert.deepEqual(decision.ok && decision.state.nomination.redacted, { c1: "…" });
  });
});

describe("taking a proposal back", () => {
  it("leaves a candidate whom nobody else proposes without a place to stand", () => {
    const decision = withdraw(standing(), [], aPress());
    assert.ok(decision.ok);
    const [call, nomination, candidate] = decision.state.facts;
    assert.ok(call?.kind === "call" && nomination?.kind === "nomination" && candidate?.kind === "candidate");
    assert.deepEqual([call.candidates, call.received, nomination.status], [0, { t1: 0 }, "withdrawn"]);
    assert.deepEqual([candidate.nominations, candidate.proposers], [[], []]);
  });

  it("leaves a candidate standing by the others' proposals, in a theme that one of them names", () => {
    const candidate = aCandidate({ nominations: ["nom:01", "nom:02"], proposers: ["person:oskari", "person:petra"] });
    const other = aNomination({ id: "nom:02", by: "person:petra", seatGroup: "t3" });
    const decision = withdraw(standing({ candidate }), [other], aPress());
    assert.ok(decision.ok);
    const left = decision.state.facts.find((f) => f.kind === "candidate");
    const call = decision.state.facts.find((f) => f.kind === "call");
    assert.deepEqual([left?.nominations, left?.proposers, left?.seatGroup], [["nom:02"], ["person:petra"], "t3"]);
    assert.equal(call?.candidates, 1);
  });

  it("takes the consent with it when it was one's own nomination, so that the others' proposals are asked about", () => {
    const nomination = aNomination({ self: true, by: "person:sanna" });
    const press = aPress({ by: "person:sanna" });
    const consentWith = (answers: Answer[]) => {
      const candidate = aCandidate({ nominations: ["nom:01", "nom:02"], consent: "given", answers });
      const decision = withdraw(standing({ nomination, candidate }), [aNomination({ id: "nom:02" })], press);
      return decision.ok && decision.state.facts.find((f) => f.kind === "candidate")?.consent;
    };
    assert.equal(consentWith([given("own")]), "asked");
    assert.equal(consentWith([given("own"), given("teams", TODAY + 1)]), "given");
  });

  it("ends with the deadline, happens once, and not from a card that is out of date", () => {
    const kinds = [aPress({ arrivedAt: deadline.at + 1 }), aPress({ rev: 9 }), aPress({ by: "person:petra" })].map(
      (press) => {
        const decision = withdraw(standing(), [], press);
        return !decision.ok && decision.refusal.kind;
      },
    );
    assert.deepEqual(kinds, ["deadlinePassed", "stale", "notYours"]);
    const again = withdraw(standing({ nomination: aNomination({ status: "withdrawn" }) }), [], aPress());
    assert.ok(!again.ok && again.refusal.kind === "withdrawn");
  });
});

describe("a co-proposer's contact", () => {
  const [own, other] = aNomination().organisations;
  const nomination = aNomination({
    organisations: [
      { name: "A ry", confirmation: "own" },
      { name: "B ry", contact: { name: "Petra", person: "person:petra" }, confirmation: "notConfirmed" },
      ...(other ? [other] : []),
    ],
  });
  const press = aPress({ by: "person:petra" });

  it("confirms or objects for their own organisation only, and can change it", () => {
    assert.ok(own);
    const yes = confirm({ call: aCall(), nomination }, { organisation: 0, answer: "confirmed" }, press);
    assert.ok(yes.ok);
    assert.deepEqual(
      yes.state.nomination.organisations.map((o) => o.confirmation),
      ["own", "confirmed", "notConfirmed"],
    );
    const change = { ...press, nonce: "nonce-0010", rev: 2 };
    const no = confirm(
      { call: aCall({ status: "closed" }), nomination: yes.state.nomination },
      { organisation: 1, answer: "objected" },
      change,
    );
    assert.equal(no.ok && no.state.nomination.organisations[1]?.confirmation, "objected");
  });

  it("is refused when they are no contact, out of date, withdrawn or after the selection", () => {
    const kindOf = (round: Partial<Parameters<typeof confirm>[0]>, own = {}) => {
      const said = { organisation: 1, answer: "confirmed" } as const;
      const decision = confirm({ call: aCall(), nomination, ...round }, said, { ...press, ...own });
      return !decision.ok && decision.refusal.kind;
    };
    assert.equal(kindOf({}, { by: "person:oskari" }), "notContact");
    assert.equal(kindOf({}, { rev: 3 }), "stale");
    assert.equal(kindOf({ nomination: { ...nomination, status: "withdrawn" } }), "withdrawn");
    assert.equal(kindOf({ call: aCall({ status: "selected" }) }), "selected");
  });
});

describe("accepting a late proposal", () => {
  const late = aNomination({ status: "late", code: "M7F3K02" });
  const { candidate: _, ...nomination } = late;
  const round = { group: aGroup(), call: aCall({ status: "closed", late: 1 }), nomination, candidates: [], behind: [] };
  const accepted = { reason: "Palvelussa oli häiriö.", consentBy: moment("2027-05-19", "12:00"), text: "fi" };
  const press = aPress({ by: "person:chair", arrivedAt: deadline.at + 60_000 });

  it("makes a candidate with a consent deadline of their own, and keeps the chair's reason", () => {
    const decision = acceptLate(round, accepted, press);
    assert.ok(decision.ok);
    const candidate = decision.state.facts.find((f) => f.kind === "candidate");
    const call = decision.state.facts.find((f) => f.kind === "call");
    assert.deepEqual(candidate?.consentBy, accepted.consentBy);
    assert.deepEqual([candidate?.consent, candidate?.asked, candidate?.askedAt], ["asked", 1, press.arrivedAt]);
    assert.deepEqual([call?.candidates, call?.received, call?.late], [1, { t1: 1 }, 1]);
    assert.deepEqual(decision.state.nomination.lateAccepted, {
      ...{ by: "person:chair", at: press.arrivedAt, reason: accepted.reason },
    });
    assert.equal(decision.state.nomination.code, "M7F3K02");
  });

  it("revives a candidate who had lapsed, and leaves one who declined as they were", () => {
    const consentOf = (consent: "lapsed" | "declined") => {
      const decision = acceptLate(
        { ...round, candidates: [aCandidate({ consent, nominations: ["nom:9"] })] },
        accepted,
        press,
      );
      const candidate = decision.ok && decision.state.facts.find((f) => f.kind === "candidate");
      return candidate && [candidate.consent, candidate.asked, candidate.revived?.reason];
    };
    assert.deepEqual(consentOf("lapsed"), ["asked", 2, accepted.reason]);
    assert.deepEqual(consentOf("declined"), ["declined", 1, undefined]);
  });

  it("is a chair's who isn't too close to it; the vice chair's when every chair is", () => {
    const kindOf = (by: string, own = {}) => {
      const decision = acceptLate(
        { ...round, nomination: { ...nomination, ...own } },
        accepted,
        aPress({ ...press, by }),
      );
      return decision.ok ? "accepted" : decision.refusal.kind;
    };
    assert.equal(kindOf("person:member"), "notOfficer");
    assert.equal(kindOf("person:secretary"), "chairOnly");
    assert.equal(kindOf("person:vice"), "chairOnly");
    assert.equal(kindOf("person:chair", { by: "person:chair" }), "conflict");
    assert.equal(kindOf("person:vice", { by: "person:chair" }), "accepted");
  });

  it("needs a reason, a time to answer that lies ahead, and a proposal that waits", () => {
    const kindOf = (own: Partial<typeof accepted>, other: Partial<typeof round> = {}, rev = 1) => {
      const decision = acceptLate({ ...round, ...other }, { ...accepted, ...own } as typeof accepted, {
        ...press,
        rev,
      });
      return decision.ok ? "accepted" : decision.refusal.kind;
    };
    assert.equal(kindOf({ reason: "" }), "reasonMissing");
    assert.equal(kindOf({ consentBy: moment("2027-05-14", "16:16") }), "consentByPassed");
    assert.equal(kindOf({ consentBy: moment("2027-05-20", "23:59") }), "accepted");
    assert.equal(kindOf({ consentBy: moment("2027-05-21", "00:00") }), "afterMeeting");
    assert.equal(kindOf({}, { nomination: aNomination() }), "notLate");
    assert.equal(kindOf({}, { call: aCall({ status: "cancelled" }) }), "cancelled");
    assert.equal(kindOf({}, {}, 2), "stale");
  });
});
