import assert from "node:assert/strict";
import type { Outage } from "../../bot/domain/call.ts";
import { createLease } from "../../bot/usecases/lease.ts";
import { noteOutage } from "../../bot/usecases/outage.ts";
import { readCall } from "../../bot/usecases/round.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("the settler's lease", () => {
  let ports: TestPorts;
  let ticks = 0;
  const outages: Outage[] = [];
  const lease = (who: string) =>
    createLease(
      ports,
      who,
      () => ticks,
      async (outage) => void outages.push(outage),
    );
  beforeEach(() => {
    ports = testPorts();
    ticks = 0;
    outages.length = 0;
  });
  afterEach(() => ports.dispose());

  it("is held by one of two, however they take turns", async () => {
    const [a, b] = [lease("a"), lease("b")];
    for (ticks = 0; ticks < 60_000; ticks += 5_000) assert.deepEqual([await a.held(), await b.held()], [true, false]);
  });

  it("is taken over when its holder has shown no sign for ten seconds of the contender's own clock", async () => {
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
    assert.deepEqual(outages, []);
  });

  it("shows its next holder from when to when nobody held it", async () => {
    await lease("a").held();
    ports.clock.set(TODAY + 59_999);
    ticks = 20_000;
    const b = lease("b");
    await b.held();
    ticks = 40_000;
    assert(await b.held());
    assert.deepEqual(outages, [], "a shorter gap is a restart, not an outage");
    ports.clock.set(TODAY + 3_600_000);
    ticks = 60_000;
    await b.held();
    assert.deepEqual(outages, [{ from: TODAY + 59_999, to: TODAY + 3_600_000 }]);
  });

  it("is kept when the wall clock jumps back", async () => {
    const a = lease("a");
    await a.held();
    ports.clock.set(TODAY - 3_600_000);
    ticks = 5_000;
    assert(await a.held());
    assert.deepEqual(outages, []);
  });
});

describe("an outage", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  it("stands in the record of every call that was open in it, and each officer is told once", async () => {
    await stored(ports, aGroup(), aCall());
    const outage = { from: TODAY, to: TODAY + 3_600_000 };
    ports.clock.set(outage.to);
    await noteOutage(ports, ["tenant-1"], outage);
    await noteOutage(ports, ["tenant-1"], outage);
    assert.deepEqual((await readCall(ports.store, "call:7f3k"))?.outages, [outage]);
    const pending = await ports.store.list("call:7f3k", "delivery");
    const told = pending.docs.filter((d) => JSON.stringify(d.body).includes('"outage"'));
    assert.equal(told.length, 3);
  });

  it("is no matter for a call that had closed before", async () => {
    await stored(ports, aGroup(), aCall({ status: "closed", closedAt: TODAY - 1 }));
    await noteOutage(ports, ["tenant-1"], { from: TODAY, to: TODAY + 3_600_000 });
    assert.equal((await readCall(ports.store, "call:7f3k"))?.outages, undefined);
  });
});
