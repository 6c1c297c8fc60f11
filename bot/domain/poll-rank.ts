import type { PersonId } from "./ids.ts";
import { liveOptions, type Poll, type PollOption, requiredOf } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";

/** How one option stands: who of the required can come, and how many said what. */
export interface Tally {
  option: PollOption;
  /** How many of the required can come, if need be included. */
  available: number;
  yes: number;
  ifNeeded: number;
  no: number;
  /** The required who said no, and those who haven't said anything about it. */
  requiredNo: PersonId[];
  requiredSilent: PersonId[];
}

/** Place 1 is the best; options that are equal in everything share a place, in order of time. */
export interface Ranked extends Tally {
  place: number;
  tied: boolean;
}

type Answers = readonly Pick<PollAnswer, "person" | "choices">[];

/** Counts the options that can be chosen, in order of time. */
export function tallyOf(poll: Pick<Poll, "options" | "asked">, answers: Answers): Tally[] {
  const required = requiredOf(poll);
  const isRequired = new Set(required);
  const byPerson = new Map(answers.map((a) => [a.person, a]));
  return inTimeOrder(liveOptions(poll)).map((option) => {
    const counts = { yes: 0, ifNeeded: 0, no: 0 };
    let available = 0;
    for (const { person, choices } of byPerson.values()) {
      const choice = choices[option.id];
      if (!choice) continue;
      counts[choice]++;
      if (choice !== "no" && isRequired.has(person)) available++;
    }
    const said = (person: PersonId) => byPerson.get(person)?.choices[option.id];
    return {
      option,
      available,
      ...counts,
      requiredNo: required.filter((person) => said(person) === "no"),
      requiredSilent: required.filter((person) => said(person) === undefined),
    };
  });
}

/** Earlier first; of two that begin together, the shorter. */
export const inTimeOrder = (options: readonly PollOption[]): PollOption[] =>
  options.toSorted((a, b) => a.start.at - b.start.at || a.end.at - b.end.at || numberOf(a) - numberOf(b));

const numberOf = (option: PollOption) => Number(option.id.slice(1));

/** By what options are compared, the weightiest first. More is better in each. */
const grounds = [
  { kind: "required", of: (t: Tally) => t.available },
  { kind: "yes", of: (t: Tally) => t.yes },
  { kind: "withIfNeeded", of: (t: Tally) => t.yes + t.ifNeeded },
  { kind: "fewestNo", of: (t: Tally) => -t.no },
] as const;

export type Ground = (typeof grounds)[number]["kind"];

/** An option's worth, to be compared from the first number on. */
export const worthOf = (tally: Tally): number[] => grounds.map(({ of }) => of(tally));

/** More than 0 when `a` is worth more than `b`. */
export function compareWorth(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether anybody is required: otherwise that ground sets nothing apart, and isn't spoken of. */
export const asksRequired = ({ available, requiredNo, requiredSilent }: Tally): boolean =>
  available + requiredNo.length + requiredSilent.length > 0;

/**
 * Most required people available, where anybody is required, then most for whom it suits, then most for whom it suits at all, then fewest for whom
 * it doesn't. What is equal in all of these is a tie, in order of time.
 */
export function ranked(tallies: readonly Tally[]): Ranked[] {
  const best = tallies.toSorted((a, b) => compareWorth(worthOf(b), worthOf(a)));
  const equal = (a: Tally, b: Tally | undefined) => b !== undefined && compareWorth(worthOf(a), worthOf(b)) === 0;
  let place = 0;
  return best.map((tally, i) => {
    if (!equal(tally, best[i - 1])) place = i + 1;
    return { ...tally, place, tied: equal(tally, best[i - 1]) || equal(tally, best[i + 1]) };
  });
}

/** Why the first is first, for a sentence: what sets it apart from the next, or that several are equal. */
export type Why =
  | { kind: "only"; first: Ranked }
  | { kind: "nobody" }
  | { kind: "tie"; tied: Ranked[] }
  | { kind: Ground; first: Ranked; next: Ranked };

/** What explains the first place; nothing without options. */
export function whyFirst(ranking: readonly Ranked[]): Why | undefined {
  const [first, next] = ranking;
  if (!first) return undefined;
  if (ranking.every((t) => t.yes + t.ifNeeded === 0)) return { kind: "nobody" };
  if (!next) return { kind: "only", first };
  const ground = grounds.find(({ of }) => of(first) !== of(next));
  return ground ? { kind: ground.kind, first, next } : { kind: "tie", tied: ranking.filter((t) => t.place === 1) };
}
