import assert from "node:assert/strict";
import type { Candidate } from "../../bot/domain/candidate.ts";
import type { Person } from "../../bot/domain/person.ts";
import { handleMessage } from "../../bot/teams/handlers/message.ts";
import { mydataHandlers } from "../../bot/teams/handlers/mydata.ts";
import type { Reply } from "../../bot/teams/turn.ts";
import { ofPerson, ownDataOf } from "../../bot/usecases/my-data.ts";
import { noteRound } from "../../bot/usecases/people.ts";
import { openRound } from "../../bot/usecases/round.ts";
import { verbs } from "../../cards/verbs.ts";
import { aCall, aCandidate, aGroup, aNomination } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn, inTeam } from "../support/turn.ts";

const CALL = "call:7f3k";
const wordsOf = (reply: Reply) => JSON.stringify("show" in reply ? reply.show : reply);

describe("one's own data in Teams", () => {
  let ports: TestPorts;
  let sanna: Person;
  let chair: Person;
  let stranger: Person;

  beforeEach(async () => {
    ports = testPorts();
    sanna = await aPerson(ports, "Sanna Kaislamo");
    chair = await aPerson(ports, "Kaarina Lehtovaara");
    stranger = await aPerson(ports, "Vieras Henkilö");
    const group = aGroup({ body: "organisations", chairs: [chair.id], secretaries: [] });
    await stored(ports, group, aCall({ candidates: 1, received: { t1: 1 } }), [
      aNomination({ nominee: { name: "Sanna Kaislamo", person: sanna.id } }),
      aCandidate({ person: sanna.id }),
    ]);
    await noteRound(ports, sanna.id, CALL);
    await noteRound(ports, chair.id, "group:kaislaranta");
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const candidate = async () => (await (await openRound(ports, CALL))?.get("candidate", "cand:01")) as Candidate;
  const requests = async () => (await openRound(ports, CALL))?.list("request");
  const ask = (by: Person, fields: object) =>
    mydataHandlers["mydata.ask"](
      aTurn(ports, by),
      verbs["mydata.ask"].parse({ nonce: "nonce-0001", about: CALL, ...fields }),
    );

  it("is shown by its command in three languages, in the 1:1 chat only", async () => {
    for (const command of ["omat tiedot", "mina uppgifter", "my data"]) {
      assert.match(wordsOf(await handleMessage(aTurn(ports, sanna), command)), /Tuntee omaisten arjen/);
      const shared = await handleMessage(inTeam(ports, sanna), command);
      assert.ok("say" in shared, command);
    }
  });

  it("holds nothing of others for a stranger", async () => {
    const card = wordsOf(await mydataHandlers["mydata.show"](aTurn(ports, stranger), {}));
    assert.doesNotMatch(card, /Kaislamo|Haavisalo/);
    assert.match(card, /Vieras Henkilö/);
  });

  it("is erased only after a last question, and only one's own", async () => {
    await mydataHandlers["mydata.eraseAsk"](aTurn(ports, sanna), {});
    await mydataHandlers["mydata.erase"](aTurn(ports, stranger), { nonce: "nonce-0001" });
    await mydataHandlers["mydata.erase"](inTeam(ports, sanna), { nonce: "nonce-0001" });
    assert.equal((await candidate()).name, "Sanna Kaislamo");
    assert.match(
      wordsOf(await mydataHandlers["mydata.erase"](aTurn(ports, sanna), { nonce: "nonce-0001" })),
      /on poistettu/,
    );
    assert.equal((await candidate()).name, "–");
    assert.match(wordsOf(await mydataHandlers["mydata.show"](aTurn(ports, sanna), {})), /ei ole tallennettu/);
  });

  it("keeps what was typed in a form that isn't taken", async () => {
    const contact = await mydataHandlers["mydata.contact"](aTurn(ports, sanna), {
      nonce: "nonce-0001",
      email: "sanna@",
      phone: "050 7654321",
    });
    assert.match(wordsOf(contact), /ei kelpaa.*sanna@.*050 7654321/);
    const written = await ask(sanna, { about: undefined, text: "Nimeni kirjoitetaan toisin." });
    assert.match(wordsOf(written), /Nimeni kirjoitetaan toisin/);
    assert.deepEqual(await requests(), []);
  });

  it("can be asked to be corrected: officers get it as a message and a task, and their answer comes back", async () => {
    await ask(sanna, { ask: "correct", text: "Nimeni kirjoitetaan toisin." });
    await ports.settled();
    const told = ports.sent.find((m) => m.showing.delivery.saying.kind === "dataRequest");
    assert.ok(told?.to.kind === "person" && told.to.person.id === chair.id);
    const tasks = wordsOf(await handleMessage(aTurn(ports, chair), "omat asiat"));
    assert.match(tasks, /Vastaa tietopyyntöön/);
    const [request] = (await requests()) ?? [];
    assert.ok(request);
    const ids = { round: CALL, request: request.id, rev: 1, nonce: "nonce-0002" } as const;
    for (const by of [stranger, sanna])
      assert.ok("refuse" in (await mydataHandlers["request.answer"](aTurn(ports, by), { ...ids, text: "Ei." })));
    assert.match(
      wordsOf(await mydataHandlers["request.answer"](aTurn(ports, chair), { ...ids, text: undefined })),
      /Kirjoita vastaus/,
    );
    assert.equal((await requests())?.[0]?.answer, undefined);
    await mydataHandlers["request.answer"](aTurn(ports, chair), { ...ids, text: "Nimi on korjattu." });
    await ports.settled();
    const answer = ports.sent.find((m) => m.showing.delivery.saying.kind === "dataRequestAnswered");
    assert.ok(answer?.to.kind === "person" && answer.to.person.id === sanna.id);
    assert.doesNotMatch(wordsOf(await handleMessage(aTurn(ports, chair), "omat asiat")), /Vastaa tietopyyntöön/);
    const again = await mydataHandlers["request.answer"](aTurn(ports, chair), {
      ...ids,
      nonce: "nonce-0003",
      text: "Toisin.",
    });
    assert.match(wordsOf(again), /on jo vastattu/);
    await ask(sanna, { ask: "correct", text: "Nimeni kirjoitetaan toisin." });
    assert.equal((await requests())?.length, 1);
    assert.equal((await requests())?.[0]?.answer?.text, "Nimi on korjattu.");
  });

  it("can't be asked about a call that holds nothing of the asker, nor in another tenant", async () => {
    assert.match(wordsOf(await ask(stranger, { text: "Poistakaa." })), /ei ole tietojasi/);
    const elsewhere = aTurn(ports, sanna, { where: { ...aTurn(ports, sanna).where, tenant: "tenant-2" } });
    await mydataHandlers["mydata.ask"](
      elsewhere,
      verbs["mydata.ask"].parse({ nonce: "nonce-0001", about: CALL, text: "x" }),
    );
    assert.deepEqual(await requests(), []);
    assert.deepEqual((await ownDataOf(ports, ofPerson(sanna, "tenant-2"))).calls, []);
  });

  it("brings a link to the file, and tells officers alone of a coming erasing", async () => {
    assert.match(wordsOf(await mydataHandlers["mydata.download"](aTurn(ports, sanna), {})), /\/my-file\/[\w-]{22}"/);
    assert.ok("refuse" in (await mydataHandlers["purge.show"](aTurn(ports, sanna), { round: CALL })));
    assert.match(
      wordsOf(await mydataHandlers["purge.show"](aTurn(ports, chair), { round: CALL })),
      /ei olla poistamassa/,
    );
    const early = await mydataHandlers["purge.note"](aTurn(ports, chair), { round: CALL, nonce: "nonce-0001" });
    assert.match(wordsOf(early), /ei olla poistamassa/);
    assert.equal(ports.clock.now(), TODAY);
  });
});
