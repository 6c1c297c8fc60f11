import { setTimeout as sleep } from "node:timers/promises";
import { createLease, type LeaseTimes } from "../usecases/lease.ts";
import { createLimits, type Limits, type Timing } from "../usecases/limits.ts";
import type { Ports } from "../usecases/ports.ts";
import { createSettler } from "../usecases/settle.ts";
import { elapsedTime } from "./elapsed.ts";

/** The longest that anything due waits when nothing wakes the settler. */
const TICK = 1_000;
/** Those who wake the settler by the hundred wake it once. */
const PAUSE = 20;

/** The time of the machine that we run on. */
export const realTime: Timing = { monotonic: () => performance.now(), sleep };

export interface Scheduler {
  wake(): void;
  /** Finishes what is under way and gives the lease back. */
  stop(): Promise<void>;
}

/** Runs the settler: at every tick and whenever woken, as long as this process holds the lease. */
export function startSettler(
  ports: Ports,
  me: string,
  tenants: readonly string[],
  times?: LeaseTimes,
  limits: Limits = createLimits(realTime),
): Scheduler {
  const lease = createLease(ports, me, elapsedTime(), tenants, times);
  const settler = createSettler(ports, me, limits, realTime);
  let stopping = false;
  let ring = () => {};
  let rung = false;
  const wake = () => {
    rung = true;
    ring();
  };
  /** Whoever can't do the next step doesn't keep the lease from somebody who can. */
  let able = true;
  const step = async () => {
    const held = await lease.held(able);
    able = !held;
    const more = held && (await settler.step());
    able = true;
    return more;
  };
  const idle = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rung ? PAUSE : Math.max(PAUSE, Math.min(TICK, settler.rest() ?? TICK)));
      ring = () => {
        clearTimeout(timer);
        setTimeout(resolve, PAUSE);
      };
    });
  const run = async () => {
    while (!stopping) {
      rung = false;
      try {
        while (!stopping && (await step()));
      } catch (error) {
        ports.log.error({ err: error }, "the settler will try again");
      }
      if (!stopping) await idle();
    }
    await settler.finish();
    await lease.release().catch((error) => ports.log.error({ err: error }, "the lease lapses by itself"));
  };
  const running = run();
  return {
    wake,
    async stop() {
      stopping = true;
      ring();
      await running;
    },
  };
}
