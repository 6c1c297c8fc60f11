import type { Instant } from "../domain/time.ts";

/** How far apart those in a line go, and how far in a long one. */
interface Gaps {
  gap: number;
  long: number;
}

/** Apart enough for sixty in thirty seconds; and, in a line that passes 1,800 in an hour, for those too. */
const THREAD: Gaps = { gap: 510, long: 2_010 };
/** Apart enough for fifty a second. */
export const TENANT: Gaps = { gap: 21, long: 21 };
const LONG = 900_000;

/** The lines of those who wait for one recipient, each with an instant of its own at which nobody has gone too early. */
export interface Lines {
  /** Whether somebody stands in a line, so that whoever comes anew must stand behind them. */
  stands(lane: string, now: Instant): boolean;
  /** The next place in a line, a recipient's unless told otherwise, `after` milliseconds from now at the earliest. */
  place(lane: string, now: Instant, after: number, gaps?: Gaps): Instant;
  /** Milliseconds until everybody in a line has had their turn. */
  lengthOf(lane: string, now: Instant): number;
}

/** Only the line's end is kept: a thousand who wait cost no more than one. */
export function createLines(): Lines {
  const ends = new Map<string, Instant>();
  return {
    stands: (lane, now) => (ends.get(lane) ?? 0) > now,
    lengthOf: (lane, now) => Math.max(0, (ends.get(lane) ?? 0) - now),
    place(lane, now, after, { gap, long } = THREAD) {
      for (const [each, end] of ends) if (end <= now) ends.delete(each);
      const end = ends.get(lane);
      const behind = end === undefined ? now : end + (end - now > LONG ? long : gap);
      const at = Math.max(Math.ceil(now + after), behind);
      ends.set(lane, at);
      return at;
    },
  };
}
