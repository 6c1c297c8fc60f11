import assert from "node:assert/strict";
import fc from "fast-check";
import type { SeriesWish } from "../../bot/domain/poll.ts";
import { compareWorth, type Tally, worthOf } from "../../bot/domain/poll-rank.ts";
import { breachOf, chooseSeries, mayFollow, mostInSeries } from "../../bot/domain/poll-series.ts";
import { option } from "../support/polls.ts";

const tally = (n: number, day: string, yes: number, own: Partial<Tally> = {}): Tally => ({
  option: option(n, day),
  available: 0,
  yes,
  ifNeeded: 0,
  no: 0,
  requiredNo: [],
  requiredSilent: [],
  ...own,
});

const pad = (n: number) => String(n).padStart(2, "0");
const tallies = fc
  .uniqueArray(
    fc.record({
      month: fc.integer({ min: 1, max: 4 }),
      day: fc.integer({ min: 1, max: 28 }),
      available: fc.integer({ min: 0, max: 2 }),
      yes: fc.integer({ min: 0, max: 3 }),
      ifNeeded: fc.integer({ min: 0, max: 2 }),
      no: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 9, selector: ({ month, day }) => month * 100 + day },
  )
  .map((all) => all.map(({ month, day, yes, ...t }, i) => tally(i + 1, `2027-${pad(month)}-${pad(day)}`, yes, t)));
const wishes: fc.Arbitrary<SeriesWish> = fc
  .record({
    least: fc.integer({ min: 1, max: 3 }),
    more: fc.integer({ min: 0, max: 3 }),
    perMonth: fc.boolean(),
    daysApart: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(({ least, more, perMonth, daysApart }) => ({
    least,
    most: least + more,
    ...(perMonth && { perMonth: true as const }),
    ...(daysApart !== null && { daysApart }),
  }));

/** All sets of options that keep to the wish, by trying every one. */
function allSets(all: readonly Tally[], wish: SeriesWish): Tally[][] {
  const sorted = all.toSorted((a, b) => a.option.start.at - b.option.start.at);
  return Array.from({ length: 2 ** sorted.length }, (_, bits) => sorted.filter((__, i) => bits & (1 << i))).filter(
    (set) => set.every((t, i) => set.slice(i + 1).every((later) => mayFollow(t.option, later.option, wish))),
  );
}

const sum = (set: readonly Tally[]) =>
  set.reduce((total, t) => total.map((n, i) => n + (worthOf(t)[i] ?? 0)), [0, 0, 0, 0]);

describe("the choice of a series", () => {
  it("takes as many as wished for, at most one a month", () => {
    const all = [
      tally(1, "2027-01-11", 5),
      tally(2, "2027-01-18", 7),
      tally(3, "2027-02-08", 3),
      tally(4, "2027-03-08", 4),
    ];
    assert.deepEqual(chooseSeries(all, { least: 2, most: 4, perMonth: true }), ["o2", "o3", "o4"]);
    assert.deepEqual(chooseSeries(all, { least: 2, most: 2, perMonth: true }), ["o2", "o4"]);
  });

  it("keeps meetings so many days apart, over a month's and a year's end too", () => {
    const all = [tally(1, "2027-12-20", 5), tally(2, "2028-01-02", 5), tally(3, "2028-01-03", 4)];
    assert.deepEqual(chooseSeries(all, { least: 1, most: 3, daysApart: 14 }), ["o1", "o3"]);
  });

  it("doesn't take a time that suits nobody, unless fewer than the least would be left", () => {
    const all = [tally(1, "2027-01-11", 5), tally(2, "2027-02-08", 0), tally(3, "2027-03-08", 0)];
    assert.deepEqual(chooseSeries(all, { least: 1, most: 3 }), ["o1"]);
    assert.deepEqual(chooseSeries(all, { least: 2, most: 3 }), ["o1", "o2"]);
  });

  it("never takes two that are at the same time", () => {
    const all = [tally(1, "2027-01-11", 5), { ...tally(2, "2027-01-11", 6), option: option(2, "2027-01-11", "14:30") }];
    assert.deepEqual(chooseSeries(all, { least: 1, most: 2 }), ["o2"]);
  });

  it("gives nothing for nothing", () => {
    assert.deepEqual(chooseSeries([], { least: 1, most: 3 }), []);
  });

  it("finds the best of all sets that keep to the wish, however they are tried", () => {
    fc.assert(
      fc.property(tallies, wishes, (all, wish) => {
        const chosen = chooseSeries(all, wish).map((id) => all.find((t) => t.option.id === id) as Tally);
        const useful = all.filter((t) => t.yes + t.ifNeeded > 0);
        const sets = allSets(useful, wish).filter((set) => set.length <= wish.most);
        const largest = Math.max(...sets.map((set) => set.length));
        const enough = largest >= wish.least;
        const pool = enough ? sets : allSets(all, wish).filter((set) => set.length <= wish.least);
        const size = enough ? largest : Math.max(...pool.map((set) => set.length));
        assert.equal(chosen.length, size);
        assert.ok(chosen.every((t, i) => i === 0 || mayFollow((chosen[i - 1] as Tally).option, t.option, wish)));
        for (const set of pool.filter((s) => s.length === size))
          assert.ok(compareWorth(sum(chosen), sum(set)) >= 0, `${set.map((t) => t.option.id)} is better`);
      }),
      { numRuns: 300 },
    );
  });

  it("chooses the earlier of equal sets, whatever order the times are given in", () => {
    fc.assert(
      fc.property(tallies, wishes, (all, wish) => {
        assert.deepEqual(chooseSeries(all.toReversed(), wish), chooseSeries(all, wish));
      }),
    );
    const equal = [tally(1, "2027-01-11", 5), tally(2, "2027-02-11", 5), tally(3, "2027-03-11", 5)];
    assert.deepEqual(chooseSeries(equal, { least: 1, most: 2 }), ["o1", "o2"]);
  });

  it("is possible for as many meetings as the largest set that keeps to the wish, and no more", () => {
    fc.assert(
      fc.property(tallies, wishes, (all, wish) => {
        const largest = Math.max(...allSets(all, wish).map((set) => set.length));
        assert.equal(
          mostInSeries(
            all.map((t) => t.option),
            wish,
          ),
          largest,
        );
      }),
    );
  });

  it("departs from the wish when it has fewer or more meetings than wished for, or two that are too near", () => {
    fc.assert(
      fc.property(tallies, wishes, (all, wish) => {
        const breach = breachOf(
          all.map((t) => t.option),
          wish,
        );
        const near = !allSets(all, wish).some((set) => set.length === all.length);
        const few = all.length < wish.least || all.length > wish.most;
        assert.equal(breach?.kind, near ? "apart" : few ? "count" : undefined);
      }),
    );
  });

  it("is quick with a hundred times", () => {
    const all = Array.from({ length: 100 }, (_, i) =>
      tally(i + 1, `2027-${pad(1 + (i % 12))}-${pad(1 + Math.floor(i / 4))}`, i % 7),
    );
    assert.equal(chooseSeries(all, { least: 4, most: 12, perMonth: true }).length, 12);
  });
});
