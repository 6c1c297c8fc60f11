import type { Card } from "./kit.ts";

/** Teams refuses cards from about 28 KB; a reply's envelope takes some of it. */
export const MOST_BYTES = 26_500;
/** The first leaves every text whole: a card may leave out what stands elsewhere before it cuts anything. */
const LEVELS = [10_000, 400, 200, 120, 80, 56, 36, 24, 16];

/** The card whole, or drawn with its texts shortened, ever more, until it is small enough to be accepted. */
export function fitted<T>(
  facts: T,
  shorten: (facts: T, most: number) => T,
  draw: (facts: T, cut: boolean) => Card,
  levels: readonly number[] = LEVELS,
): Card {
  let card = draw(facts, false);
  for (const most of levels) {
    if (bytesOf(card) <= MOST_BYTES) break;
    card = draw(shorten(facts, most), true);
  }
  return card;
}

export const bytesOf = (card: Card): number => new TextEncoder().encode(JSON.stringify(card)).length;
