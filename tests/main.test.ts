import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startEhdolla } from "../bot/main.ts";
import { localConfig } from "./support/local.ts";

describe("a stop", () => {
  let folder: string;
  let bot: Running;
  /** Errors that the log was given. */
  let errors: string[];
  let closings: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
    bot = await startEhdolla(localConfig(folder, { logLevel: "error" }));
    errors = [];
    closings = 0;
    const { store, log } = bot.ports;
    const { get, close } = store;
    // a lease that is held is one to give back
    while (!(await get("settler", "lease"))) await new Promise(setImmediate);
    store.close = async () => {
      closings++;
      await close();
    };
    log.error = (_, message) => void errors.push(message);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const takeAway = () => {
    bot.ports.store.get = async () => {
      throw new Error("The store is away.");
    };
  };

  it("gives the lease back, and closes the store", async () => {
    await bot.stop();
    assert.deepEqual([errors, closings], [[], 1]);
  });

  it("while the store is away ends all the same, and says that the lease lapses by itself", async () => {
    takeAway();
    await bot.stop();
    assert.deepEqual([errors.at(-1), closings], ["the lease lapses by itself", 1]);
  });

  it("closes the store whatever else goes wrong", async () => {
    takeAway();
    bot.ports.log.error = () => {
      throw new Error("The disk is full.");
    };
    await assert.rejects(bot.stop(), /The disk is full/);
    assert.equal(closings, 1);
  });
});
