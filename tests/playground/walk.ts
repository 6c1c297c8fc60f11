import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tenantId } from "../../bot/local/people.ts";
import { type Running, startEhdolla } from "../../bot/main.ts";
import { localConfig } from "../support/local.ts";
import { openPost } from "./outside.ts";
import { freePort, openTable } from "./table.ts";

/** The real bot with a clock that can be moved forward, at a table of six in the real client. */
export async function openEhdolla(): Promise<{
  bot: Running;
  table: Awaited<ReturnType<typeof openTable>>;
  /** Mail to people outside Teams. */
  post: ReturnType<typeof openPost>;
  /** Moves the bot's clock forward and lets it do what is due. */
  forward(milliseconds: number): void;
  close(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  let moved = 0;
  const clock = { now: () => Date.now() + moved };
  const post = openPost();
  const port = await freePort();
  const bot = await startEhdolla(
    localConfig(folder, { port, publicUrl: `http://127.0.0.1:${port}`, tenants: [tenantId] }),
    { clock, print: post.print },
  );
  const table = await openTable(`http://127.0.0.1:${bot.port}/api/messages`);
  return {
    bot,
    table,
    post,
    forward(milliseconds) {
      moved += milliseconds;
      bot.ports.wake();
    },
    async close() {
      await table.close();
      await bot.stop();
      if (process.env.KEEP_FOLDER) console.log(folder);
      else await rm(folder, { recursive: true });
    },
  };
}
