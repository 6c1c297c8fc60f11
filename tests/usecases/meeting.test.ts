import assert from "node:assert/strict";
import type { Coming, Invited, Meeting } from "../../bot/domain/meeting.ts";
import { DAY, HOUR } from "../../bot/domain/time.ts";
import { createBursts } from "../../bot/usecases/burst.ts";
import { calendarFile, openCalendar, outlookCopy } from "../../bot/usecases/ics.ts";
import {
  attend,
  callMeeting,
  cancelMeeting,
  changeMeeting,
  meetingView,
  moveMeeting,
  type NewFixed,
  sendNotice,
} from "../../bot/usecases/meeting.ts";
import { roundsOf } from "../../bot/usecases/people.ts";
import { readMeeting } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { aGroup, moment } from "../support/builders.ts";
import { lint } from "../support/ics-lint.ts";
import { span } from "../support/polls.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored, storedPerson } from "../support/stored.ts";

const tenant = "tenant-1";
const members: Invited[] = ["chair", "sanna", "oskari"].map((who) => ({ person: `person:${who}`, role: "member" }));

describe("a fixed meeting", () => {
  let ports: TestPorts;
  let bursts: ReturnType<typeof createBursts>;
  let nonce = 0;
  const n = () => `nonce-${++nonce}`;
  beforeEach(async () => {
    ports = testPorts();
    bursts = createBursts(ports, "a");
    for (const who of ["chair", "sanna", "oskari", "petra", "pekka"])
      await storedPerson(ports, `person:${who}`, {
        name: `${who[0]?.toUpperCase()}${who.slice(1)} Kaislamo`,
        ...(who !== "oskari" && { email: `${who}@example.org` }),
      });
    await stored(ports, aGroup());
  });
  afterEach(() => ports.dispose());

  const ok = <S>(decision: { ok: true; state: S } | { ok: false; refusal: unknown }): S =>
    decision.ok ? decision.state : assert.fail(JSON.stringify(decision.refusal));
  const no = (decision: { ok: boolean; refusal?: unknown }) =>
    decision.ok ? assert.fail("accepted") : (decision.refusal as { kind: string }).kind;
  const at = (meeting: Meeting) => ({ meeting: meeting.id, tenant });
  const current = async (meeting: Meeting) => (await readMeeting(ports.store, meeting.id)) ?? assert.fail();
  const press = async (meeting: Meeting) => ({
    rev: (await current(meeting)).rev,
    nonce: n(),
    by: "person:chair" as `person:${string}`,
    now: ports.clock.now(),
  });
  const fixed = (own: Partial<NewFixed> = {}): NewFixed => ({
    group: "group:kaislaranta",
    tenant,
    by: "person:chair",
    nonce: n(),
    now: ports.clock.now(),
    title: { fi: "Kesäkuun kokous" },
    note: {},
    venue: { mode: "teams", joinUrl: "https://teams.example.org/l/meetup-join/1" },
    ...span("2027-06-14", "13:00"),
    invited: members,
    ...own,
  });
  async function called(own: Partial<NewFixed> = {}) {
    const meeting = ok(await callMeeting(ports, fixed(own)));
    await ports.settled();
    return meeting;
  }
  const answer = (meeting: Meeting, who: string, coming: Coming, own: object = {}) =>
    attend(ports, bursts, {
      ...at(meeting),
      person: `person:${who}`,
      coming,
      by: `person:${who}`,
      as: "self",
      rev: 0,
      sequence: meeting.sequence,
      nonce: n(),
      now: ports.clock.now(),
      ...own,
    });
  const view = async (meeting: Meeting) => (await meetingView(ports, at(meeting), "person:chair")) ?? assert.fail();
  const said = (kind: string) => ports.sent.filter((m) => m.showing.delivery.saying.kind === kind);
  const toWhom = (kind: string) =>
    said(kind)
      .map(({ to }) => (to.kind === "person" ? to.person.id.slice("person:".length) : to.kind))
      .sort();

  it("is called once: a card in the channel, and an invitation with a calendar file of one's own to each", async () => {
    const once = fixed();
    const [one, other] = await Promise.all([callMeeting(ports, once), callMeeting(ports, once)]);
    assert.equal(ok(one).id, ok(other).id);
    await ports.settled();
    assert.deepEqual(toWhom("meeting"), ["channel"]);
    assert.deepEqual(toWhom("meetingInvitation"), ["chair", "oskari", "sanna"]);
    assert.ok((await roundsOf(ports.store, "person:sanna")).includes(ok(one).id));
    const invited = said("meetingInvitation").find((m) => m.to.kind === "person" && m.to.person.id === "person:sanna");
    const url = invited?.showing.calendar?.[0]?.url ?? assert.fail();
    const file = (await openCalendar(ports, url.split("/calendar/")[1] ?? "")) ?? assert.fail();
    assert.deepEqual(lint(file.text), []);
    assert.deepEqual([file.name, file.method], ["2027-06-14-1300.ics", "REQUEST"]);
    const attendees = file.text.replaceAll("\r\n ", "").match(/^ATTENDEE.*$/gm);
    assert.deepEqual(
      attendees?.map((line) => line.split(":").at(-1)?.trim()),
      ["sanna@example.org"],
    );
    assert.equal(await openCalendar(ports, "nothing-of-the-kind-22"), undefined);
    const meeting = { meeting: ok(one).id, lang: "fi" } as const;
    assert.equal(await calendarFile(ports, { ...meeting, person: "person:petra" }), undefined);
    assert.ok(await calendarFile(ports, { ...meeting, person: "person:secretary" }));
    ports.clock.set(ok(one).end.at + 8 * DAY);
    assert.equal(await openCalendar(ports, url.split("/calendar/")[1] ?? ""), undefined);
  });

  it("tells who comes and whether it will have a quorum", async () => {
    const meeting = await called();
    assert.deepEqual([(await view(meeting)).needed, (await view(meeting)).outlook], [2, "open"]);
    ok(await answer(meeting, "sanna", "yes"));
    ok(await answer(meeting, "oskari", "no"));
    assert.equal((await view(meeting)).outlook, "open");
    ok(await answer(meeting, "chair", "yes"));
    const { coming, notComing, unanswered, outlook, names } = await view(meeting);
    assert.deepEqual([coming, notComing, unanswered, outlook], [2, 1, 0, "enough"]);
    assert.equal(names["person:sanna"], "Sanna Kaislamo");
    ok(await answer(meeting, "sanna", "no", { rev: 1 }));
    assert.equal((await view(meeting)).outlook, "tooFew");
    assert.deepEqual((await verifyRound(ports.store, meeting.id))?.damage, []);
  });

  it("takes no answer from whoever isn't called, for others, for a cancelled or past meeting, or on an old card", async () => {
    const meeting = await called();
    assert.equal(no(await answer(meeting, "petra", "yes")), "notInvited");
    assert.equal(no(await answer(meeting, "sanna", "yes", { by: "person:petra" })), "notTheirs");
    assert.equal(no(await answer(meeting, "sanna", "yes", { by: "person:petra", as: "officer" })), "notOfficer");
    assert.equal(no(await answer(meeting, "sanna", "yes", { by: "person:petra", as: "assistant" })), "notTheirs");
    assert.equal(ok(await answer(meeting, "sanna", "no", { by: "person:secretary", as: "officer" })).as, "officer");
    assert.equal(no(await answer(meeting, "sanna", "yes")), "stale");
    assert.equal(no(await answer(meeting, "oskari", "yes", { tenant: "other" })), "noSuchRound");
    assert.equal(no(await answer(meeting, "oskari", "substitute")), "noSubstitute");
    assert.equal(no(await answer(meeting, "oskari", "yes", { now: meeting.start.at + 1 })), "meetingOver");
    ok(await cancelMeeting(ports, at(meeting), { ...(await press(meeting)), reason: "Ei asioita." }));
    assert.equal(no(await answer(meeting, "oskari", "yes")), "meetingCancelled");
  });

  it("asks everybody anew when it is moved, and their calendars follow", async () => {
    const meeting = await called();
    ok(await answer(meeting, "sanna", "yes"));
    const to = span("2027-06-16", "09:00");
    ok(await moveMeeting(ports, at(meeting), { ...(await press(meeting)), ...to }));
    await ports.settled();
    assert.deepEqual(toWhom("meetingMoved"), ["chair", "channel", "oskari", "sanna"]);
    const moved = await current(meeting);
    assert.deepEqual(
      [moved.sequence, moved.uid, moved.moves[0]?.from.start.wall],
      [1, meeting.uid, "2027-06-14T13:00"],
    );
    assert.equal((await view(meeting)).unanswered, 3);
    assert.equal(no(await answer(meeting, "oskari", "yes")), "moved");
    ok(await answer(moved, "sanna", "no", { rev: 1 }));
    assert.equal((await view(meeting)).notComing, 1);
    const file = said("meetingMoved").find((m) => m.to.kind === "person")?.showing.calendar?.[0]?.url ?? assert.fail();
    assert.match((await openCalendar(ports, file.split("/calendar/")[1] ?? ""))?.text ?? "", /SEQUENCE:1\r\n/);
  });

  it("keeps the answers when only the place is changed, which calendars are told too", async () => {
    const meeting = await called();
    ok(await answer(meeting, "sanna", "yes"));
    const venue = { mode: "onSite" as const, place: "Rantasali" };
    ok(await changeMeeting(ports, at(meeting), { ...(await press(meeting)), written: { venue } }));
    await ports.settled();
    assert.deepEqual(toWhom("meetingChanged"), ["chair", "oskari", "sanna"]);
    assert.equal((await view(meeting)).coming, 1);
    ok(await answer(meeting, "oskari", "yes"));
    ok(await changeMeeting(ports, at(meeting), { ...(await press(meeting)), written: { quorum: 3 } }));
    await ports.settled();
    assert.equal(said("meetingChanged").length, 3);
    assert.equal((await view(meeting)).needed, 3);
  });

  it("is cancelled with a reason, and every calendar is told", async () => {
    const meeting = await called();
    assert.equal(no(await cancelMeeting(ports, at(meeting), await press(meeting))), "reasonMissing");
    const once = { ...(await press(meeting)), reason: "Ei asioita." };
    ok(await cancelMeeting(ports, at(meeting), once));
    ok(await cancelMeeting(ports, at(meeting), once));
    await ports.settled();
    assert.deepEqual(toWhom("meetingCancelled"), ["chair", "channel", "oskari", "sanna"]);
    const url = said("meetingCancelled").find((m) => m.to.kind === "person")?.showing.calendar?.[0]?.url ?? "";
    const file = await openCalendar(ports, url.split("/calendar/")[1] ?? "");
    assert.equal(file?.method, "CANCEL");
    assert.deepEqual(lint(file?.text ?? ""), []);
    const late = { ...(await press(meeting)), ...span("2027-06-20", "09:00") };
    assert.equal(no(await moveMeeting(ports, at(meeting), late)), "meetingCancelled");
  });

  it("calls in substitutes in order, passes over whoever declines, and releases them when the member comes", async () => {
    const invited: Invited[] = [
      ...members,
      { person: "person:petra", role: "substitute" },
      { person: "person:pekka", role: "substitute" },
    ];
    const meeting = await called({ invited });
    assert.deepEqual(toWhom("meetingInvitation"), ["chair", "oskari", "sanna"]);
    assert.equal(no(await answer(meeting, "petra", "yes")), "notInvited");
    ok(await answer(meeting, "sanna", "no"));
    await ports.settled();
    assert.deepEqual(toWhom("calledIn"), ["petra"]);
    ok(await answer(meeting, "petra", "no"));
    await ports.settled();
    assert.deepEqual(toWhom("calledIn"), ["pekka", "petra"]);
    ok(await answer(meeting, "pekka", "yes"));
    assert.deepEqual([(await view(meeting)).substitutes, (await view(meeting)).outlook], [1, "open"]);
    ok(await answer(meeting, "sanna", "yes", { rev: 1 }));
    const { calledIn } = await current(meeting);
    assert.deepEqual(
      calledIn.map((c) => [c.person, c.released !== undefined]),
      [
        ["person:petra", true],
        ["person:pekka", true],
      ],
    );
    assert.deepEqual([(await view(meeting)).coming, (await view(meeting)).substitutes], [1, 0]);
    await ports.at(ports.clock.now() + HOUR);
    const redrawn = said("calledIn").filter((m) => m.replaces);
    assert.ok(redrawn.length > 0 && redrawn.every((m) => m.showing.meeting?.calledIn.every((c) => c.released)));
  });

  it("tells a substitute who was called in of the move and of the end, and that they aren't called in any more", async () => {
    const invited: Invited[] = [...members, { person: "person:petra", role: "substitute" }];
    const meeting = await called({ invited });
    ok(await answer(meeting, "sanna", "no"));
    await ports.settled();
    assert.deepEqual(toWhom("calledIn"), ["petra"]);
    ok(await answer(meeting, "petra", "yes"));
    ok(await moveMeeting(ports, at(meeting), { ...(await press(meeting)), ...span("2027-06-15", "09:00") }));
    await ports.settled();
    assert.ok(toWhom("meetingMoved").includes("petra"));
    assert.ok((await current(meeting)).calledIn.every((c) => c.released !== undefined));
    ok(await cancelMeeting(ports, at(meeting), { ...(await press(meeting)), reason: "Ei tarvita." }));
    await ports.settled();
    assert.ok(toWhom("meetingCancelled").includes("petra"));
  });

  it("asks a substitute anew for another time, also one who had declined for the first", async () => {
    const invited: Invited[] = [...members, { person: "person:petra", role: "substitute" }];
    const meeting = await called({ invited });
    ok(await answer(meeting, "sanna", "no"));
    await ports.settled();
    ok(await answer(meeting, "petra", "no"));
    ok(await moveMeeting(ports, at(meeting), { ...(await press(meeting)), ...span("2027-06-15", "09:00") }));
    ports.clock.set(ports.clock.now() + HOUR);
    const { sequence } = await current(meeting);
    ok(await answer(meeting, "sanna", "no", { rev: 1, sequence }));
    await ports.settled();
    assert.equal(said("calledIn").filter((m) => !m.replaces).length, 2);
  });

  it("calls in the personal substitute, whom a member can also send", async () => {
    const invited: Invited[] = [
      ...members,
      { person: "person:pekka", role: "substitute" },
      { person: "person:petra", role: "substitute", substituteOf: "person:sanna" },
    ];
    const meeting = await called({ invited });
    ok(await answer(meeting, "sanna", "substitute"));
    await ports.settled();
    assert.deepEqual(toWhom("calledIn"), ["petra"]);
    ok(await answer(meeting, "petra", "no"));
    await ports.settled();
    // nobody else stands in for her
    assert.deepEqual(toWhom("calledIn"), ["petra"]);
  });

  it("reminds those who haven't said whether they come, and tells officers who comes when all should have", async () => {
    const meeting = await called({ answerBy: moment("2027-06-10", "16:00") });
    ok(await answer(meeting, "sanna", "yes"));
    for (const at of (await current(meeting)).reminders) await ports.at(at);
    assert.deepEqual(new Set(toWhom("attendanceReminder")), new Set(["chair", "oskari"]));
    assert.equal((await current(meeting)).reminded, 2);
    await ports.at(moment("2027-06-10", "16:00").at);
    assert.deepEqual(toWhom("forecast"), ["chair"]);
    assert.equal(said("forecast")[0]?.showing.meetingView?.coming, 1);
  });

  it("reminds officers of the calling notice until it is sent, with agenda and material", async () => {
    const meeting = await called({ notice: { by: moment("2027-06-07", "12:00") } });
    await ports.at(moment("2027-06-04", "12:00").at);
    assert.deepEqual(toWhom("noticeDue"), ["chair"]);
    const agendaUrl = "https://example.org/esityslista";
    ok(await sendNotice(ports, at(meeting), { ...(await press(meeting)), agendaUrl }));
    await ports.settled();
    assert.deepEqual(toWhom("callingNotice"), ["chair", "channel", "oskari", "sanna"]);
    assert.equal((await current(meeting)).notice?.agendaUrl, agendaUrl);
    assert.equal((await current(meeting)).notice?.by?.wall, "2027-06-07T12:00");
  });

  it("gives officers addresses and text to copy into an invitation of their own", async () => {
    const meeting = await called();
    const by = "person:chair" as const;
    const copy = await outlookCopy(ports, { ...at(meeting), by, lang: "fi" });
    assert.deepEqual(copy?.addresses, ["chair@example.org", "sanna@example.org"]);
    assert.deepEqual(copy?.without, ["Oskari Kaislamo"]);
    assert.match(copy?.body ?? "", /meetup-join/);
    assert.equal(await outlookCopy(ports, { ...at(meeting), by: "person:sanna", lang: "fi" }), undefined);
  });

  it("is called, moved and cancelled by officers only, and not for a time that has passed", async () => {
    assert.equal(no(await callMeeting(ports, fixed({ by: "person:sanna" }))), "notOfficer");
    assert.equal(no(await callMeeting(ports, fixed(span("2027-05-05", "13:00")))), "timePassed");
    const meeting = await called();
    const sanna = { ...(await press(meeting)), by: "person:sanna" as const };
    assert.equal(no(await moveMeeting(ports, at(meeting), { ...sanna, ...span("2027-06-16", "09:00") })), "notOfficer");
    assert.equal(no(await cancelMeeting(ports, at(meeting), { ...sanna, reason: "x" })), "notOfficer");
    const past = { ...(await press(meeting)), ...span("2027-05-05", "09:00") };
    assert.equal(no(await moveMeeting(ports, at(meeting), past)), "timePassed");
    const old = { ...(await press(meeting)), rev: 0, ...span("2027-06-16", "09:00") };
    assert.equal(no(await moveMeeting(ports, at(meeting), old)), "stale");
    assert.equal((await current(meeting)).sequence, 0);
  });
});
