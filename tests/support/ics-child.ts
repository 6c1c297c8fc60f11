import { invitationFile } from "../../bot/domain/ics.ts";
import { allDaySpan } from "../../bot/domain/poll-generate.ts";
import { aGroup } from "./builders.ts";
import { aMeeting, span } from "./polls.ts";

/** Writes the files of a few meetings around clock changes, in whatever zone the process runs. */
const days = allDaySpan("2026-10-24", "2026-10-25", "Europe/Helsinki");
const spans = [
  span("2026-10-23", "16:15"),
  span("2026-10-26", "16:15"),
  span("2026-10-25", "02:30"),
  span("2027-03-28", "02:30"),
  span("2026-12-31", "23:30"),
  ...(days.ok ? [days.state] : []),
];
const attendee = { name: "Sanna Kaislamo", email: "sanna.kaislamo@example.org" };
process.stdout.write(
  JSON.stringify(
    spans.map((times, i) => invitationFile(aMeeting({ ...times, uid: `m${i}@example.org` }), aGroup(), attendee, "fi")),
  ),
);
