import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openDoors } from "../../bot/local/doors.ts";
import { close, portOf, serve } from "../../bot/local/exchange.ts";
import { people } from "../../bot/local/people.ts";
import { startPlayground } from "../../bot/local/playground.ts";
import { launchBrowser } from "../support/browser.ts";
import { openTab } from "./client.ts";

/** A client, a door for each of the cast and a browser, for the bot at `botUrl`; `tab(n)` opens user-id-n's door, `tabs` several at once. */
export async function openTable(botUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  const { port, doors, playground } = await clientFor(botUrl, folder);
  const browser: Browser = await launchBrowser();
  const tab = (index: number) => openTab(browser, doors.doors[index]?.url ?? "");
  return {
    port,
    browser,
    doors: doors.doors,
    tab,
    /** Loading takes the client longer than anything else. */
    tabs: <N extends number[]>(...indexes: N) => Promise.all(indexes.map(tab)) as Promise<{ [K in keyof N]: Page }>,
    async close() {
      await browser.close();
      await playground.stop();
      await doors.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody else may take the free port before the client does; then it is another. */
async function clientFor(botUrl: string, folder: string, tries = 1) {
  const port = await freePort();
  const doors = await openDoors({ botUrl, playgroundPort: port, people, firstPort: 0 });
  try {
    const playground = await startPlayground({ botUrl: doors.botUrl, port, folder, log: () => {} });
    return { port, doors, playground };
  } catch (error) {
    await doors.stop();
    if ((error as Error).name !== "PortBusy" || tries === 5) throw error;
    return clientFor(botUrl, folder, tries + 1);
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = await serve(0, async () => {});
  const port = portOf(server);
  await close(server);
  return port;
}
