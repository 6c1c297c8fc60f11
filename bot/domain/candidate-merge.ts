import { type Answer, addressOf, type Candidate, personOf, stands } from "./candidate.ts";
import { handlingBarred, mayHandle, type OfficerRefusal } from "./candidate-officer.ts";
import type { Handled } from "./candidate-record.ts";
import type { Changed, Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { outcomeKey, requestKey } from "./due/candidate.ts";
import { remember, seen } from "./facts.ts";
import { isOfficer } from "./group.ts";
import type { Nomination } from "./nomination.ts";

/** More than this together would not fit one batch; nobody has been proposed so often. */
const MOST_NOMINATIONS = 60;

export type MergeRefusal = OfficerRefusal | { kind: "sameCandidate" } | { kind: "tooMany"; most: number };

/**
 * Two candidates who are one person become one: the target keeps all proposals and the newest answer. An officer decides
 * it; nothing merges by looks alone.
 */
export function merge(
  { group, call, candidate }: Handled,
  { other, nominations }: { other: Candidate; nominations: readonly Nomination[] },
  press: Press & { otherRev: number },
): Decision<Changed, MergeRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (other.id === candidate.id) return refuse({ kind: "sameCandidate" });
  if (!mayHandle(group, other, press.by)) return refuse({ kind: "conflict" });
  if (!stands(other)) return refuse({ kind: "notStanding" });
  if (press.otherRev !== other.rev) return refuse({ kind: "stale" });
  const all = [...new Set([...candidate.nominations, ...other.nominations])];
  if (all.length > MOST_NOMINATIONS) return refuse({ kind: "tooMany", most: MOST_NOMINATIONS });
  const target = joined(candidate, other, press);
  const moved = nominations
    .filter((n) => n.candidate === other.id)
    .map((n) => ({ ...n, rev: n.rev + 1, candidate: candidate.id }));
  const gone: Candidate = { ...other, rev: other.rev + 1, nominations: [], mergedInto: candidate.id };
  const counted = { ...call, candidates: Math.max(0, call.candidates - 1) };
  return accept({ facts: [counted, target, gone, ...moved], events: ["candidatesMerged"], candidate: target });
}

function joined(candidate: Candidate, other: Candidate, press: Press): Candidate {
  const answers = [...candidate.answers, ...other.answers].sort((a, b) => a.at - b.at);
  const newest = answers.at(-1);
  const whose = newest && other.answers.includes(newest) ? other : candidate;
  const { person, outside } = personOf([whose, candidate, other]);
  const phone = candidate.phone ?? other.phone;
  const { notReached, person: _p, outside: _o, email: _e, contactOnly: _c, ...kept } = candidate;
  const stillUnreached = person === candidate.person ? notReached : undefined;
  const consent = consentOf(candidate, other, newest);
  const next: Candidate = {
    ...kept,
    rev: candidate.rev + 1,
    ...(person && { person }),
    ...(outside && { outside }),
    ...addressOf([candidate, other]),
    ...(phone && { phone }),
    ...(stillUnreached && { notReached: stillUnreached }),
    nominations: [...new Set([...candidate.nominations, ...other.nominations])],
    proposers: [...new Set([...candidate.proposers, ...other.proposers])],
    consent,
    answers,
    ...laterDeadline(candidate, other),
    conflicts: [...candidate.conflicts, ...other.conflicts.filter((c) => !mentions(candidate, c.person))],
    nonces: remember(candidate, press.nonce),
  };
  const askAnew = consent === "asked" && person !== candidate.person;
  const asked: Candidate = askAnew ? { ...next, asked: next.asked + 1, askedAt: press.arrivedAt } : next;
  return { ...asked, said: [...new Set([...asked.said, outcomeKey(asked), ...(askAnew ? [] : [requestKey(asked)])])] };
}

/** The newest answer counts; without any, an open question stays open and two silences stay a silence. */
const consentOf = (a: Candidate, b: Candidate, newest: Answer | undefined): Candidate["consent"] =>
  newest ? newest.state : a.consent === "lapsed" && b.consent === "lapsed" ? "lapsed" : "asked";

const mentions = (c: Candidate, person: string) => c.conflicts.some((one) => one.person === person);

/** Whoever was given longer to answer keeps it. */
const laterDeadline = (a: Candidate, b: Candidate) => {
  const later = [a.consentBy, b.consentBy].filter((m) => m !== undefined).sort((x, y) => y.at - x.at)[0];
  return later ? { consentBy: later } : {};
};
