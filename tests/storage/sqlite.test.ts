import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { openFile } from "../../bot/storage/sqlite-file.ts";
import { StorageUnavailable } from "../../bot/storage/unavailable.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { type Opened, storeContract } from "./contract.ts";
import { changeContract, losingOnce } from "./contract-change.ts";
import { aBatch, Model } from "./model.ts";
import { aNote, create, replace } from "./notes.ts";
import { child, countedByTwo, finished, keptOverKill } from "./processes.ts";

const aFolder = () => mkdtempSync(join(tmpdir(), "ehdolla-"));
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

storeContract("SQLite", aStore);
changeContract("SQLite", aStore);

async function aStore(): Promise<Opened> {
  const folder = aFolder();
  const file = join(folder, "data", "ehdolla.db");
  const open: Store[] = [openSqlite(file)];
  const [store] = open as [Store];
  return {
    store,
    async reopen(schemas, onNewer) {
      await store.close();
      const again = openSqlite(file, schemas, onNewer);
      open.push(again);
      return again;
    },
    async second() {
      const other = openSqlite(file);
      open.push(other);
      return other;
    },
    losing: () => losingOnce(store),
    async dispose() {
      for (const each of open) await each.close();
      remove(folder);
    },
  };
}

describe("an SQLite file", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = aFolder();
    file = join(folder, "ehdolla.db");
  });
  afterEach(() => remove(folder));

  it("loses no change between processes that start and write at the same time", async () => {
    const store = openSqlite(file);
    await countedByTwo(store, file);
    await store.close();
  });

  it("is on disk at each commit, lets others read meanwhile, and overwrites what is deleted", () => {
    const db = openFile(file);
    const settings = ["synchronous", "journal_mode", "secure_delete"].map((name) => db.prepare(`PRAGMA ${name}`).get());
    db.close();
    assert.deepEqual(
      settings.flatMap((each) => Object.values(each ?? {})),
      [2, "wal", 1],
    );
  });

  it("may be made by several processes at once", async () => {
    const children = ["x", "y", "z"].map((name) => child("make", file, name));
    await Promise.all(children.map((each) => once(each.stdout, "data")));
    const start = Date.now() + 50;
    for (const each of children) each.stdin.write(String(start));
    await finished(children);
    for (let i = 0; i < 30; i++) {
      const store = openSqlite(`${file}.${i}`);
      assert.equal((await store.list("call:1", "note")).docs.length, 3);
      await store.close();
    }
  });

  it("has every acknowledged write after the processes were killed", async () => {
    await keptOverKill(file, () => openSqlite(file));
  });

  it("answers like a plain map when batches of one moment share a transaction", async () => {
    const store = openSqlite(file);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aBatch, { maxLength: 8 }), { maxLength: 4 }), async (moments) => {
        const model = new Model(`run ${run++}`);
        for (const moment of moments) {
          const batches = moment.map((batch) => model.commit(batch));
          const answers = await Promise.allSettled(batches.map(({ pk, writes }) => store.commit(pk, writes)));
          assert.deepEqual(
            answers.map((answer) => (answer.status === "rejected" ? answer.reason.constructor : undefined)),
            batches.map(({ error }) => error),
          );
        }
        await model.agreesWith(store);
      }),
    );
    await store.close();
  });

  it("has no trace left, once closed, of what was deleted or replaced", async () => {
    const store = openSqlite(file);
    const secret = "Väinö Esimerkki";
    // rows of many sizes, in an order that makes SQLite move them between pages
    const ids = Array.from({ length: 600 }, (_, i) => `n${(i * 7919) % 600}`);
    for (const [i, id] of ids.entries()) {
      await store.commit("call:1", [
        create(aNote({ id, body: `${i % 3 ? "kept" : secret}${"x".repeat((i * 37) % 900)}` })),
      ]);
    }
    for (const [i, id] of ids.entries()) {
      if (i % 6 === 0) await store.commit("call:1", [{ op: "delete", id, version: 1 }]);
      if (i % 6 === 3) await store.commit("call:1", [replace(aNote({ id, version: 2 }))]);
    }
    await store.close();
    assert.deepEqual(readdirSync(folder), ["ehdolla.db"]);
    assert.ok(readFileSync(file).includes("kept"));
    assert.equal(readFileSync(file).includes(secret), false);
  });

  describe("that can't be used", () => {
    const unavailable = (says: RegExp) => (error: unknown) =>
      error instanceof StorageUnavailable && error.message.includes(folder) && says.test(error.message);

    it("names its folder when that can't be made", () => {
      writeFileSync(join(folder, "taken"), "");
      assert.throws(() => openSqlite(join(folder, "taken", "ehdolla.db")), unavailable(/Check that its folder/));
    });

    it("is named when it is a folder itself", () => {
      assert.throws(() => openSqlite(folder), unavailable(/Check that its folder/));
    });

    it("is named when it is no database, and stays as it was", () => {
      writeFileSync(file, "minutes of a meeting ".repeat(100));
      assert.throws(() => openSqlite(file), unavailable(/is not a database/));
      assert.match(readFileSync(file, "utf8"), /^minutes/);
    });

    it("is named when another program made it, and stays as it was", () => {
      const other = new DatabaseSync(file);
      other.exec("CREATE TABLE songs (name)");
      other.close();
      const before = readFileSync(file);
      assert.throws(() => openSqlite(file), unavailable(/another program's/));
      assert.deepEqual(readFileSync(file), before);
    });

    it("is named when a newer Ehdolla laid it out", async () => {
      await openSqlite(file).close();
      const newer = new DatabaseSync(file);
      newer.exec("PRAGMA user_version = 99");
      newer.close();
      assert.throws(() => openSqlite(file), unavailable(/newer Ehdolla/));
    });

    it("of an older layout is brought up to date", async () => {
      const store = openSqlite(file);
      await store.commit("call:1", [create(aNote({ dueAt: 100 }))]);
      await store.close();
      const older = new DatabaseSync(file);
      older.exec("DROP INDEX docs_due_by_type; PRAGMA user_version = 1");
      older.close();
      const opened = openSqlite(file);
      assert.deepEqual(await opened.due(100, 1, "note"), [aNote({ dueAt: 100 })]);
      await opened.close();
    });

    it("is named when it is damaged", async () => {
      const store = openSqlite(file);
      await store.commit("call:1", [create(aNote({ body: "x".repeat(100_000) }))]);
      await store.close();
      const bytes = readFileSync(file);
      bytes.fill(0xff, 4096 * 1 + 8, 4096 * 4);
      writeFileSync(file, bytes);
      assert.throws(() => openSqlite(file), unavailable(/is damaged .*backup/));
    });
  });
});
