import assert from "node:assert/strict";
import fc from "fast-check";
import { isQuiet } from "../../bot/domain/calendar.ts";
import { nextOfPoll, passPoll, pollReminders } from "../../bot/domain/poll-time.ts";
import { DAY, HOUR, wallOf } from "../../bot/domain/time.ts";
import { moment, ZONE } from "../support/builders.ts";
import { aPoll } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const calendar = { isHoliday: (day: string) => day === "2027-05-13" };
const at = (day: string, time: string) => moment(day, time).at;
const reminders = (from: number, to: number) => pollReminders(from, to, ZONE, calendar).map((t) => wallOf(t, ZONE));

describe("reminders of a poll", () => {
  it("come half-way and a working day before the deadline, in a long poll on the last morning too", () => {
    // Thursday 6.5. at 14 to Tuesday 25.5. at 12
    assert.deepEqual(reminders(TODAY, at("2027-05-25", "12:00")), [
      "2027-05-17T08:00",
      "2027-05-24T12:00",
      "2027-05-25T08:00",
    ]);
  });

  it("are fewer in a short poll, and none in one of minutes", () => {
    assert.deepEqual(reminders(at("2027-05-10", "10:00"), at("2027-05-12", "15:00")), ["2027-05-11T15:00"]);
    assert.deepEqual(reminders(at("2027-05-10", "10:00"), at("2027-05-10", "15:00")), ["2027-05-10T12:30"]);
    assert.ok(pollReminders(0, 60_000, ZONE, calendar).every((t) => t < 60_000));
  });

  it("are never at night, on weekends or holidays while there is time, never after the deadline and half a day apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 }), fc.integer({ min: 0, max: 24 * 30 }), (hours, later) => {
        const since = TODAY + later * HOUR;
        const deadline = since + hours * HOUR;
        const times = pollReminders(since, deadline, ZONE, calendar);
        times.forEach((t, i) => {
          assert.ok(t > since && t < deadline);
          if (deadline - t >= DAY) assert.ok(!isQuiet(t, ZONE, calendar), wallOf(t, ZONE));
          const next = times[i + 1];
          assert.ok(next === undefined || next - t >= 12 * HOUR);
        });
      }),
    );
  });
});

describe("a poll over time", () => {
  const deadline = moment("2027-05-25", "12:00");

  it("closes five seconds after its deadline, for what arrived in time may still be on its way", () => {
    const poll = aPoll();
    assert.equal(nextOfPoll(poll), deadline.at + 5_000);
    assert.deepEqual(passPoll(poll, deadline.at + 4_999).facts, []);
    const { facts, events, boxes } = passPoll(poll, deadline.at + 5_000);
    assert.deepEqual(events, ["pollClosed"]);
    assert.equal(boxes, "closed");
    const [closed] = facts;
    assert.ok(closed?.kind === "poll" && closed.status === "closed" && closed.closedBy === "deadline");
  });

  it("reminds once for reminders that a standstill let pass, and not at all when the deadline has passed too", () => {
    const poll = aPoll({ reminders: [TODAY + HOUR, TODAY + 2 * HOUR, TODAY + DAY] });
    const { facts } = passPoll(poll, TODAY + 3 * HOUR);
    assert.deepEqual(
      facts.map((f) => f.kind),
      ["poll", "circular"],
    );
    assert.ok(facts[0]?.kind === "poll" && facts[0].reminders.length === 1 && facts[0].rev === poll.rev);
    assert.deepEqual(passPoll(poll, deadline.at + DAY).events, ["pollClosed"]);
  });

  it("waits for nothing as a draft, closed or cancelled", () => {
    for (const status of ["draft", "closed", "cancelled"] as const)
      assert.equal(nextOfPoll(aPoll({ status })), undefined);
  });
});
