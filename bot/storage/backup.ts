import { existsSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";
import { openFile } from "./sqlite-file.ts";

/** Copies a database that may be in use and checks the copy by opening it. Returns how many documents it holds. */
export async function backUp(file: string, to: string): Promise<number> {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  if (existsSync(to)) throw new Error(`${to} exists already; a backup never overwrites.`);
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
  const copy = openFile(to);
  try {
    return Number(copy.prepare("SELECT count(*) AS n FROM docs").get()?.n);
  } finally {
    copy.close();
  }
}
