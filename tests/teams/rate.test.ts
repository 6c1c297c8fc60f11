import assert from "node:assert/strict";
import { replyPace } from "../../bot/teams/rate.ts";
import { createLimits } from "../../bot/usecases/limits.ts";

const TENANT = "tenant-1";
const askedToWait = (seconds: number) =>
  Object.assign(new Error("too many"), {
    statusCode: 429,
    response: { headers: { get: (name: string) => (name === "retry-after" ? String(seconds) : undefined) } },
  });

describe("a reply in a chat", () => {
  let now: number;
  let sent: number[];
  const timing = {
    monotonic: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  beforeEach(() => {
    now = 0;
    sent = [];
  });
  const send = async () => void sent.push(now);

  it("has a place among all messages to the same person", async () => {
    const limits = createLimits(timing);
    for (let n = 0; n < 7; n++) assert.equal(await limits.take(TENANT, "person:oskari", 1), 0);
    await replyPace(limits, timing)(TENANT, "person:oskari", send);
    assert(sent[0] !== undefined && sent[0] >= 1_000, `sent after ${sent[0]} ms`);
    for (let n = 0; n < 6; n++) await limits.take(TENANT, "person:oskari", 1);
    assert((await limits.take(TENANT, "person:oskari", 1)) > 0, "a message goes where the reply has gone");
  });

  it("has a place among all messages to the same tenant", async () => {
    const limits = createLimits(timing);
    for (let n = 0; n < 50; n++) await limits.take(TENANT, `person:${n}`, 1);
    await replyPace(limits, timing)(TENANT, "person:oskari", send);
    assert(sent[0] !== undefined && sent[0] >= 1_000, `sent after ${sent[0]} ms`);
  });

  it("waits once, as long as Teams asks, and is then sent", async () => {
    const answers = [askedToWait(2)];
    await replyPace(createLimits(timing), timing)(TENANT, "person:oskari", async () => {
      const error = answers.shift();
      if (error) throw error;
      await send();
    });
    assert(sent[0] !== undefined && sent[0] >= 2_000, `sent after ${sent[0]} ms`);
  });

  it("isn't waited for where it would take longer than a turn lasts, nor sent again where it may have arrived", async () => {
    const pace = replyPace(createLimits(timing), timing);
    const failing = (error: Error) => {
      let tries = 0;
      const attempt = pace(TENANT, "person:oskari", async () => {
        tries++;
        throw error;
      });
      return assert.rejects(attempt, error).then(() => tries);
    };
    assert.equal(await failing(askedToWait(60)), 1);
    assert.equal(await failing(Object.assign(new Error("bad gateway"), { statusCode: 502 })), 1);
    assert.equal(await failing(askedToWait(1)), 2);
    assert(now < 10_000);
  });
});
