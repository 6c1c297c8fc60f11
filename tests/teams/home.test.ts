import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import { homeHandlers } from "../../bot/teams/handlers/home.ts";
import { handleMessage } from "../../bot/teams/handlers/message.ts";
import type { Reply } from "../../bot/teams/turn.ts";
import { callsOf } from "../../bot/usecases/listing.ts";
import { noteRound, readPerson } from "../../bot/usecases/people.ts";
import { textFor } from "../../cards/text.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn, inTeam } from "../support/turn.ts";

const fi = textFor("fi");

describe("the home card in Teams", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  beforeEach(async () => {
    ports = testPorts();
    [chair, sanna] = [await aPerson(ports, "Helmi"), await aPerson(ports, "Sanna")];
    const group = aGroup({ chairs: [chair.id] });
    await stored(ports, group, aCall(), [aNomination(), aCandidate({ person: sanna.id })]);
    await noteRound(ports, chair.id, group.id);
    await noteRound(ports, sanna.id, "call:7f3k");
  });
  afterEach(() => ports.dispose());

  const shown = (reply: Reply) => {
    assert.ok("show" in reply, JSON.stringify(reply));
    assert.deepEqual(complaints(reply.show), []);
    return JSON.stringify(reply.show);
  };

  it("shows what waits for the person, in their own chat", async () => {
    assert.match(shown(await homeHandlers["home.show"](aTurn(ports, sanna), {})), /1 asia odottaa sinua/);
    assert.match(shown(await homeHandlers["tasks.mine"](aTurn(ports, sanna), {})), /Vastaa suostumuspyyntöön/);
  });

  it("shows nothing of that where others see it", async () => {
    const turn = inTeam(ports, sanna);
    assert.doesNotMatch(shown(await homeHandlers["home.show"](turn, {})), /odottaa|consent\.show/);
    for (const reply of [
      await homeHandlers["tasks.mine"](turn, {}),
      await homeHandlers["calls.mine"](inTeam(ports, chair), {}),
      await handleMessage(turn, "<at>Ehdolla</at> omat asiat"),
      await handleMessage(turn, "<at>Ehdolla</at> omat ehdotukset"),
      await handleMessage(inTeam(ports, chair), "<at>Ehdolla</at> ehdokkaat"),
    ])
      assert.deepEqual(reply, { say: fi.home.private });
  });

  it("answers in the language that was chosen, and remembers it", async () => {
    const card = shown(await homeHandlers["home.language"](aTurn(ports, sanna), { lang: "sv" }));
    assert.match(card, /Vad vill du göra\?/);
    const person = await readPerson(ports.store, sanna.id);
    assert.deepEqual([person?.lang, person?.langChosen], ["sv", true]);
  });

  it("lists the open calls for everybody", async () => {
    assert.match(shown(await homeHandlers["calls.open"](inTeam(ports, sanna), {})), /1 haku on auki/);
  });

  it("keeps a practice call from those whom the group doesn't concern", async () => {
    const practice = aCall({ id: "call:practice", practice: true, createdAt: ports.clock.now() });
    await stored(ports, aGroup({ chairs: [chair.id] }), practice);
    assert.doesNotMatch(shown(await homeHandlers["calls.open"](aTurn(ports, sanna), {})), /HARJOITUS/);
    assert.match(shown(await homeHandlers["calls.open"](aTurn(ports, chair), {})), /HARJOITUS/);
  });
});

describe("a message to the bot", () => {
  let ports: TestPorts;
  let chair: Person;
  let member: Person;
  beforeEach(async () => {
    ports = testPorts();
    [chair, member] = [await aPerson(ports, "Helmi"), await aPerson(ports, "Väinö")];
    await stored(ports, aGroup({ chairs: [chair.id] }), aCall());
    await noteRound(ports, chair.id, "group:kaislaranta");
  });
  afterEach(() => ports.dispose());

  const headed = async (text: string, by = chair) => {
    const reply = await handleMessage(aTurn(ports, by), text);
    assert.ok("show" in reply, JSON.stringify(reply));
    return reply.show.body[0]?.text;
  };

  it("shows the home card when it is empty, asks for help or isn't understood", async () => {
    for (const text of ["", "apua", "hjälp", "help", "<at>Ehdolla</at>", "xyzzyxyzzy"])
      assert.equal(await headed(text), fi.home.heading, text);
  });

  it("shows what its button would", async () => {
    assert.equal(await headed("haut"), fi.home.openCalls.heading);
    assert.equal(await headed("Omat asiat"), fi.home.tasks.heading);
    assert.equal(await headed("ryhmä"), "Kaislarannan kumppanuuspöytä");
    assert.equal(await headed("harjoittele"), fi.home.practice.heading);
  });

  it("asks whether the nearest command was meant, and shows it", async () => {
    const reply = await handleMessage(aTurn(ports, chair), "hautt");
    assert.ok("show" in reply);
    assert.equal(reply.show.body[0]?.text, fi.home.openCalls.heading);
    assert.match(JSON.stringify(reply.show), /Tarkoititko: haut\?/);
  });

  it("tells who leads no group what to do instead", async () => {
    const reply = await handleMessage(aTurn(ports, member), "uusi haku");
    assert.ok("show" in reply);
    assert.match(JSON.stringify(reply.show), /Et ole minkään ryhmän puheenjohtaja/);
  });

  it("tells a team without a group how it gets one", async () => {
    const turn = inTeam(ports, member);
    const where = { ...turn.where, team: { id: "team-2", channel: "team-2" } };
    assert.deepEqual(await handleMessage({ ...turn, where }, "ryhmä"), { say: fi.group.show.none });
  });
});

describe("examples", () => {
  let ports: TestPorts;
  let chair: Person;
  const group = "group:kaislaranta";
  const start = { group, example: "council", practice: false, nonce: "nonce-0001" } as const;
  beforeEach(async () => {
    ports = testPorts();
    chair = await aPerson(ports, "Helmi");
    await stored(ports, aGroup({ chairs: [chair.id] }));
  });
  afterEach(() => ports.dispose());

  const begin = (examples: boolean, by = chair) =>
    homeHandlers["examples.start"](aTurn(ports, by, { features: { examples } }), start);

  it("become a draft, once however often they are pressed", async () => {
    const first = await begin(true);
    assert.ok("show" in first);
    await begin(true);
    const calls = await callsOf(ports, group);
    assert.deepEqual(
      calls.map(({ status, practice, seatGroups }) => [status, practice, seatGroups.length]),
      [["draft", false, 3]],
    );
  });

  it("are practice calls wherever they aren't offered as real ones, whatever the press says", async () => {
    await begin(false);
    assert.deepEqual(
      (await callsOf(ports, group)).map(({ practice }) => practice),
      [true],
    );
  });

  it("are for those who lead the group, once it has been set up", async () => {
    const reply = await begin(true, await aPerson(ports, "Väinö"));
    assert.deepEqual(reply, { refuse: fi.home.practice.officersOnly });
    const unready = aGroup({ id: "group:uusi", ready: false, chairs: [] });
    await stored(ports, unready);
    const early = await homeHandlers["examples.list"](aTurn(ports, chair), { group: unready.id });
    assert.deepEqual(early, { refuse: fi.home.practice.notReady });
    assert.deepEqual(await callsOf(ports, group), []);
  });

  it("are listed in the reader's language", async () => {
    const turn = aTurn(ports, chair, { reader: aReader("sv") });
    const reply = await homeHandlers["examples.list"](turn, { group });
    assert.ok("show" in reply);
    assert.match(JSON.stringify(reply.show), /ÖVNING/);
  });
});
