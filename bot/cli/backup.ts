import { join } from "node:path";
import { backUp } from "../storage/backup.ts";
import { command, openConfigured } from "./open.ts";

/** `npm run backup [FILE]`: copies the database while the bot runs, and checks the copy. */
await command(async () => {
  const { config, store } = openConfigured();
  await store.close();
  const [to = join(config.dataFolder, `backup-${new Date().toISOString().replace(/[:.]/g, "-")}.sqlite`)] =
    process.argv.slice(2);
  const documents = await backUp(join(config.dataFolder, "ehdolla.sqlite"), to);
  process.stdout.write(
    `${to}: ${documents} documents, checked. To restore, stop Ehdolla and put this file in the place of ehdolla.sqlite.\n`,
  );
  return true;
});
