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

/** The document in its type's current shape. Throws NewerSchema where a newer Ehdolla wrote it. */
export function upgraded(doc: Doc, table = schemas): Doc {
  const { version, upgrade } = currentOf(doc.type, table);
  if (doc.schema > version) {
    throw new NewerSchema(
      `${doc.type} ${doc.pk}/${doc.id} has schema ${doc.schema}, but this Ehdolla knows ${doc.type} only up to ${version}. Start the newer Ehdolla that wrote it.`,
    );
  }
  let body = doc.body;
  for (let from = doc.schema; from < version; from++) {
    const step = upgrade[from];
    if (!step) throw new Error(`No upgrade of ${doc.type} from schema ${from} to ${from + 1}.`);
    body = step(body);
  }
  return doc.schema === version ? doc : { ...doc, schema: version, body };
}
