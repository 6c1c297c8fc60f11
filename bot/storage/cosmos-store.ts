import type { Container, CosmosClient, SqlQuerySpec } from "@azure/cosmos";
import type { Doc, Store } from "../usecases/ports.ts";
import { stepsOf } from "./batch.ts";
import { writeBatch } from "./cosmos-batch.ts";
import { docOf, type Item, itemId } from "./cosmos-item.ts";
import { dueReader, type OnNewer, type Schemas, upgraded } from "./documents.ts";
import { Etags } from "./etags.ts";

const pageSize = 1000;

const ofType = "SELECT TOP @most * FROM c WHERE c.pk = @pk AND c.type = @type AND c.id > @after ORDER BY c.id";
const dueBy = "SELECT TOP @most * FROM c WHERE c.dueAt <= @now ORDER BY c.dueAt";
const dueOfType = "SELECT TOP @most * FROM c WHERE c.type = @type AND c.dueAt <= @now ORDER BY c.dueAt";

/** A container with partition key /pk as a store; the account must be Strong, or a read misses what others have written. */
export function cosmosStore(client: CosmosClient, container: Container, table: Schemas, onNewer: OnNewer): Store {
  const etags = new Etags();
  const underWay = new Set<Promise<unknown>>();
  const readDue = dueReader(table, onNewer);
  let closed = false;

  /** Closing waits for what has begun, and nothing begins after it. */
  async function open<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new Error("The store is closed.");
    const running = work();
    underWay.add(running);
    try {
      return await running;
    } finally {
      underWay.delete(running);
    }
  }

  function stored(item: Item): Doc {
    const doc = docOf(item);
    etags.note(doc.pk, doc.id, doc.version, item._etag);
    return doc;
  }

  const read = (item: Item): Doc => upgraded(stored(item), table);

  async function query(spec: SqlQuerySpec, options: { partitionKey?: string; maxItemCount: number }): Promise<Doc[]> {
    return (await container.items.query<Item>(spec, options).fetchAll()).resources.map(stored);
  }

  return {
    get: (pk, id) =>
      open(async () => {
        const { resource } = await container.item(itemId(id), pk).read<Item>();
        return resource && read(resource);
      }),
    list: (pk, type, { after = "", limit = pageSize } = {}) =>
      open(async () => {
        const parameters = parametersOf({ most: limit + 1, pk, type, after: itemId(after) });
        const found = await query({ query: ofType, parameters }, { partitionKey: pk, maxItemCount: limit + 1 });
        const docs = found.map((doc) => upgraded(doc, table));
        const last = docs[limit - 1];
        return docs.length > limit && last ? { docs: docs.slice(0, limit), next: last.id } : { docs };
      }),
    commit: (pk, writes) =>
      open(async () => {
        const steps = stepsOf(pk, writes, table);
        if (steps.length > 0) await writeBatch(container, etags, pk, steps);
      }),
    due: (now, limit, type) =>
      open(() =>
        readDue(limit, (most) =>
          query(
            type === undefined
              ? { query: dueBy, parameters: parametersOf({ most, now }) }
              : { query: dueOfType, parameters: parametersOf({ most, now, type }) },
            { maxItemCount: Math.min(most, pageSize) },
          ),
        ),
      ),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
      client.dispose();
    },
  };
}

const parametersOf = (values: Record<string, string | number>) =>
  Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }));
