import type { CallId, CandidateId, NominationId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** What a personal link opens: one person's consent, one proposal, a saved form, or what is stored about an address. */
export type LinkSubject =
  | { kind: "candidate"; candidate: CandidateId }
  | { kind: "nomination"; nomination: NominationId }
  | { kind: "coProposer"; nomination: NominationId; email: string }
  | { kind: "draft"; draft: string }
  | { kind: "person"; email: string };

/** How a link came to whoever has it: by mail to the address that is known, or passed on by somebody. */
export type LinkWay = "mail" | "hand";

/** A personal link, kept under its token's hash. */
export interface Link {
  call: CallId;
  publicId: string;
  subject: LinkSubject;
  until: Instant;
  way: LinkWay;
  /** What must still be so for the link to open, such as the address that it was made for; compared as it is. */
  bound?: string;
}

/** The first part of a link's address. */
export const linkPath: Record<LinkSubject["kind"], string> = {
  candidate: "c",
  nomination: "n",
  coProposer: "o",
  draft: "d",
  person: "my",
};

/** Two links of the same subject are revoked together. */
export const sameSubject = (a: LinkSubject, b: LinkSubject): boolean => JSON.stringify(a) === JSON.stringify(b);
