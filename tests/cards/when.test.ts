import assert from "node:assert/strict";
import fc from "fast-check";
import { inLang, langs } from "../../bot/domain/lang.ts";
import {
  clockRange,
  date,
  dateRange,
  dateTime,
  type Place,
  shortDate,
  shortDateTime,
  time,
  timeLeft,
  timeRange,
  told,
} from "../../cards/when.ts";

const zone = "Europe/Helsinki";
const [fi, sv, en]: [Place, Place, Place] = [
  { lang: "fi", zone },
  { lang: "sv", zone },
  { lang: "en", zone },
];
const closes = Date.parse("2027-05-14T13:15:00Z");
/** As people see it: the characters that hold it together are tested once. */
const seen = (text: string | undefined) => text?.replaceAll("\u00A0", " ").replaceAll("\u2060", "");

describe("dates in words", () => {
  it("tells a time below its day by the clock alone, and the day it ends on where that is another", () => {
    const late = closes + 9 * 3_600_000;
    assert.equal(seen(shortDate("2027-05-14", fi)), "pe 14.5.");
    assert.equal(seen(clockRange(closes, closes + 5_400_000, fi)), "klo 16.15–17.45");
    assert.equal(seen(clockRange(closes, closes + 5_400_000, sv)), "kl. 16.15–17.45");
    assert.equal(seen(clockRange(closes, late, en)), "16:15–Sat 15 May at 01:15");
  });

  it("tells a deadline the way each language writes it", () => {
    assert.equal(seen(dateTime(closes, fi)), "pe 14.5.2027 klo 16.15");
    assert.equal(seen(dateTime(closes, sv)), "fr 14.5.2027 kl. 16.15");
    assert.equal(seen(dateTime(closes, en)), "Fri 14 May 2027 at 16:15");
  });

  it("holds together in a line", () => {
    for (const place of [fi, sv, en]) assert.doesNotMatch(dateTime(closes, place), /[ \n]/);
    assert.equal(dateRange("2027-08-01", "2029-07-31", fi), "1.8.2027\u2060–\u206031.7.2029");
  });

  it("tells a day or a time alone, and leaves the year out of lists of things to come", () => {
    assert.equal(seen(date("2027-05-14", fi)), "pe 14.5.2027");
    assert.equal(seen(date(closes, en)), "Fri 14 May 2027");
    assert.equal(seen(time(closes, sv)), "kl. 16.15");
    assert.equal(seen(time(closes, en, "seconds")), "16:15:00");
    assert.equal(seen(shortDateTime(closes, fi)), "pe 14.5. klo 16.15");
    assert.equal(seen(shortDateTime(closes, en)), "Fri 14 May at 16:15");
  });

  it("keeps a calendar day the same day in every zone", () => {
    for (const far of ["Pacific/Kiritimati", "Pacific/Midway", "UTC"]) {
      assert.equal(seen(date("2027-05-14", { lang: "fi", zone: far })), "pe 14.5.2027");
    }
  });

  it("tells when something lasts, with both days where it ends on another", () => {
    assert.equal(seen(timeRange(closes, closes + 5_400_000, fi)), "pe 14.5.2027 klo 16.15–17.45");
    assert.equal(
      seen(timeRange(closes, closes + 86_400_000, sv, { year: false })),
      "fr 14.5. kl. 16.15–lö 15.5. kl. 16.15",
    );
    assert.equal(seen(dateRange("2027-08-01", "2027-08-01", en)), "1 Aug 2027");
  });

  it("tells deadline and arrival to the second, and to the thousandth where they share one", () => {
    assert.deepEqual(Object.values(told(closes, closes + 42_000, fi)).map(seen), [
      "pe 14.5.2027 klo 16.15.00",
      "pe 14.5.2027 klo 16.15.42",
    ]);
    assert.deepEqual(Object.values(told(closes, closes + 1, fi)).map(seen), [
      "pe 14.5.2027 klo 16.15.00,000",
      "pe 14.5.2027 klo 16.15.00,001",
    ]);
    assert.equal(seen(told(closes, closes + 1, en).arrival), "Fri 14 May 2027 at 16:15:00.001");
  });

  it("never tells a late arrival with the same words as the deadline", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.constantFrom(...langs), (late, lang) => {
        const both = told(closes, closes + late, { lang, zone });
        assert.notEqual(both.deadline, both.arrival);
      }),
    );
  });
});

describe("time left", () => {
  const left = (ms: number, place: Place) => seen(timeLeft(closes - ms, closes, place));
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

  it("is whole days, then hours, then minutes, one and many", () => {
    assert.equal(left(8 * day + hour, fi), "8 päivää");
    assert.equal(left(2 * day - 1, fi), "1 päivä");
    assert.equal(left(day - 1, sv), "23 timmar");
    assert.equal(left(hour, sv), "1 timme");
    assert.equal(left(12 * minute + 5, fi), "12 minuuttia");
    assert.equal(left(minute, en), "1 minute");
    assert.equal(left(minute - 1, en), "less than a minute");
    assert.equal(left(0, fi), "alle minuutti");
  });

  it("is nothing once the time has passed", () => assert.equal(left(-1, fi), undefined));

  it("counts days of the calendar when the clocks change", () => {
    const before = Date.parse("2027-03-27T14:15:00+02:00");
    assert.equal(seen(timeLeft(before, Date.parse("2027-03-28T14:15:00+03:00"), fi)), "1 päivä");
    assert.equal(seen(timeLeft(before, Date.parse("2027-03-28T14:14:00+03:00"), fi)), "22 tuntia");
  });
});

describe("a text in several languages", () => {
  it("is told in the wanted one, otherwise in the group's first, otherwise in any", () => {
    assert.equal(inLang({ fi: "pöytä", sv: "bord" }, "sv"), "bord");
    assert.equal(inLang({ fi: "pöytä", sv: "bord" }, "en", ["sv", "fi"]), "bord");
    assert.equal(inLang({ en: "table" }, "fi", ["fi", "sv"]), "table");
    assert.equal(inLang({ fi: "", sv: "bord" }, "fi"), "bord");
    assert.equal(inLang({}, "fi"), "");
  });
});
