import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { matchesSnapshot } from "./snapshots.ts";

describe("a snapshot", () => {
  const file = new URL("../snapshots/of-nothing-else.json", import.meta.url);
  const ci = process.env.CI;
  const tidy = () => {
    rmSync(file, { force: true });
    if (ci === undefined) delete process.env.CI;
    else process.env.CI = ci;
  };
  beforeEach(tidy);
  afterEach(tidy);

  it("is written when it is missing, and then held to", () => {
    delete process.env.CI;
    matchesSnapshot("of-nothing-else", { a: 1, gone: undefined });
    matchesSnapshot("of-nothing-else", { a: 1 });
    assert.equal(existsSync(file), true);
    if (process.env.UPDATE_SNAPSHOTS !== "1")
      assert.throws(() => matchesSnapshot("of-nothing-else", { a: 2 }), /differs/);
  });

  it("fails in CI when it is missing, rather than pass unread", () => {
    process.env.CI = "true";
    assert.throws(() => matchesSnapshot("of-nothing-else", {}), /no snapshot/);
    assert.equal(existsSync(file), false);
  });
});
