/** One line of the table: what was compared, how it came out, and what it should be. */
export interface Row {
  what: string;
  value: string;
  target?: string;
  ok?: boolean;
}

/** The middle of the values, and how far they lie apart. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1) };
}

/** What a pair of neighbouring rounds has to do with each other, round by round: the machine is the same for both. */
export const ratios = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((value, i) => value / (theirs[i] ?? Number.NaN)));

const digits = (value: number) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

export const written = ({ median, min, max }: Spread): string => `${digits(median)} (${digits(min)}–${digits(max)})`;

/** A ratio that should be at least, or at most, so much. */
export const row = (what: string, spread: Spread, bound?: { atLeast: number } | { atMost: number }): Row => ({
  what,
  value: written(spread),
  ...(bound && "atLeast" in bound && { target: `≥ ${bound.atLeast}`, ok: spread.median >= bound.atLeast }),
  ...(bound && "atMost" in bound && { target: `≤ ${bound.atMost}`, ok: spread.median <= bound.atMost }),
});
