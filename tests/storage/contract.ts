import assert from "node:assert/strict";
import fc from "fast-check";
import { type OnNewer, type Schemas, schemas } from "../../bot/storage/documents.ts";
import { AlreadyExists, BatchTooLarge, NewerSchema, StaleVersion, type Store } from "../../bot/usecases/ports.ts";
import { aBatch, Model } from "./model.ts";
import { aNote, create, incrementInParallel, replace } from "./notes.ts";

/** One set of data, empty at first. */
export interface Opened {
  store: Store;
  /** Closes `store` and opens the same data again, with other schemas when given. */
  reopen(schemas?: Schemas, onNewer?: OnNewer): Promise<Store>;
  /** Another connection to the same data. */
  second(): Promise<Store>;
  /** The same connection, whose next commit is saved while its answer gets lost. */
  losing(): Store;
  dispose(): Promise<void>;
}

/** What every storage promises to the use cases. `runs`: how many random histories are tried. */
export function storeContract(name: string, open: () => Promise<Opened>, { runs = 100 } = {}): void {
  describe(`${name} as a store`, () => {
    let opened: Opened;
    let store: Store;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    describe("a batch", () => {
      it("gives back what was written", async () => {
        const note = aNote({ dueAt: 1_700_000_000_000, body: { text: 'Ää "😀"\u0000\n', list: [1, null, true, 0.5] } });
        await store.commit(note.pk, [create(note)]);
        assert.deepEqual(await store.get(note.pk, note.id), note);
      });

      it("knows nothing of a document that nobody wrote", async () => {
        assert.equal(await store.get("call:1", "a"), undefined);
        assert.deepEqual(await store.list("call:1", "note"), { docs: [] });
      });

      it("keeps partitions apart", async () => {
        await store.commit("call:1", [create(aNote())]);
        await store.commit("call:2", [create(aNote({ pk: "call:2", body: 2 }))]);
        assert.equal((await store.get("call:2", "a"))?.body, 2);
        assert.equal((await store.list("call:1", "note")).docs.length, 1);
      });

      it("refuses a document of another partition", async () => {
        await assert.rejects(store.commit("call:2", [create(aNote())]), /call:1/);
        assert.equal(await store.get("call:1", "a"), undefined);
      });

      it("stores the body as it was when it was handed over", async () => {
        const body = { text: "before" };
        const committed = store.commit("call:1", [create(aNote({ body }))]);
        body.text = "after";
        await committed;
        assert.deepEqual((await store.get("call:1", "a"))?.body, { text: "before" });
      });

      it("is all or nothing", async () => {
        await store.commit("call:1", [create(aNote()), create(aNote({ id: "b" }))]);
        const batch = [
          replace(aNote({ version: 2, body: "new" })),
          { op: "delete", id: "b", version: 1 } as const,
          create(aNote({ id: "c" })),
          create(aNote({ id: "a" })),
        ];
        await assert.rejects(store.commit("call:1", batch), AlreadyExists);
        assert.deepEqual((await store.list("call:1", "note")).docs, [aNote(), aNote({ id: "b" })]);
      });

      it("stands or falls alone among batches of the same moment", async () => {
        const results = await Promise.allSettled([
          store.commit("call:1", [create(aNote())]),
          store.commit("call:1", [create(aNote({ id: "b" })), replace(aNote({ id: "b", version: 7 }))]),
          store.commit("call:1", [create(aNote({ id: "c" }))]),
        ]);
        assert.deepEqual(
          results.map((result) => result.status),
          ["fulfilled", "rejected", "fulfilled"],
        );
        assert.deepEqual(
          (await store.list("call:1", "note")).docs.map((doc) => doc.id),
          ["a", "c"],
        );
      });

      it("holds up to a hundred writes, and not one more", async () => {
        const notes = Array.from({ length: 101 }, (_, i) => create(aNote({ id: `n${i}` })));
        await assert.rejects(store.commit("call:1", notes), BatchTooLarge);
        assert.equal((await store.list("call:1", "note")).docs.length, 0);
        await store.commit("call:1", notes.slice(1));
        assert.equal((await store.list("call:1", "note")).docs.length, 100);
      });

      it("holds nearly two megabytes, counted in bytes and not in characters", async () => {
        const half = (id: string, letters: number) => create(aNote({ id, body: "ä".repeat(letters) }));
        await assert.rejects(store.commit("call:1", [half("a", 500_000), half("b", 600_000)]), BatchTooLarge);
        assert.equal(await store.get("call:1", "a"), undefined);
        await store.commit("call:1", [half("a", 500_000), half("b", 400_000)]);
        assert.equal(String((await store.get("call:1", "b"))?.body).length, 400_000);
      });

      it("holds no document that is larger by itself, counted with what JSON adds", async () => {
        const quotes = aNote({ body: '"'.repeat(1_100_000) });
        await assert.rejects(store.commit("call:1", [create(quotes)]), BatchTooLarge);
        assert.equal(await store.get("call:1", "a"), undefined);
      });

      it("replaces or deletes a hundred at once", async () => {
        const notes = Array.from({ length: 100 }, (_, i) => aNote({ id: `n${i}` }));
        await store.commit("call:1", notes.map(create));
        await store.commit(
          "call:1",
          notes.map((note) => replace({ ...note, version: 2 })),
        );
        await store.commit(
          "call:1",
          notes.map(({ id }) => ({ op: "delete", id, version: 2 })),
        );
        assert.deepEqual((await store.list("call:1", "note")).docs, []);
      });

      it("takes ids with any sign in them", async () => {
        const ids = ["/", "\\", "?q=1", "#", "%2F", "~2f", " ", "a ", "a/b", "'", '"', "+&", "../x", "ä/😀?"];
        for (const id of ids) {
          const note = aNote({ id, dueAt: 100 });
          await store.commit("call:1", [create(note)]);
          assert.deepEqual(await store.get("call:1", id), note);
          await store.commit("call:1", [replace({ ...note, version: 2 })]);
        }
        const everywhere = [(await store.list("call:1", "note")).docs, await store.due(100, 100)];
        for (const docs of everywhere) assert.deepEqual(docs.map(({ id }) => id).sort(), ids.toSorted());
        for (const id of ids) await store.commit("call:1", [{ op: "delete", id, version: 2 }]);
        assert.deepEqual((await store.list("call:1", "note")).docs, []);
      });

      it("may be empty", async () => {
        await store.commit("call:1", []);
      });
    });

    describe("a version", () => {
      it("rises by one at each replace", async () => {
        await store.commit("call:1", [create(aNote())]);
        await store.commit("call:1", [replace(aNote({ version: 2, body: "new" }))]);
        assert.deepEqual(await store.get("call:1", "a"), aNote({ version: 2, body: "new" }));
      });

      for (const version of [1, 2, 4]) {
        it(`refuses ${version} over 2`, async () => {
          await store.commit("call:1", [create(aNote())]);
          await store.commit("call:1", [replace(aNote({ version: 2 }))]);
          await assert.rejects(store.commit("call:1", [replace(aNote({ version, body: "new" }))]), StaleVersion);
          assert.deepEqual(await store.get("call:1", "a"), aNote({ version: 2 }));
        });
      }

      it("refuses to replace or delete what isn't there", async () => {
        await assert.rejects(store.commit("call:1", [replace(aNote({ version: 2 }))]), StaleVersion);
        await assert.rejects(store.commit("call:1", [{ op: "delete", id: "a", version: 1 }]), StaleVersion);
      });

      it("refuses to delete another version than the one that was read", async () => {
        await store.commit("call:1", [create(aNote())]);
        await assert.rejects(store.commit("call:1", [{ op: "delete", id: "a", version: 2 }]), StaleVersion);
        await store.commit("call:1", [{ op: "delete", id: "a", version: 1 }]);
        assert.equal(await store.get("call:1", "a"), undefined);
      });

      it("refuses to create what exists, and may create it again after it was deleted", async () => {
        await store.commit("call:1", [create(aNote())]);
        await assert.rejects(store.commit("call:1", [create(aNote({ body: "new" }))]), AlreadyExists);
        await store.commit("call:1", [{ op: "delete", id: "a", version: 1 }]);
        await store.commit("call:1", [create(aNote({ body: "new" }))]);
        assert.equal((await store.get("call:1", "a"))?.body, "new");
      });

      it("may be replaced or deleted by a connection that never read it", async () => {
        await store.commit("call:1", [create(aNote()), create(aNote({ id: "b" }))]);
        const other = await opened.second();
        await other.commit("call:1", [replace(aNote({ version: 2 })), { op: "delete", id: "b", version: 1 }]);
        await assert.rejects(store.commit("call:1", [replace(aNote({ version: 2 }))]), StaleVersion);
        await store.commit("call:1", [replace(aNote({ version: 3 }))]);
        await assert.rejects(other.commit("call:1", [{ op: "delete", id: "a", version: 2 }]), StaleVersion);
        assert.equal((await other.get("call:1", "a"))?.version, 3);
      });

      it("lets no parallel change of one document get lost", async () => {
        const counter = aNote({ body: 0 });
        await store.commit(counter.pk, [create(counter)]);
        await incrementInParallel(store, counter, { writers: 10, times: 10 });
        assert.deepEqual(await store.get(counter.pk, counter.id), { ...counter, version: 101, body: 100 });
      });

      it("holds between two connections", async () => {
        const counter = aNote({ body: 0 });
        await store.commit(counter.pk, [create(counter)]);
        const both = [store, await opened.second()];
        await Promise.all(both.map((each) => incrementInParallel(each, counter, { writers: 5, times: 10 })));
        for (const each of both) assert.equal((await each.get(counter.pk, counter.id))?.body, 100);
      });
    });

    describe("a list", () => {
      const ids = ["0", "A", "Z", "a", "a:1", "z", "Ä", "ä", "ö", "я", "東", "😀", "😁"];

      it("is in the order of ids, whatever the order of writing", async () => {
        const shuffled = ids.map((_, i) => ids[(i * 5) % ids.length] ?? "");
        await store.commit(
          "call:1",
          shuffled.map((id) => create(aNote({ id }))),
        );
        assert.deepEqual(
          (await store.list("call:1", "note")).docs.map((doc) => doc.id),
          ids,
        );
      });

      it("reads on page by page, each document once, and says when it is at the end", async () => {
        await store.commit(
          "call:1",
          ids.map((id) => create(aNote({ id }))),
        );
        const seen: string[] = [];
        let pages = 0;
        let after: string | undefined;
        do {
          const page = await store.list("call:1", "note", { limit: 4, ...(after !== undefined && { after }) });
          seen.push(...page.docs.map((doc) => doc.id));
          after = page.next;
          pages++;
        } while (after !== undefined);
        assert.deepEqual([seen, pages], [ids, 4]);
      });

      it("has no next page when the last one is just full", async () => {
        await store.commit("call:1", [create(aNote()), create(aNote({ id: "b" }))]);
        assert.deepEqual(await store.list("call:1", "note", { limit: 2 }), { docs: [aNote(), aNote({ id: "b" })] });
      });

      it("holds one type only", async () => {
        await store.commit("call:1", [create(aNote()), create(aNote({ id: "b", type: "ballot" }))]);
        assert.deepEqual((await store.list("call:1", "ballot")).docs, [aNote({ id: "b", type: "ballot" })]);
      });
    });

    describe("what is due", () => {
      const due = async (now: number, limit = 10) => (await store.due(now, limit)).map((doc) => doc.id);

      it("comes with the longest due first, from every partition, and no more than asked for", async () => {
        await store.commit("call:1", [create(aNote({ id: "late", dueAt: 300 })), create(aNote({ id: "never" }))]);
        await store.commit("call:2", [create(aNote({ pk: "call:2", id: "early", dueAt: 100 }))]);
        await store.commit("call:1", [create(aNote({ id: "middle", dueAt: 200 }))]);
        assert.deepEqual(await due(1000), ["early", "middle", "late"]);
        assert.deepEqual(await due(1000, 2), ["early", "middle"]);
      });

      it("is given of one type alone, however much else is due before", async () => {
        const others = Array.from({ length: 20 }, (_, n) => create(aNote({ id: `n${n}`, dueAt: 100 })));
        await store.commit("call:1", [...others, create(aNote({ id: "b2", type: "ballot", dueAt: 300 }))]);
        await store.commit("call:2", [create(aNote({ pk: "call:2", id: "b1", type: "ballot", dueAt: 200 }))]);
        const ballots = async (now: number, limit: number) =>
          (await store.due(now, limit, "ballot")).map((doc) => doc.id);
        assert.deepEqual(await ballots(1000, 10), ["b1", "b2"]);
        assert.deepEqual(await ballots(1000, 1), ["b1"]);
        assert.deepEqual(await ballots(299, 10), ["b1"]);
      });

      it("is due at the very instant, and not a millisecond before", async () => {
        await store.commit("call:1", [create(aNote({ dueAt: 1_700_000_000_000 }))]);
        assert.deepEqual(await due(1_699_999_999_999), []);
        assert.deepEqual(await due(1_700_000_000_000), ["a"]);
      });

      it("is due no longer once replaced without a time", async () => {
        await store.commit("call:1", [create(aNote({ dueAt: 100 }))]);
        await store.commit("call:1", [replace(aNote({ version: 2 }))]);
        assert.deepEqual(await due(1000), []);
        assert.deepEqual(await store.get("call:1", "a"), aNote({ version: 2 }));
      });
    });

    describe("a schema", () => {
      const older: Schemas = {
        note: {
          version: 3,
          upgrade: {
            1: (body) => ({ words: (body as { text: string }).text }),
            2: (body) => ({ ...(body as object), lang: "fi" }),
          },
        },
      };

      it("of an older version is brought up to date wherever it is read", async () => {
        await store.commit("call:1", [create(aNote({ dueAt: 100, body: { text: "Hei" } }))]);
        const reopened = await opened.reopen(older);
        const now = aNote({ schema: 3, dueAt: 100, body: { words: "Hei", lang: "fi" } });
        assert.deepEqual(await reopened.get("call:1", "a"), now);
        assert.deepEqual((await reopened.list("call:1", "note")).docs, [now]);
        assert.deepEqual(await reopened.due(100, 1), [now]);
      });

      it("from a newer Ehdolla is refused wherever it is read, and named", async () => {
        await store.commit("call:1", [create(aNote({ schema: 2, dueAt: 100 }))]);
        const refusal = (error: unknown) => error instanceof NewerSchema && error.message.includes("note call:1/a");
        await assert.rejects(store.get("call:1", "a"), refusal);
        await assert.rejects(store.list("call:1", "note"), refusal);
      });

      it("from a newer Ehdolla is left out of what is due and told of once, and hides nothing behind it", async () => {
        const newer = Array.from({ length: 20 }, (_, n) => create(aNote({ id: `n${n}`, schema: 2, dueAt: 100 })));
        await store.commit("call:1", [
          ...newer,
          create(aNote({ id: "b1", type: "ballot", schema: 2, dueAt: 150 })),
          create(aNote({ id: "known", dueAt: 200 })),
          create(aNote({ id: "next", dueAt: 300 })),
        ]);
        const told: string[] = [];
        const reopened = await opened.reopen(schemas, ({ message }) => told.push(message));
        const due = async (limit: number, type?: string) =>
          (await reopened.due(1000, limit, type)).map((doc) => doc.id);
        assert.deepEqual(await due(1), ["known"]);
        assert.deepEqual(await due(2), ["known", "next"]);
        assert.deepEqual(await due(100), ["known", "next"]);
        assert.deepEqual(await due(1, "note"), ["known"]);
        assert.deepEqual(await due(10, "ballot"), []);
        assert.deepEqual(
          told.map((message) => message.split(",")[0]),
          [told[0]?.match(/^note call:1\/n\d+ has schema 2/)?.[0], "ballot call:1/b1 has schema 2"],
        );
      });
    });

    describe("closing", () => {
      it("keeps what was written, and what was still on its way", async () => {
        let saved = false;
        const onItsWay = store.commit("call:1", [create(aNote())]).then(() => {
          saved = true;
        });
        await store.close();
        await new Promise(setImmediate);
        assert.ok(saved);
        await onItsWay;
        const reopened = await opened.reopen();
        assert.deepEqual(await reopened.get("call:1", "a"), aNote());
      });

      it("may be asked for twice, and refuses what comes later", async () => {
        await store.close();
        await store.close();
        await assert.rejects(store.commit("call:1", [create(aNote())]));
        await assert.rejects(store.get("call:1", "a"));
      });
    });

    it("does what a plain map would do, whatever the batches", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(aBatch, { maxLength: 12 }), async (batches) => {
          const model = new Model(`run ${run++}`);
          for (const batch of batches) {
            const { pk, writes, error } = model.commit(batch);
            await (error ? assert.rejects(store.commit(pk, writes), error) : store.commit(pk, writes));
          }
          await model.agreesWith(store);
        }),
        { numRuns: runs },
      );
    });
  });
}
