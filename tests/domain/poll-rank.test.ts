import assert from "node:assert/strict";
import fc from "fast-check";
import type { Poll } from "../../bot/domain/poll.ts";
import { choices, type PollAnswer } from "../../bot/domain/poll-answer.ts";
import { asksRequired, ranked, type Tally, tallyOf, whyFirst } from "../../bot/domain/poll-rank.ts";
import { anAnswer, aPoll, option } from "../support/polls.ts";

const rank = (poll: Poll, answers: PollAnswer[]) => ranked(tallyOf(poll, answers));
const order = (poll: Poll, answers: PollAnswer[]) => rank(poll, answers).map((r) => r.option.id);

/** Polls of up to six options and seven people, answered at random. */
const polls = fc
  .record({
    options: fc.integer({ min: 1, max: 6 }),
    required: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    said: fc.array(fc.array(fc.option(fc.constantFrom(...choices)), { minLength: 6, maxLength: 6 }), { maxLength: 7 }),
  })
  .map(({ options, required, said }) => ({
    poll: aPoll({
      options: Array.from({ length: options }, (_, i) => option(i + 1, `2027-06-0${(i % 4) + 1}`, `1${i}:00`)),
      asked: required.map((r, i) => ({ person: `person:p${i}`, required: r })),
    }),
    answers: said
      .slice(0, required.length)
      .map((row, i) =>
        anAnswer(`p${i}`, Object.fromEntries(row.flatMap((c, n) => (c && n < options ? [[`o${n + 1}`, c]] : [])))),
      ),
  }));

const goods = (t: Tally) => [t.available, t.yes, t.yes + t.ifNeeded, -t.no];

describe("the ranking of times", () => {
  it("puts the time first at which most required people can come, though fewer like it", () => {
    const poll = aPoll({
      asked: [
        { person: "person:chair", required: true },
        { person: "person:sanna", required: false },
        { person: "person:oskari", required: false },
      ],
    });
    const answers = [
      anAnswer("chair", { o1: "no", o2: "ifNeeded" }),
      anAnswer("sanna", { o1: "yes", o2: "no" }),
      anAnswer("oskari", { o1: "yes", o2: "no" }),
    ];
    assert.deepEqual(order(poll, answers), ["o2", "o1", "o3"]);
    assert.deepEqual(whyFirst(rank(poll, answers))?.kind, "required");
  });

  it("then goes by yes, then by yes and if need be together, then by the fewest no", () => {
    const poll = aPoll({ asked: [{ person: "person:chair", required: true }] });
    const chair = anAnswer("chair", { o1: "yes", o2: "yes", o3: "yes" });
    const more = [chair, anAnswer("sanna", { o3: "yes" })];
    assert.equal(order(poll, more)[0], "o3");
    assert.equal(whyFirst(rank(poll, more))?.kind, "yes");
    const ifNeeded = [chair, anAnswer("sanna", { o2: "ifNeeded" })];
    assert.equal(order(poll, ifNeeded)[0], "o2");
    assert.equal(whyFirst(rank(poll, ifNeeded))?.kind, "withIfNeeded");
    const no = [chair, anAnswer("sanna", { o1: "no", o3: "no" })];
    assert.equal(order(poll, no)[0], "o2");
    assert.equal(whyFirst(rank(poll, no))?.kind, "fewestNo");
  });

  it("shows times that are equal in all of these as a tie, in order of time", () => {
    const answers = [anAnswer("chair", { o1: "no", o2: "yes", o3: "yes" })];
    const ranking = rank(aPoll(), answers);
    assert.deepEqual(
      ranking.map(({ option: { id }, place, tied }) => [id, place, tied]),
      [
        ["o2", 1, true],
        ["o3", 1, true],
        ["o1", 3, false],
      ],
    );
    const why = whyFirst(ranking);
    assert.deepEqual(why?.kind === "tie" && why.tied.map((t) => t.option.id), ["o2", "o3"]);
  });

  it("tells who of those required is missing", () => {
    const poll = aPoll({
      asked: ["chair", "sanna", "oskari", "petra"].map((p) => ({ person: `person:${p}`, required: p !== "petra" })),
    });
    const answers = ["chair", "petra"].map((who) => anAnswer(who, { o1: "yes" }));
    const [first] = tallyOf(poll, [...answers, anAnswer("sanna", { o1: "no" })]);
    assert.equal(first?.available, 1);
    assert.deepEqual(first?.requiredNo, ["person:sanna"]);
    assert.deepEqual(first?.requiredSilent, ["person:oskari"]);
  });

  it("goes by yes first where nobody is required, and doesn't speak of the required", () => {
    const people = ["a", "b", "c", "d", "e"];
    const poll = aPoll({ asked: people.map((p) => ({ person: `person:${p}`, required: false })) });
    const answers = people.map((p) => anAnswer(p, { o1: p === "e" ? "no" : "yes", o2: "ifNeeded" }));
    assert.deepEqual(order(poll, answers), ["o1", "o2", "o3"]);
    const why = whyFirst(rank(poll, answers));
    assert.deepEqual([why?.kind, why && "next" in why && asksRequired(why.first)], ["yes", false]);
  });

  it("says nothing of a first place while nobody can come at all, or when there is one time only", () => {
    assert.equal(whyFirst(rank(aPoll(), []))?.kind, "nobody");
    const one = aPoll({ options: [option(1, "2027-06-07")] });
    assert.equal(whyFirst(rank(one, [anAnswer("chair", { o1: "yes" })]))?.kind, "only");
    assert.equal(whyFirst([]), undefined);
  });

  it("leaves out times that were edited away, though what was said of them is still there", () => {
    const gone = { at: 0, by: "person:chair" } as const;
    const poll = aPoll({ options: [option(1, "2027-06-07", "14:00", { removed: gone }), option(2, "2027-06-08")] });
    assert.deepEqual(order(poll, [anAnswer("chair", { o1: "yes", o2: "no" })]), ["o2"]);
  });

  it("never puts a time above another that is better in every respect", () => {
    fc.assert(
      fc.property(polls, ({ poll, answers }) => {
        const ranking = rank(poll, answers);
        ranking.forEach((above, i) => {
          for (const below of ranking.slice(i + 1)) {
            const [a, b] = [goods(above), goods(below)];
            const worse = a.every((x, n) => x <= (b[n] ?? 0)) && a.some((x, n) => x < (b[n] ?? 0));
            assert.ok(!worse, `${above.option.id} ${a} stands above ${below.option.id} ${b}`);
          }
        });
      }),
    );
  });

  it("ranks the same whatever the order of people, answers and times is, and keeps every time once", () => {
    fc.assert(
      fc.property(polls, ({ poll, answers }) => {
        const turned = { ...poll, options: poll.options.toReversed(), asked: poll.asked.toReversed() };
        assert.deepEqual(order(turned, answers.toReversed()), order(poll, answers));
        assert.deepEqual(order(poll, answers).toSorted(), poll.options.map((o) => o.id).toSorted());
      }),
    );
  });

  it("gives the same place to those that are equal and only to them", () => {
    fc.assert(
      fc.property(polls, ({ poll, answers }) => {
        const ranking = rank(poll, answers);
        for (const a of ranking)
          for (const b of ranking)
            assert.equal(
              a.place === b.place,
              goods(a).every((x, i) => x === goods(b)[i]),
              `${a.option.id} ${b.option.id}`,
            );
      }),
    );
  });

  it("explains the first place by the first respect in which the next falls behind", () => {
    fc.assert(
      fc.property(polls, ({ poll, answers }) => {
        const why = whyFirst(rank(poll, answers));
        if (!why || !("next" in why)) return;
        const [a, b] = [goods(why.first), goods(why.next)];
        const at = ["required", "yes", "withIfNeeded", "fewestNo"].indexOf(why.kind);
        assert.deepEqual(a.slice(0, at), b.slice(0, at));
        assert.ok((a[at] ?? 0) > (b[at] ?? 0));
      }),
    );
  });
});
