import { accept, type Decision, refuse } from "./decision.ts";
import { type HeaderFact, remember, seen } from "./facts.ts";
import type { PersonId } from "./ids.ts";
import { askedOf, liveOptions, mayAnswer, type OptionId, type Poll, type PollStatus, type StandIn } from "./poll.ts";
import { type AnswerAs, type Choice, type PollAnswer, pollAnswerIdOf } from "./poll-answer.ts";
import { type Instant, inTime, type Moment } from "./time.ts";

export const COMMENT_CAP = 500;

/** An answer as somebody gives it. Options that it leaves out stay as they were. */
export interface GivenAnswer {
  /** Whose answer it is. */
  person: PersonId;
  choices: Partial<Record<OptionId, Choice>>;
  /** No time suits: every option that can be chosen becomes a no. */
  noneSuits?: boolean | undefined;
  /** Absent: as it was; empty: taken away. */
  comment?: string | undefined;
  by: PersonId;
  as: AnswerAs;
  /** The revision of the answer that the form was drawn with; 0 when there was none. */
  rev: number;
  nonce: string;
  /** When it arrived. */
  now: Instant;
}

export type PollAnswerRefusal =
  | { kind: "noSuchPoll" }
  | { kind: "notOpen"; status: PollStatus }
  | { kind: "late"; deadline: Moment }
  | { kind: "notAsked" }
  /** Somebody answers for another who hasn't let them. */
  | { kind: "notTheirs" }
  | { kind: "nothingAnswered" }
  /** Somebody else has answered for the same person meanwhile. */
  | { kind: "stale"; current: PollAnswer };

/**
 * What an answer leaves: it counts by when it arrived, can be changed until the deadline, and keeps what it said about
 * options that were edited away. That an officer is one has been looked at before.
 */
export function answerPoll(
  before: PollAnswer | undefined,
  poll: HeaderFact,
  given: GivenAnswer,
): Decision<PollAnswer, PollAnswerRefusal> {
  if (poll.kind !== "poll") return refuse({ kind: "noSuchPoll" });
  if (before && seen(before, given.nonce)) return accept(before);
  if (poll.deadline && !inTime(given.now, poll.deadline)) return refuse({ kind: "late", deadline: poll.deadline });
  if (poll.status !== "open") return refuse({ kind: "notOpen", status: poll.status });
  const wrong = whyNot(poll, given);
  if (wrong) return refuse({ kind: wrong });
  if (before && before.rev !== given.rev) return refuse({ kind: "stale", current: before });
  const live = liveOptions(poll).map((o) => o.id);
  const said = saidOf(live, given);
  if (Object.keys(said).length === 0) return refuse({ kind: "nothingAnswered" });
  const choices: PollAnswer["choices"] = { ...before?.choices, ...said };
  const none = live.every((id) => choices[id] === "no");
  const comment = given.comment ?? before?.comment;
  return accept({
    kind: "pollAnswer",
    id: pollAnswerIdOf(given.person),
    rev: (before?.rev ?? 0) + 1,
    poll: poll.id,
    person: given.person,
    choices,
    ...(none && { noneSuits: true }),
    ...(comment && { comment: comment.slice(0, COMMENT_CAP) }),
    by: given.by,
    as: given.as,
    firstAt: before?.firstAt ?? given.now,
    arrivedAt: given.now,
    nonces: remember(before ?? { nonces: [] }, given.nonce),
  });
}

/** What is said now about the options that can be chosen. */
function saidOf(live: readonly OptionId[], { choices, noneSuits }: GivenAnswer): PollAnswer["choices"] {
  const said: PollAnswer["choices"] = {};
  for (const id of live) {
    const choice = noneSuits ? "no" : choices[id];
    if (choice) said[id] = choice;
  }
  return said;
}

/** For oneself when one is asked, or anyone may answer; for others when they named one, or as an officer. */
function whyNot(poll: Poll, { person, by, as }: GivenAnswer): "notAsked" | "notTheirs" | undefined {
  const asked = askedOf(poll, person);
  if (as === "self") return person !== by ? "notTheirs" : mayAnswer(poll, person) ? undefined : "notAsked";
  if (!asked) return "notAsked";
  if (as === "officer") return undefined;
  return asked.standIns?.some((s) => s.person === by && s.as === as) ? undefined : "notTheirs";
}

/** Somebody who lets the reader answer for them, and whether anything is still unanswered there. */
export interface Principal {
  person: PersonId;
  as: StandIn["as"];
  open: boolean;
}

/** Those who let somebody answer for them. */
export const principalsOf = (poll: Poll, person: PersonId): Omit<Principal, "open">[] =>
  poll.asked.flatMap((a) =>
    (a.standIns ?? []).filter((s) => s.person === person).map((s) => ({ person: a.person, as: s.as })),
  );

/** Those for whom somebody may answer: themselves, and whoever named them. */
export function answersFor(poll: Poll, person: PersonId): { person: PersonId; as: AnswerAs }[] {
  const own = mayAnswer(poll, person) ? [{ person, as: "self" as const }] : [];
  return [...own, ...principalsOf(poll, person)];
}
