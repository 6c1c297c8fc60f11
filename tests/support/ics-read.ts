import assert from "node:assert/strict";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { lint } from "./ics-lint.ts";

/** A calendar file of one meeting as two parsers that didn't write it read it, and without a lint's complaint. */
export function readCalendar(text: string) {
  assert.deepEqual(lint(text), []);
  const component = new ICAL.Component(ICAL.parse(text));
  const [event = assert.fail("no meeting"), ...others] = component.getAllSubcomponents("vevent");
  assert.deepEqual(others, []);
  const read = new ICAL.Event(event);
  const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
  assert.ok(other?.type === "VEVENT");
  const start = read.startDate.toJSDate().toISOString();
  assert.equal(other.start.toISOString(), start);
  return {
    method: component.getFirstPropertyValue("method"),
    uid: read.uid,
    sequence: read.sequence,
    summary: read.summary,
    start,
    end: read.endDate.toJSDate().toISOString(),
    attendees: read.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}
