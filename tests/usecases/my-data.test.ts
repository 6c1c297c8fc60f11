import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import type { Candidate } from "../../bot/domain/candidate.ts";
import { NO_NAME } from "../../bot/domain/erase.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import { keptOf } from "../../bot/domain/own-data.ts";
import type { Person } from "../../bot/domain/person.ts";
import { DAY } from "../../bot/domain/time.ts";
import { change } from "../../bot/usecases/change.ts";
import { eraseOwn } from "../../bot/usecases/erase.ts";
import {
  askOfficers,
  correctOwnContact,
  ofAddress,
  ofPerson,
  ownDataOf,
  type Whose,
} from "../../bot/usecases/my-data.ts";
import { identifyAddress } from "../../bot/usecases/outsiders.ts";
import { noteRound, readPerson } from "../../bot/usecases/people.ts";
import { mintLink } from "../../bot/usecases/personal-link.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { openRound, readCall } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { saveDraft } from "../../bot/usecases/web-draft.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k";

describe("one's own data", () => {
  let ports: TestPorts;
  let docs: Map<string, string>;
  let sanna: Person;
  let oskari: Person;
  let whose: Whose;

  beforeEach(async () => {
    ports = testPorts();
    docs = new Map();
    ports.store = remembering(ports.store, docs);
    sanna = await aPerson(ports, "Sanna Kaislamo");
    oskari = await aPerson(ports, "Oskari Haavisalo");
    whose = ofPerson(sanna, "tenant-1");
  });
  afterEach(() => ports.dispose());

  const given = async (group: Partial<Group> = { body: "organisations" }, call: Partial<Call> = {}) => {
    const nominee = { name: "Sanna Kaislamo", person: sanna.id, phone: "040 1234567" };
    const facts = [
      aNomination({ nominee, by: oskari.id, otherBodies: "Vanhusneuvosto" }),
      aNomination({
        id: "nom:02",
        code: "E7F3K02",
        candidate: "cand:02",
        by: sanna.id,
        proposer: { name: "Sanna Kaislamo", phone: "040 1234567" },
        nominee: { name: "Aki Lehtokari", email: "aki@example.org" },
      }),
      aCandidate({ person: sanna.id, phone: "040 1234567", proposers: [oskari.id] }),
      aCandidate({
        id: "cand:02",
        name: "Aki Lehtokari",
        email: "aki@example.org",
        nominations: ["nom:02"],
        proposers: [sanna.id],
      }),
    ].map((fact) => {
      if (fact.kind === "candidate" && fact.id === "cand:02") {
        const { person: _, ...rest } = fact;
        return rest;
      }
      return fact;
    });
    await stored(ports, aGroup(group), aCall({ received: { t1: 2 }, candidates: 2, ...call }), facts);
    for (const { id } of [sanna, oskari]) await noteRound(ports, id, CALL);
    await ports.settled();
  };
  const damage = async () => (await verifyRound(ports.store, CALL))?.damage;
  const fact = async <K extends "nomination" | "candidate">(kind: K, id: string) =>
    (await openRound(ports, CALL))?.get(kind, id);
  /** Documents in which something of Sanna is left. */
  const traces = () =>
    [...docs].filter(([key, body]) => /Kaislamo|040 1234567|sanna/i.test(body) || `${key} ${body}`.includes(sanna.id));

  it("shows a candidacy, proposals made and received, and what was sent, and nothing of others", async () => {
    await given();
    const { calls, person } = await ownDataOf(ports, whose);
    assert.equal(person?.name, "Sanna Kaislamo");
    assert.equal(calls.length, 1);
    assert.deepEqual(
      calls[0]?.candidates.map((c) => c.id),
      ["cand:01"],
    );
    assert.deepEqual(
      calls[0]?.nominated.map((n) => n.id),
      ["nom:01"],
    );
    assert.deepEqual(
      calls[0]?.proposed.map((n) => n.id),
      ["nom:02"],
    );
    assert.deepEqual(calls[0]?.deliveries.map((d) => d.saying.kind).sort(), ["consentRequest", "receipt"]);
  });

  it("is nobody else's: not of a namesake, and not across tenants", async () => {
    await given();
    const namesake = await aPerson(ports, "Sanna Kaislamo 2");
    assert.deepEqual((await ownDataOf(ports, ofPerson(namesake, "tenant-1"))).calls, []);
    assert.deepEqual((await ownDataOf(ports, ofPerson(sanna, "tenant-2"))).calls, []);
  });

  it("is found by an address where nobody was named by more than that", async () => {
    await given();
    const aki = await ofAddress(ports, "Aki@Example.org", "group:kaislaranta");
    const { calls } = await ownDataOf(ports, aki);
    assert.deepEqual(
      calls[0]?.candidates.map((c) => c.id),
      ["cand:02"],
    );
    // Sanna was picked in Teams; the address that somebody typed beside her doesn't open her candidacy
    const typed = await ofAddress(ports, "sanna.kaislamo@example.org", "group:kaislaranta");
    assert.deepEqual((await ownDataOf(ports, typed)).calls, []);
  });

  describe("erased", () => {
    it("is gone from facts, messages, notes and identities in the organisations' own group", async () => {
      await given();
      const { rounds, kept } = await eraseOwn(ports, whose);
      assert.deepEqual([rounds, kept], [1, []]);
      await ports.settled();
      assert.deepEqual(
        traces().filter(([key]) => !key.includes(" entry:")),
        [],
      );
      assert.equal(await readPerson(ports.store, sanna.id), undefined);
      assert.notEqual((await aPerson(ports, "Sanna Kaislamo")).id, sanna.id);
    });

    it("leaves a record that is unbroken and says that somebody was erased, but not who", async () => {
      await given();
      await eraseOwn(ports, whose);
      assert.deepEqual(await damage(), []);
      const entries = [...docs].filter(([key]) => key.includes(" entry:")).map(([, body]) => body);
      assert.ok(entries.some((body) => body.includes('"erased"')));
      assert.ok(entries.every((body) => !/Kaislamo/.test(body)));
    });

    it("ends the candidacy, and its proposal is then a withdrawn one with a code", async () => {
      await given();
      await eraseOwn(ports, whose);
      const nomination = (await fact("nomination", "nom:01")) as Nomination;
      assert.deepEqual(nomination.nominee, { name: NO_NAME });
      assert.deepEqual(
        [nomination.status, nomination.code, nomination.reason, nomination.reasons, nomination.by],
        ["withdrawn", "E7F3K01", "", {}, oskari.id],
      );
      const candidate = (await fact("candidate", "cand:01")) as Candidate;
      assert.deepEqual([candidate.name, candidate.nominations, candidate.person], [NO_NAME, [], undefined]);
      const call = await readCall(ports.store, CALL);
      assert.deepEqual([call?.received.t1, call?.candidates], [1, 1]);
    });

    it("leaves what they proposed standing, without them", async () => {
      await given();
      await eraseOwn(ports, whose);
      const nomination = (await fact("nomination", "nom:02")) as Nomination;
      assert.deepEqual(
        [nomination.status, nomination.by, nomination.proposer],
        ["inTime", undefined, { name: NO_NAME }],
      );
      assert.equal(nomination.nominee.name, "Aki Lehtokari");
      assert.deepEqual(((await fact("candidate", "cand:02")) as Candidate).proposers, []);
    });

    it("stays in an authority's group, with all that leads to the person", async () => {
      await given({ body: "authority" });
      const before = JSON.stringify([...docs].sort());
      const { rounds, kept } = await eraseOwn(ports, whose);
      assert.deepEqual([rounds, kept.map((own) => keptOf(own).id)], [0, [CALL]]);
      assert.equal(JSON.stringify([...docs].sort()), before);
    });

    it("is gone from an authority's practice call, which is nobody's document", async () => {
      await given({ body: "authority" }, { practice: true });
      await eraseOwn(ports, whose);
      assert.deepEqual(
        traces().filter(([key]) => !key.includes(" entry:")),
        [],
      );
    });

    it("takes more proposals than one batch holds", async () => {
      const facts = Array.from({ length: 45 }, (_, at) =>
        aNomination({
          id: `nom:x${at}`,
          code: `E7F3K${at}`,
          candidate: "cand:01",
          nominee: { name: "Sanna Kaislamo", person: sanna.id },
        }),
      );
      await given();
      for (let at = 0; at < facts.length; at += 15)
        await change(ports, CALL, "ehdolla", () => ({
          ok: true,
          state: { facts: facts.slice(at, at + 15), events: ["nominated"] },
        }));
      await ports.settled();
      await eraseOwn(ports, whose);
      assert.deepEqual(
        traces().filter(([key]) => !key.includes(" entry:")),
        [],
      );
      assert.deepEqual(await damage(), []);
    });

    it("goes on where a crash cut it off", async () => {
      await given();
      const whole = ports.store;
      for (let at = 1; ; at++) {
        let commits = 0;
        ports.store = {
          ...bound(whole),
          commit: async (pk, writes) => {
            if (++commits === at) throw new Error("crash");
            await whole.commit(pk, writes);
          },
        };
        const done = await eraseOwn(ports, whose).then(
          () => true,
          () => false,
        );
        ports.store = whole;
        assert.deepEqual(await damage(), []);
        if (done) break;
      }
      assert.deepEqual(
        traces().filter(([key]) => !key.includes(" entry:")),
        [],
      );
    });

    it("is not told of again by anything that was still to be sent", async () => {
      await given();
      await eraseOwn(ports, whose);
      const before = ports.sent.length;
      await ports.settled();
      assert.ok(ports.sent.slice(before).every(({ to }) => to.kind !== "person" || to.person.id !== sanna.id));
    });

    it("of somebody outside Teams reaches their identity, links and unsent forms too", async () => {
      await given();
      const aki = await identifyAddress(ports, { email: "aki@example.org", name: "Aki Lehtokari" });
      const call = await readCall(ports.store, CALL);
      assert.ok(call);
      await mintLink(ports, { call: CALL, subject: { kind: "person", email: "aki@example.org" }, until: TODAY + DAY });
      await mintLink(ports, { call: CALL, subject: { kind: "candidate", candidate: "cand:02" }, until: TODAY + DAY });
      const written = {} as Parameters<typeof saveDraft>[2]["written"];
      await saveDraft(ports, call, { own: true, written, sender: { email: "Aki@Example.org" } });
      await eraseOwn(ports, await ofAddress(ports, "aki@example.org", "group:kaislaranta"));
      await ports.settled();
      assert.deepEqual(
        [...docs].filter(
          ([key, body]) =>
            !key.includes(" entry:") && (/Lehtokari|aki@/i.test(body) || `${key} ${body}`.includes(aki.id)),
        ),
        [],
      );
    });
  });

  describe("corrected", () => {
    it("changes how somebody is reached, everywhere and for themselves only", async () => {
      await given();
      assert.equal(await correctOwnContact(ports, whose, { phone: "050 7654321" }), 1);
      assert.equal(((await fact("candidate", "cand:01")) as Candidate).phone, "050 7654321");
      assert.equal(((await fact("nomination", "nom:01")) as Nomination).nominee.phone, "050 7654321");
      assert.equal(((await fact("nomination", "nom:02")) as Nomination).proposer.phone, "050 7654321");
      assert.equal(((await fact("nomination", "nom:01")) as Nomination).proposer.phone, undefined);
      assert.equal(await correctOwnContact(ports, whose, { phone: "050 7654321" }), 0);
      assert.deepEqual(await damage(), []);
    });

    it("asks whoever hasn't answered anew at the new address", async () => {
      await given();
      const aki = await ofAddress(ports, "aki@example.org", "group:kaislaranta");
      await correctOwnContact(ports, aki, { email: "aki.lehtokari@example.org" });
      const candidate = (await fact("candidate", "cand:02")) as Candidate;
      assert.deepEqual([candidate.email, candidate.asked], ["aki.lehtokari@example.org", 2]);
      await ports.settled();
      const asked = ports.sent
        .filter(({ to }) => to.kind === "address")
        .map(({ to }) => to.kind === "address" && to.email);
      assert.ok(asked.includes("aki.lehtokari@example.org"));
    });
  });

  describe("asked about", () => {
    const ask = (own: object = {}) =>
      askOfficers(ports, whose, {
        round: CALL,
        nonce: "nonce-0001",
        name: sanna.name,
        ask: "correct",
        text: "Nimi on väärin.",
        ...own,
      });

    it("reaches the officers once, however often the form is sent", async () => {
      await given();
      assert.ok((await ask()).ok);
      assert.ok((await ask()).ok);
      await ports.settled();
      const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "dataRequest");
      assert.equal(told.length, 0, "the officers of this test aren't in Teams, and so it fails for each of them");
      const requests = (await ownDataOf(ports, whose)).calls[0]?.requests;
      assert.deepEqual(
        requests?.map((r) => [r.ask, r.text, r.by]),
        [["correct", "Nimi on väärin.", sanna.id]],
      );
    });

    it("is refused to somebody of whom there is nothing, without a text, and after too many", async () => {
      await given();
      const stranger = await aPerson(ports, "Vieras");
      const other = await askOfficers(ports, ofPerson(stranger, "tenant-1"), {
        round: CALL,
        nonce: "nonce-0002",
        name: "V",
        ask: "correct",
        text: "x",
      });
      assert.deepEqual(other, { ok: false, refusal: { kind: "nothingHere" } });
      assert.deepEqual(await ask({ text: "" }), { ok: false, refusal: { kind: "textMissing" } });
      for (let at = 0; at < 5; at++) assert.ok((await ask({ nonce: `nonce-1${at}` })).ok);
      assert.deepEqual(await ask({ nonce: "nonce-20" }), { ok: false, refusal: { kind: "tooMany", most: 5 } });
    });
  });
});

const bound = (store: Store): Store => ({
  get: (...a) => store.get(...a),
  list: (...a) => store.list(...a),
  commit: (...a) => store.commit(...a),
  due: (...a) => store.due(...a),
  close: () => store.close(),
});

/** A store that knows by heart what stands in it. */
const remembering = (store: Store, docs: Map<string, string>): Store => ({
  ...bound(store),
  async commit(pk, writes) {
    await store.commit(pk, writes);
    for (const write of writes)
      if (write.op === "delete") docs.delete(`${pk} ${write.id}`);
      else docs.set(`${pk} ${write.doc.id}`, JSON.stringify(write.doc.body));
  },
});
