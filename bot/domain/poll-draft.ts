import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId, PollId } from "./ids.ts";
import type { Poll, PollStatus } from "./poll.ts";
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

/** What was promised to those who answered can't be changed once they could. */
const FIXED_ONCE_OPEN: ReadonlySet<keyof PollContent> = new Set([
  "members",
  "anyone",
  "visibility",
  "namesInChannel",
  "deadline",
  "asked",
  "length",
]);

export type PollSaveRefusal =
  | { kind: "notOfficer" }
  | { kind: "stale" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "fixedOnceOpen"; what: keyof PollContent };

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

/** Keeps a page of a draft; of an open poll only what changes nothing for those who have answered. */
export function savePoll(
  poll: Poll,
  group: Group,
  save: { written: PollWritten; rev: number; nonce: string; by: PersonId },
): Decision<PollSaved, PollSaveRefusal> {
  if (!isOfficer(group, save.by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, save.nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "draft" && poll.status !== "open") return refuse({ kind: "wrongStatus", status: poll.status });
  if (poll.rev !== save.rev) return refuse({ kind: "stale" });
  const fixed = poll.status === "open" ? fixedIn(poll, save.written) : undefined;
  if (fixed) return refuse({ kind: "fixedOnceOpen", what: fixed });
  const next: Poll = { ...written(poll, save.written), rev: poll.rev + 1, nonces: remember(poll, save.nonce) };
  return accept({ facts: [next], events: [poll.status === "draft" ? "pollWritten" : "pollEdited"], poll: next });
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
