import type { CallStatus } from "./call.ts";
import type { Answer, ConsentState, NotReached } from "./candidate.ts";
import type { Lang } from "./lang.ts";
import type { Arrival, Organisation, Role } from "./nomination.ts";
import type { RecordHead } from "./record.ts";
import type { Instant, Moment } from "./time.ts";

/**
 * The appendix to a decision on candidates, in one language: what preparing the decision needs and no more, so nobody's
 * phone number or e-mail address is in it. Each proposal stands in it once by its code: among a candidate's proposals,
 * among those out of time, or among the withdrawn.
 */
export interface Appendix {
  lang: Lang;
  zone: string;
  group: string;
  controller: string;
  title: string;
  mandate: string;
  appoints: string;
  code: string;
  caseNumber?: string;
  practice: boolean;
  status: CallStatus;
  openedAt?: Instant;
  deadline?: Moment;
  consentBy?: Moment;
  decisionMeeting?: Moment;
  term?: { from: string; to: string };
  criteria: { text: string; level: "required" | "preferred" }[];
  themes: AppendixTheme[];
  late: LateProposal[];
  withdrawn: { code: string; at?: Instant }[];
  counts: AppendixCounts;
  head: RecordHead;
  madeAt: Instant;
  madeBy: string;
}

/** Seats of one kind and the candidates for them, by name in Finnish order. An empty name: a theme that the call has no more. */
export interface AppendixTheme {
  name: string;
  seats?: { min: number; max: number; substitutes: boolean };
  filledElsewhere?: string;
  /** Its own, when only this theme was extended. */
  deadline?: Moment;
  candidates: AppendixCandidate[];
}

export interface AppendixCandidate {
  name: string;
  role: Role;
  alternative?: string;
  consent: AppendixConsent;
  move?: { from: string; to: string; note: string; at: Instant; state: "asked" | "approved" | "refused" };
  revived?: { at: Instant; reason: string };
  /** Officers who have a conflict of interest in this candidate. */
  conflicts: { name: string; because: "candidate" | "proposer" | "employee" | "other" }[];
  proposals: AppendixProposal[];
}

/** `notAsked`: a proposal that counts, of someone who has not become a candidate yet. */
export interface AppendixConsent {
  state: ConsentState | "notAsked";
  /** Until when it could be answered. */
  by?: Moment;
  answered?: { at: Instant; way: Answer["way"]; receivedBy?: string };
  limit?: { role?: "member" | "substitute"; theme?: string; text?: string };
  notReached?: NotReached;
}

/** How a proposal arrived, with the name of the officer who entered it. */
export interface AppendixArrival {
  way: Arrival["way"];
  at: Instant;
  entered?: { by: string; at: Instant };
}

export interface AppendixProposal {
  /** Absent when it came late and was accepted: its code stands with the others out of time. */
  code?: string;
  organisations: Omit<Organisation, "contact">[];
  self: boolean;
  /** Who acted for the organisations: needed to see conflicts of interest. */
  proposer?: { name: string; position?: string };
  arrival: AppendixArrival;
  editedAt?: Instant;
  reasons: AppendixReason[];
  otherBodies?: string;
}

/** Without a criterion: the reason for the whole proposal. */
export interface AppendixReason {
  criterion?: string;
  text: string;
  redacted: boolean;
}

/** A proposal that arrived out of time, and what became of it. */
export interface LateProposal {
  code: string;
  nominee: string;
  theme: string;
  organisations: string[];
  self: boolean;
  arrival: AppendixArrival;
  deadline?: Moment;
  accepted?: { at: Instant; by: string; reason: string };
}

export interface AppendixCounts {
  proposals: number;
  inTime: number;
  acceptedLate: number;
  keptLate: number;
  /** Sent on the web in time, by somebody who never confirmed their address: kept, and not considered. */
  unconfirmed: number;
  withdrawn: number;
  candidates: number;
  given: number;
  declined: number;
  lapsed: number;
  awaited: number;
  moved: number;
}
