import { type Doc, NewerSchema } from "../usecases/ports.ts";

/** The shape that a type's bodies have now, and how a body of an older version becomes the next one's. */
export interface Schema {
  version: number;
  upgrade: { [from: number]: (body: unknown) => unknown };
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Types whose shape has changed since the first release; every other type is at version 1. */
export const schemas: Schemas = {};

/** The shape that new documents of a type are written in. */
export const currentOf = (type: string, table: Schemas): Schema => table[type] ?? { version: 1, upgrade: {} };

/** Told of documents that are left undone, for a newer Ehdolla wrote them: once of each type. */
export type OnNewer = (error: NewerSchema) => void;

/**
 * Reads what is due, the longest due first, without what a newer Ehdolla wrote: that waits for it, and nothing behind it
 * does. `find` gives so many of those that are due, as they are stored.
 */
export function dueReader(table: Schemas, onNewer: OnNewer) {
  const told = new Set<string>();
  return async (limit: number, find: (most: number) => Doc[] | Promise<Doc[]>): Promise<Doc[]> => {
    for (let most = limit; ; most *= 2) {
      const found = await find(most);
      const newer = found.filter((doc) => doc.schema > currentOf(doc.type, table).version);
      for (const doc of newer) {
        if (told.has(doc.type)) continue;
        told.add(doc.type);
        onNewer(newerSchema(doc, table));
      }
      const known = newer.length > 0 ? found.filter((doc) => !newer.includes(doc)) : found;
      if (known.length >= limit || found.length < most) return known.slice(0, limit).map((doc) => upgraded(doc, table));
    }
  };
}

const newerSchema = ({ type, pk, id, schema }: Doc, table: Schemas) =>
  new NewerSchema(
    `${type} ${pk}/${id} has schema ${schema}, but this Ehdolla knows ${type} only up to ${currentOf(type, table).version}. Start the newer Ehdolla that wrote it.`,
  );

/** The document in its type's current shape. Throws NewerSchema where a newer Ehdolla wrote it. */
export function upgraded(doc: Doc, table = schemas): Doc {
  const { version, upgrade } = currentOf(doc.type, table);
  if (doc.schema > version) throw newerSchema(doc, table);
  let body = doc.body;
  for (let from = doc.schema; from < version; from++) {
    const step = upgrade[from];
    if (!step) throw new Error(`No upgrade of ${doc.type} from schema ${from} to ${from + 1}.`);
    body = step(body);
  }
  return doc.schema === version ? doc : { ...doc, schema: version, body };
}
