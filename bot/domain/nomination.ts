import type { CallId, CandidateId, NominationId, PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

export type Role = "member" | "substitute" | "either";

/** Who is proposed, as the proposer knows them. `person` when picked among Teams users. */
export interface Nominee {
  name: string;
  person?: PersonId;
  email?: string;
  /** The address was only written beside a person picked in Teams: a way to reach them, and no sign of who they are. */
  contactOnly?: true;
  phone?: string;
}

/** A proposing organisation. `contact` of a co-proposer is told and can confirm or object. */
export interface Organisation {
  name: string;
  businessId?: string;
  reach?: "local" | "regional" | "national";
  locality?: string;
  funding?: string;
  targetGroups?: string;
  contact?: { name: string; person?: PersonId; email?: string };
  /** The first organisation is the sender's own. */
  confirmation: "own" | "notConfirmed" | "confirmed" | "objected";
  /** Set when an officer wrote the co-proposer's word down: how and when it came, who received it, and who wrote. */
  word?: { way: "email" | "phone" | "paper"; at: Instant; receivedBy: string; by: PersonId };
}

/**
 * How a proposal came in: by its sender in Teams or on the web, or entered by an officer. What was received outside
 * the bot counts by when it was received.
 */
export type Arrival =
  | { way: "teams" | "web"; at: Instant }
  | { way: "email" | "phone" | "paper"; at: Instant; enteredBy: PersonId; enteredAt: Instant };

/** An arrival that an officer entered. */
export type Entered = Extract<Arrival, { enteredBy: PersonId }>;
export const isEntered = (arrival: Arrival): arrival is Entered => "enteredBy" in arrival;

/** One proposal of one person by one or more organisations, or by the person. */
export interface Nomination {
  kind: "nomination";
  id: NominationId;
  rev: number;
  said: string[];
  call: CallId;
  /** For people to read out: E7F3K04, or M7F3K05 when it came late. */
  code: string;
  status: "inTime" | "late" | "acceptedLate" | "withdrawn";
  nominee: Nominee;
  /** Set unless it came late and wasn't accepted, or isn't confirmed yet. */
  candidate?: CandidateId;
  self: boolean;
  /** Who sent it; absent when a secretary entered it, and until the sender on the web has confirmed their address. */
  by?: PersonId;
  /** Sent on the web, and the sender's address isn't confirmed yet: it makes no candidate, and nobody is written to. */
  unconfirmed?: true;
  /** The version of the consent text that one's own proposal on the web agreed to, until it is confirmed. */
  agreedTo?: string;
  /** The proposer by name, with a contact, as entered. */
  proposer: { name: string; email?: string; phone?: string; position?: string };
  organisations: Organisation[];
  seatGroup: string;
  alternative?: string;
  role: Role;
  reason: string;
  /** By criterion id. */
  reasons: Record<string, string>;
  otherBodies?: string;
  /** What is published in place of a reason that a chair redacted, by criterion id or `reason`. */
  redacted: Record<string, string>;
  arrival: Arrival;
  editedAt?: Instant;
  withdrawnAt?: Instant;
  /** Who was proposed and why is erased. */
  erasedAt?: Instant;
  lateAccepted?: { by: PersonId; at: Instant; reason: string };
  nonces: string[];
}

/** Nominations that count: confirmed where that is needed, and in time or accepted in spite of lateness. */
export const counts = (n: Nomination): boolean =>
  !n.unconfirmed && (n.status === "inTime" || n.status === "acceptedLate");

/** Who proposed, is proposed or answers for a co-proposer is too close to decide about a proposal. */
export const tooClose = ({ by, nominee, organisations }: Nomination, person: PersonId): boolean =>
  by === person || nominee.person === person || organisations.some((o) => o.contact?.person === person);
