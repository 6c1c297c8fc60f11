import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isChair, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { counted, type Nominated } from "./nominate.ts";
import type { Press } from "./nominate-edit.ts";
import { joined } from "./nominate-join.ts";
import type { Nomination } from "./nomination.ts";
import type { Moment } from "./time.ts";

export type AcceptLateRefusal =
  | { kind: "notOfficer" }
  | { kind: "chairOnly" }
  | { kind: "notLate" }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "reasonMissing" }
  | { kind: "consentByMissing" }
  | { kind: "consentByPassed" }
  | { kind: "stale"; nomination: Nomination };

/** Who may accept a late proposal: a chair, or the vice chair in the chair's stead. */
export const mayAcceptLate = (group: Group, person: PersonId): boolean =>
  isChair(group, person) || group.viceChair === person;

/**
 * The chair takes a late proposal up nevertheless, with a reason that the record keeps. Only then there is a candidate,
 * who is asked and has a consent deadline of their own.
 */
export function acceptLate(
  round: {
    group: Group;
    call: Call;
    nomination: Nomination;
    candidates: readonly Candidate[];
    behind: readonly Nomination[];
  },
  { reason, consentBy, text }: { reason: string | undefined; consentBy: Moment | undefined; text: string },
  press: Press,
): Decision<Nominated, AcceptLateRefusal> {
  const { group, call, nomination } = round;
  if (!isOfficer(group, press.by)) return refuse({ kind: "notOfficer" });
  if (!mayAcceptLate(group, press.by)) return refuse({ kind: "chairOnly" });
  if (seen(nomination, press.nonce)) return accept({ facts: [], events: [], nomination });
  if (call.status === "cancelled" || call.status === "selected") return refuse({ kind: call.status });
  if (nomination.status !== "late") return refuse({ kind: "notLate" });
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  if (!reason) return refuse({ kind: "reasonMissing" });
  if (!consentBy) return refuse({ kind: "consentByMissing" });
  if (consentBy.at <= press.arrivedAt) return refuse({ kind: "consentByPassed" });
  const taken: Nomination = {
    ...nomination,
    rev: nomination.rev + 1,
    status: "acceptedLate",
    lateAccepted: { by: press.by, at: press.arrivedAt, reason },
    nonces: remember(nomination, press.nonce),
  };
  const now = { at: press.arrivedAt, by: press.by, text, consentBy };
  return accept(counted(call, taken, joined(taken, round.candidates, now), round.behind, ["lateAccepted"]));
}
