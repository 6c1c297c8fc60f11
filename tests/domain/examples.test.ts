import assert from "node:assert/strict";
import fc from "fast-check";
import { DateTime } from "luxon";
import { newDraft } from "../../bot/domain/call-draft.ts";
import { missingLanguages, problemsOf } from "../../bot/domain/call-problems.ts";
import { exampleCall } from "../../bot/domain/examples.ts";
import { langs } from "../../bot/domain/lang.ts";
import { passTime } from "../../bot/domain/passing.ts";
import { MINUTE, momentAt } from "../../bot/domain/time.ts";
import { EXAMPLES } from "../../cards/verbs/home.ts";
import { aGroup, ZONE } from "../support/builders.ts";
import { TODAY } from "../support/ports.ts";

const calendar = { isHoliday: (day: string) => day.endsWith("-12-06") || day.endsWith("-01-01") };
const group = aGroup({ languages: [...langs] });
const draft = (name: (typeof EXAMPLES)[number], now = TODAY) =>
  newDraft(group, {
    id: "call:x",
    publicId: "k7q2m9x4p1",
    by: "person:chair",
    now,
    content: exampleCall(name, group, { now, calendar }),
  });

describe("an example call", () => {
  it("can be published as it is, in three languages, whenever it is made", () => {
    const anyTime = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), anyTime, (name, now) => {
        const call = draft(name, now);
        assert.deepEqual(problemsOf(call, group, now), []);
        assert.deepEqual(missingLanguages(call, group), []);
      }),
    );
  });

  it("has days and times that read back to the same instants", () => {
    for (const name of EXAMPLES)
      for (const moment of [draft(name).deadline, draft(name).consentBy, draft(name).decisionMeeting]) {
        assert.ok(moment);
        const [day, time] = moment.wall.split("T");
        const read = momentAt(day ?? "", time, ZONE);
        assert.deepEqual(read, { ok: true, state: moment });
      }
  });

  it("speaks only the group's languages", () => {
    const call = exampleCall("table", aGroup({ languages: ["sv"] }), { now: TODAY, calendar });
    assert.deepEqual(Object.keys(call.title ?? {}), ["sv"]);
    assert.deepEqual(Object.keys(call.seatGroups?.[0]?.name ?? {}), ["sv"]);
  });

  it("names nobody real: addresses are at example.org", () => {
    const text = JSON.stringify(EXAMPLES.map((name) => draft(name)));
    assert.equal(
      text.match(/[\w.]+@[\w.]+/g)?.every((address) => address.endsWith("@example.org")),
      true,
    );
  });

  it("of an expert group decides on the working day after its deadline", () => {
    const { deadline, decisionMeeting } = draft("council");
    assert.equal(DateTime.fromMillis(deadline?.at ?? 0, { zone: ZONE }).toFormat("HH:mm"), "16:15");
    assert.ok((decisionMeeting?.wall ?? "") > (deadline?.wall.slice(0, 10) ?? ""));
  });
});

describe("the call of three minutes", () => {
  const opened = (own = {}) => {
    const call = {
      ...draft("quick"),
      publishing: { by: "person:chair", pressedAt: TODAY, at: TODAY + 30_000 },
      ...own,
    };
    const [fact] = passTime(call as ReturnType<typeof draft>, { call: undefined }, TODAY + 30_000).facts;
    assert.ok(fact?.kind === "call");
    return fact;
  };

  it("closes at the first full minute three minutes after it has opened", () => {
    const { deadline, closesAfter } = opened();
    assert.equal(deadline?.at, TODAY + 4 * MINUTE);
    assert.deepEqual(momentAt("2027-05-06", "14:04", ZONE), { ok: true, state: deadline });
    assert.equal(closesAfter, undefined);
  });

  it("keeps a deadline that the chair has written into the draft", () => {
    const moved = momentAt("2027-05-28", "12:00", ZONE);
    assert.ok(moved.ok);
    assert.deepEqual(opened({ deadline: moved.state }).deadline, moved.state);
  });
});
