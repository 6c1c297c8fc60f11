import assert from "node:assert/strict";
import type { GroupSettings, Roles } from "../../bot/domain/group-settings.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { addGroup, groupHere, groupsOf, saveGroup } from "../../bot/usecases/group.ts";
import { groupsIn } from "../../bot/usecases/listing.ts";
import { roundsOf } from "../../bot/usecases/people.ts";
import { readGroup } from "../../bot/usecases/round.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { aPerson } from "../support/turn.ts";

const place = {
  tenant: "tenant-1",
  team: "team-1",
  teamName: "Kaislarannan kumppanuuspöytä",
  channel: "team-1",
  serviceUrl: "https://teams.example.org",
};
const settings: GroupSettings = {
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
};

describe("a team's group", () => {
  let ports: TestPorts;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  const led = (chairs: PersonId[], secretaries: PersonId[] = []): Roles => ({ chairs, secretaries });
  const setUp = async (by: PersonId, roles: Roles, nonce = "nonce-0001") => {
    const group = await addGroup(ports, { ...place, by });
    return saveGroup(ports, { group: group.id, by, settings, roles, nonce, rev: group.rev });
  };

  it("begins when the bot is added, named after the team, and is introduced in the channel once", async () => {
    const { id: by } = await aPerson(ports, "Helmi");
    await Promise.all([addGroup(ports, { ...place, by }), addGroup(ports, { ...place, by })]);
    await ports.settled();
    const group = await groupHere(ports, { tenant: "tenant-1", team: { id: "team-1" } });
    assert.deepEqual([group?.name, group?.ready, group?.addedBy], [{ fi: place.teamName }, false, by]);
    assert.deepEqual(
      ports.sent.map(({ showing, to }) => [showing.delivery.saying.kind, to.kind]),
      [["introduction", "channel"]],
    );
  });

  it("keeps everything when the bot is added again, by whomever", async () => {
    const { id: by } = await aPerson(ports, "Helmi");
    await setUp(by, led([by]));
    const { id: other } = await aPerson(ports, "Tuulikki");
    const again = await addGroup(ports, { ...place, teamName: "Uusi nimi", by: other });
    assert.deepEqual([again.name, again.addedBy, again.ready], [{ fi: "Pöytä" }, by, true]);
    assert.deepEqual(await roundsOf(ports.store, other), []);
  });

  it("is listed in its tenant once it is set up, and the introduction then says so", async () => {
    const { id: by } = await aPerson(ports, "Helmi");
    await addGroup(ports, { ...place, by });
    await ports.settled();
    assert.deepEqual(await groupsIn(ports, "tenant-1"), []);
    await setUp(by, led([by]));
    assert.equal((await groupsIn(ports, "tenant-1")).length, 1);
    await ports.at(ports.clock.now() + 5_000);
    assert.deepEqual(
      ports.sent.map(({ showing, replaces }) => [showing.group.ready, replaces !== undefined]),
      [
        [false, false],
        [true, true],
      ],
    );
  });

  it("is found by those who lead it, and by nobody else", async () => {
    const [adder, chair, secretary] = await Promise.all(["Helmi", "Tuulikki", "Oskari"].map((n) => aPerson(ports, n)));
    assert.ok(adder && chair && secretary);
    const idOf = async (person: PersonId) => (await groupsOf(ports, person, "tenant-1")).map(({ id }) => id);
    const { id } = await addGroup(ports, { ...place, by: adder.id });
    assert.deepEqual(await idOf(adder.id), [id]);
    await setUp(adder.id, led([chair.id], [secretary.id]));
    assert.deepEqual(await Promise.all([adder, chair, secretary].map((p) => idOf(p.id))), [[], [id], [id]]);
    assert.deepEqual(await groupsOf(ports, chair.id, "tenant-2"), []);
  });

  it("goes over to a new chair with all that is open", async () => {
    const { id: old } = await aPerson(ports, "Helmi");
    const { id: next } = await aPerson(ports, "Tuulikki");
    await setUp(old, led([old]));
    const group = (await groupsOf(ports, old, "tenant-1"))[0];
    assert.ok(group);
    const handover = { group: group.id, by: old, settings, roles: led([next]), nonce: "nonce-0002", rev: group.rev };
    assert.equal((await saveGroup(ports, handover)).ok, true);
    assert.deepEqual(await groupsOf(ports, old, "tenant-1"), []);
    assert.equal((await groupsOf(ports, next, "tenant-1")).length, 1);
    const again = await saveGroup(ports, handover);
    assert.equal(again.ok && again.state.facts.length, 0);
  });

  it("loses neither of two changes at once: the second is told", async () => {
    const { id: by } = await aPerson(ports, "Helmi");
    await setUp(by, led([by]));
    const group = (await groupsOf(ports, by, "tenant-1"))[0];
    assert.ok(group);
    const both = await Promise.all(
      [12, 24].map((retentionMonths, at) =>
        saveGroup(ports, {
          group: group.id,
          by,
          settings: { ...settings, retentionMonths },
          nonce: `nonce-100${at}`,
          rev: group.rev,
        }),
      ),
    );
    assert.deepEqual(
      both.map((d) => (d.ok ? "saved" : d.refusal.kind)),
      ["saved", "stale"],
    );
    assert.equal((await readGroup(ports.store, group.id))?.retentionMonths, 12);
  });

  it("writes nothing into the notes of people whom a refused change would have made chairs", async () => {
    const { id: by } = await aPerson(ports, "Helmi");
    const { id: other } = await aPerson(ports, "Väinö");
    await setUp(by, led([by]));
    const group = (await groupsOf(ports, by, "tenant-1"))[0];
    assert.ok(group);
    const press = { group: group.id, by: other, settings, roles: led([other]), nonce: "nonce-0009", rev: group.rev };
    assert.deepEqual(await saveGroup(ports, press), { ok: false, refusal: { kind: "notAllowed" } });
    assert.deepEqual(await roundsOf(ports.store, other), []);
  });
});
