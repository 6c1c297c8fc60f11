import assert from "node:assert/strict";
import { type Scheduler, startSettler } from "../../bot/scheduler/tick.ts";
import type { Ports, Store } from "../../bot/usecases/ports.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("the settler's loop", () => {
  let ports: TestPorts;
  const running: Scheduler[] = [];
  const complaints: string[] = [];
  beforeEach(() => {
    ports = testPorts();
    complaints.length = 0;
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
    await ports.dispose();
  });

  /** An instance on the same data, with its own way to the store. */
  const start = (own: Partial<Store> = {}): { ports: Ports; settler: Scheduler } => {
    const log = { ...ports.log, error: (_: object, message: string) => void complaints.push(message) };
    const mine: Ports = { ...ports, log, store: { ...ports.store, ...own } };
    const settler = startSettler(mine, `settler-${running.length}`, [], { takeOverAfter: 300, renewAfter: 50 });
    running.push(settler);
    return { ports: mine, settler };
  };
  /** When something is sent. */
  const sent = () =>
    new Promise<void>((resolve) => {
      ports.answers.push(() => void resolve());
    });

  it("leaves the lease to somebody else where it can't do what is due, however alive it is", async () => {
    await stored(ports, aGroup(), aCall({ said: [] }));
    let tried = () => {};
    const failed = new Promise<void>((resolve) => {
      tried = resolve;
    });
    start({
      due: async () => {
        tried();
        throw new Error("What is due can't be read.");
      },
    });
    await failed;
    const said = sent();
    start();
    await said;
    assert.equal(ports.sent[0]?.showing.delivery.saying.kind, "announcement");
    assert(complaints.includes("the settler will try again"));
  });

  it("stops, too, while the store is away", async () => {
    await stored(ports, aGroup(), aCall({ said: [] }));
    const said = sent();
    const { ports: mine, settler } = start();
    await said;
    mine.store.get = async () => {
      throw new Error("The store is away.");
    };
    running.length = 0;
    await settler.stop();
    assert(complaints.includes("the lease lapses by itself"));
  });
});
