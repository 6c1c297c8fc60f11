import { type Candidate, stands } from "./candidate.ts";
import { handlingBarred, mayHandle, type OfficerRefusal } from "./candidate-officer.ts";
import type { Handled } from "./candidate-record.ts";
import { type Changed, callOver, hasLapsed, type Press } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { recipientOf } from "./due/candidate.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { HOUR, type Instant } from "./time.ts";

export type HandRefusal = { kind: "notAllowed" } | { kind: "notNow" } | { kind: "inTeams" } | { kind: "tooMany" };
export type ReturnedRefusal = OfficerRefusal | { kind: "notMail" };

/** As many links in an hour as anybody needs for one candidate. */
const MOST_AN_HOUR = 10;

/** Who may hand a candidate a link: those who handle the case, and who proposed them; nobody to themself. */
export const mayHand = (group: Group, candidate: Candidate, by: PersonId): boolean =>
  candidate.person !== by && (mayHandle(group, candidate, by) || candidate.proposers.includes(by));

/** In Teams the request is a card; a link is for those whom it doesn't reach. */
export const needsLink = (candidate: Candidate): boolean =>
  stands(candidate) && (!candidate.person || candidate.outside === true || candidate.notReached !== undefined);

/** A link is taken to be passed on by hand. Nothing that anybody sees of the candidate changes, so the revision stays. */
export function takeLink(
  { group, call, candidate }: Handled,
  { by, at }: { by: PersonId; at: Instant },
): Decision<Changed, HandRefusal> {
  if (!mayHand(group, candidate, by)) return refuse({ kind: "notAllowed" });
  if (!stands(candidate) || callOver(call) || hasLapsed({ call, candidate }, at)) return refuse({ kind: "notNow" });
  if (!needsLink(candidate)) return refuse({ kind: "inTeams" });
  const handed = candidate.handed ?? [];
  if (handed.filter((one) => at - one.at < HOUR).length >= MOST_AN_HOUR) return refuse({ kind: "tooMany" });
  const next: Candidate = { ...candidate, handed: [...handed, { by, at }].slice(-2 * MOST_AN_HOUR) };
  return accept({ facts: [next], events: ["consentLinkTaken"], candidate: next });
}

/** Whether mail that has gone to the candidate may still come back unread. */
export const mayReturn = (candidate: Candidate): boolean =>
  stands(candidate) &&
  candidate.consent === "asked" &&
  candidate.email !== undefined &&
  recipientOf(candidate).to === "address" &&
  candidate.notReached === undefined;

/** An officer notes that mail to the candidate has come back; those who can correct the address are told. */
export function markReturned({ group, call, candidate }: Handled, press: Press): Decision<Changed, ReturnedRefusal> {
  if (isOfficer(group, press.by) && seen(candidate, press.nonce)) return accept({ facts: [], events: [], candidate });
  const no = handlingBarred({ group, call, candidate }, press);
  if (no) return refuse(no);
  if (!mayReturn(candidate)) return refuse({ kind: "notMail" });
  const next: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    notReached: { reason: "returned", at: press.arrivedAt },
    nonces: remember(candidate, press.nonce),
  };
  return accept({ facts: [next], events: ["candidateMailReturned"], candidate: next });
}
