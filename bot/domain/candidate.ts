import type { CallId, CandidateId, NominationId, PersonId } from "./ids.ts";
import type { Role } from "./nomination.ts";
import { sameEmail } from "./person.ts";
import type { Instant, Moment } from "./time.ts";

export type ConsentState = "asked" | "given" | "declined" | "lapsed";

/** A limit on a consent: the role, one theme only, or in the candidate's own words. */
export interface Limit {
  role?: "member" | "substitute";
  seatGroup?: string;
  text?: string;
}

/** One answer of a candidate: kept for good, the last one counts. `text` is the version of the text answered to. */
export interface Answer {
  state: "given" | "declined";
  at: Instant;
  /** `web` is the candidate's own page behind a mailed link, `link` the same behind one that was passed on by hand. */
  way: "teams" | "own" | "web" | "link" | "paper" | "phone" | "email";
  by: PersonId;
  limit?: Limit;
  reason?: string;
  text: string;
  /** Set when an officer recorded it for the candidate: who received it, as written. */
  receivedBy?: string;
}

/** Why a person could not be reached. */
export type NotReached =
  | "notInTeams"
  | "noApp"
  | "blocked"
  | "notInTenant"
  | "notThisPerson"
  | "gone"
  | "unknown"
  /** By mail: the address was refused, or a message came back from it. */
  | "noMailbox"
  | "returned";

/** One person in one call, however many nominations name them. */
export interface Candidate {
  kind: "candidate";
  id: CandidateId;
  rev: number;
  said: string[];
  call: CallId;
  name: string;
  person?: PersonId;
  /** The person acts by a personal link and isn't in Teams: messages go to the address. */
  outside?: boolean;
  email?: string;
  /** The address was only written beside the person: a way to reach them, and no sign of who they are. */
  contactOnly?: true;
  phone?: string;
  seatGroup: string;
  alternative?: string;
  role: Role;
  /** Those that count; empty once all were withdrawn. */
  nominations: NominationId[];
  /** Who sent those nominations in Teams, each once: they are told each outcome. Not who entered one for others. */
  proposers: PersonId[];
  consent: ConsentState;
  answers: Answer[];
  /** Own consent deadline (accepted late, revived); otherwise the call's. */
  consentBy?: Moment;
  /** Raised whenever the candidate has to be asked anew (address corrected, revived). */
  asked: number;
  /** When the candidate was last asked; reminders are spaced from it. */
  askedAt: Instant;
  notReached?: { reason: NotReached; at: Instant; handled?: string };
  move?: {
    to: string;
    note: string;
    by: PersonId;
    at: Instant;
    state: "asked" | "approved" | "refused";
  };
  mergedInto?: CandidateId;
  /** Who it was is erased; what was answered and when is left. */
  erasedAt?: Instant;
  conflicts: { person: PersonId; because: "candidate" | "proposer" | "employee" | "other"; at: Instant }[];
  revived?: { by: PersonId; at: Instant; reason: string };
  /** How often reminders were asked for by a chair. */
  reminded: number;
  /** Who took a link to pass on by hand, and when; the last few. */
  handed?: { by: PersonId; at: Instant }[];
  remindedAt?: Instant;
  nonces: string[];
}

/** The person of several candidates who are one: who is in Teams comes before who acts by a link. */
export function personOf(candidates: readonly Candidate[]): Pick<Candidate, "person" | "outside"> {
  const found = candidates.find((c) => c.person && !c.outside) ?? candidates.find((c) => c.person);
  return { ...(found?.person && { person: found.person }), ...(found?.outside && { outside: true }) };
}

type Addressed = Pick<Candidate, "email" | "contactOnly">;

/** The address of those who are one person: what they are known by comes before what was only written beside them. */
export function addressOf(known: readonly Addressed[]): Addressed {
  const found = known.find((one) => knownBy(one)) ?? known.find((one) => one.email);
  return { ...(found?.email && { email: found.email }), ...(found?.contactOnly && { contactOnly: true }) };
}

/** The address that tells who somebody is, as addresses are compared. */
export const knownBy = ({ email, contactOnly }: Addressed): string | undefined =>
  email && !contactOnly ? sameEmail(email) : undefined;

/** Still standing: proposed by someone and not merged into another. */
export const stands = (c: Candidate): boolean => c.nominations.length > 0 && !c.mergedInto;
