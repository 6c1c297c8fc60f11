import assert from "node:assert/strict";
import fc from "fast-check";
import {
  AlreadyExists,
  type Doc,
  type NewDoc,
  StaleVersion,
  type Store,
  type Write,
} from "../../bot/usecases/ports.ts";

/** The error by which a batch is refused. */
type Refused = typeof AlreadyExists | typeof StaleVersion;

type Wish = { op: Write["op"]; id: string; type: string; stale: boolean; dueAt: number | undefined; body: unknown };

/** One batch as fast-check draws it: versions are filled in when the model is known. */
export type Wishes = { pk: string; wishes: Wish[] };

const wish: fc.Arbitrary<Wish> = fc.record({
  op: fc.constantFrom("create", "create", "replace", "replace", "delete"),
  id: fc.constantFrom("a", "b", "c", "ä", "😀"),
  type: fc.constantFrom("note", "ballot"),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  dueAt: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  // what has been through JSON, for that turns -0 into 0
  body: fc.json({ maxDepth: 2 }).map((json) => JSON.parse(json)),
});

export const aBatch: fc.Arbitrary<Wishes> = fc.record({
  pk: fc.constantFrom("call:1", "call:2"),
  wishes: fc.array(wish, { minLength: 1, maxLength: 5 }),
});

/** The store's promises, kept in memory and one batch after the other. `run` keeps the partitions of a run apart. */
export class Model {
  readonly #docs = new Map<string, Doc>();
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  /** The batch to hand to the store, and the error that it must give, if any. */
  commit({ pk: name, wishes }: Wishes): { pk: string; writes: Write[]; error: Refused | undefined } {
    const pk = `${this.#run}/${name}`;
    const before = new Map(this.#docs);
    const writes: Write[] = [];
    let error: Refused | undefined;
    for (const wish of wishes) {
      const held = this.#docs.get(`${pk}/${wish.id}`);
      const read = (held?.version ?? 1) + (wish.stale ? 1 : 0);
      const write = writeOf(pk, wish, read);
      writes.push(write);
      error ??= this.#apply(pk, write, held);
    }
    if (error) {
      this.#docs.clear();
      for (const [key, doc] of before) this.#docs.set(key, doc);
    }
    return { pk, writes, error };
  }

  #apply(pk: string, write: Write, held: Doc | undefined): Refused | undefined {
    if (write.op === "delete") {
      if (held?.version !== write.version) return StaleVersion;
      this.#docs.delete(`${pk}/${write.id}`);
      return undefined;
    }
    if (write.op === "create" && held) return AlreadyExists;
    if (write.op === "replace" && held?.version !== write.doc.version - 1) return StaleVersion;
    this.#docs.set(`${pk}/${write.doc.id}`, { schema: 1, ...write.doc });
    return undefined;
  }

  /** Reads everything back in every way that the port offers. */
  async agreesWith(store: Store): Promise<void> {
    for (const name of ["call:1", "call:2"]) {
      const pk = `${this.#run}/${name}`;
      const mine = [...this.#docs.values()].filter((doc) => doc.pk === pk).sort(by((doc) => doc.id));
      for (const type of ["note", "ballot"]) {
        const { docs } = await store.list(pk, type);
        assert.deepEqual(
          docs,
          mine.filter((doc) => doc.type === type),
        );
      }
      for (const doc of mine) assert.deepEqual(await store.get(pk, doc.id), doc);
      const due = (await store.due(3, 1_000_000)).filter((doc) => doc.pk === pk);
      assert.deepEqual(
        due.map((doc) => doc.dueAt),
        due.map((doc) => doc.dueAt ?? 0).sort((a, b) => a - b),
      );
      assert.deepEqual(
        due.sort(by((doc) => doc.id)),
        mine.filter((doc) => doc.dueAt !== undefined && doc.dueAt <= 3),
      );
    }
  }
}

function writeOf(pk: string, { op, id, type, dueAt, body }: Wish, read: number): Write {
  if (op === "delete") return { op, id, version: read };
  const doc: Doc = { pk, id, type, schema: 1, version: op === "create" ? 1 : read + 1, body };
  return { op, doc: dueAt === undefined ? doc : { ...doc, dueAt } };
}

const by = (key: (doc: NewDoc) => string) => (a: Doc, b: Doc) => (key(a) < key(b) ? -1 : 1);
