import { randomBytes } from "node:crypto";
import { accept } from "../../bot/domain/decision.ts";
import { remember, seen } from "../../bot/domain/facts.ts";
import type { BurstPorts, Press } from "../../bot/usecases/flush.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { createQueue } from "../../bot/usecases/queue.ts";
import { docsOf } from "../../bot/usecases/round.ts";

/** A made-up answer, for rules that hold for ballots and poll answers alike. */
export interface Answer {
  kind: "answer";
  id: string;
  value: string;
  nonces: string[];
}

export const ROUND = "group:kaislaranta";

/** A voter's press: the last value counts, and a nonce seen before has no effect. */
export const press = (voter: number | string, value = "yes", nonce = `${voter} ${value}`): Press<Answer, never> => ({
  id: `answer:${voter}`,
  type: "answer",
  decide: ({ before }) => {
    if (before && seen(before, nonce)) return accept(before);
    return accept({
      kind: "answer",
      id: `answer:${voter}`,
      value,
      nonces: remember(before ?? { nonces: [] }, nonce),
    });
  },
  record: { events: ["questionAnswered"], by: `person:${voter}` },
});

/** A press of which the record may keep nothing that tells voters apart. */
export const secretPress = (voter: number | string, value = "yes"): Press<Answer, never> => ({
  ...press(voter, value),
  record: { events: ["questionAsked"] },
});

/** What stands in the store: each voter's value. */
export async function valuesIn(store: Store): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  for await (const doc of docsOf(store, ROUND, "answer")) {
    const { fact } = doc.body as { fact: Answer };
    values.set(fact.id, fact.value);
  }
  return values;
}

/** What a process of its own needs to take answers in. */
export const burstPorts = (store: Store): BurstPorts => ({
  store,
  clock: { now: Date.now },
  ids: { random: () => randomBytes(10).toString("hex") },
  queue: createQueue(),
});

/** What became of one press, as a process tells it. */
export interface Told {
  id: string;
  value: string;
  ok: boolean;
}

/** Voters `from` to `to`, fifty at a time: every tenth changes the answer once the first is in. */
export async function answerAll(
  put: (one: Press<Answer, never>) => Promise<{ ok: boolean }>,
  [from, to]: [number, number],
  told: (one: Told) => void,
): Promise<void> {
  let next = from;
  const answer = async (voter: number, value: string) => {
    const one = press(voter, value);
    const { ok } = await put(one);
    told({ id: one.id, value, ok });
  };
  const lane = async () => {
    for (let voter = next++; voter < to; voter = next++) {
      await answer(voter, "yes");
      if (voter % 10 === 0) await answer(voter, "no");
    }
  };
  await Promise.all(Array.from({ length: 50 }, lane));
}
