import { once } from "node:events";
import { writeSync } from "node:fs";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { aNote, create, incrementInParallel } from "./notes.ts";

const [task = "", file = "", name = ""] = process.argv.slice(2);

/** What a process of its own does to the file; `burst` goes on until it is killed, telling what was acknowledged. */
const tasks: Record<string, () => Promise<void>> = {
  async count() {
    const store = openSqlite(file);
    await incrementInParallel(store, aNote(), { writers: 5, times: 20 });
    await store.close();
  },
  async make() {
    writeSync(1, "ready\n");
    const [start] = await once(process.stdin, "data");
    for (let i = 0; i < 30; i++) {
      // at the same instant as the others, or they would hardly ever meet
      while (Date.now() < Number(start) + i * 30);
      const store = openSqlite(`${file}.${i}`);
      await store.commit("call:1", [create(aNote({ id: name }))]);
      await store.close();
    }
  },
  async burst() {
    const store = openSqlite(file);
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
