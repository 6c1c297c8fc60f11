import assert from "node:assert/strict";
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Store } from "../../bot/usecases/ports.ts";
import { aNote, create } from "./notes.ts";

/** A process of its own that works on the same data: a file's name, or Cosmos DB's settings as JSON. */
export const child = (task: string, target: string, name = ""): ChildProcessByStdio<Writable, Readable, null> =>
  spawn(process.execPath, [join(import.meta.dirname, "child.ts"), task, target, name], {
    stdio: ["pipe", "pipe", "inherit"],
  });

/** Ends well only if every process does. */
export async function finished(children: ChildProcess[]): Promise<void> {
  const exits = await Promise.all(children.map((each) => once(each, "exit")));
  assert.deepEqual(
    exits.map(([code]) => code),
    children.map(() => 0),
  );
}

/** Two processes count at once, and nothing gets lost. */
export async function countedByTwo(store: Store, target: string): Promise<void> {
  await store.commit("call:1", [create(aNote({ body: 0 }))]);
  await finished([child("count", target), child("count", target)]);
  assert.equal((await store.get("call:1", "a"))?.body, 200);
}

/** Two processes write until they are killed: what they were told is saved can be read. */
export async function keptOverKill(target: string, reopen: () => Store | Promise<Store>): Promise<void> {
  const children = [child("burst", target, "x"), child("burst", target, "y")];
  const acknowledged = children.map(() => "");
  const enough = children.map(async (each, i) => {
    for await (const chunk of each.stdout) {
      acknowledged[i] += chunk;
      if ((acknowledged[i] ?? "").length > 5000) each.kill("SIGKILL");
    }
  });
  await Promise.all(enough);
  const store = await reopen();
  // a line cut off by the kill was never told
  const ids = acknowledged.flatMap((text) => text.split("\n").slice(0, -1));
  assert.ok(ids.length > 500);
  for (const id of ids) assert.deepEqual(await store.get("call:1", id), aNote({ id }));
  await store.close();
}
