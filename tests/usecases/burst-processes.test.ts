import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Box } from "../../bot/domain/box.ts";
import { accept } from "../../bot/domain/decision.ts";
import { damageIn, digestOf, type Entry } from "../../bot/domain/record.ts";
import { openSqlite } from "../../bot/storage/sqlite.ts";
import { boxesOf } from "../../bot/usecases/box-record.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Ports } from "../../bot/usecases/ports.ts";
import { docsOf, openRound, readGroup } from "../../bot/usecases/round.ts";
import { answerAll, burstPorts, ROUND, type Told, valuesIn } from "../support/answers.ts";
import { aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("a burst in several processes on one file", () => {
  let folder: string;
  let file: string;
  let base: TestPorts;
  let ports: Ports;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "ehdolla-"));
    file = join(folder, "ehdolla.sqlite");
    base = testPorts();
    ports = { ...base, ...burstPorts(openSqlite(file)) };
    await stored(ports, aGroup());
  });
  afterEach(async () => {
    await ports.store.close();
    await base.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const turn = (boxes: Box["status"]) =>
    change(ports, ROUND, "person:chair", (round) => accept({ facts: [round.group], events: [boxes], boxes }));

  /** A process that takes in the voters that it is told, and what it says of each. */
  async function child(me: string, told: (one: Told) => void) {
    const args = [join(import.meta.dirname, "burst-child.ts"), file, me];
    const running = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface(running.stdout);
    await once(lines, "line");
    lines.on("line", (line) => told(JSON.parse(line)));
    const answer = (from: number, to: number) => running.stdin.write(`${from} ${to}\n`);
    return { running, answer, ended: ended(running) };
  }

  it("has every acknowledged answer of five thousand in the result once, and no refused one, whenever it is closed", async function () {
    this.timeout(30_000);
    const result = new Map<string, string>();
    const refused = new Set<string>();
    const milestones = [1000, 2000, 3000].map(at);
    const last = at(4200);
    let answered = 0;
    const told = ({ id, value, ok }: Told) => {
      if (!ok) refused.add(`${id} ${value}`);
      else if (result.get(id) !== "no") result.set(id, value);
      answered++;
      for (const { count, resolve } of [...milestones, last]) if (answered === count) resolve();
    };
    const [a, b] = await Promise.all([child("a", told), child("b", told)]);
    // two hundred voters press in both, as when Teams redelivers a press to the other process
    a.answer(0, 2600);
    b.answer(2400, 5000);
    for (const { promise } of milestones) {
      await promise;
      await turn("closed");
      await turn("open");
    }
    await last.promise;
    await turn("closed");
    const atClosing = await valuesIn(ports.store);
    for (const { answer, running } of [a, b]) {
      answer(5000, 5050);
      running.stdin.end();
    }
    await Promise.all([a.ended, b.ended]);

    assert.deepEqual(sorted(await valuesIn(ports.store)), sorted(result));
    assert.deepEqual(sorted(atClosing), sorted(result));
    assert.equal(await countOf(ports), result.size);
    assert.ok(refused.has("answer:5000 yes") && !result.has("answer:5000"));
    await verified(ports);
  });

  it("loses no acknowledged answer of a process that is killed, and can be closed without it", async function () {
    this.timeout(20_000);
    const result = new Map<string, string>();
    const told = ({ id, value, ok }: Told) => ok && result.set(id, value);
    const half = Promise.withResolvers<void>();
    const victim = await child("a", (one) => {
      told(one);
      if (result.size > 1500) half.resolve();
    });
    const bursts = createBursts(ports, "b");
    victim.answer(0, 50_000);
    const others = answerAll((one) => bursts.put(ROUND, one), [50_000, 51_000], told);
    await half.promise;
    victim.running.kill("SIGKILL");
    await victim.ended;
    await others;
    await turn("closed");

    const values = await valuesIn(ports.store);
    for (const [id, value] of result) assert.ok(values.get(id) === value || values.get(id) === "no", id);
    assert.equal([...result.keys()].filter((id) => Number(id.slice("answer:".length)) >= 50_000).length, 1000);
    assert.equal(await countOf(ports), values.size);
    assert.equal((await boxesOf(ports.store, ROUND)).length, 2);
    await verified(ports);
  });
});

const sorted = (values: Map<string, string>) => [...values].sort(([a], [b]) => (a < b ? -1 : 1));

const at = (count: number) => ({ count, ...Promise.withResolvers<void>() });

async function ended(child: ChildProcess): Promise<void> {
  const [code, signal] = await once(child, "close");
  assert.ok(code === 0 || signal === "SIGKILL", `ended with ${code}`);
}

const countOf = async ({ store }: Ports) => (await boxesOf(store, ROUND)).reduce((sum, { box }) => sum + box.count, 0);

/** Header and boxes have unbroken chains, and the header's vouches for the boxes as they were closed. */
async function verified(ports: Ports): Promise<void> {
  const entries: Entry[] = [];
  for await (const doc of docsOf(ports.store, ROUND, "entry")) entries.push(doc.body as Entry);
  const round = await openRound(ports, ROUND);
  assert.ok(round && (await readGroup(ports.store, ROUND)));
  assert.equal(damageIn(entries, round.head), undefined);
  const pinned = entries.at(-1)?.facts ?? [];
  for (const { box, entries: lines } of await boxesOf(ports.store, ROUND)) {
    assert.equal(damageIn(lines, box.record), undefined);
    assert.equal(pinned.find(({ id }) => id === box.id)?.digest, digestOf(box, ""));
    assert.equal(box.status, "closed");
  }
}
