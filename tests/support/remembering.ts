import type { Store } from "../../bot/usecases/ports.ts";

/** A store that knows by heart what stands in it, for tests about what is left of something. */
export const remembering = (store: Store, docs: Map<string, string>): Store => ({
  get: (...a) => store.get(...a),
  list: (...a) => store.list(...a),
  due: (...a) => store.due(...a),
  close: () => store.close(),
  async commit(pk, writes) {
    await store.commit(pk, writes);
    for (const write of writes)
      if (write.op === "delete") docs.delete(`${pk} ${write.id}`);
      else docs.set(`${pk} ${write.doc.id}`, JSON.stringify(write.doc.body));
  },
});
