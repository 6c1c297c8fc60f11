import assert from "node:assert/strict";
import type { Group } from "../../bot/domain/group.ts";
import type { Person } from "../../bot/domain/person.ts";
import { groupHandlers } from "../../bot/teams/handlers/group.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import { addGroup, groupHere } from "../../bot/usecases/group.ts";
import { readPerson } from "../../bot/usecases/people.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { textFor } from "../../cards/text.ts";
import { verbs } from "../../cards/verbs.ts";
import { complaints } from "../support/complaints.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { aPerson, aTurn, inTeam } from "../support/turn.ts";

const HELMI = "4f3c17ce-1c1a-4232-8cf5-f1a1ce0a6b7e";
const OSKARI = "c3b07ce7-088d-474b-9309-7bf25240fe80";

describe("setting a group up in Teams", () => {
  let ports: TestPorts;
  let helmi: Person;
  let group: Group;
  beforeEach(async () => {
    ports = testPorts();
    helmi = await aPerson(ports, "Helmi Kaislaharju");
    ports.members.push(
      { oid: "oid Helmi Kaislaharju", teamsId: "29:h", name: "Helmi Kaislaharju" },
      { oid: "oid Oskari Suvipuro", teamsId: "29:o", name: "Oskari Suvipuro", email: "oskari.suvipuro@example.org" },
    );
    group = await addGroup(ports, {
      tenant: "tenant-1",
      team: "team-1",
      teamName: "Kaislarannan kumppanuuspöytä",
      channel: "team-1",
      serviceUrl: "https://teams.example.org",
      by: helmi.id,
    });
  });
  afterEach(() => ports.dispose());

  /** As the edge does it: what was pressed is read by the verb's schema first. */
  const save = (turn: Turn, fields: Record<string, unknown>) =>
    groupHandlers["group.save"](
      turn,
      verbs["group.save"].parse({ group: group.id, nonce: "nonce-0001", rev: group.rev, ...fields }),
    );
  const three = () => ({ name_fi: "Pöytä", chair: helmi.id, languages: "fi" });
  const now = async () => (await groupHere(ports, { tenant: "tenant-1", team: { id: "team-1" } })) as Group;
  const shown = (reply: Reply) => {
    assert.ok("show" in reply, JSON.stringify(reply));
    assert.deepEqual(complaints(reply.show), []);
    return JSON.stringify(reply.show);
  };

  it("names members who aren't in Teams, and gives a line that can't be read back with the rest of the form", async () => {
    const named = { ...three(), members: "named", outside: "Ulla Kaislaniemi; ulla@example.org; 0100 123 456" };
    const wrong = shown(await save(aTurn(ports, helmi), { ...named, outside: `${named.outside}\nAino; ei osoite` }));
    assert.match(wrong, /Tarkista Teamsin ulkopuolisen jäsenen rivi: Aino; ei osoite/);
    assert.match(wrong, /Ulla Kaislaniemi; ulla@example.org; 0100 123 456\\nAino/);
    const saved = shown(await save(aTurn(ports, helmi), named));
    assert.match(saved, /Jäsenet Teamsin ulkopuolella: .*Ulla Kaislaniemi/);
    assert.doesNotMatch(saved, /ulla@example.org/);
    const { members } = await now();
    assert.ok(members.kind === "named");
    assert.deepEqual(
      members.outside?.map(({ id: _, ...rest }) => rest),
      [{ name: "Ulla Kaislaniemi", email: "ulla@example.org", phone: "0100 123 456" }],
    );
    const form = shown(await groupHandlers["group.form"](aTurn(ports, helmi), { group: group.id }));
    assert.match(form, /Ulla Kaislaniemi; ulla@example.org; 0100 123 456/);
  });

  it("opens a form with the team's name, its members and whoever opens it as chair", async () => {
    const form = shown(await groupHandlers["group.form"](aTurn(ports, helmi), { group: group.id }));
    assert.match(form, /"value":"Kaislarannan kumppanuuspöytä"/);
    assert.match(form, new RegExp(`"id":"chair"[^}]*"value":"${helmi.id}"`));
    assert.match(form, /Oskari Suvipuro/);
  });

  it("begins with three fields", async () => {
    assert.match(shown(await save(aTurn(ports, helmi), three())), /Asetukset on tallennettu/);
    const { ready, chairs, languages, body, legalBasis, retentionMonths } = await now();
    assert.deepEqual([ready, chairs, languages, body, retentionMonths], [true, [helmi.id], ["fi"], "authority", 6]);
    assert.deepEqual(legalBasis, { fi: textFor("fi").group.basisTexts.publicTask });
  });

  it("words the usual legal basis by the kind of body, in each language of the group", async () => {
    await save(aTurn(ports, helmi), { ...three(), languages: "fi,sv", body: "organisations", basis: "usual" });
    const { legitimateInterest } = textFor("sv").group.basisTexts;
    assert.deepEqual((await now()).legalBasis, {
      fi: textFor("fi").group.basisTexts.legitimateInterest,
      sv: legitimateInterest,
    });
  });

  it("keeps a legal basis in own words, also when the choice beside it was forgotten", async () => {
    await save(aTurn(ports, helmi), { ...three(), basis: "usual", basis_fi: "laki" });
    assert.deepEqual((await now()).legalBasis, { fi: "laki" });
  });

  it("takes people from a picker, from a list and in writing", async () => {
    const picker = { ...three(), chair: HELMI, secretaries: `${OSKARI},${helmi.id}`, viceChair: "none" };
    await save(aTurn(ports, helmi), picker);
    const { chairs, secretaries, viceChair } = await now();
    assert.deepEqual((await readPerson(ports.store, chairs[0] ?? "person:x"))?.identities, [
      { tenant: "tenant-1", oid: HELMI },
    ]);
    assert.deepEqual([secretaries.length, secretaries[1], viceChair], [2, helmi.id, undefined]);
  });

  it("takes people in writing where the team is large", async () => {
    await save(aTurn(ports, helmi), {
      ...three(),
      chair: "Helmi Kaislaharju",
      secretaries: "oskari.suvipuro@example.org",
    });
    assert.deepEqual([(await now()).chairs, (await now()).secretaries.length], [[helmi.id], 1]);
  });

  it("says whom it didn't find, keeps what was typed and saves nothing", async () => {
    const reply = shown(await save(aTurn(ports, helmi), { ...three(), name_fi: "Uusi nimi", secretaries: "Väinö" }));
    assert.match(reply, /Näitä ei löytynyt tiimin jäsenistä: Väinö/);
    assert.match(reply, /"value":"Uusi nimi"/);
    assert.equal((await now()).ready, false);
  });

  it("refuses a number of members that isn't one, and keeps what was typed", async () => {
    assert.match(shown(await save(aTurn(ports, helmi), { ...three(), quorum: "0" })), /1–999/);
    await save(aTurn(ports, helmi), { ...three(), quorum: "7" });
    assert.deepEqual((await now()).quorum, { kind: "count", count: 7 });
  });

  it("is refused to others in a clear sentence, and nothing is written for them", async () => {
    const other = await aPerson(ports, "Väinö Hakoniitty");
    const before = await now();
    const written = counting(ports);
    for (const reply of [
      await groupHandlers["group.form"](aTurn(ports, other), { group: group.id }),
      await save(aTurn(ports, other), { ...three(), chair: OSKARI }),
    ])
      assert.ok("refuse" in reply && reply.refuse === textFor("fi").group.refused.notAllowed && reply.fresh);
    assert.equal(written(), 0);
    assert.deepEqual(await now(), before);
  });

  it("is refused from another tenant as if there were no such group", async () => {
    const stranger = await aPerson(ports, "Stranger", "tenant-2");
    const turn = aTurn(ports, stranger, { where: { ...aTurn(ports, stranger).where, tenant: "tenant-2" } });
    for (const reply of [
      await groupHandlers["group.show"](turn, { group: group.id }),
      await groupHandlers["group.form"](turn, { group: group.id }),
      await save(turn, three()),
    ])
      assert.ok("refuse" in reply && !reply.fresh);
  });

  it("gets the same receipt for a press that comes twice", async () => {
    const first = await save(aTurn(ports, helmi), three());
    assert.deepEqual(await save(aTurn(ports, helmi), three()), first);
    assert.equal((await now()).rev, group.rev + 1);
  });

  it("shows the present settings beside what was typed when somebody else was first", async () => {
    await save(aTurn(ports, helmi), three());
    const late = shown(await save(aTurn(ports, helmi), { ...three(), name_fi: "Myöhempi", nonce: "nonce-0002" }));
    assert.match(late, /Asetuksia on muutettu/);
    assert.match(late, /"value":"Myöhempi"/);
    assert.match(late, /Nyt voimassa olevat asetukset/);
    assert.equal((await now()).name.fi, "Pöytä");
  });

  it("keeps those who lead the group when a secretary saves a form that doesn't ask for them", async () => {
    await save(aTurn(ports, helmi), { ...three(), secretaries: "Oskari Suvipuro" });
    const { secretaries } = await now();
    const oskari = await readPerson(ports.store, secretaries[0] ?? "person:x");
    assert.ok(oskari);
    const form = shown(await groupHandlers["group.form"](aTurn(ports, oskari), { group: group.id }));
    assert.doesNotMatch(form, /"id":"chair"/);
    await save(aTurn(ports, oskari), { name_fi: "Uusi", languages: "fi", rev: group.rev + 1, nonce: "nonce-0002" });
    assert.deepEqual([(await now()).name.fi, (await now()).chairs], ["Uusi", [helmi.id]]);
    const forged = { ...three(), chair: oskari.id, rev: group.rev + 2, nonce: "nonce-0003" };
    assert.match(shown(await save(aTurn(ports, oskari), forged)), /voi vaihtaa vain ryhmän puheenjohtaja/);
    assert.deepEqual((await now()).chairs, [helmi.id]);
  });

  it("never loses the last chair", async () => {
    await save(aTurn(ports, helmi), three());
    const { chair: _, ...without } = three();
    const reply = shown(await save(aTurn(ports, helmi), { ...without, rev: group.rev + 1, nonce: "nonce-0002" }));
    assert.match(reply, /Ryhmällä on oltava puheenjohtaja/);
    assert.deepEqual((await now()).chairs, [helmi.id]);
  });

  it("announces in the channel from which it is told to", async () => {
    await save(inTeam(ports, helmi, {}, "channel-2"), { ...three(), here: "true" });
    assert.equal((await now()).place.channel, "channel-2");
  });
});

/** How many batches have been written since. */
function counting(ports: TestPorts): () => number {
  const { store } = ports;
  let writes = 0;
  const counted: Store = {
    get: (...a) => store.get(...a),
    list: (...a) => store.list(...a),
    due: (...a) => store.due(...a),
    close: () => store.close(),
    commit: (...a) => {
      writes++;
      return store.commit(...a);
    },
  };
  ports.store = counted;
  return () => writes;
}
