import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { tenantId } from "../local/people.ts";
import { openSqlite } from "../storage/sqlite.ts";
import { tenantPk } from "../usecases/listing.ts";
import type { Store } from "../usecases/ports.ts";

/** The store that this installation's settings name, for a command beside the running bot. */
export function openConfigured(): { config: Config; store: Store; listings: string[] } {
  const read = readConfig(process.env);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const { config } = read;
  const tenants = config.mode === "local" ? [tenantId] : config.tenants;
  return { config, store: openSqlite(join(config.dataFolder, "ehdolla.sqlite")), listings: tenants.map(tenantPk) };
}

/** Runs a command; what goes wrong is one sentence, and the exit status says so. */
export async function command(run: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await run())) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
