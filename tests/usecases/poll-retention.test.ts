import assert from "node:assert/strict";
import type { Change } from "../../bot/domain/facts.ts";
import type { KeptId } from "../../bot/domain/ids.ts";
import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { type Kept, purgeAt } from "../../bot/domain/retention.ts";
import { DAY, MINUTE } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { saveGroup } from "../../bot/usecases/group.ts";
import { waitingFor } from "../../bot/usecases/home.ts";
import { meetingsOf, pollsOf } from "../../bot/usecases/listing.ts";
import { readPerson, roundsOf } from "../../bot/usecases/people.ts";
import { notePurge, purgedWhenOver } from "../../bot/usecases/retention.ts";
import { docsOf, readGroup, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { moment } from "../support/builders.ts";
import {
  answers,
  attends,
  decided,
  GROUP,
  openPoll,
  type PollScene,
  pollScene,
  TENANT,
} from "../support/poll-scene.ts";

describe("a poll and its meeting whose group's retention ends", () => {
  let scene: PollScene;
  let poll: Poll;
  let meeting: Meeting;
  let petra: Person;

  beforeEach(async () => {
    scene = await pollScene();
    ({ poll, petra } = await openPoll(scene));
    await answers(scene, poll, scene.sanna.id, { comment: "Mielellään etänä." });
    await answers(scene, poll, petra.id);
    meeting = await decided(scene, poll);
    await attends(scene, meeting, scene.sanna.id);
    poll = (await readPoll(scene.ports.store, poll.id)) ?? assert.fail();
    meeting = (await readMeeting(scene.ports.store, meeting.id)) ?? assert.fail();
  });
  afterEach(() => scene.ports.dispose());

  const endOf = async (kept: Kept) => {
    const group = (await readGroup(scene.ports.store, GROUP)) ?? assert.fail();
    return purgeAt(kept, group) ?? assert.fail();
  };
  const told = () =>
    scene.ports.sent
      .filter((m) => m.showing.delivery.saying.kind === "purgeComing")
      .map((m) => m.showing.poll?.id ?? m.showing.meeting?.id);
  const tasks = async () =>
    (await waitingFor(scene.ports, scene.chair.id, TENANT)).flatMap((w) => (w.kind === "purge" ? [w.round] : []));
  const entries = async () => {
    const found: { events: string[]; facts: { id: string; digest: string }[] }[] = [];
    for await (const { body } of docsOf(scene.ports.store, GROUP, "entry")) found.push(body as never);
    return found;
  };
  const left = (id: KeptId) =>
    [...scene.docs].filter(([key, body]) => `${key} ${body}`.includes(id) && !key.startsWith(`${GROUP} entry:`));

  it("is announced to its officers a fortnight before, each in its own time, in a message and on their list", async () => {
    const { ports, chair } = scene;
    const [first, last] = [await endOf(poll), await endOf(meeting)];
    assert.ok(first < last);
    await ports.at(first - 14 * DAY - 1);
    assert.deepEqual([told(), await tasks()], [[], []]);
    await ports.at(first - 14 * DAY);
    assert.deepEqual([told(), await tasks()], [[poll.id], [poll.id]]);
    const press = { tenant: TENANT, by: chair.id, nonce: "nonce-0001" };
    assert.ok((await notePurge(ports, { round: poll.id, ...press })).ok);
    assert.deepEqual(await tasks(), []);
    await ports.at(last - 14 * DAY);
    assert.deepEqual([told(), await tasks()], [[poll.id, meeting.id], [meeting.id]]);
  });

  it("is gone at the very instant with answers, boxes, messages and notes, and the group's record says how its own ended", async () => {
    const { ports, chair, sanna } = scene;
    const ends: [Kept, string][] = [
      [poll, "pollPurged"],
      [meeting, "meetingPurged"],
    ];
    for (const [kept, event] of ends) {
      const end = await endOf(kept);
      await ports.at(end - 1);
      const head = (await verifyRound(ports.store, kept.id))?.head.head;
      assert.ok(head);
      await ports.at(end);
      // a meeting still says which poll it was chosen in
      assert.deepEqual(
        left(kept.id).filter(([key]) => kept.kind !== "poll" || !key.startsWith(meeting.id)),
        [],
      );
      const [line, ...more] = (await entries()).filter(({ events }) => events.includes(event));
      assert.deepEqual(more, []);
      assert.equal(line?.facts.find(({ id }) => id === kept.id)?.digest, head);
    }
    assert.deepEqual([await pollsOf(ports, GROUP), await meetingsOf(ports, GROUP)], [[], []]);
    assert.deepEqual([await roundsOf(ports.store, sanna.id), await roundsOf(ports.store, chair.id)], [[], [GROUP]]);
    assert.deepEqual((await verifyRound(ports.store, GROUP))?.damage, []);
  });

  it("knows people outside Teams as long as the meeting is that they were called to, and then forgets them", async () => {
    const { ports, docs } = scene;
    await ports.at(await endOf(poll));
    assert.equal((await readPerson(ports.store, petra.id))?.name, "Petra Lounasvuo");
    await ports.at(await endOf(meeting));
    assert.deepEqual(
      [...docs].filter(([key, body]) => /Lounasvuo|petra/i.test(body) || `${key} ${body}`.includes(petra.id)),
      [],
    );
  });

  it("is recorded once, however often a crash cuts its erasing off", async () => {
    const { ports } = scene;
    const whole = ports.store;
    ports.clock.set(await endOf(poll));
    for (const at of [1, 3, 6]) {
      let deletes = 0;
      ports.store = {
        ...whole,
        commit: async (pk, writes) => {
          if (writes.some(({ op }) => op === "delete") && ++deletes === at) throw new Error("crash");
          await whole.commit(pk, writes);
        },
      };
      await assert.rejects(purgedWhenOver(ports, poll), /crash/);
    }
    ports.store = whole;
    assert.ok(await purgedWhenOver(ports, poll));
    assert.equal(await readPoll(ports.store, poll.id), undefined);
    assert.equal((await entries()).filter(({ events }) => events.includes("pollPurged")).length, 1);
  });

  const retention = async (months: number, nonce: string) => {
    const { ports, chair } = scene;
    const group = (await readGroup(ports.store, GROUP)) ?? assert.fail();
    const { controller = {}, legalBasis = {} } = group;
    const settings = { ...group, controller, legalBasis, retentionMonths: months };
    assert.ok((await saveGroup(ports, { group: GROUP, by: chair.id, settings, nonce, rev: group.rev })).ok);
  };

  it("from before polls and meetings had a day gets one with its group's settings", async () => {
    const { store } = scene.ports;
    for (const id of [poll.id, meeting.id]) {
      const { dueAt: _, ...doc } = (await store.get(id, "header")) ?? assert.fail();
      await store.commit(id, [{ op: "replace", doc: { ...doc, version: doc.version + 1 } }]);
    }
    await scene.ports.at((await endOf(meeting)) + 30 * DAY);
    assert.ok((await readPoll(store, poll.id)) && (await readMeeting(store, meeting.id)));
    await retention(7, "nonce-0001");
    for (const kept of [
      (await readPoll(store, poll.id)) ?? assert.fail(),
      (await readMeeting(store, meeting.id)) ?? assert.fail(),
    ])
      await scene.ports.at(await endOf(kept));
    assert.deepEqual([await pollsOf(scene.ports, GROUP), await meetingsOf(scene.ports, GROUP)], [[], []]);
  });

  /** What the channel's post showed each time. */
  const drawn = (id: KeptId) =>
    scene.ports.sent
      .filter((m) => m.to.kind === "channel" && m.showing.delivery.saying.kind === "poll" && m.showing.poll?.id === id)
      .map((m) => m.showing.poll?.status);
  const opened = async (own: (poll: Poll) => Poll = (one) => one) => {
    const { poll: open } = await openPoll(scene);
    await change<Change, never>(scene.ports, open.id, "ehdolla", (round) => {
      const facts = round.poll ? [own(round.poll)] : [];
      return { ok: true, state: { facts, events: ["pollWritten"] } };
    });
    await scene.ports.settled();
    return open.id;
  };

  it("closes first where it was still open, when its last time is over, and its post in the channel is history long before it is erased", async () => {
    const { ports } = scene;
    const id = await opened(({ deadline: _, ...rest }) => ({ ...rest, reminders: [] }));
    const last = moment("2027-06-08", "10:30").at;
    await ports.at(last - 1);
    assert.equal((await readPoll(ports.store, id))?.status, "open");
    await ports.at(last);
    const over = (await readPoll(ports.store, id)) ?? assert.fail();
    assert.deepEqual([over.status, over.closedBy, over.closedAt], ["closed", "over", last]);
    await ports.at(last + MINUTE);
    assert.equal(drawn(id).at(-1), "closed");
    await ports.at(await endOf(over));
    assert.equal(await readPoll(ports.store, id), undefined);
  });

  it("closes first, is shown so and erased with the usual notice where nothing ran until after its day", async () => {
    const { ports } = scene;
    const endless = await opened(({ deadline: _, ...rest }) => ({ ...rest, reminders: [] }));
    const late = moment("2028-06-08", "10:30").at;
    for (const id of [await opened(), endless]) {
      await ports.at(late);
      assert.equal((await readPoll(ports.store, id))?.status, "closed");
      assert.equal(drawn(id).at(-1), "closed");
      assert.ok(told().includes(id));
      assert.deepEqual((await verifyRound(ports.store, id))?.damage, []);
    }
    await ports.at(late + 14 * DAY);
    assert.deepEqual(await pollsOf(ports, GROUP), []);
  });

  it("gets a new day with its group's settings, and never without notice", async () => {
    const { ports } = scene;
    const end = await endOf(poll);
    await retention(12, "nonce-0001");
    await ports.at(end);
    assert.ok(await readPoll(ports.store, poll.id));
    await retention(1, "nonce-0002");
    await ports.settled();
    assert.deepEqual(told().sort(), [meeting.id, poll.id].sort());
    await ports.at(end + 14 * DAY - 1);
    assert.ok((await readPoll(ports.store, poll.id)) && (await readMeeting(ports.store, meeting.id)));
    for (const id of [poll.id, meeting.id]) assert.deepEqual((await verifyRound(ports.store, id))?.damage, []);
    await ports.at(end + 14 * DAY);
    assert.deepEqual([await pollsOf(ports, GROUP), await meetingsOf(ports, GROUP)], [[], []]);
  });
});
