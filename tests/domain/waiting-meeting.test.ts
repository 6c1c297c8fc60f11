import assert from "node:assert/strict";
import type { PersonId } from "../../bot/domain/ids.ts";
import { type Attendance, attendanceIdOf, type Meeting } from "../../bot/domain/meeting.ts";
import { withPersonal, withRole } from "../../bot/domain/meeting-invited.ts";
import { DAY } from "../../bot/domain/time.ts";
import { waitingInMeeting } from "../../bot/domain/waiting-meeting.ts";
import { aGroup, moment } from "../support/builders.ts";
import { aMeeting } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const yes = (person: PersonId, sequence = 0): Attendance => ({
  kind: "attendance",
  id: attendanceIdOf(person),
  rev: 1,
  meeting: "meeting:june",
  person,
  coming: "yes",
  sequence,
  by: person,
  as: "self",
  arrivedAt: TODAY,
  nonces: [],
});
const waits = (person: PersonId, meeting: Meeting, attendance?: Attendance, now = TODAY) =>
  waitingInMeeting(person, { meeting, group: aGroup(), attendance }, now).map(({ kind, by }) => [kind, by]);

describe("what a meeting asks of somebody", () => {
  const { start } = aMeeting();

  it("is whether they come, a day before it, and from then on until it begins", () => {
    assert.deepEqual(waits("person:sanna", aMeeting()), [["attendance", start.at - DAY]]);
    assert.deepEqual(waits("person:sanna", aMeeting(), undefined, start.at - 1), [["attendance", start.at]]);
    assert.deepEqual(waits("person:sanna", aMeeting(), undefined, start.at), []);
    assert.deepEqual(waits("person:sanna", aMeeting({ status: "cancelled" })), []);
    assert.deepEqual(waits("person:other", aMeeting()), []);
  });

  it("is nothing once they have answered, until the meeting is moved", () => {
    assert.deepEqual(waits("person:sanna", aMeeting(), yes("person:sanna")), []);
    const from = { start, end: start };
    const moved = aMeeting({ sequence: 1, moves: [{ at: TODAY, by: "person:chair", from, sequence: 1 }] });
    assert.deepEqual(waits("person:sanna", moved, yes("person:sanna")).length, 1);
    assert.deepEqual(waits("person:sanna", moved, yes("person:sanna", 1)), []);
  });

  it("asks substitutes once they are called in, and no more once they are released", () => {
    const invited = [...aMeeting().invited, { person: "person:petra", role: "substitute" } as const];
    const call = { person: "person:petra", for: "person:sanna", at: TODAY } as const;
    assert.deepEqual(waits("person:petra", aMeeting({ invited })), []);
    assert.equal(waits("person:petra", aMeeting({ invited, calledIn: [call] })).length, 1);
    assert.deepEqual(waits("person:petra", aMeeting({ invited, calledIn: [{ ...call, released: TODAY }] })), []);
  });

  it("is the notice by its day, of those who lead the group, until it is sent", () => {
    const by = moment("2027-06-07");
    const lead: PersonId = "person:secretary";
    assert.deepEqual(waits(lead, aMeeting({ notice: { by } })), [["callingNotice", by.at]]);
    assert.deepEqual(waits(lead, aMeeting({ notice: { by, sentAt: TODAY } })), []);
    assert.deepEqual(waits("person:other", aMeeting({ notice: { by } })), []);
  });
});

describe("who is called to a meeting", () => {
  const { invited } = aMeeting();

  it("is each in one role: a member who is named as a substitute counts as one", () => {
    const next = withRole(invited, ["person:oskari", "person:petra"], "substitute");
    assert.deepEqual(
      next.map(({ person, role }) => [person, role]),
      [
        ["person:chair", "member"],
        ["person:sanna", "member"],
        ["person:oskari", "substitute"],
        ["person:petra", "substitute"],
      ],
    );
  });

  it("lets a personal substitute answer for the member, once however often they are named", () => {
    const pair = { member: "person:sanna", substitute: "person:petra" } as const;
    const twice = withPersonal(withPersonal(invited, [pair]), [pair]);
    assert.deepEqual(twice.find((i) => i.person === "person:sanna")?.standIns, [
      { person: "person:petra", as: "substitute" },
    ]);
    assert.deepEqual(
      twice.filter((i) => i.person === "person:petra"),
      [{ person: "person:petra", role: "substitute", substituteOf: "person:sanna" }],
    );
  });
});
