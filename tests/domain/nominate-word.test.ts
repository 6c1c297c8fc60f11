import assert from "node:assert/strict";
import { confirm } from "../../bot/domain/nominate-confirm.ts";
import { edit } from "../../bot/domain/nominate-edit.ts";
import { type GivenWord, recordConfirmation, withoutTeams } from "../../bot/domain/nominate-word.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const press = { by: "person:secretary", nonce: "nonce-0001", rev: 1, arrivedAt: TODAY } as const;
const received = moment("2027-05-06", "10:00");
const given: GivenWord = { organisation: 1, answer: "confirmed", way: "phone", receivedBy: "Tiina", received };
const record = (own: Partial<Nomination> = {}, word: Partial<GivenWord> = {}, by: Partial<typeof press> = {}) =>
  recordConfirmation(
    { group: aGroup(), call: aCall(), nomination: aNomination(own), candidate: aCandidate() },
    { ...given, ...word },
    { ...press, ...by },
  );
const kindOf = (decision: ReturnType<typeof record>) => (decision.ok ? "recorded" : decision.refusal.kind);
const state = (decision: ReturnType<typeof record>) => {
  assert.ok(decision.ok, kindOf(decision));
  return decision.state;
};

describe("a co-proposer's word that came outside Teams", () => {
  it("is kept with how, when, who received it and who wrote it down, and can change", () => {
    const { nomination, events } = state(record());
    assert.deepEqual(events, ["confirmationRecorded", "nominationConfirmed"]);
    const [own, other] = nomination.organisations;
    assert.deepEqual([own?.confirmation, own?.word, other?.confirmation], ["own", undefined, "confirmed"]);
    assert.deepEqual(other?.word, {
      ...{ way: "phone", at: received.at, receivedBy: "Tiina", by: "person:secretary" },
    });
    const next = record(nomination, { answer: "objected" }, { rev: 2, nonce: "nonce-0002" } as object);
    assert.equal(state(next).nomination.organisations[1]?.confirmation, "objected");
  });

  it("is an officer's who isn't too close to the proposal", () => {
    assert.equal(kindOf(record({}, {}, { by: "person:oskari" } as object)), "notOfficer");
    assert.equal(kindOf(record({ by: "person:secretary" })), "conflict");
    const candidate = aCandidate({
      conflicts: [{ person: "person:secretary", because: "employee", at: TODAY }],
    });
    const known = { group: aGroup(), call: aCall(), nomination: aNomination(), candidate };
    assert.equal(kindOf(recordConfirmation(known, given, press)), "conflict");
  });

  it("is never the sender's own organisation's, nor one whose contact answers in Teams", () => {
    assert.equal(kindOf(record({}, { organisation: 0 })), "contactInTeams");
    assert.equal(kindOf(record({}, { organisation: 9 })), "contactInTeams");
    const contact = { name: "Petra", person: "person:petra" } as const;
    const organisations = [
      ...aNomination().organisations,
      { name: "C ry", confirmation: "notConfirmed", contact } as const,
    ];
    assert.deepEqual(withoutTeams(aNomination({ organisations })), [1]);
    assert.equal(kindOf(record({ organisations }, { organisation: 2 })), "contactInTeams");
  });

  it("isn't taken from the future, from a card out of date, or once the proposal or the call is over", () => {
    assert.equal(kindOf(record({}, { received: moment("2027-05-07", "10:00") })), "notYetReceived");
    assert.equal(kindOf(record({ rev: 2 })), "stale");
    assert.equal(kindOf(record({ status: "withdrawn" })), "withdrawn");
    const over = { group: aGroup(), call: aCall({ status: "selected" }), nomination: aNomination() };
    assert.equal(kindOf(recordConfirmation(over, given, press)), "selected");
    const once = state(record()).nomination;
    assert.deepEqual(state(record(once)).facts, []);
  });

  it("stays while organisation and contact do, and gives way to what the contact says themself", () => {
    const { nomination } = state(record());
    const known = { group: aGroup(), call: aCall(), nomination, candidate: aCandidate() };
    const { organisations } = aNomination();
    const written = { organisations, seatGroup: "t1", reason: "Uusi.", reasons: { c1: "Uusi." } };
    const edited = edit(known, written, { ...press, by: "person:oskari", rev: 2, nonce: "nonce-0003" });
    assert.ok(edited.ok);
    assert.equal(edited.state.nomination.organisations[1]?.word?.receivedBy, "Tiina");
    const contact = { name: "Petra", person: "person:petra" } as const;
    const found = { ...nomination, organisations: nomination.organisations.map((o) => ({ ...o, contact })) };
    const said = { organisation: 1, answer: "objected" } as const;
    const own = confirm({ call: aCall(), nomination: found }, said, {
      ...press,
      by: "person:petra",
      rev: 2,
      nonce: "n4",
    });
    assert.ok(own.ok);
    const [, other] = own.state.nomination.organisations;
    assert.deepEqual([other?.confirmation, other?.word], ["objected", undefined]);
  });
});
