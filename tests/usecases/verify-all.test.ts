import assert from "node:assert/strict";
import { merge } from "../../bot/domain/candidate-merge.ts";
import type { KeptId, RoundId } from "../../bot/domain/ids.ts";
import { PRACTICE_LIFE } from "../../bot/domain/passing.ts";
import { type Kept, purgeAt } from "../../bot/domain/retention.ts";
import { DAY } from "../../bot/domain/time.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { startCall } from "../../bot/usecases/call.ts";
import { change } from "../../bot/usecases/change.ts";
import { deleteDraft } from "../../bot/usecases/draft-delete.ts";
import { eraseOwn } from "../../bot/usecases/erase.ts";
import { listCall, tenantPk } from "../../bot/usecases/listing.ts";
import { ofPerson } from "../../bot/usecases/my-data.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { purgedWhenOver } from "../../bot/usecases/retention.ts";
import { openRound, readCall, readGroup, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyAll } from "../../bot/usecases/verify-all.ts";
import { aCall, aCandidate, aNomination } from "../support/builders.ts";
import {
  accepted,
  answers,
  attends,
  decided,
  GROUP,
  openPoll,
  type PollScene,
  pollScene,
  TENANT,
} from "../support/poll-scene.ts";
import { TODAY } from "../support/ports.ts";

const CALL = "call:7f3k";

describe("the check of all records", () => {
  let scene: PollScene;
  beforeEach(async () => {
    scene = await pollScene();
  });
  afterEach(() => scene.ports.dispose());

  const found = async (store: Store = scene.ports.store) => {
    const all = new Map<RoundId, string[]>();
    const checking = { store, now: scene.ports.clock.now(), anchor: undefined };
    for await (const { round, damage, erasing } of verifyAll(checking, [tenantPk(TENANT)]))
      all.set(round, erasing ? ["erasing"] : damage.map(({ kind }) => kind));
    return all;
  };
  const unbroken = async () => {
    const all = await found();
    assert.deepEqual(
      [...all].filter(([, damage]) => damage.length > 0),
      [],
    );
    return [...all.keys()];
  };
  /** A call with two proposals, which opens in the usual way. */
  const opened = async (own: Parameters<typeof aCall>[0] = {}) => {
    const { ports, chair, sanna } = scene;
    const group = (await readGroup(ports.store, GROUP)) ?? assert.fail();
    const publishing = { by: chair.id, pressedAt: TODAY, at: TODAY };
    await listCall(ports, GROUP, CALL);
    await begin(ports, aCall({ status: "draft", publishing, said: [], ...own }), group, chair.id, "callDrafted");
    await ports.settled();
    const facts = [
      aNomination({ nominee: { name: sanna.name, person: sanna.id } }),
      aCandidate({ person: sanna.id }),
      aNomination({ id: "nom:02", code: "E7F3K02", candidate: "cand:02" }),
      aCandidate({ id: "cand:02", nominations: ["nom:02"] }),
    ];
    await change(ports, CALL, chair.id, () => ({ ok: true, state: { facts, events: ["nominated"] } }));
    await ports.settled();
    return (await readCall(ports.store, CALL)) ?? assert.fail();
  };
  const without = (gone: RoundId): Store => ({
    ...scene.ports.store,
    get: async (pk, id) => (pk === gone || id === gone ? undefined : scene.ports.store.get(pk, id)),
    list: async (pk, ...rest) => {
      const { docs, ...page } = await scene.ports.store.list(pk, ...rest);
      return { docs: docs.filter((doc) => doc.pk !== gone && doc.id !== gone), ...page };
    },
    due: async (...args) => (await scene.ports.store.due(...args)).filter(({ pk }) => pk !== gone),
  });

  it("misses a call that opened, a poll that was posted and a meeting, each gone with all that tells of it", async () => {
    const call = await opened();
    const { poll } = await openPoll(scene);
    const meeting = await decided(scene, poll);
    await unbroken();
    for (const { id } of [call, poll, meeting])
      assert.deepEqual((await found(without(id))).get(id), ["roundMissing"], id);
  });

  it("tells of each of them once, and not of drafts and practice, which come and go", async () => {
    const call = await opened({ practice: true });
    await startCall(scene.ports, { group: GROUP, by: scene.chair.id, practice: false, nonce: "nonce-1" });
    const { poll } = await openPoll(scene);
    const meeting = await decided(scene, poll);
    for (let day = 1; day < 5; day++) await scene.ports.at(TODAY + day * DAY);
    const docs = (await scene.ports.store.list(GROUP, "entry")).docs;
    const told = docs.flatMap(({ body }) => (body as { facts: { id: string }[] }).facts.map(({ id }) => id));
    assert.deepEqual(
      told.filter((id) => id !== GROUP),
      [poll.id, meeting.id],
    );
    assert.ok(call.practice);
  });

  it("takes for whole what was taken back, merged, erased or deleted in the usual ways", async () => {
    const { ports, chair, sanna } = scene;
    const draft = accepted(await startCall(ports, { group: GROUP, by: chair.id, practice: false, nonce: "nonce-1" }));
    accepted(await deleteDraft(ports, { draft: draft.id, by: chair.id, tenant: TENANT }));
    const { poll } = await openPoll(scene);
    await answers(scene, poll, sanna.id);
    const meeting = await decided(scene, poll);
    await attends(scene, meeting, sanna.id);
    await opened();
    accepted(
      await change(ports, CALL, chair.id, async (round) => {
        const [candidate, other] = await round.list("candidate");
        if (!round.call || !candidate || !other) assert.fail();
        const press = { by: chair.id, rev: candidate.rev, otherRev: other.rev, nonce: "nonce-2", arrivedAt: TODAY };
        const nominations = await round.list("nomination");
        return merge({ group: round.group, call: round.call, candidate }, { other, nominations }, press);
      }),
    );
    assert.deepEqual((await unbroken()).sort(), [CALL, GROUP, draft.id, meeting.id, poll.id].sort());
    await eraseOwn(ports, ofPerson(sanna, TENANT));
    await ports.settled();
    assert.equal((await openRound(ports, poll.id))?.poll?.asked.length, 3);
    await unbroken();
  });

  it("misses nothing that was erased when its retention ended, and takes what a crash left of it for being erased", async () => {
    const { ports } = scene;
    const { poll } = await openPoll(scene);
    const meeting = await decided(scene, poll);
    const call = await opened();
    const { term: _, ...closed } = { ...call, status: "closed" as const, closedAt: TODAY };
    await change(ports, CALL, "ehdolla", () => ({ ok: true, state: { facts: [closed], events: ["callClosed"] } }));
    const group = (await readGroup(ports.store, GROUP)) ?? assert.fail();
    const now = async (id: KeptId): Promise<Kept> =>
      (await (id === poll.id ? readPoll : id === CALL ? readCall : readMeeting)(ports.store, id)) ?? assert.fail();
    const whole = ports.store;
    for (const id of [poll.id, meeting.id, CALL] as const) {
      const kept = await now(id);
      ports.clock.set(purgeAt(kept, group) ?? assert.fail());
      for (const at of [1, 3, 5]) {
        let deletes = 0;
        ports.store = {
          ...whole,
          commit: async (pk, writes) => {
            if (writes.some(({ op }) => op === "delete") && ++deletes === at) throw new Error("crash");
            await whole.commit(pk, writes);
          },
        };
        await assert.rejects(purgedWhenOver(ports, kept), /crash/);
        ports.store = whole;
        assert.deepEqual((await found()).get(id), ["erasing"], `${id} ${at}`);
      }
      assert.ok(await purgedWhenOver(ports, kept));
      assert.ok(!(await unbroken()).includes(id));
    }
  });

  it("takes what a crash left of a practice call whose week is over for being erased, and not before", async () => {
    const { ports } = scene;
    await opened({ practice: true, createdAt: TODAY });
    const lost = without("nom:01" as RoundId);
    assert.deepEqual((await found(lost)).get(CALL), ["factMissing"]);
    ports.clock.set(TODAY + PRACTICE_LIFE + DAY);
    await change(ports, CALL, "ehdolla", ({ call }) => ({
      ok: true,
      state: { facts: call ? [{ ...call, status: "closed" }] : [], events: ["callClosed"] },
    }));
    assert.deepEqual((await found(lost)).get(CALL), ["erasing"]);
  });
});
