import { uptime } from "node:os";

/** Where elapsed time is taken from, in milliseconds. */
interface Sources {
  /** Stands still, on some systems, while the machine sleeps. */
  awake(): number;
  /** Goes on in sleep, but on some systems in whole seconds. */
  up(): number;
}

const ours: Sources = { awake: () => performance.now(), up: () => uptime() * 1_000 };

/** Milliseconds since it was made, sleep included, whatever the clock is set to meanwhile. */
export function elapsedTime({ awake, up }: Sources = ours): () => number {
  const since = { awake: awake(), up: up() };
  return () => Math.max(awake() - since.awake, up() - since.up);
}
