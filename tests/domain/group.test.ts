import assert from "node:assert/strict";
import { type Group, missingForPublishing, type OutsideMember } from "../../bot/domain/group.ts";
import {
  type GroupRefusal,
  type GroupSettings,
  newGroup,
  type Roles,
  saveSettings,
} from "../../bot/domain/group-settings.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { aGroup } from "../support/builders.ts";

const settings = (own: Partial<GroupSettings> = {}): GroupSettings => ({
  name: { fi: "Pöytä" },
  languages: ["fi"],
  body: "authority",
  controller: {},
  legalBasis: {},
  zone: "Europe/Helsinki",
  members: { kind: "team" },
  substitutes: "none",
  quorum: { kind: "majority" },
  secretByDefault: false,
  genderBalance: "off",
  retentionMonths: 6,
  ...own,
});
const roles = (own: Partial<Roles> = {}): Roles => ({ chairs: ["person:chair"], secretaries: [], ...own });
const asTheyAre: Roles = { chairs: ["person:chair"], viceChair: "person:vice", secretaries: ["person:secretary"] };
const place = { tenant: "t", team: "team", channel: "team", serviceUrl: "https://teams.example.org" };
const fresh = (addedBy: PersonId | undefined = "person:adder") => newGroup(place, "Tiimi", addedBy);

type Press = Partial<Parameters<typeof saveSettings>[1]>;
const save = (group: Group, press: Press = {}) =>
  saveSettings(group, {
    settings: settings(),
    by: "person:chair",
    isMember: false,
    nonce: "nonce-1",
    rev: group.rev,
    ...press,
  });
const saved = (group: Group, press: Press = {}): Group => {
  const decision = save(group, press);
  assert.ok(decision.ok, JSON.stringify(decision));
  return decision.state.group;
};
const refused = (group: Group, press: Press, kind: GroupRefusal["kind"]) => {
  const decision = save(group, press);
  assert.deepEqual([decision.ok, decision.ok ? undefined : decision.refusal.kind], [false, kind]);
};

describe("setting a group up", () => {
  const press = { by: "person:adder" as const, roles: roles() };

  it("is done by whoever added the bot", () => {
    assert.equal(saved(fresh(), press).ready, true);
    refused(fresh(), { ...press, by: "person:other", isMember: true }, "notAllowed");
  });

  it("is done by any member of the team when nobody knows who added the bot", () => {
    const group = newGroup(place, "Tiimi", undefined);
    assert.equal(saved(group, { ...press, by: "person:other", isMember: true }).ready, true);
    refused(group, { ...press, by: "person:other", isMember: false }, "notAllowed");
  });

  it("needs a name, a chair and a language, and no more", () => {
    const { roles: _, ...noRoles } = press;
    refused(fresh(), noRoles, "noChair");
    refused(fresh(), { ...press, roles: roles({ chairs: [] }) }, "noChair");
    refused(fresh(), { ...press, settings: settings({ name: {} }) }, "noName");
    refused(fresh(), { ...press, settings: settings({ languages: [] }) }, "noLanguage");
    assert.deepEqual(missingForPublishing(saved(fresh(), press)), ["controller", "privacyContact", "legalBasis"]);
  });

  it("takes a name in any one of the languages", () => {
    assert.deepEqual(saved(fresh(), { ...press, settings: settings({ name: { sv: "Bord" } }) }).name, { sv: "Bord" });
  });

  it("refuses a time zone that doesn't exist", () => {
    refused(fresh(), { ...press, settings: settings({ zone: "Europe/Kaislaranta" }) }, "notAZone");
  });

  it("refuses named members when nobody is named, in Teams or outside", () => {
    const named = (outside: OutsideMember[]) => settings({ members: { kind: "named", persons: [], outside } });
    refused(fresh(), { ...press, settings: named([]) }, "noMembers");
    const one = { id: "out:1", name: "Ulla Ulkopuolinen" } as const;
    assert.deepEqual(saved(fresh(), { ...press, settings: named([one]) }).members, {
      ...{ kind: "named", persons: [], outside: [one] },
    });
    const many = Array.from({ length: 41 }, (_, at) => ({ ...one, id: `out:${at}` as const }));
    refused(fresh(), { ...press, settings: named(many) }, "tooMany");
  });
});

describe("changing a group", () => {
  it("is for its officers, and never for others", () => {
    for (const by of ["person:chair", "person:vice", "person:secretary"] as const)
      assert.equal(saved(aGroup(), { by, settings: settings({ retentionMonths: 12 }) }).retentionMonths, 12);
    refused(aGroup(), { by: "person:member", isMember: true }, "notAllowed");
    refused(aGroup({ addedBy: "person:adder" }), { by: "person:adder" }, "notAllowed");
  });

  it("lets only a chair choose who leads it", () => {
    const handover = roles({ chairs: ["person:new"] });
    for (const by of ["person:vice", "person:secretary"] as const)
      refused(aGroup(), { by, roles: handover }, "onlyChair");
    assert.deepEqual(saved(aGroup(), { roles: handover }).chairs, ["person:new"]);
  });

  it("lets a secretary save a form that leaves the roles as they are", () => {
    assert.equal(saved(aGroup(), { by: "person:secretary", roles: asTheyAre }).viceChair, "person:vice");
    assert.equal(saved(aGroup(), { by: "person:secretary" }).viceChair, "person:vice");
  });

  it("never leaves a group without a chair", () => {
    refused(aGroup(), { roles: roles({ chairs: [] }) }, "noChair");
  });

  it("refuses one person as both chair and vice chair", () => {
    refused(aGroup(), { roles: roles({ viceChair: "person:chair" }) }, "chairAndVice");
  });

  it("has a limit to how many it names", () => {
    const people = (count: number) => Array.from({ length: count }, (_, at): PersonId => `person:${at}`);
    refused(aGroup(), { roles: roles({ chairs: people(6) }) }, "tooMany");
    refused(aGroup(), { roles: roles({ secretaries: people(9) }) }, "tooMany");
    const named = (count: number) => settings({ members: { kind: "named", persons: people(count) } });
    refused(aGroup(), { settings: named(41) }, "tooMany");
    assert.equal(
      saved(aGroup(), { settings: named(40), roles: roles({ secretaries: people(8) }) }).secretaries.length,
      8,
    );
  });

  it("takes the vice chair away when none is chosen", () => {
    assert.equal(saved(aGroup(), { roles: roles() }).viceChair, undefined);
  });

  it("has one effect for a press that comes twice, also when it took the chair's rights away", () => {
    const press = { nonce: "nonce-2", roles: roles({ chairs: ["person:new"] }) };
    const once = saved(aGroup(), press);
    const twice = save(once, { ...press, rev: aGroup().rev });
    assert.ok(twice.ok);
    assert.deepEqual(twice.state, { group: once, facts: [], events: [] });
  });

  it("refuses a form drawn before somebody else's change", () => {
    refused(saved(aGroup()), { nonce: "nonce-3", rev: aGroup().rev }, "stale");
  });

  it("announces in another channel when it is told to, and in the same one otherwise", () => {
    assert.equal(saved(aGroup(), { settings: settings({ channel: "channel-2" }) }).place.channel, "channel-2");
    assert.equal(saved(aGroup()).place.channel, "team-1");
  });

  it("puts into the record what happened, and a change of those who lead it by its own word", () => {
    const events = (press: Press) => {
      const decision = save(aGroup(), press);
      return decision.ok ? decision.state.events : [];
    };
    assert.deepEqual(events({}), ["groupChanged"]);
    assert.deepEqual(events({ roles: roles() }), ["groupChanged", "rolesChanged"]);
  });
});

describe("a group that publishes", () => {
  it("has told controller and legal basis in each of its languages, and a privacy contact", () => {
    assert.deepEqual(missingForPublishing(aGroup()), []);
    assert.deepEqual(missingForPublishing(aGroup({ languages: ["fi", "sv"] })), []);
    assert.deepEqual(missingForPublishing(aGroup({ languages: ["fi", "en"] })), ["controller", "legalBasis"]);
    const { privacyContact: _, ...without } = aGroup();
    assert.deepEqual(missingForPublishing(without), ["privacyContact"]);
  });
});
