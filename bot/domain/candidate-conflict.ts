import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import type { Conflict } from "./candidate-officer.ts";
import { type Changed, callOver, type Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";

export type ConflictRefusal =
  | { kind: "notAllowed" }
  | { kind: "notStanding" }
  | { kind: "callOver"; status: "selected" | "cancelled" };

/** An officer marks their own conflict of interest; from then on the others handle the case. It can't be taken back. */
export function markConflict(
  { group, call, candidate }: { group: Group; call: Call; candidate: Candidate },
  because: Conflict,
  press: Omit<Press, "rev">,
): Decision<Changed, ConflictRefusal> {
  if (!isOfficer(group, press.by)) return refuse({ kind: "notAllowed" });
  if (seen(candidate, press.nonce) || candidate.conflicts.some((c) => c.person === press.by))
    return accept({ facts: [], events: [], candidate });
  if (!stands(candidate)) return refuse({ kind: "notStanding" });
  const over = callOver(call);
  if (over) return refuse(over);
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    conflicts: [...candidate.conflicts, { person: press.by, because, at: press.arrivedAt }],
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["conflictMarked"], candidate: next });
}
