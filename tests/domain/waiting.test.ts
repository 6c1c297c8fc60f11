import assert from "node:assert/strict";
import type { PersonId } from "../../bot/domain/ids.ts";
import {
  type OnItsWay,
  soonestFirst,
  waitingFor,
  waitingForOfficers,
  waitingInGroup,
} from "../../bot/domain/waiting.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const round = (own: Partial<OnItsWay> = {}): OnItsWay => ({
  call: aCall(),
  group: aGroup(),
  candidates: [],
  nominations: [],
  questions: [],
  ...own,
});
const kinds = (list: { kind: string }[]) => list.map(({ kind }) => kind);
const lost = { reason: "noApp", at: TODAY } as const;

describe("what waits for a person", () => {
  it("is the answer to a request for consent, by the consent deadline", () => {
    const [task] = waitingFor("person:sanna", round({ candidates: [aCandidate()] }));
    assert.equal(task?.kind, "consent");
    assert.equal(task?.by, moment("2027-05-18", "16:15").at);
  });

  it("is nothing more once they have answered, or when the candidacy is somebody else's", () => {
    const given = aCandidate({ consent: "given" });
    assert.deepEqual(waitingFor("person:sanna", round({ candidates: [given] })), []);
    assert.deepEqual(waitingFor("person:other", round({ candidates: [aCandidate()] })), []);
    assert.deepEqual(waitingFor("person:sanna", round({ candidates: [aCandidate({ nominations: [] })] })), []);
  });

  it("is an own, later deadline when the candidate has one", () => {
    const consentBy = moment("2027-05-25", "12:00");
    const [task] = waitingFor("person:sanna", round({ candidates: [aCandidate({ consentBy })] }));
    assert.equal(task?.by, consentBy.at);
  });

  it("is the approval of a move to another theme", () => {
    const move = { to: "t2", note: "", by: "person:chair", at: TODAY, state: "asked" } as const;
    assert.deepEqual(
      kinds(waitingFor("person:sanna", round({ candidates: [aCandidate({ consent: "given", move })] }))),
      ["move"],
    );
  });

  it("is what came late, for whoever may take it up, until the selection", () => {
    const late = aNomination({ status: "late" });
    const task = (person: PersonId, own: Partial<OnItsWay> = {}) =>
      waitingFor(person, round({ nominations: [late, aNomination()], ...own })).map((one) => [one.kind, one.by]);
    const meeting = moment("2027-05-20").at;
    assert.deepEqual(task("person:chair"), [["late", meeting]]);
    assert.deepEqual(task("person:vice"), []);
    const own = { nominations: [{ ...late, by: "person:chair" as const }] };
    assert.deepEqual([task("person:chair", own), task("person:vice", own)], [[], [["late", meeting]]]);
    for (const over of [
      { call: aCall({ status: "selected" }) },
      { nominations: [{ ...late, status: "acceptedLate" as const }] },
      { nominations: [{ ...late, unconfirmed: true as const }] },
    ])
      assert.deepEqual(task("person:chair", over), []);
  });

  it("is the confirmation of a joint proposal, for the contact of the organisation that hasn't confirmed", () => {
    const joint = aNomination();
    const organisations = joint.organisations.map((o) =>
      o.contact ? { ...o, contact: { ...o.contact, person: "person:petra" as const } } : o,
    );
    const asked = round({ nominations: [{ ...joint, organisations }] });
    assert.deepEqual(kinds(waitingFor("person:petra", asked)), ["confirm"]);
    assert.deepEqual(kinds(waitingFor("person:oskari", asked)), []);
    const withdrawn = round({ nominations: [{ ...joint, organisations, status: "withdrawn" }] });
    assert.deepEqual(waitingFor("person:petra", withdrawn), []);
  });

  it("is the address of a candidate whom their proposal couldn't reach", () => {
    const unreached = round({ candidates: [aCandidate({ notReached: lost })], nominations: [aNomination()] });
    assert.deepEqual(kinds(waitingFor("person:oskari", unreached)), ["address"]);
    const handled = aCandidate({ notReached: { ...lost, handled: "address" } });
    assert.deepEqual(waitingFor("person:oskari", round({ candidates: [handled], nominations: [aNomination()] })), []);
  });
});

describe("what waits for officers", () => {
  const question = {
    kind: "question",
    id: "q:1",
    rev: 1,
    said: [],
    call: "call:7f3k",
    by: "person:a",
    at: TODAY,
    question: "Onko kokouksia iltaisin?",
    nonces: [],
  } as const;
  const asked = { ...question, said: [], nonces: [] };

  it("is a draft, unless it is being published by itself", () => {
    const draft = aCall({ status: "draft" });
    assert.deepEqual(kinds(waitingForOfficers(round({ call: draft }))), ["draft"]);
    const publishing = { by: "person:chair", pressedAt: TODAY, at: TODAY + 1 } as const;
    assert.deepEqual(waitingForOfficers(round({ call: { ...draft, publishing } })), []);
  });

  it("is each open question", () => {
    const answered = { ...asked, id: "q:2", answer: { by: "person:chair", at: TODAY, text: "Ei" } } as const;
    assert.deepEqual(kinds(waitingForOfficers(round({ questions: [asked, { ...answered, nonces: [] }] }))), [
      "question",
    ]);
  });

  it("is once the candidates who weren't reached, counted", () => {
    const candidates = ["1", "2"].map((id) => aCandidate({ id: `cand:${id}`, notReached: lost }));
    const [task, ...more] = waitingForOfficers(round({ candidates: [...candidates, aCandidate()] }));
    assert.deepEqual([task?.kind === "notReached" && task.count, more], [2, []]);
  });

  it("is the handling of the candidates once the call has closed, by the meeting that decides", () => {
    const [task] = waitingForOfficers(round({ call: aCall({ status: "closed" }) }));
    assert.deepEqual([task?.kind, task?.by], ["decide", moment("2027-05-20").at]);
  });

  it("is nothing in a call that was cancelled or is done", () => {
    for (const status of ["cancelled", "selected"] as const)
      assert.deepEqual(waitingForOfficers(round({ call: aCall({ status }), questions: [asked] })), []);
  });
});

describe("what waits in a group", () => {
  it("is its set-up, then what it lacks before it can publish, then nothing", () => {
    assert.deepEqual(kinds(waitingInGroup(aGroup({ ready: false }))), ["setUp"]);
    assert.deepEqual(kinds(waitingInGroup(aGroup({ languages: ["en"] }))), ["complete"]);
    assert.deepEqual(waitingInGroup(aGroup()), []);
  });
});

it("what waits stands in order of its deadline, and what has none stands last", () => {
  const tasks = [
    ...waitingInGroup(aGroup({ ready: false })),
    ...waitingForOfficers(round({ call: aCall({ status: "closed" }) })),
  ];
  assert.deepEqual(kinds(soonestFirst(tasks)), ["decide", "setUp"]);
});
