import type { Container, CosmosDiagnostics, JSONObject, OperationInput, OperationResponse } from "@azure/cosmos";
import { AlreadyExists, BatchTooLarge, StaleVersion } from "../usecases/ports.ts";
import { maxBytes, type Step } from "./batch.ts";
import { type Item, itemId } from "./cosmos-item.ts";
import type { Etags } from "./etags.ts";

/** Throttled, or met by another batch on the same documents: nothing of it stands, and it may be sent again. */
const transient = [429, 449];
const patience = 8;

/** No document's: refused with the status of a document that has moved on. */
const nobody = '"nobody"';

/**
 * Writes steps through a transactional batch. The service compares etags and not our versions, so each replace and
 * delete carries the etag that belongs to exactly the version it builds on.
 */
export async function writeBatch(container: Container, etags: Etags, pk: string, steps: readonly Step[]) {
  const operations = await operationsOf(container, etags, pk, steps);
  const bytes = Buffer.byteLength(JSON.stringify(operations));
  if (bytes > maxBytes) throw new BatchTooLarge(`${bytes} bytes in one batch; ${maxBytes} is the most`);
  const results = await answerTo(container, pk, operations);
  for (const [at, step] of steps.entries()) {
    const failed = failedBy(results[at]);
    const etag = results[at]?.eTag;
    if (failed || step.op === "delete" || !etag) etags.forget(pk, idOf(step));
    else etags.note(pk, idOf(step), step.doc.version, etag);
  }
  const first = results.findIndex(failedBy);
  if (first >= 0) throw refusal(pk, steps[first], results[first]?.statusCode);
}

const idOf = (step: Step): string => (step.op === "delete" ? step.id : step.doc.id);

/** The version that must be stored for a step to be allowed. */
const baseOf = (step: Step): number => (step.op === "delete" ? step.version : step.doc.version - 1);

async function operationsOf(container: Container, etags: Etags, pk: string, steps: readonly Step[]) {
  const stored = await storedFor(container, etags, pk, steps);
  // what the batch's own steps have made of a document so far: its version, or nothing
  const made = new Map<string, number | undefined>();
  return steps.map((step) => {
    const id = idOf(step);
    const own = made.has(id) && made.get(id) === baseOf(step);
    const ifMatch = own || step.op === "create" ? undefined : (!made.has(id) && stored.get(id)) || nobody;
    made.set(id, step.op === "delete" ? undefined : step.doc.version);
    return operationOf(pk, step, ifMatch);
  });
}

/** The etags of documents that a batch builds on, where the stored version is the one it expects. */
async function storedFor(container: Container, etags: Etags, pk: string, steps: readonly Step[]) {
  const found = new Map<string, string | undefined>();
  const read = async (step: Step) => {
    const id = idOf(step);
    const known = etags.of(pk, id, baseOf(step));
    const resource = known ? undefined : (await container.item(itemId(id), pk).read<Item>()).resource;
    found.set(id, known ?? (resource?.version === baseOf(step) ? resource._etag : undefined));
  };
  const touched = new Set<string>();
  const needed = steps.filter((step) => {
    const first = !touched.has(idOf(step));
    touched.add(idOf(step));
    return first && step.op !== "create";
  });
  await Promise.all(needed.map(read));
  return found;
}

function operationOf(pk: string, step: Step, ifMatch: string | undefined): OperationInput {
  const guard = ifMatch === undefined ? {} : { ifMatch };
  if (step.op === "delete") return { operationType: "Delete", id: itemId(step.id), ...guard };
  const { type, schema, version, dueAt, json } = step.doc;
  const id = itemId(step.doc.id);
  const fields = { pk, id, type, schema, version, body: JSON.parse(json) };
  const resourceBody: JSONObject = dueAt === null ? fields : { ...fields, dueAt };
  return step.op === "create"
    ? { operationType: "Create", resourceBody }
    : { operationType: "Replace", id, resourceBody, ...guard };
}

/** The service's answer to each operation. A connection that breaks is an error: it may have been done. */
async function answerTo(container: Container, pk: string, operations: OperationInput[]): Promise<OperationResponse[]> {
  for (let tries = 1; ; tries++) {
    const results = await sent(container, pk, operations);
    const failed = results.find(failedBy);
    if (!failed || !transient.includes(failed.statusCode) || tries === patience) return results;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
  }
}

async function sent(container: Container, pk: string, operations: OperationInput[]): Promise<OperationResponse[]> {
  try {
    const { result, code } = await container.items.batch(operations, pk);
    if (!result) throw new Error(`Cosmos DB answered a batch of ${pk} with ${code} and nothing else`);
    return result;
  } catch (error) {
    const statusCode = statusOf(error as { diagnostics?: CosmosDiagnostics });
    if (statusCode === 413 || statusCode === 449) return [{ statusCode, requestCharge: 0 }];
    throw error;
  }
}

/** The client library keeps the status of a refused request only here. */
const statusOf = ({ diagnostics }: { diagnostics?: CosmosDiagnostics }): number | undefined =>
  diagnostics?.clientSideRequestStatistics.gatewayStatistics.at(-1)?.statusCode;

/** 424: another operation's failure took this one down. */
const failedBy = (result: OperationResponse | undefined): boolean =>
  result !== undefined && result.statusCode >= 400 && result.statusCode !== 424;

function refusal(pk: string, step: Step | undefined, status: number | undefined): Error {
  const name = step ? `${pk}/${idOf(step)}` : pk;
  switch (status) {
    case 409:
      return new AlreadyExists(`${name} exists already`);
    case 404:
    case 412:
      return new StaleVersion(`${name} is not at version ${step && baseOf(step)}`);
    case 413:
      return new BatchTooLarge(`${name} is too large for Cosmos DB`);
    default:
      return new Error(`Cosmos DB refused ${name} with status ${status}`);
  }
}
