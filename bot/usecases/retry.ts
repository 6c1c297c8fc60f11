import { AlreadyExists, StaleVersion } from "./ports.ts";

/** How long work is decided again while others save in between. */
export const PATIENCE = 8_000;

/** Whether somebody else saved in between, so that deciding again on fresh state helps. */
export const isConflict = (error: unknown): boolean => error instanceof StaleVersion || error instanceof AlreadyExists;

/** Waits a while before the next try, longer each time and never as long as the others. */
export const backOff = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(20 * tries, 500)));
