import assert from "node:assert/strict";
import { torture } from "./round.ts";

const KILLS = 10;

describe("torture", () => {
  it("by kills, lost answers and a Teams that fails loses nothing that was acknowledged, and says nothing twice unseen", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`      seed ${seed}, ${KILLS} kills`);
    const { acknowledged } = await torture(seed, KILLS);
    assert(acknowledged > KILLS, `only ${acknowledged} were acknowledged: the kills come too early`);
  }).timeout(300_000);
});
