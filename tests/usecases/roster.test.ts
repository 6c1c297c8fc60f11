import assert from "node:assert/strict";
import { identify, readPerson } from "../../bot/usecases/people.ts";
import { membersNamed, personsFrom, rosterOf } from "../../bot/usecases/roster.ts";
import { aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";

const HELMI = "4f3c17ce-1c1a-4232-8cf5-f1a1ce0a6b7e";
const OSKARI = "c3b07ce7-088d-474b-9309-7bf25240fe80";
const STRANGER = "aea39099-1187-4da8-9ebf-c09ec10017a0";

describe("a team's roster", () => {
  let ports: TestPorts;
  const group = aGroup();
  beforeEach(() => {
    ports = testPorts();
    ports.members.push(
      { oid: OSKARI, teamsId: "29:o", name: "Oskari Suvipuro", email: "oskari.suvipuro@example.org" },
      { oid: HELMI, teamsId: "29:h", name: "Helmi Kaislaharju", email: "helmi.kaislaharju@example.org" },
    );
  });
  afterEach(() => ports.dispose());

  it("names the members in order, each always the same person, who can be reached", async () => {
    const roster = await rosterOf(ports, group);
    assert.deepEqual(
      roster.map(({ name }) => name),
      ["Helmi Kaislaharju", "Oskari Suvipuro"],
    );
    assert.deepEqual(await rosterOf(ports, group.place), roster);
    const [helmi] = roster;
    assert.equal(helmi && (await readPerson(ports.store, helmi.id))?.teams?.id, "29:h");
  });

  it("finds the people that a picker sends by their Entra ids, with the names that the team knows", async () => {
    const roster = await rosterOf(ports, group);
    const found = await personsFrom(ports, "tenant-1", ` ${HELMI.toUpperCase()}, ${OSKARI},${HELMI}`, group);
    assert.deepEqual(
      found,
      roster.map(({ id }) => id),
    );
  });

  it("takes an Entra id that nobody knows as somebody of this tenant", async () => {
    const [id] = await personsFrom(ports, "tenant-1", STRANGER, group);
    assert.deepEqual(id && (await readPerson(ports.store, id))?.identities, [{ tenant: "tenant-1", oid: STRANGER }]);
  });

  it("passes over what it can't trust: persons of another tenant, unknown ids, anything else", async () => {
    const foreign = await identify(ports, { tenant: "tenant-2", oid: HELMI, name: "Helmi" });
    assert.deepEqual(await personsFrom(ports, "tenant-1", `${foreign.id},person:nobody,<script>,,none`, group), []);
    assert.deepEqual(await personsFrom(ports, "tenant-1", undefined), []);
  });

  it("finds members by name or address however they are written, and says whom it didn't find", async () => {
    const written = "helmi kaislaharju; OSKARI.SUVIPURO@example.org\nVäinö";
    const { found, unknown } = await membersNamed(ports, group, written);
    assert.equal(found.length, 2);
    assert.deepEqual(unknown, ["Väinö"]);
  });

  it("finds members whose names are written with a comma, among others", async () => {
    ports.members.push(
      { oid: STRANGER, teamsId: "29:x", name: "Haavisalo, Oskari", email: "oskari.haavisalo@example.org" },
      { oid: "oid y", teamsId: "29:y", name: "Lounasvuo,Petra, ulk." },
    );
    const written = "Helmi Kaislaharju, haavisalo, oskari, Väinö, Oskari Suvipuro, Lounasvuo, Petra,ulk.";
    const { found, unknown } = await membersNamed(ports, group, written);
    const names = await Promise.all(found.map(async (id) => (await readPerson(ports.store, id))?.name));
    assert.deepEqual(names, ["Helmi Kaislaharju", "Haavisalo, Oskari", "Oskari Suvipuro", "Lounasvuo,Petra, ulk."]);
    assert.deepEqual(unknown, ["Väinö"]);
  });

  it("leaves nobody out of a long list without a word", async () => {
    const names = Array.from({ length: 80 }, (_, i) => `Kaisla Virta ${i}`);
    ports.members.push(...names.map((name) => ({ oid: `oid ${name}`, teamsId: `29:${name}`, name })));
    const { found, unknown } = await membersNamed(ports, group, [...names, "Väinö"].join(", "));
    assert.equal(found.length, 80);
    assert.deepEqual(unknown, ["Väinö"]);
  });

  it("doesn't guess between two of the same name", async () => {
    ports.members.push({ oid: STRANGER, teamsId: "29:x", name: "Helmi Kaislaharju", email: "helmi.k@example.org" });
    assert.deepEqual((await membersNamed(ports, group, "Helmi Kaislaharju")).unknown, ["Helmi Kaislaharju"]);
    assert.equal((await membersNamed(ports, group, "helmi.k@example.org")).found.length, 1);
  });
});
