import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CallId } from "../../bot/domain/ids.ts";
import { tenantId } from "../../bot/local/people.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { change } from "../../bot/usecases/change.ts";
import { burstPorts, press, secretPress } from "../support/answers.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { damaged, verifyIn } from "./verifying.ts";

const NAMED = "call:named";
const SECRET = "call:secret";

describe("the record of ballots and answers, checked from outside", () => {
  let folder: string;

  /** Answers that came in through two processes, some changed through the other one, and secret ballots beside them. */
  async function answered(closed: boolean) {
    const ports = testPorts();
    const store = openSqlite(join(folder, "ehdolla.sqlite"));
    const here = { ...ports, store };
    const group = aGroup();
    const place = { ...group.place, tenant: tenantId };
    await stored(here, { ...group, place }, aCall({ id: NAMED }));
    await stored(here, { ...group, place }, aCall({ id: SECRET }));
    const [a, b] = ["a", "b"].map((me) => createBursts(burstPorts(store), me));
    if (!a || !b) assert.fail();
    for (const voter of [1, 2, 3, 4]) await (voter % 2 ? a : b).put(NAMED, press(voter));
    await b.put(NAMED, press(1, "no"));
    await a.put(NAMED, press(5));
    for (const voter of [1, 2, 3]) await a.put(SECRET, secretPress(voter));
    await a.put(SECRET, secretPress(3, "no"));
    const turn = (id: CallId) =>
      change(here, id, "person:chair", ({ call }) => ({
        ok: true,
        state: { facts: call ? [call] : [], events: ["callClosed"], boxes: "closed" },
      }));
    if (closed) for (const id of [NAMED, SECRET] as const) await turn(id);
    await store.close();
    await ports.dispose();
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  for (const closed of [false, true])
    it(`is unbroken when nobody touched it, ${closed ? "closed" : "while open"}`, async () => {
      await answered(closed);
      const { status, text } = await verifyIn(folder);
      assert.equal(status, 0, text);
      assert.match(text, /call:named: \d+ entries and 2 boxes, unbroken/);
      assert.match(text, /call:secret: \d+ entries and a box, unbroken/);
    });

  const named = `pk = '${NAMED}'`;
  const secret = `pk = '${SECRET}'`;
  const line = (box: string, seq: number) => `type = 'boxLines' AND id = 'lines:box:${box}:00000000${seq}'`;
  const damages: [string, string, RegExp][] = [
    [
      "a changed line",
      `UPDATE docs SET body = replace(body, 'person:1', 'person:9') WHERE ${named} AND ${line("a", 1)}`,
      /box:a: entry 1 was changed/,
    ],
    ["a removed line", `DELETE FROM docs WHERE ${named} AND ${line("a", 2)}`, /box:a: entry 2 is missing/],
    [
      "an inserted line",
      `INSERT INTO docs SELECT pk, id || 'x', type, schema, version, due_at, body FROM docs WHERE ${named} AND ${line("a", 2)}`,
      /box:a: an entry was inserted or swapped at 3/,
    ],
    [
      "two swapped lines",
      `UPDATE docs SET id = CASE WHEN id LIKE '%2' THEN 'lines:box:a:000000003z' ELSE 'lines:box:a:000000001z' END WHERE ${named} AND type = 'boxLines' AND id IN ('lines:box:a:000000002', 'lines:box:a:000000003')`,
      /box:a: an entry was inserted or swapped at 2/,
    ],
    ["a cut-off end", `DELETE FROM docs WHERE ${named} AND ${line("b", 3)}`, /box:b: the end does not fit/],
    [
      "an answer that nobody recorded changing",
      `UPDATE docs SET body = replace(body, '"yes"', '"no"') WHERE ${named} AND id = 'answer:2'`,
      /answer:2 is not as entry/,
    ],
    [
      "an answer put back to what it was before it was changed",
      `UPDATE docs SET body = replace(body, '"value":"no"', '"value":"yes"') WHERE ${named} AND id = 'answer:1'`,
      /answer:1 is not as entry/,
    ],
    [
      "an answer that nobody gave",
      `INSERT INTO docs SELECT pk, 'answer:99', type, schema, version, due_at, body FROM docs WHERE ${named} AND id = 'answer:2'`,
      /no entry tells of answer:99/,
    ],
    [
      "a removed answer",
      `DELETE FROM docs WHERE ${named} AND id = 'answer:2'`,
      /answer:2 is gone, and no entry after 1/,
    ],
    [
      "a box's changed count",
      `UPDATE docs SET body = json_set(body, '$.fact.count', 7) WHERE ${named} AND id = 'box:a'`,
      /box:a: its count is not as its entries say/,
    ],
    [
      "a changed count of secret ballots",
      `UPDATE docs SET body = json_set(body, '$.fact.count', 7) WHERE ${secret} AND id = 'box:a'`,
      /box:a: its count is not as its entries say/,
    ],
    ["a removed box", `DELETE FROM docs WHERE ${named} AND id = 'box:b'`, /box:b: is in the header and missing/],
    [
      "a box put in",
      `INSERT INTO docs SELECT pk, 'box:c', type, schema, version, due_at, replace(body, 'box:b', 'box:c') FROM docs WHERE ${named} AND id = 'box:b'`,
      /box:c: is not in the header/,
    ],
  ];
  for (const [what, sql, told] of damages)
    it(`shows ${what}`, async () => {
      await answered(false);
      damaged(folder, sql);
      const { status, text } = await verifyIn(folder);
      assert.equal(status, 1, text);
      assert.match(text, told);
    });

  it("shows a whole end rewritten with its box once the header has closed it, which nobody can tell before", async () => {
    const rewrite = () => {
      damaged(
        folder,
        `UPDATE docs SET body = json_set(body, '$.fact.count', 2, '$.fact.record', (SELECT json_object('seq', json_extract(body, '$.entries[0].seq'), 'head', json_extract(body, '$.entries[0].hash')) FROM docs WHERE ${named} AND ${line("a", 2)})) WHERE ${named} AND id = 'box:a'`,
      );
      damaged(folder, `DELETE FROM docs WHERE ${named} AND ${line("a", 3)}`);
      damaged(folder, `DELETE FROM docs WHERE ${named} AND id = 'answer:5'`);
    };
    await answered(false);
    rewrite();
    assert.equal((await verifyIn(folder)).status, 0);
    await rm(join(folder, "ehdolla.sqlite"));
    await answered(true);
    rewrite();
    const { status, text } = await verifyIn(folder);
    assert.equal(status, 1, text);
    assert.match(text, /box:a: was changed after the closing/);
  });

  it("shows an answer removed after the closing", async () => {
    await answered(true);
    damaged(folder, `DELETE FROM docs WHERE ${named} AND id = 'answer:1'`);
    const { status, text } = await verifyIn(folder);
    assert.equal(status, 1, text);
    assert.match(text, /call:named: .*, answer:1 is gone, and no entry after/);
  });

  it("shows a box opened again behind the header's back", async () => {
    await answered(true);
    damaged(folder, `UPDATE docs SET body = json_set(body, '$.fact.status', 'open') WHERE ${named} AND id = 'box:b'`);
    assert.match((await verifyIn(folder)).text, /box:b: was changed after the closing/);
  });
});
