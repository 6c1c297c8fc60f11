import { type Doc, StaleVersion, type Store } from "../../bot/usecases/ports.ts";

/** A document whose every field has a value, for rules that look at one of them. */
export const aNote = (fields: Partial<Doc> = {}): Doc => ({
  pk: "call:1",
  id: "a",
  type: "note",
  schema: 1,
  version: 1,
  body: { text: "Ääkkösiä" },
  ...fields,
});

export const create = (doc: Doc) => ({ op: "create", doc }) as const;
export const replace = (doc: Doc) => ({ op: "replace", doc }) as const;

/** Adds one to the counter's body, and again on fresh state whenever somebody else was first. */
export async function increment(store: Store, pk: string, id: string): Promise<void> {
  for (;;) {
    const counter = await store.get(pk, id);
    if (!counter) throw new Error(`${pk}/${id} is missing`);
    const next = { ...counter, version: counter.version + 1, body: Number(counter.body) + 1 };
    try {
      return await store.commit(pk, [replace(next)]);
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}

/** As many writers as `writers`, each adding one `times` times. */
export async function incrementInParallel(
  store: Store,
  doc: Doc,
  { writers, times }: { writers: number; times: number },
) {
  const writer = async () => {
    for (let i = 0; i < times; i++) await increment(store, doc.pk, doc.id);
  };
  await Promise.all(Array.from({ length: writers }, writer));
}
