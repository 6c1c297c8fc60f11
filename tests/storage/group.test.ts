import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { GroupCommit } from "../../bot/storage/group.ts";

describe("a group commit", () => {
  let folder: string;
  let db: DatabaseSync;
  let other: DatabaseSync;
  let group: GroupCommit;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ehdolla-"));
    db = new DatabaseSync(join(folder, "group.db"), { timeout: 0 });
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY, parent REFERENCES rows DEFERRABLE INITIALLY DEFERRED)");
    other = new DatabaseSync(join(folder, "group.db"), { timeout: 0 });
    group = new GroupCommit(db);
  });
  afterEach(() => {
    db.close();
    other.close();
    rmSync(folder, { recursive: true });
  });

  const row =
    (id: number, parent: number | null = null) =>
    () => {
      db.prepare("INSERT INTO rows VALUES (?, ?)").run(id, parent);
    };
  const seen = () =>
    other
      .prepare("SELECT id FROM rows ORDER BY id")
      .all()
      .map(({ id }) => id);
  const outcomes = async (jobs: (() => void)[]) =>
    (await Promise.allSettled(jobs.map((job) => group.submit(job)))).map(({ status }) => status);

  it("answers nobody before the commit is seen by others", async () => {
    const seenWhenAnswered: unknown[] = [];
    await Promise.all([1, 2, 3].map(async (id) => seenWhenAnswered.push(await group.submit(row(id)).then(seen))));
    assert.deepEqual(seenWhenAnswered, [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it("shows each job what the ones before it wrote, and nothing of one that failed", async () => {
    const wrong = new Error("no");
    const jobs = [
      row(1),
      () => {
        row(2)();
        throw wrong;
      },
      () =>
        assert.deepEqual(
          db
            .prepare("SELECT id FROM rows")
            .all()
            .map(({ id }) => id),
          [1],
        ),
    ];
    assert.deepEqual(await outcomes(jobs), ["fulfilled", "rejected", "fulfilled"]);
    assert.deepEqual(seen(), [1]);
  });

  it("rejects everybody when the commit itself fails, and goes on afterwards", async () => {
    assert.deepEqual(await outcomes([row(1), row(2, 99), row(3)]), ["rejected", "rejected", "rejected"]);
    assert.deepEqual(seen(), []);
    assert.deepEqual(await outcomes([row(1)]), ["fulfilled"]);
  });

  it("rejects everybody when a job's failure ended the whole transaction", async () => {
    const fatal = () => {
      db.exec("ROLLBACK");
      throw new Error("disk I/O error");
    };
    await Promise.all([row(1), fatal, row(2)].map((job) => assert.rejects(group.submit(job), /disk I\/O error/)));
    assert.deepEqual(seen(), []);
  });

  it("rejects everybody when it can't begin, and goes on afterwards", async () => {
    other.exec("BEGIN IMMEDIATE");
    assert.deepEqual(await outcomes([row(1), row(2)]), ["rejected", "rejected"]);
    other.exec("ROLLBACK");
    assert.deepEqual(await outcomes([row(1)]), ["fulfilled"]);
  });

  it("commits what is waiting at once when asked to", async () => {
    const committed = group.submit(row(1));
    group.flush();
    assert.deepEqual(seen(), [1]);
    await committed;
  });
});
