import type { Candidate } from "./candidate.ts";
import type { Delivery } from "./delivery.ts";
import type { Overview, Progress, Why } from "./delivery-tally.ts";
import type { HeaderFact } from "./facts.ts";
import type { Group } from "./group.ts";

/** Whom a message was for; an officer with a conflict of interest in a candidate's case sees no number. */
export interface Addressee {
  candidate?: Candidate;
  delivery?: Delivery;
  /** Absent for a channel, and for a person who was erased. */
  name?: string;
  /** As a proposal gave it, or the group's list of members outside Teams. */
  phone?: string;
}

/** Somebody who wasn't reached. */
export interface LostRow extends Addressee {
  why: Why;
  handled: boolean;
}

/** What was said in a round and what wasn't; of those not reached one page. */
export interface DeliveriesView {
  group: Group;
  about: HeaderFact;
  kinds: Overview["kinds"];
  mailings: Progress[];
  reasons: { why: Why; count: number }[];
  open: number;
  handled: number;
  /** Whether some of them may be reached when it is sent once more. */
  mayGoAgain: boolean;
  page: number;
  pages: number;
  rows: LostRow[];
}

/** One message, with whom it was for. */
export interface DeliveryView extends Addressee {
  group: Group;
  about: HeaderFact;
  delivery: Delivery;
  why?: Why;
  handled: boolean;
}
