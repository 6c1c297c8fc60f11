/** Chance that can be had again: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number below `count`. */
  below(count: number): number;
  /** One of a list by weight. */
  of<T>(weighted: readonly (readonly [T, number])[]): T;
}

/** Mulberry32: small, and good enough to choose by. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (count) => Math.floor(next() * count),
    of(weighted) {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weighted.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? weighted[0] ?? [])[0] as (typeof weighted)[number][0];
    },
  };
}

/** The place in a list of so many that a share from 0 to 1 means. */
export const at = (share: number, count: number): number => Math.min(count - 1, Math.floor(share * count));
export const one = <T>(list: readonly T[], share: number): T => list[at(share, list.length)] as T;
