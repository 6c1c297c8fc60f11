import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { callOver, hasLapsed } from "./consent.ts";
import { hasAddress } from "./due/candidate.ts";
import { HOUR, type Instant } from "./time.ts";

/** Asked, in time, and not answered. */
export const awaitsAnswer = (call: Call, candidate: Candidate, now: Instant): boolean =>
  stands(candidate) && candidate.consent === "asked" && !hasLapsed({ call, candidate }, now) && !callOver(call);

/** Whether one more reminder makes sense: the person can be reached, and none was asked for within the last hour. */
export const remindable = (call: Call, candidate: Candidate, now: Instant): boolean =>
  awaitsAnswer(call, candidate, now) &&
  hasAddress(candidate) &&
  !candidate.notReached &&
  now - (candidate.remindedAt ?? 0) >= HOUR;

/** Asks for one more reminder. The revision stays: nothing that the candidate's card shows has changed. */
export const reminded = (candidate: Candidate, now: Instant): Candidate => ({
  ...candidate,
  reminded: candidate.reminded + 1,
  remindedAt: now,
});
