import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { callOver, hasLapsed } from "./consent.ts";
import type { Instant } from "./time.ts";

/** Whether a reminder makes sense: asked, in time, and a message has gone to a person who can get one. */
export const awaitsAnswer = (call: Call, candidate: Candidate, now: Instant): boolean =>
  stands(candidate) && candidate.consent === "asked" && !hasLapsed({ call, candidate }, now) && !callOver(call);

export const remindable = (call: Call, candidate: Candidate, now: Instant): boolean =>
  awaitsAnswer(call, candidate, now) && candidate.person !== undefined && !candidate.notReached;

/** Asks for one more reminder. The revision stays: nothing that the candidate's card shows has changed. */
export const reminded = (candidate: Candidate, now: Instant): Candidate => ({
  ...candidate,
  reminded: candidate.reminded + 1,
  remindedAt: now,
});
