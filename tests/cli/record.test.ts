import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tenantId } from "../../bot/local/people.ts";
import { backUp } from "../../bot/storage/backup.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { change } from "../../bot/usecases/change.ts";
import { tellPublished } from "../../bot/usecases/group-record.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { damaged, verifyIn } from "./verifying.ts";

describe("the record, checked from outside", () => {
  let folder: string;
  let file: string;
  let head: string;
  /** The nomination as it was before the last change. */
  let asOfEntry4: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    file = join(folder, "ehdolla.sqlite");
    const ports = testPorts();
    const store = openSqlite(file);
    const here = { ...ports, store };
    const group = aGroup();
    await stored(here, { ...group, place: { ...group.place, tenant: tenantId } }, aCall(), [
      aNomination(),
      aCandidate(),
    ]);
    await tellPublished(here, "call:7f3k");
    for (const reason of ["a", "b", "c"]) {
      asOfEntry4 = JSON.stringify((await store.get("call:7f3k", "nom:01"))?.body);
      await change(here, "call:7f3k", "person:oskari", async (round) => {
        const nomination = await round.get("nomination", "nom:01");
        return {
          ok: true,
          state: { facts: nomination ? [{ ...nomination, reason }] : [], events: ["nominationEdited"] },
        };
      });
    }
    head = (await openRound(here, "call:7f3k"))?.head.head ?? "";
    await store.close();
    await ports.dispose();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (...args: string[]) => verifyIn(folder, ...args);
  const damage = (sql: string) => damaged(folder, sql);
  const CALL = "pk = 'call:7f3k'";

  it("is unbroken when nobody touched it, and says what it can't see without a head", async () => {
    const { status, text } = await run();
    assert.equal(status, 0);
    assert.match(text, /call:7f3k: 5 entries, unbroken/);
    assert.match(text, /Without a head/);
  });

  it("knows a head printed on an appendix, in groups of four", async () => {
    const printed = head.slice(0, 12).replace(/(.{4})(?=.)/g, "$1 ");
    for (const words of [printed.split(" "), [printed.toUpperCase()]]) {
      const { status, text } = await run(...words);
      assert.equal(status, 0, text);
      assert.match(text, /is entry 5 of call:7f3k/);
    }
  });

  it("takes every digit of a head into account, and nothing shorter than what is printed", async () => {
    const [first = ""] = head.match(/.{4}/g) ?? [];
    const other = await run(first, "0000", "0000");
    assert.equal(other.status, 1);
    assert.match(other.text, /is in no record/);
    for (const words of [[head.slice(0, 11)], [" "], [`${head}0`]]) {
      const { status, text } = await run(...words);
      assert.equal(status, 1, text);
      assert.match(text, /is no head of a record/);
    }
  });

  const damages: [string, string, RegExp][] = [
    [
      "a changed entry",
      `UPDATE docs SET body = replace(body, 'nominationEdited', 'consentGiven') WHERE ${CALL} AND id = 'entry:000000004'`,
      /entry 4 was changed/,
    ],
    ["a removed entry", `DELETE FROM docs WHERE ${CALL} AND id = 'entry:000000003'`, /entry 3 is missing/],
    [
      "an inserted entry",
      `INSERT INTO docs SELECT pk, 'entry:000000003a', type, schema, version, due_at, body FROM docs WHERE ${CALL} AND id = 'entry:000000003'`,
      /inserted or swapped at 4/,
    ],
    [
      "two swapped entries",
      `UPDATE docs SET id = CASE id WHEN 'entry:000000003' THEN 'entry:000000003z' ELSE 'entry:000000002z' END WHERE ${CALL} AND id IN ('entry:000000003', 'entry:000000004')`,
      /inserted or swapped at 3/,
    ],
    ["a cut-off end", `DELETE FROM docs WHERE ${CALL} AND id = 'entry:000000005'`, /the end does not fit/],
    [
      "a fact that nobody recorded changing",
      `UPDATE docs SET body = replace(body, 'Sanna Kaislamo', 'Veikko Niemistö') WHERE ${CALL} AND type = 'candidate'`,
      /cand:01 is not as entry/,
    ],
    [
      "a call that is gone with all that is in it",
      `DELETE FROM docs WHERE ${CALL}`,
      /call:7f3k: .*is missing, though entry 2 of group:kaislaranta tells of it/,
    ],
    [
      "a call that is gone from its list",
      `DELETE FROM docs WHERE type = 'listed' AND id = 'call:7f3k'`,
      /call:7f3k: 5 entries, is in no list/,
    ],
    [
      "a call that is gone from its list and its group's record",
      `DELETE FROM docs WHERE (type = 'listed' AND id = 'call:7f3k') OR (pk = 'group:kaislaranta' AND id = 'entry:000000002')`,
      /group:kaislaranta: 1 entries, the end does not fit .*\n.*call:7f3k: 5 entries, is in no list/,
    ],
    [
      "a group that is gone from its tenant's list",
      `DELETE FROM docs WHERE type = 'listed' AND id = 'group:kaislaranta'`,
      /group:kaislaranta: 2 entries, is in no list\n.*call:7f3k: 5 entries, unbroken/,
    ],
    [
      "a group that is gone with all that is in it",
      `DELETE FROM docs WHERE pk = 'group:kaislaranta' OR id = 'group:kaislaranta'`,
      /group:kaislaranta: .*is missing, though there are rounds of it\n.*call:7f3k: 5 entries, is in no list/,
    ],
    [
      "a call whose record was begun anew",
      `UPDATE docs SET body = json_set(body, '$.facts[0].digest', 'x') WHERE pk = 'group:kaislaranta' AND id = 'entry:000000002'`,
      /call:7f3k: .*has another beginning than entry 2 of group:kaislaranta tells/,
    ],
    [
      "a removed nomination",
      `DELETE FROM docs WHERE ${CALL} AND id = 'nom:01'`,
      /nom:01 is gone, and no entry after 5 says so/,
    ],
  ];
  for (const [what, sql, told] of damages)
    it(`shows ${what}`, async () => {
      damage(sql);
      const { status, text } = await run();
      assert.equal(status, 1, text);
      assert.match(text, told);
    });

  it("mentions a call of which only its line in the list is left, which may be a deleted draft", async () => {
    damage(
      "INSERT INTO docs SELECT pk, 'call:gone', type, schema, version, due_at, body FROM docs WHERE id = 'call:7f3k'",
    );
    const { status, text } = await run();
    assert.equal(status, 0, text);
    assert.match(text, /call:gone: 0 entries, only its line in the group's list is left/);
  });

  it("shows an end rewritten together with its header only against a head from outside", async () => {
    damage(`DELETE FROM docs WHERE ${CALL} AND id = 'entry:000000005'`);
    damage(
      `UPDATE docs SET body = json_set(body, '$.record', json_object('seq', 4, 'head', (SELECT json_extract(body, '$.hash') FROM docs WHERE ${CALL} AND id = 'entry:000000004'))) WHERE ${CALL} AND id = 'header'`,
    );
    damage(`UPDATE docs SET body = '${asOfEntry4}' WHERE ${CALL} AND id = 'nom:01'`);
    assert.equal((await run()).status, 0);
    const { status, text } = await run(head.slice(0, 12));
    assert.equal(status, 1);
    assert.match(text, /is in no record/);
  });

  it("is the same in a backup that is put in the database's place", async () => {
    const copy = join(folder, "copy.sqlite");
    const documents = await backUp(file, copy);
    assert(documents > 8);
    await assert.rejects(backUp(file, copy), /never overwrites/);
    await rm(file);
    await (await import("node:fs/promises")).rename(copy, file);
    assert.match((await run(head)).text, /is entry 5 of call:7f3k/);
  });
});
