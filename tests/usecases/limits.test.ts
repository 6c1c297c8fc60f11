import assert from "node:assert/strict";
import fc from "fast-check";
import { createLimits } from "../../bot/usecases/limits.ts";
import { simulatedTime } from "../support/simulated.ts";

/** Time that is moved by whoever waits. */
function clockwork() {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  return { monotonic: () => now, sleep };
}

/** Sends as early as the limits let it, one after the other, and gives back when each request went. */
async function sendAll(pauses: readonly number[], thread: (n: number) => string): Promise<{ at: number }[]> {
  const timing = clockwork();
  const limits = createLimits(timing);
  const sent: { at: number }[] = [];
  for (const [n, pause] of pauses.entries()) {
    await timing.sleep(pause);
    for (let wait = await limits.take("t", thread(n), 1); wait > 0; wait = await limits.take("t", thread(n), 1))
      await timing.sleep(wait);
    sent.push({ at: timing.monotonic() });
  }
  return sent;
}

/** The largest number of requests in any stretch of so many milliseconds. */
const most = (times: readonly number[], within: number): number =>
  Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + within).length));

describe("Teams' limits", () => {
  it("hold for a thread in every stretch of time, wherever it begins", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 150 }),
        async (pauses) => {
          const times = (await sendAll(pauses, () => "channel")).map(({ at }) => at);
          for (const [count, within] of [
            [7, 1_000],
            [8, 2_000],
            [60, 30_000],
          ] as const)
            assert(most(times, within) <= count);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("hold for a tenant over all its threads", async () => {
    const times = (await sendAll(Array(400).fill(0), (n) => `chat ${n}`)).map(({ at }) => at);
    assert.equal(most(times, 1_000), 50);
  });

  it("cost a mass of personal messages at most a twentieth of the permitted rate", async () => {
    const sent = await sendAll(Array(5_300).fill(0), (n) => `chat ${n}`);
    const seconds = ((sent.at(-1)?.at ?? 0) + 1_000) / 1_000;
    assert(5_300 / seconds >= 0.95 * 50, `${5_300 / seconds} a second`);
  });

  it("never let a thread pass 1,800 in an hour", async () => {
    const times = (await sendAll(Array(2_000).fill(1_900), () => "channel")).map(({ at }) => at);
    assert(most(times, 3_600_000) <= 1_800);
  });

  it("count a first contact as two requests", async () => {
    const timing = clockwork();
    const limits = createLimits(timing);
    for (let n = 0; n < 25; n++) assert.equal(await limits.take("t", `chat ${n}`, 2), 0);
    assert.equal(timing.monotonic(), 800, "ten requests at a time");
    await limits.take("t", "chat 25", 2);
    assert.equal(timing.monotonic(), 1_020);
  });

  it("hold also for messages that a stall of ours has held up since their turn", async () => {
    const timing = clockwork();
    const limits = createLimits(timing);
    const left: number[] = [];
    for (let n = 0; n < 200; n++) {
      await limits.take("t", `chat ${n}`, 1);
      if (n % 40 === 0) await timing.sleep(130);
      await limits.leave("t", 1);
      left.push(timing.monotonic());
    }
    assert.equal(most(left, 1_000), 50);
  });

  it("give each of many who ask at once a turn of their own, in the order of asking", async () => {
    const time = simulatedTime();
    const limits = createLimits(time);
    const turns: { n: number; at: number }[] = [];
    for (let n = 0; n < 200; n++) limits.take("t", `chat ${n}`, 1).then(() => turns.push({ n, at: time.now() }));
    await time.until(10_000);
    assert.deepEqual(
      turns.map(({ n }) => n),
      Array.from({ length: 200 }, (_, n) => n),
    );
    assert.equal(
      most(
        turns.map(({ at }) => at),
        1_000,
      ),
      50,
    );
    assert.equal(turns.at(-1)?.at, 3 * 1_020 + 800);
  });

  it("don't keep anybody waiting behind a full thread", async () => {
    const timing = clockwork();
    const limits = createLimits(timing);
    for (let n = 0; n < 7; n++) assert.equal(await limits.take("t", "channel", 1), 0);
    assert.equal(await limits.take("t", "channel", 1), 1_020);
    assert.equal(await limits.take("t", "chat", 1), 0);
    assert.equal(timing.monotonic(), 0);
  });
});
