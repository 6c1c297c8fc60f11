import assert from "node:assert/strict";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import type { Choice } from "../../bot/domain/poll-answer.ts";
import { outsidersFrom } from "../../bot/domain/poll-outsiders.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { openAnswerLink, revokeAnswerLinks } from "../../bot/usecases/answer-link.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { openCalendar } from "../../bot/usecases/ics.ts";
import { meetingsOf, pollsOf } from "../../bot/usecases/listing.ts";
import { identifyAsked } from "../../bot/usecases/outsiders.ts";
import { identify, roundsOf } from "../../bot/usecases/people.ts";
import {
  cancelPoll,
  closePoll,
  decidePoll,
  editOptions,
  extendPoll,
  nameStandIn,
  postPoll,
  remindPoll,
  savePoll,
  startPoll,
} from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { pollView } from "../../bot/usecases/poll-reading.ts";
import { HEADER, headerOf, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup, moment } from "../support/builders.ts";
import { span } from "../support/polls.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const tenant = "tenant-1";
const CHAIR = "person:chair";

describe("a meeting poll", () => {
  let ports: TestPorts;
  let bursts: ReturnType<typeof createBursts>;
  let nonce = 0;
  const n = () => `nonce-${++nonce}`;
  beforeEach(async () => {
    ports = testPorts();
    bursts = createBursts(ports, "a");
    for (const who of ["chair", "sanna", "oskari", "petra"])
      await storedPerson(ports, `person:${who}`, {
        name: `${who[0]?.toUpperCase()}${who.slice(1)} Kaislamo`,
        email: `${who}@example.org`,
      });
    await stored(ports, aGroup({ members: { kind: "named", persons: [CHAIR, "person:sanna", "person:oskari"] } }));
  });
  afterEach(() => ports.dispose());

  const at = (poll: Poll) => ({ poll: poll.id, tenant });
  const current = async (poll: Poll) => (await readPoll(ports.store, poll.id)) ?? assert.fail();
  const press = async (poll: Poll) => ({
    rev: (await current(poll)).rev,
    nonce: n(),
    by: CHAIR as `person:${string}`,
    now: ports.clock.now(),
  });
  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;

  async function draft(written: Parameters<typeof savePoll>[2]["written"] = {}) {
    const poll = ok(
      await startPoll(ports, {
        group: "group:kaislaranta",
        tenant,
        by: CHAIR,
        nonce: n(),
        content: {
          title: { fi: "Kesäkuun kokous" },
          deadline: moment("2027-05-25", "12:00"),
          asked: [{ person: CHAIR, required: true }],
          ...written,
        },
      }),
    );
    const add = [span("2027-06-07", "14:00"), span("2027-06-08", "09:00"), span("2027-06-10", "17:00")];
    ok(await editOptions(ports, at(poll), { add, remove: [], ...(await press(poll)) }));
    return poll;
  }
  async function posted(written: Parameters<typeof draft>[0] = {}) {
    const poll = await draft(written);
    ok(await postPoll(ports, at(poll), await press(poll)));
    await ports.settled();
    return poll;
  }
  const answer = (poll: Poll, who: string, choices: Record<`o${number}`, Choice>, own: object = {}) =>
    answerPoll(ports, bursts, {
      ...at(poll),
      person: `person:${who}`,
      choices,
      by: `person:${who}`,
      as: "self",
      rev: 0,
      nonce: n(),
      now: ports.clock.now(),
      ...own,
    });
  const said = (kind: string) => ports.sent.filter((m) => m.showing.delivery.saying.kind === kind);
  const toWhom = (kind: string) =>
    said(kind).map(({ to }) => (to.kind === "person" ? to.person.id.slice("person:".length) : to.kind));

  it("is drafted, posted in the channel, and asks each member once", async () => {
    const poll = await posted();
    assert.equal((await current(poll)).status, "open");
    assert.deepEqual(toWhom("poll"), ["channel"]);
    assert.deepEqual(toWhom("pollRequest").sort(), ["chair", "oskari", "sanna"]);
    assert.deepEqual(await roundsOf(ports.store, "person:sanna"), [poll.id]);
    assert.deepEqual(
      (await pollsOf(ports, "group:kaislaranta")).map((p) => p.id),
      [poll.id],
    );
    await ports.settled();
    assert.equal(said("pollRequest").length, 3);
  });

  it("is one draft, and posted once, however often the same press comes", async () => {
    const begin = { group: "group:kaislaranta", tenant, by: CHAIR, nonce: "same" } as const;
    assert.equal(ok(await startPoll(ports, begin)).id, ok(await startPoll(ports, begin)).id);
    const poll = await draft();
    const once = await press(poll);
    for (const one of await Promise.all([postPoll(ports, at(poll), once), postPoll(ports, at(poll), once)])) ok(one);
    await ports.settled();
    assert.equal(said("poll").length, 1);
    assert.equal((await current(poll)).rev, once.rev + 1);
  });

  it("isn't posted without title, times and deadline, nor with times before the deadline", async () => {
    const poll = ok(await startPoll(ports, { group: "group:kaislaranta", tenant, by: CHAIR, nonce: n() }));
    const refused = await postPoll(ports, at(poll), await press(poll));
    assert.ok(!refused.ok && refused.refusal.kind === "notPostable");
    assert.deepEqual(
      refused.refusal.problems.map((p) => p.kind),
      ["titleMissing", "optionsMissing", "deadlineMissing"],
    );
    const late = await draft({ deadline: moment("2027-06-08", "12:00") });
    const early = await postPoll(ports, at(late), await press(late));
    assert.ok(!early.ok && early.refusal.kind === "notPostable");
    assert.equal(early.refusal.problems[0]?.kind, "optionsTooEarly");
  });

  it("is begun, written and posted by officers of its own tenant only", async () => {
    const poll = await draft();
    const sanna = { ...(await press(poll)), by: "person:sanna" as const };
    assert.equal(no(await postPoll(ports, at(poll), sanna)), "notOfficer");
    assert.equal(no(await postPoll(ports, { poll: poll.id, tenant: "other" }, await press(poll))), "noSuchRound");
    assert.equal(no(await savePoll(ports, at(poll), { written: {}, ...sanna })), "notOfficer");
    assert.equal(
      no(await startPoll(ports, { group: "group:kaislaranta", tenant, by: "person:sanna", nonce: n() })),
      "notOfficer",
    );
    assert.equal((await current(poll)).status, "draft");
  });

  it("takes an answer, a changed answer and the same press again, and keeps what was left out", async () => {
    const poll = await posted();
    const first = { rev: 0, nonce: "first" };
    assert.equal(ok(await answer(poll, "sanna", { o1: "yes", o2: "no" }, first)).rev, 1);
    assert.equal(ok(await answer(poll, "sanna", { o1: "no" }, first)).choices.o1, "yes");
    const second = ok(await answer(poll, "sanna", { o2: "ifNeeded" }, { rev: 1 }));
    assert.deepEqual(second.choices, { o1: "yes", o2: "ifNeeded" });
    const stale = await answer(poll, "sanna", { o1: "no" }, { rev: 1 });
    assert.ok(!stale.ok && stale.refusal.kind === "stale" && stale.refusal.current.rev === 2);
    // an old press that comes again undoes nothing
    assert.deepEqual(ok(await answer(poll, "sanna", { o1: "no" }, first)).choices, { o1: "yes", o2: "ifNeeded" });
  });

  it("takes 'none suits' as no to every time, until something suits after all", async () => {
    const poll = await posted();
    const none = ok(await answer(poll, "sanna", {}, { noneSuits: true, comment: "Lomalla" }));
    assert.deepEqual([none.noneSuits, none.choices, none.comment], [true, { o1: "no", o2: "no", o3: "no" }, "Lomalla"]);
    const some = ok(await answer(poll, "sanna", { o3: "yes" }, { rev: 1 }));
    assert.deepEqual([some.noneSuits, some.comment], [undefined, "Lomalla"]);
    assert.equal(no(await answer(poll, "oskari", {})), "nothingAnswered");
    assert.equal(no(await answer(poll, "oskari", { o9: "yes" })), "nothingAnswered");
  });

  it("is answered for others only by those whom they or an officer named, each marked as such", async () => {
    const poll = await posted();
    const forSanna = (by: string, as: string) => answer(poll, "sanna", { o1: "yes" }, { by: `person:${by}`, as });
    assert.equal(no(await forSanna("oskari", "self")), "notTheirs");
    assert.equal(no(await forSanna("oskari", "assistant")), "notTheirs");
    assert.equal(no(await forSanna("oskari", "officer")), "notOfficer");
    const named = { person: "person:sanna", standIn: "person:petra", as: "assistant", by: "person:petra" } as const;
    assert.equal(no(await nameStandIn(ports, at(poll), named)), "notTheirs");
    ok(await nameStandIn(ports, at(poll), { ...named, by: "person:sanna" }));
    assert.equal(no(await forSanna("petra", "substitute")), "notTheirs");
    const assisted = ok(await forSanna("petra", "assistant"));
    assert.deepEqual([assisted.person, assisted.by, assisted.as], ["person:sanna", "person:petra", "assistant"]);
    const phoned = ok(await answer(poll, "oskari", { o1: "no" }, { by: "person:secretary", as: "officer" }));
    assert.deepEqual([phoned.person, phoned.as], ["person:oskari", "officer"]);
    assert.equal(no(await answer(poll, "petra", { o1: "yes" })), "notAsked");
    assert.equal(no(await answer(poll, "chair", { o1: "yes" }, { tenant: "other" })), "noSuchRound");
    assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
  });

  it("tells a stand-in once that they may answer for somebody, unless they no longer may", async () => {
    const poll = await posted();
    const named = { person: "person:sanna", standIn: "person:petra", as: "assistant", by: "person:sanna" } as const;
    ok(await nameStandIn(ports, at(poll), named));
    ok(await nameStandIn(ports, at(poll), named));
    await ports.settled();
    assert.deepEqual(toWhom("pollStandIn"), ["petra"]);
    ok(await nameStandIn(ports, at(poll), { ...named, as: undefined }));
    await ports.settled();
    ports.clock.set(ports.clock.now() + HOUR);
    ok(await nameStandIn(ports, at(poll), named));
    ok(await nameStandIn(ports, at(poll), { ...named, as: undefined }));
    await ports.settled();
    assert.deepEqual(toWhom("pollStandIn"), ["petra"]);
  });

  it("lets others answer too where anyone may, for themselves only", async () => {
    const poll = await posted({ anyone: true });
    ok(await answer(poll, "petra", { o1: "yes" }));
    assert.equal(
      no(await answer(poll, "petra", { o1: "yes" }, { by: CHAIR, as: "officer", person: "person:nobody" })),
      "notAsked",
    );
    const view = await pollView(ports, poll.id, { in: "person", person: CHAIR });
    assert.deepEqual([view?.answered, view?.others, view?.asked], [0, 1, 3]);
  });

  it("notes nothing about whoever can't answer, whatever id a press names", async () => {
    const poll = await posted();
    const press = { by: CHAIR, as: "officer", person: "person:nobody" } as const;
    assert.equal(no(await answer(poll, "petra", { o1: "yes" })), "notAsked");
    assert.equal(no(await answer(poll, "petra", { o1: "yes" }, press)), "notAsked");
    for (const person of ["person:petra", "person:nobody"] as const)
      assert.deepEqual(await roundsOf(ports.store, person), []);
    ok(await answer(poll, "sanna", { o1: "yes" }));
    assert.deepEqual(await roundsOf(ports.store, "person:sanna"), [poll.id]);
  });

  it("counts what arrived by the deadline's very instant, and closes five seconds later", async () => {
    const poll = await posted();
    const deadline = moment("2027-05-25", "12:00").at;
    ports.clock.set(deadline + 4_000);
    ok(await answer(poll, "sanna", { o1: "yes" }, { now: deadline }));
    assert.equal(no(await answer(poll, "oskari", { o1: "yes" }, { now: deadline + 1 })), "late");
    await ports.at(deadline + 5_000);
    assert.equal((await current(poll)).closedBy, "deadline");
    assert.equal(no(await answer(poll, "oskari", { o1: "yes" }, { now: deadline })), "notOpen");
    const header = await ports.store.get(poll.id, HEADER);
    assert.equal(header && headerOf(header).boxes?.status, "closed");
    assert.deepEqual(toWhom("pollClosed").sort(), ["chair"]);
    assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
  });

  it("closes by itself when all required have answered, where the chair wished so", async () => {
    const poll = await posted({ closesWhenAnswered: true });
    ok(await answer(poll, "sanna", { o1: "yes" }));
    assert.equal((await current(poll)).status, "open");
    ok(await answer(poll, "chair", { o1: "yes", o2: "no", o3: "no" }));
    const closed = await current(poll);
    assert.deepEqual([closed.status, closed.closedBy], ["closed", "answered"]);
    assert.equal(no(await answer(poll, "oskari", { o1: "yes" })), "notOpen");
  });

  it("waits for the rest of an answer that comes page by page, and for what those required say of new times", async () => {
    const poll = await posted({ closesWhenAnswered: true });
    ok(await answer(poll, "chair", { o1: "yes", o2: "no" }));
    assert.equal((await current(poll)).status, "open");
    ok(await editOptions(ports, at(poll), { add: [span("2027-06-11", "10:00")], remove: [], ...(await press(poll)) }));
    ok(await answer(poll, "chair", { o3: "no" }, { rev: 1 }));
    assert.equal((await current(poll)).status, "open");
    ok(await answer(poll, "chair", { o4: "yes" }, { rev: 2 }));
    assert.equal((await current(poll)).closedBy, "answered");
  });

  it("is closed by hand, and opened again by a later deadline, with its answers", async () => {
    const poll = await posted();
    ok(await answer(poll, "sanna", { o1: "yes" }));
    ok(await closePoll(ports, at(poll), await press(poll)));
    assert.equal(no(await answer(poll, "oskari", { o1: "yes" })), "notOpen");
    const tooLate = { ...(await press(poll)), deadline: moment("2027-06-07", "15:00") };
    assert.equal(no(await extendPoll(ports, at(poll), tooLate)), "optionsTooEarly");
    ok(await extendPoll(ports, at(poll), { ...(await press(poll)), deadline: moment("2027-05-28", "12:00") }));
    ok(await answer(poll, "oskari", { o1: "yes" }));
    const view = await pollView(ports, poll.id, { in: "person", person: CHAIR });
    assert.deepEqual(
      view?.table?.map((t) => t.yes),
      [2, 0, 0],
    );
    assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
  });

  it("shows others' answers when the poll says so: after one's own, at once, or at the end; to officers always", async () => {
    const sees = async (poll: Poll, who: string) =>
      !!(await pollView(ports, poll.id, { in: "person", person: `person:${who}`, tenant }))?.table;
    const channel = async (poll: Poll) => await pollView(ports, poll.id, { in: "channel" });
    const after = await posted();
    ok(await answer(after, "oskari", { o1: "yes" }));
    assert.deepEqual(
      [await sees(after, "sanna"), await sees(after, "oskari"), await sees(after, "chair")],
      [false, true, true],
    );
    assert.equal((await channel(after))?.table, undefined);
    const always = await posted({ visibility: "always" });
    ok(await answer(always, "oskari", { o1: "yes" }));
    assert.equal(await sees(always, "sanna"), true);
    const open = await channel(always);
    assert.deepEqual([open?.table?.[0]?.yes, open?.rows, open?.names], [1, undefined, {}]);
    const named = await posted({ visibility: "always", namesInChannel: true });
    assert.equal((await channel(named))?.rows?.length, 3);
    const end = await posted({ visibility: "atEnd" });
    ok(await answer(end, "oskari", { o1: "yes" }));
    assert.equal(await sees(end, "oskari"), false);
    ok(await closePoll(ports, at(end), await press(end)));
    assert.equal(await sees(end, "oskari"), true);
    assert.equal(await pollView(ports, end.id, { in: "person", person: CHAIR, tenant: "other" }), undefined);
  });

  it("keeps answers when times are edited, shows new ones as unanswered, and tells those whom it concerns", async () => {
    const poll = await posted();
    ok(await answer(poll, "sanna", { o1: "yes", o2: "no", o3: "no" }));
    ok(await answer(poll, "oskari", { o1: "no", o2: "yes", o3: "yes" }));
    const past = { add: [span("2027-05-05", "10:00")], remove: [], ...(await press(poll)) };
    assert.equal(no(await editOptions(ports, at(poll), past)), "optionPassed");
    const all = { add: [], remove: ["o1", "o2", "o3"] as const, ...(await press(poll)) };
    assert.equal(no(await editOptions(ports, at(poll), all)), "noOptionsLeft");
    ok(await editOptions(ports, at(poll), { add: [], remove: ["o1"], ...(await press(poll)) }));
    await ports.settled();
    // it suited only one of them
    assert.deepEqual(toWhom("pollChanged").sort(), ["channel", "sanna"]);
    const add = [span("2027-06-09", "10:00"), span("2027-06-08", "09:00")];
    ok(await editOptions(ports, at(poll), { add, remove: [], ...(await press(poll)) }));
    await ports.settled();
    assert.deepEqual(toWhom("pollChanged").sort(), ["channel", "channel", "oskari", "sanna", "sanna"]);
    const view = await pollView(ports, poll.id, { in: "person", person: "person:sanna" });
    assert.deepEqual(
      view?.table?.map((t) => t.option.id),
      ["o2", "o4", "o3"],
    );
    assert.deepEqual(view?.own?.choices, { o1: "yes", o2: "no", o3: "no" });
    const changed = ok(await answer(poll, "sanna", { o4: "yes", o1: "no" }, { rev: 1 }));
    assert.deepEqual(changed.choices, { o1: "yes", o2: "no", o3: "no", o4: "yes" });
  });

  it("takes no time into an open poll that begins before people must have answered, whereas a draft's deadline may still move", async () => {
    const poll = await draft();
    const early = { add: [span("2027-05-25", "12:00")], remove: [] };
    ok(await editOptions(ports, at(poll), { ...early, ...(await press(poll)) }));
    ok(await editOptions(ports, at(poll), { add: [], remove: ["o4"], ...(await press(poll)) }));
    ok(await postPoll(ports, at(poll), await press(poll)));
    const before = await current(poll);
    assert.equal(no(await editOptions(ports, at(poll), { ...early, ...(await press(poll)) })), "optionsTooEarly");
    assert.deepEqual((await current(poll)).options, before.options);
    const next = { add: [span("2027-05-25", "12:15")], remove: [], ...(await press(poll)) };
    ok(await editOptions(ports, at(poll), next));
  });

  it("reminds only those who haven't answered, and mentions in the thread whom no message reached", async () => {
    const poll = await posted();
    ok(await answer(poll, "sanna", { o1: "yes" }));
    ports.answers.push(({ to, showing }) =>
      to.kind === "person" && to.person.id === "person:oskari" && showing.delivery.saying.kind === "pollReminder"
        ? { kind: "failed", reason: "blocked" }
        : undefined,
    );
    const half = (await current(poll)).reminders[0] ?? assert.fail();
    await ports.at(half);
    assert.deepEqual(toWhom("pollReminder"), ["chair"]);
    assert.deepEqual(toWhom("pollMention"), []);
    await ports.at(half + 10 * 60_000);
    assert.deepEqual(toWhom("pollMention"), ["channel"]);
    assert.deepEqual(said("pollMention")[0]?.showing.mentioned, ["person:oskari"]);
    assert.deepEqual(said("pollMention")[0]?.showing.accounts, { "person:oskari": "29:oskari" });
    assert.equal((await current(poll)).reminded, 1);
  });

  it("doesn't mention whoever has answered by then", async () => {
    const poll = await posted();
    ports.answers.push(({ to }) =>
      to.kind === "person" && to.person.id === "person:oskari" ? { kind: "failed", reason: "blocked" } : undefined,
    );
    const half = (await current(poll)).reminders[0] ?? assert.fail();
    await ports.at(half);
    ok(await answer(poll, "oskari", { o1: "yes" }));
    await ports.at(half + 10 * 60_000);
    assert.deepEqual(toWhom("pollMention"), []);
  });

  it("reminds by hand once quiet hours are over, not twice in a row", async () => {
    const poll = await posted();
    // Saturday evening: next is Monday at eight
    ports.clock.set(moment("2027-05-08", "21:00").at);
    const reminded = ok(await remindPoll(ports, at(poll), await press(poll)));
    assert.equal(reminded.at, moment("2027-05-10", "08:00").at);
    assert.equal(ok(await remindPoll(ports, at(poll), await press(poll))).at, reminded.at);
    assert.equal((await current(poll)).reminders.filter((t) => t === reminded.at).length, 1);
    await ports.at(reminded.at);
    assert.equal(said("pollReminder").length, 3);
    ports.clock.set(reminded.at + HOUR);
    assert.equal(no(await remindPoll(ports, at(poll), await press(poll))), "remindedJustNow");
  });

  it("becomes meetings when the chair confirms times, and calls everybody to them once", async () => {
    const poll = await posted({ series: { least: 2, most: 3, daysApart: 2 } });
    ok(await answer(poll, "sanna", { o1: "yes", o3: "yes" }));
    const confirm = { options: ["o1", "o3"] as const, ...(await press(poll)) };
    const [one, other] = await Promise.all([
      decidePoll(ports, at(poll), confirm),
      decidePoll(ports, at(poll), confirm),
    ]);
    assert.ok(one.ok && other.ok);
    await ports.settled();
    await ports.settled();
    const decided = await current(poll);
    assert.deepEqual([decided.status, decided.decided?.called], ["decided", true]);
    const meetings = await meetingsOf(ports, "group:kaislaranta");
    assert.deepEqual(
      meetings.map((m) => m.start.wall),
      ["2027-06-07T14:00", "2027-06-10T17:00"],
    );
    assert.deepEqual(
      meetings.map((m) => m.sequence),
      [0, 0],
    );
    assert.equal(new Set(meetings.map((m) => m.uid)).size, 2);
    assert.equal(meetings[0]?.organiser.email, "chair@example.org");
    assert.deepEqual(toWhom("pollDecided"), ["channel"]);
    assert.deepEqual(toWhom("pollInvitation").sort(), ["chair", "oskari", "sanna"]);
    assert.equal(said("pollInvitation")[0]?.showing.meetings?.length, 2);
    assert.ok((await roundsOf(ports.store, "person:sanna")).includes(meetings[0]?.id ?? assert.fail()));
    assert.equal(no(await answer(poll, "oskari", { o1: "yes" })), "notOpen");
  });

  it("has its meetings made by the settler when a crash came in between", async () => {
    const poll = await posted();
    const { commit } = ports.store;
    let down = false;
    ports.store.commit = (pk, writes) =>
      pk.startsWith("meeting:") && down ? Promise.reject(new Error("crash")) : commit.call(ports.store, pk, writes);
    down = true;
    await assert.rejects(decidePoll(ports, at(poll), { options: ["o2"], ...(await press(poll)) }));
    down = false;
    const id = (await current(poll)).decided?.meetings[0]?.meeting ?? assert.fail();
    assert.equal(await readMeeting(ports.store, id), undefined);
    await ports.settled();
    assert.equal((await readMeeting(ports.store, id))?.start.wall, "2027-06-08T09:00");
    assert.deepEqual(toWhom("meetingInvitation").sort(), ["chair", "oskari", "sanna"]);
  });

  it("asks at once who comes to the one meeting that it became, and of several as the day of each comes near", async () => {
    const one = await posted();
    ok(await decidePoll(ports, at(one), { options: ["o2"], ...(await press(one)) }));
    await ports.settled();
    assert.deepEqual(toWhom("meetingInvitation").sort(), ["chair", "oskari", "sanna"]);
    assert.deepEqual(said("pollInvitation"), []);
    ports.sent.length = 0;
    const far = [span("2027-09-01", "09:00"), span("2027-10-06", "09:00")];
    const year = await posted({ series: { least: 2, most: 2 } });
    ok(await editOptions(ports, at(year), { add: far, remove: [], ...(await press(year)) }));
    const options = (await current(year)).options.slice(-2).map(({ id }) => id);
    ok(await decidePoll(ports, at(year), { options, ...(await press(year)) }));
    await ports.settled();
    assert.deepEqual(toWhom("pollInvitation").sort(), ["chair", "oskari", "sanna"]);
    assert.deepEqual(said("meetingInvitation"), []);
    const meeting = (await meetingsOf(ports, "group:kaislaranta")).find((m) => m.start.wall.startsWith("2027-09"));
    await ports.at((meeting?.announceAt ?? assert.fail()) + 1_000);
    assert.deepEqual(toWhom("meetingInvitation").sort(), ["chair", "oskari", "sanna"]);
  });

  it("calls whoever answered without having been asked as a guest, with a calendar file of their own", async () => {
    const poll = await posted({ anyone: true });
    ok(await answer(poll, "petra", { o2: "yes" }));
    ok(await decidePoll(ports, at(poll), { options: ["o2"], ...(await press(poll)) }));
    await ports.settled();
    const [meeting] = await meetingsOf(ports, "group:kaislaranta");
    assert.deepEqual(
      meeting?.invited.filter((i) => i.role === "guest").map((i) => i.person),
      ["person:petra"],
    );
    const theirs = said("meetingInvitation").find((m) => m.to.kind === "person" && m.to.person.id === "person:petra");
    const path = theirs?.showing.calendar?.[0]?.url.split("/calendar/")[1] ?? assert.fail("no link");
    assert.ok(await openCalendar(ports, path));
  });

  it("isn't decided for times that are gone, past or at the same time, nor on what the chair no longer sees", async () => {
    const poll = await posted();
    const over = [span("2027-06-07", "14:30")];
    ok(await editOptions(ports, at(poll), { add: over, remove: ["o3"], ...(await press(poll)) }));
    const decide = async (options: `o${number}`[], own: object = {}) =>
      no(await decidePoll(ports, at(poll), { options, ...(await press(poll)), ...own }));
    assert.equal(await decide([]), "nothingChosen");
    assert.equal(await decide(["o3"]), "optionGone");
    assert.equal(await decide(["o99"]), "optionGone");
    assert.equal(await decide(["o1", "o4"]), "overlapping");
    assert.equal(await decide(["o1"], { rev: 1 }), "stale");
    assert.equal(await decide(["o1"], { by: "person:sanna" }), "notOfficer");
    assert.equal(await decide(["o1"], { now: moment("2027-06-07", "14:00").at }), "optionPassed");
  });

  it("isn't posted for more meetings than its times allow, and departs from what was wished only knowingly", async () => {
    const close = await draft({ series: { least: 2, most: 3, perMonth: true } });
    const refused = await postPoll(ports, at(close), await press(close));
    assert.ok(!refused.ok && refused.refusal.kind === "notPostable");
    assert.deepEqual(refused.refusal.problems, [{ kind: "seriesTooClose", possible: 1, least: 2 }]);
    const poll = await posted({ series: { least: 2, most: 2, daysApart: 2 } });
    const decide = async (options: `o${number}`[], despite?: `o${number}`[]) =>
      decidePoll(ports, at(poll), { options, despite, ...(await press(poll)) });
    for (const [options, despite] of [
      [["o1"], undefined],
      [["o1", "o2"], undefined],
      [["o1", "o2"], ["o1"]],
      [["o2"], ["o1"]],
    ] as const)
      assert.equal(no(await decide([...options], despite && [...despite])), "againstWish");
    assert.equal((await current(poll)).status, "open");
    ok(await decide(["o2"], ["o2"]));
    assert.equal((await current(poll)).decided?.meetings.length, 1);
  });

  it("is cancelled with a reason, which the thread and those asked hear", async () => {
    const poll = await posted();
    assert.equal(no(await cancelPoll(ports, at(poll), await press(poll))), "reasonMissing");
    ok(await cancelPoll(ports, at(poll), { ...(await press(poll)), reason: "Kokousta ei tarvita." }));
    await ports.settled();
    assert.deepEqual(toWhom("pollCancelled").sort(), ["chair", "channel", "oskari", "sanna"]);
    assert.equal(no(await answer(poll, "sanna", { o1: "yes" })), "notOpen");
  });

  it("keeps its promises to those who could answer already", async () => {
    const poll = await posted();
    const save = async (written: object) => savePoll(ports, at(poll), { written, ...(await press(poll)) });
    ok(await answer(poll, "sanna", { o1: "yes" }));
    assert.equal(no(await save({ visibility: "always" })), "looser");
    assert.equal(no(await save({ deadline: moment("2027-05-20") })), "fixedOnceOpen");
    ok(await save({ contact: { name: "Tiina Saraluoto", phone: "0100 123 456" } }));
    assert.equal((await current(poll)).contact?.name, "Tiina Saraluoto");
    ok(await save({ contact: undefined }));
    assert.equal((await current(poll)).contact, undefined);
  });

  it("draws the channel's card anew after answers, at most as often as it may, and the last state always", async () => {
    const poll = await posted({ visibility: "always" });
    const before = said("poll").length;
    ports.clock.set(TODAY + HOUR);
    await Promise.all(["chair", "sanna", "oskari"].map((who) => answer(poll, who, { o1: "yes" })));
    await ports.settled();
    const redrawn = said("poll").slice(before);
    assert.equal(redrawn.length, 1);
    assert.equal(redrawn[0]?.showing.pollView?.table?.[0]?.yes, 3);
    ok(await answer(poll, "sanna", { o1: "no" }, { rev: 1 }));
    await ports.settled();
    assert.equal(said("poll").length, before + 1);
    await ports.at(TODAY + HOUR + 1_000);
    assert.equal(said("poll").at(-1)?.showing.pollView?.table?.[0]?.yes, 2);
  });

  it("shows an answer that came while its card was being drawn", async () => {
    const poll = await posted({ visibility: "always" });
    ports.clock.set(TODAY + HOUR);
    ok(await answer(poll, "chair", { o1: "yes" }));
    let once = true;
    const { get } = ports.store;
    // between the loading of the card and its claim
    ports.store.get = async (pk, id) => {
      const doc = await get.call(ports.store, pk, id);
      const { stale, saying } = ((doc?.body as { fact?: Partial<Delivery> } | undefined)?.fact ??
        {}) as Partial<Delivery>;
      if (once && stale && saying?.kind === "poll") {
        once = false;
        ok(await answer(poll, "sanna", { o1: "yes" }));
      }
      return doc;
    };
    await ports.settled();
    assert.equal(once, false);
    await ports.at(TODAY + HOUR + 5_000);
    assert.equal(said("poll").at(-1)?.showing.pollView?.table?.[0]?.yes, 2);
  });

  it("takes in five thousand answers at once, counts each person once, and writes only the channel's card for it", async () => {
    const poll = await posted({ anyone: true });
    const people = Array.from({ length: 5_000 }, (_, i) => `p${i}`);
    const answers = await Promise.all(people.map((who) => answer(poll, who, { o1: "yes", o2: "no" })));
    assert.ok(answers.every((a) => a.ok));
    const view = await pollView(ports, poll.id, { in: "person", person: CHAIR });
    assert.deepEqual([view?.others, view?.table?.[0]?.yes, view?.rows?.length], [5_000, 5_000, 300]);
    await ports.settled();
    ok(await closePoll(ports, at(poll), await press(poll)));
    assert.deepEqual((await verifyRound(ports.store, poll.id))?.damage, []);
  }).timeout(60_000);

  it("asks somebody outside Teams by a link to their own answer, that opens for nobody else and can be taken back", async () => {
    const { found, unknown } = outsidersFrom(
      "Petra Lounasvuo <petra.lounasvuo@example.org>\nJoku muu; oona@example.org",
    );
    assert.deepEqual(unknown, ["Joku muu"]);
    assert.deepEqual(found[1], { name: "oona@example.org", email: "oona@example.org" });
    const poll = await draft();
    const { id } = await identifyAsked(ports, { round: poll.id, ...(found[0] ?? assert.fail()) });
    assert.equal(
      (await identifyAsked(ports, { round: poll.id, name: "P", email: "PETRA.lounasvuo@example.org" })).id,
      id,
    );
    const asked = [
      { person: CHAIR as `person:${string}`, required: true },
      { person: id, required: false },
    ];
    ok(await savePoll(ports, at(poll), { written: { asked }, ...(await press(poll)) }));
    ok(await postPoll(ports, at(poll), await press(poll)));
    await ports.settled();
    const mailed = said("pollRequest").find((m) => m.to.kind === "person" && m.to.person.id === id);
    const [, , , path, part = "", token = ""] = mailed?.showing.page?.url.split("/") ?? assert.fail();
    assert.equal(path, "p");
    const link = (await openAnswerLink(ports, "p", part, token)) ?? assert.fail();
    assert.deepEqual([link.round, link.person, link.way], [poll.id, id, "mail"]);
    assert.equal(await openAnswerLink(ports, "m", part, token), undefined);
    assert.equal(
      await openAnswerLink(
        ports,
        "p",
        part,
        token.replace(/.$/, (c) => (c === "A" ? "B" : "A")),
      ),
      undefined,
    );
    ok(await answer(poll, id.slice("person:".length), { o1: "yes" }));
    assert.ok(said("pollRequest").every((m) => !m.showing.page || m === mailed));

    await revokeAnswerLinks(ports, poll.id, id);
    assert.equal(await openAnswerLink(ports, "p", part, token), undefined);
  });

  it("knows who is who when asked people come by their Teams identity", async () => {
    const person = await identify(ports, { tenant, oid: "new", name: "Uusi Jäsen" });
    const poll = await posted({ asked: [{ person: person.id, required: false }] });
    const asked = (await current(poll)).asked;
    assert.deepEqual(
      asked.map((a) => !!a.guest),
      [true, false, false, false],
    );
    assert.equal(ports.clock.now() < TODAY + DAY, true);
  });
});
