import { type Chance, chanceOf } from "./chance.ts";

const KINDS = [
  ["nominate", 30],
  ["nominateSelf", 6],
  ["edit", 14],
  ["withdraw", 8],
  ["consent", 22],
  ["extend", 4],
  ["correct", 6],
  ["merge", 5],
  ["remind", 2],
  ["redeliver", 3],
  ["answerPoll", 34],
  ["endPoll", 8],
  ["attend", 16],
  ["changeMeeting", 8],
] as const;
type Kind = (typeof KINDS)[number][0];

/** One thing that somebody does. What it is done to is chosen among what there is by then. */
export interface Action {
  number: number;
  kind: Kind;
  call: "long" | "short";
  /** Which of those who can, which of what there is, and which way, each from 0 to 1. */
  who: number;
  what: number;
  how: number;
  /** Which of the two instances is asked. */
  bot: 0 | 1;
  /** How long whoever does it waits before it, in milliseconds. */
  after: number;
}

/** One kill: how long after the last one, of whom, and for how long the place stays empty, in milliseconds. */
export interface Kill {
  after: number;
  /** How long after somebody has pressed something there; at any moment where this is absent. */
  aim?: number;
  bots: readonly (0 | 1)[];
  gone: number;
}

/** What happens, from its seed: actions without end, and kills. */
export function planOf(seed: number): { action(): Action; kill(): Kill } {
  const acts = chanceOf(seed);
  const kills = chanceOf(seed + 1);
  let number = 0;
  return { action: () => actionBy(acts, number++), kill: () => killBy(kills) };
}

const actionBy = (chance: Chance, number: number): Action => ({
  number,
  kind: chance.of(KINDS),
  call: chance.next() < 0.6 ? "long" : "short",
  who: chance.next(),
  what: chance.next(),
  how: chance.next(),
  bot: chance.next() < 0.5 ? 0 : 1,
  after: chance.below(250),
});

const killBy = (chance: Chance): Kill => ({
  after: 100 + chance.below(700),
  bots: chance.of([
    [[0], 4],
    [[1], 4],
    [[0, 1], 2],
  ] as const),
  gone: chance.below(400),
  ...(chance.next() < 0.7 && { aim: chance.below(25) }),
});
