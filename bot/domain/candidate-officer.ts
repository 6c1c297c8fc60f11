import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { type CallOver, callOver } from "./consent.ts";
import { type Group, isChair, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";

export type Conflict = Candidate["conflicts"][number]["because"];
export type OfficerRefusal =
  | { kind: "notAllowed" }
  | { kind: "conflict" }
  | { kind: "notStanding" }
  | CallOver
  | { kind: "stale" };

/** Why an officer is too close to a candidate to handle the case: what they marked, or what is plain to see. */
export const conflictOf = (candidate: Candidate, person: PersonId): Conflict | undefined =>
  candidate.person === person
    ? "candidate"
    : candidate.proposers.includes(person)
      ? "proposer"
      : candidate.conflicts.find((c) => c.person === person)?.because;

/** Officers handle a candidate's case unless they have a conflict of interest in it. */
export const mayHandle = (group: Group, candidate: Candidate, person: PersonId): boolean =>
  isOfficer(group, person) && conflictOf(candidate, person) === undefined;

/** What only a chair may decide passes to the vice chair when every chair has a conflict. */
export function mayLead(group: Group, candidate: Candidate, person: PersonId): boolean {
  if (!mayHandle(group, candidate, person)) return false;
  const chairless = group.chairs.every((chair) => conflictOf(candidate, chair) !== undefined);
  return isChair(group, person) || (chairless && person === group.viceChair);
}

/** Why an officer can't change a candidate now; nothing when they can. */
export function handlingBarred(
  { group, call, candidate }: { group: Group; call: Call; candidate: Candidate },
  { by, rev }: { by: PersonId; rev: number },
): OfficerRefusal | undefined {
  if (!isOfficer(group, by)) return { kind: "notAllowed" };
  if (!mayHandle(group, candidate, by)) return { kind: "conflict" };
  return changeBarred({ call, candidate }, rev);
}

/** Why nobody can change a candidate now, or not from a card drawn with this revision. */
export function changeBarred(
  { call, candidate }: { call: Call; candidate: Candidate },
  rev: number,
): OfficerRefusal | undefined {
  if (!stands(candidate)) return { kind: "notStanding" };
  return callOver(call) ?? (rev === candidate.rev ? undefined : { kind: "stale" });
}
