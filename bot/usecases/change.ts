import type { Decision } from "../domain/decision.ts";
import { refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { PersonId, RoundId } from "../domain/ids.ts";
import { holdBoxes } from "./boxes.ts";
import type { Ports } from "./ports.ts";
import { backOff, isConflict, PATIENCE } from "./retry.ts";
import { HEADER, headerOf, openRound, type Round } from "./round.ts";
import { writesOf } from "./writes.ts";

export type NoSuchRound = { kind: "noSuchRound" };
export type Actor = PersonId | "ehdolla";

/**
 * The one place that loads a round, decides, saves with the version that it read, and decides again on fresh state
 * when somebody else saved in between. What must be said because of it is saved in the same batch.
 */
export async function change<S extends Change, R>(
  ports: Ports,
  id: RoundId,
  by: Actor,
  decide: (round: Round) => Promise<Decision<S, R>> | Decision<S, R>,
): Promise<Decision<S, R | NoSuchRound>> {
  return ports.queue(id, async () => {
    const giveUpAt = performance.now() + PATIENCE;
    for (let tries = 1; ; tries++) {
      const round = await openRound(ports, id);
      if (!round) return refuse({ kind: "noSuchRound" });
      const decision = await decide(round);
      const changed = decision.ok ? decision.state : decision.keep;
      if (!changed || (changed.facts.length === 0 && !changed.boxes)) return decision;
      if (await committed(ports, round, changed, by, giveUpAt)) return decision;
      if (changed.boxes) await holdBoxes(ports, id);
      await backOff(tries);
    }
  });
}

/** True once saved; false when somebody else was first and it must be decided again. */
async function committed(ports: Ports, round: Round, changed: Change, by: Actor, giveUpAt: number): Promise<boolean> {
  const commit = ports.ids.random();
  try {
    await ports.store.commit(round.id, await writesOf(ports, round, changed, by, commit));
  } catch (error) {
    const mayRetry = isConflict(error);
    if (mayRetry && performance.now() < giveUpAt) return false;
    if (mayRetry || !(await isOurs(ports, round.id, commit))) throw error;
  }
  ports.wake();
  return true;
}

/** A commit whose answer got lost is recognised by its id in the header. */
async function isOurs({ store }: Ports, id: RoundId, commit: string): Promise<boolean> {
  const doc = await store.get(id, HEADER);
  return doc !== undefined && headerOf(doc).commit === commit;
}
