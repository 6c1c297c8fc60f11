import { type Call, meetingBefore } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isChair, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { counted, type Nominated } from "./nominate.ts";
import type { Press } from "./nominate-edit.ts";
import { joined } from "./nominate-join.ts";
import { type Nomination, tooClose } from "./nomination.ts";
import type { Moment } from "./time.ts";

export type AcceptLateRefusal =
  | { kind: "notOfficer" }
  | { kind: "chairOnly" }
  | { kind: "conflict" }
  | { kind: "notLate" }
  | { kind: "unconfirmed" }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "reasonMissing" }
  | { kind: "consentByMissing" }
  | { kind: "consentByPassed" }
  | { kind: "afterMeeting"; meeting: Moment }
  | { kind: "stale"; nomination: Nomination };

/** Who may accept a late proposal: a chair who isn't too close to it, or the vice chair when every chair is. */
export function mayAcceptLate(group: Group, nomination: Nomination, person: PersonId): boolean {
  if (tooClose(nomination, person)) return false;
  const chairless = group.chairs.every((chair) => tooClose(nomination, chair));
  return isChair(group, person) || (chairless && person === group.viceChair);
}

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
  if (tooClose(nomination, press.by)) return refuse({ kind: "conflict" });
  if (!mayAcceptLate(group, nomination, press.by)) return refuse({ kind: "chairOnly" });
  if (seen(nomination, press.nonce)) return accept({ facts: [], events: [], nomination });
  if (call.status === "cancelled" || call.status === "selected") return refuse({ kind: call.status });
  if (nomination.status !== "late") return refuse({ kind: "notLate" });
  if (nomination.unconfirmed) return refuse({ kind: "unconfirmed" });
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  if (!reason) return refuse({ kind: "reasonMissing" });
  if (!consentBy) return refuse({ kind: "consentByMissing" });
  if (consentBy.at <= press.arrivedAt) return refuse({ kind: "consentByPassed" });
  const meeting = meetingBefore(consentBy, call);
  if (meeting) return refuse({ kind: "afterMeeting", meeting });
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
