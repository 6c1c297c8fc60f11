import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PortBusy } from "./busy.ts";
import { close, serve } from "./exchange.ts";
import { botId, botName, type Person, people, team, tenantId } from "./people.ts";

/** The client ended, or didn't get ready in time; `output` is what it printed. */
export class PlaygroundFailed extends Error {
  readonly output: readonly string[];

  constructor(output: readonly string[]) {
    super(`The Teams client did not start:\n${output.join("\n")}`);
    this.name = "PlaygroundFailed";
    this.output = output;
  }
}

const readyWithin = 60_000;

/** Opens a Teams-like client for the bot at `botUrl`, on this machine only, with the cast as its accounts. */
export async function startPlayground(options: {
  botUrl: string;
  port: number;
  folder: string;
  log: (line: string) => void;
}): Promise<{ port: number; stop(): Promise<void> }> {
  const { botUrl, port, folder, log } = options;
  // The client itself would silently take another port than a busy one.
  await close(await serve(port, async () => {}));
  await mkdir(folder, { recursive: true });
  const config = join(folder, ".m365agentsplayground.yml");
  await writeFile(config, JSON.stringify(configuration(), null, 2));

  const child = spawn(process.execPath, commandLine(botUrl, port), {
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      ...process.env,
      APPLICATION_INSIGHTS_NO_STATSBEAT: "1",
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "playground.log"),
    },
  });
  const stop = () => end(child);
  try {
    if ((await listeningOn(child, log)) !== port) throw new PortBusy(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

const commandLine = (botUrl: string, port: number) => [
  "--import",
  new URL("./loopback.ts", import.meta.url).href,
  fileURLToPath(import.meta.resolve("@microsoft/m365agentsplayground/cli.js")),
  "start",
  ...["--app-endpoint", botUrl, "--channel-id", "msteams", "--port", String(port), "--disable-telemetry"],
];

/** The port that the client says it took, once it is ready. */
function listeningOn(child: ChildProcess, log: (line: string) => void): Promise<number> {
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = () => reject(new PlaygroundFailed(output));
    const timer = setTimeout(fail, readyWithin);
    const read = (line: string) => {
      log(line);
      output.push(line);
      const port = /^Listening on (\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on("line", read);
    child.once("error", reject).once("close", () => {
      clearTimeout(timer);
      fail();
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill();
  await gone;
}

/** What the client's schema asks for; YAML is a superset of JSON. */
const configuration = () => {
  const [currentUser, ...users] = people.map(account);
  return {
    version: "0.1.1",
    tenantId,
    bot: { id: botId, name: botName },
    currentUser,
    users,
    personalChat: { id: "personal-chat-id" },
    groupChat: { id: "group-chat-id", name: "Ryhmäkeskustelu" },
    team,
  };
};

const account = ({ id, name, aadObjectId, givenName, surname, email }: Person) => ({
  ...{ id, name, aadObjectId, givenName, surname, email },
  userPrincipleName: email,
});
