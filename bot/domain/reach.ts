import type { Candidate } from "./candidate.ts";
import type { Failure } from "./delivery.ts";
import type { Instant } from "./time.ts";

/** A candidate whom the consent request could not reach, and why. */
export const notReached = (candidate: Candidate, reason: Failure, at: Instant): Candidate => ({
  ...candidate,
  rev: candidate.rev + 1,
  notReached: { reason: reason === "refused" || reason === "gaveUp" ? "unknown" : reason, at },
});

/** The request arrived after all. */
export const reached = ({ notReached: _, ...candidate }: Candidate): Candidate => ({
  ...candidate,
  rev: candidate.rev + 1,
});
