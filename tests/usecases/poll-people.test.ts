import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import type { Change } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import type { Choice } from "../../bot/domain/poll-answer.ts";
import { pollSaysStill } from "../../bot/domain/poll-still.ts";
import { reminderOf } from "../../bot/domain/poll-time.ts";
import { openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { editOptions } from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { addAsked, removeAsked, setRequired } from "../../bot/usecases/poll-people.ts";
import { pollView } from "../../bot/usecases/poll-reading.ts";
import { docsOf, openRound, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup } from "../support/builders.ts";
import { aPoll, span } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const at = { poll: "poll:june", tenant: "tenant-1" } as const;
const who = (name: string): PersonId => `person:${name}`;
const all: Record<`o${number}`, Choice> = { o1: "yes", o2: "no", o3: "no" };

describe("the people of a poll that is open", () => {
  let ports: TestPorts;
  let nonce = 0;
  beforeEach(async () => {
    ports = testPorts();
    for (const name of ["chair", "sanna", "oskari", "petra", "outi"])
      await storedPerson(ports, who(name), { email: `${name}@example.org`, outside: name === "outi" });
    const persons = ["chair", "sanna", "oskari"].map(who);
    await stored(ports, aGroup({ members: { kind: "named", persons } }));
  });
  afterEach(() => ports.dispose());

  async function open(own: Partial<Poll> = {}) {
    await begin(ports, aPoll(own), aGroup(), "person:chair", "pollPosted");
    await ports.settled();
  }
  const poll = async () => (await readPoll(ports.store, "poll:june")) ?? assert.fail();
  const press = async (own: object = {}) => ({
    rev: (await poll()).rev,
    nonce: `nonce-${++nonce}`,
    by: who("chair"),
    now: ports.clock.now(),
    ...own,
  });
  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;
  const add = async (names: string[], own: object = {}, required = false) =>
    addAsked(ports, at, {
      ...(await press(own)),
      people: names.map((name) => ({ person: who(name), required })),
    });
  const remove = async (name: string, own: object = {}) =>
    removeAsked(ports, at, { ...(await press(own)), person: who(name) });
  const answer = (name: string, choices = all, own: object = {}) =>
    answerPoll(ports, ports.bursts, {
      ...at,
      person: who(name),
      choices,
      by: who(name),
      as: "self",
      rev: 0,
      nonce: `nonce-${++nonce}`,
      now: ports.clock.now(),
      ...own,
    });
  const view = async (name = "chair") =>
    (await pollView(ports, at.poll, { in: "person", person: who(name) })) ?? assert.fail();
  const required = async () => {
    const { asked, answered } = (await view()).required;
    return [asked, answered];
  };
  const saidNow = async (act: () => Promise<unknown>) => {
    await ports.settled();
    const before = ports.sent.length;
    await act();
    await ports.settled();
    return ports.sent
      .slice(before)
      .filter((m) => !m.replaces)
      .map(({ to, showing }) => `${showing.delivery.saying.kind} ${to.kind === "person" ? to.person.id : to.kind}`)
      .sort();
  };

  it("get the request at once when they are added, by mail outside Teams, and nobody else hears of it", async () => {
    await open();
    const said = await saidNow(async () => ok(await add(["petra", "outi"])));
    assert.deepEqual(said, ["pollRequest person:outi", "pollRequest person:petra"]);
    assert.equal((await view()).asked, 5);
    const { asked } = await poll();
    assert.deepEqual(
      asked.slice(-2).map((a) => a.guest),
      [true, true],
    );
    ok(await answer("petra"));
    assert.equal((await view()).answered, 1);
    const mailed = ports.sent.find((m) => m.to.kind === "person" && m.to.person.id === who("outi"));
    assert.match(mailed?.showing.page?.url ?? "", /\/p\/june\//);
  });

  it("count as members when the group knows them as its own outside Teams", async () => {
    const outside = [{ id: "out:1" as const, name: "Outi", email: "Outi@example.org" }];
    await open();
    const group = aGroup({ id: "group:other", members: { kind: "named", persons: [who("chair")], outside } });
    await stored(ports, group);
    await begin(ports, aPoll({ id: "poll:may", group: group.id }), group, "person:chair", "pollPosted");
    const people = ["outi", "petra"].map((name) => ({ person: who(name), required: false }));
    const rev = (await readPoll(ports.store, "poll:may"))?.rev ?? 0;
    const added = ok(await addAsked(ports, { ...at, poll: "poll:may" }, { ...(await press({ rev })), people }));
    assert.deepEqual(
      added.poll.asked.slice(-2).map((a) => a.guest ?? false),
      [false, true],
    );
  });

  it("are told when they are removed, and nobody else; their answer counts nowhere but stays, and the record has ids", async () => {
    await open({ anyone: true, visibility: "always" });
    ok(await answer("sanna"));
    assert.equal((await view()).table?.[0]?.yes, 1);
    assert.deepEqual(await saidNow(async () => ok(await remove("sanna"))), ["pollLeft person:sanna"]);
    const { asked, answered, others, table, rows } = await view();
    assert.deepEqual([asked, answered, others, table?.[0]?.yes, rows?.some((r) => r.answer)], [2, 0, 0, 0, false]);
    assert.equal((await (await openRound(ports, at.poll))?.list("pollAnswer"))?.length, 1);
    const entries = [];
    for await (const { body } of docsOf(ports.store, at.poll, "entry")) entries.push(body as { events: string[] });
    assert.match(JSON.stringify(entries.find((e) => e.events.includes("pollPeopleRemoved"))), /person:sanna/);
    assert.deepEqual((await verifyRound(ports.store, at.poll))?.damage, []);
  });

  it("can't answer any more, nor see what others answered, even where anyone may answer", async () => {
    await open({ anyone: true, visibility: "afterOwn" });
    ok(await answer("sanna"));
    ok(await answer("oskari"));
    assert.ok((await view("sanna")).table);
    ok(await remove("sanna"));
    assert.equal((await view("sanna")).table, undefined);
    assert.equal((await view("sanna")).own, undefined);
    assert.equal(no(await answer("sanna", all, { rev: 1 })), "notAsked");
    const byPhone = { rev: 1, by: who("chair"), as: "officer" };
    assert.equal(no(await answer("sanna", all, byPhone)), "notAsked");
  });

  it("hear nothing more of it once they are removed", async () => {
    await open({ anyone: true });
    ok(await answer("sanna"));
    ok(await remove("sanna"));
    const said = await saidNow(async () => {
      await change<Change, never>(ports, at.poll, "ehdolla", ({ poll }) =>
        accept({ facts: poll ? [reminderOf(poll, ports.clock.now())] : [], events: [] }),
      );
    });
    assert.deepEqual(said, ["pollReminder person:chair", "pollReminder person:oskari"]);
    ok(await answer("oskari"));
    const add = [span("2027-06-11", "09:00")];
    const edited = await saidNow(async () => ok(await editOptions(ports, at, { ...(await press()), add, remove: [] })));
    assert.deepEqual(edited, ["pollChanged person:oskari"]);
  });

  it("aren't asked or reminded by what was on its way when they were removed, nor told so once they are back", () => {
    const to = { to: "person", person: who("sanna") } as const;
    const delivery = { to } as Delivery;
    const gone = aPoll({
      anyone: true,
      asked: aPoll().asked.filter((a) => a.person !== who("sanna")),
      left: [{ person: who("sanna"), at: 0, by: who("chair") }],
    });
    for (const kind of ["pollRequest", "pollReminder"] as const) {
      assert.equal(pollSaysStill({ kind }, { poll: aPoll(), delivery }), true);
      assert.equal(pollSaysStill({ kind }, { poll: gone, delivery }), false);
    }
    assert.equal(pollSaysStill({ kind: "pollLeft" }, { poll: gone, delivery }), true);
    assert.equal(pollSaysStill({ kind: "pollLeft" }, { poll: aPoll(), delivery }), false);
  });

  it("count again, with what they had answered, when they are added again, and are asked once more", async () => {
    await open();
    ok(await answer("sanna"));
    ok(await remove("sanna"));
    assert.deepEqual(await saidNow(async () => ok(await add(["sanna"]))), ["pollRequest person:sanna"]);
    assert.equal((await view()).answered, 1);
    assert.equal((await poll()).left, undefined);
    ok(await answer("sanna", { o1: "no" }, { rev: 1 }));
  });

  it("change who is required, and the ranking and its counts follow", async () => {
    await open();
    ok(await answer("sanna", { o1: "no", o2: "yes", o3: "no" }));
    ok(await answer("chair", { o1: "yes", o2: "no", o3: "no" }));
    assert.equal((await view()).ranking?.[0]?.option.id, "o1");
    assert.deepEqual(await required(), [1, 1]);
    ok(await setRequired(ports, at, { ...(await press()), person: who("sanna"), required: true }));
    ok(await setRequired(ports, at, { ...(await press()), person: who("chair"), required: false }));
    assert.equal((await view()).ranking?.[0]?.option.id, "o2");
    ok(await add(["petra", "outi"], {}, true));
    assert.deepEqual(await required(), [3, 1]);
    ok(await remove("petra"));
    assert.deepEqual(await required(), [2, 1]);
  });

  it("close the poll when it waited only for whoever was removed or needn't answer any more", async () => {
    const asked = aPoll().asked.map((a) => ({ ...a, required: a.person !== who("oskari") }));
    await open({ asked, closesWhenAnswered: true });
    ok(await answer("chair"));
    assert.equal((await poll()).status, "open");
    ok(await remove("sanna"));
    assert.deepEqual([(await poll()).status, (await poll()).closedBy], ["closed", "answered"]);
  });

  it("lose their links when they are removed", async () => {
    await open();
    ok(await add(["outi"]));
    await ports.settled();
    const url = ports.sent.find((m) => m.to.kind === "person" && m.to.person.id === who("outi"))?.showing.page?.url;
    const opened = () => openAnswerLink(ports, "p", "june", url?.split("/").at(-1) ?? "");
    assert.ok(await opened());
    ok(await remove("outi"));
    assert.equal(await opened(), undefined);
    await ports.settled();
    const word = ports.sent.findLast((m) => m.showing.delivery.saying.kind === "pollLeft");
    assert.equal(word?.showing.page, undefined);
  });

  it("are changed once by one press, by officers only, on the card as it is now, while the poll is open", async () => {
    await open();
    const before = JSON.stringify(await poll());
    const require = async (own: object) =>
      setRequired(ports, at, { ...(await press(own)), person: who("sanna"), required: true });
    for (const act of [(own: object) => add(["petra"], own), (own: object) => remove("sanna", own), require]) {
      assert.equal(no(await act({ by: who("sanna") })), "notOfficer");
      assert.equal(no(await act({ rev: 0 })), "stale");
    }
    assert.equal(no(await add(["sanna"])), "nobodyNew");
    assert.equal(no(await add([])), "nobodyNew");
    assert.equal(no(await remove("petra")), "notAskedNow");
    assert.equal(no(await add(Array.from({ length: 298 }, (_, i) => `p${i}`))), "tooManyInPoll");
    const away = { ...(await press()), person: who("sanna") };
    assert.equal(no(await removeAsked(ports, { ...at, tenant: "tenant-2" }, away)), "noSuchRound");
    assert.equal(JSON.stringify(await poll()), before);
    const once = { ...(await press()), people: [{ person: who("petra"), required: false }] };
    ok(await addAsked(ports, at, once));
    ok(await addAsked(ports, at, once));
    assert.equal((await poll()).asked.length, 4);
    const off = { ...(await press()), person: who("petra") };
    ok(await removeAsked(ports, at, off));
    ok(await removeAsked(ports, at, off));
    assert.equal((await poll()).left?.length, 1);
    ok(await remove("sanna"));
    ok(await remove("oskari"));
    assert.equal(no(await remove("chair")), "lastAsked");
  });

  it("aren't changed once it was decided or called off, and nobody is added to one that has closed", async () => {
    await open({ status: "closed" });
    assert.equal(no(await add(["petra"])), "wrongStatus");
    ok(await remove("oskari"));
    await begin(ports, aPoll({ id: "poll:may", status: "cancelled" }), aGroup(), "person:chair", "pollPosted");
    const off = { ...(await press({ rev: 1 })), person: who("sanna") };
    assert.equal(no(await removeAsked(ports, { ...at, poll: "poll:may" }, off)), "wrongStatus");
  });
});
