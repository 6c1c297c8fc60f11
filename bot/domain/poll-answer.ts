import { hashed } from "./hashed.ts";
import type { PersonId, PollAnswerId, PollId } from "./ids.ts";
import type { OptionId, PollOption, StandIn } from "./poll.ts";
import type { Instant } from "./time.ts";

export const choices = ["yes", "ifNeeded", "no"] as const;
export type Choice = (typeof choices)[number];

/** As what somebody answered: for themselves, as the person's assistant or substitute, or as the officer whom they told. */
export type AnswerAs = "self" | StandIn["as"] | "officer";

/** One person's answer to a poll. The last one counts; who gave it and as what is kept with it. */
export interface PollAnswer {
  kind: "pollAnswer";
  id: PollAnswerId;
  rev: number;
  poll: PollId;
  /** Whose answer it is. */
  person: PersonId;
  /** By option. Options without a choice are unanswered; what was said about one that was edited away stays. */
  choices: Partial<Record<OptionId, Choice>>;
  /** No time of those offered then suits. */
  noneSuits?: true;
  comment?: string;
  by: PersonId;
  as: AnswerAs;
  firstAt: Instant;
  arrivedAt: Instant;
  nonces: string[];
}

/** A person has one answer in a poll. */
export const pollAnswerIdOf = (person: PersonId): PollAnswerId => `answer:${hashed(person)}`;

/** Options that came after somebody's answer, or that it leaves open. */
export const unansweredOf = (options: readonly PollOption[], answer: Pick<PollAnswer, "choices">): PollOption[] =>
  options.filter((o) => !o.removed && answer.choices[o.id] === undefined);
