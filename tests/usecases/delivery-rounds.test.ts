import assert from "node:assert/strict";
import type { Delivery, Failure } from "../../bot/domain/delivery.ts";
import type { Outcome } from "../../bot/domain/delivery-steps.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { RoundId } from "../../bot/domain/ids.ts";
import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Person } from "../../bot/domain/person.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { HOUR } from "../../bot/domain/time.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { handleDelivery, repostLost, retryDelivery } from "../../bot/usecases/delivery.ts";
import { LOST_ON_PAGE, loadDeliveries } from "../../bot/usecases/delivery-reading.ts";
import { attend, callMeeting, cancelMeeting } from "../../bot/usecases/meeting.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { cancelPoll, editOptions, postPoll, remindPoll, startPoll } from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import type { Message } from "../../bot/usecases/ports.ts";
import { loadRecord } from "../../bot/usecases/record.ts";
import { resendAll } from "../../bot/usecases/resending.ts";
import { factsOf, readGroup, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup, moment } from "../support/builders.ts";
import { span } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const tenant = "tenant-1";

describe("what a poll, a meeting and a group say", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  let oskari: Person;
  let nonces = 0;
  const nonce = () => `nonce-${String(++nonces).padStart(4, "0")}`;
  beforeEach(async () => {
    ports = testPorts();
    chair = await aPerson(ports, "Helmi Kaislaharju");
    sanna = await aPerson(ports, "Sanna Kaislamo");
    oskari = await aPerson(ports, "Oskari Haavisalo");
  });
  afterEach(() => ports.dispose());

  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;
  const says =
    (kind: Delivery["saying"]["kind"], who?: Person) =>
    ({ showing, to }: Message) =>
      showing.delivery.saying.kind === kind && (!who || (to.kind === "person" && to.person.id === who.id));
  const sentOf = (kind: Delivery["saying"]["kind"], who?: Person) => ports.sent.filter(says(kind, who));
  const answering = (matches: (message: Message) => boolean, outcome: Outcome) => {
    const answer = (message: Message) => (matches(message) ? outcome : undefined);
    ports.answers.unshift(answer);
    return () => void ports.answers.splice(ports.answers.indexOf(answer), 1);
  };
  const failing = (reason: Failure): Outcome => ({ kind: "failed", reason });
  const ref = (round: RoundId, by = chair) => ({ tenant, round, by: by.id });
  const view = async (round: RoundId, page = 0) => ok(await loadDeliveries(ports, ref(round), page));
  const lines = async (round: RoundId) =>
    (await view(round)).rows.map(({ name, why, phone, handled }) => [name, why, phone, handled]);
  const later = (ms: number) => ports.at(ports.clock.now() + ms);

  const grouped = (own: Partial<Group> = {}) =>
    stored(
      ports,
      aGroup({
        chairs: [chair.id],
        secretaries: [],
        members: { kind: "named", persons: [chair.id, sanna.id, oskari.id] },
        ...own,
      }),
    );
  async function posted(more: Person[] = []): Promise<Poll> {
    const content = {
      title: { fi: "Kesäkuun kokous" },
      deadline: moment("2027-05-25", "12:00"),
      asked: more.map(({ id }) => ({ person: id, required: false })),
    };
    const started = { group: "group:kaislaranta" as const, tenant, by: chair.id, nonce: nonce(), content };
    const poll = ok(await startPoll(ports, started));
    const add = [span("2027-06-07", "14:00"), span("2027-06-08", "09:00")];
    ok(await editOptions(ports, at(poll), { add, remove: [], ...(await press(poll)) }));
    ok(await postPoll(ports, at(poll), await press(poll)));
    await ports.settled();
    return poll;
  }
  const at = (poll: Poll) => ({ poll: poll.id, tenant });
  const press = async (poll: Poll) => ({
    rev: (await readPoll(ports.store, poll.id))?.rev ?? 0,
    nonce: nonce(),
    by: chair.id,
    now: ports.clock.now(),
  });
  const answered = (poll: Poll, { id }: Person, by = id) =>
    answerPoll(ports, ports.bursts, {
      ...at(poll),
      person: id,
      choices: { o1: "yes" },
      by,
      as: by === id ? "self" : "officer",
      rev: 0,
      nonce: nonce(),
      now: ports.clock.now(),
    });
  async function called(): Promise<Meeting> {
    const meeting = ok(
      await callMeeting(ports, {
        group: "group:kaislaranta",
        tenant,
        by: chair.id,
        nonce: nonce(),
        now: ports.clock.now(),
        title: { fi: "Kesäkuun kokous" },
        note: {},
        venue: { mode: "teams" },
        ...span("2027-06-14", "13:00"),
      }),
    );
    await ports.settled();
    return meeting;
  }

  describe("to the people of a poll or meeting", () => {
    it("lists who wasn't reached with the reason, once however often they were asked, until they answer", async () => {
      await grouped();
      answering(({ to }) => to.kind === "person" && to.person.id === sanna.id, failing("noApp"));
      const poll = await posted();
      assert.deepEqual(await lines(poll.id), [["Sanna Kaislamo", "noApp", undefined, false]]);
      ok(await remindPoll(ports, at(poll), await press(poll)));
      await later(24 * HOUR);
      assert.ok(sentOf("pollReminder", oskari).length > 0);
      assert.equal((await lines(poll.id)).length, 1);
      ok(await answered(poll, sanna, chair.id));
      assert.deepEqual(await lines(poll.id), []);
    });

    it("gives the number that the group has for a member outside Teams, and keeps that somebody phoned", async () => {
      const outside = { id: "out:1" as const, name: "Veikko Aro", email: "Veikko@example.org", phone: "0100 400 500" };
      await grouped({ members: { kind: "named", persons: [chair.id], outside: [outside] } });
      answering(({ to }) => to.kind === "person" && to.person.name === "Veikko Aro", failing("noMailbox"));
      const started = { group: "group:kaislaranta" as const, tenant, by: chair.id, nonce: nonce() };
      const draft = ok(await startPoll(ports, started));
      const veikko = await identifyAsked(ports, { round: draft.id, name: "Veikko Aro", email: "veikko@example.org" });
      const poll = await posted([veikko]);
      assert.deepEqual(await lines(poll.id), [["Veikko Aro", "noMailbox", "0100 400 500", false]]);
      const { delivery } = (await view(poll.id)).rows[0] ?? assert.fail();
      ok(await handleDelivery(ports, ref(poll.id), delivery?.id ?? "del:", nonce()));
      assert.deepEqual((await lines(poll.id))[0]?.at(-1), true);
      assert.equal((await view(poll.id)).open, 0);
    });

    it("lists nobody as not reached by a poll that is over, nor by a meeting that they said they come to", async () => {
      await grouped();
      answering(({ to }) => to.kind === "person" && to.person.id === sanna.id, failing("blocked"));
      const poll = await posted();
      const cancelled = { ...(await press(poll)), reason: "Ei tarvita." };
      ok(await cancelPoll(ports, at(poll), cancelled));
      assert.deepEqual(await lines(poll.id), []);
      const meeting = await called();
      assert.deepEqual(await lines(meeting.id), [["Sanna Kaislamo", "blocked", undefined, false]]);
      const own = {
        person: sanna.id,
        coming: "yes" as const,
        by: chair.id,
        as: "officer" as const,
        rev: 0,
        sequence: 0,
      };
      const now = ports.clock.now();
      ok(await attend(ports, ports.bursts, { meeting: meeting.id, tenant, ...own, nonce: nonce(), now }));
      assert.deepEqual(await lines(meeting.id), []);
    });

    it("tells how far the messages to all of them are, with an estimate of the rest", async () => {
      const many = await Promise.all(Array.from({ length: 70 }, (_, i) => aPerson(ports, `Jäsen ${i}`)));
      await grouped({ members: { kind: "named", persons: many.map(({ id }) => id) } });
      const back = answering(({ to }) => to.kind === "person" && to.person.name !== "Jäsen 7", {
        kind: "later",
        after: HOUR,
      });
      const poll = await posted();
      const progress = { what: "pollRequest", lost: 0, left: 69, time: 2_000 };
      assert.deepEqual((await view(poll.id)).mailings, [{ ...progress, sent: 1 }]);
      back();
      await later(HOUR + 2_000);
      assert.deepEqual((await view(poll.id)).mailings, [{ ...progress, sent: 70, left: 0, time: 0 }]);
    });

    it("is sent again to one of them while that has a point, and not to somebody who has answered since", async () => {
      await grouped();
      const back = answering(says("pollReminder", sanna), failing("blocked"));
      const poll = await posted();
      ok(await remindPoll(ports, at(poll), await press(poll)));
      await later(24 * HOUR);
      back();
      let failed: Delivery | undefined;
      for await (const d of factsOf(ports.store, poll.id, "delivery")) if (d.status === "failed") failed = d;
      const { id } = failed ?? assert.fail();
      ok(await answered(poll, sanna));
      assert.equal(no(await retryDelivery(ports, ref(poll.id), id, nonce())), "noPoint");
    });

    it("is told in the record by name, and to officers of its own tenant only", async () => {
      await grouped();
      const poll = await posted();
      const told = ok(await loadRecord(ports, ref(poll.id), 0));
      assert.ok(
        told.entries.some(({ events, by }) => events[0] === "pollPosted" && by !== "ehdolla" && by.name === chair.name),
      );
      assert.equal(no(await loadRecord(ports, ref(poll.id, oskari), 0)), "notAllowed");
      assert.equal(no(await loadDeliveries(ports, { ...ref(poll.id), tenant: "tenant-2" }, 0)), "noSuchRound");
      const meeting = await called();
      await later(HOUR);
      const own = {
        person: sanna.id,
        coming: "yes" as const,
        by: chair.id,
        as: "officer" as const,
        rev: 0,
        sequence: 0,
      };
      const now = ports.clock.now();
      ok(await attend(ports, ports.bursts, { meeting: meeting.id, tenant, ...own, nonce: nonce(), now }));
      const [newest] = ok(await loadRecord(ports, ref(meeting.id), 0)).entries;
      assert.deepEqual([newest?.events, newest?.about], [["attendanceRecorded"], ["Sanna Kaislamo"]]);
    });
  });

  describe("sent again all at once", () => {
    it("reaches everybody who can be reached now, each once, and leaves who was phoned or can't be", async () => {
      const many = await Promise.all(Array.from({ length: 60 }, (_, i) => aPerson(ports, `Jäsen ${i}`)));
      await grouped({ members: { kind: "named", persons: [...many.map(({ id }) => id), sanna.id, oskari.id] } });
      const back = answering(says("pollRequest"), failing("noApp"));
      const never = answering(says("pollRequest", sanna), failing("refused"));
      const poll = await posted();
      const before = await view(poll.id);
      assert.deepEqual([before.open, before.mayGoAgain, before.rows.length], [62, true, LOST_ON_PAGE]);
      let phoned: Delivery | undefined;
      for await (const d of factsOf(ports.store, poll.id, "delivery"))
        if (d.to.to === "person" && d.to.person === oskari.id) phoned = d;
      ok(await handleDelivery(ports, ref(poll.id), phoned?.id ?? "del:", nonce()));
      back();
      const pressed = nonce();
      const presses = [pressed, pressed, nonce()].map((each) => resendAll(ports, ref(poll.id), each));
      for (const decision of await Promise.all(presses)) ok(decision);
      await ports.settled();
      never();
      assert.equal(sentOf("pollRequest").length, 60);
      assert.equal(new Set(sentOf("pollRequest").map(({ to }) => to.kind === "person" && to.person.id)).size, 60);
      const after = await view(poll.id);
      assert.deepEqual([after.open, after.handled, after.mayGoAgain], [1, 1, false]);
      assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
    });

    it("doesn't try once more in the same press what fails again, and is for officers only", async () => {
      await grouped();
      let tries = 0;
      ports.answers.push((message) => {
        if (!says("pollRequest", sanna)(message)) return undefined;
        tries++;
        return failing("noApp");
      });
      const poll = await posted();
      await later(HOUR);
      assert.equal(no(await resendAll(ports, ref(poll.id, oskari), nonce())), "notAllowed");
      ok(await resendAll(ports, ref(poll.id), nonce()));
      await ports.settled();
      await later(HOUR);
      assert.equal(tries, 2);
      ok(await resendAll(ports, ref(poll.id), nonce()));
      const failure = { reason: "noApp" as const, at: ports.clock.now() + 1 };
      const { delivery } = (await view(poll.id)).rows[0] ?? assert.fail();
      await change(ports, poll.id, "ehdolla", async (round) => {
        const found = await round.get("delivery", delivery?.id ?? "");
        return { ok: true, state: { facts: found ? [{ ...found, failure }] : [], events: [] } };
      });
      await later(HOUR);
      assert.equal(tries, 2, "it was tried since");
    });

    it("asks once whom neither the request nor the reminder reached", async () => {
      await grouped();
      const back = answering(({ to }) => to.kind === "person" && to.person.id === sanna.id, failing("noApp"));
      const poll = await posted();
      ok(await remindPoll(ports, at(poll), await press(poll)));
      await later(24 * HOUR);
      back();
      ok(await resendAll(ports, ref(poll.id), nonce()));
      await ports.settled();
      assert.deepEqual([sentOf("pollRequest", sanna).length, sentOf("pollReminder", sanna).length], [1, 0]);
      assert.deepEqual(await lines(poll.id), []);
    });
  });

  describe("in the channel, when its post is lost", () => {
    const lostTold = () => sentOf("announcementLost").map(({ to }) => to.kind === "person" && to.person.id);

    it("tells the officers of a poll once, and posts it anew for one of them, with what stands in its thread", async () => {
      await grouped();
      const back = answering(({ to }) => to.kind === "channel", failing("noApp"));
      const poll = await posted();
      assert.deepEqual([lostTold(), sentOf("pollRequest").length], [[chair.id], 3]);
      assert.equal((await view(poll.id)).about.announcementLost?.reason, "noApp");
      back();
      assert.equal(no(await repostLost(ports, ref(poll.id, oskari), nonce())), "notAllowed");
      ok(await repostLost(ports, ref(poll.id), nonce()));
      assert.equal(no(await repostLost(ports, ref(poll.id), nonce())), "notLost");
      await ports.settled();
      assert.equal(sentOf("poll").length, 1);
      ok(await cancelPoll(ports, at(poll), { ...(await press(poll)), reason: "Ei tarvita." }));
      await ports.settled();
      assert.ok(sentOf("pollCancelled").some(({ to }) => to.kind === "channel" && to.under));
      assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
    });

    it("tells them of a meeting whose post can't be drawn anew, and not again after each answer", async () => {
      await grouped();
      const meeting = await called();
      const back = answering(({ to, replaces }) => to.kind === "channel" && replaces !== undefined, failing("blocked"));
      for (const [rev, coming] of (["yes", "no", "yes"] as const).entries()) {
        const own = { person: oskari.id, coming, by: oskari.id, as: "self" as const, rev, sequence: 0 };
        const now = ports.clock.now();
        ok(await attend(ports, ports.bursts, { meeting: meeting.id, tenant, ...own, nonce: nonce(), now }));
        await later(10_000);
      }
      assert.deepEqual(lostTold(), [chair.id]);
      back();
      ok(await repostLost(ports, ref(meeting.id), nonce()));
      await ports.settled();
      assert.equal(sentOf("meeting").at(-1)?.replaces, undefined);
    });

    it("isn't posted anew for a poll or meeting that is off", async () => {
      await grouped();
      answering(({ to }) => to.kind === "channel", failing("blocked"));
      const poll = await posted();
      ok(await cancelPoll(ports, at(poll), { ...(await press(poll)), reason: "Ei tarvita." }));
      assert.equal(no(await repostLost(ports, ref(poll.id), nonce())), "pollOver");
      const meeting = await called();
      const { rev } = (await readMeeting(ports.store, meeting.id)) ?? assert.fail();
      const off = { rev, nonce: nonce(), by: chair.id, now: ports.clock.now(), reason: "Ei tarvita." };
      ok(await cancelMeeting(ports, { meeting: meeting.id, tenant }, off));
      assert.equal(no(await repostLost(ports, ref(meeting.id), nonce())), "meetingOver");
    });

    it("tells whoever added the bot that its introduction couldn't be posted, while the group has no officers", async () => {
      const back = answering(says("introduction"), failing("blocked"));
      const { viceChair: _, ...group } = aGroup({
        ready: false,
        addedBy: sanna.id,
        chairs: [],
        secretaries: [],
        said: [],
      });
      await begin(ports, group, group, "ehdolla", "groupAdded");
      await ports.settled();
      assert.deepEqual(lostTold(), [sanna.id]);
      assert.equal(no(await repostLost(ports, ref(group.id, oskari), nonce())), "notAllowed");
      back();
      ok(await repostLost(ports, ref(group.id, sanna), nonce()));
      await ports.settled();
      assert.equal(sentOf("introduction").length, 1);
      assert.notEqual((await readGroup(ports.store, group.id))?.announcementLost?.reposted, undefined);
    });
  });
});
