import assert from "node:assert/strict";
import { langs } from "../../bot/domain/lang.ts";
import type { Waiting } from "../../bot/domain/waiting.ts";
import { examplesCard } from "../../cards/examples.ts";
import { homeCard, sharedHomeCard } from "../../cards/home.ts";
import type { Card } from "../../cards/kit.ts";
import { chooseGroupCard, ledCallsCard } from "../../cards/led.ts";
import { openCallsCard } from "../../cards/open-calls.ts";
import type { Reader } from "../../cards/reader.ts";
import { tasksCard } from "../../cards/tasks.ts";
import { aCall, aGroup, aReader, moment, ZONE } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { badPresses } from "../support/presses.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const about = { title: aCall().title, practice: false, zone: ZONE, call: "call:7f3k" } as const;
const waiting: Waiting[] = [
  { ...about, kind: "consent", candidate: "cand:01", by: moment("2027-05-18", "16:15").at },
  { ...about, kind: "move", candidate: "cand:01", by: moment("2027-05-18", "16:15").at },
  { ...about, kind: "confirm", nomination: "nom:01", organisation: 1, by: moment("2027-05-19", "12:00").at },
  { ...about, kind: "address", nomination: "nom:01" },
  { ...about, kind: "question", question: "q:01", practice: true },
  { ...about, kind: "draft" },
  { ...about, kind: "decide" },
  { ...about, kind: "notReached", count: 2 },
  { title: aGroup().name, practice: false, zone: ZONE, kind: "setUp", group: "group:kaislaranta" },
  { title: aGroup().name, practice: false, zone: ZONE, kind: "complete", group: "group:kaislaranta" },
];
const led = [{ group: aGroup(), calls: [aCall(), aCall({ id: "call:draft", status: "draft" })] }];
const listed = led.flatMap(({ group, calls }) => calls.map((call) => ({ group, call })));
const nonce = "nonce-0001";
const cards = (reader: Reader): Record<string, Card> => ({
  home: homeCard({ waiting: waiting.slice(0, 2), led: [], examples: false }, reader),
  "home-empty": homeCard({ waiting: [], led: [], examples: false }, reader),
  "home-officer": homeCard({ waiting, led, examples: true, notice: "Tarkoititko: apua?" }, reader),
  "home-shared": sharedHomeCard(aGroup(), undefined, reader),
  tasks: tasksCard(waiting, 0, reader),
  "tasks-empty": tasksCard([], 0, reader),
  "open-calls": openCallsCard(listed.slice(0, 1), 0, reader),
  "open-calls-empty": openCallsCard([], 0, reader),
  "led-calls": ledCallsCard(listed, 0, reader),
  "led-calls-empty": ledCallsCard([], 0, reader),
  "choose-group": chooseGroupCard([aGroup()], "call.new", reader),
  "choose-group-empty": chooseGroupCard([], "call.new", reader),
  examples: examplesCard({ group: aGroup(), practice: false, nonce }, reader),
  "examples-practice": examplesCard({ group: aGroup(), practice: true, nonce }, reader),
});
const text = (card: Card) => JSON.stringify(card);
const verbs = (card: Card) => [...text(card).matchAll(/"verb":"([\w.]+)"/g)].map(([, verb]) => verb);

describe("the home card and its lists", () => {
  for (const lang of langs)
    it(`are good cards in ${lang}`, () => {
      for (const [name, card] of Object.entries(cards(aReader(lang)))) {
        assert.deepEqual(complaints(card), [], name);
        assert.deepEqual(badPresses(card), [], name);
        matchesSnapshot(`${name}.${lang}`, card);
      }
    });

  it("say how much waits and by when the first of it", () => {
    const { body } = homeCard({ waiting: waiting.slice(0, 2), led: [], examples: false }, aReader());
    assert.match(
      JSON.stringify(body[1]),
      /2 asiaa odottaa sinua,.*ensimmäinen ti\u00A018\.5\.2027\u00A0klo\u00A016\.15 mennessä\./,
    );
  });

  it("open each thing that waits, each kind at its own card", () => {
    assert.deepEqual(verbs(tasksCard(waiting, 0, aReader())).slice(0, 10), [
      "consent.show",
      "consent.show",
      "nomination.confirmShow",
      "nomination.show",
      "question.answerForm",
      "call.manage",
      "board.show",
      "board.show",
      "group.form",
      "group.form",
    ]);
  });

  it("offer what leads a group only to those who lead one", () => {
    const member = verbs(homeCard({ waiting: [], led: [], examples: true }, aReader()));
    for (const verb of ["call.new", "board.show", "group.show", "examples.list", "calls.mine"])
      assert.equal(member.includes(verb), false, verb);
    const officer = verbs(homeCard({ waiting: [], led, examples: false }, aReader()));
    for (const verb of ["call.new", "board.show", "group.show", "examples.list", "calls.mine"])
      assert.equal(officer.includes(verb), true, verb);
  });

  it("let a person who leads several groups choose which is meant", () => {
    const two = [...led, { group: aGroup({ id: "group:toinen" }), calls: [aCall({ id: "call:toinen" })] }];
    const { actions } = homeCard({ waiting: [], led: two, examples: false }, aReader());
    assert.deepEqual(
      actions?.map(({ verb }) => verb),
      ["calls.mine", "groups.mine", "calls.open"],
    );
  });

  it("show nothing personal where everyone sees them", () => {
    assert.deepEqual(verbs(sharedHomeCard(aGroup(), undefined, aReader())), ["calls.open", "group.show"]);
  });

  it("offer a proposal and one's own nomination just where the call allows them", () => {
    const offered = (nominators: { organisations: boolean; joint: boolean; self: boolean }) =>
      verbs(openCallsCard([{ group: aGroup(), call: aCall({ nominators }) }], 0, aReader())).filter((v) =>
        v?.startsWith("nomination."),
      );
    assert.deepEqual(offered({ organisations: true, joint: true, self: false }), ["nomination.form"]);
    assert.deepEqual(offered({ organisations: false, joint: false, self: true }), ["nomination.self"]);
  });

  it("mark a practice call", () => {
    const call = aCall({ practice: true });
    assert.match(text(openCallsCard([{ group: aGroup(), call }], 0, aReader())), /HARJOITUS: Kaislarannan/);
  });

  it("go on to a next page, and stay on the last one when more is asked for", () => {
    const many = Array.from({ length: 15 }, (_, at) => ({ group: aGroup(), call: aCall({ id: `call:${at}` }) }));
    assert.match(text(openCallsCard(many, 0, aReader())), /"verb":"calls.open","data":\{"page":1\}/);
    assert.doesNotMatch(text(openCallsCard(many, 2, aReader())), /calls\.open/);
    assert.equal(text(openCallsCard(many, 99, aReader())), text(openCallsCard(many, 2, aReader())));
  });

  it("stay small with long names and much of everything", () => {
    const long = "ä".repeat(200);
    const title = { fi: long, sv: long, en: long };
    const tasks = Array.from(
      { length: 60 },
      (_, at): Waiting => ({ ...waiting[at % waiting.length], title }) as Waiting,
    );
    const calls = Array.from({ length: 60 }, (_, at) => aCall({ id: `call:${at}`, title }));
    const group = aGroup({ name: title });
    const all = calls.map((call) => ({ group, call }));
    const reader = aReader("fi", { client: { dialogs: true, picker: true } });
    for (const card of [
      homeCard(
        {
          waiting: tasks,
          led: [
            { group, calls },
            { group, calls },
          ],
          examples: true,
        },
        reader,
      ),
      tasksCard(tasks, 0, reader),
      openCallsCard(all, 0, reader),
      ledCallsCard(all, 0, reader),
      chooseGroupCard(
        Array.from({ length: 60 }, () => group),
        "call.new",
        reader,
      ),
      examplesCard({ group, practice: true, nonce }, reader),
    ])
      assert.deepEqual(complaints(card), []);
  });
});
