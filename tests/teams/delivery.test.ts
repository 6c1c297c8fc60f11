import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import type { Reply } from "../../bot/teams/turn.ts";
import { change } from "../../bot/usecases/change.ts";
import { docsOf, factsOf } from "../../bot/usecases/round.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

const CALL = "call:7f3k";

describe("pressing what is about messages and the record", () => {
  let ports: TestPorts;
  let chair: Person;
  let oskari: Person;
  let failing = true;
  beforeEach(async () => {
    ports = testPorts();
    failing = true;
    chair = await aPerson(ports, "Helmi Kaislaharju");
    oskari = await aPerson(ports, "Oskari Haavisalo");
    const { viceChair: _, ...group } = aGroup({ chairs: [chair.id], secretaries: [] });
    ports.answers.push(({ showing }) =>
      failing && showing.delivery.saying.kind === "receipt" ? { kind: "failed", reason: "blocked" } : undefined,
    );
    await stored(ports, group, aCall({ said: [] }), [
      aNomination({ by: oskari.id, proposer: { name: "Oskari Haavisalo", phone: "0100 700 800" }, organisations: [] }),
      aCandidate({ consent: "given", proposers: [oskari.id] }),
    ]);
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const press = (by: Person, verb: string, data: object = {}) =>
    pressVerb(aTurn(ports, by), verb, { call: CALL, round: CALL, ...data });
  const words = (reply: Reply) => wordsOn(cardIn(reply));
  const receipt = async () => {
    for await (const d of factsOf(ports.store, CALL, "delivery")) if (d.saying.kind === "receipt") return d;
    return assert.fail();
  };
  const everything = async () => {
    const docs: unknown[] = [];
    for (const type of ["delivery", "entry", "call"])
      for await (const doc of docsOf(ports.store, CALL, type)) docs.push(doc);
    return JSON.stringify(docs);
  };

  it("leads from the list to a message, and from there to a retry that arrives", async () => {
    const turn = aTurn(ports, chair);
    const list = await press(chair, "deliveries.show");
    assert.match(words(list), /Tavoittamatta 1\./);
    assert.match(words(list), /0100 700 800/);
    const one = await pressButton(turn, cardIn(list), "Oskari Haavisalo");
    assert.match(words(one), /Viestit Ehdollalta on estetty/);
    failing = false;
    const again = await pressButton(turn, cardIn(one), "Yritä uudelleen");
    assert.match(words(again), /Viesti lähetetään uudelleen/);
    await ports.settled();
    assert.equal((await receipt()).status, "sent");
    assert.match(words(await press(chair, "deliveries.show")), /Kaikki viestit on lähetetty/);
  });

  it("notes that somebody phoned, and no longer asks for it", async () => {
    const { id } = await receipt();
    const one = await press(chair, "deliveries.open", { delivery: id });
    const done = await pressButton(aTurn(ports, chair), cardIn(one), "Hoidettu puhelimitse");
    assert.match(words(done), /Merkitty hoidetuksi/);
    assert.match(words(await press(chair, "deliveries.show")), /✓ Hoidettu/);
  });

  it("is refused with a sentence to anybody but officers, and nothing is written", async () => {
    const { id: delivery } = await receipt();
    const before = await everything();
    const presses: [string, object][] = [
      ["deliveries.show", {}],
      ["deliveries.open", { delivery }],
      ["deliveries.retry", { delivery, nonce: "nonce-0001" }],
      ["deliveries.retryAll", { nonce: "nonce-0001" }],
      ["deliveries.handled", { delivery, nonce: "nonce-0001" }],
      ["deliveries.repost", { nonce: "nonce-0001" }],
      ["record.show", {}],
    ];
    for (const [verb, data] of presses) {
      const reply = await press(oskari, verb, data);
      assert("refuse" in reply && !reply.fresh, verb);
      assert.match(reply.refuse, /vain ryhmän puheenjohtaja/, verb);
    }
    assert.equal(await everything(), before);
  });

  it("is refused with the state as it is when there is nothing to do, and nothing is written", async () => {
    const before = await everything();
    const repost = await press(chair, "deliveries.repost", { nonce: "nonce-0001" });
    assert("refuse" in repost && repost.fresh);
    assert.match(repost.refuse, /Viesti on kanavassa/);
    const forged = await press(chair, "deliveries.retry", { delivery: "del:nosuch", nonce: "nonce-0001" });
    assert("refuse" in forged);
    assert.match(forged.refuse, /Tätä viestiä ei enää ole/);
    const elsewhere = await pressVerb(aTurn(ports, chair), "record.show", { round: "call:other" });
    assert("refuse" in elsewhere);
    assert.equal(await everything(), before);
  });

  it("is found on the call's card", async () => {
    const manage = await press(chair, "call.manage");
    assert.match(words(await pressButton(aTurn(ports, chair), cardIn(manage), "Viestit")), /Viestit: /);
    assert.match(words(await pressButton(aTurn(ports, chair), cardIn(manage), "Tapahtumatiedot")), /Tapahtumatiedot: /);
  });

  it("tells the record in words, newest first, with names while they are there, and page by page", async () => {
    for (let n = 0; n < 25; n++)
      await change(ports, CALL, chair.id, ({ call }) => ({
        ok: true,
        state: {
          facts: call ? [{ ...call, rev: call.rev + 1, numbered: n }] : [],
          events: n === 24 ? ["callExtended"] : ["callWritten"],
        },
      }));
    const first = await press(chair, "record.show");
    assert.deepEqual(complaints(cardIn(first)), []);
    const told = words(first);
    assert.match(told, /^Tapahtumatiedot: .+\n2\d kirjausta\.\n/);
    assert(told.indexOf("Ehdotusaikaa jatkettiin") < told.indexOf("Haun luonnosta muutettiin"));
    assert.match(told, /Helmi Kaislaharju/);
    const last = await press(chair, "record.show", { page: 99 });
    assert.match(words(last), /Haun luonnos tehtiin/);
    assert.doesNotMatch(words(last), /Vanhemmat/);
    const doc = (await ports.store.get(chair.id, "person")) ?? assert.fail();
    await ports.store.commit(chair.id, [{ op: "delete", id: "person", version: doc.version }]);
    assert.match(words(await press(chair, "record.show")), /henkilö, jonka tiedot on poistettu/);
  });

  it("tells nothing in the record that anybody wrote", async () => {
    const all = [];
    for (let page = 0; page < 3; page++) all.push(words(await press(chair, "record.show", { page })));
    const { reason, reasons } = aNomination();
    for (const text of [reason, ...Object.values(reasons), "Toivon Polku ry"]) assert(!all.join().includes(text));
    assert(all.join().includes("E7F3K01"));
  });
});
