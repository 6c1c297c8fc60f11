import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Told {
  status: number;
  text: string;
}

/** Runs `verify-record` on a data folder, as an operator would. */
export const verifyIn = (folder: string, ...args: string[]): Promise<Told> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, DATA_FOLDER: folder };
    execFile(process.execPath, ["bot/cli/verify-record.ts", ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error ? 1 : 0, text: stdout + stderr }),
    );
  });

/** Changes the file behind the store's back. */
export function damaged(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, "ehdolla.sqlite"));
  assert((db.prepare(sql).run().changes as number) > 0, "the damage was done");
  db.close();
}
