import type { NotReached } from "./candidate.ts";
import type {
  CallId,
  CandidateId,
  DeliveryId,
  MailingId,
  NominationId,
  PersonId,
  QuestionId,
  RequestId,
  RoundId,
} from "./ids.ts";
import type { Instant } from "./time.ts";

/** What is said, by name and ids only: the words and the card are made from the state when it is sent. */
export type Saying =
  | { kind: "introduction" }
  | { kind: "announcement" }
  | { kind: "callReminder"; which: "half" | "workday" | "lastMorning" }
  | { kind: "correction"; index: number }
  | { kind: "extension"; index: number }
  | { kind: "callCancelled" }
  | { kind: "callClosed" }
  | { kind: "announcementLost" }
  | { kind: "thinThemes" }
  | { kind: "outage"; index: number }
  | { kind: "question"; question: QuestionId }
  | { kind: "answer"; question: QuestionId }
  | { kind: "questionAnswered"; question: QuestionId }
  | { kind: "newCall"; earlier: CallId }
  | { kind: "receipt"; nomination: NominationId }
  | { kind: "confirmAddress"; nomination: NominationId }
  | { kind: "coProposer"; nomination: NominationId; organisation: number }
  | { kind: "lateArrived"; nomination: NominationId }
  | { kind: "lateAccepted"; nomination: NominationId }
  | { kind: "consentRequest"; candidate: CandidateId }
  | { kind: "consentReminder"; candidate: CandidateId }
  /** A new link to their own page, for a candidate who asked for one. */
  | { kind: "candidateLink"; candidate: CandidateId }
  | { kind: "consentOutcome"; candidate: CandidateId }
  | { kind: "notReached"; candidate: CandidateId }
  | { kind: "moveRequest"; candidate: CandidateId }
  | { kind: "moveAnswered"; candidate: CandidateId }
  | { kind: "conflictMarked"; candidate: CandidateId; index: number }
  | { kind: "nominationsWithdrawn"; candidate: CandidateId }
  | { kind: "dataRequest"; request: RequestId }
  | { kind: "dataRequestAnswered"; request: RequestId }
  | { kind: "dataLink" }
  | { kind: "purgeComing" }
  | { kind: "poll" }
  | { kind: "pollRequest" }
  | { kind: "pollReminder" }
  | { kind: "pollMention"; index: number }
  | { kind: "pollChanged"; index: number }
  | { kind: "pollClosed" }
  | { kind: "pollDecided" }
  | { kind: "pollInvitation" }
  | { kind: "pollCancelled" }
  | { kind: "pollLeft" }
  | { kind: "pollRules"; index: number }
  /** To whoever may answer for somebody else from now on. */
  | { kind: "pollStandIn"; for: PersonId }
  | { kind: "meeting" }
  | { kind: "meetingInvitation" }
  | { kind: "attendanceReminder" }
  | { kind: "meetingMoved"; index: number }
  | { kind: "meetingChanged"; sequence: number }
  | { kind: "meetingCancelled" }
  | { kind: "meetingLeft" }
  | { kind: "forecast" }
  | { kind: "calledIn" }
  | { kind: "callingNotice" }
  | { kind: "noticeDue" }
  | { kind: "boardPost" }
  | { kind: "appendix" };

/** To whom: the announcement channel, the thread under the announcement, a person, or an address outside Teams. */
export type Recipient =
  | { to: "channel" }
  | { to: "thread" }
  | { to: "person"; person: PersonId }
  | { to: "address"; email?: string; name: string };

/** Where a message ended up, to update it or answer under it. */
export interface Posted {
  serviceUrl: string;
  conversation: string;
  activity: string;
}

export type DeliveryStatus = "pending" | "claimed" | "sent" | "failed" | "unknown" | "obsolete";
export type Failure = NotReached | "refused" | "gaveUp";

/** One message that must be said once. Written in the same batch as the change that causes it. */
export interface Delivery {
  kind: "delivery";
  id: DeliveryId;
  rev: number;
  round: RoundId;
  saying: Saying;
  to: Recipient;
  status: DeliveryStatus;
  /** When it may go; for a sent live card that has gone stale, when it may be drawn anew. */
  at: Instant;
  /** After this instant it has no point and is left unsaid. */
  until?: Instant;
  tries: number;
  claim?: { by: string; at: Instant };
  posted?: Posted;
  sentAt?: Instant;
  /** A live card follows its facts: set when what it showed is older than the store's. */
  stale?: boolean;
  /** How many quick redraws are left, and as of when; they come back one in three seconds. */
  redraws?: { left: number; at: Instant };
  failure?: { reason: Failure; at: Instant };
  /** A send that was cut off midway and so was repeated once. */
  repeated?: boolean;
  /** Since when the service has kept asking to wait. */
  waitingSince?: Instant;
  /** Who said it otherwise, by phone for example. */
  handled?: { by: PersonId; at: Instant };
  nonces?: string[];
}

/** Timed or mass work: walks facts page by page and expands into deliveries with deterministic ids. */
interface Walk {
  kind: "mailing";
  id: MailingId;
  rev: number;
  at: Instant;
  cursor?: string;
  done: boolean;
}

/** Messages to those of a call's proposals. */
export interface CallMailing extends Walk {
  what: "cancelled" | "newCall";
  /** The call whose nominations are walked. */
  source: CallId;
  /** Proposals walked so far, and deliveries made of them. */
  walked?: number;
  made?: number;
}

/** All of a round's messages that weren't said and may arrive now are sent once more, for an officer. */
export interface Resending extends Walk {
  what: "again";
  by: PersonId;
}

export type Mailing = CallMailing | Resending;
