import assert from "node:assert/strict";
import { langs } from "../../bot/domain/lang.ts";
import { candidateLinkHandlers } from "../../bot/teams/handlers/candidate-link.ts";
import { pageCard } from "../../bot/teams/handlers/candidate-page.ts";
import type { Reply } from "../../bot/teams/turn.ts";
import { findCandidacy } from "../../bot/usecases/candidacy.ts";
import { change } from "../../bot/usecases/change.ts";
import { openLink } from "../../bot/usecases/personal-link.ts";
import { docsOf } from "../../bot/usecases/round.ts";
import { handCard, returnedForm } from "../../cards/consent-hand.ts";
import { textFor } from "../../cards/text.ts";
import { candidateNow, proposed } from "../mail/scene.ts";
import { aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { aPerson, aTurn, inTeam } from "../support/turn.ts";

const words = textFor("fi").links;
const ids = { call: "call:7f3k", candidate: "cand:01" } as const;
const said = (reply: Reply) => JSON.stringify(reply);
const urlIn = (reply: Reply) => /https:\/\/ehdolla\.example\.org\/c\/[\w-]+\/[\w-]{22}/.exec(said(reply))?.[0] ?? "";

describe("a consent link passed on by hand", () => {
  let ports: TestPorts;
  let people: Awaited<ReturnType<typeof proposed>>;
  beforeEach(async () => {
    ports = testPorts();
    people = await proposed(ports);
  });
  afterEach(() => ports.dispose());
  const take = (by: typeof people.chair, own = {}) =>
    candidateLinkHandlers["candidate.link"](aTurn(ports, by, own), ids);

  it("is shown once to the officer or proposer who takes it, and opens the candidate's page", async () => {
    for (const by of [people.chair, people.oskari]) {
      const url = urlIn(await take(by));
      const [publicId = "", token = ""] = url.split("/").slice(-2);
      assert.deepEqual((await openLink(ports, publicId, token))?.way, "hand");
    }
    assert.notEqual(urlIn(await take(people.chair)), urlIn(await take(people.chair)), "each is a new one");
  });

  it("is written down as taken, by whom and when, without the link", async () => {
    const url = urlIn(await take(people.oskari));
    const { handed, rev } = await candidateNow(ports);
    assert.deepEqual(handed, [{ by: people.oskari.id, at: ports.clock.now() }]);
    assert.equal(rev, 1, "nothing that the candidate's card shows has changed");
    const entries = [];
    for await (const doc of docsOf(ports.store, "call:7f3k", "entry")) entries.push(JSON.stringify(doc.body));
    assert.match(entries.at(-1) ?? "", /consentLinkTaken/);
    assert.ok(!entries.join().includes(url.split("/").at(-1) ?? "x"));
  });

  it("is for nobody else, and never shown in a channel", async () => {
    const stranger = await aPerson(ports, "Vieras");
    assert.deepEqual(await take(stranger), { refuse: words.hand.notAllowed });
    const reply = await candidateLinkHandlers["candidate.link"](inTeam(ports, people.chair), ids);
    assert.deepEqual(reply, { refuse: words.hand.alone });
    assert.equal((await candidateNow(ports)).handed, undefined);
  });

  it("isn't given for who gets the request in Teams, unless it didn't reach them", async () => {
    const sanna = await aPerson(ports, "Sanna");
    const set = (own: object) =>
      change(ports, "call:7f3k", "ehdolla", async (round) => {
        const candidate = await round.get("candidate", "cand:01");
        if (!candidate) throw new Error("no candidate");
        return { ok: true, state: { facts: [{ ...candidate, ...own }], events: ["nominated"] } };
      });
    await set({ person: sanna.id });
    assert.deepEqual(await take(people.chair), { refuse: words.hand.inTeams });
    await set({ notReached: { reason: "noApp", at: ports.clock.now() } });
    assert.ok(urlIn(await take(people.chair)));
  });

  it("isn't given when nothing is asked any more, nor without end", async () => {
    for (let at = 0; at < 10; at++) assert.ok(urlIn(await take(people.chair)));
    assert.deepEqual(await take(people.chair), { refuse: words.hand.cap });
    ports.clock.set(ports.clock.now() + 13 * 24 * 3_600_000);
    assert.deepEqual(await take(people.chair), { refuse: words.hand.notNow });
  });

  it("stands among what officers can do about a candidate who isn't in Teams", async () => {
    const view = await findCandidacy(ports, { tenant: "tenant-1", ...ids });
    assert.ok(view);
    const card = JSON.stringify(await pageCard(aTurn(ports, people.chair), view));
    for (const verb of ["candidate.link", "candidate.returnedForm"]) assert.ok(card.includes(verb), verb);
  });
});

describe("mail to a candidate that came back", () => {
  let ports: TestPorts;
  let people: Awaited<ReturnType<typeof proposed>>;
  beforeEach(async () => {
    ports = testPorts();
    people = await proposed(ports);
    await ports.settled();
  });
  afterEach(() => ports.dispose());
  const press = (by: typeof people.chair, rev = 1, nonce = "nonce-returned") =>
    candidateLinkHandlers["candidate.returned"](aTurn(ports, by), { ...ids, rev, nonce });

  it("is noted by an officer, and told to the proposer once", async () => {
    const form = await candidateLinkHandlers["candidate.returnedForm"](aTurn(ports, people.chair), ids);
    assert.ok("show" in form);
    await press(people.chair);
    assert.equal((await candidateNow(ports)).notReached?.reason, "returned");
    await press(people.chair);
    await ports.settled();
    const told = ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "notReached");
    assert.deepEqual(
      told.map(({ to }) => to.kind === "person" && to.person.id).sort(),
      [people.oskari.id, people.chair.id].sort(),
    );
  });

  it("isn't noted by others, from an old card, or of who has answered", async () => {
    assert.ok("refuse" in (await press(people.oskari)));
    assert.ok("refuse" in (await press(people.chair, 7)));
    assert.equal((await candidateNow(ports)).notReached, undefined);
    await change(ports, "call:7f3k", "ehdolla", async (round) => {
      const candidate = await round.get("candidate", "cand:01");
      if (!candidate) throw new Error("no candidate");
      const facts = [{ ...candidate, consent: "declined" as const, rev: 2 }];
      return { ok: true, state: { facts, events: ["consentDeclined"] } };
    });
    const reply = await press(people.chair, 2);
    assert.equal("refuse" in reply && reply.refuse, words.returned.notMail);
  });

  it("and links passed on are asked about on cards that the official parser accepts, in three languages", async () => {
    const view = await findCandidacy(ports, { tenant: "tenant-1", ...ids });
    assert.ok(view);
    const long = {
      ...view,
      candidate: { ...view.candidate, name: "Å".repeat(200), email: `${"x".repeat(100)}@example.org` },
    };
    for (const lang of langs) {
      const reader = aReader(lang);
      const url = `https://ehdolla.example.org/c/kaisla2027x/${"x".repeat(22)}`;
      assert.deepEqual(complaints(handCard(long, { url, until: 0, by: people.chair.id }, reader)), []);
      assert.deepEqual(complaints(returnedForm(long, "nonce-card-1", reader)), []);
    }
  });
});
