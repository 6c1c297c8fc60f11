import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Instant } from "../domain/time.ts";
import { openDoors } from "./doors.ts";
import { people, tenantId } from "./people.ts";
import { startPlayground } from "./playground.ts";

interface Started {
  port: number;
  stop(): Promise<void>;
}

interface Parts {
  clock?: { now(): Instant };
  print(line: string): void;
}

type Start<T extends Started> = (config: Config, parts: Parts) => Promise<T>;

/** A table of six on one machine: the bot, a Teams-like client, and a door for each person. */
export async function startLocal<T extends Started>(
  config: Config,
  start: Start<T>,
  { clock, print = console.log }: { clock?: { now(): Instant }; print?: (line: string) => void } = {},
) {
  const bot = await start({ ...config, tenants: [tenantId] }, { print, ...(clock && { clock }) });
  const playgroundPort = config.port === 0 ? 0 : config.port + 1;
  const closers = [bot.stop];
  try {
    const table = await openDoors({
      botUrl: `http://127.0.0.1:${bot.port}/api/messages`,
      playgroundPort,
      people,
      firstPort: config.port === 0 ? 0 : config.port + 2,
    });
    closers.unshift(table.stop);
    const client = await startPlayground({
      botUrl: table.botUrl,
      port: playgroundPort,
      folder: join(config.dataFolder, "playground"),
      log: () => {},
    });
    closers.unshift(client.stop);
    print(welcome(table.doors));
    return { ...bot, doors: table.doors, stop: () => stopAll(closers) };
  } catch (error) {
    await stopAll(closers);
    throw error;
  }
}

async function stopAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers) await close();
}

const seat = { chair: "puheenjohtaja", secretary: "sihteeri", member: "jäsen", nominee: "jäsen, ehdotettava" } as const;

const welcome = (doors: { person: { name: string; role: keyof typeof seat; locale: string }; url: string }[]): string =>
  [
    "",
    "  Ehdolla is running on this machine only. AUTHENTICATION IS OFF: anyone on it can act as anyone here.",
    "  Avaa istumapaikka selaimeen, kukin omaan välilehteensä / open a seat, each in a tab of its own:",
    "",
    ...doors.map(
      ({ person, url }) =>
        `  ${url}  ${person.name} (${seat[person.role]}${person.locale === "sv" ? ", på svenska" : ""})`,
    ),
    "",
    "  Begin as the chair: open the team's channel, then write to Ehdolla: apua. Ctrl-C ends everything.",
    "",
  ].join("\n");
