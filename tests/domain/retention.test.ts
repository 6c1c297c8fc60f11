import assert from "node:assert/strict";
import { due } from "../../bot/domain/due.ts";
import { isOver, nextPassing, PRACTICE_LIFE, passTime } from "../../bot/domain/passing.ts";
import { notePurge, PURGE_NOTICE, purgeAt, purgeComing, withNotice } from "../../bot/domain/retention.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { aCall, aGroup, moment } from "../support/builders.ts";
import { aMeeting, aPoll, option } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const group = aGroup();
const closed = aCall({ status: "closed", closedAt: moment("2027-05-14", "16:15").at });
const withoutTerm = (() => {
  const { term: _, ...call } = closed;
  return call;
})();
const at = (date: string, time: string) => moment(date, time).at;

describe("the retention of a call", () => {
  it("ends so many months after the last day of the term", () => {
    assert.equal(purgeAt(closed, group), moment("2030-01-31").at);
    assert.equal(purgeAt(closed, aGroup({ retentionMonths: 1 })), moment("2029-08-31").at);
  });

  it("is counted from the selection, or from the closing, where there is no term", () => {
    assert.equal(purgeAt(withoutTerm, group), at("2027-11-14", "16:15"));
    const selected = { ...withoutTerm, status: "selected" as const, selectedAt: at("2027-05-20", "18:00") };
    assert.equal(purgeAt(selected, group), at("2027-11-20", "18:00"));
  });

  it("of a cancelled call is counted from the cancelling, for no term ever begins", () => {
    const cancelled = { at: at("2027-05-10", "12:00"), by: "person:chair", reason: "–" } as const;
    assert.equal(purgeAt(aCall({ status: "cancelled", cancelled }), group), at("2027-11-10", "12:00"));
  });

  it("goes by the calendar and the wall clock of the group's zone", () => {
    const january = { ...withoutTerm, closedAt: at("2028-01-31", "16:15") };
    assert.equal(purgeAt(january, aGroup({ retentionMonths: 1 })), at("2028-02-29", "16:15"));
    assert.equal(purgeAt(january, aGroup({ retentionMonths: 3 })), at("2028-04-30", "16:15"));
  });

  it("doesn't run while the call is a draft or open, nor for practice, which has its own", () => {
    for (const status of ["draft", "open"] as const) assert.equal(purgeAt(aCall({ status }), group), undefined);
    assert.equal(purgeAt({ ...closed, practice: true }, group), undefined);
  });

  it("never ends without a fortnight's notice", () => {
    const short = aGroup({ retentionMonths: 0 });
    assert.equal(purgeAt(withoutTerm, short), (closed.closedAt ?? 0) + PURGE_NOTICE);
    const now = at("2027-10-01", "12:00");
    const changed = withNotice(withoutTerm, aGroup({ retentionMonths: 1 }), now);
    assert.equal(purgeAt(changed, aGroup({ retentionMonths: 1 })), now + 14 * DAY);
    assert.equal(withNotice(withoutTerm, group, now), withoutTerm);
  });

  it("wakes the settler, which tells the officers a fortnight before and erases at the very instant", () => {
    const end = purgeAt(withoutTerm, group) ?? 0;
    const around = { group, call: withoutTerm, calendar: { isHoliday: () => false } };
    const [told] = due(withoutTerm, around).filter((d) => d.saying.kind === "purgeComing");
    assert.equal(told?.at, end - 14 * DAY);
    assert.equal(told?.until, end);
    assert.equal(told?.to.length, 3);
    assert.equal(nextPassing(withoutTerm, around), end);
    assert.equal(isOver(withoutTerm, group, end - 1), false);
    assert.equal(isOver(withoutTerm, group, end), true);
  });
});

describe("the coming erasing", () => {
  const end = purgeAt(withoutTerm, group) ?? 0;
  const press = { by: "person:chair", nonce: "nonce-0001", now: end - DAY } as const;

  it("stands on the officers' list from a fortnight before, until one of them takes note of it", () => {
    assert.equal(purgeComing(withoutTerm, group, end - PURGE_NOTICE - 1), undefined);
    assert.equal(purgeComing(withoutTerm, group, end - PURGE_NOTICE), end);
    const noted = notePurge({ kept: withoutTerm, group }, press);
    assert.ok(noted.ok);
    const [call] = noted.state.facts as [typeof withoutTerm];
    assert.equal(purgeComing(call, group, end - DAY), undefined);
    assert.deepEqual(notePurge({ kept: call, group }, press), { ok: true, state: { facts: [], events: [] } });
  });

  it("comes back when the day moves", () => {
    const noted = notePurge({ kept: withoutTerm, group }, press);
    const [call] = (noted.ok ? noted.state.facts : []) as [typeof withoutTerm];
    const longer = aGroup({ retentionMonths: 7 });
    const moved = purgeAt(call, longer) ?? 0;
    assert.equal(purgeComing(call, longer, moved - DAY), moved);
  });

  it("is noted by officers only, and only once it is coming", () => {
    assert.deepEqual(notePurge({ kept: withoutTerm, group }, { ...press, by: "person:oskari" }), {
      ok: false,
      refusal: { kind: "notOfficer" },
    });
    assert.deepEqual(notePurge({ kept: withoutTerm, group }, { ...press, now: TODAY }), {
      ok: false,
      refusal: { kind: "notComing" },
    });
  });
});

describe("the retention of a poll", () => {
  const { deadline: _, ...endless } = aPoll();
  const decided = { at: at("2027-05-26", "09:00"), by: "person:chair", meetings: [] } as const;

  it("is counted from the decision, else from the closing or the cancelling", () => {
    const closed = aPoll({ status: "closed", closedAt: at("2027-05-25", "12:00") });
    assert.equal(purgeAt(closed, group), at("2027-11-25", "12:00"));
    assert.equal(
      purgeAt({ ...closed, status: "decided", decided: { ...decided, meetings: [] } }, group),
      at("2027-11-26", "09:00"),
    );
    const cancelled = { at: at("2027-05-10", "12:00"), by: "person:chair", reason: "–" } as const;
    assert.equal(purgeAt(aPoll({ status: "cancelled", cancelled }), group), at("2027-11-10", "12:00"));
  });

  it("hasn't begun while an open one has a deadline", () => {
    assert.equal(purgeAt(aPoll(), group), undefined);
  });

  it("of one that nothing closes, and of a draft that nobody posts, is counted from the end of its last time", () => {
    assert.equal(purgeAt({ ...endless, options: [option(1, "2027-06-10")] }, group), at("2027-12-10", "15:30"));
    assert.equal(
      purgeAt(aPoll({ status: "draft", options: [option(1, "2027-06-10")] }), group),
      at("2027-12-10", "15:30"),
    );
    assert.equal(purgeAt(aPoll({ status: "draft", options: [] }), group), at("2027-11-06", "14:00"));
  });

  it("ends without anything else happening, and officers hear of it a fortnight before", () => {
    const closed = aPoll({ status: "closed", closedAt: at("2027-05-25", "12:00"), said: ["announcement"] });
    const end = purgeAt(closed, group) ?? 0;
    const around = { group, call: undefined, calendar: { isHoliday: () => false } };
    assert.equal(nextPassing(closed, around), end);
    assert.deepEqual([isOver(closed, group, end - 1), isOver(closed, group, end)], [false, true]);
    const [told] = due(closed, around).filter((d) => d.saying.kind === "purgeComing");
    assert.deepEqual([told?.at, told?.until, told?.to.length], [end - PURGE_NOTICE, end, 3]);
  });
});

describe("the retention of a meeting", () => {
  it("is counted from its end, or from the cancelling", () => {
    assert.equal(purgeAt(aMeeting(), group), at("2027-12-14", "14:30"));
    const cancelled = { at: at("2027-05-10", "12:00"), by: "person:chair", reason: "–" } as const;
    assert.equal(purgeAt(aMeeting({ status: "cancelled", cancelled }), group), at("2027-11-10", "12:00"));
  });

  it("follows the meeting when it is moved, and what was noted of the earlier day is noted no more", () => {
    const end = purgeAt(aMeeting(), group) ?? 0;
    const noted = { ...aMeeting(), purgeNoted: { for: end, by: "person:chair" as const, at: end - DAY } };
    assert.equal(purgeComing(noted, group, end - DAY), undefined);
    const moved = { ...noted, end: moment("2027-06-15", "14:30") };
    assert.equal(purgeAt(moved, group), at("2027-12-15", "14:30"));
    assert.equal(purgeComing(moved, group, end), at("2027-12-15", "14:30"));
  });
});

describe("a practice call", () => {
  const practice = aCall({
    practice: true,
    createdAt: TODAY,
    deadline: moment("2027-06-14", "16:15"),
    openedAt: TODAY,
  });
  const around = { call: practice, group, calendar: { isHoliday: () => false } };
  const passed = (now: number) => passTime(practice, around, now).facts[0] as typeof practice;
  const life = TODAY + PRACTICE_LIFE;

  it("whose deadline is later than its week closes an hour before it is deleted", () => {
    const turned = { ...practice, turnedAt: life - HOUR - 1 };
    assert.equal(nextPassing(turned, around), life - HOUR);
    const closed = passTime(turned, around, life - HOUR).facts[0] as typeof practice;
    assert.deepEqual([closed.status, closed.closedAt], ["closed", life - HOUR]);
    assert.deepEqual([isOver(closed, group, life - 1), isOver(closed, group, life)], [false, true]);
  });

  it("isn't deleted open: when nothing ran for days it closes first, and its post has an hour to follow", () => {
    const turned = { ...practice, turnedAt: life - HOUR - 1 };
    assert.equal(isOver(turned, group, life + DAY), false);
    const closed = passTime(turned, around, life + DAY).facts[0] as typeof practice;
    assert.equal(closed.status, "closed");
    assert.deepEqual(
      [isOver(closed, group, life + DAY + HOUR - 1), isOver(closed, group, life + DAY + HOUR)],
      [false, true],
    );
    assert.equal(passed(TODAY), undefined);
  });
});
