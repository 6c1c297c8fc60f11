import assert from "node:assert/strict";
import { createLines } from "../../bot/usecases/lines.ts";

describe("the line of those who wait for one recipient", () => {
  it("gives each a place behind the others, and the first one no earlier than it may go", () => {
    const lines = createLines();
    const places = [700, 700, 0, 2_000].map((after) => lines.place("a", 10_000, after));
    assert.deepEqual(places, [10_700, 11_210, 11_720, 12_230]);
    assert.equal(lines.place("b", 10_000, 100), 10_100, "another's line is another's");
  });

  it("lets sixty through in half a minute, and half as many and less once an hour's measure is full", () => {
    const lines = createLines();
    const places = Array.from({ length: 2_500 }, () => lines.place("a", 0, 1));
    const from = (start: number, within: number) => places.filter((at) => at >= start && at < start + within).length;
    assert(places.every((at) => from(at, 30_000) <= 60));
    assert.equal(from(0, 900_000), 1_765);
    assert(from(930_000, 3_600_000) <= 1_800);
  });

  it("is over once its last place has passed", () => {
    const lines = createLines();
    const at = lines.place("a", 0, 1_000);
    assert(lines.stands("a", at - 1));
    assert(!lines.stands("a", at));
  });
});
