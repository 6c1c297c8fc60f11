import assert from "node:assert/strict";
import type { Person } from "../../bot/domain/person.ts";
import { pollsOf } from "../../bot/usecases/listing.ts";
import { readGroup } from "../../bot/usecases/round.ts";
import type { Card } from "../../cards/kit.ts";
import { aGroup } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { cardIn, pressButton, pressVerb, wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson, aTurn } from "../support/turn.ts";

const group = "group:kaislaranta";
const winter = { listName: "Talviloma", listDays: "7.6.2027–11.6.2027\n6.12.2027" };

describe("the days on which a group doesn't meet", () => {
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  beforeEach(async () => {
    ports = testPorts();
    [chair, sanna] = [await aPerson(ports, "Tiina Saraluoto"), await aPerson(ports, "Sanna Kaislamo")];
    const { viceChair: _, ...own } = aGroup({ chairs: [chair.id], secretaries: [] });
    await stored(ports, own);
  });
  afterEach(() => ports.dispose());

  const lists = async () => (await readGroup(ports.store, group))?.dayLists ?? [];
  const turn = () => aTurn(ports, chair);
  const shown = (card: Card): Card => {
    assert.deepEqual(complaints(card), []);
    return card;
  };
  const opened = async (verb: string, data: object = {}) =>
    shown(cardIn(await pressVerb(turn(), verb, { group, ...data })));
  const fresh = () => opened("group.dayForm");
  const save = async (card: Card, typed: Record<string, string>) =>
    shown(cardIn(await pressButton(turn(), card, "Tallenna", typed)));

  it("are kept as lists from the group's settings: written, changed and deleted", async () => {
    const settings = await opened("group.show");
    assert.match(wordsOn(settings), /Päivät, joina ei kokousta\nLuetteloita ei ole vielä/);
    await save(await fresh(), winter);
    const [list] = await lists();
    assert.deepEqual(list, {
      ...{ id: "l1", name: "Talviloma" },
      ranges: [
        { from: "2027-06-07", to: "2027-06-11" },
        { from: "2027-12-06", to: "2027-12-06" },
      ],
    });
    const form = await opened("group.dayForm", { list: "l1" });
    assert.match(wordsOn(form), /7\.6\.2027–11\.6\.2027\n6\.12\.2027/);
    assert.match(wordsOn(await save(form, { listName: "Koulujen lomat" })), /Luettelo on tallennettu/);
    assert.deepEqual(
      (await lists()).map(({ id, name }) => [id, name]),
      [["l1", "Koulujen lomat"]],
    );
    shown(cardIn(await pressButton(turn(), await opened("group.dayForm", { list: "l1" }), "Poista luettelo")));
    assert.deepEqual(await lists(), []);
  });

  it("keep what was typed when something is wrong with it, and then nothing is written", async () => {
    for (const [typed, why] of [
      [{ listName: "", listDays: "7.6.2027" }, /Anna luettelolle nimi/],
      [{ listName: "Heinäkuu", listDays: "" }, /Kirjoita luettelon päivät/],
      [{ listName: "Heinäkuu", listDays: "7.6.2027\nheinäkuu" }, /"heinäkuu" ei ole päivä/],
      [{ listName: "Heinäkuu", listDays: "31.7.2027–1.7.2027" }, /ei ole päivä/],
      [{ listName: "Heinäkuu", listDays: Array(61).fill("1.7.2027").join("\n") }, /liikaa/],
    ] as const) {
      const again = await save(await fresh(), typed);
      assert.match(wordsOn(again), why);
      assert.ok(wordsOn(again).includes(typed.listDays));
    }
    assert.deepEqual(await lists(), []);
  });

  it("are kept once however often the same press comes, and a form drawn before another change writes nothing", async () => {
    const form = await fresh();
    await save(form, winter);
    await save(form, winter);
    assert.equal((await lists()).length, 1);
    const old = await opened("group.dayForm", { list: "l1" });
    await save(await fresh(), { listName: "Heinäkuu", listDays: "1.7.2027–31.7.2027" });
    assert.match(wordsOn(await save(old, { listName: "Toinen" })), /muut/i);
    assert.deepEqual(
      (await lists()).map((l) => l.name),
      ["Talviloma", "Heinäkuu"],
    );
  });

  it("are shown to and kept by officers of the group's own tenant only", async () => {
    const data = { group, rev: 1, nonce: "nonce-0001", ...winter };
    for (const verb of ["group.days", "group.dayForm", "group.saveDays", "group.deleteDays"]) {
      assert.deepEqual(Object.keys(await pressVerb(aTurn(ports, sanna), verb, data)), ["refuse"], verb);
      const where = { ...turn().where, tenant: "tenant-2" };
      assert.deepEqual(Object.keys(await pressVerb(aTurn(ports, chair, { where }), verb, data)), ["refuse"], verb);
    }
    assert.doesNotMatch(
      wordsOn(cardIn(await pressVerb(aTurn(ports, sanna), "group.show", { group }))),
      /Päivät, joina/,
    );
    assert.deepEqual(await lists(), []);
  });

  it("fit a card, also twenty lists of the longest names", async () => {
    for (let i = 0; i < 20; i++)
      await save(await fresh(), {
        listName: "Åäkkönen ".repeat(8).slice(0, 78) + i,
        listDays: Array(60).fill("22.2.2027–28.2.2027").join("\n"),
      });
    assert.equal((await lists()).length, 20);
    await opened("group.days");
    await opened("group.dayForm", { list: "l20" });
    assert.match(wordsOn(await save(await fresh(), winter)), /liikaa/);
  });

  describe("in a poll's times", () => {
    let times: Card;
    beforeEach(async () => {
      await pressVerb(turn(), "poll.new", { group });
      const [poll] = await pollsOf(ports, group);
      times = shown(cardIn(await pressVerb(turn(), "poll.step", { poll: poll?.id, step: "times" })));
    });
    const add = async (card: Card, typed: Record<string, string>) =>
      shown(cardIn(await pressButton(turn(), card, "Lisää ajat", typed)));
    const days = async () => (await pollsOf(ports, group))[0]?.options.map((o) => o.start.wall.slice(0, 10)) ?? [];
    const whole = { weeks: "23, 24", wholeDays: "true" };

    it("are written down beside the rule, kept for the group, and left out at once", async () => {
      const card = await add(times, { ...whole, ...winter });
      assert.match(wordsOn(card), /Luettelo on tallennettu\. 5 aikaa lisättiin/);
      assert.deepEqual([...new Set((await days()).map((day) => day.slice(0, 7)))], ["2027-06"]);
      assert.ok((await days()).every((day) => day >= "2027-06-14"));
      assert.equal((await lists()).length, 1);
    });

    it("are left out by themselves once they are kept, unless the officer says otherwise", async () => {
      await save(await fresh(), winter);
      const [poll] = await pollsOf(ports, group);
      const form = shown(cardIn(await pressVerb(turn(), "poll.step", { poll: poll?.id, step: "times" })));
      assert.match(JSON.stringify(form), /"id":"lists"[^}]*"value":"l1"/);
      await add(form, { ...whole, lists: "" });
      assert.equal((await days()).length, 10);
    });

    it("aren't written down twice when the times are refused after the list was kept, nor at all when they are before", async () => {
      const early = await add(times, { ...whole, ...winter, weeks: "99" });
      assert.match(wordsOn(early), /ei ole viikko/);
      assert.deepEqual(await lists(), []);
      const many = await add(early, { ...winter, date1: "2027-05-01", time1: "09:00", weeks: "" });
      assert.match(wordsOn(many), /Aika on jo mennyt/);
      assert.equal((await lists()).length, 1);
      await add(many, { date1: "2027-06-20", time1: "09:00" });
      assert.equal((await lists()).length, 1);
      assert.deepEqual(await days(), ["2027-06-20"]);
    });
  });
});
