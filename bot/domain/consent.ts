import type { Call, SeatGroup } from "./call.ts";
import { type Answer, type Candidate, type Limit, stands } from "./candidate.ts";
import { themesOf } from "./candidate-themes.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import type { PersonId } from "./ids.ts";
import type { Nomination } from "./nomination.ts";
import { answerBy } from "./passing.ts";
import type { Instant } from "./time.ts";

/** A candidate and the call in which they stand. */
export interface Candidacy {
  call: Call;
  candidate: Candidate;
}

/** Who pressed, when it arrived, and what the pressed card was drawn with. */
export interface Press {
  by: PersonId;
  nonce: string;
  rev: number;
  arrivedAt: Instant;
  /** How a candidate's own answer came in; in Teams, unless told. */
  way?: "teams" | "web" | "link";
}

export type Changed = Change & { candidate: Candidate };
export type CallOver = { kind: "callOver"; status: "selected" | "cancelled" };
export type AnswerRefusal =
  | { kind: "notYours" }
  | { kind: "notStanding" }
  | CallOver
  | { kind: "lapsed"; deadline: Instant }
  | { kind: "limitImpossible" }
  | { kind: "alreadyAnswered" }
  | { kind: "stale" };

/** Whose answer it is: the candidate's own, unless they said that they are somebody else. */
export const isTheirs = (candidate: Candidate, person: PersonId): boolean =>
  candidate.person === person && candidate.notReached?.reason !== "notThisPerson";

/** Nothing changes any more once the selection is made or the call cancelled. */
export const callOver = ({ status }: Call): CallOver | undefined =>
  status === "selected" || status === "cancelled" ? { kind: "callOver", status } : undefined;

/** Lapsed by time, whether or not that has been written down yet. */
export const hasLapsed = ({ call, candidate }: Candidacy, at: Instant): boolean => {
  const deadline = answerBy(candidate, call);
  return candidate.consent === "lapsed" || (candidate.consent === "asked" && deadline !== undefined && at > deadline);
};

/** The answer that counts. */
export const lastAnswer = (candidate: Candidate): Answer | undefined =>
  candidate.consent === "given" || candidate.consent === "declined" ? candidate.answers.at(-1) : undefined;

/** Given by the candidate, not written down by somebody for them. */
export const isOwnAnswer = ({ way }: Pick<Answer, "way">): boolean =>
  way === "teams" || way === "own" || way === "web" || way === "link";

/** What a consent is limited to, when it is given. Approving a move to another theme lifts an earlier limit to a theme. */
export function limitOf(candidate: Candidate): Limit | undefined {
  const given = candidate.consent === "given" ? lastAnswer(candidate) : undefined;
  if (!given?.limit?.seatGroup || candidate.move?.state !== "approved" || candidate.move.at < given.at)
    return given?.limit;
  const { seatGroup: _, ...limit } = given.limit;
  return Object.keys(limit).length > 0 ? limit : undefined;
}

/** Whether a consent can be limited like this: to a theme that the candidate stands for, if to any. */
export const isPossible = (limit: Limit | undefined, themes: readonly SeatGroup[]): boolean =>
  limit?.seatGroup === undefined || themes.some(({ id }) => id === limit.seatGroup);

/** Why this person can't answer now; nothing when they can. The one place for the rules of answering. */
export function barred(
  { call, candidate }: Candidacy,
  { by, arrivedAt }: { by: PersonId; arrivedAt: Instant },
): AnswerRefusal | undefined {
  if (!isTheirs(candidate, by)) return { kind: "notYours" };
  if (!stands(candidate)) return { kind: "notStanding" };
  const over = callOver(call);
  if (over) return over;
  const deadline = answerBy(candidate, call);
  if (candidate.consent !== "asked" && candidate.consent !== "lapsed") return undefined;
  return deadline !== undefined && arrivedAt > deadline ? { kind: "lapsed", deadline } : undefined;
}

/**
 * The candidate's own answer to `nominations`. One that arrived in time counts also when the lapse was written down
 * before it.
 */
export function answer(
  { call, candidate, nominations }: Candidacy & { nominations: readonly Nomination[] },
  given: { state: Answer["state"]; limit?: Limit; reason?: string; text: string },
  press: Press,
): Decision<Changed, AnswerRefusal> {
  if (!isTheirs(candidate, press.by)) return refuse({ kind: "notYours" });
  if (seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = barred({ call, candidate }, press);
  if (no) return refuse(no);
  if (press.rev !== revAsDrawn(candidate)) return refuse({ kind: "stale" });
  if (!isPossible(given.limit, themesOf(call, candidate, nominations))) return refuse({ kind: "limitImpossible" });
  const { notReached: _, ...rest } = candidate;
  const next: Candidate = {
    ...rest,
    rev: candidate.rev + 1,
    consent: given.state,
    answers: [...candidate.answers, { ...given, at: press.arrivedAt, way: press.way ?? "teams", by: press.by }],
    nonces: remember(candidate, press.nonce),
  };
  return accept({
    facts: [next],
    events: [given.state === "given" ? "consentGiven" : "consentDeclined"],
    candidate: next,
  });
}

/** The one asked says that the proposers mean somebody else: told to those who can correct it. */
export function notMe(candidacy: Candidacy, press: Press): Decision<Changed, AnswerRefusal> {
  const { candidate } = candidacy;
  if (candidate.person === press.by && seen(candidate, press.nonce))
    return accept({ facts: [], events: [], candidate });
  const no = barred(candidacy, press);
  if (no) return refuse(no);
  if (press.rev !== revAsDrawn(candidate)) return refuse({ kind: "stale" });
  if (candidate.consent !== "asked") return refuse({ kind: "alreadyAnswered" });
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    notReached: { reason: "notThisPerson", at: press.arrivedAt },
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateNotThisPerson"], candidate: next });
}

/** The lapse raises the revision by itself; a press drawn just before it isn't out of date because of that. */
const revAsDrawn = (candidate: Candidate): number => candidate.rev - (candidate.consent === "lapsed" ? 1 : 0);
