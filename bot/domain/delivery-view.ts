import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { Delivery } from "./delivery.ts";
import type { Overview, Progress, Why } from "./delivery-tally.ts";
import type { Group } from "./group.ts";

/** Whom a message was for; an officer with a conflict of interest in a candidate's case sees no number. */
export interface Addressee {
  candidate?: Candidate;
  delivery?: Delivery;
  /** Absent for a channel, and for a person who was erased. */
  name?: string;
  /** As a proposal gave it. */
  phone?: string;
}

/** Somebody who wasn't reached. */
export interface LostRow extends Addressee {
  why: Why;
  handled: boolean;
}

/** What was said in a call's round and what wasn't; of those not reached one page. */
export interface DeliveriesView {
  group: Group;
  call: Call;
  kinds: Overview["kinds"];
  mailings: Progress[];
  reasons: { why: Why; count: number }[];
  open: number;
  handled: number;
  page: number;
  pages: number;
  rows: LostRow[];
}

/** One message, with whom it was for. */
export interface DeliveryView extends Addressee {
  group: Group;
  call: Call;
  delivery: Delivery;
  why?: Why;
  handled: boolean;
}
