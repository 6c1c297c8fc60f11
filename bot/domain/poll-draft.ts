import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId, PollId } from "./ids.ts";
import type { Poll, PollStatus } from "./poll.ts";
import { isLooser, ruleChange } from "./poll-rules.ts";
import { redrawn } from "./poll-time.ts";
import type { Instant } from "./time.ts";

/** What a chair writes about a poll, its options apart. */
export type PollContent = Pick<
  Poll,
  | "title"
  | "note"
  | "length"
  | "venue"
  | "members"
  | "asked"
  | "anyone"
  | "deadline"
  | "closesWhenAnswered"
  | "visibility"
  | "namesInChannel"
  | "contact"
  | "series"
>;

/** What a page of the form writes; a key that is there without a value takes the value away. */
export type PollWritten = { [K in keyof PollContent]?: PollContent[K] | undefined };

/**
 * What the form doesn't change once people can answer. Who is asked, the deadline and the times have ways of their own,
 * which tell those whom it concerns; who sees answers is in poll-rules.ts; the length would belie the times.
 */
const FIXED_ONCE_OPEN: ReadonlySet<keyof PollContent> = new Set(["members", "anyone", "deadline", "asked", "length"]);

export type PollSaveRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "fixedOnceOpen"; what: keyof PollContent }
  /** Answers would show to more people, or sooner, than those were told who gave them. */
  | { kind: "looser" };

export type PollSaved = Change & { poll: Poll };

/** A draft as it begins: an hour and a half in Teams, for all members, whose answers others see after their own. */
export function newPoll(
  group: Group,
  { id, by, now, content = {} }: { id: PollId; by: PersonId; now: Instant; content?: PollWritten | undefined },
): Poll {
  const poll: Poll = {
    kind: "poll",
    id,
    rev: 1,
    said: [],
    group: group.id,
    status: "draft",
    by,
    createdAt: now,
    title: {},
    note: {},
    length: 90,
    venue: { mode: "teams" },
    zone: group.zone,
    options: [],
    numbered: 0,
    members: true,
    asked: [],
    anyone: false,
    closesWhenAnswered: false,
    visibility: "afterOwn",
    namesInChannel: false,
    reminders: [],
    reminded: 0,
    mentions: [],
    edits: [],
    nonces: [],
  };
  return written(poll, content);
}

/**
 * Keeps a page of a draft; of an open poll only what breaks no promise to those who have answered, who are told when
 * less of what others said is shown than before. `answered`: whether anybody has.
 */
export function savePoll(
  poll: Poll,
  group: Group,
  save: { written: PollWritten; rev: number; nonce: string; by: PersonId; now: Instant },
  answered: boolean,
): Decision<PollSaved, PollSaveRefusal> {
  if (!isOfficer(group, save.by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, save.nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "draft" && poll.status !== "open") return refuse({ kind: "wrongStatus", status: poll.status });
  if (poll.rev !== save.rev) return refuse({ kind: "stale" });
  const fixed = poll.status === "open" ? fixedIn(poll, save.written) : undefined;
  if (fixed) return refuse({ kind: "fixedOnceOpen", what: fixed });
  if (isLooser(poll, save.written, answered)) return refuse({ kind: "looser" });
  const next: Poll = { ...written(poll, save.written), rev: poll.rev + 1, nonces: remember(poll, save.nonce) };
  if (poll.status === "draft") return accept({ facts: [next], events: ["pollWritten"], poll: next });
  return accept(told(poll, next, save, answered));
}

/** Cards that people have got show it; those who answered under other rules are told. */
function told(before: Poll, next: Poll, { by, now }: { by: PersonId; now: Instant }, answered: boolean): PollSaved {
  const change = answered ? ruleChange(before, next, by, now) : undefined;
  const events: Change["events"] = ["pollRulesChanged"];
  if (!change) return { facts: [next, redrawn(next, now)], events, poll: next };
  const index = next.rules?.length ?? 0;
  const poll: Poll = { ...next, rules: [...(next.rules ?? []), change] };
  const word = circularOf(`rules-${index}`, { saying: { kind: "pollRules", index }, to: "answered", at: now });
  return { facts: [poll, word, redrawn(poll, now)], events, poll };
}

const fixedIn = (poll: Poll, page: PollWritten): keyof PollContent | undefined =>
  (Object.keys(page) as (keyof PollContent)[]).find(
    (key) => FIXED_ONCE_OPEN.has(key) && JSON.stringify(page[key]) !== JSON.stringify(poll[key]),
  );

function written(poll: Poll, page: PollWritten): Poll {
  const next: Record<string, unknown> = { ...poll };
  for (const [key, value] of Object.entries(page)) {
    if (value === undefined) delete next[key];
    else next[key] = value;
  }
  return next as unknown as Poll;
}
