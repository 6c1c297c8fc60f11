import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Told {
  status: number;
  text: string;
}

/** Runs a command with these settings and no others, as an operator would. */
export const commanded = (
  name: "verify-record" | "backup",
  settings: Record<string, string>,
  ...args: string[]
): Promise<Told> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...settings };
    execFile(process.execPath, [`bot/cli/${name}.ts`, ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });

/** Runs `verify-record` on a data folder. */
export const verifyIn = (folder: string, ...args: string[]): Promise<Told> =>
  commanded("verify-record", { DATA_FOLDER: folder }, ...args);

/** Changes the file behind the store's back. */
export function damaged(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, "ehdolla.sqlite"));
  assert((db.prepare(sql).run().changes as number) > 0, "the damage was done");
  db.close();
}
