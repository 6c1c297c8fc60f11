import assert from "node:assert/strict";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { savePoll } from "../../bot/usecases/poll.ts";
import { answerPoll } from "../../bot/usecases/poll-answer.ts";
import { docsOf, readPoll } from "../../bot/usecases/round.ts";
import { cardOf } from "../../cards/showing.ts";
import { aGroup, aReader, moment } from "../support/builders.ts";
import { aPoll } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { wordsOn } from "../support/pressing.ts";
import { stored, storedPerson } from "../support/stored.ts";

const at = { poll: "poll:june", tenant: "tenant-1" } as const;
const who = (name: string): PersonId => `person:${name}`;

describe("the rules of a poll, once it is open", () => {
  let ports: TestPorts;
  let nonce = 0;
  beforeEach(async () => {
    ports = testPorts();
    for (const name of ["chair", "sanna", "oskari"]) await storedPerson(ports, who(name));
    await stored(ports, aGroup());
  });
  afterEach(() => ports.dispose());

  async function open(own: Partial<Poll> = {}) {
    await begin(ports, aPoll(own), aGroup(), "person:chair", "pollPosted");
    await ports.settled();
  }
  const poll = async () => (await readPoll(ports.store, at.poll)) ?? assert.fail();
  const wish = async (written: object, own: object = {}) => ({
    written,
    rev: (await poll()).rev,
    nonce: `nonce-${++nonce}`,
    by: who("chair"),
    ...own,
  });
  const save = async (written: object, own: object = {}) => savePoll(ports, at, await wish(written, own));
  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;
  const answer = (name: string) =>
    answerPoll(ports, ports.bursts, {
      ...at,
      person: who(name),
      choices: { o1: "yes", o2: "no", o3: "no" },
      by: who(name),
      as: "self",
      rev: 0,
      nonce: `nonce-${++nonce}`,
      now: ports.clock.now(),
    });
  const told = () =>
    ports.sent
      .filter((m) => m.showing.delivery.saying.kind === "pollRules")
      .map((m) => (m.to.kind === "person" ? m.to.person.id.slice("person:".length) : m.to.kind))
      .sort();

  it("show answers in any way that officers like until somebody has answered, and nobody needs to be told", async () => {
    await open();
    ok(await save({ visibility: "always", namesInChannel: true }));
    ok(await save({ visibility: "atEnd", namesInChannel: false }));
    await ports.settled();
    assert.deepEqual(told(), []);
    assert.equal((await poll()).rules, undefined);
  });

  it("show only less once somebody has, of which those who had answered are told, and no others", async () => {
    await open({ visibility: "always", namesInChannel: true });
    ok(await answer("sanna"));
    ok(await save({ visibility: "afterOwn" }));
    const before = JSON.stringify(await poll());
    assert.equal(no(await save({ visibility: "always" })), "looser");
    ok(await save({ visibility: "atEnd", namesInChannel: false }));
    assert.equal(no(await save({ namesInChannel: true })), "looser");
    assert.equal(no(await save({ visibility: "afterOwn", namesInChannel: false })), "looser");
    assert.notEqual(JSON.stringify(await poll()), before);
    await ports.settled();
    assert.deepEqual(told(), ["sanna", "sanna"]);
    const last = ports.sent.findLast((m) => m.showing.delivery.saying.kind === "pollRules") ?? assert.fail();
    assert.match(
      wordsOn(cardOf(last.showing, aReader("fi"))),
      /näkyvät nyt vasta kyselyn päätyttyä\..*ei enää näy, kuka vastasi mitä/s,
    );
    const entries = [];
    for await (const { body } of docsOf(ports.store, at.poll, "entry"))
      entries.push((body as { events: string[] }).events);
    assert.equal(entries.filter((events) => events.includes("pollRulesChanged")).length, 2);
  });

  it("are drawn anew on the cards that people have got", async () => {
    await open();
    ok(await save({ contact: { name: "Tiina Saraluoto", phone: "0100 123 456" } }));
    const { facts } = ok(await save({ visibility: "atEnd" }));
    assert.ok(facts.some((f) => f.kind === "circular" && f.redraw && f.saying.kind === "pollRequest"));
  });

  it("may come to close the poll at once, when all have answered whom it waits for", async () => {
    await open();
    ok(await answer("chair"));
    assert.equal((await poll()).status, "open");
    ok(await save({ closesWhenAnswered: true }));
    assert.deepEqual([(await poll()).status, (await poll()).closedBy], ["closed", "answered"]);
  });

  it("are changed once by one press, by officers only, and never who is asked, the deadline or the length", async () => {
    await open();
    assert.equal(no(await save({ visibility: "atEnd" }, { by: who("sanna") })), "notOfficer");
    assert.equal(no(await save({ visibility: "atEnd" }, { rev: 0 })), "stale");
    for (const written of [
      { asked: [] },
      { deadline: moment("2027-05-30", "12:00") },
      { length: 30 },
      { anyone: true },
    ])
      assert.equal(no(await save(written)), "fixedOnceOpen");
    const once = await wish({ visibility: "atEnd" });
    ok(await savePoll(ports, at, once));
    ok(await savePoll(ports, at, once));
    assert.equal((await poll()).rev, 2);
  });
});
