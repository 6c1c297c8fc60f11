import assert from "node:assert/strict";
import fc from "fast-check";
import { createLimits } from "../../bot/usecases/limits.ts";

/** Sends as early as the limits let it, and gives back when each request went. */
function sendAll(pauses: readonly number[], thread: (n: number) => string): { at: number; thread: string }[] {
  let now = 0;
  const limits = createLimits(() => now);
  return pauses.map((pause, n) => {
    now += pause;
    for (let wait = limits.take("t", thread(n), 1); wait > 0; wait = limits.take("t", thread(n), 1)) now += wait;
    return { at: now, thread: thread(n) };
  });
}

/** The largest number of requests in any stretch of so many milliseconds. */
const most = (times: readonly number[], within: number): number =>
  Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + within).length));

describe("Teams' limits", () => {
  it("hold for a thread in every stretch of time, wherever it begins", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 150 }), (pauses) => {
        const times = sendAll(pauses, () => "channel").map(({ at }) => at);
        for (const [count, within] of [
          [7, 1_000],
          [8, 2_000],
          [60, 30_000],
        ] as const)
          assert(most(times, within) <= count);
      }),
      { numRuns: 50 },
    );
  });

  it("hold for a tenant over all its threads", () => {
    const times = sendAll(Array(400).fill(0), (n) => `chat ${n}`).map(({ at }) => at);
    assert.equal(most(times, 1_000), 50);
  });

  it("cost a mass of personal messages at most a twentieth of the permitted rate", () => {
    const sent = sendAll(Array(5_300).fill(0), (n) => `chat ${n}`);
    const seconds = ((sent.at(-1)?.at ?? 0) + 1_000) / 1_000;
    assert(5_300 / seconds >= 0.95 * 50, `${5_300 / seconds} a second`);
  });

  it("never let a thread pass 1,800 in an hour", () => {
    const times = sendAll(Array(2_000).fill(1_900), () => "channel").map(({ at }) => at);
    assert(most(times, 3_600_000) <= 1_800);
  });

  it("count a first contact as two requests", () => {
    let now = 0;
    const limits = createLimits(() => now);
    for (let n = 0; n < 25; n++) assert.equal(limits.take("t", `chat ${n}`, 2), 0);
    assert(limits.take("t", "chat 25", 2) > 0);
    now = 1_100;
    assert.equal(limits.take("t", "chat 25", 2), 0);
  });
});
