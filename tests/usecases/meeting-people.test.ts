import assert from "node:assert/strict";
import { accept } from "../../bot/domain/decision.ts";
import type { Change } from "../../bot/domain/facts.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Coming, Invited, Meeting } from "../../bot/domain/meeting.ts";
import { invitation } from "../../bot/domain/meeting-change.ts";
import { HOUR } from "../../bot/domain/time.ts";
import { handAnswerLink, openAnswerLink } from "../../bot/usecases/answer-link.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { calendarFile, openCalendar } from "../../bot/usecases/ics.ts";
import { attend, changeMeeting, meetingView } from "../../bot/usecases/meeting.ts";
import { inviteMore, uninvite } from "../../bot/usecases/meeting-people.ts";
import { docsOf, openRound, readMeeting } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup } from "../support/builders.ts";
import { lint } from "../support/ics-lint.ts";
import { aMeeting } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const at = { meeting: "meeting:june", tenant: "tenant-1" } as const;
const who = (name: string): PersonId => `person:${name}`;
const substitute = (name: string, of?: string): Invited => ({
  person: who(name),
  role: "substitute",
  ...(of && { substituteOf: who(of) }),
});

describe("the people of a meeting that was called", () => {
  let ports: TestPorts;
  let nonce = 0;
  beforeEach(async () => {
    ports = testPorts();
    for (const name of ["chair", "sanna", "oskari", "petra", "pekka", "outi"])
      await storedPerson(ports, who(name), { email: `${name}@example.org`, outside: name === "outi" });
    await stored(ports, aGroup());
  });
  afterEach(() => ports.dispose());

  async function called(own: Partial<Meeting> = {}) {
    await begin(ports, aMeeting(own), aGroup(), "person:chair", "meetingCalled");
    await change<Change, never>(ports, "meeting:june", "person:chair", ({ meeting }) =>
      accept({ facts: meeting ? [invitation(meeting, ports.clock.now())] : [], events: [] }),
    );
    await ports.settled();
    return meeting();
  }
  const meeting = async () => (await readMeeting(ports.store, "meeting:june")) ?? assert.fail();
  const press = async (own: object = {}) => ({
    rev: (await meeting()).rev,
    nonce: `nonce-${++nonce}`,
    by: "person:chair" as PersonId,
    now: ports.clock.now(),
    ...own,
  });
  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;
  const add = async (more: Invited[], own: object = {}) =>
    inviteMore(ports, at, { ...(await press(own)), invited: [...(await meeting()).invited, ...more] });
  const remove = async (name: string, own: object = {}) =>
    uninvite(ports, at, { ...(await press(own)), person: who(name) });
  const answer = async (name: string, coming: Coming, own: object = {}) =>
    attend(ports, ports.bursts, {
      ...at,
      person: who(name),
      coming,
      by: who(name),
      as: "self",
      rev: 0,
      sequence: (await meeting()).sequence,
      nonce: `nonce-${++nonce}`,
      now: ports.clock.now(),
      ...own,
    });
  const view = async () => (await meetingView(ports, at, "person:chair")) ?? assert.fail();
  /** To whom something was said, cards that were only drawn anew left out. */
  const told = (kind: string) =>
    ports.sent
      .filter((m) => m.showing.delivery.saying.kind === kind && !m.replaces && m.to.kind === "person")
      .map(({ to }) => (to.kind === "person" ? to.person.id.slice("person:".length) : ""))
      .sort();
  const saidNow = async (act: () => Promise<unknown>) => {
    await ports.settled();
    const before = ports.sent.length;
    await act();
    await ports.settled();
    return ports.sent
      .slice(before)
      .filter((m) => !m.replaces)
      .map(({ to, showing }) => `${showing.delivery.saying.kind} ${to.kind === "person" ? to.person.id : to.kind}`)
      .sort();
  };
  const urlOf = (kind: string, name: string) =>
    ports.sent.findLast(
      ({ showing, to }) => showing.delivery.saying.kind === kind && to.kind === "person" && to.person.id === who(name),
    )?.showing.calendar?.[0]?.url ?? assert.fail();
  const fileAt = async (url: string) => (await openCalendar(ports, url.split("/calendar/")[1] ?? "")) ?? assert.fail();
  const unfolded = (text: string) => text.replaceAll("\r\n ", "");

  it("get the invitation when they are added, by mail outside Teams, and nobody else hears of it", async () => {
    await called();
    const said = await saidNow(async () =>
      ok(
        await add([
          { person: who("petra"), role: "member" },
          { person: who("outi"), role: "guest" },
        ]),
      ),
    );
    assert.deepEqual(said, ["meetingInvitation person:outi", "meetingInvitation person:petra"]);
    assert.equal((await view()).members, 4);
    ok(await answer("petra", "yes"));
    ok(await answer("outi", "yes"));
    assert.equal((await view()).coming, 1);
    assert.ok(ports.sent.find((m) => m.to.kind === "person" && m.to.person.id === who("outi"))?.showing.page);
    const file = await fileAt(urlOf("meetingInvitation", "petra"));
    assert.equal(file.method, "REQUEST");
    assert.match(file.text, /SEQUENCE:0\r\n/);
  });

  it("hear it when they are removed, with a file that takes just their own meeting away, and nobody else does", async () => {
    await called();
    const invitation = urlOf("meetingInvitation", "sanna");
    const said = await saidNow(async () => ok(await remove("sanna")));
    assert.deepEqual(said, ["meetingLeft person:sanna"]);
    for (const url of [urlOf("meetingLeft", "sanna"), invitation]) {
      const file = await fileAt(url);
      assert.deepEqual([file.method, lint(file.text)], ["CANCEL", []]);
      assert.match(file.text, /SEQUENCE:1\r\n[\s\S]*STATUS:CANCELLED/);
      assert.deepEqual(
        unfolded(file.text)
          .match(/^ATTENDEE.*$/gm)
          ?.map((one) => one.split(":").at(-1)?.trim()),
        ["sanna@example.org"],
      );
      assert.doesNotMatch(file.text, /Kaislatalo|oskari/);
    }
    const others = await calendarFile(ports, { meeting: "meeting:june", person: who("oskari"), lang: "fi" });
    assert.equal(others?.method, "REQUEST");
    await ports.at(ports.clock.now() + HOUR);
    const redrawn = ports.sent.findLast((m) => m.to.kind === "person" && m.to.person.id === who("sanna"));
    assert.ok(redrawn?.replaces);
    assert.equal(redrawn.showing.delivery.saying.kind, "meetingInvitation");
  });

  it("aren't told what becomes of the meeting after they left", async () => {
    await called();
    ok(await remove("sanna"));
    const venue = { mode: "onSite" as const, place: "Salainen sali" };
    const said = await saidNow(async () =>
      ok(await changeMeeting(ports, at, { ...(await press()), written: { venue } })),
    );
    assert.deepEqual(said, ["meetingChanged person:chair", "meetingChanged person:oskari"]);
    const file = await calendarFile(ports, { meeting: "meeting:june", person: who("sanna"), lang: "fi" });
    assert.doesNotMatch(file?.text ?? "", /Salainen/);
    assert.equal(file?.method, "CANCEL");
  });

  it("don't count once they are removed, nor can they answer; what they said stays and the record names them by id", async () => {
    await called();
    ok(await answer("sanna", "yes"));
    assert.equal((await view()).coming, 1);
    ok(await remove("sanna"));
    const { coming, members, needed } = await view();
    assert.deepEqual([coming, members, needed], [0, 2, 2]);
    assert.equal(no(await answer("sanna", "no", { rev: 1 })), "notInvited");
    const round = await openRound(ports, "meeting:june");
    assert.equal((await round?.list("attendance"))?.length, 1);
    const entries = [];
    for await (const { body } of docsOf(ports.store, "meeting:june", "entry"))
      entries.push(body as { events: string[] });
    const line = entries.find((e) => e.events.includes("meetingPeopleRemoved"));
    assert.match(JSON.stringify(line), /person:sanna/);
    assert.deepEqual((await verifyRound(ports.store, "meeting:june"))?.damage, []);
  });

  it("are asked anew when they are called again, with a calendar file that comes after the one that took it away", async () => {
    await called();
    ok(await answer("sanna", "yes"));
    ok(await remove("sanna"));
    const said = await saidNow(async () => ok(await add([{ person: who("sanna"), role: "member" }])));
    assert.deepEqual(said, ["meetingInvitation person:sanna"]);
    assert.equal((await view()).coming, 0);
    assert.equal((await meeting()).left, undefined);
    const file = await fileAt(urlOf("meetingInvitation", "sanna"));
    assert.equal(file.method, "REQUEST");
    assert.match(file.text, /SEQUENCE:2\r\n/);
    ok(await answer("sanna", "no", { rev: 1 }));
    assert.equal((await view()).notComing, 1);
  });

  it("leave their seat to the next substitute when it was a substitute who is removed", async () => {
    await called({ invited: [...aMeeting().invited, substitute("petra"), substitute("pekka")] });
    ok(await answer("sanna", "no"));
    await ports.settled();
    assert.deepEqual(told("calledIn"), ["petra"]);
    const said = await saidNow(async () => ok(await remove("petra")));
    assert.deepEqual(said, ["calledIn person:pekka", "meetingLeft person:petra"]);
    assert.equal((await meeting()).calledIn.find((c) => c.person === who("petra"))?.released, ports.clock.now());
  });

  it("take their own substitute along when they are removed, who hears it only if they had been called in", async () => {
    const invited: Invited[] = [
      { person: who("chair"), role: "member" },
      { person: who("sanna"), role: "member", standIns: [{ person: who("petra"), as: "substitute" }] },
      { person: who("oskari"), role: "member" },
      substitute("petra", "sanna"),
      substitute("pekka", "oskari"),
    ];
    await called({ invited });
    ok(await answer("sanna", "no"));
    await ports.settled();
    assert.deepEqual(await saidNow(async () => ok(await remove("sanna"))), [
      "meetingLeft person:petra",
      "meetingLeft person:sanna",
    ]);
    assert.deepEqual(await saidNow(async () => ok(await remove("oskari"))), ["meetingLeft person:oskari"]);
    assert.deepEqual(
      (await meeting()).invited.map((i) => i.person),
      ["person:chair"],
    );
    assert.equal(no(await remove("chair")), "nobodyLeft");
  });

  it("lose a removed personal substitute, but stay called themselves", async () => {
    const sanna: Invited = {
      person: who("sanna"),
      role: "member",
      standIns: [
        { person: who("petra"), as: "substitute" },
        { person: who("pekka"), as: "assistant" },
      ],
    };
    await called({ invited: [{ person: who("chair"), role: "member" }, sanna, substitute("petra", "sanna")] });
    ok(await remove("petra"));
    const [, left] = (await meeting()).invited;
    assert.deepEqual(left?.standIns, [{ person: who("pekka"), as: "assistant" }]);
    assert.equal(no(await answer("sanna", "substitute")), "noSubstitute");
  });

  it("are called in at once when they are added as a substitute for an empty seat", async () => {
    await called();
    ok(await answer("sanna", "no"));
    const said = await saidNow(async () => ok(await add([substitute("outi")])));
    assert.deepEqual(said, ["calledIn person:outi"]);
  });

  it("lose their links with their invitation", async () => {
    await called({ invited: [...aMeeting().invited, { person: who("outi"), role: "guest" }] });
    const link = { round: at.meeting, person: who("outi"), by: who("chair"), tenant: at.tenant, nonce: "nonce-link" };
    const { url } = ok(await handAnswerLink(ports, link));
    const open = () => openAnswerLink(ports, "m", "june", url.split("/").at(-1) ?? "");
    assert.ok(await open());
    ok(await remove("outi"));
    assert.equal(await open(), undefined);
  });

  it("are changed once by one press, by officers only, on the card as it is now, and until the meeting begins", async () => {
    await called();
    const before = JSON.stringify(await meeting());
    assert.equal(no(await remove("sanna", { by: who("sanna") })), "notOfficer");
    assert.equal(no(await add([{ person: who("petra"), role: "guest" }], { by: who("sanna") })), "notOfficer");
    assert.equal(no(await remove("petra")), "notCalled");
    assert.equal(no(await remove("sanna", { rev: 0 })), "stale");
    assert.equal(no(await add([{ person: who("petra"), role: "guest" }], { rev: 0 })), "stale");
    assert.equal(no(await add([])), "nothingChanged");
    const crowd = Array.from({ length: 300 }, (_, i): Invited => ({ person: `person:p${i}`, role: "guest" }));
    assert.equal(no(await add(crowd)), "tooManyCalled");
    assert.equal(no(await remove("sanna", { now: aMeeting().start.at })), "meetingOver");
    assert.equal(
      no(await uninvite(ports, { ...at, tenant: "tenant-2" }, { ...(await press()), person: who("sanna") })),
      "noSuchRound",
    );
    assert.equal(JSON.stringify(await meeting()), before);
    const once = { ...(await press()), person: who("sanna") };
    ok(await uninvite(ports, at, once));
    ok(await uninvite(ports, at, once));
    assert.equal((await meeting()).left?.length, 1);
    await ports.settled();
    assert.deepEqual(told("meetingLeft"), ["sanna"]);
    const more = { ...(await press()), invited: [...(await meeting()).invited, substitute("petra")] };
    ok(await inviteMore(ports, at, more));
    ok(await inviteMore(ports, at, more));
    assert.equal((await meeting()).invited.length, 3);
  });

  it("are all called or removed when two officers do it at once: one of them is told that it was changed", async () => {
    await called();
    const [one, other] = [await press(), await press()];
    const both = await Promise.all([
      uninvite(ports, at, { ...one, person: who("sanna") }),
      uninvite(ports, at, { ...other, person: who("oskari") }),
    ]);
    assert.deepEqual(both.map((d) => d.ok).sort(), [false, true]);
    assert.equal((await meeting()).invited.length, 2);
  });
});
