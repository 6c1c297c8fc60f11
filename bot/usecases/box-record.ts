import type { Box, BoxId } from "../domain/box.ts";
import type { RoundId } from "../domain/ids.ts";
import type { Entry } from "../domain/record.ts";
import { boxOf } from "./boxes.ts";
import type { Store, Write } from "./ports.ts";
import { docsOf } from "./round.ts";

interface BoxLines {
  box: BoxId;
  entries: Entry[];
}

/** The document for the lines that a flush adds to a box's record; in order of id they are its chain. */
export function linesDoc(pk: string, box: BoxId, entries: Entry[]): Write {
  const id = `lines:${box}:${String(entries[0]?.seq).padStart(9, "0")}`;
  const body: BoxLines = { box, entries };
  return { op: "create", doc: { pk, id, type: "boxLines", version: 1, body } };
}

/** Every box of a round with its whole chain, for checking the record and counting again. */
export async function boxesOf(store: Store, round: RoundId): Promise<{ box: Box; entries: Entry[] }[]> {
  const found = new Map<BoxId, { box: Box; entries: Entry[] }>();
  for await (const doc of docsOf(store, round, "box")) {
    const { fact: box } = boxOf(doc);
    found.set(box.id, { box, entries: [] });
  }
  for await (const doc of docsOf(store, round, "boxLines")) {
    const { box, entries } = doc.body as BoxLines;
    found.get(box)?.entries.push(...entries);
  }
  return [...found.values()];
}
