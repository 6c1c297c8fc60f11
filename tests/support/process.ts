import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** A bot process that has loaded its code, and starts when it is told to. */
export interface Standby {
  start(): Promise<BotProcess>;
  /** Ends it when it isn't needed. */
  dismiss(): Promise<void>;
}

/** Starts the bot on a data folder, or on the storage that the options name. */
export const startBot = (folder: string, options: BotOptions = {}): Promise<BotProcess> =>
  standBy(folder, options).start();

/** Has a bot process load its code, so that the one that takes another's place needn't be waited for. */
export function standBy(folder: string, options: BotOptions = {}): Standby {
  const child = run("tests/support/bot-process.ts", [folder, JSON.stringify(options)], "pipe");
  return {
    async start() {
      const ready = listening(child);
      child.stdin?.end("start");
      return {
        url: `http://127.0.0.1:${await ready}`,
        kill: () => end(child, "SIGKILL"),
        freeze: () => void child.kill("SIGSTOP"),
        thaw: () => void child.kill("SIGCONT"),
        stop: () => end(child, "SIGTERM"),
      };
    },
    dismiss: () => end(child, "SIGKILL"),
  };
}

/** Starts a script that says "listening …" once it is ready, and gives the rest of that line. */
export async function started(script: string, args: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = run(script, args, "ignore");
  return { child, said: await listening(child) };
}

const run = (script: string, args: readonly string[], stdin: "pipe" | "ignore"): ChildProcess =>
  spawn(process.execPath, [script, ...args], {
    stdio: [stdin, "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "node-compile-cache") },
  });

async function listening(child: ChildProcess): Promise<string> {
  const gone = () => new Error(`${child.spawnargs[1]} ended before it listened: ${child.exitCode ?? child.signalCode}`);
  if (child.exitCode !== null || child.signalCode !== null) throw gone();
  return new Promise((resolve, reject) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).on("line", (line) => {
        if (line.startsWith("listening ")) resolve(line.slice("listening ".length));
      });
    child.once("exit", () => reject(gone()));
  });
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
