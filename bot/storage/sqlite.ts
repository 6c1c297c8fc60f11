import type { DatabaseSync } from "node:sqlite";
import { AlreadyExists, type Doc, type Page, StaleVersion, type Store } from "../usecases/ports.ts";
import { type Step, stepsOf } from "./batch.ts";
import { dueReader, type OnNewer, schemas, upgraded } from "./documents.ts";
import { GroupCommit } from "./group.ts";
import { openFile } from "./sqlite-file.ts";

const columns = "pk, id, type, schema, version, due_at, body";
const pageSize = 1000;

/** The embedded store: one file, which several processes may have open. Throws StorageUnavailable. */
export function openSqlite(file: string, table = schemas, onNewer: OnNewer = () => {}): Store {
  const db = openFile(file);
  const group = new GroupCommit(db);
  const writer = writerOf(db);
  const one = db.prepare(`SELECT ${columns} FROM docs WHERE pk = ? AND id = ?`);
  // named, for without statistics SQLite would walk the whole partition in order of id
  const ofType = db.prepare(
    `SELECT ${columns} FROM docs INDEXED BY docs_by_type WHERE pk = ? AND type = ? AND id > ? ORDER BY id LIMIT ?`,
  );
  const dueBy = db.prepare(
    `SELECT ${columns} FROM docs WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, pk, id LIMIT ?`,
  );
  const dueOfType = db.prepare(
    `SELECT ${columns} FROM docs INDEXED BY docs_due_by_type WHERE due_at IS NOT NULL AND type = ? AND due_at <= ? ORDER BY due_at, pk, id LIMIT ?`,
  );
  for (const select of [one, ofType, dueBy, dueOfType]) select.setReturnArrays(true);
  const read = (row: unknown) => upgraded(docOf(row as Row), table);
  const readDue = dueReader(table, onNewer);

  return {
    async get(pk, id) {
      const row = one.get(pk, id);
      return row && read(row);
    },
    async list(pk, type, { after = "", limit = pageSize } = {}): Promise<Page> {
      const docs = ofType.all(pk, type, after, limit + 1).map(read);
      const last = docs[limit - 1];
      return docs.length > limit && last ? { docs: docs.slice(0, limit), next: last.id } : { docs };
    },
    async commit(pk, writes) {
      const steps = stepsOf(pk, writes, table);
      if (steps.length > 0) await group.submit(() => writer.write(pk, steps));
    },
    async due(now, limit, type) {
      return readDue(limit, (most) =>
        (type === undefined ? dueBy.all(now, most) : dueOfType.all(type, now, most)).map((row) =>
          docOf(row as unknown as Row),
        ),
      );
    },
    async close() {
      if (!db.isOpen) return;
      group.flush();
      try {
        writer.forget();
      } finally {
        db.close();
      }
    },
  };
}

/** In the order of the columns. */
type Row = [pk: string, id: string, type: string, schema: number, version: number, dueAt: number | null, body: string];

function docOf([pk, id, type, schema, version, dueAt, json]: Row): Doc {
  const body: unknown = JSON.parse(json);
  return dueAt === null ? { pk, id, type, schema, version, body } : { pk, id, type, schema, version, body, dueAt };
}

function writerOf(db: DatabaseSync) {
  const create = db.prepare(
    `INSERT INTO docs (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pk, id) DO NOTHING`,
  );
  const replace = db.prepare(
    "UPDATE docs SET type = ?, schema = ?, version = ?, due_at = ?, body = ? WHERE pk = ? AND id = ? AND version = ?",
  );
  const remove = db.prepare("DELETE FROM docs WHERE pk = ? AND id = ? AND version = ?");
  let overwrote = false;

  function step(pk: string, step: Step) {
    if (step.op === "delete") {
      overwrote = true;
      if (remove.run(pk, step.id, step.version).changes === 0) throw stale(pk, step.id, step.version);
      return;
    }
    const { id, type, schema, version, dueAt, json } = step.doc;
    if (step.op === "create") {
      const { changes } = create.run(pk, id, type, schema, version, dueAt, json);
      if (changes === 0) throw new AlreadyExists(`${pk}/${id} exists already`);
      return;
    }
    overwrote = true;
    const { changes } = replace.run(type, schema, version, dueAt, json, pk, id, version - 1);
    if (changes === 0) throw stale(pk, id, version - 1);
  }

  return {
    write(pk: string, steps: readonly Step[]) {
      for (const each of steps) step(pk, each);
    },
    /**
     * Empties the log into the file. secure_delete misses the copies that SQLite leaves behind when it moves a row
     * to another page, so a session that took something away also rewrites the file.
     */
    forget() {
      if (overwrote) db.exec("VACUUM");
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    },
  };
}

const stale = (pk: string, id: string, version: number) => new StaleVersion(`${pk}/${id} is not at version ${version}`);
