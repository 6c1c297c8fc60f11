import assert from "node:assert/strict";
import fc from "fast-check";
import { dueOfMeeting } from "../../bot/domain/due/meeting.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { type Attendance, attendanceIdOf, type Coming, type Invited, type Meeting } from "../../bot/domain/meeting.ts";
import { inviteMore, uninvite } from "../../bot/domain/meeting-people.ts";
import { emptySeats, mayTake, withSubstitutes } from "../../bot/domain/meeting-substitutes.ts";
import { answersBy } from "../../bot/domain/meeting-time.ts";
import { meetingViewOf } from "../../bot/domain/meeting-view.ts";
import type { PollOption } from "../../bot/domain/poll.ts";
import { closeWhenAnswered, waitsFor } from "../../bot/domain/poll-close.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { aGroup, moment } from "../support/builders.ts";
import { aMeeting, aPoll, option } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const calendar = { isHoliday: () => false };

const said = (who: string, coming: Coming, own: Partial<Attendance> = {}): Attendance => ({
  kind: "attendance",
  id: attendanceIdOf(`person:${who}`),
  rev: 1,
  meeting: "meeting:june",
  person: `person:${who}`,
  coming,
  sequence: 0,
  by: `person:${who}`,
  as: "self",
  arrivedAt: TODAY,
  nonces: [],
  ...own,
});
const people = (role: Invited["role"], ...names: string[]): Invited[] =>
  names.map((name) => ({ person: `person:${name}`, role }));
const who = ({ calledIn }: Meeting) => calledIn.filter((c) => !c.released).map((c) => c.person.slice("person:".length));

describe("substitutes", () => {
  const meeting = aMeeting({ invited: [...people("member", "a", "b"), ...people("substitute", "x", "y")] });

  it("aren't called in again once they have declined, not for another member either", () => {
    const first = withSubstitutes(meeting, [said("a", "no")], TODAY);
    assert.deepEqual(who(first), ["x"]);
    const back = withSubstitutes(first, [said("a", "yes"), said("x", "no")], TODAY);
    assert.deepEqual(who(back), []);
    assert.deepEqual(who(withSubstitutes(back, [said("a", "yes"), said("b", "no"), said("x", "no")], TODAY)), ["y"]);
  });

  it("take the seat that they had declined when they change their mind, as long as it is empty", () => {
    const declined = withSubstitutes(
      withSubstitutes(meeting, [said("a", "no")], TODAY),
      [said("a", "no"), said("x", "no"), said("y", "no")],
      TODAY,
    );
    assert.deepEqual(who(declined), []);
    const answers = [said("a", "no"), said("x", "no"), said("y", "no")];
    assert.deepEqual(emptySeats(declined, answers), ["person:a"]);
    assert.equal(mayTake(declined, emptySeats(declined, answers), "person:x"), true);
    const back = withSubstitutes(declined, [said("a", "no"), said("x", "yes"), said("y", "no")], TODAY + 1);
    assert.deepEqual(back.calledIn, [{ person: "person:x", for: "person:a", at: TODAY }]);
    const next = withSubstitutes(
      withSubstitutes(meeting, [said("a", "no")], TODAY),
      [said("a", "no"), said("x", "no")],
      TODAY,
    );
    assert.deepEqual(who(next), ["y"]);
    assert.deepEqual(emptySeats(next, [said("a", "no"), said("x", "no")]), []);
    const late = withSubstitutes(next, [said("a", "no"), said("x", "yes")], TODAY + 1);
    assert.deepEqual(who(late), ["y"]);
  });

  it("are called in by the same decision that adds or removes somebody, so that no seat is left empty in between", () => {
    const press = { rev: 1, nonce: "nonce-0001", by: "person:chair", now: TODAY } as const;
    const held = withSubstitutes(meeting, [said("a", "no")], TODAY);
    const off = uninvite(held, aGroup(), { ...press, person: "person:x" }, [said("a", "no")]);
    assert.deepEqual(off.ok && who(off.state.meeting), ["y"]);
    const alone = aMeeting({ invited: people("member", "a", "b") });
    const invited = [...alone.invited, ...people("substitute", "x")];
    const more = inviteMore(alone, aGroup(), { ...press, invited }, [said("a", "no")]);
    assert.deepEqual(more.ok && who(more.state.meeting), ["x"]);
  });

  it("may take the seat of their own member only when they are personal ones", () => {
    const own: Invited[] = [
      ...people("member", "a", "b"),
      { person: "person:x", role: "substitute", substituteOf: "person:a" },
      ...people("substitute", "y"),
    ];
    const mine = aMeeting({ invited: own });
    assert.equal(mayTake(mine, ["person:b"], "person:x"), false);
    assert.equal(mayTake(mine, ["person:a"], "person:x"), true);
    assert.equal(mayTake(mine, ["person:a"], "person:y"), false);
    assert.equal(mayTake(mine, ["person:b"], "person:y"), true);
  });

  it("stand in for one member at a time, in order, and changing nothing gives the meeting itself", () => {
    const both = withSubstitutes(meeting, [said("a", "no"), said("b", "no")], TODAY);
    assert.deepEqual(who(both), ["x", "y"]);
    assert.equal(withSubstitutes(both, [said("a", "no"), said("b", "no")], TODAY + 1), both);
  });

  it("never stand in for more members than are absent, and never two for one", () => {
    const coming = fc.constantFrom<Coming | undefined>("yes", "no", "substitute", undefined);
    const names = ["a", "b", "c", "x", "y", "z"];
    const round = fc.tuple(...names.map(() => coming));
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), (rounds) => {
        let now = aMeeting({ invited: [...people("member", "a", "b", "c"), ...people("substitute", "x", "y", "z")] });
        for (const row of rounds) {
          const answers = row.flatMap((c, i) => (c ? [said(names[i] ?? "", c)] : []));
          now = withSubstitutes(now, answers, TODAY);
          const holding = now.calledIn.filter(
            (c) => !c.released && !answers.some((a) => a.person === c.person && a.coming === "no"),
          );
          const absent = answers.filter((a) => "abc".includes(a.person.at(-1) ?? "") && a.coming !== "yes");
          assert.equal(new Set(holding.map((c) => c.for)).size, holding.length);
          assert.equal(new Set(holding.map((c) => c.person)).size, holding.length);
          assert.ok(holding.every((c) => absent.some((a) => a.person === c.for)));
        }
      }),
    );
  });
});

describe("the forecast of a quorum", () => {
  it("counts members and substitutes who were called in, not guests, and by the group's rule or the meeting's own", () => {
    const meeting = aMeeting({
      invited: [...people("member", "a", "b", "c"), ...people("guest", "g"), ...people("substitute", "x")],
      calledIn: [{ person: "person:x", for: "person:a", at: TODAY }],
    });
    const answers = [said("a", "no"), said("g", "yes"), said("x", "yes"), said("b", "yes")];
    const view = meetingViewOf(meeting, aGroup(), answers);
    assert.deepEqual([view.members, view.coming, view.substitutes, view.needed, view.outlook], [3, 1, 1, 2, "enough"]);
    const counted = aGroup({ quorum: { kind: "count", count: 3 } });
    assert.deepEqual(meetingViewOf(meeting, counted, answers).outlook, "open");
    assert.deepEqual(meetingViewOf({ ...meeting, quorum: 4 }, counted, answers).outlook, "tooFew");
  });

  it("forgets what was said of a time from which the meeting has been moved", () => {
    const from = { start: aMeeting().start, end: aMeeting().end };
    const moved = aMeeting({ sequence: 2, moves: [{ at: TODAY, by: "person:chair", from, sequence: 1 }] });
    const view = meetingViewOf(moved, aGroup(), [said("chair", "yes"), said("sanna", "yes", { sequence: 1 })]);
    assert.deepEqual([view.coming, view.unanswered], [1, 2]);
  });
});

describe("the answers whether people come", () => {
  const { start } = aMeeting();

  it("are awaited until a day before the meeting, at short notice until half-way, and never after it begins", () => {
    assert.equal(answersBy(aMeeting()), start.at - DAY);
    assert.equal(answersBy(aMeeting({ createdAt: start.at - 4 * HOUR })), start.at - 2 * HOUR);
    const moves = [{ at: start.at - DAY, by: "person:chair" as const, from: { start, end: start }, sequence: 1 }];
    assert.equal(answersBy(aMeeting({ moves })), start.at - DAY / 2);
    assert.equal(answersBy(aMeeting({ answerBy: { ...start, at: start.at + DAY } })), start.at);
  });

  it("are told to officers by day: at a day's end the next morning, as is the calling notice that must go by a day", () => {
    const by = moment("2027-06-11");
    const meeting = aMeeting({ answerBy: by, notice: { by } });
    const due = dueOfMeeting(meeting, { group: aGroup(), calendar });
    const at = (kind: string) => due.find((d) => d.saying.kind === kind)?.at;
    assert.equal(at("forecast"), moment("2027-06-12", "08:00").at);
    assert.equal(at("noticeDue"), moment("2027-06-10", "12:00").at);
  });

  it("aren't told to officers at the moment at which the meeting is called", () => {
    const now = start.at - 4 * HOUR;
    const due = dueOfMeeting(aMeeting({ createdAt: now, announceAt: now }), { group: aGroup(), calendar });
    assert.ok((due.find((d) => d.saying.kind === "forecast")?.at ?? 0) > now);
  });
});

describe("a poll that waits for those required", () => {
  const whole = { choices: { o1: "yes", o2: "no", o3: "ifNeeded" } } as const;

  it("closes only once all of them have answered, and only where the chair wished so", () => {
    const poll = aPoll({ closesWhenAnswered: true });
    assert.deepEqual(waitsFor(poll), ["person:chair"]);
    assert.deepEqual(closeWhenAnswered(poll, () => undefined, TODAY).facts, []);
    const chair = (p: string) => (p === "person:chair" ? whole : undefined);
    assert.equal(closeWhenAnswered(poll, chair, TODAY).poll.status, "closed");
    assert.deepEqual(closeWhenAnswered(aPoll(), () => whole, TODAY).facts, []);
    const nobody = aPoll({ closesWhenAnswered: true, asked: [] });
    assert.deepEqual(closeWhenAnswered(nobody, () => whole, TODAY).facts, []);
  });

  it("waits for everybody who is asked where nobody is required", () => {
    const asked = ["person:chair", "person:sanna"].map((person) => ({ person: person as PersonId, required: false }));
    assert.deepEqual(waitsFor(aPoll({ closesWhenAnswered: true, asked })), ["person:chair", "person:sanna"]);
  });

  it("waits for an answer to every time that can be chosen, those added later included", () => {
    const poll = aPoll({ closesWhenAnswered: true });
    const part = { choices: { o1: "yes", o2: "no" } } as const;
    assert.equal(closeWhenAnswered(poll, () => part, TODAY).poll.status, "open");
    const [o1, o2, o3] = poll.options as [PollOption, PollOption, PollOption];
    const gone = { ...o3, removed: { at: TODAY, by: "person:chair" as const } };
    assert.equal(closeWhenAnswered({ ...poll, options: [o1, o2, gone] }, () => part, TODAY).poll.status, "closed");
    const more = { ...poll, options: [...poll.options, option(4, "2027-06-11")] };
    assert.equal(closeWhenAnswered(more, () => whole, TODAY).poll.status, "open");
  });
});
