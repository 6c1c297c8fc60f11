import { type Call, meetingBefore } from "./call.ts";
import type { Answer, Candidate, Limit } from "./candidate.ts";
import { handlingBarred, mayLead, type OfficerRefusal } from "./candidate-officer.ts";
import { themesOf } from "./candidate-themes.ts";
import { type Changed, isPossible, type Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { Nomination } from "./nomination.ts";
import { answerBy } from "./passing.ts";
import type { Instant, Moment } from "./time.ts";

export interface Handled {
  group: Group;
  call: Call;
  candidate: Candidate;
}

export type RecordRefusal =
  | OfficerRefusal
  | { kind: "notYetReceived" }
  | { kind: "limitImpossible" }
  | { kind: "receivedLate"; deadline: Instant; received: Instant };
export type ReviveRefusal =
  | OfficerRefusal
  | { kind: "chairOnly" }
  | { kind: "notLapsed" }
  | { kind: "deadlinePassed" }
  | { kind: "afterMeeting"; meeting: Moment };

/**
 * An officer records an answer received on paper, by phone or by mail. It counts by when it was received: in time or not,
 * and before or after an answer that is already known.
 */
export function recordAnswer(
  { group, call, candidate, nominations }: Handled & { nominations: readonly Nomination[] },
  given: {
    state: Answer["state"];
    limit?: Limit;
    way: "paper" | "phone" | "email";
    receivedBy: string;
    received: Moment;
    text: string;
  },
  press: Press,
): Decision<Changed, RecordRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  const { received, ...rest } = given;
  if (!isPossible(given.limit, themesOf(call, candidate, nominations))) return refuse({ kind: "limitImpossible" });
  if (received.at > press.arrivedAt) return refuse({ kind: "notYetReceived" });
  const deadline = answerBy(candidate, call);
  const open = candidate.consent === "asked" || candidate.consent === "lapsed";
  if (open && deadline !== undefined && received.at > deadline)
    return refuse({ kind: "receivedLate", deadline, received: received.at });
  const recorded: Answer = { ...rest, at: received.at, by: press.by };
  const answers = [...candidate.answers, recorded].sort((a, b) => a.at - b.at);
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    consent: answers.at(-1)?.state ?? given.state,
    answers,
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["consentRecorded"], candidate: next });
}

/** A chair revives a lapsed candidacy, with a reason and a new time to answer; the candidate is asked anew. */
export function revive(
  { group, call, candidate }: Handled,
  { reason, consentBy }: { reason: string; consentBy: Moment },
  press: Press,
): Decision<Changed, ReviveRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (!mayLead(group, candidate, press.by)) return refuse({ kind: "chairOnly" });
  if (candidate.consent !== "lapsed") return refuse({ kind: "notLapsed" });
  if (consentBy.at <= press.arrivedAt) return refuse({ kind: "deadlinePassed" });
  const meeting = meetingBefore(consentBy, call);
  if (meeting) return refuse({ kind: "afterMeeting", meeting });
  const { notReached: _, ...rest } = candidate;
  const next: Candidate = {
    ...rest,
    rev: candidate.rev + 1,
    consent: "asked",
    consentBy,
    asked: candidate.asked + 1,
    askedAt: press.arrivedAt,
    revived: { by: press.by, at: press.arrivedAt, reason },
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateRevived"], candidate: next });
}
