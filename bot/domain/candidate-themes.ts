import { type Call, openSeats, type SeatGroup } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { Nomination } from "./nomination.ts";

/**
 * The themes that somebody stands for: those that their proposals name, and one to which they agreed to move. A consent
 * can be limited to one of these, and to no other.
 */
export function themesOf(
  call: Call,
  candidate: Candidate,
  nominations: readonly Pick<Nomination, "seatGroup" | "alternative">[],
): SeatGroup[] {
  const { move } = candidate;
  const named = new Set([candidate, ...nominations].flatMap((n) => [n.seatGroup, n.alternative]));
  if (move?.state === "approved") named.add(move.to);
  return openSeats(call).filter(({ id }) => named.has(id));
}
