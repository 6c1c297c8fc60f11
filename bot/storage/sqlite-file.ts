import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StorageUnavailable } from "./unavailable.ts";

/** "Ehdo": marks the file as ours. */
const applicationId = 0x4568646f;

/** The steps from an empty file to the present layout. Without row ids, for their order would tell in which order ballots came. */
const steps = [
  `CREATE TABLE docs (
    pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL, version INTEGER NOT NULL,
    due_at INTEGER, body TEXT NOT NULL,
    PRIMARY KEY (pk, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX docs_by_type ON docs (pk, type, id);
  CREATE INDEX docs_due ON docs (due_at, pk, id) WHERE due_at IS NOT NULL;
  PRAGMA application_id = ${applicationId};`,
  "CREATE INDEX docs_due_by_type ON docs (type, due_at, pk, id) WHERE due_at IS NOT NULL",
];
const layout = steps.length;
/** A round of some thousand facts stays in memory while it is busy. */
const cacheKiB = 32 * 1024;

/** Opens or creates the database, checked and ready for several processes. Throws StorageUnavailable. */
export function openFile(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    db = new DatabaseSync(file, { timeout: 5000 });
    db.exec("PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
    db.exec(`PRAGMA cache_size = -${cacheKiB}`);
    refuseForeign(db, file);
    switchToLog(db);
    lay(db);
    check(db, file);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof StorageUnavailable ? error : unavailable(file, error);
  }
}

const number = (db: DatabaseSync, sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0]);

const layoutOf = (db: DatabaseSync): number => number(db, "PRAGMA user_version");

/** Before anything is written: somebody else's database must stay as it is. */
function refuseForeign(db: DatabaseSync, file: string) {
  const empty = number(db, "SELECT count(*) FROM sqlite_schema") === 0;
  if (!empty && number(db, "PRAGMA application_id") !== applicationId) {
    throw new StorageUnavailable(`${file} is another program's database. Name another file, or move this one away.`);
  }
  const found = layoutOf(db);
  if (found > layout) {
    throw new StorageUnavailable(
      `${file} has table layout ${found}, but this Ehdolla knows only up to ${layout}. Start the newer Ehdolla that wrote it, or restore a backup from before.`,
    );
  }
}

/** SQLite doesn't wait for its busy timeout where two processes switch a new file to WAL at once, so we do. */
function switchToLog(db: DatabaseSync, tries = 250) {
  try {
    db.exec("PRAGMA journal_mode = WAL");
  } catch (error) {
    if (resultCode(error) !== busy || tries === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    switchToLog(db, tries - 1);
  }
}

/** Brings an older layout up to date. Two processes may get here at once; the second finds the work done. */
function lay(db: DatabaseSync) {
  if (layoutOf(db) === layout) return;
  db.exec("BEGIN IMMEDIATE");
  for (const step of steps.slice(layoutOf(db))) db.exec(step);
  db.exec(`PRAGMA user_version = ${layout}; COMMIT`);
}

function check(db: DatabaseSync, file: string) {
  const [found] = Object.values(db.prepare("PRAGMA quick_check(1)").get() ?? {});
  if (found !== "ok") throw new StorageUnavailable(damaged(file, String(found).replace(/\s+/g, " ")));
}

const damaged = (file: string, found: string) =>
  `${file} is damaged (${found}). Keep a copy of it, and restore the latest backup in its place.`;

function unavailable(file: string, error: unknown): StorageUnavailable {
  return new StorageUnavailable(advice(file, resultCode(error), (error as Error).message), { cause: error });
}

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const busy = 5;
const corrupt = 11;
const notDatabase = 26;

/** None where the file system refused, and not SQLite. */
function resultCode(error: unknown): number | undefined {
  const { errcode } = error as { errcode?: number };
  return errcode === undefined ? undefined : errcode & 0xff;
}

function advice(file: string, code: number | undefined, message: string): string {
  switch (code) {
    case busy:
      return `${file} is locked by another process (${message}). End that process, or wait until it is ready.`;
    case corrupt:
      return damaged(file, message);
    case notDatabase:
      return `${file} is not a database. Name another file, or move this one away.`;
    default:
      return `${file} can't be opened (${message}). Check that its folder exists, has room, and may be read and written by this user.`;
  }
}
