import assert from "node:assert/strict";
import fc from "fast-check";
import { DateTime } from "luxon";
import type { Calendar } from "../../bot/domain/calendar.ts";
import { byDay, isEvening, weeksOf } from "../../bot/domain/poll-days.ts";
import { allDaySpan, generate, type Pattern, spanAt } from "../../bot/domain/poll-generate.ts";
import { ZONE } from "../support/builders.ts";

const calendar: Calendar = { isHoliday: (day) => day === "2026-12-06" || day === "2027-01-01" || day === "2027-01-06" };

const pattern = (own: Partial<Pattern> = {}): Pattern => ({
  zone: ZONE,
  weeks: [{ year: 2026, week: 45 }],
  weekdays: [1, 2, 3, 4, 5],
  hours: [{ from: "09:00", to: "15:00" }],
  every: 30,
  length: 90,
  notOnHolidays: true,
  notOn: [],
  ...own,
});

const made = (own: Partial<Pattern> = {}) => {
  const found = generate(pattern(own), calendar);
  return found.ok ? found.state : assert.fail(JSON.stringify(found.refusal));
};
const refused = (own: Partial<Pattern>) => {
  const found = generate(pattern(own), calendar);
  return found.ok ? assert.fail("accepted") : found.refusal;
};
const walls = (own: Partial<Pattern>) => made(own).options.map((o) => o.start.wall);

describe("generated times", () => {
  it("are those at which a meeting of that length fits into the hours, every half an hour", () => {
    const one = walls({ weekdays: [1] });
    assert.equal(one[0], "2026-11-02T09:00");
    assert.equal(one.at(-1), "2026-11-02T13:30");
    assert.equal(one.length, 10);
    const { options } = made({
      weekdays: [3],
      hours: [
        { from: "09:00", to: "15:00" },
        { from: "17:00", to: "19:00" },
      ],
    });
    assert.deepEqual(
      options.filter((o) => isEvening({ id: "o1", ...o })).map((o) => o.start.wall),
      ["2026-11-04T17:00", "2026-11-04T17:30"],
    );
  });

  it("are at most a hundred; with more, the chair is told how many it would be", () => {
    const two = {
      weeks: [
        { year: 2026, week: 45 },
        { year: 2026, week: 46 },
      ],
    };
    assert.equal(made(two).options.length, 100);
    assert.deepEqual(refused({ ...two, hours: [{ from: "09:00", to: "15:30" }] }), {
      kind: "tooManyOptions",
      count: 110,
      most: 100,
    });
  });

  it("leave out public holidays unless they're wanted, and the days that the chair's lists name", () => {
    const sunday = { weeks: [{ year: 2026, week: 49 }], weekdays: [7], every: 600 };
    assert.equal(refused(sunday).kind, "nothingFits");
    assert.deepEqual(walls({ ...sunday, notOnHolidays: false }), ["2026-12-06T09:00"]);
    const notOn = [{ from: "2026-11-03", to: "2026-11-05" }];
    assert.deepEqual(walls({ every: 600, notOn }), ["2026-11-02T09:00", "2026-11-06T09:00"]);
  });

  it("know week 53 and week 1, and that a week belongs to the year in which its Thursday is", () => {
    const over = {
      weeks: [
        { year: 2026, week: 53 },
        { year: 2027, week: 1 },
      ],
      weekdays: [1, 5],
      every: 600,
    };
    // New Year's Day is the Friday of week 53 and left out
    assert.deepEqual(walls(over), ["2026-12-28T09:00", "2027-01-04T09:00", "2027-01-08T09:00"]);
    assert.deepEqual(refused({ weeks: [{ year: 2027, week: 53 }] }), { kind: "noSuchWeek", year: 2027, week: 53 });
    const options = made(over).options.map((o, i) => ({ id: `o${i + 1}` as const, ...o }));
    assert.deepEqual(weeksOf(options), [
      { year: 2026, week: 53 },
      { year: 2027, week: 1 },
    ]);
  });

  it("last as long as the meeting really does when the clock is turned meanwhile", () => {
    const night = spanAt("2026-10-25", "02:30", 90, ZONE);
    assert.ok(night.ok);
    assert.equal(night.state.end.at - night.state.start.at, 90 * 60_000);
    assert.equal(night.state.end.wall, "2026-10-25T03:00");
    assert.equal(night.state.start.at, Date.UTC(2026, 9, 24, 23, 30));
  });

  it("leave out, and tell, what the clock skips in spring and what it doubles in autumn", () => {
    const spring = made({
      weeks: [{ year: 2027, week: 12 }],
      weekdays: [7],
      hours: [{ from: "02:00", to: "06:00" }],
      length: 60,
    });
    assert.deepEqual(spring.left, [
      { kind: "timeSkipped", written: "2027-03-28T03:00" },
      { kind: "timeSkipped", written: "2027-03-28T03:30" },
    ]);
    assert.ok(spring.options.every((o) => !o.start.wall.includes("T03")));
    const autumn = made({
      weeks: [{ year: 2026, week: 43 }],
      weekdays: [7],
      hours: [{ from: "02:00", to: "06:00" }],
      length: 60,
    });
    assert.deepEqual(
      autumn.left.map((l) => l.kind),
      ["timeTwice", "timeTwice"],
    );
    assert.equal(
      made({ weeks: [{ year: 2026, week: 43 }], weekdays: [5], every: 600, hours: [{ from: "16:15", to: "18:00" }] })
        .options[0]?.start.at,
      Date.UTC(2026, 9, 23, 13, 15),
    );
    assert.equal(
      made({ weeks: [{ year: 2026, week: 44 }], weekdays: [1], every: 600, hours: [{ from: "16:15", to: "18:00" }] })
        .options[0]?.start.at,
      Date.UTC(2026, 9, 26, 14, 15),
    );
  });

  it("can go over midnight, also over the end of a year", () => {
    const { options } = made({
      weeks: [{ year: 2026, week: 53 }],
      weekdays: [4],
      hours: [{ from: "22:00", to: "02:00" }],
      every: 60,
      length: 120,
    });
    assert.deepEqual(
      options.map((o) => [o.start.wall, o.end.wall]),
      [
        ["2026-12-31T22:00", "2027-01-01T00:00"],
        ["2026-12-31T23:00", "2027-01-01T01:00"],
        ["2027-01-01T00:00", "2027-01-01T02:00"],
      ],
    );
    const days = byDay(options.map((o, i) => ({ id: `o${i + 1}` as const, ...o })));
    assert.deepEqual(
      days.map((d) => [d.day, d.week, d.options.length]),
      [
        ["2026-12-31", 53, 2],
        ["2027-01-01", 53, 1],
      ],
    );
  });

  it("can be whole days, of 23 and 25 hours too", () => {
    const days = made({ weeks: [{ year: 2026, week: 43 }], weekdays: [6, 7], allDay: true }).options;
    assert.deepEqual(
      days.map((d) => [d.start.wall, d.end.wall, d.allDay, (d.end.at - d.start.at) / 3_600_000]),
      [
        ["2026-10-24", "2026-10-24", true, 24],
        ["2026-10-25", "2026-10-25", true, 25],
      ],
    );
    const weekend = allDaySpan("2027-03-27", "2027-03-28", ZONE);
    assert.equal(weekend.ok && (weekend.state.end.at - weekend.state.start.at) / 3_600_000, 47);
    assert.equal(allDaySpan("2027-03-28", "2027-03-27", ZONE).ok, false);
    assert.equal(allDaySpan("2027-02-30", "2027-03-01", ZONE).ok, false);
    assert.equal(allDaySpan("2027-03-28", "9999-12-31", ZONE).ok, false);
  });

  it("refuses hours, lengths and steps that make no sense", () => {
    assert.deepEqual(refused({ hours: [{ from: "9", to: "15:00" }] }), { kind: "hoursWrong", from: "9", to: "15:00" });
    assert.equal(refused({ hours: [{ from: "25:00", to: "15:00" }] }).kind, "hoursWrong");
    assert.equal(refused({ length: 0 }).kind, "lengthWrong");
    assert.equal(refused({ every: -30 }).kind, "lengthWrong");
    assert.equal(refused({ length: 600 }).kind, "nothingFits");
    assert.equal(refused({ weekdays: [] }).kind, "nothingFits");
  });

  it("are always in order, each once, on the weekdays and within the hours that were asked for", () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((h) => `${String(h).padStart(2, "0")}:00`);
    fc.assert(
      fc.property(
        fc.record({
          weeks: fc.array(fc.record({ year: fc.constantFrom(2026, 2027), week: fc.integer({ min: 1, max: 52 }) }), {
            minLength: 1,
            maxLength: 3,
          }),
          weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
          hours: fc.array(fc.record({ from: hour, to: hour }), { minLength: 1, maxLength: 2 }),
          every: fc.constantFrom(30, 60, 90, 240),
          length: fc.constantFrom(30, 60, 90, 180),
          zone: fc.constantFrom("Europe/Helsinki", "America/New_York", "UTC"),
        }),
        (own) => {
          const found = generate(pattern(own), calendar);
          if (!found.ok) return;
          const { options } = found.state;
          options.forEach((o, i) => {
            const next = options[i + 1];
            assert.ok(!next || o.start.at < next.start.at || (o.start.at === next.start.at && o.end.at < next.end.at));
            assert.equal(o.end.at - o.start.at, own.length * 60_000);
            const start = DateTime.fromMillis(o.start.at, { zone: own.zone });
            assert.equal(start.toFormat("yyyy-MM-dd'T'HH:mm"), o.start.wall);
            assert.ok([start.weekday, start.minus({ days: 1 }).weekday].some((d) => own.weekdays.includes(d)));
            assert.ok(!calendar.isHoliday(o.start.wall.slice(0, 10)) || own.hours.some((h) => h.to <= h.from));
          });
        },
      ),
    );
  });
});
