import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { PRACTICE_LIFE } from "../../bot/domain/passing.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { callsOf } from "../../bot/usecases/listing.ts";
import { identify, noteRound } from "../../bot/usecases/people.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { purgeRound } from "../../bot/usecases/purge.ts";
import { readCall } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination, moment } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

describe("a practice call", () => {
  let ports: TestPorts;
  let docs: Map<string, string>;
  beforeEach(() => {
    ports = testPorts();
    docs = new Map();
    ports.store = remembering(ports.store, docs);
  });
  afterEach(() => ports.dispose());

  const practice = (own: Partial<Call> = {}) => aCall({ practice: true, createdAt: TODAY, said: [], ...own });
  const left = () => [...docs].filter(([key, body]) => `${key} ${body}`.includes("call:7f3k")).map(([key]) => key);

  it("is gone after a week with everything in it, in its lists and in people's notes", async () => {
    const { id: person } = await identify(ports, { tenant: "tenant-1", oid: "oid-sanna", name: "Sanna Kaislamo" });
    const facts = Array.from({ length: 40 }, (_, at) => [
      aNomination({ id: `nom:${at}`, candidate: `cand:${at}`, nominee: { name: "Sanna Kaislamo", person } }),
      aCandidate({ id: `cand:${at}`, nominations: [`nom:${at}`], person }),
    ]);
    await stored(ports, aGroup(), practice(), facts.slice(0, 20).flat());
    await change(ports, "call:7f3k", "ehdolla", () => ({
      ok: true,
      state: { facts: facts.slice(20).flat(), events: ["nominated"] },
    }));
    await noteRound(ports, person, "call:7f3k");
    await ports.settled();
    await ports.at(TODAY + PRACTICE_LIFE - 1);
    assert.ok(left().length > 80);
    await ports.at(TODAY + PRACTICE_LIFE);
    assert.deepEqual(left(), []);
    assert.deepEqual(await callsOf(ports, "group:kaislaranta"), []);
  });

  it("is deleted whatever its state: a draft that nobody published too", async () => {
    await stored(ports, aGroup(), practice({ status: "draft" }));
    await ports.at(TODAY + PRACTICE_LIFE);
    assert.deepEqual(left(), []);
  });

  it("closes by itself before that, as a real call would", async () => {
    await stored(ports, aGroup(), practice({ createdAt: TODAY + 6 * DAY }));
    await ports.at(TODAY + 9 * DAY);
    assert.equal((await readCall(ports.store, "call:7f3k"))?.status, "closed");
  });

  /** What the channel's post showed each time. */
  const drawn = () =>
    ports.sent.filter((m) => m.to.kind === "channel").map((m) => [m.showing.call?.status, m.replaces !== undefined]);
  const beyond = () => practice({ createdAt: TODAY, openedAt: TODAY, deadline: moment("2027-06-14", "16:15") });

  it("that is still open then leaves a post in the channel that is history", async () => {
    await stored(ports, aGroup(), beyond());
    await ports.settled();
    await ports.at(TODAY + PRACTICE_LIFE - 1);
    assert.deepEqual(drawn().at(-1), ["closed", true]);
    await ports.at(TODAY + PRACTICE_LIFE);
    assert.deepEqual(left(), []);
  });

  it("leaves it so too when nothing ran at the end of its week", async () => {
    await stored(ports, aGroup(), beyond());
    await ports.settled();
    await ports.at(TODAY + PRACTICE_LIFE + DAY);
    assert.deepEqual(drawn().at(-1), ["closed", true]);
    await ports.at(TODAY + PRACTICE_LIFE + DAY + HOUR);
    assert.deepEqual(left(), []);
  });

  it("is deleted by the next try when a crash cut the first one off midway", async () => {
    await stored(ports, aGroup(), practice(), [aNomination(), aCandidate()]);
    const whole = ports.store;
    let commits = 0;
    ports.store = {
      ...bound(whole),
      commit: async (pk, writes) => {
        if (++commits === 3) throw new Error("crash");
        await whole.commit(pk, writes);
      },
    };
    await assert.rejects(purgeRound(ports, "call:7f3k"), /crash/);
    assert.notEqual(left().length, 0);
    ports.store = whole;
    await purgeRound(ports, "call:7f3k");
    assert.deepEqual(left(), []);
  });
});

describe("a real call", () => {
  it("isn't deleted while its group keeps it", async () => {
    const ports = testPorts();
    await stored(ports, aGroup(), aCall({ createdAt: TODAY, said: [] }));
    await ports.at(TODAY + 400 * DAY);
    assert.equal((await readCall(ports.store, "call:7f3k"))?.status, "closed");
    await ports.dispose();
  });
});

const bound = (store: Store): Store => ({
  get: (...a) => store.get(...a),
  list: (...a) => store.list(...a),
  commit: (...a) => store.commit(...a),
  due: (...a) => store.due(...a),
  close: () => store.close(),
});

/** A store that knows by heart what stands in it. */
const remembering = (store: Store, docs: Map<string, string>): Store => ({
  ...bound(store),
  async commit(pk, writes) {
    await store.commit(pk, writes);
    for (const write of writes)
      if (write.op === "delete") docs.delete(`${pk} ${write.id}`);
      else docs.set(`${pk} ${write.doc.id}`, JSON.stringify(write.doc.body));
  },
});
