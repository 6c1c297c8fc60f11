import assert from "node:assert/strict";
import { circularOf } from "../../bot/domain/circular.ts";
import type { Person } from "../../bot/domain/person.ts";
import { HOUR } from "../../bot/domain/time.ts";
import type { Reply } from "../../bot/teams/turn.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { cardOf } from "../../cards/showing.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { aMeeting, aPoll } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

const POLL = "poll:june";
const MEETING = "meeting:june";

describe("pressing what is about a poll's or meeting's messages", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  let oskari: Person;
  let failing = true;
  beforeEach(async () => {
    ports = testPorts();
    failing = true;
    [chair, sanna, oskari] = [
      await aPerson(ports, "Tiina Saraluoto"),
      await aPerson(ports, "Sanna Kaislamo"),
      await aPerson(ports, "Oskari Haavisalo"),
    ];
    const { viceChair: _, ...group } = aGroup({ chairs: [chair.id], secretaries: [] });
    await stored(ports, group);
    const persons = [chair, sanna, oskari].map(({ id }) => id);
    const asked = persons.map((person) => ({ person, required: false }));
    const invited = persons.map((person) => ({ person, role: "member" as const }));
    ports.answers.push(({ to, showing }) =>
      failing &&
      to.kind === "person" &&
      to.person.id !== chair.id &&
      showing.delivery.saying.kind !== "announcementLost"
        ? { kind: "failed", reason: "noApp" }
        : undefined,
    );
    await begin(ports, aPoll({ asked, said: [], by: chair.id }), group, chair.id, "pollPosted");
    await begin(ports, aMeeting({ invited, said: [], by: chair.id }), group, chair.id, "meetingCalled");
    const now = ports.clock.now();
    const all = { to: "all" as const, at: now };
    for (const [round, kind] of [
      [POLL, "pollRequest"],
      [MEETING, "meetingInvitation"],
    ] as const)
      await change(ports, round, "ehdolla", () => ({
        ok: true,
        state: { facts: [circularOf("first", { ...all, saying: { kind } })], events: [] },
      }));
    await ports.settled();
  });
  afterEach(() => ports.dispose());

  const press = (by: Person, verb: string, data: Record<string, unknown>) => pressVerb(aTurn(ports, by), verb, data);
  const button = (reply: Reply, title: string) => pressButton(aTurn(ports, chair), cardIn(reply), title);
  const words = (reply: Reply) => {
    assert.deepEqual(complaints(cardIn(reply)), []);
    return wordsOn(cardIn(reply));
  };

  for (const [verb, data, round, back] of [
    ["poll.manage", { poll: POLL }, "poll", "Kyselyyn"],
    ["meeting.manage", { meeting: MEETING }, "meeting", "Kokoukseen"],
  ] as const) {
    it(`leads from the ${round}'s card to who wasn't reached, and to sending it again to all of them`, async () => {
      const list = await button(await press(chair, verb, data), "Viestit");
      assert.match(words(list), /Viestit: Kesäkuun kokous/);
      assert.match(words(list), /Tavoittamatta 2\./);
      assert.match(words(list), /Sanna Kaislamo.*Ehdolla-sovellusta ei ole asennettu/s);
      failing = false;
      ports.clock.set(ports.clock.now() + HOUR);
      const again = await button(list, "Lähetä kaikille uudelleen");
      assert.match(words(again), /Viestit lähetetään uudelleen niille, jotka voidaan nyt tavoittaa/);
      await ports.settled();
      const after = await button(again, "Päivitä");
      assert.match(words(after), /Kaikki viestit on lähetetty/);
      assert.doesNotMatch(words(after), /Lähetä kaikille uudelleen/);
      assert.match(words(await button(after, back)), /Viestit/);
    });

    it(`leads from the ${round}'s card to what has happened`, async () => {
      const record = await button(await press(chair, verb, data), "Tapahtumatiedot");
      assert.match(words(record), /Tapahtumatiedot: Kesäkuun kokous/);
      assert.match(words(record), /Tiina Saraluoto/);
    });
  }

  it("notes that one of them was phoned, and sends it again to another", async () => {
    const list = await press(chair, "deliveries.show", { round: POLL });
    const one = await button(list, "Sanna Kaislamo");
    assert.match(words(await button(one, "Hoidettu puhelimitse")), /Merkitty hoidetuksi/);
    failing = false;
    const other = await button(list, "Oskari Haavisalo");
    assert.match(words(await button(other, "Yritä uudelleen")), /Viesti lähetetään uudelleen/);
    await ports.settled();
    assert.match(words(await press(chair, "deliveries.show", { round: POLL })), /✓ Hoidettu/);
    assert.equal(ports.sent.filter(({ to }) => to.kind === "person" && to.person.id === oskari.id).length, 1);
  });

  it("is refused with a sentence to those who are asked, and nothing is sent", async () => {
    failing = false;
    const before = ports.sent.length;
    for (const round of [POLL, MEETING])
      for (const verb of ["deliveries.show", "deliveries.retryAll", "deliveries.repost", "record.show"]) {
        const reply = await press(sanna, verb, { round, nonce: "nonce-0001" });
        assert("refuse" in reply && !reply.fresh, verb);
        assert.match(reply.refuse, /vain ryhmän puheenjohtaja/, verb);
      }
    await ports.settled();
    assert.equal(ports.sent.length, before);
  });

  it("posts a poll anew from the message that tells an officer that it is gone", async () => {
    let gone = true;
    ports.answers.unshift(({ to, replaces }) =>
      gone && to.kind === "channel" && replaces ? { kind: "failed", reason: "gone" } : undefined,
    );
    await change(ports, POLL, chair.id, ({ poll }) => ({
      ok: true,
      state: { facts: poll ? [{ ...poll, rev: poll.rev + 1, note: { fi: "Uusi" } }] : [], events: ["pollWritten"] },
    }));
    await ports.at(ports.clock.now() + 10_000);
    gone = false;
    const told = ports.sent.find(({ showing }) => showing.delivery.saying.kind === "announcementLost");
    assert.ok(told?.to.kind === "person" && told.to.person.id === chair.id);
    const card = cardOf(told.showing, aReader());
    assert.match(wordsOn(card), /Kokousaikakysely ei ole kanavassa\..*Kesäkuun kokous/s);
    const done = await pressButton(aTurn(ports, chair), card, "Julkaise uudelleen");
    assert.match(words(done), /Viesti julkaistaan kanavassa uudelleen/);
    await ports.settled();
    const posts = ports.sent.filter(({ showing }) => showing.delivery.saying.kind === "poll");
    assert.deepEqual([posts.length, posts.at(-1)?.replaces], [2, undefined]);
  });
});
