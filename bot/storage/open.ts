import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Store } from "../usecases/ports.ts";
import { type OnNewer, schemas } from "./documents.ts";
import { openSqlite } from "./sqlite.ts";

/** The embedded store's file in a data folder. */
export const fileIn = (dataFolder: string): string => join(dataFolder, "ehdolla.sqlite");

/** The store that the settings name. Cosmos DB's client is large, and only loaded where it is used. Throws StorageUnavailable. */
export async function openStore(
  { storage, dataFolder, app }: Pick<Config, "storage" | "dataFolder" | "app">,
  onNewer?: OnNewer,
): Promise<Store> {
  if (storage.kind === "sqlite") return openSqlite(fileIn(dataFolder), schemas, onNewer);
  const { endpoint, key } = storage;
  const { openCosmos } = await import("./cosmos.ts");
  return openCosmos({ endpoint, ...(key ? { key } : app ? { clientId: app.id } : {}) }, schemas, onNewer);
}
