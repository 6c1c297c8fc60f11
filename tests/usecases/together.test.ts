import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { accept, refuse } from "../../bot/domain/decision.ts";
import { damageIn, type Entry } from "../../bot/domain/record.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Ports, Store, Write } from "../../bot/usecases/ports.ts";
import { createQueue } from "../../bot/usecases/queue.ts";
import { docsOf, factsOf, openRound, readCall } from "../../bot/usecases/round.ts";
import { changeTogether } from "../../bot/usecases/together.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aCall, aCandidate, aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const CALL = "call:7f3k";
const many = Array.from({ length: 60 }, (_, n) => n);

describe("changes that come at the same time", () => {
  let ports: TestPorts;
  let here: Ports;
  /** What each batch held, and what happens instead of a commit. */
  let batches: (readonly Write[])[];
  let instead: ((commit: () => Promise<void>) => Promise<void>)[];

  beforeEach(async () => {
    ports = testPorts();
    batches = [];
    instead = [];
    const { store } = ports;
    const watched: Store = {
      ...store,
      async commit(pk, writes) {
        batches.push(writes);
        const commit = () => store.commit(pk, writes);
        await (instead.shift() ?? ((c) => c()))(commit);
      },
    };
    here = { ...ports, store: watched };
    const candidates = many.map((n) => aCandidate({ id: `cand:${n}`, said: ["request:1"] }));
    await stored(ports, aGroup(), aCall({ candidates: many.length }), candidates);
  });
  afterEach(() => ports.dispose());

  const rename = (n: number, name = `Ehdokas ${n}`) =>
    changeTogether(here, CALL, "person:a", async (round) => {
      const candidate = (await round.get("candidate", `cand:${n}`)) as Candidate;
      return accept({
        facts: [{ ...candidate, rev: candidate.rev + 1, name }],
        events: ["nominated"],
      });
    });
  const count = () =>
    changeTogether(here, CALL, "person:a", async ({ call }) =>
      accept({ facts: [{ ...(call as Call), numbered: (call as Call).numbered + 1 }], events: ["nominated"] }),
    );
  const names = async () => {
    const found = new Map<string, Candidate>();
    for await (const c of factsOf(ports.store, CALL, "candidate")) found.set(c.id, c);
    return found;
  };
  const isWhole = async () => {
    const entries: Entry[] = [];
    for await (const doc of docsOf(ports.store, CALL, "entry")) entries.push(doc.body as Entry);
    const head = (await openRound(ports, CALL))?.head;
    assert.equal(head && damageIn(entries, head), undefined);
    assert.deepEqual((await verifyRound(ports.store, CALL))?.damage, []);
    return entries.length;
  };

  it("go in together, each with its own line in the record", async () => {
    const before = await isWhole();
    const decisions = await Promise.all(many.map((n) => rename(n)));
    assert(decisions.every((d) => d.ok));
    assert([...(await names()).values()].every((c) => c.name === `Ehdokas ${c.id.slice(5)}`));
    assert.equal((await isWhole()) - before, many.length);
    assert(batches.length <= 3, `${batches.length} batches`);
    assert(batches.every((writes) => writes.length <= 100));
  });

  it("build on each other, in the order in which they came", async () => {
    await Promise.all([...many.map(count), rename(0, "first"), rename(0, "second"), ...many.map(count)]);
    assert.equal((await readCall(ports.store, CALL))?.numbered, 2 * many.length);
    const candidate = (await names()).get("cand:0");
    assert.deepEqual([candidate?.name, candidate?.rev], ["second", 3]);
    await isWhole();
  });

  it("are decided again together when somebody else was first", async () => {
    instead.push(async (commit) => {
      const others = { ...ports, queue: createQueue() };
      await change(others, CALL, "person:b", ({ call }) =>
        accept({ facts: [{ ...(call as Call), numbered: 100 }], events: ["nominated"] }),
      );
      await commit();
    });
    await Promise.all(many.map(count));
    assert.equal((await readCall(ports.store, CALL))?.numbered, 100 + many.length);
    await isWhole();
  });

  it("count once when the commit's answer was lost", async () => {
    instead.push(async (commit) => {
      await commit();
      throw new Error("The connection broke.");
    });
    const decisions = await Promise.all(many.map(count));
    assert(decisions.every((d) => d.ok));
    assert.equal((await readCall(ports.store, CALL))?.numbered, many.length);
  });

  it("are all told when the store is out of reach, and the next ones go in", async () => {
    instead.push(async () => {
      throw new Error("The disk is full.");
    });
    const told = await Promise.allSettled(many.map((n) => rename(n)));
    const failed = told.filter((t) => t.status === "rejected").length;
    assert.equal(failed, batches[0]?.filter((w) => w.op === "replace" && w.doc.type === "candidate").length);
    const renamed = [...(await names()).values()].filter((c) => c.name.startsWith("Ehdokas")).length;
    assert.equal(renamed, many.length - failed);
    await isWhole();
  });

  it("don't suffer by one that can't be decided, or is refused", async () => {
    const bad = changeTogether(here, CALL, "person:a", async () => {
      throw new Error("A bug.");
    });
    const no = changeTogether(here, CALL, "person:a", async () => refuse({ kind: "closed" as const }));
    const good = Promise.all([rename(1), rename(2)]);
    await assert.rejects(bad, /A bug/);
    assert.equal((await no).ok, false);
    assert((await good).every((d) => d.ok));
  });

  it("are refused in a round that doesn't exist", async () => {
    const decision = await changeTogether(here, "call:none", "person:a", async () => accept({ facts: [], events: [] }));
    assert.equal(!decision.ok && (decision.refusal as { kind: string }).kind, "noSuchRound");
  });
});
