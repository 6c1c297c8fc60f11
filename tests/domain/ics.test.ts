import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { invitationFile, seriesFile } from "../../bot/domain/ics.ts";
import type { Meeting } from "../../bot/domain/meeting.ts";
import { cancelMeeting, changeMeeting, moveMeeting } from "../../bot/domain/meeting-change.ts";
import { HOUR } from "../../bot/domain/time.ts";
import { aGroup } from "../support/builders.ts";
import { lint } from "../support/ics-lint.ts";
import { aMeeting, span } from "../support/polls.ts";
import { TODAY } from "../support/ports.ts";

const sanna = { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" };
const calendar = { isHoliday: () => false };
const fileOf = (meeting: Meeting, attendee: typeof sanna | undefined = sanna) =>
  invitationFile(meeting, aGroup(), attendee, "fi");

/** The events of a file as ical.js reads it. */
function parsed(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  const events = component.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { method: component.getFirstPropertyValue("method"), events, event: events[0] ?? assert.fail() };
}

const press = (meeting: Meeting) => ({
  rev: meeting.rev,
  nonce: `n${meeting.rev}`,
  by: "person:chair" as const,
  now: TODAY + HOUR,
});
const state = (decision: { ok: true; state: { meeting: Meeting } } | { ok: false; refusal: unknown }) =>
  decision.ok ? decision.state.meeting : assert.fail(JSON.stringify(decision.refusal));

describe("a calendar file", () => {
  it("is a request that other parsers read as the meeting it is, from its organiser, to its reader alone", () => {
    const text = fileOf(aMeeting({ note: { fi: "Mukaan: lyhyt, kirjallinen kuulumiskierros; kahvia" } }));
    assert.deepEqual(lint(text), []);
    const { method, event } = parsed(text);
    assert.equal(method, "REQUEST");
    assert.equal(event.uid, "june@ehdolla.example.org");
    assert.equal(event.summary, "Kesäkuun kokous");
    assert.equal(event.startDate.toJSDate().toISOString(), "2027-06-14T10:00:00.000Z");
    assert.equal(event.endDate.toJSDate().toISOString(), "2027-06-14T11:30:00.000Z");
    assert.match(event.location, /Kaislatalo, Rantatie 1/);
    assert.match(event.description, /meetup-join.*\n.*kuulumiskierros; kahvia/s);
    assert.equal(event.organizer, "mailto:tiina.saraluoto@example.org");
    assert.deepEqual(
      event.attendees.map((a) => String(a.getFirstValue()).toLowerCase()),
      ["mailto:sanna.kaislamo@example.org"],
    );
    const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter((e) => e?.type === "VEVENT");
    assert.ok(other?.type === "VEVENT");
    assert.equal(other.start.toISOString(), "2027-06-14T10:00:00.000Z");
    assert.equal(other.end?.toISOString(), "2027-06-14T11:30:00.000Z");
  });

  it("is published to whoever has no address: a request would have to name whom it asks", () => {
    const text = invitationFile(aMeeting(), aGroup(), undefined, "fi");
    assert.deepEqual(lint(text), []);
    const { method, event } = parsed(text);
    assert.deepEqual([method, event.attendees], ["PUBLISH", []]);
    const off = invitationFile(aMeeting({ status: "cancelled" }), aGroup(), undefined, "fi");
    assert.deepEqual([lint(off), parsed(off).method], [[], "CANCEL"]);
  });

  it("keeps its id and raises its sequence when the meeting moves, changes what calendars show, or is cancelled", () => {
    const first = aMeeting();
    const moved = state(moveMeeting(first, aGroup(), { ...press(first), ...span("2027-06-15", "09:00") }, calendar));
    const written = { venue: { mode: "onSite" as const, place: "Rantasali" } };
    const changed = state(changeMeeting(moved, aGroup(), { ...press(moved), written }, calendar));
    const quorum = state(changeMeeting(changed, aGroup(), { ...press(changed), written: { quorum: 2 } }, calendar));
    const cancelled = state(cancelMeeting(quorum, aGroup(), { ...press(quorum), reason: "Ei tarvita." }));
    const files = [first, moved, changed, quorum, cancelled].map((meeting) => fileOf(meeting));
    for (const text of files) assert.deepEqual(lint(text), []);
    const events = files.map(parsed);
    assert.deepEqual(
      events.map(({ event }) => event.sequence),
      [0, 1, 2, 2, 3],
    );
    assert.deepEqual(
      events.map(({ method }) => method),
      ["REQUEST", "REQUEST", "REQUEST", "REQUEST", "CANCEL"],
    );
    assert.equal(new Set(events.map(({ event }) => event.uid)).size, 1);
    assert.equal(events[1]?.event.startDate.toJSDate().toISOString(), "2027-06-15T06:00:00.000Z");
    assert.deepEqual(
      files.map((text) => /DTSTAMP:(\S+)/.exec(text)?.[1]),
      ["20270506T110000Z", "20270506T120000Z", "20270506T120000Z", "20270506T120000Z", "20270506T120000Z"],
    );
    const later = { ...press(moved), now: TODAY + 2 * HOUR, written };
    const text = fileOf(state(changeMeeting(moved, aGroup(), later, calendar)));
    assert.match(text, /DTSTAMP:20270506T130000Z/);
    assert.match(files[4] ?? "", /STATUS:CANCELLED/);
  });

  it("is the same to the byte each time it is made", () => {
    assert.equal(fileOf(aMeeting()), fileOf(aMeeting()));
  });

  it("can hold a whole series, published without anybody who is called", () => {
    const meetings = [1, 2, 3].map((n) =>
      aMeeting({ uid: `m${n}@example.org`, ...span(`2027-0${n + 5}-14`, "13:00") }),
    );
    const text = seriesFile(meetings, aGroup(), "sv");
    assert.deepEqual(lint(text), []);
    assert.deepEqual(
      parsed(text).events.map((e) => e.uid),
      meetings.map((m) => m.uid),
    );
  });

  for (const zone of ["UTC", "Europe/Helsinki", "America/New_York"])
    it(`has the right instants with the process in ${zone}`, () => {
      const out = execFileSync(process.execPath, ["tests/support/ics-child.ts"], { env: { ...process.env, TZ: zone } });
      const files = JSON.parse(out.toString()) as string[];
      for (const text of files) assert.deepEqual(lint(text), []);
      assert.deepEqual(
        files.map((text) => /DTSTART(?:;VALUE=DATE)?:(\S+)/.exec(text)?.[1]),
        [
          "20261023T131500Z",
          "20261026T141500Z",
          "20261024T233000Z",
          "20270328T003000Z",
          "20261231T213000Z",
          "20261024",
        ],
      );
      assert.deepEqual(
        files.map((text) => /DTEND(?:;VALUE=DATE)?:(\S+)/.exec(text)?.[1]),
        [
          "20261023T144500Z",
          "20261026T154500Z",
          "20261025T010000Z",
          "20270328T020000Z",
          "20261231T230000Z",
          "20261026",
        ],
      );
    }).timeout(20_000);

  it("is valid, and gives back what was written, whatever people write", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 120 }),
      fc.constantFrom(
        "a\r\nATTENDEE:mailto:x@example.org",
        "\u0000\u001b[31m",
        "ä".repeat(200),
        "👩‍👩‍👧".repeat(40),
        '";:,\\n',
        "\ud800 rikki",
        "a\u2028b\u2029c",
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, place, name, url) => {
        const text = invitationFile(
          aMeeting({
            title: { fi: title },
            note: { fi: place },
            venue: { mode: "hybrid", place, joinUrl: url },
            organiser: { name, email: `tiina${url}@example.org` },
          }),
          aGroup(),
          { name: title, email: `sanna${name}@example.org` },
          "fi",
        );
        assert.deepEqual(lint(text), []);
        const { event, events } = parsed(text);
        assert.equal(events.length, 1);
        assert.equal(event.uid, "june@ehdolla.example.org");
        const plain = title
          .toWellFormed()
          .replace(/\r\n?|[\u2028\u2029]/g, "\n")
          .replace(/[^\P{Cc}\n\t]/gu, "")
          .trim();
        assert.equal(event.summary ?? "", plain);
      }),
      { numRuns: 400 },
    );
  }).timeout(20_000);
});
