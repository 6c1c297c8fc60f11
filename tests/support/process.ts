import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A real bot process on a data folder; killed as hard as the system can. */
export interface BotProcess {
  url: string;
  kill(): Promise<void>;
  /** Ends it gracefully. */
  stop(): Promise<void>;
}

export async function startBot(folder: string): Promise<BotProcess> {
  const child = spawn(process.execPath, ["tests/support/bot-process.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("listening ")) resolve(line.slice("listening ".length));
    });
    child.once("exit", (code) => reject(new Error(`The bot ended before it listened: ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}`, kill: () => end(child, "SIGKILL"), stop: () => end(child, "SIGTERM") };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
