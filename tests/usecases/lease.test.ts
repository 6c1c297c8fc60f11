import assert from "node:assert/strict";
import { createLease, release } from "../../bot/usecases/lease.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";

describe("the settler's lease", () => {
  let ports: TestPorts;
  let ticks = 0;
  const monotonic = () => ticks;
  beforeEach(() => {
    ports = testPorts();
    ticks = 0;
  });
  afterEach(() => ports.dispose());

  it("is held by one of two, however they take turns", async () => {
    const a = createLease(ports, "a", monotonic);
    const b = createLease(ports, "b", monotonic);
    for (ticks = 0; ticks < 60_000; ticks += 5_000) assert.deepEqual([await a(), await b()], [true, false]);
  });

  it("is taken over when its holder has shown no sign for ten seconds of the contender's own clock", async () => {
    const a = createLease(ports, "a", monotonic);
    const b = createLease(ports, "b", monotonic);
    assert(await a());
    assert(!(await b()));
    ticks = 9_999;
    assert(!(await b()));
    ticks = 10_000;
    assert(await b());
    assert(!(await a()), "the sleeper sees that it lost the lease");
  });

  it("is free at once after a graceful stop", async () => {
    const a = createLease(ports, "a", monotonic);
    const b = createLease(ports, "b", monotonic);
    await a();
    await release(ports, "a");
    assert(await b());
  });
});
