import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Compares with tests/snapshots/<name>.json. A missing one is written, except in CI; UPDATE_SNAPSHOTS=1 writes them anew,
 * and the difference is then read in the commit.
 */
export function matchesSnapshot(name: string, value: unknown): void {
  const file = fileURLToPath(new URL(`../snapshots/${name}.json`, import.meta.url));
  const seen = JSON.parse(JSON.stringify(value));
  const mayWrite = process.env.CI !== "true";
  if (mayWrite && (process.env.UPDATE_SNAPSHOTS === "1" || !existsSync(file))) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`);
    return;
  }
  assert.ok(existsSync(file), `there is no snapshot ${name}: run the tests once outside CI and commit it`);
  assert.deepEqual(seen, JSON.parse(readFileSync(file, "utf8")), `differs from snapshot ${name}`);
}
