import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RoundId } from "../../bot/domain/ids.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { readCall } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { type Connector, openConnector } from "../support/connector.ts";
import { teamsClient } from "../support/teams.ts";
import { act, NoAnswer, type World } from "./actions.ts";
import { chanceOf } from "./chance.ts";
import { checkCall } from "./checks.ts";
import { type Accepted, unreliable } from "./faults.ts";
import { type Ledger, newLedger } from "./ledger.ts";
import { checkCards, checkMessages, deliveriesIn, isSettled } from "./messages.ts";
import { Places } from "./places.ts";
import { type Kill, planOf } from "./plan.ts";
import { checkPolls } from "./poll-checks.ts";
import { meetingIds, POLLS } from "./polls.ts";
import { wentWrong } from "./replies.ts";
import { CALLS, GROUP, prepare } from "./scene.ts";

/** How many act at the same time. */
const HANDS = 4;
const roundsIn = async (store: Store): Promise<RoundId[]> => [
  GROUP,
  ...Object.values(CALLS),
  ...POLLS,
  ...(await meetingIds(store, GROUP)),
];

/** What a round of torture came to. */
export interface Survived {
  acknowledged: number;
  inDoubt: number;
  refused: number;
  /** How often somebody was told that something went wrong. */
  wrong: number;
  messages: number;
  repeated: number;
  unknown: number;
}

/** Two instances on one file are killed while people act and Teams fails; then all must be as they were told. Throws where it isn't. */
export async function torture(seed: number, kills: number): Promise<Survived> {
  const folder = await mkdtemp(join(tmpdir(), "ehdolla-"));
  const connector = await openConnector();
  const store = openSqlite(join(folder, "ehdolla.sqlite"));
  const places = new Places(folder);
  try {
    const accepted = unreliable(connector, chanceOf(seed + 2));
    const people = await prepare(store, connector.url);
    await places.fill([0, 1]);
    const ledger = newLedger();
    const world: World = {
      seed,
      store,
      people,
      ledger,
      sent: new Map(),
      now: places.now,
      press: pressing(places, connector, ledger),
    };
    await underFire(world, places, planOf(seed), kills);
    accepted.calm();
    return await judged(world, places, connector, accepted);
  } finally {
    await places.close();
    await connector.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

const pressing =
  (places: Places, { url }: Connector, ledger: Ledger): World["press"] =>
  async (bot, from, verb, data) => {
    const client = teamsClient({ botUrl: (await places.answering(bot)).url, serviceUrl: url });
    const reply = await client.press(from, verb, data).catch((error: Error) => {
      // what fetch throws when the connection is refused or breaks
      throw error instanceof TypeError && error.cause ? new NoAnswer(verb) : error;
    });
    if (!wentWrong(reply)) return reply;
    ledger.wrong++;
    throw new NoAnswer(verb);
  };

async function underFire(world: World, places: Places, plan: ReturnType<typeof planOf>, kills: number): Promise<void> {
  let over = false;
  const hand = async () => {
    while (!over) {
      const action = plan.action();
      await sleep(action.after);
      await act(world, action);
    }
  };
  const hands = Array.from({ length: HANDS }, hand);
  try {
    for (let n = 0; n < kills; n++) await Promise.race([killed(places, plan.kill()), ...hands]);
  } finally {
    over = true;
    await Promise.all(hands);
  }
}

async function killed(places: Places, { after, aim, bots, gone }: Kill): Promise<void> {
  await sleep(after);
  if (aim !== undefined) {
    await places.isAsked(bots);
    await sleep(aim);
  }
  await places.empty(bots, "kill");
  await sleep(gone);
  await places.fill(bots);
}

/** With Teams well again, everything said and nobody at work, what people were told is compared with what there is. */
async function judged({ store, ledger }: World, places: Places, connector: Connector, accepted: Accepted) {
  await settled(store, places);
  await places.empty([0, 1]);
  assert.deepEqual((await verifyRound(store, GROUP))?.damage, []);
  for (const call of Object.values(CALLS)) await checkCall(store, call, ledger.entries);
  await checkPolls(store, ledger.entries);
  const deliveries = await deliveriesIn(store, await roundsIn(store));
  checkMessages(deliveries, accepted.messages);
  await checkCards({ store, clock: places }, deliveries, connector);
  const count = (told: string) => ledger.entries.filter((e) => e.told === told).length;
  return {
    acknowledged: count("yes") + count("late"),
    inDoubt: count("nothing"),
    refused: ledger.refused,
    wrong: ledger.wrong,
    messages: deliveries.length,
    repeated: deliveries.filter((d) => d.repeated).length,
    unknown: deliveries.filter((d) => d.status === "unknown").length,
  };
}

/** Waits until nothing is left to say or to do, and the short call's time is over. */
async function settled(store: Store, { now }: Places): Promise<void> {
  for (let tries = 0; ; tries++) {
    const left = (await deliveriesIn(store, await roundsIn(store))).filter((d) => !isSettled(d));
    const due = await store.due(now(), 1);
    const isOver = (await readCall(store, CALLS.short))?.status !== "open";
    if (left.length === 0 && due.length === 0 && isOver) return;
    if (tries > 600) throw new Error(`It never comes to rest: ${JSON.stringify([left, due])}`);
    await sleep(100);
  }
}
