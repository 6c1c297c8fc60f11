import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { commanded } from "./verifying.ts";

describe("a backup made by command", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const backUp = (dataFolder: string, ...args: string[]) =>
    commanded("backup", { DATA_FOLDER: dataFolder, LOG_LEVEL: "error" }, ...args);

  it("is none where there is no database: a wrong folder doesn't look like a success, and nothing is made in it", async () => {
    for (const dataFolder of [folder, join(folder, "missing")]) {
      const { status, text } = await backUp(dataFolder);
      assert.equal(status, 1, text);
      assert.match(text, /^No backup was made: there is no database at .*ehdolla\.sqlite\. .*DATA_FOLDER/);
    }
    assert.deepEqual(await readdir(folder), []);
  });

  it("says how it is put back, and that messages sent since it was made are sent again", async () => {
    await openSqlite(join(folder, "ehdolla.sqlite")).close();
    const { status, text } = await backUp(folder, join(folder, "copy.sqlite"));
    assert.equal(status, 0, text);
    assert.match(text, /copy\.sqlite: 0 documents, checked\. To restore, stop Ehdolla/);
    assert.match(text, /messages that were on their way in it and have been sent since are sent again/);
  });
});
