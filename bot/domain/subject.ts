import { type Candidate, knownBy } from "./candidate.ts";
import type { DataRequest } from "./data-request.ts";
import type { Delivery } from "./delivery.ts";
import type { PersonId } from "./ids.ts";
import type { Nomination, Nominee, Organisation } from "./nomination.ts";
import { sameEmail } from "./person.ts";

/** Whose data it is: a person who is known to us, and the addresses that are known to be theirs. */
export interface Subject {
  person?: PersonId;
  emails: readonly string[];
}

/** Whoever is named by a person is that person; an address tells only where nobody was named. */
function isThem(subject: Subject, named: { person?: PersonId | undefined; email?: string | undefined }): boolean {
  if (named.person) return named.person === subject.person;
  return named.email !== undefined && subject.emails.includes(sameEmail(named.email));
}

/** A candidate who acts by a link that was passed on by hand is still whom the address on file belongs to. */
export const isCandidate = (subject: Subject, candidate: Candidate): boolean =>
  isThem(subject, { person: candidate.person, email: knownBy(candidate) }) ||
  (candidate.outside === true && isThem(subject, { email: knownBy(candidate) }));

export const isNominee = (subject: Subject, { person, email }: Nominee): boolean => isThem(subject, { person, email });

/** Who sent a proposal; an officer's entry belongs to the proposer whose address it gives. */
export const isProposer = (subject: Subject, { by, proposer }: Nomination): boolean =>
  isThem(subject, { person: by, email: proposer.email });

export const isContact = (subject: Subject, { contact }: Organisation): boolean =>
  contact !== undefined && isThem(subject, contact);

export const isRecipient = (subject: Subject, { to }: Delivery): boolean =>
  to.to === "person" ? isThem(subject, to) : to.to === "address" && isThem(subject, { email: to.email });

export const isAsker = (subject: Subject, { by, email }: DataRequest): boolean =>
  isThem(subject, { person: by, email });
