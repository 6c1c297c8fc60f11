import { type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { DeliveryId, RoundId } from "../domain/ids.ts";
import { type Actor, commitAs, type NoSuchRound } from "./change.ts";
import { BatchTooLarge, type Ports, type Write } from "./ports.ts";
import { backOff, isConflict, PATIENCE } from "./retry.ts";
import { HEADER, openRound, type Round, roundAfter } from "./round.ts";
import { batchOf, type Writes, writesOf } from "./writes.ts";

/** A batch takes at most so many documents of the changes themselves, and one for what of the messages doesn't fit. */
const MOST = 99;
/** After so many conflicts each goes in on its own. */
const TOGETHER = 3;

type Answer = Decision<Change, unknown>;
/** A round for a decision that others are saved with: what they change can't be listed, only got. */
export type Gettable = Omit<Round, "list">;

/** One change, and whoever waits for its answer. */
interface Waiting {
  by: Actor;
  decide(round: Gettable): Promise<Answer>;
  done(answer: Answer): void;
  failed(error: unknown): void;
}

/**
 * As `change`, for decisions that come by the hundred: those that come while a batch is on its way are decided one after
 * the other, each on the state that the one before leaves, and saved in one batch.
 */
export const changeTogether = <S extends Change, R>(
  ports: Ports,
  id: RoundId,
  by: Actor,
  decide: (round: Gettable) => Promise<Decision<S, R>>,
): Promise<Decision<S, R | NoSuchRound>> =>
  new Promise((done, failed) => {
    const one = { by, decide, done, failed } as Waiting;
    ports.queue.together(id, one, (waiting) => saveAll(ports, id, waiting));
  });

/** Gets everybody's change in, batch by batch. All are answered, each once what its answer builds on is saved. */
async function saveAll(ports: Ports, id: RoundId, all: readonly Waiting[]): Promise<void> {
  let waiting = all;
  let tries = 1;
  let giveUpAt = performance.now() + PATIENCE;
  while (waiting.length > 0) {
    const { decided, error } = await saved(ports, id, tries > TOGETHER ? waiting.slice(0, 1) : waiting);
    if (isConflict(error) && performance.now() < giveUpAt) {
      await backOff(tries++);
    } else if (error instanceof BatchTooLarge && decided.length > 1) {
      tries = TOGETHER + 1;
    } else {
      for (const { answer, failed } of decided) error ? failed(error) : answer();
      waiting = waiting.slice(decided.length);
      tries = 1;
      giveUpAt = performance.now() + PATIENCE;
    }
  }
}

/** Who is answered once the batch is saved, or told why it isn't. */
interface Decided {
  answer(): void;
  failed(error: unknown): void;
}

/** Decides as many as fit one batch, and saves it; an error is all of theirs. */
async function saved(
  ports: Ports,
  id: RoundId,
  waiting: readonly Waiting[],
): Promise<{ decided: Decided[]; error?: unknown }> {
  const commit = ports.ids.random();
  const own = new Map<string, Write>();
  const said = new Map<string, Write>();
  const redraw = new Set<DeliveryId>();
  const decided: Decided[] = [];
  try {
    let round = await openRound(ports, id);
    for (const one of waiting) {
      const next = await decidedOn(ports, round, one, commit).catch((error: unknown) => ({ error }));
      // what can't be decided, or not be saved with the others, comes first in the next batch
      if (decided.length > 0 && ("error" in next || !fits(own, said, next.writes))) break;
      decided.push({ answer: () => "answer" in next && one.done(next.answer), failed: one.failed });
      if ("error" in next) throw next.error;
      for (const write of next.writes.own) own.set(idOf(write), write);
      for (const write of next.writes.said) said.set(idOf(write), write);
      for (const live of next.writes.redraw) redraw.add(live);
      if (round) round = roundAfter(ports, round, [...next.writes.own, ...next.writes.said]);
    }
    for (const id of [...own.keys(), ...said.keys()]) redraw.delete(id as DeliveryId);
    const writes = { own: [...own.values()], said: [...said.values()], redraw: [...redraw] };
    if (round && own.size > 0) await commitAs(ports, id, commit, await batchOf(ports, round, writes, commit));
    return { decided };
  } catch (error) {
    return { decided: decided.length > 0 ? decided : waiting.map(({ failed }) => ({ answer() {}, failed })), error };
  }
}

/** One decision, and what it writes on top of what the round holds by then. */
async function decidedOn(
  ports: Ports,
  round: Round | undefined,
  { by, decide }: Waiting,
  commit: string,
): Promise<{ answer: Answer; writes: Writes }> {
  const nothing = { own: [], said: [], redraw: [] };
  if (!round) return { answer: refuse<NoSuchRound>({ kind: "noSuchRound" }), writes: nothing };
  const answer = await decide(round);
  const changed = answer.ok ? answer.state : answer.keep;
  const writes = changed && changed.facts.length > 0 ? await writesOf(ports, round, changed, by, commit) : nothing;
  return { answer, writes };
}

/** One batch replaces a document once: the header by the last change, any other by one change only. */
const fits = (own: ReadonlyMap<string, Write>, said: ReadonlyMap<string, Write>, more: Writes): boolean =>
  own.size + more.own.length <= MOST &&
  ![...more.own, ...more.said].map(idOf).some((id) => id !== HEADER && (own.has(id) || said.has(id)));

const idOf = (write: Write): string => (write.op === "delete" ? write.id : write.doc.id);
