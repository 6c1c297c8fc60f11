import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { end } from "../support/process.ts";

/** A process under measurement. */
export interface Measured {
  port: number;
  /** Asks by a line on its input, and gives the line that it answers. */
  ask(question: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a script that says "listening <port>" once it answers; anything else that it says answers a question. */
export async function start(script: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  let hear = (_line: string) => {};
  let gone = (_error: Error) => {};
  createInterface({ input: child.stdout }).on("line", (line) => hear(line));
  child.once("exit", (code) => gone(new Error(`${script} has ended: ${code}`)));
  const heard = () =>
    new Promise<string>((resolve, reject) => {
      hear = resolve;
      gone = reject;
    });
  const port = Number((await heard()).replace("listening ", ""));
  const measured: Measured = {
    port,
    ask(question) {
      child.stdin.write(`${question}\n`);
      return heard();
    },
    stop: () => end(child, "SIGTERM"),
  };
  return measured;
}

const BARE = "tests/bench/bare-bot.js";

/** The bot as people write it, which does nothing but answer. */
export const startBare = () => start(BARE);

/** The same with two savings: clients made once, and a plain function for invokes. */
export const startSaving = () => start(BARE, ["--savings"]);

/** Ehdolla as it runs, on a data folder. */
export const startEhdolla = (folder: string) => start("tests/bench/ehdolla-bot.js", [folder]);
