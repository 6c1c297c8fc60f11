import { accept, type Decision, refuse } from "./decision.ts";
import type { PersonId } from "./ids.ts";
import { chained, digestOf, type Entry, type RecordEvent, type RecordHead, startOfRecord } from "./record.ts";
import type { Instant } from "./time.ts";

export type BoxId = `box:${string}`;

/** What one process has taken in of a round's ballots or answers: how many, and its own chain of the record. */
export interface Box {
  kind: "box";
  id: BoxId;
  status: "open" | "closed";
  /** Entries made here; an answer changed later is still one. */
  count: number;
  record: RecordHead;
}

/** A round's boxes, as its header lists them. The box of a process that is gone stays listed. */
export interface Boxes {
  status: Box["status"];
  ids: BoxId[];
  /** Somebody wants to close, and asks the writers to pause. */
  hold?: string;
}

/** The answer came after the closing, or lost against it; it isn't in the result. */
export type RoundClosed = { kind: "roundClosed" };

/** One entry about to be saved. Without `by` the record keeps nothing of it but the box's new count. */
export interface Saved {
  id: string;
  version: number;
  digest: string;
  events: RecordEvent[];
  by?: PersonId;
}

/** So many that all are turned in one batch with the header and what a closing says; later processes share. */
export const MOST_BOXES = 64;

export const noBoxes: Boxes = { status: "open", ids: [] };

export const emptyBox = (id: BoxId): Box => ({ kind: "box", id, status: "open", count: 0, record: startOfRecord });

/** A process's own box while there is room in the header, and then the one that it shares with another process. */
export function boxFor({ ids }: Boxes, own: BoxId): BoxId {
  if (ids.includes(own) || ids.length < MOST_BOXES) return own;
  const sum = [...own].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return ids[sum % ids.length] ?? own;
}

/** The box and its record's next lines once these entries are in, in the batch that gives the box this version. */
export function filled(
  box: Box,
  saved: readonly Saved[],
  { version, at }: { version: number; at: Instant },
): Decision<{ box: Box; entries: Entry[] }, RoundClosed> {
  if (box.status === "closed") return refuse({ kind: "roundClosed" });
  const count = box.count + saved.filter((one) => one.version === 1).length;
  let record = box.record;
  const entries = linesOf(saved, { id: box.id, version, digest: countDigest(count) }).map((line) => {
    const entry = chained(record, { at, ...line });
    record = { seq: entry.seq, head: entry.hash };
    return entry;
  });
  return accept({ box: { ...box, count, record }, entries });
}

/** Pins how many a box held, where nothing may be kept of who or what. */
export const countDigest = (count: number): string => digestOf({ count }, "");

type Line = Pick<Entry, "by" | "events" | "facts">;

/** A line for each named entry, and one for all the others together. */
function linesOf(saved: readonly Saved[], counted: Line["facts"][number]): Line[] {
  const named = saved.flatMap(({ by, events, id, version, digest }) =>
    by ? [{ by, events, facts: [{ id, version, digest }] }] : [],
  );
  const unnamed = saved.filter(({ by }) => !by);
  if (unnamed.length === 0) return named;
  const events = [...new Set(unnamed.flatMap((one) => one.events))].sort();
  return [...named, { by: "ehdolla", events, facts: [counted] }];
}
