import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import type { PersonId } from "../domain/ids.ts";

/** Nobody presses faster than this in earnest; per person, for all of Teams comes from a few addresses. */
const PRESSES = { points: 60, duration: 10 };

/** Whether a person may press once more. */
export function pressRate(): (person: PersonId) => Promise<boolean> {
  const limiter = new RateLimiterMemory(PRESSES);
  return (person) =>
    limiter.consume(person).then(
      () => true,
      () => false,
    );
}
