import assert from "node:assert/strict";
import type { PersonId } from "../../bot/domain/ids.ts";
import { langs } from "../../bot/domain/lang.ts";
import { meetingIdOf } from "../../bot/domain/meeting.ts";
import type { Poll, PollOption } from "../../bot/domain/poll.ts";
import type { Choice, PollAnswer } from "../../bot/domain/poll-answer.ts";
import type { Principal } from "../../bot/domain/poll-answering.ts";
import { problemsOfPoll } from "../../bot/domain/poll-post.ts";
import { viewOf } from "../../bot/domain/poll-view.ts";
import { explainPoll, type PollRefusal } from "../../cards/explain/poll.ts";
import type { Card } from "../../cards/kit.ts";
import { askedCard, pollCard } from "../../cards/poll.ts";
import { cancelPollCard, decidePollCard, deletePollCard, extendPollCard } from "../../cards/poll-changes.ts";
import { pollCopyCard } from "../../cards/poll-copy.ts";
import { type AnswerForm, answerForm } from "../../cards/poll-form.ts";
import { formPages } from "../../cards/poll-form-times.ts";
import { addAskedForm, removeAskedForm } from "../../cards/poll-invite.ts";
import { pollListCard } from "../../cards/poll-list.ts";
import { askedListCard, pollManageCard } from "../../cards/poll-manage.ts";
import { optionText, type PollSeen } from "../../cards/poll-parts.ts";
import { pollPeopleCard, pollPersonCard } from "../../cards/poll-people.ts";
import { pollPreviewCard } from "../../cards/poll-preview.ts";
import { standInCard } from "../../cards/poll-principals.ts";
import { answerReceipt, pollShowCard } from "../../cards/poll-show.ts";
import { pollStepCard } from "../../cards/poll-step.ts";
import { whyText } from "../../cards/poll-times.ts";
import {
  pollCancelledCard,
  pollChangedCard,
  pollClosedCard,
  pollDecidedCard,
  pollInvitationCard,
  pollLeftCard,
  pollMentionCard,
  pollRulesCard,
} from "../../cards/poll-told.ts";
import { closedAnswerCard, lateAnswerCard } from "../../cards/poll-unsent.ts";
import type { Reader } from "../../cards/reader.ts";
import { pollCaps, pollSteps } from "../../cards/verbs/poll.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting, anAnswer, aPoll, option } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";
import { wordsOn } from "../support/pressing.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const names: Record<PersonId, string> = {
  "person:chair": "Tiina Saraluoto",
  "person:sanna": "Sanna Kaislamo",
  "person:oskari": "Oskari Haavisalo",
};
const answers = [
  anAnswer("chair", { o1: "yes", o2: "ifNeeded", o3: "no" }, { comment: "Iltaisin en pääse." }),
  anAnswer("sanna", { o1: "yes", o2: "no", o3: "yes" }),
];

const seenBy = (poll: Poll, given: readonly PollAnswer[], who?: PersonId, called = names): PollSeen => ({
  ...viewOf(poll, given, who ? { in: "person", person: who, officer: who === "person:chair" } : { in: "channel" }),
  group: aGroup(),
  names: called,
});

const formOf = (poll: Poll, own: Partial<AnswerForm> = {}): AnswerForm => ({
  ...{ poll, group: aGroup(), person: "person:sanna", as: "self", name: "Sanna Kaislamo", page: 0 },
  ...{ nonce: "nonce-0001", people: [] },
  ...own,
});

/** Every card of a poll, by name. */
function cardsOf(poll: Poll, given: readonly PollAnswer[], reader: Reader, called = names): Record<string, Card> {
  const at = { poll, group: aGroup() };
  const [channel, chair, sanna] = [undefined, "person:chair", "person:sanna"].map((who) =>
    seenBy(poll, given, who as PersonId | undefined, called),
  ) as [PollSeen, PollSeen, PollSeen];
  const closed = seenBy({ ...poll, status: "closed", closedAt: TODAY, closedBy: "deadline" }, given, undefined, called);
  const [first] = poll.options;
  const decided: Poll = {
    ...poll,
    status: "decided",
    decided: {
      at: TODAY,
      by: "person:chair",
      meetings: [{ option: first?.id ?? "o1", meeting: "meeting:june" }],
    },
  };
  const edited: Poll = {
    ...poll,
    edits: [{ at: TODAY, by: "person:chair", added: poll.options.map((o) => o.id), removed: [] }],
  };
  const draft: Poll = { ...poll, status: "draft" };
  const nonce = "nonce-0001";
  const own = given[1];
  const asked = poll.asked;
  const principals = [
    { person: "person:sanna", as: "assistant", open: true },
    { person: "person:oskari", as: "substitute", open: false },
  ] as const satisfies Principal[];
  return {
    channel: pollCard(channel, reader),
    channelHidden: pollCard(seenBy({ ...poll, visibility: "afterOwn" }, given, undefined, called), reader),
    closed: pollCard(closed, reader),
    decided: pollCard(seenBy(decided, given, undefined, called), reader),
    request: askedCard({ ...at, answer: undefined }, reader),
    answered: askedCard({ ...at, answer: own }, reader),
    form: answerForm(formOf(poll), reader),
    formAgain: answerForm(formOf(poll, { answer: own, problem: "Tarkista" }), reader),
    formFilled: answerForm(formOf(poll, { fill: "yes" }), reader),
    formByPhone: answerForm(formOf(poll, { as: "officer" }), reader),
    receipt: answerReceipt({ seen: sanna, answer: own ?? anAnswer("sanna", {}), name: "Sanna Kaislamo" }, reader),
    status: pollShowCard({ seen: chair, page: 0, mayAnswer: true, officer: true }, reader),
    statusHidden: pollShowCard({ seen: channel, page: 0, mayAnswer: true, officer: false }, reader),
    manage: pollManageCard({ seen: chair, problems: [], nonce }, reader),
    manageDraft: pollManageCard(
      {
        seen: seenBy(draft, [], "person:chair"),
        problems: problemsOfPoll({ ...draft, title: {} }, asked, TODAY),
        nonce,
      },
      reader,
    ),
    preview: pollPreviewCard({ seen: seenBy(draft, [], "person:chair", called), asked, problems: [], nonce }, reader),
    deleteDraft: deletePollCard({ poll: draft, group: aGroup() }, reader),
    askedList: askedListCard({ seen: chair, page: 0 }, reader),
    people: pollPeopleCard({ seen: chair, page: 0, notice: { style: "good", bold: "OK" } }, reader),
    person: pollPersonCard({ seen: chair, person: "person:sanna", outside: true, nonce }, reader),
    addAsked: addAskedForm({ ...at, values: {}, people: [], nonce }, reader),
    removeAsked: removeAskedForm(
      { seen: { ...chair, poll: { ...poll, closesWhenAnswered: true } }, person: "person:sanna", nonce },
      reader,
    ),
    toldLeft: pollLeftCard(at, reader),
    toldRules: pollRulesCard(
      {
        ...at,
        poll: {
          ...poll,
          visibility: "atEnd",
          rules: [{ at: TODAY, by: "person:chair", visibility: "afterOwn", namesInChannel: true }],
          namesInChannel: false,
        },
        index: 0,
      },
      reader,
    ),
    stepRulesOpen: pollStepCard(
      { poll, group: aGroup(), step: "rules", nonce, people: [], outside: "", outsideRequired: "", answered: true },
      reader,
    ),
    decide: decidePollCard({ seen: chair, proposal: [], nonce }, reader),
    decideSeries: decidePollCard(
      {
        seen: { ...chair, poll: { ...poll, series: { least: 2, most: 3, perMonth: true } } },
        proposal: poll.options.slice(0, 2).map((o) => o.id),
        nonce,
      },
      reader,
    ),
    decideAgainst: decidePollCard(
      {
        seen: { ...chair, poll: { ...poll, series: { least: 2, most: 3, daysApart: 30 } } },
        ...{ proposal: [], nonce, problem: explainPoll(against(poll), reader), typed: ["o1"], despite: ["o1"] },
      },
      reader,
    ),
    extend: extendPollCard({ ...at, nonce }, undefined, reader),
    cancel: cancelPollCard({ ...at, nonce }, undefined, reader),
    copy: pollCopyCard({ ...at, addresses: ["tiina.saraluoto@example.org"], without: ["Sanna Kaislamo"] }, reader),
    list: pollListCard(
      { polls: [{ poll, group: aGroup(), officer: false, waits: true }], page: 0, groups: [aGroup()] },
      reader,
    ),
    closedMeanwhile: closedAnswerCard(
      { ...at, sentence: "Kysely on päättynyt.", answer: own ?? anAnswer("sanna", {}) },
      reader,
    ),
    late: lateAnswerCard(
      { ...at, deadline: TODAY, arrivedAt: TODAY + 1_000, answer: own ?? anAnswer("sanna", {}) },
      reader,
    ),
    toldStandIn: standInCard({ ...at, person: "person:sanna", as: "assistant", names: called }, reader),
    standInStatus: pollShowCard({ seen: { ...chair, principals }, page: 0, mayAnswer: false, officer: false }, reader),
    standInForm: answerForm(formOf(poll, { principals, names: called }), reader),
    toldMention: pollMentionCard(
      { ...at, persons: ["person:oskari", "person:sanna"], names: called, accounts: { "person:oskari": "29:oskari" } },
      reader,
    ),
    toldChanged: pollChangedCard({ poll: edited, group: aGroup(), index: 0 }, reader),
    toldClosed: pollClosedCard(closed, reader),
    toldDecided: pollDecidedCard({ poll: decided, group: aGroup(), meetings: [aMeeting()] }, reader),
    toldInvitation: pollInvitationCard(
      {
        ...{ poll: decided, group: aGroup(), meetings: [aMeeting()] },
        calendar: [{ meeting: "meeting:june", url: "https://ehdolla.example.org/calendar/x" }],
      },
      reader,
    ),
    toldCancelled: pollCancelledCard(
      {
        poll: { ...poll, status: "cancelled", cancelled: { at: TODAY, by: "person:chair", reason: "Kokous siirtyy" } },
        group: aGroup(),
      },
      reader,
    ),
    ...Object.fromEntries(
      pollSteps.map((step) => [
        `step-${step}`,
        pollStepCard(
          { poll: draft, group: aGroup(), step, nonce, people: [], outside: "", outsideRequired: "", answered: false },
          reader,
        ),
      ]),
    ),
  };
}

/** What stands in each row of a card's tables but the first, cell by cell, without notes. */
function rowsOf(card: Card): string[][] {
  const rows: string[][] = [];
  JSON.stringify(card, (_, value) => {
    if (value?.type === "TableRow" && value.style !== "emphasis")
      rows.push(
        value.cells.map(({ items: [first] }: { items: { inlines: { text: string }[] }[] }) =>
          (first?.inlines ?? []).map((run) => run.text).join(""),
        ),
      );
    return value;
  });
  return rows;
}

const against = ({ options: [one, other] }: Poll): PollRefusal => ({
  kind: "againstWish",
  breach: { kind: "apart", options: [one ?? option(1, "2027-06-07"), other ?? option(2, "2027-06-08")] },
  wish: { least: 2, most: 3, daysApart: 30 },
});

/** A hundred times on twenty days, two hundred people, and everything as long as it may be. */
function largest(): { poll: Poll; given: PollAnswer[]; called: Record<PersonId, string> } {
  const long = (n: number) => "Åäkkönen ".repeat(Math.ceil(n / 9)).slice(0, n);
  const options = Array.from({ length: 100 }, (_, i) => {
    const day = new Date(Date.UTC(2027, 5, 1 + Math.floor(i / 5))).toISOString().slice(0, 10);
    return option(i + 1, day, `${String(8 + 2 * (i % 5)).padStart(2, "0")}:00`);
  });
  const people = Array.from({ length: 200 }, (_, i): PersonId => `person:p${i}`);
  const said: Choice[] = ["yes", "ifNeeded", "no"];
  const given = people.map((person, n) =>
    anAnswer(person.slice(7), Object.fromEntries(options.map((o, i) => [o.id, said[(i + n) % 3] as Choice])), {
      comment: long(pollCaps.comment),
    }),
  );
  const asked = (["person:chair", "person:sanna", "person:oskari", ...people] as PersonId[]).map((person, i) => ({
    person,
    required: i % 2 === 0,
  }));
  const venue = {
    mode: "hybrid" as const,
    place: long(pollCaps.place),
    joinUrl: `https://teams.example.org/${"x".repeat(pollCaps.url - 26)}`,
    accessibility: long(pollCaps.practical),
    interpreting: long(pollCaps.practical),
    parking: long(pollCaps.practical),
  };
  const poll = aPoll({
    ...{ options, numbered: 100, asked, venue, title: { fi: long(pollCaps.title) }, note: { fi: long(pollCaps.note) } },
    contact: { name: long(pollCaps.contactName), phone: "1".repeat(pollCaps.phone) },
  });
  const called = Object.fromEntries(asked.map(({ person }) => [person, long(60)]));
  return { poll, given, called };
}

describe("the cards of a meeting poll", () => {
  for (const lang of langs)
    it(`are cards that the official parser accepts, and read as they should, in ${lang}`, () => {
      for (const [name, card] of Object.entries(cardsOf(aPoll({ visibility: "always" }), answers, aReader(lang)))) {
        assert.deepEqual(complaints(card), [], name);
        matchesSnapshot(`poll/${name}.${lang}`, card);
      }
    });

  it("stay small enough with a hundred times, two hundred people and the longest texts, in cards and in dialogs", function () {
    this.timeout(20_000);
    const { poll, given, called } = largest();
    for (const [lang, door, namesInChannel] of [
      ["fi", "card", true],
      ["sv", "dialog", false],
      ["en", "card", true],
    ] as const) {
      const reader = aReader(lang, { door, client: { dialogs: true, picker: true }, ownZone: "Europe/Stockholm" });
      const cards = cardsOf({ ...poll, visibility: "always", namesInChannel }, given, reader, called);
      for (const [name, card] of Object.entries(cards)) assert.deepEqual(complaints(card), [], `${name} ${lang}`);
    }
  });

  it("stay small enough for whoever answered about each of very many times, also when many of them were chosen", function () {
    this.timeout(20_000);
    const { poll, given, called } = largest();
    const principals = given.slice(0, 10).map(({ person }) => ({ person, as: "assistant" as const, open: true }));
    for (const count of [17, 100])
      for (const chosen of [0, 3, 4, 17]) {
        const options = poll.options.slice(0, count);
        const meetings = options.slice(0, chosen).map((o) => ({ option: o.id, meeting: meetingIdOf(poll.id, o.id) }));
        const decided = { status: "decided" as const, decided: { at: TODAY, by: "person:chair" as const, meetings } };
        const ended = { ...poll, options, ...(chosen > 0 && decided), visibility: "always" as const };
        const seen = { ...seenBy(ended, given, "person:p7", called), principals };
        for (const lang of langs)
          for (const page of [0, 99]) {
            const reader = aReader(lang, { ownZone: "Europe/Stockholm" });
            const status = pollShowCard({ seen, page, mayAnswer: true, officer: true, called: true }, reader);
            assert.deepEqual(complaints(status), [], `${count} times, ${chosen} chosen, page ${page} ${lang}`);
          }
      }
  });

  it("stay small enough with all the people that a form may name, as they were typed", () => {
    const long = (n: number) => "Åäkkönen ".repeat(Math.ceil(n / 9)).slice(0, n);
    const people = Array.from({ length: 40 }, (_, i) => ({ id: `person:p${i}` as const, name: long(40) }));
    for (const [lang, door] of [
      ["fi", "card"],
      ["sv", "dialog"],
    ] as const) {
      const reader = aReader(lang, { door });
      const at = { poll: aPoll(), group: aGroup(), people, nonce: "nonce-0001", problem: "Tarkista" };
      const [named, outside, outsideRequired] = [pollCaps.people, pollCaps.outside, pollCaps.outsideRequired].map(long);
      const typed = { named, required: named, outside, outsideRequired };
      const step = pollStepCard(
        { ...at, step: "who", outside: "", outsideRequired: "", answered: false, typed },
        reader,
      );
      assert.deepEqual(complaints(step), []);
      assert.deepEqual(complaints(addAskedForm({ ...at, values: { named, outside } }, reader)), []);
    }
  });

  it("show all of a hundred times, a page after another", () => {
    const { poll, given, called } = largest();
    const seen = seenBy(poll, given, "person:chair", called);
    const reader = aReader();
    let day = "";
    const told = [0, 1, 2, 3, 4, 5, 6]
      .flatMap((page) => rowsOf(pollShowCard({ seen, page, mayAnswer: true, officer: true }, reader)))
      .flatMap(([first = "", ...counts]) => {
        if (counts.join("") === "") day = first.split(" · ")[0] ?? "";
        return counts.join("") === "" ? [] : [`${first.startsWith("klo") ? `${day}\u00A0` : ""}${first}`];
      });
    for (const o of poll.options) assert.equal(told.filter((t) => t === optionText(o, reader)).length, 1, o.id);
    const forms = formPages(poll.options).map((_, page) => JSON.stringify(answerForm(formOf(poll, { page }), reader)));
    for (const { id } of poll.options) assert.equal(forms.filter((f) => f.includes(`"c_${id}"`)).length, 1, id);
  });

  it("stand in the table and in lists by day and week, those of the evening in a part of their own", () => {
    const options = [
      ...["09:00", "13:00", "17:30"].map((time, i) => option(i + 1, "2027-06-07", time)),
      ...["09:00", "13:00", "17:30"].map((time, i) => option(i + 4, "2027-06-14", time)),
    ];
    const poll = aPoll({ options, visibility: "always" });
    const words = wordsOn(pollCard(seenBy(poll, [anAnswer("sanna", { o1: "no" })]), aReader()));
    const order = ["Aika", "ma 7.6. · Viikko 23", "klo 9.00", "klo 13.00", "ma 14.6. · Viikko 24", "klo 9.00"];
    let at = 0;
    for (const told of [...order, "Ilta-aika", "ma 7.6. klo 17.30", "ma 14.6. klo 17.30"]) {
      at = words.replaceAll("\u00A0", " ").indexOf(told, at);
      assert.ok(at >= 0, `${told} in ${words}`);
    }
    const lines = wordsOn(pollCard(seenBy({ ...poll, visibility: "atEnd" }, []), aReader())).replaceAll("\u00A0", " ");
    assert.match(
      lines,
      /Viikko 23\nma 7\.6\.: klo 9\.00.*, 13\.00.*\nViikko 24\n.*\nIlta-ajat\nViikko 23\nma 7\.6\.: klo 17\.30/,
    );
  });

  it("have no headings in the table where each would stand above one time", () => {
    const options = [6, 7, 8].map((month) => option(month, `2027-0${month}-07`, "14:00"));
    const words = wordsOn(pollCard(seenBy(aPoll({ options, visibility: "always" }), []), aReader()));
    assert.doesNotMatch(words, /Viikko|Ilta-aika/);
  });

  it("tell a week of another year with its year, also where the same number follows", () => {
    const options = [option(1, "2027-12-30", "14:00"), option(2, "2028-12-28", "14:00")];
    const words = wordsOn(pollCard(seenBy(aPoll({ options, visibility: "atEnd" }), []), aReader()));
    assert.match(words, /Viikko 52\n.*\nViikko 52\/2028\n/);
  });

  it("can be answered for all evenings at once, where there are others too", () => {
    const days = ["2027-06-07", "2027-06-08"];
    const late = days.map((day, i) => option(i + 3, day, "18:00"));
    const ids = (options: PollOption[]) =>
      [...JSON.stringify(answerForm(formOf(aPoll({ options })), aReader())).matchAll(/"id":"([cd]_[^"]+)"/g)].map(
        ([, id]) => id,
      );
    assert.deepEqual(ids([...days.map((day, i) => option(i + 1, day, "09:00")), ...late]), [
      ...["d_2027-06-07", "c_o1", "d_2027-06-08", "c_o2", "d_evenings", "c_o3", "c_o4"],
    ]);
    assert.deepEqual(ids(late), ["c_o3", "c_o4"]);
  });

  it("offer to fill a long form at its top, where the sentence asks for it, and a short one among its buttons", () => {
    const { all } = aReader().text.poll.button;
    const drawn = (count: number) => {
      const options = Array.from({ length: count }, (_, i) =>
        option(i + 1, "2027-06-07", `${i + 8}:00`.padStart(5, "0")),
      );
      const { body, actions } = answerForm(formOf(aPoll({ options })), aReader());
      return [JSON.stringify(body.slice(0, 4)), JSON.stringify(actions)].map((part) =>
        part.includes(`"title":"${all}"`),
      );
    };
    assert.deepEqual(drawn(6), [false, true]);
    assert.deepEqual(drawn(7), [true, false]);
  });

  it("tell whoever has answered so first, and then how it stands", () => {
    const seen = (own: boolean) =>
      seenBy(aPoll(), own ? [anAnswer("sanna", { o1: "yes", o2: "no", o3: "no" })] : [], "person:sanna");
    const strip = (own: boolean) =>
      wordsOn(pollShowCard({ seen: seen(own), page: 0, mayAnswer: true, officer: false }, aReader()));
    assert.match(strip(true), /Olet vastannut\.\s+Voit muuttaa vastaustasi ti\s25\.5\.2027\sklo\s12\.00 asti\./);
    assert.doesNotMatch(strip(false), /Olet vastannut/);
  });

  it("draw what people wrote literally", () => {
    const hostile = "**x** [l](https://evil.example.org) <b>{{DATE(1)}}\u202Eabc";
    const poll = aPoll({ title: { fi: hostile }, note: { fi: hostile }, visibility: "always" });
    const said = answers.map((a) => ({ ...a, comment: hostile }));
    const cards = cardsOf(poll, said, aReader(), { ...names, "person:sanna": hostile });
    for (const [name, card] of Object.entries(cards)) {
      assert.deepEqual(complaints(card), [], name);
      const drawn = JSON.stringify(card);
      assert.ok(!drawn.includes("\u202E"), name);
      JSON.stringify(card, (_, value) => {
        if (value?.type === "TextRun") assert.ok(!value.text.includes("{{DATE"), name);
        if (value?.type === "TextBlock") assert.doesNotMatch(value.text, /(?<!\\)\*\*x|\]\(https/, name);
        return value;
      });
    }
  });

  it("hide counts and names from whoever may not see them yet", () => {
    const poll = aPoll({ visibility: "afterOwn" });
    const channel = JSON.stringify(pollCard(seenBy(poll, answers), aReader()));
    const silent = seenBy(poll, answers, "person:oskari");
    const status = JSON.stringify(pollShowCard({ seen: silent, page: 0, mayAnswer: true, officer: false }, aReader()));
    for (const drawn of [channel, status]) {
      assert.doesNotMatch(drawn, /"Table"/);
      assert.doesNotMatch(drawn, /Kaislamo|Iltaisin/);
    }
    const open = JSON.stringify(pollCard(seenBy({ ...poll, visibility: "always" }, answers), aReader()));
    assert.match(open, /"Table"/);
    assert.doesNotMatch(open, /Kaislamo|Saraluoto/);
  });

  it("tell the channel how many have answered and how many of those required haven't, whatever else is hidden", () => {
    const asked = ["chair", "sanna", "oskari"].map((who) => ({ person: `person:${who}` as PersonId, required: true }));
    for (const visibility of ["afterOwn", "atEnd", "always"] as const) {
      const says = (own: Partial<Poll>, given = answers) =>
        wordsOn(pollCard(seenBy(aPoll({ visibility, asked, ...own }), given), aReader()));
      assert.match(says({}), /Vastannut 2 \/ 3\. Pakollisista vastaamatta 1 \/ 3\./);
      assert.doesNotMatch(says({}), /Haavisalo|Kaislamo/);
      assert.match(says({ namesInChannel: true }), /Pakollisista vastaamatta: Oskari Haavisalo\./);
      assert.match(says({}, [...answers, anAnswer("oskari", { o1: "no" })]), /Kaikki pakolliset ovat vastanneet\./);
    }
  });

  it("show how many have answered at a glance where no table does", () => {
    const bars = (own: Partial<Poll>) => /█/.test(JSON.stringify(pollCard(seenBy(aPoll(own), answers), aReader())));
    assert.deepEqual(
      [bars({ visibility: "afterOwn" }), bars({ visibility: "always" }), bars({ status: "closed", closedAt: TODAY })],
      [true, false, false],
    );
  });

  it("say of a time who of those required can't come only once somebody has said so", () => {
    const said = (given: PollAnswer[]) => wordsOn(pollCard(seenBy(aPoll({ visibility: "always" }), given), aReader()));
    assert.match(said(answers), /Pakollisista ei pääse 1 \/ 1/);
    assert.doesNotMatch(said([anAnswer("chair", { o1: "yes" })]), /ei pääse/);
  });

  it("speak of those required only where somebody is", () => {
    const asked = aPoll().asked.map((a) => ({ ...a, required: false }));
    const poll = aPoll({ visibility: "always", asked });
    for (const lang of langs) {
      const reader = aReader(lang);
      const seen = seenBy(poll, answers, "person:sanna");
      const [channel, status] = [
        pollCard(seenBy(poll, answers), reader),
        pollShowCard({ seen, page: 0, mayAnswer: true, officer: false }, reader),
      ].map((card) => JSON.stringify(card));
      for (const drawn of [channel, status])
        assert.doesNotMatch(
          drawn ?? "",
          /pakolli|oltava paikalla|obligatoris|måste vara|required|must be present/i,
          lang,
        );
      const why = whyText(seen.why ?? assert.fail(), reader);
      assert.ok(why.length > 10 && channel?.includes(why.slice(-20)), why);
    }
  });

  it("tell a time in the reader's zone too, where that differs", () => {
    const drawn = (ownZone: string) => JSON.stringify(answerForm(formOf(aPoll()), aReader("fi", { ownZone })));
    assert.match(drawn("Europe/Stockholm"), /14\.00[^"]*15\.30 \(sinun aikaasi [^"]*13\.00/);
    assert.doesNotMatch(drawn("Europe/Helsinki"), /sinun aikaasi/);
  });

  it("bring a chosen meeting with its calendar file as a button, and several each with its own", () => {
    const reader = aReader();
    const links = (n: number, count = n) => {
      const meetings = Array.from({ length: n }, (_, i) => aMeeting({ id: `meeting:${i}` }));
      const calendar = meetings.map(({ id }) => ({ meeting: id, url: `https://ehdolla.example.org/calendar/${id}` }));
      const card = pollInvitationCard({ poll: aPoll(), group: aGroup(), meetings, calendar }, reader);
      assert.deepEqual(complaints(card), []);
      assert.equal(JSON.stringify(card.body).split("[Lisää kalenteriin]").length - 1, count);
      return (card.actions ?? []).map((action) => action.title);
    };
    assert.deepEqual(links(1, 0), [reader.text.poll.told.join, "Lisää kalenteriin"]);
    assert.deepEqual(links(5), [reader.text.poll.told.join]);
    links(100, 0);
  });

  it("bring several chosen meetings in one file too, as a button", () => {
    const reader = aReader();
    const meetings = [1, 2].map((n) => aMeeting({ id: `meeting:${n}` }));
    const url = "https://ehdolla.example.org/calendar/all";
    const titles = (held: typeof meetings) =>
      (
        pollInvitationCard({ poll: aPoll(), group: aGroup(), meetings: held, calendarOfAll: url }, reader).actions ?? []
      ).map(({ title }) => title);
    assert.deepEqual(titles(meetings), [reader.text.poll.told.join, "Lisää kaikki kalenteriin"]);
    assert.deepEqual(titles(meetings.slice(1)), [reader.text.poll.told.join]);
  });

  it("show a tie as a tie, and choose nothing for the chair", () => {
    const even = [anAnswer("chair", { o1: "yes", o2: "yes", o3: "no" })];
    const card = decidePollCard(
      { seen: seenBy(aPoll(), even, "person:chair"), proposal: [], nonce: "n-000001" },
      aReader(),
    );
    assert.match(JSON.stringify(card), /Tasatilanne/);
    const input = card.body.find((e) => e.id === "options");
    assert.equal(input?.value, undefined);
    const level = seenBy(aPoll(), [anAnswer("chair", { o1: "yes", o2: "yes", o3: "yes" })], "person:chair");
    const status = pollShowCard({ seen: level, page: 0, mayAnswer: true, officer: true }, aReader());
    assert.equal(wordsOn(status).split("Tasatilanne").length - 1, 1, "in the sentence, not at every time");
  });
});
