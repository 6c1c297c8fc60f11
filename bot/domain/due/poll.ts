import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Poll } from "../poll.ts";

/** What a posted poll says by itself: its card, what happens to it, and to whom in the thread it couldn't say more. */
export function dueOfPoll(poll: Poll, { group }: Pick<Around, "group">): Due[] {
  if (poll.openedAt === undefined) return [];
  return [
    { key: "announcement", at: poll.openedAt, to: [{ to: "channel" }], saying: { kind: "poll" } },
    ...poll.edits.map(
      ({ at }, index): Due => ({
        key: `edit ${index}`,
        at,
        to: [{ to: "thread" }],
        saying: { kind: "pollChanged", index },
      }),
    ),
    ...(poll.status === "open" ? mentions(poll) : []),
    ...ending(poll, group),
  ];
}

const mentions = (poll: Poll): Due[] =>
  poll.mentions.map(
    ({ at }, index): Due => ({
      key: `mention ${index}`,
      at,
      ...(poll.deadline && { until: poll.deadline.at }),
      to: [{ to: "thread" }],
      saying: { kind: "pollMention", index },
    }),
  );

function ending(poll: Poll, group: Around["group"]): Due[] {
  if (poll.cancelled)
    return [{ key: "cancelled", at: poll.cancelled.at, to: [{ to: "thread" }], saying: { kind: "pollCancelled" } }];
  if (poll.decided)
    return [{ key: "decided", at: poll.decided.at, to: [{ to: "thread" }], saying: { kind: "pollDecided" } }];
  if (poll.status !== "closed" || poll.closedAt === undefined) return [];
  const to = toOfficers(officers(group));
  return [{ key: `closed ${poll.closedAt}`, at: poll.closedAt, to, saying: { kind: "pollClosed" } }];
}
