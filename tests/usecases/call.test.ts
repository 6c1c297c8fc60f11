import assert from "node:assert/strict";
import type { Call } from "../../bot/domain/call.ts";
import { stampOf } from "../../bot/domain/call-steps.ts";
import { accept } from "../../bot/domain/decision.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import { startCall } from "../../bot/usecases/call.ts";
import { cancelCall, extendCall, publishCall, saveCallPage } from "../../bot/usecases/call-write.ts";
import { change } from "../../bot/usecases/change.ts";
import { callsOf } from "../../bot/usecases/listing.ts";
import { readCall } from "../../bot/usecases/round.ts";
import { cardOf } from "../../cards/showing.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader, moment } from "../support/builders.ts";
import { type TestPorts, TODAY, testPorts } from "../support/ports.ts";
import { wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k" as const;
const at = { call: CALL, tenant: "tenant-1" };

describe("a call over time", () => {
  let ports: TestPorts;
  const chair = "person:chair" as PersonId;
  beforeEach(() => {
    ports = testPorts();
  });
  afterEach(() => ports.dispose());

  const theCall = async (): Promise<Call> => {
    const call = await readCall(ports.store, CALL);
    assert.ok(call);
    return call;
  };
  /** What was said since the last look, redrawn cards marked. */
  const said = () => ports.sent.splice(0).map((m) => `${m.showing.delivery.saying.kind}${m.replaces ? " again" : ""}`);
  const open = async (own: Partial<Call> = {}) => {
    await stored(ports, aGroup(), aCall({ said: [], received: { t1: 2, t2: 2, t3: 2 }, ...own }));
    await ports.settled();
    assert.deepEqual(said(), ["announcement"]);
  };

  it("is announced, drawn anew each midnight, reminded of in its thread, and closed by itself", async () => {
    await open();
    await ports.at(moment("2027-05-06", "23:59").at);
    assert.deepEqual(said(), []);
    await ports.at(moment("2027-05-07", "00:00").at);
    assert.deepEqual(said(), ["announcement again"]);
    await ports.at(moment("2027-05-07", "00:01").at);
    assert.deepEqual(said(), []);
    for (const day of ["08", "09", "10"]) await ports.at(moment(`2027-05-${day}`, "00:00").at);
    said();
    await ports.at(moment("2027-05-10", "15:00").at);
    assert.deepEqual(
      said().filter((s) => s !== "announcement again"),
      ["callReminder"],
    );
    await ports.at(moment("2027-05-14", "16:15").at);
    said();
    await ports.at(moment("2027-05-14", "16:15").at + 5_000);
    const closing = said();
    assert.ok(closing.includes("announcement again"));
    assert.equal((await theCall()).status, "closed");
  });

  it("tells each officer once that it has closed, and offers the way to the candidates", async () => {
    const kaarina = await aPerson(ports, "Kaarina Lehtovaara");
    await stored(ports, aGroup({ chairs: [kaarina.id], secretaries: [] }), aCall({ said: [] }));
    await ports.at(moment("2027-05-14", "16:15").at + 5_000);
    await ports.settled();
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "callClosed");
    assert.equal(told.length, 1);
    assert.match(JSON.stringify(cardOf((told[0] as (typeof told)[0]).showing, aReader())), /board\.show/);
  });

  it("says once, after a pause of days, only the reminder that still has a point", async () => {
    await open();
    await ports.at(moment("2027-05-14", "09:00").at);
    assert.deepEqual(
      said().filter((s) => s === "callReminder"),
      ["callReminder"],
    );
    await ports.settled();
    assert.deepEqual(
      said().filter((s) => s === "callReminder"),
      [],
    );
  });

  it("reminds of the new deadline after an extension, and not of the old one", async () => {
    await open();
    await ports.at(moment("2027-05-13", "10:00").at);
    said();
    const wish = {
      deadlineDate: "2027-05-19",
      deadlineTime: "12:00",
      reason: "Syy",
      drawn: 0,
      nonce: "nonce-0001",
      by: chair,
    };
    const extended = await extendCall(ports, at, { ...wish, now: ports.clock.now() });
    assert.ok(extended.ok);
    await ports.at(ports.clock.now() + 5_000);
    assert.deepEqual(said().sort(), ["announcement again", "extension"]);
    await ports.at(moment("2027-05-14", "16:20").at);
    assert.deepEqual(
      said().filter((s) => !s.startsWith("announcement")),
      [],
    );
    assert.equal((await theCall()).status, "open");
    await ports.at(moment("2027-05-18", "12:00").at);
    assert.ok(said().includes("callReminder"));
  });

  it("opens again by an extension, and its card offers its buttons again", async () => {
    await open();
    await ports.at(moment("2027-05-15", "10:00").at);
    const wish = {
      deadlineDate: "2027-05-18",
      deadlineTime: "12:00",
      reason: "Syy",
      drawn: 0,
      nonce: "nonce-0001",
      by: chair,
    };
    const again = { ...wish, now: ports.clock.now() };
    assert.ok((await extendCall(ports, at, again)).ok);
    assert.ok((await extendCall(ports, at, again)).ok);
    ports.sent.length = 0;
    await ports.at(ports.clock.now() + 5_000);
    const announcement = ports.sent.find((m) => m.showing.delivery.saying.kind === "announcement");
    assert.ok(announcement?.replaces);
    const words = wordsOn(cardOf(announcement.showing, aReader("fi", { now: ports.clock.now() })));
    assert.match(words, /Haku on auki/);
    assert.match(words, /Tee ehdotus/);
    assert.equal((await theCall()).extensions.length, 1);
  });

  it("tells proposers, co-proposers and candidates that it is cancelled, and nobody who was proposed too late", async () => {
    const [oskari, petra, sanna, late] = await Promise.all(
      ["Oskari Haavisalo", "Petra Lounasvuo", "Sanna Kaislamo", "Myöhäinen Ehdokas"].map((name) =>
        aPerson(ports, name),
      ),
    );
    assert.ok(oskari && petra && sanna && late);
    const organisations = [
      { name: "Kaislan Omaiset ry", confirmation: "own" as const },
      {
        name: "Toivon Polku ry",
        contact: { name: petra.name, person: petra.id },
        confirmation: "notConfirmed" as const,
      },
    ];
    const { candidate: _, ...tooLate } = aNomination({
      id: "nom:02",
      status: "late",
      by: oskari.id,
      nominee: { name: late.name, person: late.id },
    });
    await stored(ports, aGroup(), aCall({ said: [] }), [
      aNomination({ by: oskari.id, organisations, nominee: { name: sanna.name, person: sanna.id } }),
      aCandidate({ person: sanna.id }),
      tooLate,
      aNomination({ id: "nom:03", status: "withdrawn", by: late.id }),
    ]);
    await ports.settled();
    ports.sent.length = 0;
    const press = { reason: "Pyyntö peruttiin", nonce: "nonce-0001", by: chair, now: TODAY };
    assert.ok((await cancelCall(ports, at, press)).ok);
    await ports.at(TODAY + 10_000);
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "callCancelled");
    assert.deepEqual(told.map((m) => (m.to.kind === "person" ? m.to.person.name : m.to.kind)).sort(), [
      "Oskari Haavisalo",
      "Petra Lounasvuo",
      "Sanna Kaislamo",
      "channel",
    ]);
    await ports.at(TODAY + 20_000);
    assert.equal(ports.sent.filter((m) => m.showing.delivery.saying.kind === "callCancelled").length, 4);
  });

  it("tells everybody of an earlier call once of a new one, also when they are more than a batch holds", async () => {
    const persons = await Promise.all(Array.from({ length: 180 }, (_, n) => aPerson(ports, `Ehdottaja ${n}`)));
    const contacts = (from: number) =>
      persons
        .slice(4 * from + 1, 4 * from + 4)
        .map((p) => ({ name: p.name, contact: { name: p.name, person: p.id }, confirmation: "notConfirmed" as const }));
    const nominations = persons
      .filter((_, n) => n % 4 === 0)
      .map((person, n) =>
        aNomination({
          id: `nom:${String(n).padStart(2, "0")}`,
          by: person.id,
          candidate: `cand:${n}`,
          nominee: { name: "Ehdokas" },
          organisations: contacts(n),
        }),
      );
    await stored(ports, aGroup(), aCall({ id: "call:old", status: "closed" }));
    for (let from = 0; from < nominations.length; from += 10)
      await change(ports, "call:old", chair, () => accept({ facts: nominations.slice(from, from + 10), events: [] }));
    await ports.settled();
    await startCall(ports, {
      group: "group:kaislaranta",
      by: chair,
      content: { ...aCall(), basedOn: "call:old", tellEarlier: true },
    });
    const draft = (await callsOf(ports, "group:kaislaranta")).find((c) => c.status === "draft");
    assert.ok(draft);
    const press = { by: chair, now: TODAY, rev: 1, nonce: "nonce-0001", anyway: false };
    assert.ok((await publishCall(ports, { call: draft.id, tenant: "tenant-1" }, press)).ok);
    for (let seconds = 130; seconds < 160; seconds += 2) await ports.at(TODAY + seconds * 1_000);
    const told = ports.sent.filter((m) => m.showing.delivery.saying.kind === "newCall");
    assert.equal(told.length, 180);
    assert.equal(new Set(told.map((m) => m.to.kind === "person" && m.to.person.id)).size, 180);
  });

  it("is begun once however often a press with the same nonce comes", async () => {
    await stored(ports, aGroup());
    const start = {
      group: "group:kaislaranta" as const,
      by: chair,
      nonce: "nonce-0001",
      content: { title: { fi: "X" } },
    };
    const [first, second] = [await startCall(ports, start), await startCall(ports, start)];
    assert.ok(first.ok && second.ok && first.state.id === second.state.id);
    assert.equal((await callsOf(ports, "group:kaislaranta")).length, 1);
  });

  it("loses neither of two pages that are saved at the same time", async () => {
    const { openedAt: _, ...draft } = aCall({ status: "draft" });
    await stored(ports, aGroup(), draft);
    const save = { note: {}, by: chair, now: TODAY, lang: "fi" as const };
    const results = await Promise.all([
      saveCallPage(ports, at, {
        ...save,
        step: "texts",
        written: { title: "Uusi" },
        stamp: stampOf(draft, { step: "texts", lang: "fi" }),
        nonce: "nonce-0001",
      }),
      saveCallPage(ports, at, {
        ...save,
        step: "seats",
        written: { rows: [{ name: "Yksi", count: "1" }] },
        stamp: stampOf(draft, { step: "seats", lang: "fi" }),
        nonce: "nonce-0002",
      }),
      saveCallPage(ports, at, {
        ...save,
        step: "texts",
        written: { title: "Toinen" },
        stamp: stampOf(draft, { step: "texts", lang: "fi" }),
        nonce: "nonce-0003",
      }),
    ]);
    assert.deepEqual(
      results.map((r) => r.ok),
      [true, true, false],
    );
    const call = await theCall();
    assert.deepEqual([call.title.fi, call.seatGroups.length], ["Uusi", 1]);
  });
});
