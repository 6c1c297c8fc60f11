import type { Decision } from "../domain/decision.ts";
import { refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { PersonId, RoundId } from "../domain/ids.ts";
import { holdBoxes } from "./boxes.ts";
import type { Ports, Write } from "./ports.ts";
import { backOff, isConflict, PATIENCE } from "./retry.ts";
import { HEADER, headerOf, openRound, type Round } from "./round.ts";
import { batchOf, writesOf } from "./writes.ts";

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
      if (!changed || isNothing(changed)) return decision;
      const commit = ports.ids.random();
      try {
        const writes = await writesOf(ports, round, changed, by, commit);
        await commitAs(ports, id, commit, await batchOf(ports, round, writes, commit));
        return decision;
      } catch (error) {
        if (!isConflict(error) || performance.now() >= giveUpAt) throw error;
      }
      if (changed.boxes) await holdBoxes(ports, id);
      await backOff(tries);
    }
  });
}

const isNothing = ({ facts, boxes, gone = [], told = [] }: Change): boolean =>
  facts.length === 0 && !boxes && gone.length === 0 && told.length === 0;

/** Saves a batch with this commit's id in the header: by it a commit whose answer got lost is recognised as our own. */
export async function commitAs(ports: Ports, id: RoundId, commit: string, writes: readonly Write[]): Promise<void> {
  try {
    await ports.store.commit(id, writes);
  } catch (error) {
    if (isConflict(error) || !(await isOurs(ports, id, commit))) throw error;
  }
  ports.wake();
}

async function isOurs({ store }: Ports, id: RoundId, commit: string): Promise<boolean> {
  const doc = await store.get(id, HEADER);
  return doc !== undefined && headerOf(doc).commit === commit;
}
