import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { type Page, pagesOf, writtenOf } from "../../bot/domain/call-steps.ts";
import type { Saying } from "../../bot/domain/delivery.ts";
import type { Group } from "../../bot/domain/group.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Question } from "../../bot/domain/question.ts";
import { callCard } from "../../cards/call.ts";
import { cancelCard, correctCard, deleteCard, extendCard } from "../../cards/call-changes.ts";
import { copyCard } from "../../cards/call-copy.ts";
import { manageCard } from "../../cards/call-manage.ts";
import { previewCard } from "../../cards/call-preview.ts";
import { wholeCard } from "../../cards/call-show.ts";
import { stepCard } from "../../cards/call-step.ts";
import type { Card } from "../../cards/kit.ts";
import { answerCard, askCard, askedCard, questionCard, questionsCard } from "../../cards/question.ts";
import type { Reader } from "../../cards/reader.ts";
import { cardOf } from "../../cards/showing.ts";
import { callCaps } from "../../cards/verbs/call-steps.ts";
import { aCall, aGroup, aReader, moment } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { filled, longestCall, longestGroup } from "../support/longest-call.ts";
import { TODAY } from "../support/ports.ts";
import { wordsOn } from "../support/pressing.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const aQuestion = (own: Partial<Question> = {}): Question => ({
  kind: "question",
  id: "q:01",
  rev: 1,
  said: [],
  call: "call:7f3k",
  by: "person:oskari",
  at: TODAY,
  question: "Voiko kokouksiin osallistua etänä?",
  nonces: [],
  ...own,
});

const sayings: Saying[] = [
  { kind: "announcement" },
  { kind: "callReminder", which: "half" },
  { kind: "correction", index: 0 },
  { kind: "extension", index: 0 },
  { kind: "callCancelled" },
  { kind: "callClosed" },
  { kind: "thinThemes" },
  { kind: "question", question: "q:01" },
  { kind: "answer", question: "q:01" },
  { kind: "questionAnswered", question: "q:01" },
  { kind: "newCall", earlier: "call:old" },
];

/** Cards that differ little from one whose look is agreed already. */
const isVariant = (name: string) =>
  /stale|corrected|selected|whole (closed|cancelled)|manage (closed|cancelled)|(criteria|practical) sv|announcement$/.test(
    name,
  );

/** Every card of a call, by name. */
function* cardsOf(call: Call, group: Group, question: Question, reader: Reader): Generator<[string, Card]> {
  const draft: Call = { ...call, status: "draft" };
  const waiting: Call = { ...draft, publishing: { by: "person:chair", pressedAt: TODAY, at: TODAY + 120_000 } };
  const nonce = "nonce-0001";
  const about = { call, group, reader };
  const states: [string, Partial<Call>][] = [
    ["open", { status: "open" }],
    ["closed", { status: "closed", closedAt: TODAY }],
    ["selected", { status: "selected", selectedAt: TODAY }],
    [
      "cancelled",
      {
        status: "cancelled",
        cancelled: { at: TODAY, by: "person:chair", reason: call.extensions[0]?.reason ?? "Syy" },
      },
    ],
  ];
  for (const [name, own] of states) {
    yield [`announcement ${name}`, callCard({ ...call, ...own }, group, reader)];
    yield [`whole ${name}`, wholeCard({ ...call, ...own }, group, reader)];
    yield [`manage ${name}`, manageCard({ ...call, ...own }, group, reader)];
  }
  yield ["manage draft", manageCard(draft, group, reader)];
  yield ["manage waiting", manageCard(waiting, group, reader)];
  for (const lang of group.languages) yield [`preview ${lang}`, previewCard(draft, group, lang, nonce, reader)];
  for (const page of pagesOf(group)) {
    const written = writtenOf(call, page.lang)[page.step];
    const form = { group, page, reader, nonce };
    yield [`${page.step} ${page.lang}`, stepCard({ ...form, call: draft })];
    yield [`${page.step} ${page.lang} stale`, stepCard({ ...form, call: draft, written, problem: "p", stale: true })];
    yield [
      `${page.step} ${page.lang} corrected`,
      stepCard({ ...form, call, note: call.corrections[0]?.note, stale: true }),
    ];
  }
  yield ["correct", correctCard(call, group, reader)];
  yield ["extend", extendCard({ ...about, nonce }, { reason: call.extensions[0]?.reason })];
  yield ["cancel", cancelCard({ ...about, nonce }, call.extensions[0]?.reason)];
  yield ["delete", deleteCard(draft, group, reader)];
  for (const kind of ["release", "email", "short"] as const)
    yield [`copy ${kind}`, copyCard(call, group, kind, "fi", reader)];
  yield ["ask", askCard(about, nonce, { question: question.question, problem: "p" })];
  yield ["asked", askedCard(about, question)];
  yield ["question", questionCard(about, question)];
  yield ["answer form", answerCard(about, question, nonce, { answer: question.answer?.text, problem: "p" })];
  yield [
    "questions",
    questionsCard(
      about,
      Array.from({ length: 30 }, (_, at) => ({ ...question, id: `q:${at}` })),
      "person:chair",
    ),
  ];
  for (const saying of sayings)
    yield [
      `saying ${saying.kind}`,
      cardOf(
        {
          group,
          call,
          question,
          nominations: [],
          head: { seq: 1, head: "0" },
          delivery: {
            kind: "delivery",
            id: "del:1",
            rev: 1,
            round: call.id,
            saying,
            to: { to: "thread" },
            status: "pending",
            at: TODAY,
            tries: 0,
          },
        },
        reader,
      ),
    ];
}

describe("the cards of a call", () => {
  const bilingual = aGroup({ languages: ["fi", "sv"] });
  const told = aCall({
    received: { t1: 3, t2: 1 },
    candidates: 4,
    doubtful: [{ step: "texts", lang: "sv" }],
    corrections: [{ at: TODAY, by: "person:chair", note: { fi: "Otsikko korjattu.", sv: "Rubriken rättad." } }],
    extensions: [
      {
        at: TODAY,
        by: "person:chair",
        from: moment("2027-05-12", "16:15"),
        to: moment("2027-05-14", "16:15"),
        reason: "Teemasta puuttuu ehdotuksia",
      },
    ],
    links: [{ title: "Opas", url: "https://example.org/opas" }],
  });
  const answered = aQuestion({ answer: { by: "person:chair", at: TODAY, text: "Voi." } });

  for (const lang of langs)
    it(`are accepted by the official parser and look as agreed in ${lang}`, () => {
      for (const [name, card] of cardsOf(told, bilingual, answered, aReader(lang))) {
        assert.deepEqual(complaints(card), [], name);
        if (!isVariant(name)) matchesSnapshot(`call/${lang}/${name.replaceAll(" ", "-")}`, card);
      }
    });

  for (const [sign, name] of [
    ["a", "Latin"],
    ["ä", "Finnish"],
    ["€", "three bytes a letter"],
    ["👩‍👩‍👧‍👦", "pictures"],
  ] as const)
    it(`stay small enough with the longest allowed input, ${name}`, () => {
      const group = longestGroup(sign);
      const question = aQuestion({
        question: filled(sign, callCaps.question),
        answer: { by: "person:chair", at: TODAY, text: filled(sign, callCaps.answer) },
      });
      for (const [card, drawn] of cardsOf(longestCall(sign), group, question, aReader("sv", { door: "dialog" })))
        assert.deepEqual(complaints(drawn), [], card);
    });

  it("show the whole text of the longest call in letters of ours", () => {
    const whole = wordsOn(wholeCard(longestCall("a"), longestGroup("a"), aReader()));
    assert.ok(whole.includes("a".repeat(callCaps.mandate)));
  });

  it("show what people wrote as text and nothing else", () => {
    const evil = "**x** [l](https://evil.example) <b>h</b> {{DATE(2027)}} \u202Eabc";
    const text = { fi: evil };
    const call = aCall({
      title: text,
      mandate: text,
      seatGroups: [{ id: "t1", name: text, min: 1, max: 1, substitutes: false }],
    });
    for (const [name, card] of cardsOf(call, aGroup(), aQuestion({ question: evil }), aReader())) {
      assert.deepEqual(complaints(card), [], name);
      const json = JSON.stringify(card);
      assert.ok(!json.includes("\u202E"), name);
      for (const block of json.match(/"type":"TextBlock","text":"[^"]*"/g) ?? [])
        assert.ok(!/[^\\]\[l\]\(https/.test(block), `${name}: ${block}`);
    }
  });

  it("tell the day of the deadline instead of hours that would go stale", () => {
    const at = (date: string, time: string) =>
      wordsOn(callCard(aCall(), aGroup(), aReader("fi", { now: moment(date, time).at })));
    assert.match(at("2027-05-06", "23:59"), /aikaa on 8 päivää/);
    assert.match(at("2027-05-13", "00:00"), /päättyy huomenna, pe 14\.5\.2027 klo 16\.15/);
    assert.match(at("2027-05-14", "00:00"), /päättyy tänään, pe 14\.5\.2027 klo 16\.15/);
  });

  it("tell a deadline without a time as a day", () => {
    const words = wordsOn(callCard(aCall({ deadline: moment("2027-05-14") }), aGroup(), aReader()));
    assert.match(words, /päättyy pe 14\.5\.2027, aikaa/);
  });

  it("name the contact of the day", () => {
    const contacts = [
      { name: "Tiina Saraluoto", from: "2027-05-06", to: "2027-05-07" },
      { name: "Oskari Haavisalo", from: "2027-05-08" },
    ];
    const on = (day: string) =>
      wordsOn(callCard(aCall({ contacts }), aGroup(), aReader("fi", { now: moment(day, "10:00").at })));
    assert.match(on("2027-05-07"), /Lisätietoja tänään: Tiina Saraluoto/);
    assert.match(on("2027-05-08"), /Lisätietoja tänään: Oskari Haavisalo/);
  });

  it("offer nothing any more once the call has ended", () => {
    for (const status of ["closed", "selected", "cancelled"] as const) {
      const card = JSON.stringify(callCard(aCall({ status }), bilingual, aReader()));
      assert.ok(!card.includes("Action.Execute") && !card.includes("Action.Submit"), status);
    }
  });

  it("name the themes that are still open when only they were extended", () => {
    const call = aCall();
    const seatGroups = call.seatGroups.map((s) =>
      s.id === "t3" ? { ...s, deadline: moment("2027-05-18", "12:00") } : s,
    );
    const words = wordsOn(
      callCard({ ...call, seatGroups }, aGroup(), aReader("fi", { now: moment("2027-05-15", "10:00").at })),
    );
    assert.match(words, /Avoinna enää: Lapset ja nuoret\. Ehdotusaika päättyy ti 18\.5\.2027 klo 12\.00/);
    assert.match(words, /Omaiset ja läheiset · 0 ehdotusta · päättynyt/);
  });

  it("have no page that asks the same input twice", () => {
    for (const page of pagesOf(bilingual) as Page[])
      assert.deepEqual(
        complaints(stepCard({ call: told, group: bilingual, page, reader: aReader(), nonce: "nonce-0001" })),
        [],
      );
  });
});
