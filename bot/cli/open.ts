import { type Config, readConfig } from "../config.ts";
import { tenantId } from "../local/people.ts";
import { openStore } from "../storage/open.ts";
import { tenantPk } from "../usecases/listing.ts";
import type { Store } from "../usecases/ports.ts";

/** The settings of this installation, for a command beside the running bot. Throws with all that is wrong in them. */
export function configured(): Config {
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.config;
}

/** Works on the store that the settings name and its lists of groups, and closes it. */
export async function withStore<T>(
  config: Config,
  work: (store: Store, listings: readonly string[]) => Promise<T>,
): Promise<T> {
  const store = await openStore(config);
  try {
    const tenants = config.mode === "local" ? [tenantId] : config.tenants;
    return await work(store, tenants.map(tenantPk));
  } finally {
    await store.close();
  }
}

/** Runs a command; it gives its exit status. What goes wrong is one sentence, and 1. */
export async function command(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
