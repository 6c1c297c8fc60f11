import type { Instant } from "../domain/time.ts";

/** Apart enough for sixty in thirty seconds; and, in a line that passes 1,800 in an hour, for those too. */
const GAP = 510;
const LONG_GAP = 2_010;
const LONG = 900_000;

/** The lines of those who wait for one recipient, each with an instant of its own at which nobody has gone too early. */
export interface Lines {
  /** Whether somebody stands in a line, so that whoever comes anew must stand behind them. */
  stands(lane: string, now: Instant): boolean;
  /** The next place in a line, `after` milliseconds from now at the earliest. */
  place(lane: string, now: Instant, after: number): Instant;
}

/** Only the line's end is kept: a thousand who wait cost no more than one. */
export function createLines(): Lines {
  const ends = new Map<string, Instant>();
  return {
    stands: (lane, now) => (ends.get(lane) ?? 0) > now,
    place(lane, now, after) {
      for (const [each, end] of ends) if (end <= now) ends.delete(each);
      const end = ends.get(lane);
      const behind = end === undefined ? now : end + (end - now > LONG ? LONG_GAP : GAP);
      const at = Math.max(Math.ceil(now + after), behind);
      ends.set(lane, at);
      return at;
    },
  };
}
