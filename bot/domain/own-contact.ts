import type { Candidate } from "./candidate.ts";
import type { Change } from "./facts.ts";
import type { Group } from "./group.ts";
import type { Nomination } from "./nomination.ts";
import type { OwnInCall } from "./own-data.ts";
import { sameEmail } from "./person.ts";
import { isContact, isNominee, isProposer, type Subject } from "./subject.ts";
import type { Instant } from "./time.ts";

/** How somebody wants to be reached; what is absent stays as it is. */
export interface OwnContact {
  email?: string;
  phone?: string;
}

/** How many facts of a kind one batch takes. */
const AT_ONCE = 20;

/**
 * A person corrects how they are reached, wherever a call has it. Who hasn't answered yet and is reached at an address is
 * asked anew at the new one.
 */
export function correctContact(subject: Subject, own: OwnInCall, contact: OwnContact, now: Instant): Change {
  const nominations = [...new Set([...own.nominated, ...own.proposed, ...own.contactIn.map((c) => c.nomination)])];
  const facts = [
    ...nominations
      .map((n) => inNomination(subject, own, n, contact))
      .filter(isChanged(nominations))
      .slice(0, AT_ONCE),
    ...own.candidates.map((c) => inCandidate(c, contact, now)).filter(isChanged(own.candidates)),
  ];
  return { facts, events: facts.length > 0 ? ["contactCorrected"] : [] };
}

/** Whether the group's list has a member outside Teams at an address. */
export const isMemberAt = ({ members }: Pick<Group, "members">, email: string): boolean =>
  members.kind === "named" && (members.outside ?? []).some((one) => sameEmail(one.email ?? "") === sameEmail(email));

/** The group with a member outside Teams reached elsewhere; nothing when that changes nothing, or is another member's. */
export function correctMember(group: Group, emails: readonly string[], contact: OwnContact): Group | undefined {
  const { members } = group;
  const { email = "" } = contact;
  if (members.kind !== "named" || !members.outside) return undefined;
  if (email && !emails.includes(sameEmail(email)) && isMemberAt(group, email)) return undefined;
  const outside = members.outside.map((one) =>
    one.email && emails.includes(sameEmail(one.email)) ? { ...one, ...contact } : one,
  );
  const same = JSON.stringify(outside) === JSON.stringify(members.outside);
  return same ? undefined : { ...group, rev: group.rev + 1, members: { ...members, outside } };
}

const isChanged =
  <T extends object>(before: readonly T[]) =>
  (after: T): boolean =>
    !before.includes(after);

function inNomination(subject: Subject, own: OwnInCall, n: Nomination, contact: OwnContact): Nomination {
  const proposed = isNominee(subject, n.nominee) || own.candidates.some((c) => c.id === n.candidate);
  const next: Nomination = {
    ...n,
    ...(proposed && n.erasedAt === undefined ? { nominee: { ...n.nominee, ...contact } } : {}),
    ...(isProposer(subject, n) ? { proposer: { ...n.proposer, ...contact } } : {}),
    organisations: n.organisations.map((o) =>
      o.contact && isContact(subject, o) && contact.email
        ? { ...o, contact: { ...o.contact, email: contact.email } }
        : o,
    ),
  };
  return JSON.stringify(next) === JSON.stringify(n) ? n : { ...next, rev: n.rev + 1 };
}

function inCandidate(candidate: Candidate, contact: OwnContact, now: Instant): Candidate {
  const moved = contact.email !== undefined && sameEmail(contact.email) !== sameEmail(candidate.email ?? "");
  const samePhone = contact.phone === undefined || contact.phone === candidate.phone;
  if (candidate.erasedAt !== undefined || (!moved && samePhone)) return candidate;
  const next: Candidate = { ...candidate, ...contact, rev: candidate.rev + 1 };
  const byAddress = !candidate.person || candidate.outside === true;
  if (!moved || !byAddress || candidate.consent !== "asked" || candidate.nominations.length === 0) return next;
  const { notReached: _, ...reached } = next;
  return { ...reached, asked: candidate.asked + 1, askedAt: now };
}
