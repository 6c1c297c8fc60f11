import { type BoxId, boxFor, filled, noBoxes, type RoundClosed, type Saved } from "../domain/box.ts";
import { type Decision, refuse } from "../domain/decision.ts";
import type { HeaderFact } from "../domain/facts.ts";
import type { PersonId, RoundId } from "../domain/ids.ts";
import { digestOf, type RecordEvent } from "../domain/record.ts";
import { linesDoc } from "./box-record.ts";
import { type BoxBody, boxOf, joinBoxes } from "./boxes.ts";
import type { NoSuchRound } from "./change.ts";
import { BatchTooLarge, type Doc, type Ports, type Write } from "./ports.ts";
import { isConflict } from "./retry.ts";
import { type Header, headerOf } from "./round.ts";

/** With the box and the lines of its record, a batch is at its hundred. */
export const MOST_ENTRIES = 98;

/** One ballot or answer on its way in. Its document is made, or replaced at the version that the decision saw. */
export interface Press<B extends object, R> {
  /** The document's id: the same voter's next answer has the same. */
  id: string;
  type: string;
  /** Pure, and asked again on fresh state. The body as it was given means that nothing changes: a nonce seen before. */
  decide(now: { before: B | undefined; round: HeaderFact }): Decision<B, R>;
  /** What the record keeps; without `by`, only that something of the kind came in, and the box's count. */
  record: { events: RecordEvent[]; by?: PersonId };
}

export type Answer = Decision<object, unknown>;

/** A press and whoever waits for its answer. */
export interface Waiting {
  press: Press<object, unknown>;
  done(answer: Answer): void;
  failed(error: unknown): void;
}

const roundClosed: RoundClosed = { kind: "roundClosed" };
const noSuchRound: NoSuchRound = { kind: "noSuchRound" };

/** What taking in needs of the world. */
export type BurstPorts = Pick<Ports, "store" | "clock" | "ids" | "queue">;

/** Those that must be decided again on fresh state, and why; all others have been answered. */
export interface Left {
  left: Waiting[];
  why?: unknown;
}

const none: Left = { left: [] };

/** Decides presses on one state of the round, saves what is accepted in one batch, and answers once that is on disk. */
export async function flush(
  ports: BurstPorts,
  round: RoundId,
  own: BoxId,
  header: Doc | undefined,
  group: Waiting[],
): Promise<Left> {
  if (!header) return answered(group, refuse(noSuchRound));
  const { fact, boxes = noBoxes } = headerOf(header);
  const id = boxFor(boxes, own);
  const [box, ...befores] = await Promise.all(
    [id, ...group.map(({ press }) => press.id)].map((each) => ports.store.get(round, each)),
  );
  const accepted = group.flatMap((one, i) => decided(one, befores[i], fact) ?? []);
  if (accepted.length === 0) return none;
  const waiting = accepted.map(({ one }) => one);
  if (!box) {
    return (await joinBoxes(ports, round, id)) ? { left: waiting } : answered(waiting, refuse(roundClosed));
  }
  return saved(ports, box, accepted);
}

function answered(waiting: readonly Waiting[], answer: Answer): Left {
  for (const { done } of waiting) done(answer);
  return none;
}

interface Accepted {
  one: Waiting;
  answer: Answer & { ok: true };
  before: Doc | undefined;
}

/** What is to be saved for one press; nothing when it could be answered at once. */
function decided(one: Waiting, before: Doc | undefined, round: Header["fact"]): Accepted | undefined {
  try {
    const body = before && (before.body as { fact: object }).fact;
    const answer = one.press.decide({ before: body, round });
    if (answer.ok && answer.state !== body) return { one, answer, before };
    one.done(answer);
  } catch (error) {
    one.failed(error);
  }
  return undefined;
}

async function saved(ports: BurstPorts, doc: Doc, accepted: readonly Accepted[]): Promise<Left> {
  const waiting = accepted.map(({ one }) => one);
  const commit = ports.ids.random();
  const sealed = accepted.map((each) => sealedOf(ports, doc.pk, each));
  const version = doc.version + 1;
  const facts = sealed.map(({ saved }) => saved);
  const next = filled(boxOf(doc).fact, facts, { version, at: ports.clock.now() });
  if (!next.ok) return answered(waiting, next);
  const { box, entries } = next.state;
  const body: BoxBody = { fact: box, salt: "", commit };
  const writes: Write[] = [
    ...sealed.map(({ write }) => write),
    { op: "replace", doc: { ...doc, version, body } },
    linesDoc(doc.pk, box.id, entries),
  ];
  try {
    await ports.store.commit(doc.pk, writes);
  } catch (error) {
    const ours = await isOurs(ports, doc, commit);
    if (!ours && (isConflict(error) || (error instanceof BatchTooLarge && waiting.length > 1)))
      return { left: waiting, why: error };
    if (!ours) throw error;
  }
  for (const { one, answer } of accepted) one.done(answer);
  return none;
}

/** The entry's document, and what the box keeps of it. */
function sealedOf(ports: BurstPorts, pk: string, { one, answer, before }: Accepted): { write: Write; saved: Saved } {
  const { id, type, record } = one.press;
  const salt = ports.ids.random();
  const version = (before?.version ?? 0) + 1;
  return {
    write: {
      op: before ? "replace" : "create",
      doc: { pk, id, type, version, body: { fact: answer.state, salt } },
    },
    saved: { id, version, digest: digestOf(answer.state, salt), ...record },
  };
}

/** A commit whose answer got lost is recognised by its id in the box, which a closing leaves there. */
async function isOurs({ store }: BurstPorts, { pk, id }: Doc, commit: string): Promise<boolean> {
  const doc = await store.get(pk, id);
  return doc !== undefined && boxOf(doc).commit === commit;
}
