import assert from "node:assert/strict";
import type { Outage } from "../../bot/domain/call.ts";
import { HOUR, type Instant, MINUTE } from "../../bot/domain/time.ts";
import { elapsedTime } from "../../bot/scheduler/elapsed.ts";
import { createLease } from "../../bot/usecases/lease.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";

const SECOND = 1_000;

describe("the settler's lease", () => {
  let ports: TestPorts;
  /** Elapsed time, as each process counts it for itself. */
  let ticks = 0;
  const lease = (who: string, store: Store = ports.store) =>
    createLease({ store, clock: ports.clock }, who, () => ticks, ["tenant-1"]);
  /** The machine's clock shows what has elapsed. */
  const pass = (milliseconds: number) => {
    ticks += milliseconds;
    ports.clock.set(ports.clock.now() + milliseconds);
  };
  const outages = async (): Promise<Outage[]> =>
    (await ports.store.list("settler", "outage")).docs.map((d) => (d.body as { outage: Outage }).outage);
  /** A store that can be taken away, or loses its answers. */
  const shaky = (): { store: Store; fault: "none" | "away" | "readOnly" | "answerLost" } => {
    const { store } = ports;
    const made = {
      fault: "none" as "none" | "away" | "readOnly" | "answerLost",
      store: {
        ...store,
        async get(pk: string, id: string) {
          if (made.fault === "away") throw new Error("The store is away.");
          return store.get(pk, id);
        },
        async commit(pk: string, writes: Parameters<Store["commit"]>[1]) {
          if (made.fault === "readOnly" || made.fault === "away") throw new Error("The store takes no writes.");
          await store.commit(pk, writes);
          if (made.fault === "answerLost") throw new Error("The answer got lost.");
        },
      },
    };
    return made;
  };

  beforeEach(() => {
    ports = testPorts();
    ticks = 0;
  });
  afterEach(() => ports.dispose());

  it("is held by one of two, however they take turns", async () => {
    const [a, b] = [lease("a"), lease("b")];
    for (ticks = 0; ticks < 60_000; ticks += 5_000) assert.deepEqual([await a.held(), await b.held()], [true, false]);
  });

  it("is taken over when its holder has shown no sign for ten seconds of the contender's own time", async () => {
    const [a, b] = [lease("a"), lease("b")];
    assert(await a.held());
    assert(!(await b.held()));
    ticks = 9_999;
    assert(!(await b.held()));
    ticks = 10_000;
    assert(await b.held());
    assert(!(await a.held()), "the sleeper sees that it lost the lease");
  });

  it("is free at once after a graceful stop", async () => {
    const [a, b] = [lease("a"), lease("b")];
    await a.held();
    await a.release();
    assert(await b.held());
    assert.deepEqual(await outages(), []);
  });

  it("isn't renewed by a holder under whom nothing can be done, and goes on with whoever can", async () => {
    const [a, b] = [lease("a"), lease("b")];
    await a.held();
    const held: boolean[][] = [];
    for (ticks = 3_000; ticks <= 15_000; ticks += 3_000) held.push([await a.held(false), await b.held()]);
    assert.deepEqual(held, [
      [true, false],
      [true, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
    assert(!(await a.held(false)));
    assert.deepEqual(await outages(), [], "all the while turns were answered");
  });

  describe("shows, in the batch of the sign that ends it, from when to when nothing was answered:", () => {
    /** Asks every second, as a process does that lives. */
    const lives = async (who: ReturnType<typeof lease>, seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        pass(SECOND);
        await who.held();
      }
    };
    const startsAfter = async (milliseconds: number) => {
      await lease("a").held();
      pass(milliseconds);
      const b = lease("b");
      await b.held();
      await lives(b, 10);
      assert(await b.held());
    };

    it("from the last sign of a process that died until the next one starts", async () => {
      await startsAfter(HOUR);
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + HOUR }]);
    });

    it("also a short gap, for a deadline may lie in it", async () => {
      await startsAfter(5 * SECOND);
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + 5 * SECOND }]);
    });

    it("from the first one on where two gaps lie before that sign", async () => {
      await lease("a").held();
      pass(HOUR);
      const b = lease("b");
      await b.held();
      pass(6 * SECOND);
      await b.held();
      await lives(b, 10);
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + HOUR + 6 * SECOND }]);
    });

    it("but not what lies between two signs anyway", async () => {
      await startsAfter(4 * SECOND);
      assert.deepEqual(await outages(), []);
    });

    it("from when it was given back until somebody holds it again", async () => {
      const a = lease("a");
      await a.held();
      pass(SECOND);
      await a.release();
      pass(HOUR);
      assert(await lease("b").held());
      assert.deepEqual(await outages(), [{ from: TODAY + SECOND, to: TODAY + SECOND + HOUR }]);
    });

    it("nothing when somebody else was there, and took over from the one who died", async () => {
      const [a, b] = [lease("a"), lease("b")];
      await a.held();
      await b.held();
      await lives(b, 20);
      assert(!(await a.held()));
      assert.deepEqual(await outages(), []);
    });

    it("nothing to those who started before it, once one of them has shown it", async () => {
      await lease("a").held();
      pass(HOUR);
      const [b, c] = [lease("b"), lease("c")];
      await b.held();
      await c.held();
      await lives(b, 10);
      assert(await b.held());
      assert(!(await c.held()));
      await lives(c, 10);
      assert(await c.held());
      assert.equal((await outages()).length, 1);
    });

    it("while the store was away from a process that lived on", async () => {
      const shaking = shaky();
      const a = lease("a", shaking.store);
      await a.held();
      for (const fault of ["away", "readOnly"] as const) {
        shaking.fault = fault;
        for (let second = 0; second < 60; second++) {
          pass(SECOND);
          await a.held().catch(() => {});
        }
      }
      shaking.fault = "none";
      assert(await a.held());
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + 2 * MINUTE }]);
    });

    it("the whole of it when the answer to a sign got lost", async () => {
      const shaking = shaky();
      const a = lease("a", shaking.store);
      await a.held();
      pass(2 * SECOND);
      shaking.fault = "answerLost";
      await assert.rejects(a.held());
      shaking.fault = "away";
      pass(HOUR);
      await assert.rejects(a.held());
      shaking.fault = "none";
      assert(await a.held());
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + HOUR + 2 * SECOND }]);
    });

    it("while the store was away from all, whoever comes first", async () => {
      const [a, b] = [lease("a"), lease("b")];
      await a.held();
      await b.held();
      pass(HOUR);
      assert(await b.held());
      assert(!(await a.held()));
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + HOUR }]);
    });

    it("up to a stop, when there was no sign before it", async () => {
      const a = lease("a");
      await a.held();
      pass(HOUR);
      await a.release();
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + HOUR }]);
    });

    it("while the machine slept", async () => {
      const a = lease("a");
      await a.held();
      pass(24 * HOUR);
      assert(await a.held());
      assert.deepEqual(await outages(), [{ from: TODAY, to: TODAY + 24 * HOUR }]);
    });

    it("together with the sign or not at all", async () => {
      const { store } = ports;
      await lease("a").held();
      pass(HOUR);
      const batches: string[][] = [];
      const commit: Store["commit"] = async (_, writes) => {
        batches.push(writes.map((w) => (w.op === "delete" ? w.id : w.doc.type)));
        throw new Error("Killed.");
      };
      const b = lease("b", { ...store, commit });
      await b.held();
      await assert.rejects(lives(b, 10));
      assert.deepEqual(batches, [["lease", "outage"]]);
      const c = lease("c");
      await c.held();
      await lives(c, 10);
      assert.equal((await outages())[0]?.from, TODAY);
    });
  });

  describe("under a clock that jumps", () => {
    const signs = async (who: ReturnType<typeof lease>, at: Instant) => {
      ports.clock.set(at);
      ticks += 3 * SECOND;
      assert(await who.held());
    };

    it("is kept, and nothing is made up: forward an hour, and back", async () => {
      const a = lease("a");
      await a.held();
      for (const at of [TODAY + HOUR, TODAY - HOUR, TODAY]) await signs(a, at);
      assert.deepEqual(await outages(), []);
    });

    it("hides no outage: one of an hour in which the clock was put back an hour lies before the clock of now", async () => {
      const a = lease("a");
      await a.held();
      ticks += HOUR;
      assert(await a.held());
      assert.deepEqual(await outages(), [{ from: TODAY - HOUR, to: TODAY }]);
    });

    it("neither hides nor stretches what another process finds that lived on", async () => {
      const [a, b] = [lease("a"), lease("b")];
      await a.held();
      await b.held();
      ticks += MINUTE;
      ports.clock.set(TODAY + HOUR);
      assert(await b.held());
      assert.deepEqual(await outages(), [{ from: TODAY + HOUR - MINUTE, to: TODAY + HOUR }]);
    });
  });
});

describe("elapsed time", () => {
  it("goes on in sleep where the monotonic clock stands still, and is as fine as that one while awake", () => {
    let [awake, up] = [5_000, 900_000];
    const elapsed = elapsedTime({ awake: () => awake, up: () => up });
    assert.equal(elapsed(), 0);
    awake += 300;
    assert.equal(elapsed(), 300);
    up += 3_600_000;
    assert.equal(elapsed(), 3_600_000);
  });

  it("goes on with this machine", () => {
    const elapsed = elapsedTime();
    const before = elapsed();
    for (const end = performance.now() + 5; performance.now() < end; );
    assert(elapsed() >= before + 4);
  });
});
