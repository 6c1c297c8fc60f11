import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { purgeAt } from "../../bot/domain/retention.ts";
import { DAY } from "../../bot/domain/time.ts";
import { saveGroup } from "../../bot/usecases/group.ts";
import { waitingFor } from "../../bot/usecases/home.ts";
import { callsOf } from "../../bot/usecases/listing.ts";
import { noteRound, roundsOf } from "../../bot/usecases/people.ts";
import type { Store, Write } from "../../bot/usecases/ports.ts";
import { notePurge, purgedWhenOver } from "../../bot/usecases/retention.ts";
import { docsOf, readCall, readGroup } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k";
const GROUP = "group:kaislaranta";

describe("a call whose group's retention ends", () => {
  let ports: TestPorts;
  let chair: `person:${string}`;
  let end: number;

  beforeEach(async () => {
    ports = testPorts();
    chair = (await aPerson(ports, "Kaarina Lehtovaara")).id;
    const { term: _, ...call } = aCall({ status: "closed", closedAt: TODAY, said: ["announcement"] });
    const group = aGroup({ chairs: [chair], secretaries: [] });
    const { viceChair: _v, ...without } = group;
    await stored(ports, without, call, [aNomination(), aCandidate()]);
    for (const round of [CALL, GROUP] as const) await noteRound(ports, chair, round);
    end = purgeAt(call, group) ?? 0;
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const told = () => ports.sent.filter((m) => m.showing.delivery.saying.kind === "purgeComing").length;
  const entries = async () => {
    const found: { events: string[]; facts: { id: string; digest: string }[] }[] = [];
    for await (const { body } of docsOf(ports.store, GROUP, "entry")) found.push(body as never);
    return found;
  };
  const purgeTasks = async () => (await waitingFor(ports, chair, "tenant-1")).filter((w) => w.kind === "purge");

  it("is announced to its officers a fortnight before, in a message and on their list", async () => {
    await ports.at(end - 14 * DAY - 1);
    assert.deepEqual([told(), await purgeTasks()], [0, []]);
    await ports.at(end - 14 * DAY);
    assert.equal(told(), 1);
    assert.deepEqual(
      (await purgeTasks()).map(({ by }) => by),
      [end],
    );
    await notePurge(ports, { round: CALL, tenant: "tenant-1", by: chair, nonce: "nonce-0001" });
    assert.deepEqual(await purgeTasks(), []);
    await ports.at(end - 1);
    assert.equal(told(), 1);
  });

  it("is gone at the very instant, from lists and notes too, and the group's record says so and how its own ended", async () => {
    await ports.at(end - 1);
    assert.ok(await readCall(ports.store, CALL));
    const last = (await verifyRound(ports.store, CALL))?.head.head;
    await ports.at(end);
    assert.equal(await readCall(ports.store, CALL), undefined);
    assert.deepEqual(await callsOf(ports, GROUP), []);
    assert.deepEqual(await roundsOf(ports.store, chair), [GROUP]);
    for (const type of ["nomination", "candidate", "delivery", "entry"])
      assert.deepEqual((await ports.store.list(CALL, type)).docs, []);
    const [line, ...more] = (await entries()).filter(({ events }) => events.includes("callPurged"));
    assert.deepEqual(more, []);
    assert.equal(line?.facts.find(({ id }) => id === CALL)?.digest, last);
    assert.doesNotMatch(JSON.stringify(line), /Kaislamo|Haavisalo/);
    assert.deepEqual((await verifyRound(ports.store, GROUP))?.damage, []);
  });

  it("is recorded once, however often a crash cuts its erasing off", async () => {
    const whole = ports.store;
    ports.clock.set(end);
    const erase = async () => purgedWhenOver(ports, (await readCall(whole, CALL)) as Call);
    for (const at of [1, 2, 3]) {
      let deletes = 0;
      ports.store = cutOff(whole, (writes) => writes.some(({ op }) => op === "delete") && ++deletes === at);
      await assert.rejects(erase(), /crash/);
    }
    ports.store = whole;
    assert.ok(await erase());
    assert.equal(await readCall(ports.store, CALL), undefined);
    assert.equal((await entries()).filter(({ events }) => events.includes("callPurged")).length, 1);
  });

  it("gets a new day with its group's settings: later, or sooner but never without notice", async () => {
    const change = async (months: number, nonce: string) => {
      const group = await readGroup(ports.store, GROUP);
      assert.ok(group);
      const { controller = {}, legalBasis = {} } = group;
      const settings = { ...group, controller, legalBasis, retentionMonths: months };
      const decision = await saveGroup(ports, { group: GROUP, by: chair, settings, nonce, rev: group.rev });
      assert.ok(decision.ok);
    };
    await change(12, "nonce-0001");
    await ports.at(end);
    assert.ok(await readCall(ports.store, CALL));
    assert.equal(told(), 0);
    await change(1, "nonce-0002");
    await ports.settled();
    assert.equal(told(), 1);
    await ports.at(end + 14 * DAY - 1);
    assert.ok(await readCall(ports.store, CALL));
    assert.deepEqual((await verifyRound(ports.store, CALL))?.damage, []);
    await ports.at(end + 14 * DAY);
    assert.equal(await readCall(ports.store, CALL), undefined);
  });
});

const cutOff = (store: Store, now: (writes: readonly Write[]) => boolean): Store => ({
  get: (...a) => store.get(...a),
  list: (...a) => store.list(...a),
  due: (...a) => store.due(...a),
  close: () => store.close(),
  commit: async (pk, writes) => {
    if (now(writes)) throw new Error("crash");
    await store.commit(pk, writes);
  },
});
