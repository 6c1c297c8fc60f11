import assert from "node:assert/strict";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import type { Person } from "../../bot/domain/person.ts";
import {
  attend,
  callMeeting,
  cancelMeeting,
  changeMeeting,
  moveMeeting,
  sendNotice,
} from "../../bot/usecases/meeting.ts";
import { identifyAddress, identifyAsked } from "../../bot/usecases/outsiders.ts";
import { decidePoll, editOptions, postPoll, startPoll } from "../../bot/usecases/poll.ts";
import { readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { aGroup, moment } from "../support/builders.ts";
import { lint } from "../support/ics-lint.ts";
import { span } from "../support/polls.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";
import { mailPorts, read } from "./scene.ts";

const tenant = "tenant-1";
const OILI = "oili.esimerkki@example.org";

/** A calendar file as the two parsers that didn't write it read it. */
function parsed(text: string) {
  const component = new ICAL.Component(ICAL.parse(text));
  const [event = assert.fail()] = component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const [other] = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === "VEVENT");
  assert.ok(other?.type === "VEVENT");
  assert.equal(other.start.toISOString(), event.startDate.toJSDate().toISOString());
  return {
    method: component.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

describe("mail about meetings", function () {
  this.timeout(10_000);
  let scene: Awaited<ReturnType<typeof mailPorts>>;
  let chair: Person;
  let oili: Person;
  let nonces = 0;
  const nonce = () => `nonce-${String(++nonces).padStart(4, "0")}`;
  beforeEach(async () => {
    scene = await mailPorts();
    chair = await aPerson(scene.ports, "Helmi Kaislaharju");
    oili = await identifyAddress(scene.ports, { email: OILI, name: "Oili Esimerkki", lang: "fi" });
    await stored(scene.ports, aGroup({ chairs: [chair.id], secretaries: [] }));
  });
  afterEach(() => scene.dispose());

  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const press = () => ({ nonce: nonce(), by: chair.id, now: scene.ports.clock.now() });
  const called = async (role: "member" | "substitute" = "member") => {
    const made = await callMeeting(scene.ports, {
      ...{ group: "group:kaislaranta" as const, tenant, ...press(), title: { fi: "Kesäkuun kokous" }, note: {} },
      venue: { mode: "hybrid", place: "Kaislatalo; Rantatie 1, 2. krs", joinUrl: "https://teams.example.org/l/1" },
      ...span("2027-06-14", "13:00"),
      invited: [
        { person: chair.id, role: "member" },
        { person: oili.id, role },
      ],
    });
    await scene.ports.settled();
    return ok(made);
  };
  const rev = async (id: `meeting:${string}`) => (await readMeeting(scene.ports.store, id))?.rev ?? 0;
  const mails = (to = OILI) => scene.server.received.filter((mail) => mail.to.includes(to)).map(({ raw }) => read(raw));
  /** The file that the last mail brought, checked in each of the two places where it stands. */
  const brought = (to = OILI) => {
    const mail = mails(to).at(-1) ?? assert.fail("no mail");
    const [file = assert.fail("no file"), ...others] = mail.files;
    assert.deepEqual(others, []);
    assert.deepEqual(lint(file.text), []);
    assert.equal(file.text, mail.calendar);
    const event = parsed(file.text);
    const [type = ""] = mail.types.filter((one) => one.startsWith("text/calendar"));
    assert.match(type, /charset=utf-8/i);
    assert.match(type, new RegExp(`method="?${event.method}"?(;|$)`));
    return { ...event, name: file.name, subject: mail.header("Subject") };
  };

  it("brings the reader's own invitation, which mail programs take into the calendar", async () => {
    const { uid } = await called();
    const event = brought();
    assert.deepEqual(event, {
      ...{ method: "REQUEST", uid, sequence: 0, start: "2027-06-14T10:00:00.000Z" },
      ...{ attendees: [`mailto:${OILI}`], name: "2027-06-14-1300.ics", subject: event.subject },
    });
    assert.match(event.subject, /Kesäkuun kokous/);
  });

  it("follows what is moved, changed and cancelled, always as the same meeting", async () => {
    const { id, uid } = await called();
    const at = { meeting: id, tenant };
    ok(await moveMeeting(scene.ports, at, { ...press(), rev: await rev(id), ...span("2027-06-15", "09:00") }));
    await scene.ports.settled();
    const moved = brought();
    assert.deepEqual(
      [moved.method, moved.uid, moved.sequence, moved.start],
      ["REQUEST", uid, 1, "2027-06-15T06:00:00.000Z"],
    );
    const written = { venue: { mode: "onSite" as const, place: "Rantasali" } };
    ok(await changeMeeting(scene.ports, at, { ...press(), rev: await rev(id), written }));
    await scene.ports.settled();
    assert.deepEqual([brought().method, brought().uid, brought().sequence], ["REQUEST", uid, 2]);
    ok(await cancelMeeting(scene.ports, at, { ...press(), rev: await rev(id), reason: "Ei tarvita." }));
    await scene.ports.settled();
    assert.deepEqual([brought().method, brought().uid, brought().sequence], ["CANCEL", uid, 3]);
    const [asked = "", ...told] = mails().map(({ text }) => text);
    assert.match(asked, /Avaa ja vastaa:/);
    assert.match(told.at(-1) ?? "", /Avaa kokous:/);
    assert.equal(mails().length, 4);
  });

  it("reaches a substitute who is called in, and not before", async () => {
    const { id } = await called("substitute");
    assert.equal(mails().length, 0);
    const own = { person: chair.id, coming: "no" as const, by: chair.id, as: "self" as const, rev: 0, sequence: 0 };
    const { nonce: n, now } = press();
    ok(await attend(scene.ports, scene.ports.bursts, { meeting: id, tenant, ...own, nonce: n, now }));
    await scene.ports.settled();
    assert.deepEqual([brought().method, brought().attendees], ["REQUEST", [`mailto:${OILI}`]]);
  });

  it("brings the file with the calling notice, whose links are in it, to those outside Teams only", async () => {
    const { id } = await called();
    const notice = { ...press(), rev: await rev(id), agendaUrl: "https://example.org/esityslista" };
    ok(await sendNotice(scene.ports, { meeting: id, tenant }, notice));
    await scene.ports.settled();
    assert.equal(mails().length, 2);
    assert.deepEqual([brought().method, brought().sequence], ["REQUEST", 1]);
    assert.ok(scene.ports.sent.length > 0);
    assert.deepEqual(
      scene.ports.sent.filter(({ files }) => files),
      [],
    );
  });

  for (const [chosen, what] of [
    [["o1"], "the chosen time"],
    [["o1", "o2"], "each of several chosen times as a file of its own"],
  ] as const)
    it(`brings ${what} of a poll`, async () => {
      const { ports } = scene;
      const content = { title: { fi: "Syksyn kokoukset" }, deadline: moment("2027-05-25", "12:00") };
      const started = { group: "group:kaislaranta" as const, tenant, by: chair.id, nonce: nonce() };
      const { id } = ok(await startPoll(ports, { ...started, content }));
      const outsider = await identifyAsked(ports, { round: id, name: "Oili Esimerkki", email: "oili@example.org" });
      const asked = [{ person: outsider.id, required: false }];
      const poll = ok(await startPoll(ports, { ...started, nonce: nonce(), content: { ...content, asked } }));
      const at = { poll: poll.id, tenant };
      const drawn = async () => (await readPoll(ports.store, poll.id))?.rev ?? 0;
      const add = [span("2027-06-07", "14:00"), span("2027-06-08", "09:00")];
      ok(await editOptions(ports, at, { ...press(), add, remove: [], rev: await drawn() }));
      ok(await postPoll(ports, at, { ...press(), rev: await drawn() }));
      await ports.settled();
      ok(await decidePoll(ports, at, { ...press(), rev: await drawn(), options: [...chosen] }));
      await ports.settled();
      const mail = mails("oili@example.org").at(-1) ?? assert.fail();
      assert.equal(mail.files.length, chosen.length);
      for (const { text } of mail.files) assert.deepEqual(lint(text), []);
      const events = mail.files.map(({ text }) => parsed(text));
      const starts = ["2027-06-07T11:00:00.000Z", "2027-06-08T06:00:00.000Z"].slice(0, chosen.length);
      assert.deepEqual(
        events.map(({ method, start, attendees }) => [method, start, attendees]),
        starts.map((start) => ["REQUEST", start, ["mailto:oili@example.org"]]),
      );
      assert.equal(new Set(events.map(({ uid }) => uid)).size, chosen.length);
      if (chosen.length > 1)
        for (const { type } of mail.files) assert.match(type, /^text\/calendar;.*method="?REQUEST/);
    });
});
