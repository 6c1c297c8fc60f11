import { DateTime } from "luxon";
import type { OptionId, SeriesWish } from "./poll.ts";
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
      if (!next || (after && !mayFollow(after, t, wish))) return;
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
export function mayFollow(a: Tally, b: Tally, { perMonth, daysApart }: SeriesWish): boolean {
  const [before, after] = [a.option, b.option];
  if (after.start.at < before.end.at) return false;
  const [from, to] = [before.start.wall, after.start.wall];
  if (perMonth && from.slice(0, 7) === to.slice(0, 7)) return false;
  return daysApart === undefined || dayOf(to).diff(dayOf(from), "days").days >= daysApart;
}

const dayOf = (wall: string) => DateTime.fromISO(wall.slice(0, 10), { zone: "utc" });
