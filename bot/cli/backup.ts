import { existsSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "../storage/backup.ts";
import { fileIn, openStore } from "../storage/open.ts";
import { command, configured } from "./open.ts";

/** `npm run backup [FILE]`: copies the database while the bot runs, and checks the copy. Cosmos DB has backups of its own. */
await command(async () => {
  const config = configured();
  const { storage, dataFolder } = config;
  if (storage.kind === "cosmos") {
    process.stderr.write(
      `No backup was made: Ehdolla's data is in Azure Cosmos DB (${storage.endpoint}), which Azure backs up continuously when the account is set so, as infra/data.bicep does. Restore a point in time there.\n`,
    );
    return 2;
  }
  const file = fileIn(dataFolder);
  // opening it would make one
  if (!existsSync(file))
    throw new Error(`No backup was made: there is no database at ${file}. Set DATA_FOLDER as it is set for Ehdolla.`);
  // brings the file up to date and checks it
  await (await openStore(config)).close();
  const [to = join(dataFolder, `backup-${new Date().toISOString().replace(/[:.]/g, "-")}.sqlite`)] =
    process.argv.slice(2);
  const documents = await backUp(file, to);
  process.stdout.write(
    `${to}: ${documents} documents, checked. To restore, stop Ehdolla and put this file in the place of ehdolla.sqlite. Ehdolla then knows nothing of what happened after the backup: messages that were on their way in it and have been sent since are sent again.\n`,
  );
  return 0;
});
