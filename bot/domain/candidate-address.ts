import { type Candidate, stands } from "./candidate.ts";
import { changeBarred, handlingBarred, mayHandle, type OfficerRefusal } from "./candidate-officer.ts";
import type { Handled } from "./candidate-record.ts";
import type { Changed, Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { isOfficer } from "./group.ts";
import type { CandidateId, PersonId } from "./ids.ts";
import { isNominee } from "./nominate-join.ts";
import { sameEmail } from "./person.ts";

export interface Address {
  name: string;
  person?: PersonId;
  email?: string;
  /** Written beside the person, and not known to be theirs. */
  contactOnly?: true;
  phone?: string;
}

export type AddressRefusal =
  | OfficerRefusal
  | { kind: "nothingNew" }
  | { kind: "ownAddress" }
  /** Whose address it is stands in this call already: they aren't asked twice, but merged. */
  | { kind: "otherCandidate"; other: CandidateId };

/** Officers who handle the case correct an address; so does who proposed somebody that wasn't reached. */
export function addressBarred(
  { group, candidate }: Pick<Handled, "group" | "candidate">,
  by: PersonId,
): { kind: "notAllowed" } | { kind: "conflict" } | undefined {
  if (mayHandle(group, candidate, by)) return undefined;
  const unreached = candidate.consent === "asked" && candidate.notReached !== undefined;
  if (unreached && candidate.proposers.includes(by) && candidate.person !== by) return undefined;
  return { kind: isOfficer(group, by) ? "conflict" : "notAllowed" };
}

/**
 * The proposers' or the officers' correction of how a candidate is reached. Who hasn't answered is asked anew. `others`
 * are the call's other candidates.
 */
export function fixAddress(
  { group, call, candidate, others }: Handled & { others: readonly Candidate[] },
  address: Address,
  press: Press,
): Decision<Changed, AddressRefusal> {
  const related = isOfficer(group, press.by) || candidate.proposers.includes(press.by);
  if (related && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = addressBarred({ group, candidate }, press.by) ?? changeBarred({ call, candidate }, press.rev);
  if (no) return refuse(no);
  if (address.person === press.by) return refuse({ kind: "ownAddress" });
  const inTeams = candidate.outside ? undefined : candidate.person;
  const samePlace = address.person === inTeams && emailOf(address) === emailOf(candidate);
  if (samePlace && address.name === candidate.name && address.phone === candidate.phone)
    return refuse({ kind: "nothingNew" });
  const other = others.find((c) => c.id !== candidate.id && stands(c) && isNominee(c, address));
  if (other && !samePlace) return refuse({ kind: "otherCandidate", other: other.id });
  const { person, outside, email: _e, contactOnly: _c, phone: _t, ...kept } = candidate;
  const { notReached: _n, ...cleared } = kept;
  const askAgain = !samePlace && candidate.consent === "asked";
  const next: Candidate = {
    ...(samePlace ? kept : cleared),
    ...(samePlace && outside && { person, outside }),
    ...address,
    rev: candidate.rev + 1,
    ...(askAgain && { asked: candidate.asked + 1, askedAt: press.arrivedAt }),
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateAddressCorrected"], candidate: next });
}

/** Somebody who couldn't be reached was dealt with otherwise; the board no longer asks for it. */
export function markHandled(
  { group, call, candidate }: Handled,
  { note }: { note: string },
  press: Press,
): Decision<Changed, OfficerRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (!candidate.notReached) return accept({ facts: [], events: [], candidate });
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    notReached: { ...candidate.notReached, handled: note },
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateHandled"], candidate: next });
}

const emailOf = ({ email }: { email?: string }): string | undefined => email && sameEmail(email);
