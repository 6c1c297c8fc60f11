import assert from "node:assert/strict";
import type { Call, Outage } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../../bot/domain/time.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { listCall, listGroup, listPoll } from "../../bot/usecases/listing.ts";
import { outageDoc } from "../../bot/usecases/outage.ts";
import { pass } from "../../bot/usecases/pass.ts";
import { NewerSchema } from "../../bot/usecases/ports.ts";
import { readCall, readPoll } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, moment } from "../support/builders.ts";
import { aPoll } from "../support/polls.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

const CALL = "call:7f3k" as const;
const deadline = moment("2027-05-14", "16:15").at;
const consentBy = moment("2027-05-18", "16:15").at;

describe("an outage", () => {
  let ports: TestPorts;
  let beats = 0;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  /** The sign that ends an outage, as the lease's batch writes it. */
  const ends = async (outage: Outage, tenants = ["tenant-1"]) => {
    ports.clock.set(outage.to);
    await ports.store.commit("settler", [{ op: "create", doc: outageDoc("settler", ++beats, outage, tenants) }]);
  };
  const left = async () => (await ports.store.list("settler", "outage")).docs;
  const happened = async (from: Instant, to: Instant) => {
    await ends({ from, to });
    await ports.settled();
    assert.deepEqual(await left(), []);
  };
  const told = async (round: string) =>
    (await ports.store.list(round, "delivery")).docs.filter((d) => JSON.stringify(d.body).includes('"outage"'));
  const ofCall = async () => (await readCall(ports.store, CALL))?.outages;
  const open = (own: Partial<Call> = {}, facts: Candidate[] = []) => stored(ports, aGroup(), aCall(own), facts);

  it("stands in the record of every call that was open in it, and each officer is told once", async () => {
    await open();
    const outage = { from: TODAY, to: TODAY + HOUR };
    await happened(outage.from, outage.to);
    await happened(outage.from, outage.to);
    assert.deepEqual(await ofCall(), [outage]);
    assert.equal((await told(CALL)).length, 3);
    const entries = (await ports.store.list(CALL, "entry")).docs;
    assert.equal(entries.filter((d) => JSON.stringify(d.body).includes('"outage"')).length, 1);
  });

  it("is no matter for a call that had closed and waited for nobody any more, nor for one that wasn't published", async () => {
    await open({ status: "closed", closedAt: TODAY - 2 * DAY, consentBy: moment("2027-05-05") });
    await happened(TODAY, TODAY + HOUR);
    assert.equal(await ofCall(), undefined);
    const { openedAt: _, ...draft } = aCall({ id: "call:new", status: "draft" });
    await listCall(ports, draft.group, draft.id);
    await begin(ports, draft, aGroup(), "ehdolla", "callDrafted");
    await happened(TODAY + DAY, TODAY + DAY + HOUR);
    assert.equal((await readCall(ports.store, draft.id))?.outages, undefined);
  });

  for (const first of ["opens", "is noted"] as const)
    it(`is a matter of a call that was to open in it, also when it ${first} first`, async () => {
      const at = TODAY + 10 * MINUTE;
      const { openedAt: _, ...call } = aCall({
        status: "draft",
        publishing: { by: "person:chair", pressedAt: TODAY, at },
      });
      await stored(ports, aGroup(), call);
      const outage = { from: TODAY + MINUTE, to: TODAY + HOUR };
      if (first === "opens") await ports.at(outage.to);
      await ends(outage);
      if (first === "is noted") {
        while ((await left()).length > 0) for (const doc of await left()) await pass(ports, doc);
        assert.equal((await told(CALL)).length, 0, "officers are told of an open call");
      }
      await ports.settled();
      const opened = await readCall(ports.store, CALL);
      assert.deepEqual([opened?.openedAt, opened?.outages], [at, [outage]]);
      assert.equal((await told(CALL)).length, 3);
    });

  it("is a matter of a call that closed in it, judged by when it was to close", async () => {
    await open();
    await ports.at(deadline + HOUR);
    await happened(deadline - MINUTE, deadline + HOUR);
    assert.equal((await ofCall())?.length, 1);
  });

  it("that is shorter than a minute matters only where a deadline lies in it", async () => {
    await open();
    await happened(TODAY, TODAY + 59_999);
    assert.equal(await ofCall(), undefined);
    const short = { from: deadline - 50_000, to: deadline + 5_000 };
    await happened(short.from, short.to);
    assert.deepEqual(await ofCall(), [short]);
    await happened(deadline + MINUTE, deadline + MINUTE + 50_000);
    await happened(consentBy - 5_000, consentBy + 1);
    assert.equal((await ofCall())?.length, 2, "the time to consent ends too");
  });

  it("is a matter of a closed call for as long as its candidates may answer", async () => {
    await open({ status: "closed", closedAt: deadline + 5_000 }, [aCandidate()]);
    await happened(consentBy - MINUTE, consentBy + HOUR);
    await happened(consentBy + 1, consentBy + HOUR);
    assert.deepEqual(await ofCall(), [{ from: consentBy - MINUTE, to: consentBy + HOUR }]);
  });

  it("is one, too, in the time that a single candidate was given after the others", async () => {
    const own = moment("2027-05-19", "12:00");
    await open({ status: "closed", closedAt: deadline + 5_000 }, [
      aCandidate(),
      aCandidate({ id: "cand:02", person: "person:oskari", email: "oskari@example.org", consentBy: own }),
    ]);
    await happened(own.at - 10_000, own.at + 1);
    await happened(consentBy + HOUR, consentBy + 2 * HOUR);
    await happened(own.at + 1, own.at + HOUR);
    assert.deepEqual(
      (await ofCall())?.map(({ from }) => from),
      [own.at - 10_000, consentBy + HOUR],
    );
  });

  it("is none any more when the call has been cancelled or the selection made", async () => {
    const over = { at: deadline + HOUR, by: "person:chair", reason: "Tarve poistui." } as const;
    await open({ status: "cancelled", closedAt: deadline + 5_000, cancelled: over });
    await happened(deadline + 2 * HOUR, deadline + 3 * HOUR);
    assert.equal(await ofCall(), undefined);
    await change(ports, CALL, "ehdolla", ({ call }) => {
      const { cancelled: _, ...rest } = call as Call;
      const facts = [{ ...rest, status: "selected" as const, selectedAt: deadline + 4 * HOUR }];
      return { ok: true, state: { facts, events: [] } };
    });
    await happened(deadline + 3.5 * HOUR, deadline + 3.8 * HOUR);
    await happened(deadline + 5 * HOUR, deadline + 6 * HOUR);
    assert.equal((await ofCall())?.length, 1);
  });

  it("stands in the record of a poll that was open in it, and its officers are told", async () => {
    const group = aGroup();
    const { deadline: until } = aPoll();
    assert(until);
    await stored(ports, group);
    const polls = [
      aPoll({ openedAt: TODAY }),
      aPoll({ id: "poll:closed", openedAt: TODAY - DAY, status: "closed", closedAt: TODAY - HOUR }),
    ];
    for (const poll of polls) {
      await listPoll(ports, group.id, poll.id);
      await begin(ports, poll, group, "ehdolla", "pollDrafted");
    }
    const outage = { from: until.at - 30_000, to: until.at + 10_000 };
    await happened(outage.from, outage.to);
    const noted = await readPoll(ports.store, "poll:june");
    assert.deepEqual([noted?.outages, noted?.closedAt], [[outage], until.at + 5_000]);
    assert.equal((await told("poll:june")).length, 3);
    assert.equal((await readPoll(ports.store, "poll:closed"))?.outages, undefined);
  });

  it("is walked page by page, and where a walk broke off the next one goes on", async () => {
    const calls = Array.from({ length: 30 }, (_, i) => aCall({ id: `call:${String(i).padStart(2, "0")}` }));
    await stored(ports, aGroup());
    await listGroup(ports, "tenant-2", "group:kaislaranta");
    for (const call of calls) {
      await listCall(ports, call.group, call.id);
      await begin(ports, call, aGroup(), "ehdolla", "callDrafted");
    }
    await ends({ from: TODAY, to: TODAY + HOUR }, ["tenant-1", "tenant-2"]);
    const { commit } = ports.store;
    let before = 0;
    for (let steps = 0, doc = (await left())[0]; doc; doc = (await left())[0], steps++) {
      assert(steps < 20);
      // killed after having told those of this page, before that is written down
      ports.store.commit = async (pk, writes) => {
        if (pk === "settler") throw new Error("killed");
        await commit(pk, writes);
      };
      await assert.rejects(pass(ports, doc), /killed/);
      ports.store.commit = commit;
      const now = (await Promise.all(calls.map(({ id }) => told(id)))).flat().length;
      assert(now - before <= 60, "no more than a page at a time");
      before = now;
      await pass(ports, doc);
    }
    assert.deepEqual(
      (await Promise.all(calls.map(({ id }) => told(id)))).map((docs) => docs.length),
      calls.map(() => 3),
    );
  });

  it("leaves out what a newer Ehdolla wrote, and tells the others", async () => {
    await open();
    await listCall(ports, "group:kaislaranta", "call:00");
    const { get } = ports.store;
    ports.store.get = async (pk, id) => {
      if (pk === "call:00") throw new NewerSchema("call call:00/header has schema 2");
      return get(pk, id);
    };
    await happened(TODAY, TODAY + HOUR);
    assert.equal((await ofCall())?.length, 1);
  });
});
