import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { langs } from "../../bot/domain/lang.ts";
import type { Person } from "../../bot/domain/person.ts";
import { handleMessage } from "../../bot/teams/handlers/message.ts";
import { readEnvelope } from "../../bot/teams/inbound.ts";
import type { Turn } from "../../bot/teams/turn.ts";
import { pollsOf } from "../../bot/usecases/listing.ts";
import { noteRound } from "../../bot/usecases/people.ts";
import { chatStartCard } from "../../cards/home-chat.ts";
import { textFor } from "../../cards/text.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressData, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

const fi = textFor("fi");

describe("a poll begun from a chat of several people", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  beforeEach(async () => {
    ports = testPorts();
    [chair, sanna] = [await aPerson(ports, "Tiina Saraluoto"), await aPerson(ports, "Sanna Kaislamo")];
    await leads("group:kaislaranta", "Kaislarannan kumppanuuspöytä");
  });
  afterEach(() => ports.dispose());

  async function leads(id: `group:${string}`, name: string, own: object = {}) {
    const { viceChair: _, ...group } = aGroup({ id, chairs: [chair.id], secretaries: [], name: { fi: name }, ...own });
    await stored(ports, group);
    await noteRound(ports, chair.id, id);
  }
  const inChat = (by: Person, chat: "group" | "meeting" = "meeting"): Turn => {
    const turn = aTurn(ports, by, { reader: aReader("fi", { client: { dialogs: true, picker: true } }) });
    return { ...turn, where: { ...turn.where, conversation: "19:meeting_abc@thread.v2", personal: false, chat } };
  };
  const ask = (turn: Turn, text = "kysely") => handleMessage(turn, `<at>Ehdolla</at> ${text}`);

  it("is known by its conversation: a group's chat, or a meeting's", async () => {
    const file = new URL("../fixtures/activities/message-group-chat.json", import.meta.url);
    const message = JSON.parse(await readFile(file, "utf8"));
    const chatOf = (more: object) => readEnvelope({ ...message, ...more })?.chat;
    assert.equal(chatOf({}), "group");
    assert.equal(chatOf({ channelData: { ...message.channelData, meeting: { id: "MCMxOTptZWV0aW5n" } } }), "meeting");
    for (const conversationType of ["personal", "channel"])
      assert.equal(chatOf({ conversation: { ...message.conversation, conversationType } }), undefined);
  });

  it("opens the form in a dialog for the one group that the person leads, and the chat sees only the way there", async () => {
    for (const chat of ["group", "meeting"] as const) {
      const card = cardIn(await ask(inChat(chair, chat)));
      assert.deepEqual(complaints(card), []);
      assert.match(wordsOn(card), /Kaislarannan kumppanuuspöytä/);
      const { verb, data } = pressData(card, fi.home.chat.startPoll);
      assert.deepEqual([verb, data.group], ["poll.new", "group:kaislaranta"]);
      assert.deepEqual(data.msteams, { type: "task/fetch" });
      assert.equal((await pollsOf(ports, "group:kaislaranta")).length, 0);
    }
    const form = await pressVerb(inChat(chair), "poll.new", { group: "group:kaislaranta" });
    assert.match(wordsOn(cardIn(form)), /Aihe ja paikka/);
    assert.equal((await pollsOf(ports, "group:kaislaranta")).length, 1);
  });

  it("lets whoever leads several groups choose, of those that are set up", async () => {
    await leads("group:lehtola", "Lehtolan työryhmä");
    await leads("group:kesken", "Kesken oleva ryhmä", { ready: false, addedBy: chair.id });
    const words = wordsOn(cardIn(await ask(inChat(chair))));
    assert.match(words, /Valitse, mille ryhmälle/);
    assert.match(words, /Kaislarannan kumppanuuspöytä.*Lehtolan työryhmä/s);
    assert.doesNotMatch(words, /Kesken/);
  });

  it("is begun by nobody else: who asks for it is told who can, and who presses the chair's button is refused", async () => {
    assert.deepEqual(await ask(inChat(sanna)), { say: fi.home.chat.notLeading });
    const pressed = await pressVerb(inChat(sanna), "poll.new", { group: "group:kaislaranta" });
    assert.deepEqual(pressed, { refuse: fi.common.notAllowed });
    assert.equal((await pollsOf(ports, "group:kaislaranta")).length, 0);
  });

  it("is as easy for a meeting whose time is known", async () => {
    const card = cardIn(await ask(inChat(chair), "kokoukset"));
    assert.equal(pressData(card, fi.home.chat.startMeeting).verb, "meeting.form");
  });

  it("is a small card that reads well in each language, also of thirty groups with long names", () => {
    const name = { fi: "Åäkkönen ".repeat(14).slice(0, 120) };
    for (const lang of langs)
      for (const groups of [[aGroup()], Array.from({ length: 40 }, (_, i) => aGroup({ id: `group:g${i}`, name }))])
        for (const next of ["poll.new", "meeting.form"] as const)
          assert.deepEqual(complaints(chatStartCard(groups, next, aReader(lang))), []);
  });
});
