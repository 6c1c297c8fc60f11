import assert from "node:assert/strict";
import type { Meeting } from "../../bot/domain/meeting.ts";
import { keptOf } from "../../bot/domain/own-data.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { handAnswerLink, openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { eraseOwn } from "../../bot/usecases/erase.ts";
import { mintCalendarLink, openCalendar } from "../../bot/usecases/ics.ts";
import { ofAddress, ofPerson, ownDataOf } from "../../bot/usecases/my-data.ts";
import { readPerson, roundsOf } from "../../bot/usecases/people.ts";
import { closePoll } from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { pollView } from "../../bot/usecases/poll-reading.ts";
import { openRound, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import {
  accepted,
  answers,
  attends,
  decided,
  GROUP,
  openPoll,
  PETRA,
  type PollScene,
  pollScene,
  pressOf,
  TENANT,
} from "../support/poll-scene.ts";

describe("one's own data in polls and meetings", () => {
  let scene: PollScene;
  let poll: Poll;
  let meeting: Meeting;
  let petra: Person;
  afterEach(() => scene.ports.dispose());

  /** Sanna answers herself and for the meeting; Oskari answers for her before that, and she for nobody. */
  const begin = async (own: Parameters<typeof pollScene>[0] = {}) => {
    scene = await pollScene(own);
    ({ poll, petra } = await openPoll(scene));
    const { sanna, oskari } = scene;
    await answers(scene, poll, sanna.id, { by: oskari.id, as: "substitute", comment: "Kaislamo kulkee bussilla." });
    await answers(scene, poll, oskari.id, { choices: { o1: "ifNeeded", o2: "no" } });
    await answers(scene, poll, petra.id, { comment: "Lounasvuo" });
    meeting = await decided(scene, poll);
    await attends(scene, meeting, sanna.id, { comment: "Tulen, Kaislamo." });
    await attends(scene, meeting, petra.id);
    await scene.ports.settled();
  };
  const ofSanna = () => ofPerson(scene.sanna, TENANT);
  const ofPetra = () => ofAddress(scene.ports, PETRA, GROUP);
  const traces = (of: RegExp, id: string) =>
    [...scene.docs].filter(
      ([key, body]) => !key.includes(" entry:") && (of.test(body) || `${key} ${body}`.includes(id)),
    );
  const boxTraces = (key: string) => key.includes(" lines:");
  const damage = async () =>
    Promise.all(
      [poll.id, meeting.id, GROUP as `group:${string}`].map(
        async (id) => (await verifyRound(scene.ports.store, id))?.damage,
      ),
    );
  const unbroken = async () => assert.deepEqual(await damage(), [[], [], []]);
  const fresh = async () => ({
    poll: (await readPoll(scene.ports.store, poll.id)) ?? assert.fail(),
    meeting: (await readMeeting(scene.ports.store, meeting.id)) ?? assert.fail(),
  });

  it("shows one's answer with who gave it, the comment, the stand-in by name, attendance and messages", async () => {
    await begin();
    const { polls, meetings } = await ownDataOf(scene.ports, ofSanna());
    const [own, ...more] = polls;
    assert.deepEqual(more, []);
    assert.deepEqual(
      own?.answers.map((a) => [a.choices, a.comment, a.as, own.names[a.by]]),
      [[{ o1: "yes" }, "Kaislamo kulkee bussilla.", "substitute", "Oskari Haavisalo"]],
    );
    assert.deepEqual(
      own?.asked.flatMap((a) => a.standIns?.map((s) => own.names[s.person])),
      ["Oskari Haavisalo"],
    );
    assert.ok(own?.deliveries.some((d) => d.saying.kind === "pollRequest"));
    assert.ok(own?.deliveries.every((d) => d.to.to === "person" && d.to.person === scene.sanna.id));
    assert.deepEqual(
      meetings.map((m) => [m.invited.map((i) => i.role), m.answers.map((a) => [a.coming, a.comment])]),
      [[["member"], [["yes", "Tulen, Kaislamo."]]]],
    );
  });

  it("shows whom one may answer for and did, and nothing of what the others answered themselves", async () => {
    await begin();
    const { polls } = await ownDataOf(scene.ports, ofPerson(scene.oskari, TENANT));
    assert.deepEqual(
      polls[0]?.standsIn.map((s) => [polls[0]?.names[s.for], s.as]),
      [["Sanna Kaislamo", "substitute"]],
    );
    assert.deepEqual(
      polls[0]?.gave.map((a) => a.person),
      [scene.sanna.id],
    );
    assert.deepEqual(
      polls[0]?.answers.map((a) => a.person),
      [scene.oskari.id],
    );
  });

  it("is found by the address under which a poll asked somebody outside Teams, in that group only", async () => {
    await begin();
    const { polls, meetings } = await ownDataOf(scene.ports, await ofAddress(scene.ports, PETRA.toUpperCase(), GROUP));
    assert.deepEqual(
      polls.map((p) => p.answers.map((a) => a.person)),
      [[petra.id]],
    );
    assert.equal(meetings.length, 1);
    assert.deepEqual((await ownDataOf(scene.ports, await ofAddress(scene.ports, PETRA, "group:other"))).polls, []);
    assert.deepEqual((await ownDataOf(scene.ports, ofPerson(scene.sanna, "tenant-2"))).polls, []);
  });

  describe("erased", () => {
    it("is gone from the poll, the meeting, answers, messages, links and notes in the organisations' own group", async () => {
      await begin();
      const { kept, gone } = await eraseOwn(scene.ports, ofSanna());
      assert.deepEqual([kept, gone], [[], true]);
      await scene.ports.settled();
      assert.deepEqual(
        traces(/Kaislamo|29:Sanna/, scene.sanna.id).filter(([key]) => !boxTraces(key)),
        [],
      );
      const now = await fresh();
      assert.equal(now.poll.asked.length, 3);
      assert.equal(now.meeting.invited.length, 3);
      await unbroken();
    });

    it("leaves nobody's name in what boxes and record tell, and a line that somebody was erased", async () => {
      await begin();
      await eraseOwn(scene.ports, ofSanna());
      const told = [...scene.docs].filter(([key]) => key.includes(" entry:") || boxTraces(key));
      assert.ok(told.every(([, body]) => !/Kaislamo/.test(body)));
      for (const id of [poll.id, meeting.id])
        assert.ok(told.some(([key, body]) => key.startsWith(`${id} entry:`) && body.includes('"erased"')));
    });

    it("leaves the answer that they gave for another, given by nobody, and the record vouches for it", async () => {
      await begin();
      await eraseOwn(scene.ports, ofPerson(scene.oskari, TENANT));
      const round = (await openRound(scene.ports, poll.id)) ?? assert.fail();
      const answer = await round.get("pollAnswer", pollAnswerIdOf(scene.sanna.id));
      assert.deepEqual([answer?.by, answer?.choices, answer?.as], ["person:erased", { o1: "yes" }, "substitute"]);
      assert.deepEqual(
        (await fresh()).poll.asked.flatMap((a) => a.standIns ?? []),
        [],
      );
      await unbroken();
    });

    it("stays in an authority's group, with all that leads to the person", async () => {
      await begin({ body: "authority" });
      const before = JSON.stringify([...scene.docs].sort());
      const { rounds, kept } = await eraseOwn(scene.ports, ofSanna());
      assert.deepEqual([rounds, kept.map((own) => keptOf(own).id)], [0, [poll.id, meeting.id]]);
      await eraseOwn(scene.ports, await ofPetra());
      assert.equal(JSON.stringify([...scene.docs].sort()), before);
    });

    it("of somebody outside Teams ends their links and forgets who they were", async () => {
      await begin();
      const { ports, chair } = scene;
      const hand = { round: meeting.id, person: petra.id, by: chair.id, tenant: TENANT, nonce: "hand-0001" };
      const link = accepted(await handAnswerLink(ports, hand));
      const [part = "", token = ""] = link.url.split("/").slice(-2);
      assert.ok(await openAnswerLink(ports, "m", part, token));
      await eraseOwn(ports, await ofPetra());
      await ports.settled();
      assert.equal(await openAnswerLink(ports, "m", part, token), undefined);
      assert.equal(await readPerson(ports.store, petra.id), undefined);
      assert.deepEqual(
        traces(/Lounasvuo|petra/, petra.id).filter(([key]) => !boxTraces(key)),
        [],
      );
      await unbroken();
    });

    it("takes the calendar file away that a link brought", async () => {
      await begin();
      const { ports, sanna } = scene;
      const url = await mintCalendarLink(ports, { meeting, person: sanna.id, lang: "fi" });
      const token = url.split("/calendar/")[1] ?? "";
      assert.match((await openCalendar(ports, token))?.text ?? "", /BEGIN:VEVENT/);
      await eraseOwn(ports, ofSanna());
      assert.equal(await openCalendar(ports, token), undefined);
    });

    it("changes how the poll stands, for officers and in the channel, and can close what waited for nobody else", async () => {
      scene = await pollScene();
      ({ poll } = await openPoll(scene));
      await answers(scene, poll, scene.sanna.id);
      const before = scene.ports.sent.length;
      await eraseOwn(scene.ports, ofSanna());
      await scene.ports.at(scene.ports.clock.now() + 5_000);
      const view = await pollView(scene.ports, poll.id, { in: "person", person: scene.chair.id });
      assert.deepEqual([view?.asked, view?.answered, view?.others], [3, 0, 0]);
      const drawn = scene.ports.sent.slice(before).filter((m) => m.to.kind === "channel");
      assert.equal(drawn.at(-1)?.showing.pollView?.answered, 0);
      assert.ok(
        scene.ports.sent.slice(before).every(({ to }) => to.kind !== "person" || to.person.id !== scene.sanna.id),
      );
    });

    it("begins anew for whoever leads the group, stays in its settings, and answers again", async () => {
      scene = await pollScene();
      ({ poll } = await openPoll(scene));
      const { ports, chair } = scene;
      await answers(scene, poll, chair.id);
      await answers(scene, poll, chair.id, { rev: 1, choices: { o2: "no" } });
      const { gone } = await eraseOwn(ports, ofPerson(chair, TENANT));
      assert.equal(gone, false);
      const now = (await readPoll(ports.store, poll.id)) ?? assert.fail();
      assert.equal(now.by, chair.id);
      const again = { poll: poll.id, tenant: TENANT, person: chair.id, choices: {}, by: chair.id, as: "self" as const };
      const refused = await answerPoll(ports, ports.bursts, {
        ...again,
        rev: 0,
        nonce: "again",
        now: ports.clock.now(),
      });
      assert.ok(!refused.ok && refused.refusal.kind === "notAsked");
      assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
    });

    it("can be followed by a new answer where anyone may answer, and the record vouches for that one alone", async () => {
      scene = await pollScene();
      ({ poll } = await openPoll(scene, { anyone: true }));
      const { ports, chair } = scene;
      await answers(scene, poll, chair.id);
      await answers(scene, poll, chair.id, { rev: 1, choices: { o2: "no" } });
      const id = pollAnswerIdOf(chair.id);
      const old = (await ports.store.get(poll.id, id)) ?? assert.fail();
      await eraseOwn(ports, ofPerson(chair, TENANT));
      await answers(scene, poll, chair.id, { choices: { o2: "yes" } });
      accepted(await closePollAnd(poll));
      assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
      // what was erased doesn't come back unseen
      await ports.store.commit(poll.id, [{ op: "replace", doc: { ...old, version: 2 } }]);
      assert.deepEqual(
        (await verifyRound(ports.store, poll.id))?.damage.map((d) => d.kind),
        ["factChanged"],
      );
    });

    it("goes on where a crash cut it off", async () => {
      await begin();
      const { ports, docs } = scene;
      const whole = ports.store;
      for (const whose of [ofSanna, ofPetra])
        for (let at = 1; ; at++) {
          let commits = 0;
          ports.store = {
            ...whole,
            commit: async (pk, writes) => {
              if (++commits === at) throw new Error("crash");
              await whole.commit(pk, writes);
            },
          };
          const done = await eraseOwn(ports, await whose()).then(
            () => true,
            () => false,
          );
          ports.store = whole;
          await unbroken();
          if (done) break;
        }
      assert.deepEqual(
        [...traces(/Kaislamo/, scene.sanna.id), ...traces(/Lounasvuo|petra\./, petra.id)].filter(
          ([k]) => !boxTraces(k),
        ),
        [],
      );
      assert.ok(docs.size > 0);
      assert.deepEqual(await roundsOf(ports.store, petra.id), []);
    });
  });

  const closePollAnd = (one: Poll) =>
    readPoll(scene.ports.store, one.id).then((now) =>
      closePoll(scene.ports, { poll: one.id, tenant: TENANT }, pressOf(scene, now ?? assert.fail())),
    );
});
