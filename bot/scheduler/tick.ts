import { createLease, release } from "../usecases/lease.ts";
import type { Ports } from "../usecases/ports.ts";
import { settle } from "../usecases/settle.ts";

/** The longest that anything due waits when nothing wakes the settler. */
const TICK = 1_000;

export interface Settler {
  wake(): void;
  /** Finishes what is under way and gives the lease back. */
  stop(): Promise<void>;
}

/** Runs the settler: at every tick and whenever woken, as long as this process holds the lease. */
export function startSettler(ports: Ports, me: string): Settler {
  const holds = createLease(ports, me, () => performance.now());
  let stopping = false;
  let ring = () => {};
  let rung = false;
  const wake = () => {
    rung = true;
    ring();
  };
  const idle = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rung ? 0 : TICK);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopping) {
      rung = false;
      try {
        if (await holds()) while (!stopping && (await settle(ports, me)) > 0 && (await holds()));
      } catch (error) {
        ports.log.error({ err: error }, "the settler will try again");
      }
      if (!stopping) await idle();
    }
    await release(ports, me);
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
