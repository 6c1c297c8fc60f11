import { DateTime } from "luxon";
import type { OptionId, PollOption, SeriesWish } from "./poll.ts";
import { compareWorth, inTimeOrder, type Tally, worthOf } from "./poll-rank.ts";

/** The best set so far that begins with a certain option. */
interface Chosen {
  worth: number[];
  tallies: Tally[];
}

/**
 * The best meetings for a series: as many as wished for, of options that suit anybody at all, and among such sets the one
 * with most attendance of the required in all, then most yes, then most yes and if need be, then fewest no; of equal sets
 * the earlier. Exact. Fewer than wished for when the options don't allow more.
 */
export function chooseSeries(tallies: readonly Tally[], wish: SeriesWish): OptionId[] {
  const inTime = new Map(tallies.map((t) => [t.option, t]));
  const sorted = inTimeOrder([...inTime.keys()]).map((option) => inTime.get(option) as Tally);
  const useful = sorted.filter((t) => t.yes + t.ifNeeded > 0);
  const best = bestOf(useful, wish) ?? [];
  return (best.length >= wish.least ? best : (bestOf(sorted, { ...wish, most: wish.least }) ?? best)).map(
    ({ option }) => option.id,
  );
}

/** Of the largest sets that keep to the wish, the best; worked out from the last option backwards. */
function bestOf(tallies: readonly Tally[], wish: SeriesWish): Tally[] | undefined {
  const from: (Chosen | undefined)[][] = tallies.map(() => []);
  const tails = (k: number, after?: Tally): Chosen | undefined => {
    let best: Chosen | undefined;
    tallies.forEach((t, j) => {
      const next = from[j]?.[k];
      if (!next || (after && !mayFollow(after.option, t.option, wish))) return;
      if (!best || compareWorth(next.worth, best.worth) > 0) best = next;
    });
    return best;
  };
  for (let i = tallies.length - 1; i >= 0; i--) {
    const first = tallies[i] as Tally;
    const chains: (Chosen | undefined)[] = [undefined, { worth: worthOf(first), tallies: [first] }];
    for (let k = 2; k <= wish.most; k++) {
      const rest = tails(k - 1, first);
      if (!rest) break;
      chains[k] = { worth: rest.worth.map((w, n) => w + (worthOf(first)[n] ?? 0)), tallies: [first, ...rest.tallies] };
    }
    from[i] = chains;
  }
  for (let k = wish.most; k > 0; k--) {
    const best = tails(k);
    if (best) return best.tallies;
  }
  return undefined;
}

/** Whether one meeting can come after another: not at the same time, and as far apart as wished. */
export function mayFollow(before: PollOption, after: PollOption, { perMonth, daysApart }: SeriesWish): boolean {
  if (after.start.at < before.end.at) return false;
  const [from, to] = [before.start.wall, after.start.wall];
  if (perMonth && from.slice(0, 7) === to.slice(0, 7)) return false;
  return daysApart === undefined || dayOf(to).diff(dayOf(from), "days").days >= daysApart;
}

/** How many meetings the options allow at most, as far apart as wished. */
export function mostInSeries(options: readonly PollOption[], wish: SeriesWish): number {
  const sorted = inTimeOrder(options);
  const from: number[] = [];
  for (let i = sorted.length - 1; i >= 0; i--) {
    const first = sorted[i] as PollOption;
    const rest = sorted.slice(i + 1).map((o, n) => (mayFollow(first, o, wish) ? (from[i + 1 + n] ?? 0) : 0));
    from[i] = 1 + Math.max(0, ...rest);
  }
  return Math.max(0, ...from);
}

/** In what a choice departs from what was wished for. */
export type SeriesBreach = { kind: "count"; count: number } | { kind: "apart"; options: [PollOption, PollOption] };

/** The first departure of a choice from the wish; nothing when it keeps to it. */
export function breachOf(chosen: readonly PollOption[], wish: SeriesWish): SeriesBreach | undefined {
  const sorted = inTimeOrder(chosen);
  for (const [i, later] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && !mayFollow(before, later, wish)) return { kind: "apart", options: [before, later] };
  }
  const { length: count } = sorted;
  return count < wish.least || count > wish.most ? { kind: "count", count } : undefined;
}

const dayOf = (wall: string) => DateTime.fromISO(wall.slice(0, 10), { zone: "utc" });
