import {
  createOperation,
  deleteOperation,
  replaceOperation,
} from "@vercel/cosmosdb-server/lib/handler/_document-operations.js";

export interface Operation {
  operationType: string;
  id?: string;
  ifMatch?: string;
  resourceBody?: { id: string; pk: string };
}

export interface Result {
  statusCode: number;
  requestCharge: number;
  eTag?: string;
}

type Collection = Parameters<typeof createOperation>[0];
type Stored = Parameters<Collection["documents"]["_set"]>[0];

/** What Cosmos DB documents of transactional batches: one after the other, all or nothing, and 424 for the innocent. */
export function batch(collection: Collection, pk: string, operations: readonly Operation[]): Result[] {
  const before = new Map<string, Stored | undefined>();
  const results: Result[] = [];
  for (const operation of operations) {
    const id = operation.resourceBody?.id ?? operation.id ?? "";
    if (!before.has(id)) before.set(id, collection.document(id, pk).read() ?? undefined);
    results.push(one(collection, pk, operation));
    if (failed(results.at(-1))) break;
  }
  if (!failed(results.at(-1))) return results;
  for (const [id, stored] of before) {
    if (collection.document(id, pk).read()) collection.documents.delete(id, pk);
    if (stored) collection.documents._set(stored);
  }
  return operations.map((_, at) => (at === results.length - 1 ? results[at] : undefined) ?? innocent);
}

const innocent: Result = { statusCode: 424, requestCharge: 0 };

export const failed = (result: Result | undefined): boolean => (result?.statusCode ?? 0) >= 400;

function one(collection: Collection, pk: string, operation: Operation): Result {
  const { operationType, resourceBody } = operation;
  if (resourceBody && resourceBody.pk !== pk) return { statusCode: 400, requestCharge: 0 };
  const input = { ...operation, partitionKey: JSON.stringify([pk]) };
  const { statusCode, body } = act(collection, operationType, input);
  const etag = body?._etag;
  return { statusCode, requestCharge: 1, ...(typeof etag === "string" && { eTag: etag }) };
}

function act(
  collection: Collection,
  type: string,
  { id = "", resourceBody, ...rest }: Operation & { partitionKey: string },
) {
  if (type === "Delete") return deleteOperation(collection, { ...rest, id });
  if (!resourceBody) return { statusCode: 400 };
  if (type === "Create") return createOperation(collection, { resourceBody: { ...resourceBody } });
  if (type === "Replace") return replaceOperation(collection, { ...rest, resourceBody: { ...resourceBody } });
  return { statusCode: 400 };
}
