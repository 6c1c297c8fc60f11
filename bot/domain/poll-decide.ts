import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import { meetingIdOf } from "./meeting.ts";
import { type OptionId, optionOf, type Poll, type PollOption, type PollStatus, type SeriesWish } from "./poll.ts";
import type { PollSaved } from "./poll-draft.ts";
import type { PollPress } from "./poll-post.ts";
import { inTimeOrder } from "./poll-rank.ts";
import { breachOf, type SeriesBreach } from "./poll-series.ts";
import { closed, redrawn } from "./poll-time.ts";

export type DecideRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "nothingChosen" }
  | { kind: "optionGone" }
  | { kind: "optionPassed"; option: PollOption }
  | { kind: "overlapping"; options: [PollOption, PollOption] }
  /** The choice isn't what the poll wished for; it stands when it is confirmed once more. */
  | { kind: "againstWish"; breach: SeriesBreach; wish: SeriesWish };

/** What the chair confirms. */
export interface Confirmed {
  options: readonly OptionId[];
  despite?: readonly OptionId[] | undefined;
}

/**
 * The chair confirms the time or times: each becomes a meeting, and everybody gets it into their calendar. `despite`: what
 * was confirmed already knowing that it isn't what the poll wished for.
 */
export function decidePoll(
  poll: Poll,
  group: Group,
  { options, despite = [], rev, nonce, by, now }: PollPress & Confirmed,
): Decision<PollSaved, DecideRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "open" && poll.status !== "closed") return refuse({ kind: "wrongStatus", status: poll.status });
  if (poll.rev !== rev) return refuse({ kind: "stale" });
  const found = [...new Set(options)].map((id) => optionOf(poll, id));
  if (found.length === 0) return refuse({ kind: "nothingChosen" });
  if (found.some((o) => !o || o.removed)) return refuse({ kind: "optionGone" });
  const chosen = inTimeOrder(found.filter((o) => o !== undefined));
  const passed = chosen.find((o) => o.start.at <= now);
  if (passed) return refuse({ kind: "optionPassed", option: passed });
  const overlap = chosen.findIndex((o, i) => o.end.at > (chosen[i + 1]?.start.at ?? Infinity));
  const [one, other] = [chosen[overlap], chosen[overlap + 1]];
  if (one && other) return refuse({ kind: "overlapping", options: [one, other] });
  const breach = poll.series && breachOf(chosen, poll.series);
  const isKnown = chosen.length === new Set(despite).size && chosen.every((o) => despite.includes(o.id));
  if (poll.series && breach && !isKnown) return refuse({ kind: "againstWish", breach, wish: poll.series });
  const ended = poll.status === "open" ? closed(poll, now, "hand") : { facts: [poll], events: [], poll };
  const decided: Poll = {
    ...ended.poll,
    rev: poll.rev + 1,
    nonces: remember(poll, nonce),
    status: "decided",
    decided: { at: now, by, meetings: chosen.map((o) => ({ option: o.id, meeting: meetingIdOf(poll.id, o.id) })) },
  };
  return accept({
    ...ended,
    facts: [decided, redrawn(decided, now)],
    events: [...ended.events, "pollDecided"],
    poll: decided,
  });
}
