import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Storage } from "../../bot/config.ts";
import type { LeaseTimes } from "../../bot/usecases/lease.ts";

/** A real bot process; killed as hard as the system can. */
export interface BotProcess {
  url: string;
  kill(): Promise<void>;
  /** Stops it in its tracks, as a machine does that is frozen, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Ends it gracefully. */
  stop(): Promise<void>;
}

/** What is other than usual in a bot process. */
export interface BotOptions {
  storage?: Storage;
  lease?: LeaseTimes;
  sendTimeout?: number;
  /** Its clock shows `at` when the world's shows `from`, and goes so many times faster. */
  pace?: { from: number; at: number; times: number };
  /** Its requests to Teams name their delivery. */
  isTraced?: boolean;
}

/** Starts the bot on a data folder, or on the storage that the options name. */
export async function startBot(folder: string, options: BotOptions = {}): Promise<BotProcess> {
  const url = (port: string) => `http://127.0.0.1:${port}`;
  const { child, said } = await started("tests/support/bot-process.ts", [folder, JSON.stringify(options)]);
  return {
    url: url(said),
    kill: () => end(child, "SIGKILL"),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    stop: () => end(child, "SIGTERM"),
  };
}

/** Starts a script that says "listening …" once it is ready, and gives the rest of that line. */
export async function started(script: string, args: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("listening ")) resolve(line.slice("listening ".length));
    });
    child.once("exit", (code) => reject(new Error(`${script} ended before it listened: ${code}`)));
  });
  return { child, said };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
