import assert from "node:assert/strict";
import ICAL from "ical.js";
import type { Meeting } from "../../bot/domain/meeting.ts";
import type { Poll } from "../../bot/domain/poll.ts";
import { openCalendar } from "../../bot/usecases/ics.ts";
import { cancelMeeting } from "../../bot/usecases/meeting.ts";
import { uninvite } from "../../bot/usecases/meeting-people.ts";
import { decidePoll } from "../../bot/usecases/poll.ts";
import { readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { lint } from "../support/ics-lint.ts";
import { accepted, openPoll, type PollScene, pollScene, pressOf, TENANT } from "../support/poll-scene.ts";

describe("the calendar file of a series", () => {
  let scene: PollScene;
  let poll: Poll;
  let path: string;
  beforeEach(async () => {
    scene = await pollScene();
    ({ poll } = await openPoll(scene));
    const press = pressOf(scene, (await readPoll(scene.ports.store, poll.id)) ?? assert.fail());
    accepted(await decidePoll(scene.ports, { poll: poll.id, tenant: TENANT }, { options: ["o1", "o2"], ...press }));
    await scene.ports.settled();
    const told = scene.ports.sent.find(
      ({ showing: { delivery }, to }) =>
        delivery.saying.kind === "pollInvitation" && to.kind === "person" && to.person.id === scene.sanna.id,
    );
    path = told?.showing.calendarOfAll?.split("/calendar/")[1] ?? assert.fail("there is no link");
  });
  afterEach(() => scene.ports.dispose());

  const file = () => openCalendar(scene.ports, path);
  const starts = async () => {
    const component = new ICAL.Component(ICAL.parse((await file())?.text ?? assert.fail("there is no file")));
    return component.getAllSubcomponents("vevent").map((e) => new ICAL.Event(e).startDate.toJSDate().toISOString());
  };
  const meetings = async () => {
    const found = (await readPoll(scene.ports.store, poll.id))?.decided?.meetings ?? [];
    return Promise.all(found.map(async (m) => (await readMeeting(scene.ports.store, m.meeting)) ?? assert.fail()));
  };

  it("brings all chosen meetings to whom it was sent, named by their days and without naming anybody who is called", async () => {
    const found = (await file()) ?? assert.fail();
    assert.deepEqual([found.name, found.method], ["2027-06-07--2027-06-08.ics", "PUBLISH"]);
    assert.deepEqual(lint(found.text), []);
    assert.doesNotMatch(found.text, /ATTENDEE/);
    assert.deepEqual(await starts(), ["2027-06-07T11:00:00.000Z", "2027-06-08T06:00:00.000Z"]);
  });

  it("is as things stand when it is fetched: without what was cancelled, and nothing once one is called to none", async () => {
    const [first = assert.fail(), second = assert.fail()] = await meetings();
    const at = ({ id }: Meeting) => ({ meeting: id, tenant: TENANT });
    accepted(await cancelMeeting(scene.ports, at(first), { reason: "Sairaus", ...pressOf(scene, first) }));
    assert.deepEqual(await starts(), ["2027-06-08T06:00:00.000Z"]);
    accepted(await uninvite(scene.ports, at(second), { person: scene.sanna.id, ...pressOf(scene, second) }));
    assert.equal(await file(), undefined);
  });
});
