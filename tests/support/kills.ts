import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { type Connector, conversationOf, openConnector } from "./connector.ts";
import { killPoints } from "./kill-points.ts";
import { type Standby, standBy } from "./process.ts";
import { type Client, teamsClient } from "./teams.ts";

/** Each takes over from the one before in a moment, so that kills fall in what the settler does too. */
const options = { isTraced: true, lease: { takeOverAfter: 40, renewAfter: 10 } };

/** Bots on one data folder, of which one after the other is killed at a chosen point of what is done with it. */
export interface Kills {
  connector: Connector;
  seed: number;
  /** A small generator of our own, so that a failure can be repeated by its seed. */
  chance(): number;
  openStore(): Store;
  /** So many times: a bot starts, acts, and is killed. `begins` tells which of the steps begins. */
  run(count: number, act: (client: Client, n: number, begins: (step: number) => void) => Promise<void>): Promise<void>;
  /** One more says all that is still to be said. */
  settle(): Promise<void>;
  /** What came to Teams, each with the conversation that it came to. */
  messages(): { conversation: string; call: Connector["calls"][number] }[];
  end(): Promise<void>;
}

/** `steps`: how often a kill falls in each press, and last in what goes on after them. */
export async function kills(seed: number, steps: readonly number[]): Promise<Kills> {
  const folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  const connector = await openConnector();
  let next: Standby = standBy(folder, options);
  let state = seed;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const points = killPoints(steps, chance);
  const openStore = () => openSqlite(join(folder, "ehdolla.sqlite"));
  return {
    connector,
    seed,
    chance,
    openStore,
    async run(count, act) {
      for (let n = 0; n < count; n++) {
        const bot = await next.start();
        next = standBy(folder, options);
        const client = teamsClient({ botUrl: bot.url, serviceUrl: connector.url });
        const { begins, time } = points.next();
        const acted = act(client, n, begins).then(
          () => {
            begins(steps.length - 1);
            return time;
          },
          () => {},
        );
        await Promise.race([time, acted]);
        await bot.kill();
        await acted;
      }
    },
    async settle() {
      const bot = await next.start();
      const store = openStore();
      // what waits for its turn with one recipient is due a little later
      const left = () => store.due(Date.now() + 3_600_000, 5, "delivery");
      for (let waited = 0; waited < 2_400 && (await left()).length > 0; waited++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const unsettled = await left();
      await store.close();
      await bot.stop();
      assert.deepEqual(unsettled, []);
    },
    messages: () =>
      connector.calls.flatMap((call) => {
        const conversation = conversationOf(call);
        return conversation ? [{ conversation, call }] : [];
      }),
    async end() {
      await next.dismiss();
      await connector.close();
      await rm(folder, { recursive: true });
    },
  };
}
