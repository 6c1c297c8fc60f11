import assert from "node:assert/strict";
import type { PersonId } from "../../bot/domain/ids.ts";
import { DAY } from "../../bot/domain/time.ts";
import { endAnswerLinks, handAnswerLink, openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { docsOf, openRound } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup } from "../support/builders.ts";
import { aMeeting, aPoll } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const PETRA: PersonId = "person:petra";

describe("a link to answer with that an officer passes on", () => {
  let ports: TestPorts;
  let nonce = 0;
  beforeEach(async () => {
    ports = testPorts();
    const people = { petra: [], sanna: [{ tenant: "tenant-1", oid: "sanna" }], aino: [] };
    for (const [who, identities] of Object.entries(people))
      await storedPerson(ports, `person:${who}`, { outside: true, email: `${who}@example.org`, identities });
    await stored(ports, aGroup());
    const poll = aPoll({ asked: [...aPoll().asked, { person: PETRA, required: false, guest: true }] });
    await begin(ports, poll, aGroup(), "person:chair", "pollDrafted");
    const meeting = aMeeting({ invited: [...aMeeting().invited, { person: PETRA, role: "guest" }] });
    await begin(ports, meeting, aGroup(), "person:chair", "meetingCalled");
  });
  afterEach(() => ports.dispose());

  const press = (own: object = {}) => ({
    round: "poll:june" as const,
    person: PETRA,
    by: "person:chair" as const,
    tenant: "tenant-1",
    nonce: `nonce-${++nonce}`,
    ...own,
  });
  const links = async (round = "poll:june") => {
    let count = 0;
    for await (const _ of docsOf(ports.store, round, "link")) count++;
    return count;
  };
  const why = async (own: object) => {
    const decision = await handAnswerLink(ports, press(own));
    return decision.ok ? assert.fail("accepted") : decision.refusal.kind;
  };
  const opened = (url: string) => {
    const [, , , path, id = "", token = ""] = url.split("/");
    return openAnswerLink(ports, path as "p", id, token);
  };

  it("is shown once, opens that person's answer, and stands in the record by whom and for whom", async () => {
    for (const round of ["poll:june", "meeting:june"] as const) {
      const once = press({ round });
      const taken = await handAnswerLink(ports, once);
      assert.ok(taken.ok);
      const link = await opened(taken.state.url);
      assert.deepEqual([link?.round, link?.person, link?.way], [round, PETRA, "hand"]);
      const again = await handAnswerLink(ports, once);
      assert.equal(!again.ok && again.refusal.kind, "shown");
      assert.equal(await links(round), 1);
      const entries = [];
      for await (const { body } of docsOf(ports.store, round, "entry")) entries.push(body);
      const { by, events, facts } = entries.at(-1) as { by: string; events: string[]; facts: { id: string }[] };
      assert.deepEqual([by, events], ["person:chair", ["answerLinkTaken"]]);
      assert.ok(facts.some((f) => f.id === PETRA));
      assert.doesNotMatch(JSON.stringify(entries), /petra@|\/[pm]\//);
      assert.deepEqual((await verifyRound(ports.store, round))?.damage, []);
    }
  });

  it("is for those alone who are asked and aren't in Teams, and only officers of the tenant take one", async () => {
    assert.equal(await why({ by: "person:sanna" }), "notOfficer");
    assert.equal(await why({ by: PETRA }), "notOfficer");
    assert.equal(await why({ person: "person:sanna" }), "inTeams");
    assert.equal(await why({ person: "person:aino" }), "notAsked");
    assert.equal(await why({ person: "person:nobody" }), "noSuchRound");
    assert.equal(await why({ tenant: "tenant-2" }), "noSuchRound");
    assert.equal(await why({ round: "poll:other" }), "noSuchRound");
    ports.clock.set(aMeeting().start.at);
    assert.equal(await why({ round: "meeting:june" }), "over");
    assert.equal(await links(), 0);
    assert.equal(await links("meeting:june"), 0);
  });

  it("doesn't make a card that others have open stale", async () => {
    const before = (await openRound(ports, "poll:june"))?.poll?.rev;
    await handAnswerLink(ports, press());
    assert.equal((await openRound(ports, "poll:june"))?.poll?.rev, before);
  });

  it("ends with all others of that person when an officer ends them, however often the press comes", async () => {
    const urls = [];
    for (let i = 0; i < 3; i++) {
      const taken = await handAnswerLink(ports, press());
      if (taken.ok) urls.push(taken.state.url);
    }
    const forged = await endAnswerLinks(ports, press({ by: "person:sanna" }));
    assert.equal(!forged.ok && forged.refusal.kind, "notOfficer");
    assert.equal(await links(), 3);
    const once = press();
    for (let i = 0; i < 2; i++) assert.ok((await endAnswerLinks(ports, once)).ok);
    for (const url of urls) assert.equal(await opened(url), undefined);
    const entries = [];
    for await (const { body } of docsOf(ports.store, "poll:june", "entry")) entries.push(body);
    const ended = entries.filter((e) => (e as { events: string[] }).events.includes("answerLinksEnded"));
    assert.equal(ended.length, 1);
    ports.clock.set(ports.clock.now() + DAY);
    assert.ok((await handAnswerLink(ports, press())).ok);
  });
});
