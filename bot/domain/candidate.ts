import type { CallId, CandidateId, NominationId, PersonId } from "./ids.ts";
import type { Role } from "./nomination.ts";
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
  way: "teams" | "own" | "paper" | "phone" | "email";
  by: PersonId;
  limit?: Limit;
  reason?: string;
  text: string;
  /** Set when an officer recorded it for the candidate: who received it, as written. */
  receivedBy?: string;
}

/** Why a person could not be reached. */
export type NotReached = "notInTeams" | "noApp" | "blocked" | "notInTenant" | "notThisPerson" | "gone" | "unknown";

/** One person in one call, however many nominations name them. */
export interface Candidate {
  kind: "candidate";
  id: CandidateId;
  rev: number;
  said: string[];
  call: CallId;
  name: string;
  person?: PersonId;
  email?: string;
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
  conflicts: { person: PersonId; because: "candidate" | "proposer" | "employee" | "other"; at: Instant }[];
  revived?: { by: PersonId; at: Instant; reason: string };
  /** How often reminders were asked for by a chair. */
  reminded: number;
  remindedAt?: Instant;
  nonces: string[];
}

/** Still standing: proposed by someone and not merged into another. */
export const stands = (c: Candidate): boolean => c.nominations.length > 0 && !c.mergedInto;
