import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { type Lang, langs } from "../../bot/domain/lang.ts";
import { nominate } from "../../bot/domain/nominate.ts";
import { asked, reasonLength } from "../../bot/domain/nominate-entry.ts";
import { isTooMuch, type Written, writtenOf } from "../../bot/domain/nominate-written.ts";
import type { Nomination, Organisation } from "../../bot/domain/nomination.ts";
import { organisationsFrom } from "../../bot/domain/organisations.ts";
import type { Person } from "../../bot/domain/person.ts";
import { explainNomination } from "../../cards/explain/nomination.ts";
import type { Card } from "../../cards/kit.ts";
import { editForm, enterForm, nominationForm, selfForm } from "../../cards/nomination-form.ts";
import { coProposerCard } from "../../cards/nomination-joint.ts";
import {
  acceptLateForm,
  lateAcceptedCard,
  lateArrivedCard,
  lateCard,
  lateListCard,
} from "../../cards/nomination-late.ts";
import { chooseCallCard, proposalsCard } from "../../cards/nomination-lists.ts";
import { enteredCard, receiptCard, receivedCard } from "../../cards/nomination-receipt.ts";
import { nominationText } from "../../cards/nomination-text.ts";
import { withdrawCard } from "../../cards/nomination-withdraw.ts";
import { wordForm } from "../../cards/nomination-word.ts";
import { NOMINATION_CAPS as CAPS } from "../../cards/verbs/nomination.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { TODAY } from "../support/ports.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const deadline = moment("2027-05-14", "16:15").at;
const sender: Person = {
  ...{ kind: "person", id: "person:oskari", name: "Oskari Haavisalo", email: "oskari.haavisalo@example.org" },
  identities: [],
};
const team = ["Oskari Haavisalo", "Petra Lounasvuo", "Sanna Kaislamo"].map((name, n) => ({
  id: `person:${n}` as const,
  name,
}));

interface Table {
  call: Call;
  nomination: Nomination;
  written: Written;
  problem?: string;
  people?: { id: `person:${string}`; name: string }[];
}

/** Every card about a proposal, from the same facts. */
function everyCard(table: Table, lang: Lang, own: Parameters<typeof aReader>[1] = {}): Record<string, Card> {
  const { call, nomination, written, problem, people = team } = table;
  const reader = aReader(lang, own);
  const group = aGroup();
  const view = { group, call, nomination, candidate: aCandidate() };
  const form = { group, call, written, people, nonce: "nonce-0001", problem };
  const arrival = { way: "teams", at: deadline + 1 } as const;
  const late = { ...view, candidate: undefined, nomination: { ...nomination, status: "late" as const, arrival } };
  const email = { way: "email", at: TODAY - 600_000, enteredBy: "person:secretary", enteredAt: TODAY } as const;
  const waiting = { self: true, way: "email", date: "2027-05-06", time: "13:50" } as const;
  return {
    form: nominationForm({ ...form, sender }, reader),
    self: selfForm({ ...form, sender }, reader),
    edit: editForm({ ...form, nomination }, reader),
    enter: enterForm({ ...form, arrival: waiting }, reader),
    received: receivedCard(view, reader),
    receipt: receiptCard({ ...view, viewer: "person:oskari" }, reader),
    entered: enteredCard({ ...view, nomination: { ...nomination, arrival: email } }, reader),
    withdraw: withdrawCard({ ...view, nonce: "nonce-0001" }, reader),
    withdrawn: receiptCard(
      { ...view, nomination: { ...nomination, status: "withdrawn", withdrawnAt: TODAY }, viewer: "person:oskari" },
      reader,
    ),
    late: lateCard(late, reader),
    lateArrived: lateArrivedCard({ ...late, viewer: "person:chair" }, reader),
    lateForm: acceptLateForm(
      { ...late, nonce: "nonce-0001", written: { reason: written.reason?.slice(0, 500) } },
      reader,
    ),
    lateList: lateListCard({ group, call, nominations: Array(30).fill(late.nomination), page: 1 }, reader),
    lateAccepted: lateAcceptedCard({ ...view, nomination: { ...nomination, status: "acceptedLate" } }, reader),
    coProposer: coProposerCard({ ...view, organisation: 1 }, reader),
    word: wordForm({ ...view, nonce: "nonce-0001", written: { receivedBy: problem?.slice(0, 80) }, problem }, reader),
    officers: receiptCard({ ...view, viewer: "person:chair" }, reader),
    mine: proposalsCard({ proposals: Array(30).fill(view), page: 1 }, reader),
    choose: chooseCallCard({ calls: Array(30).fill({ group, call }), page: 1 }, reader),
  };
}

/** With the word that an officer wrote down, where a contact isn't in Teams. */
const recorded = (o: Organisation): Organisation =>
  o.confirmation === "own" || o.contact?.person
    ? o
    : {
        ...{ ...o, confirmation: "objected" },
        word: { way: "paper", at: TODAY, receivedBy: o.name.slice(0, 1).repeat(CAPS.receivedBy), by: "person:chair" },
      };

const usual: Table = { call: aCall(), nomination: aNomination(), written: writtenOf(aNomination()) };

/** Everything as long as it may be: forty organisations, twelve themes, twelve criteria. */
function longest(letter: string): Table {
  const long = (length: number) => letter.repeat(length);
  const mail = `${"a".repeat(CAPS.email - 12)}@example.org`;
  const call = aCall({
    title: { fi: long(200), sv: long(200), en: long(200) },
    seatGroups: Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `s${n}`, name: { fi: long(120) }, min: 10, max: 12, substitutes: true },
    })),
    criteria: Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `c${n}`, text: { fi: long(300) }, level: "required" as const, asksReason: true },
    })),
  });
  const row = {
    ...{ name: long(CAPS.organisation), businessId: "0737546-2", contactPerson: `person:${"a".repeat(32)}` as const },
    ...{ contactName: long(CAPS.contact), contactEmail: mail },
  };
  const details = { locality: long(CAPS.locality), funding: long(CAPS.funding), targetGroups: long(CAPS.targetGroups) };
  const line = `${long(20)}; ${long(8)}; ${"a".repeat(11)}@example.org`;
  const written: Written = {
    ...{ person: "a".repeat(36), name: long(CAPS.name), email: mail, phone: "1".repeat(CAPS.phone) },
    ...{
      position: long(CAPS.position),
      organisations: [{ ...row, reach: "national", ...details }, row, row, row, row],
    },
    ...{
      others: Array(35).fill(line).join("\n").slice(0, CAPS.others),
      seatGroup: "s1",
      alternative: "s2",
      role: "either",
    },
    ...{ reason: long(reasonLength(call)), otherBodies: long(CAPS.otherBodies) },
    reasons: Object.fromEntries(asked(call).map(({ id }) => [id, long(reasonLength(call))])),
  };
  const organisations = organisationsFrom(written.organisations as (typeof row)[], written.others);
  assert.ok(organisations.ok);
  assert.equal(organisations.state.length, 40);
  const nomination = aNomination({
    ...{ nominee: { name: long(CAPS.name), email: mail, phone: "1".repeat(CAPS.phone) } },
    ...{ proposer: { name: long(CAPS.name), email: mail, position: long(CAPS.position) } },
    ...{ organisations: organisations.state.map(recorded), seatGroup: "s1", alternative: "s2", role: "either" },
    ...{ reason: written.reason ?? "", reasons: written.reasons, otherBodies: written.otherBodies ?? "" },
  });
  const people = Array.from({ length: 15 }, (_, n) => ({
    id: `person:${"a".repeat(30)}${n}` as const,
    name: long(80),
  }));
  return { call, nomination, written, problem: long(160), people };
}

describe("the cards of a proposal", () => {
  for (const lang of langs) {
    it(`are good cards in ${lang}, in a dialog and in place, with and without a people picker`, () => {
      for (const door of ["card", "dialog"] as const)
        for (const picker of [true, false])
          for (const [name, card] of Object.entries(
            everyCard(usual, lang, { door, client: { dialogs: picker, picker } }),
          ))
            assert.deepEqual(complaints(card), [], `${name} ${door} ${picker}`);
    });

    it(`stay small in ${lang} with the longest of everything`, () => {
      const table = longest("ä");
      assert.equal(isTooMuch(table.written), false);
      for (const picker of [true, false])
        for (const [name, card] of Object.entries(everyCard(table, lang, { client: { dialogs: false, picker } })))
          assert.deepEqual(complaints(card), [], `${name} ${picker}`);
    });

    it(`look as before in ${lang}`, () => {
      for (const [name, card] of Object.entries(everyCard(usual, lang)))
        matchesSnapshot(`nomination/${name}-${lang}`, card);
    });
  }

  it("refuse more than fits a card before a form would have to be drawn with it", () => {
    assert.equal(isTooMuch(longest("漢").written), true);
  });

  it("show what people wrote as nothing but text", () => {
    const hostile = "**x** [l](https://example.org) <b>{{DATE(2027-01-01)}}</b> \u202Eabc";
    const nomination = aNomination({
      ...{ nominee: { name: hostile, email: "a@example.org" }, proposer: { name: hostile }, reason: hostile },
      ...{ reasons: { c1: hostile }, organisations: [{ name: hostile, confirmation: "own" }], otherBodies: hostile },
    });
    const table = {
      call: aCall({ title: { fi: hostile } }),
      nomination,
      written: writtenOf(nomination),
      problem: hostile,
    };
    for (const [name, card] of Object.entries(everyCard(table, "fi"))) {
      assert.deepEqual(complaints(card), [], name);
      const whole = JSON.stringify(card);
      assert.doesNotMatch(whole, /\u202E/, name);
      for (const text of drawnTexts(card)) assert.doesNotMatch(text, /\{\{DATE/, name);
      for (const block of drawnTexts(card, "TextBlock")) assert.doesNotMatch(block, /(?<!\\)\*\*x|\]\(https/, name);
    }
  });

  it("ask nothing that is required where it is hidden, and offer a way back where a form stands in a card's place", () => {
    for (const name of ["form", "self", "enter", "edit"] as const) {
      const { actions = [] } = everyCard(usual, "fi")[name] ?? {};
      assert.ok(
        actions.some((a) => a.verb === "call.card" || a.verb === "nomination.show"),
        name,
      );
    }
  });

  it("offer oneself only where the call does, and choose a seat only where there is a choice", () => {
    const call = aCall({
      ...{ nominators: { organisations: true, joint: false, self: false } },
      seatGroups: [{ id: "s1", name: { fi: "Jäsenet" }, min: 10, max: 10, substitutes: false }],
    });
    const form = JSON.stringify(everyCard({ ...usual, call }, "fi").form);
    for (const absent of ["nomination.self", '"seatGroup"', '"role"', '"org2-name"', '"others"'])
      assert.equal(form.includes(absent), false, absent);
  });

  it("tell both times of a late proposal to the thousandth within one second", () => {
    const late = JSON.stringify(everyCard(usual, "fi").late).replaceAll("\u00A0", " ");
    assert.match(late, /klo 16\.15\.00,000/);
    assert.match(late, /klo 16\.15\.00,001/);
    assert.match(late, /Tiina Saraluoto, 0100 123 456/);
  });

  it("offer nothing to change once the deadline has passed", () => {
    const view = { group: aGroup(), call: aCall(), nomination: aNomination(), candidate: aCandidate() };
    const at = (now: number) =>
      receiptCard({ ...view, viewer: "person:oskari" }, aReader("fi", { now })).actions?.length;
    assert.deepEqual([at(deadline), at(deadline + 1)], [3, undefined]);
  });
});

describe("a proposal in plain text", () => {
  it("holds everything that was entered", () => {
    const { nomination, call } = longest("ä");
    const text = nominationText(nomination, call, aReader("fi"));
    const { organisations, reasons, reason, otherBodies } = nomination;
    for (const part of [...organisations.map((o) => o.name), ...Object.values(reasons), reason, otherBodies ?? ""])
      assert.ok(text.includes(part), part.slice(0, 20));
  });
});

describe("a refusal about a proposal", () => {
  it("is one sentence in each language, with what was written in it", () => {
    const decision = nominate(
      aCall(),
      { existing: undefined, candidates: [], behind: [] },
      {
        ...{ nonce: "nonce-0001", by: "person:oskari", proposer: { name: "Oskari" }, text: "fi" },
        arrival: { way: "teams", at: deadline + 1 },
        entry: { nominee: { name: "Sanna", email: "s@example.org" }, organisations: [], seatGroup: "t1", reasons: {} },
      },
    );
    assert.ok(!decision.ok);
    for (const lang of langs) {
      const scene = { group: aGroup(), call: aCall() };
      const missing = { kind: "missing", what: "criterion", criterion: "c1" } as const;
      assert.match(explainNomination(missing, scene, aReader(lang)), /Kokemusta teeman/);
      assert.match(explainNomination({ kind: "notBusinessId", written: "123" }, scene, aReader(lang)), /123/);
      assert.ok(explainNomination({ kind: "notOpen" }, scene, aReader(lang)).endsWith("."));
    }
  });
});

const drawnTexts = (node: unknown, only?: string): string[] => {
  if (Array.isArray(node)) return node.flatMap((one) => drawnTexts(one, only));
  if (typeof node !== "object" || node === null) return [];
  const { type, text } = node as { type?: string; text?: string };
  const own = text && (only === undefined || type === only) ? [text] : [];
  return [...own, ...Object.values(node).flatMap((one) => drawnTexts(one, only))];
};
