import { openSeats } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { handlingBarred, type OfficerRefusal } from "./candidate-officer.ts";
import type { Handled } from "./candidate-record.ts";
import { type CallOver, type Candidacy, type Changed, callOver, isTheirs, type Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { isOfficer } from "./group.ts";

export type MoveRefusal = OfficerRefusal | { kind: "noSuchTheme" } | { kind: "sameTheme" } | { kind: "noMove" };
export type MoveAnswerRefusal = { kind: "notYours" } | CallOver | { kind: "noMove" } | { kind: "stale" };

/** An officer suggests another theme with a note; it holds only once the candidate approves. */
export function move(
  { group, call, candidate }: Handled,
  { to, note }: { to: string; note: string },
  press: Press,
): Decision<Changed, MoveRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (!openSeats(call).some((s) => s.id === to)) return refuse({ kind: "noSuchTheme" });
  if (to === candidate.seatGroup) return refuse({ kind: "sameTheme" });
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    move: { to, note, by: press.by, at: press.arrivedAt, state: "asked" },
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateMoveAsked"], candidate: next });
}

/** The candidate's own word on a move. A consent limited to the old theme follows to the approved one. */
export function answerMove(
  { call, candidate }: Candidacy,
  approved: boolean,
  press: Press,
): Decision<Changed, MoveAnswerRefusal> {
  if (!isTheirs(candidate, press.by)) return refuse({ kind: "notYours" });
  if (seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const over = callOver(call);
  if (over) return refuse(over);
  if (press.rev !== candidate.rev) return refuse({ kind: "stale" });
  if (candidate.move?.state !== "asked") return refuse({ kind: "noMove" });
  return accept(decided(candidate, approved, press));
}

/** A candidate who isn't in Teams answered an officer, who writes it down. */
export function recordMove(
  { group, call, candidate }: Handled,
  approved: boolean,
  press: Press,
): Decision<Changed, MoveRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (candidate.move?.state !== "asked") return refuse({ kind: "noMove" });
  return accept(decided(candidate, approved, press));
}

function decided(candidate: Candidate, approved: boolean, press: Press): Changed {
  const { move } = candidate;
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    ...(move && { move: { ...move, state: approved ? "approved" : "refused" } }),
    ...(move && approved && { seatGroup: move.to }),
    nonces: remember(candidate, press.nonce),
  };
  return { facts: [next], events: [approved ? "candidateMoved" : "candidateMoveRefused"], candidate: next };
}
