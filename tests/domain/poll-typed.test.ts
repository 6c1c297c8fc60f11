import assert from "node:assert/strict";
import fc from "fast-check";
import { choices } from "../../bot/domain/poll-answer.ts";
import { choicesFrom, daysFrom, likelyDeadline, weeksFrom } from "../../bot/domain/poll-typed.ts";
import { ZONE } from "../support/builders.ts";
import { aPoll, option } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const weeks = (written: string, now = TODAY) => {
  const read = weeksFrom(written, now, ZONE);
  return read.ok ? read.state.map(({ year, week }) => `${week}/${year}`).join(" ") : read.refusal.kind;
};
const days = (written: string) => {
  const read = daysFrom(written);
  return read.ok
    ? read.state.map(({ from, to }) => (from === to ? from : `${from}..${to}`)).join(" ")
    : read.refusal.kind;
};

describe("weeks as people write them", () => {
  it("are the next ones from now on, this week included", () => {
    assert.equal(weeks("45, 46"), "45/2027 46/2027");
    assert.equal(weeks("18 19"), "18/2027 19/2027");
    assert.equal(weeks("2"), "2/2028");
  });

  it("run over the turn of the year, also in a year of 53 weeks", () => {
    assert.equal(weeks("51–2"), "51/2027 52/2027 1/2028 2/2028");
    assert.equal(weeks("52-1", Date.UTC(2026, 10, 2)), "52/2026 53/2026 1/2027");
    assert.equal(weeks("53", Date.UTC(2026, 10, 2)), "53/2026");
  });

  it("may have spaces around the dash, in runs beside others", () => {
    assert.equal(weeks("51 – 2"), weeks("51–2"));
    assert.equal(weeks("19- 20, 45 -46"), "19/2027 20/2027 45/2027 46/2027");
    assert.equal(weeks("52/2027 – 1/2028"), "52/2027 1/2028");
  });

  it("are of the year that is written, and a run that begins in a year ends in the next where it must", () => {
    assert.equal(weeks("1/2029–2/2029"), "1/2029 2/2029");
    assert.equal(weeks("1/2029–2"), "1/2029 2/2029");
    assert.equal(weeks("52/2026–1", Date.UTC(2026, 10, 2)), "52/2026 53/2026 1/2027");
  });

  it("are refused with the part that isn't one", () => {
    for (const written of ["54", "0", "viikko 4", "53/2027", "3/2028–1/2028", "1/1900–52/2027", "45 –", "– 2", "1–2–3"])
      assert.equal(weeks(written), "weeksWrong", written);
  });

  it("never make the reading fail", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (written) => void weeks(written)));
  });
});

describe("days as people write them", () => {
  it("are single days and runs of days, in Finnish or in ISO form", () => {
    assert.equal(
      days("6.12.2027, 22.2.2027–28.2.2027; 2027-07-01 – 2027-07-31\n1.1.2028-2.1.2028"),
      "2027-12-06 2027-02-22..2027-02-28 2027-07-01..2027-07-31 2028-01-01..2028-01-02",
    );
    assert.equal(days(" "), "");
  });

  it("are refused when they don't exist or end before they begin", () => {
    for (const written of ["30.2.2027", "heinäkuu", "2.1.2027–1.1.2027", "1.1.2027–2.1.2027–3.1.2027", "6.12."])
      assert.equal(days(written), "daysWrong", written);
  });

  it("never make the reading fail", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 120 }), (written) => void days(written)));
  });
});

describe("a filled-in form", () => {
  const poll = {
    options: [option(1, "2027-06-07"), option(2, "2027-06-08", "09:00"), option(3, "2027-06-08", "17:00")],
  };

  it("says for a whole day what isn't said about one of its times anew", () => {
    const said = choicesFrom({ choices: { o3: "ifNeeded" }, days: { "2027-06-08": "no" } }, poll);
    assert.deepEqual(said, { o2: "no", o3: "ifNeeded" });
    const before = { o2: "yes", o3: "yes" } as const;
    assert.deepEqual(
      choicesFrom({ choices: { o2: "yes", o3: "ifNeeded" }, days: { "2027-06-08": "no" } }, poll, before),
      { o2: "no", o3: "ifNeeded" },
    );
  });

  it("fills only what nothing was said about", () => {
    assert.deepEqual(choicesFrom({ choices: { o1: "no" }, days: {}, fill: "yes" }, poll, { o2: "ifNeeded" }), {
      o1: "no",
      o3: "yes",
    });
  });

  it("says for a whole day what was filled in for its times beforehand, and keeps what was changed among them", () => {
    const filled = { o1: "yes", o2: "yes", o3: "ifNeeded" } as const;
    const day = { "2027-06-08": "no" } as const;
    assert.deepEqual(choicesFrom({ choices: filled, days: day, fill: "yes" }, poll), {
      o1: "yes",
      o2: "no",
      o3: "ifNeeded",
    });
    const before = { o1: "no", o2: "no", o3: "yes" } as const;
    assert.equal(choicesFrom({ choices: filled, days: {}, fill: "yes" }, poll, before).o1, "yes");
  });

  it("says for all evenings at once what isn't said about one of them or its day", () => {
    assert.deepEqual(choicesFrom({ choices: {}, days: { evenings: "no" } }, poll), { o3: "no" });
    const days = { evenings: "no", "2027-06-08": "yes" } as const;
    assert.deepEqual(choicesFrom({ choices: {}, days }, poll), { o2: "yes", o3: "yes" });
    assert.deepEqual(choicesFrom({ choices: { o3: "ifNeeded" }, days: { evenings: "no" } }, poll), { o3: "ifNeeded" });
  });

  it("says nothing about times that aren't offered", () => {
    const choice = fc.constantFrom(...choices);
    const typed = fc.record({
      choices: fc.dictionary(fc.constantFrom("o1", "o2", "o9"), choice),
      days: fc.dictionary(fc.constantFrom("2027-06-07", "2027-06-09"), choice),
      fill: fc.option(choice, { nil: undefined }),
    });
    fc.assert(
      fc.property(typed, (form) => {
        for (const id of Object.keys(choicesFrom(form, poll))) assert.ok(poll.options.some((o) => o.id === id));
      }),
    );
  });
});

it("a deadline is proposed in a week, or the day before the first time when that is sooner", () => {
  assert.deepEqual(likelyDeadline(aPoll(), TODAY), { date: "2027-05-13", time: "12:00" });
  const soon = aPoll({ options: [option(1, "2027-05-10")] });
  assert.deepEqual(likelyDeadline(soon, TODAY), { date: "2027-05-09", time: "12:00" });
});
