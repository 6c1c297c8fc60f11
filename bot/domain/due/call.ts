import { type Call, deadlineFor, openSeats, type SeatGroup } from "../call.ts";
import { deadlinesOf, remindersOf, warningTime } from "../call-times.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Moment } from "../time.ts";

/** What a published call says by itself: the announcement, its reminders, what happens to it, and warnings to officers. */
export function dueOfCall(call: Call, around: Around): Due[] {
  if (call.openedAt === undefined) return [];
  return [
    { key: "announcement", at: call.openedAt, to: [{ to: "channel" }], saying: { kind: "announcement" } },
    ...(call.status === "open" ? deadlinesOf(call).flatMap((deadline) => beforeDeadline(call, deadline, around)) : []),
    ...call.corrections.map(
      ({ at }, index): Due => ({
        key: `correction ${index}`,
        at,
        to: [{ to: "thread" }],
        saying: { kind: "correction", index },
      }),
    ),
    ...call.extensions.map(
      ({ at }, index): Due => ({
        key: `extension ${index}`,
        at,
        to: [{ to: "thread" }],
        saying: { kind: "extension", index },
      }),
    ),
    ...ending(call, around),
  ];
}

/** Reminders and warnings belong to the deadline's instant, so that an extension brings new ones. */
function beforeDeadline(call: Call, deadline: Moment, { group, calendar }: Around): Due[] {
  const reminders = remindersOf(call, deadline, group.zone, calendar);
  const due = reminders.map(
    ({ which, at }, i): Due => ({
      key: `reminder ${which} ${deadline.at}`,
      at,
      // One that is still unsaid when the next is due has no point any more.
      until: reminders[i + 1]?.at ?? deadline.at,
      to: [{ to: "thread" }],
      saying: { kind: "callReminder", which },
    }),
  );
  const warned = warningTime(call, deadline, group.zone, calendar);
  if (warned === undefined || thinSeats(call, deadline).length === 0) return due;
  const warning: Due = {
    key: `thin ${deadline.at}`,
    at: warned,
    until: deadline.at,
    to: toOfficers(officers(group)),
    saying: { kind: "thinThemes" },
  };
  return [...due, warning];
}

function ending(call: Call, { group }: Around): Due[] {
  if (call.status === "closed" && call.closedAt !== undefined)
    return [
      {
        key: `closed ${call.closedAt}`,
        at: call.closedAt,
        to: toOfficers(officers(group)),
        saying: { kind: "callClosed" },
      },
    ];
  if (call.cancelled)
    return [{ key: "cancelled", at: call.cancelled.at, to: [{ to: "thread" }], saying: { kind: "callCancelled" } }];
  return [];
}

/** Seats with fewer proposals than there are places, among those with this deadline. */
export const thinSeats = (call: Call, deadline: Moment): SeatGroup[] =>
  openSeats(call).filter((s) => (call.received[s.id] ?? 0) < s.min && deadlineFor(call, s.id)?.at === deadline.at);
