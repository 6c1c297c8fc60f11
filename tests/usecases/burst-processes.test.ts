import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CosmosClient } from "@azure/cosmos";
import type { Box } from "../../bot/domain/box.ts";
import { accept } from "../../bot/domain/decision.ts";
import { damageIn, digestOf, type Entry } from "../../bot/domain/record.ts";
import { boxesOf } from "../../bot/usecases/box-record.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Ports } from "../../bot/usecases/ports.ts";
import { docsOf, openRound, readGroup } from "../../bot/usecases/round.ts";
import { answerAll, burstPorts, ROUND, type Told, valuesIn } from "../support/answers.ts";
import { aGroup } from "../support/builders.ts";
import { startCosmos } from "../support/cosmos-server.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { openTarget } from "../support/target.ts";

/** Where processes keep their data together, and how many voters are worth the time there. */
interface Place {
  target: string;
  voters: number;
  dispose(): Promise<void>;
}

async function aFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "ehdolla-"));
  const dispose = async () => rmSync(folder, { recursive: true, force: true });
  return { target: join(folder, "ehdolla.sqlite"), voters: 5000, dispose };
}

async function aContainer(): Promise<Place> {
  const server = await startCosmos();
  const { endpoint, key } = server;
  const [database, container] = ["ehdolla", "documents"];
  const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
  await client.databases.create({ id: database });
  await client.database(database).containers.create({ id: container, partitionKey: { paths: ["/pk"] } });
  client.dispose();
  const target = JSON.stringify({ endpoint, key, database, container });
  return { target, voters: 1000, dispose: async () => server.close() };
}

for (const [name, place] of Object.entries({ "one file": aFile, "one Cosmos DB": aContainer }))
  describe(`a burst in several processes on ${name}`, () => {
    let target: string;
    let voters: number;
    let dispose: () => Promise<void>;
    let base: TestPorts;
    let ports: Ports;

    beforeEach(async () => {
      ({ target, voters, dispose } = await place());
      base = testPorts();
      ports = { ...base, ...burstPorts(await openTarget(target)) };
      await stored(ports, aGroup());
    });
    afterEach(async () => {
      await ports.store.close();
      await base.dispose();
      await dispose();
    });

    const turn = (boxes: Box["status"]) =>
      change(ports, ROUND, "person:chair", (round) =>
        accept({ facts: [round.group], events: ["groupChanged"], boxes }),
      );

    /** A process that takes in the voters that it is told, and what it says of each. */
    async function child(me: string, told: (one: Told) => void) {
      const args = [join(import.meta.dirname, "burst-child.ts"), target, me];
      const running = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
      const lines = createInterface(running.stdout);
      await once(lines, "line");
      lines.on("line", (line) => told(JSON.parse(line)));
      const answer = (from: number, to: number) => running.stdin.write(`${from} ${to}\n`);
      return { running, answer, ended: ended(running) };
    }

    it("has every acknowledged answer of thousands in the result once, and no refused one, whenever it is closed", async function () {
      this.timeout(30_000);
      const result = new Map<string, string>();
      const refused = new Set<string>();
      const milestones = [0.2, 0.4, 0.6].map((part) => at(part * voters));
      const last = at(0.8 * voters);
      let answered = 0;
      const told = ({ id, value, ok }: Told) => {
        if (!ok) refused.add(`${id} ${value}`);
        else if (result.get(id) !== "no") result.set(id, value);
        answered++;
        for (const { count, resolve } of [...milestones, last]) if (answered === count) resolve();
      };
      const [a, b] = await Promise.all([child("a", told), child("b", told)]);
      // some voters press in both, as when Teams redelivers a press to the other process
      a.answer(0, 0.52 * voters);
      b.answer(0.48 * voters, voters);
      for (const { promise } of milestones) {
        await promise;
        await turn("closed");
        await turn("open");
      }
      await last.promise;
      await turn("closed");
      const atClosing = await valuesIn(ports.store);
      for (const { answer, running } of [a, b]) {
        answer(voters, voters + 50);
        running.stdin.end();
      }
      await Promise.all([a.ended, b.ended]);

      assert.deepEqual(sorted(await valuesIn(ports.store)), sorted(result));
      assert.deepEqual(sorted(atClosing), sorted(result));
      assert.equal(await countOf(ports), result.size);
      assert.ok(refused.has(`answer:${voters} yes`) && !result.has(`answer:${voters}`));
      await verified(ports);
    });

    it("loses no acknowledged answer of a process that is killed, and can be closed without it", async function () {
      this.timeout(20_000);
      const result = new Map<string, string>();
      const told = ({ id, value, ok }: Told) => ok && result.set(id, value);
      const half = Promise.withResolvers<void>();
      const victim = await child("a", (one) => {
        told(one);
        if (result.size > 0.3 * voters) half.resolve();
      });
      const bursts = createBursts(ports, "b");
      victim.answer(0, 50_000);
      const others = answerAll((one) => bursts.put(ROUND, one), [50_000, 50_000 + 0.2 * voters], told);
      await half.promise;
      victim.running.kill("SIGKILL");
      await victim.ended;
      await others;
      await turn("closed");

      const values = await valuesIn(ports.store);
      for (const [id, value] of result) assert.ok(values.get(id) === value || values.get(id) === "no", id);
      assert.equal(
        [...result.keys()].filter((id) => Number(id.slice("answer:".length)) >= 50_000).length,
        0.2 * voters,
      );
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
