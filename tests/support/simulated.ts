import type { Timing } from "../../bot/usecases/limits.ts";
import type { Store } from "../../bot/usecases/ports.ts";

/** Time that passes only while everybody waits for it, so that minutes are tried in moments. */
export interface SimulatedTime extends Timing {
  now(): number;
  /** Lets time pass up to an instant; sleepers wake in order. */
  until(instant: number): Promise<void>;
  /** The same store, whose work under way is waited for before time goes on. */
  watched(store: Store): Store;
}

/** Turns of the event loop in which nothing of the store was under way: then all that is left waits for time. */
const QUIET = 3;

export function simulatedTime(start = 0): SimulatedTime {
  let now = start;
  let underWay = 0;
  const sleepers: { at: number; wake: () => void }[] = [];

  async function watch<T>(work: Promise<T>): Promise<T> {
    underWay++;
    try {
      return await work;
    } finally {
      underWay--;
    }
  }

  async function allWait(): Promise<void> {
    for (let quiet = 0; quiet < QUIET; quiet = underWay === 0 ? quiet + 1 : 0)
      await new Promise<void>((resolve) => setImmediate(resolve));
  }

  return {
    now: () => now,
    monotonic: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        const at = now + Math.max(0, ms);
        const behind = sleepers.findIndex((s) => s.at > at);
        sleepers.splice(behind < 0 ? sleepers.length : behind, 0, { at, wake });
      }),
    async until(instant) {
      for (await allWait(); (sleepers[0]?.at ?? Infinity) <= instant; await allWait()) {
        const next = sleepers.shift();
        now = next?.at ?? now;
        next?.wake();
      }
      now = instant;
    },
    watched: (store) => ({
      get: (...asked) => watch(store.get(...asked)),
      list: (...asked) => watch(store.list(...asked)),
      commit: (...asked) => watch(store.commit(...asked)),
      due: (...asked) => watch(store.due(...asked)),
      close: () => store.close(),
    }),
  };
}
