import type { Doc } from "../usecases/ports.ts";

/** A document as Cosmos DB keeps it, without the service's own fields but one. */
export interface Item {
  pk: string;
  id: string;
  type: string;
  schema: number;
  version: number;
  dueAt?: number;
  body: unknown;
  _etag: string;
}

/**
 * An id as Cosmos DB takes it: `~` and two hex digits for signs that it refuses, or loses in addresses. Ids without
 * those signs are in the same order as in SQLite, and ours have none.
 */
export const itemId = (id: string): string =>
  id.replace(/[/\\?#%~]| $/g, (sign) => `~${sign.charCodeAt(0).toString(16)}`);

const plainId = (id: string): string =>
  id.replace(/~(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export function docOf({ pk, id, type, schema, version, dueAt, body }: Item): Doc {
  const doc: Doc = { pk, id: plainId(id), type, schema, version, body };
  return dueAt === undefined ? doc : { ...doc, dueAt };
}
