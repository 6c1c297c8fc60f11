import assert from "node:assert/strict";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Box } from "../../bot/domain/box.ts";
import { MOST_BOXES } from "../../bot/domain/box.ts";
import { accept } from "../../bot/domain/decision.ts";
import { damageIn } from "../../bot/domain/record.ts";
import { boxesOf } from "../../bot/usecases/box-record.ts";
import { holdBoxes } from "../../bot/usecases/boxes.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { change } from "../../bot/usecases/change.ts";
import type { Store, Write } from "../../bot/usecases/ports.ts";
import { HEADER, headerOf } from "../../bot/usecases/round.ts";
import { burstPorts, press, ROUND, secretPress, valuesIn } from "../support/answers.ts";
import { aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("a burst", () => {
  let ports: TestPorts;
  beforeEach(async () => {
    ports = testPorts();
    await stored(ports, aGroup());
  });
  afterEach(() => ports.dispose());

  const bursts = (me: string, store: Partial<Store> = {}) => createBursts(burstPorts({ ...ports.store, ...store }), me);
  const turn = (boxes: Box["status"]) =>
    change(ports, ROUND, "person:chair", (round) => accept({ facts: [round.group], events: ["groupChanged"], boxes }));
  const many = (count: number, from = 0) => Array.from({ length: count }, (_, i) => press(from + i));
  const counts = async () => (await boxesOf(ports.store, ROUND)).map(({ box }) => box.count);
  const header = async () => {
    const doc = await ports.store.get(ROUND, HEADER);
    return doc ? headerOf(doc) : assert.fail();
  };

  /** A store that tells what is asked of it. */
  function watched() {
    const commits: Write[][] = [];
    const asked = { get: 0, list: 0 };
    const store: Partial<Store> = {
      commit(pk, writes) {
        commits.push([...writes]);
        return ports.store.commit(pk, writes);
      },
      get(pk, id) {
        asked.get++;
        return ports.store.get(pk, id);
      },
      list(...page) {
        asked.list++;
        return ports.store.list(...page);
      },
    };
    return { store, commits, asked };
  }

  it("goes in together, in batches of at most a hundred writes", async () => {
    const { store, commits } = watched();
    const { put } = bursts("a", store);
    const answers = await Promise.all(many(300).map((one) => put(ROUND, one)));
    assert.ok(answers.every(({ ok }) => ok));
    assert.deepEqual(await counts(), [300]);
    // the first makes the box
    assert.deepEqual(
      commits.map((writes) => writes.length),
      [3, 100, 100, 100, 8],
    );
  });

  it("costs the same however many have answered", async () => {
    const { store, commits, asked } = watched();
    const { put } = bursts("a", store);
    const cost = async (from: number) => {
      const before = { ...asked, commits: commits.length };
      await Promise.all(many(98, from).map((one) => put(ROUND, one)));
      return [asked.get - before.get, asked.list - before.list, commits.length - before.commits];
    };
    await cost(0);
    const early = await cost(100);
    await Promise.all(many(1000, 1000).map((one) => put(ROUND, one)));
    assert.deepEqual(await cost(5000), early);
    assert.deepEqual(early, [100, 0, 1]);
  });

  it("keeps a voter's last answer and counts the voter once, also when the answers come at the same moment", async () => {
    const { put } = bursts("a");
    await Promise.all(["yes", "no", "perhaps"].map((value) => put(ROUND, press("x", value))));
    assert.deepEqual([...(await valuesIn(ports.store)).values()], ["perhaps"]);
    assert.deepEqual(await counts(), [1]);
  });

  it("doesn't let an old press that comes again undo a newer one", async () => {
    const { put } = bursts("a");
    await put(ROUND, press("x", "yes"));
    await put(ROUND, press("x", "no"));
    const again = await bursts("b").put(ROUND, press("x", "yes"));
    assert.equal(again.ok && again.state.value, "no");
    assert.deepEqual([...(await valuesIn(ports.store)).values()], ["no"]);
  });

  it("tells who comes after the closing so, and gives who was in time and asks again the same receipt", async () => {
    const { put } = bursts("a");
    await put(ROUND, press("x"));
    await turn("closed");
    for (const me of ["a", "b"]) {
      assert.deepEqual(await bursts(me).put(ROUND, press("y")), { ok: false, refusal: { kind: "roundClosed" } });
    }
    assert.equal((await put(ROUND, press("x"))).ok, true);
    assert.deepEqual((await header()).boxes, { status: "closed", ids: ["box:a"] });
  });

  it("takes nobody in when it was closed before the first answer, and takes answers in again once reopened", async () => {
    await turn("closed");
    assert.equal((await bursts("a").put(ROUND, press("x"))).ok, false);
    await turn("open");
    assert.equal((await bursts("a").put(ROUND, press("x"))).ok, true);
  });

  it("refuses an answer that a closing overtakes on its way to the store", async () => {
    await bursts("a").put(ROUND, press("x"));
    let closing: Promise<unknown> | undefined;
    const late = bursts("a", {
      async commit(pk, writes) {
        closing ??= turn("closed");
        await closing;
        return ports.store.commit(pk, writes);
      },
    });
    assert.deepEqual(await late.put(ROUND, press("y")), { ok: false, refusal: { kind: "roundClosed" } });
    assert.deepEqual([...(await valuesIn(ports.store)).keys()], ["answer:x"]);
  });

  it("knows nothing of a round that isn't there, and refuses by the rule that the press brings", async () => {
    const { put } = bursts("a");
    assert.deepEqual(await put("group:none", press("x")), { ok: false, refusal: { kind: "noSuchRound" } });
    const refusing = { ...press("x"), decide: () => ({ ok: false as const, refusal: "not a member" }) };
    assert.deepEqual(await put(ROUND, refusing), { ok: false, refusal: "not a member" });
    assert.equal((await header()).boxes, undefined);
  });

  it("fails only the one whose rule is broken", async () => {
    const { put } = bursts("a");
    const broken = {
      ...press("x"),
      decide: () => {
        throw new Error("broken rule");
      },
    };
    const [bad, good] = await Promise.allSettled([put(ROUND, broken), put(ROUND, press("y"))]);
    assert.equal(bad.status, "rejected");
    assert.equal(good.status === "fulfilled" && good.value.ok, true);
  });

  for (const [what, answer] of [
    ["lost", new Error("connection reset")],
    ["a conflict with itself", undefined],
  ] as const) {
    it(`counts a commit once whose answer was ${what}`, async () => {
      await bursts("a").put(ROUND, press("x"));
      const { put } = bursts("a", {
        async commit(pk, writes) {
          await ports.store.commit(pk, writes);
          if (answer) throw answer;
          return ports.store.commit(pk, writes);
        },
      });
      const answers = await Promise.all(many(10).map((one) => put(ROUND, one)));
      assert.ok(answers.every(({ ok }) => ok));
      assert.deepEqual(await counts(), [11]);
    });
  }

  it("tells everybody of an outage, and takes in those who come after it", async () => {
    let down = true;
    const { put } = bursts("a", {
      commit: (pk, writes) => (down ? Promise.reject(new Error("unreachable")) : ports.store.commit(pk, writes)),
    });
    const results = await Promise.allSettled(many(5).map((one) => put(ROUND, one)));
    assert.ok(results.every(({ status }) => status === "rejected"));
    down = false;
    await Promise.all(many(5).map((one) => put(ROUND, one)));
    assert.deepEqual(await counts(), [5]);
  });

  it("takes the others in when one press is forever in conflict or too large", async () => {
    const { put } = bursts("a");
    await put(ROUND, press("first"));
    const huge = { ...press("huge"), decide: () => accept({ kind: "answer", text: "x".repeat(3_000_000) }) };
    const results = await Promise.allSettled([...many(20).map((one) => put(ROUND, one)), put(ROUND, huge)]);
    assert.deepEqual(results.filter(({ status }) => status === "rejected").length, 1);
    assert.deepEqual(await counts(), [21]);
  });

  it("counts a voter who presses in two processes at the same moment once", async () => {
    await Promise.all(["a", "b"].map((me) => bursts(me).put(ROUND, press(me))));
    const [a, b] = [bursts("a"), bursts("b")];
    const answers = await Promise.all(many(200).flatMap((one) => [a.put(ROUND, one), b.put(ROUND, one)]));
    assert.ok(answers.every(({ ok }) => ok));
    assert.equal((await valuesIn(ports.store)).size, 202);
    assert.equal(
      (await counts()).reduce((sum, count) => sum + count),
      202,
    );
  });

  it("loses nothing when two processes have one name, or so many came that they share a box", async () => {
    const all = Array.from({ length: MOST_BOXES + 6 }, (_, i) => bursts(`p${i % (MOST_BOXES + 3)}`));
    await Promise.all(all.flatMap(({ put }, i) => many(3, i * 3).map((one) => put(ROUND, one))));
    assert.equal((await header()).boxes?.ids.length, MOST_BOXES);
    assert.equal((await valuesIn(ports.store)).size, all.length * 3);
    assert.equal(
      (await counts()).reduce((sum, count) => sum + count),
      all.length * 3,
    );
    assert.equal((await turn("closed")).ok, true);
    for (const { box, entries } of await boxesOf(ports.store, ROUND)) {
      assert.equal(damageIn(entries, box.record), undefined);
    }
  }).timeout(20_000);

  it("keeps the round's boxes whatever else changes in its header", async () => {
    await bursts("a").put(ROUND, press("x"));
    await change(ports, ROUND, "person:chair", ({ group }) =>
      accept({ facts: [{ ...group, quorum: { kind: "majority" } }], events: ["groupChanged"] }),
    );
    assert.deepEqual((await header()).boxes, { status: "open", ids: ["box:a"] });
  });

  it("leaves nothing of a secret voter but the ballot", async () => {
    await Promise.all([1, 2].map((voter) => bursts("a").put(ROUND, secretPress(voter))));
    const kept = JSON.stringify(await boxesOf(ports.store, ROUND));
    assert.doesNotMatch(kept, /answer:|person:/);
    assert.deepEqual(await counts(), [2]);
  });

  it("can be closed in a distant store though writers in four processes never pause", async () => {
    const distant: Partial<Store> = {
      get: async (pk, id) => {
        await setTimeout(2);
        return ports.store.get(pk, id);
      },
      commit: async (pk, writes) => {
        await setTimeout(4);
        return ports.store.commit(pk, writes);
      },
    };
    let closed = false;
    const acknowledged = new Set<string>();
    const writer = async (me: string) => {
      const { put } = bursts(me, distant);
      for (let i = 0; !closed; i++) {
        const one = press(`${me}${i}`);
        const answer = await put(ROUND, one);
        if (answer.ok) acknowledged.add(one.id);
        else closed = true;
      }
    };
    const writers = ["a", "b", "c", "d"].flatMap((me) => [writer(me), writer(`${me}${me}`)]);
    while (acknowledged.size < 100) await setImmediate();
    const far = { ...ports, store: { ...ports.store, ...distant } };
    await change(far, ROUND, "person:chair", (round) =>
      accept({ facts: [round.group], events: ["groupChanged"], boxes: "closed" }),
    );
    await Promise.all(writers);
    assert.deepEqual(new Set((await valuesIn(ports.store)).keys()), acknowledged);
  });

  it("pauses for a closing that others overtake each time", async () => {
    const { put } = bursts("a");
    await put(ROUND, press("x"));
    let tries = 0;
    const overtaken: Store = {
      ...ports.store,
      async commit(pk, writes) {
        if (writes.some((write) => write.op === "replace" && write.doc.type === "box"))
          await Promise.race([put(ROUND, press(`y${tries++}`)), setTimeout(100)]);
        return ports.store.commit(pk, writes);
      },
    };
    await change({ ...ports, store: overtaken }, ROUND, "person:chair", (round) =>
      accept({ facts: [round.group], events: ["groupChanged"], boxes: "closed" }),
    );
    assert.equal(tries, 2);
  });

  it("goes on when whoever asked for a pause is gone", async () => {
    const { put } = bursts("a");
    await put(ROUND, press("x"));
    await holdBoxes(ports, ROUND);
    assert.equal((await put(ROUND, press("y"))).ok, true);
    assert.deepEqual((await header()).boxes, { status: "open", ids: ["box:a"] });
  });
});
