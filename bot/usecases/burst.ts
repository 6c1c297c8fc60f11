import { setImmediate, setTimeout } from "node:timers/promises";
import type { BoxId, RoundClosed } from "../domain/box.ts";
import type { Decision } from "../domain/decision.ts";
import type { RoundId } from "../domain/ids.ts";
import { releaseBoxes } from "./boxes.ts";
import type { NoSuchRound } from "./change.ts";
import { type BurstPorts, flush, type Left, MOST_ENTRIES, type Press, type Waiting } from "./flush.ts";
import { BatchTooLarge, type Doc } from "./ports.ts";
import { backOff, PATIENCE } from "./retry.ts";
import { HEADER, headerOf } from "./round.ts";

/** A conflict is tried so often with all together before each press goes in singly. */
const TOGETHER = 3;
/** Whoever asked the writers to pause and hasn't closed by then is gone. */
const LONGEST_HOLD = 1_000;

/** Takes in ballots and answers, thousands in a minute, without a document that all of them rewrite. */
export interface Bursts {
  /** Resolves once the answer is on disk, or with the reason why it isn't. Throws when it stays unknown. */
  put<B extends object, R>(round: RoundId, press: Press<B, R>): Promise<Decision<B, R | RoundClosed | NoSuchRound>>;
}

/**
 * The presses of one round that come while a commit is under way go in together. `me` names this process, the same
 * after a restart if that can be, in letters that an id may have; two of one name disturb each other and lose nothing.
 */
export function createBursts(ports: BurstPorts, me: string): Bursts {
  const lanes = new Map<RoundId, Waiting[]>();
  const run = async (round: RoundId, waiting: Waiting[]) => {
    const take = taker(ports, round, `box:${me}`);
    while (waiting.length > 0) {
      // so that the sockets that are ready get read first
      await setImmediate();
      await take(nextGroup(waiting));
    }
    lanes.delete(round);
  };
  return {
    put: (round, press) =>
      new Promise((done, failed) => {
        const one = { press, done, failed } as Waiting;
        const waiting = lanes.get(round);
        if (waiting) return void waiting.push(one);
        const lane = [one];
        lanes.set(round, lane);
        void run(round, lane);
      }),
  };
}

/** Takes the longest waiting out of the line, one for each document; a voter's next answer waits for the first. */
function nextGroup(waiting: Waiting[]): Waiting[] {
  const group = new Map<string, Waiting>();
  const later: Waiting[] = [];
  for (const one of waiting) {
    if (group.size < MOST_ENTRIES && !group.has(one.press.id)) group.set(one.press.id, one);
    else later.push(one);
  }
  waiting.splice(0, waiting.length, ...later);
  return [...group.values()];
}

/** Gets a group of presses in: together, and singly where that doesn't work. Everybody is answered; it never throws. */
function taker(ports: BurstPorts, round: RoundId, own: BoxId): (group: Waiting[]) => Promise<void> {
  const header = pausingReader(ports, round);
  const tried = async (group: Waiting[]): Promise<Left> => {
    try {
      return await flush(ports, round, own, await header(), group);
    } catch (error) {
      for (const { failed } of group) failed(error);
      return { left: [] };
    }
  };
  const singly = async (one: Waiting, giveUpAt: number) => {
    for (let tries = 1; ; tries++) {
      const { left, why } = await tried([one]);
      if (left.length === 0) return;
      if (performance.now() > giveUpAt) return one.failed(why);
      await backOff(tries);
    }
  };
  return async (group) => {
    const giveUpAt = performance.now() + PATIENCE;
    let last: Left = { left: group };
    for (let tries = 1; tries <= TOGETHER && last.left.length > 0 && !(last.why instanceof BatchTooLarge); tries++) {
      last = await tried(last.left);
    }
    for (const one of last.left) await singly(one, giveUpAt);
  };
}

/** Reads the header, and while somebody there asks for a pause, waits with it. */
function pausingReader({ store }: BurstPorts, round: RoundId): () => Promise<Doc | undefined> {
  let seen: { hold: string; at: number } | undefined;
  return async () => {
    for (;;) {
      const doc = await store.get(round, HEADER);
      const hold = doc && headerOf(doc).boxes?.hold;
      if (!doc || !hold) return doc;
      if (seen?.hold !== hold) seen = { hold, at: performance.now() };
      if (performance.now() - seen.at > LONGEST_HOLD) await releaseBoxes(store, doc);
      else await setTimeout(10);
    }
  };
}
