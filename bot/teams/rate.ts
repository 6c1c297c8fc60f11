import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import type { PersonId } from "../domain/ids.ts";
import type { Limits, Timing } from "../usecases/limits.ts";
import { outcomeOf } from "./failures.ts";

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

/** How long a reply waits: Teams takes a turn for lost that lasts much longer. */
const PATIENCE = 5_000;

/** Sends a reply in its turn among all that goes to the tenant and the thread; throws where that would take too long. */
export type Pace = (tenant: string, thread: string, send: () => Promise<unknown>) => Promise<void>;

/** Replies count in the same windows as messages. Where Teams asks to wait, they wait once and briefly. */
export function replyPace(limits: Limits, { monotonic, sleep }: Timing): Pace {
  return async (tenant, thread, send) => {
    const giveUpAt = monotonic() + PATIENCE;
    const rest = async (ms: number, otherwise: unknown) => {
      if (monotonic() + ms > giveUpAt) throw otherwise;
      await sleep(ms);
    };
    const takeTurn = async () => {
      for (let wait = 1; wait > 0; ) {
        wait = await limits.take(tenant, thread, 1);
        if (wait > 0) await rest(wait, new Error("A reply would have waited too long for its turn in the thread."));
      }
      await limits.leave(tenant, 1);
    };
    await takeTurn();
    try {
      await send();
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind !== "later") throw error;
      await rest(outcome.after, error);
      await takeTurn();
      await send();
    }
  };
}
