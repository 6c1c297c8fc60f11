import assert from "node:assert/strict";
import fc from "fast-check";
import { isQuiet } from "../../bot/domain/calendar.ts";
import type { Call } from "../../bot/domain/call.ts";
import { daysUntil, eveningBefore, nextTurn, remindersOf, warningTime } from "../../bot/domain/call-times.ts";
import { dueOfCall } from "../../bot/domain/due/call.ts";
import { DAY, HOUR, type Moment } from "../../bot/domain/time.ts";
import { aCall, aGroup, moment, ZONE } from "../support/builders.ts";

const holidays = new Set<string>();
const calendar = { isHoliday: (day: string) => holidays.has(day) };
const told = (call: Call, deadline = call.deadline as Moment) =>
  remindersOf(call, deadline, ZONE, calendar).map(({ which, at }) => [which, new Date(at).toISOString()]);
const open = (opened: Moment, deadline: Moment, own: Partial<Call> = {}) =>
  aCall({ openedAt: opened.at, deadline, ...own });
const utc = (date: string, time: string) => new Date(moment(date, time).at).toISOString();

describe("reminders of a call", () => {
  it("come at half time, a working day before and on the last morning", () => {
    // Monday 3.5. at noon until Friday 14.5. at 16.15: half time is Saturday 8.5., so Monday 10.5. at 8.
    assert.deepEqual(told(open(moment("2027-05-03", "12:00"), moment("2027-05-14", "16:15"))), [
      ["half", utc("2027-05-10", "08:00")],
      ["workday", utc("2027-05-13", "16:15")],
      ["lastMorning", utc("2027-05-14", "08:00")],
    ]);
  });

  it("of a call under four days come on its last morning only", () => {
    const deadline = moment("2027-05-14", "16:15");
    assert.deepEqual(told(open(moment("2027-05-10", "16:16"), deadline)), [
      ["lastMorning", utc("2027-05-14", "08:00")],
    ]);
    assert.equal(told(open(moment("2027-05-10", "16:15"), deadline)).length, 3);
  });

  it("leave out public holidays when they count a working day back", () => {
    holidays.add("2027-05-13");
    const [, workday] = told(open(moment("2027-05-03", "12:00"), moment("2027-05-14", "16:15")));
    holidays.clear();
    assert.deepEqual(workday, ["workday", utc("2027-05-12", "16:15")]);
  });

  it("come at noon on the working day before when the deadline is a day without a time", () => {
    assert.deepEqual(told(open(moment("2027-05-03", "12:00"), moment("2027-05-14"))).slice(1), [
      ["workday", utc("2027-05-13", "12:00")],
      ["lastMorning", utc("2027-05-14", "08:00")],
    ]);
  });

  it("become one where two would come within the same half day", () => {
    // Thursday to Monday, as a real call was: half time is Saturday noon and moves to the last morning.
    assert.deepEqual(told(open(moment("2027-05-06", "08:00"), moment("2027-05-10", "16:15"))), [
      ["workday", utc("2027-05-07", "16:15")],
      ["lastMorning", utc("2027-05-10", "08:00")],
    ]);
  });

  it("don't come right after the opening, nor ever in a call of minutes", () => {
    assert.deepEqual(told(open(moment("2027-05-14", "07:00"), moment("2027-05-14", "16:15"))), []);
    assert.deepEqual(told(open(moment("2027-05-14", "10:00"), moment("2027-05-14", "10:03"))), []);
  });

  it("are new ones after an extension, and none of the past", () => {
    const call = open(moment("2027-05-03", "12:00"), moment("2027-05-18", "16:15"), {
      extensions: [
        {
          at: moment("2027-05-14", "15:00").at,
          by: "person:chair",
          from: moment("2027-05-14", "16:15"),
          to: moment("2027-05-18", "16:15"),
          reason: "Syy",
        },
      ],
    });
    assert.deepEqual(told(call), [
      ["workday", utc("2027-05-17", "16:15")],
      ["lastMorning", utc("2027-05-18", "08:00")],
    ]);
    assert.ok(
      dueOfCall(call, { group: aGroup(), call, calendar }).some((d) => d.key.endsWith(` ${call.deadline?.at}`)),
    );
  });

  it("never come at night, on a weekend or a holiday while more than a day is left, and never after the deadline", () => {
    const start = moment("2027-03-20", "00:00").at;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 24 }), fc.integer({ min: 1, max: 60 * 24 }), (from, length) => {
        const deadline: Moment = { at: start + (from + length) * HOUR, wall: "2027-05-14T16:15", zone: ZONE };
        const call = aCall({ openedAt: start + from * HOUR, deadline });
        for (const { at } of remindersOf(call, deadline, ZONE, calendar)) {
          assert.ok(at > (call.openedAt ?? 0) && at < deadline.at);
          assert.ok(deadline.at - at < DAY || !isQuiet(at, ZONE, calendar));
        }
      }),
    );
  });
});

describe("the warning of thin themes", () => {
  const warned = (received: Record<string, number>) => {
    const call = open(moment("2027-05-03", "12:00"), moment("2027-05-14", "16:15"), { received });
    return dueOfCall(call, { group: aGroup(), call, calendar }).filter((d) => d.saying.kind === "thinThemes");
  };

  it("goes to the officers a working day before, when a theme has fewer proposals than places", () => {
    const [warning] = warned({ t1: 2, t2: 1, t3: 2 });
    assert.equal(warning?.at, moment("2027-05-13", "16:15").at);
    assert.equal(warning?.to.length, 3);
  });

  it("doesn't go when every theme has enough, whatever others fill elsewhere", () => {
    assert.deepEqual(warned({ t1: 2, t2: 2, t3: 2 }), []);
  });

  it("comes on the last morning of a short call", () => {
    const call = open(moment("2027-05-12", "12:00"), moment("2027-05-14", "16:15"));
    assert.equal(warningTime(call, call.deadline as Moment, ZONE, calendar), moment("2027-05-14", "08:00").at);
  });
});

describe("days of a call", () => {
  it("are counted by the calendar, also over a clock change", () => {
    const deadline = moment("2027-03-29", "16:15").at;
    assert.equal(daysUntil(moment("2027-03-27", "23:59").at, deadline, ZONE), 2);
    assert.equal(daysUntil(moment("2027-03-28", "00:00").at, deadline, ZONE), 1);
    assert.equal(daysUntil(moment("2027-03-29", "00:00").at, deadline, ZONE), 0);
  });

  it("turn at the group's midnight, and when a theme's time is over", () => {
    const call = open(moment("2027-05-13", "12:00"), moment("2027-05-14", "16:15"));
    assert.equal(nextTurn(call, 5_000), moment("2027-05-14", "00:00").at);
    const turned = { ...call, turnedAt: moment("2027-05-14", "00:00").at };
    assert.equal(nextTurn(turned, 5_000), moment("2027-05-14", "16:15").at + 5_000);
  });

  it("end for candidates on the evening before the meeting, but not before the deadline", () => {
    const meeting = moment("2027-05-20");
    assert.deepEqual(eveningBefore(meeting, moment("2027-05-14", "16:15"), ZONE), moment("2027-05-19", "20:00"));
    const late = moment("2027-05-19", "22:00");
    assert.deepEqual(eveningBefore(meeting, late, ZONE), late);
  });
});
