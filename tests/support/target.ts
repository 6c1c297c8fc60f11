import type { Store } from "../../bot/usecases/ports.ts";

/** Opens what a test process is pointed at: a file's name, or Cosmos DB's settings as JSON. */
export async function openTarget(target: string): Promise<Store> {
  if (!target.startsWith("{")) return (await import("../../bot/storage/sqlite.ts")).openSqlite(target);
  return (await import("../../bot/storage/cosmos.ts")).openCosmos(JSON.parse(target));
}
