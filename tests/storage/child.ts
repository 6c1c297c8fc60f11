import { once } from "node:events";
import { writeSync } from "node:fs";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { aNote, create, incrementInParallel } from "./notes.ts";

const [task = "", target = "", name = ""] = process.argv.slice(2);

/** A file's name, or Cosmos DB's settings as JSON. */
async function open(): Promise<Store> {
  if (!target.startsWith("{")) return openSqlite(target);
  const { openCosmos } = await import("../../bot/storage/cosmos.ts");
  return openCosmos(JSON.parse(target));
}

/** What a process of its own does to the data; `burst` goes on until it is killed, telling what was acknowledged. */
const tasks: Record<string, () => Promise<void>> = {
  async count() {
    const store = await open();
    await incrementInParallel(store, aNote(), { writers: 5, times: 20 });
    await store.close();
  },
  async make() {
    writeSync(1, "ready\n");
    const [start] = await once(process.stdin, "data");
    for (let i = 0; i < 30; i++) {
      // at the same instant as the others, or they would hardly ever meet
      while (Date.now() < Number(start) + i * 30);
      const store = openSqlite(`${target}.${i}`);
      await store.commit("call:1", [create(aNote({ id: name }))]);
      await store.close();
    }
  },
  async burst() {
    const store = await open();
    const writer = async (lane: number) => {
      for (let i = 0; ; i++) {
        const id = `${name}-${lane}-${i}`;
        await store.commit("call:1", [create(aNote({ id }))]);
        writeSync(1, `${id}\n`);
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, lane) => writer(lane)));
  },
};

await tasks[task]?.();
process.stdin.destroy();
