import assert from "node:assert/strict";
import type { Group } from "../../bot/domain/group.ts";
import { MOST_CHAIRS, MOST_SECRETARIES, newGroup } from "../../bot/domain/group-settings.ts";
import { langs } from "../../bot/domain/lang.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { groupCard } from "../../cards/group.ts";
import { type GroupFormParts, groupForm } from "../../cards/group-form.ts";
import { valuesOf } from "../../cards/group-values.ts";
import type { Card } from "../../cards/kit.ts";
import type { Choosable } from "../../cards/people.ts";
import type { Reader } from "../../cards/reader.ts";
import { groupSayings } from "../../cards/sayings/group.ts";
import { GROUP_CAPS } from "../../cards/verbs/group.ts";
import { aGroup, aReader } from "../support/builders.ts";
import { complaints } from "../support/complaints.ts";
import { badPresses } from "../support/presses.ts";
import { matchesSnapshot } from "../support/snapshots.ts";

const people: Choosable[] = [
  { id: "person:chair", name: "Helmi Kaislaharju", oid: "oid-chair" },
  { id: "person:vice", name: "Oskari Suvipuro", oid: "oid-vice" },
  { id: "person:secretary", name: "Tuulikki Aamuvaara", oid: "oid-secretary" },
];
const fresh = newGroup(aGroup().place, "Kaislarannan kumppanuuspöytä", "person:chair");
const form = (reader: Reader, group: Group, more: Partial<GroupFormParts> = {}) =>
  groupForm(
    { group, values: valuesOf(group), people, roles: true, elsewhere: false, nonce: "nonce-0001", ...more },
    reader,
  );
const introduction = (group: Group, reader: Reader) => groupSayings.introduction({ group } as Showing, reader);
const cards = (reader: Reader): Record<string, Card> => ({
  introduction: introduction(fresh, reader),
  "introduction-ready": introduction(aGroup(), reader),
  group: groupCard({ group: aGroup(), people, may: true }, reader),
  "group-not-ready": groupCard({ group: fresh, people: [], may: false }, reader),
  "group-form": form(reader, aGroup()),
  "group-set-up": form(reader, fresh),
});
const text = (card: Card) => JSON.stringify(card);
const inputs = (card: Card) => [...text(card).matchAll(/"type":"Input\.\w+","id":"(\w+)"/g)].map(([, id]) => id);

describe("the cards about a group", () => {
  for (const lang of langs)
    it(`are good cards in ${lang}`, () => {
      for (const [name, card] of Object.entries(cards(aReader(lang)))) {
        assert.deepEqual(complaints(card), [], name);
        assert.deepEqual(badPresses(card), [], name);
        matchesSnapshot(`${name}.${lang}`, card);
      }
    });

  it("ask for three things in sight, and fold the rest", () => {
    const visible = form(aReader(), fresh).body.filter((part) => part.type.startsWith("Input."));
    assert.deepEqual(
      visible.map(({ id }) => id),
      ["name_fi", "chair", "languages"],
    );
  });

  it("hide who leads the group from those who can't change it", () => {
    const shown = inputs(form(aReader(), aGroup(), { roles: false }));
    for (const id of ["chair", "coChairs", "viceChair", "secretaries"]) assert.equal(shown.includes(id), false);
  });

  it("offer a channel of its own only from another channel", () => {
    assert.equal(inputs(form(aReader(), aGroup())).includes("here"), false);
    assert.equal(inputs(form(aReader(), aGroup(), { elsewhere: true })).includes("here"), true);
  });

  it("let people be found by typing where the client can, with those chosen already in place", () => {
    const card = text(form(aReader("fi", { client: { dialogs: true, picker: true } }), aGroup()));
    assert.match(card, /"id":"secretaries"[^}]*"value":"oid-secretary"/);
  });

  it("let people be written by name when the team is large", () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ id: `person:${at}`, name: `Jäsen ${at}` }) as const);
    const card = text(form(aReader(), aGroup(), { people: [...people, ...many] }));
    assert.match(card, /"type":"Input.Text","id":"chair"[^}]*"value":"Helmi Kaislaharju"/);
    assert.match(card, /"type":"Input.Text","id":"secretaries"/);
  });

  it("say what is missing before a call can be published", () => {
    const { controller: _, ...without } = aGroup();
    assert.match(text(groupCard({ group: without, people, may: true }, aReader())), /rekisterinpitäjä\./);
  });

  it("stay small with the longest that can be typed, in every field, by the largest team that is listed", () => {
    const long = (max: number) => "ä".repeat(max);
    const names = { fi: long(120), sv: long(120), en: long(120) };
    const everyone = Array.from({ length: 48 }, (_, at) => ({
      id: `person:${"0".repeat(34)}${at + 10}` as const,
      name: `Ääkkö-Sanelma Tuulentupalainen-Ännälä ${at}`,
      email: `${at}@example.org`,
    }));
    const group = aGroup({
      name: names,
      languages: [...langs],
      controller: { fi: long(150), sv: long(150), en: long(150) },
      legalBasis: { fi: long(200), sv: long(200), en: long(200) },
      privacyContact: long(150),
      chairs: everyone.slice(0, MOST_CHAIRS).map(({ id }) => id),
      secretaries: everyone.slice(0, MOST_SECRETARIES).map(({ id }) => id),
    });
    const named = (count: number) => everyone.slice(0, count).map(({ id }) => id);
    const withNamed = (count: number) => ({
      ...group,
      members: { kind: "named" as const, persons: named(count), outside: outside(11) },
    });
    const outside = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `out:${at}` as const, name: long(80) }));
    const typed = { zone: long(GROUP_CAPS.zone), named: long(GROUP_CAPS.members), outside: long(GROUP_CAPS.outside) };
    const reader = aReader();
    const problem = reader.text.group.refused.unknownPeople(long(200));
    for (const card of [
      ...[10, 15, 40].map((count) =>
        form(reader, withNamed(count), { people: everyone.slice(0, count), problem, current: true, elsewhere: true }),
      ),
      form(reader, group, { people: everyone, values: { ...valuesOf(group), ...typed }, problem, current: true }),
      groupCard({ group: withNamed(40), people: everyone, may: true }, reader),
      introduction(group, reader),
    ])
      assert.deepEqual(complaints(card), []);
  });

  it("show hostile names as text", () => {
    const hostile = "**x** [y](https://example.org) <at>all</at> \u202Eevil";
    const group = aGroup({ name: { fi: hostile }, controller: { fi: hostile } });
    const named = people.map((p) => ({ ...p, name: hostile }));
    for (const card of [
      groupCard({ group, people: named, may: true }, aReader()),
      form(aReader(), group, { people: named }),
    ]) {
      assert.deepEqual(complaints(card), []);
      assert.equal(text(card).includes("\u202E"), false);
      for (const { text: markdown } of card.body.filter((part) => part.type === "TextBlock"))
        assert.doesNotMatch(String(markdown), /(?<!\\)\*\*|(?<!\\)\[y\]/);
    }
  });
});
