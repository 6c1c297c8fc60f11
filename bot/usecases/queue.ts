import { setImmediate } from "node:timers/promises";
import type { Queue } from "./ports.ts";

/** A queue for each key: changes of one round follow each other inside a process instead of colliding in the store. */
export function createQueue(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  const gathering = new Map<string, unknown[]>();
  const queue = <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const run = (tails.get(key) ?? Promise.resolve()).then(work, work);
    const tail = run.then(
      () => {},
      () => {},
    );
    tails.set(key, tail);
    tail.then(() => tails.get(key) === tail && tails.delete(key));
    return run;
  };
  return Object.assign(queue, {
    together<J>(key: string, job: J, run: (jobs: J[]) => Promise<void>): void {
      const waiting = gathering.get(key) as J[] | undefined;
      if (waiting) return void waiting.push(job);
      const jobs = [job];
      gathering.set(key, jobs);
      void queue(key, async () => {
        // so that the sockets that are ready get read first
        await setImmediate();
        gathering.delete(key);
        await run(jobs);
      });
    },
  });
}
