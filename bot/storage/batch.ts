import { BatchTooLarge, type Write } from "../usecases/ports.ts";
import { currentOf, type Schemas } from "./documents.ts";

export const maxWrites = 100;
export const maxBytes = 2 * 1024 * 1024;

/** One step of a batch as it is stored: the body as JSON, so that what is changed later doesn't reach the disk. */
export type Step =
  | {
      op: "create" | "replace";
      doc: { id: string; type: string; schema: number; version: number; dueAt: number | null; json: string };
    }
  | { op: "delete"; id: string; version: number };

/** The steps of a batch in one partition. Throws BatchTooLarge; a document of another partition is a bug. */
export function stepsOf(pk: string, writes: readonly Write[], table: Schemas): Step[] {
  if (writes.length > maxWrites)
    throw new BatchTooLarge(`${writes.length} writes in one batch; ${maxWrites} is the most`);
  const steps = writes.map((write) => stepOf(pk, write, table));
  const bytes = steps.reduce((sum, step) => sum + bytesOf(step), 0);
  if (bytes > maxBytes) throw new BatchTooLarge(`${bytes} bytes in one batch; ${maxBytes} is the most`);
  return steps;
}

function stepOf(pk: string, write: Write, table: Schemas): Step {
  if (write.op === "delete") return { op: "delete", id: write.id, version: write.version };
  const { id, type, version, dueAt = null, body } = write.doc;
  const schema = write.doc.schema ?? currentOf(type, table).version;
  if (write.doc.pk !== pk) throw new Error(`${type} ${write.doc.pk}/${id} can't be written in a batch of ${pk}`);
  const json = JSON.stringify(body);
  if (json === undefined) throw new Error(`${type} ${pk}/${id} has no body`);
  return { op: write.op, doc: { id, type, schema, version, dueAt, json } };
}

const bytesOf = (step: Step): number =>
  step.op === "delete" ? Buffer.byteLength(step.id) : Buffer.byteLength(step.doc.id) + Buffer.byteLength(step.doc.json);
