import assert from "node:assert/strict";
import { DateTime } from "luxon";
import type { Call } from "../../bot/domain/call.ts";
import { nothingWritten } from "../../bot/domain/nominate-written.ts";
import type { Nomination } from "../../bot/domain/nomination.ts";
import type { Person } from "../../bot/domain/person.ts";
import { HOUR, type Instant } from "../../bot/domain/time.ts";
import { finnishHolidays } from "../../bot/scheduler/holidays.ts";
import { answerConsent } from "../../bot/usecases/consent.ts";
import { createLease } from "../../bot/usecases/lease.ts";
import { nominate } from "../../bot/usecases/nomination.ts";
import { factsOf, readCall } from "../../bot/usecases/round.ts";
import { cardOf } from "../../cards/showing.ts";
import { aCall, aCandidate, aGroup, aNomination, aReader, moment, ZONE } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { wordsOn } from "../support/pressing.ts";
import { stored } from "../support/stored.ts";
import { aPerson } from "../support/turn.ts";

const CALL = "call:7f3k" as const;
const at = { call: CALL, tenant: "tenant-1" };
const utc = (instant: Instant) => new Date(instant).toISOString();
const local = (instant: Instant) => DateTime.fromMillis(instant, { zone: ZONE });

describe("the clock", function () {
  this.timeout(20_000);
  let ports: TestPorts;
  let chair: Person;
  let sanna: Person;
  let oskari: Person;
  /** What was said, and what the clock showed; a card drawn anew is marked. */
  let said: { what: string; at: Instant }[];

  beforeEach(async () => {
    ports = testPorts();
    ports.calendar = finnishHolidays();
    [chair, sanna, oskari] = [
      await aPerson(ports, "Helmi"),
      await aPerson(ports, "Sanna"),
      await aPerson(ports, "Oskari"),
    ];
    said = [];
    ports.answers.push(({ showing, replaces }) => {
      said.push({ what: `${showing.delivery.saying.kind}${replaces ? " again" : ""}`, at: ports.clock.now() });
      return undefined;
    });
  });
  afterEach(() => ports.dispose());

  const theCall = async () => (await readCall(ports.store, CALL)) as Call;
  const theCandidate = async () => {
    for await (const candidate of factsOf(ports.store, CALL, "candidate")) return candidate;
    return undefined;
  };
  const times = (what: string) => said.filter((s) => s.what === what).map((s) => utc(s.at));

  /** A call that opens now, with one candidate who is asked. */
  async function opened(on: string, time: string, own: Partial<Call>): Promise<void> {
    ports.clock.set(moment(on, time).at);
    const now = ports.clock.now();
    const { viceChair: _, ...group } = aGroup({ chairs: [chair.id], secretaries: [] });
    const call = aCall({
      said: [],
      candidates: 1,
      openedAt: now,
      opens: moment(on, time),
      received: { t1: 2, t2: 2, t3: 2 },
      ...own,
    });
    await stored(ports, group, call, [
      aNomination({ by: oskari.id, organisations: [], said: ["receipt"], arrival: { way: "teams", at: now } }),
      aCandidate({ person: sanna.id, proposers: [oskari.id], askedAt: now }),
    ]);
    await ports.settled();
  }

  /** Lets the clock go on as in a process that never sleeps: whatever is due is looked at in its moment. */
  async function goOn(until: Instant): Promise<void> {
    for (;;) {
      const [next] = await ports.store.due(until, 1);
      if (next?.dueAt === undefined) break;
      await ports.at(Math.max(ports.clock.now(), next.dueAt));
    }
    await ports.at(until);
  }

  /** A proposal of somebody else that arrives at an instant. */
  async function proposal(arrived: Instant): Promise<Nomination["status"] | string> {
    const decision = await nominate(ports, at, {
      by: oskari,
      nonce: `nonce-${arrived}`,
      written: {
        ...nothingWritten,
        name: `Ehdokas ${arrived}`,
        email: `ehdokas.${arrived}@example.org`,
        organisations: [{ name: "Kaislan Omaiset ry" }],
        seatGroup: "t1",
        reason: "Tuntee kentän.",
        reasons: { c1: "Kahdeksan vuotta." },
      },
      self: false,
      text: "fi-1",
      arrival: { way: "teams", at: arrived },
      proposer: { name: oskari.name },
    });
    return decision.ok ? decision.state.nomination.status : decision.refusal.kind;
  }

  for (const { edge, day, last } of [
    { edge: "back", day: "2026-10-25", last: "2026-10-25T21:59:59.999Z" },
    { edge: "forward", day: "2027-03-28", last: "2027-03-28T20:59:59.999Z" },
  ])
    it(`ends a day without a time on which it is put ${edge} with that day's last millisecond`, async () => {
      const deadline = moment(day);
      assert.equal(utc(deadline.at), last);
      await opened(day.replace(/\d\d$/, "12"), "10:00", {
        deadline,
        consentBy: deadline,
        decisionMeeting: moment(`${day.slice(0, 7)}-30`),
      });
      await goOn(deadline.at + 4_999);
      assert.equal((await theCall()).status, "open");
      assert.equal(await proposal(deadline.at), "inTime");
      assert.equal(await proposal(deadline.at + 1), "late");
      await goOn(deadline.at + 5_000);
      assert.equal((await theCall()).status, "closed");
      assert.equal(times("callClosed").length, 1);
    });

  const nights = (from: string, to: string) =>
    times("announcement again").filter((t) => t >= from && t < to && local(Date.parse(t)).hour === 0);

  it("keeps the time of day of what is due across the day on which it is put back", async () => {
    await opened("2026-10-12", "10:00", {
      deadline: moment("2026-10-26", "16:15"),
      consentBy: moment("2026-10-28", "16:15"),
      decisionMeeting: moment("2026-10-30"),
    });
    await goOn(moment("2026-10-27").at);
    assert.deepEqual(times("callReminder"), [
      "2026-10-19T10:37:30.000Z",
      "2026-10-23T13:15:00.000Z",
      "2026-10-26T06:00:00.000Z",
    ]);
    assert.equal((await theCall()).closedAt, Date.UTC(2026, 9, 26, 14, 15, 5));
    // each midnight of the wall, also after the day that is 25 hours long
    assert.deepEqual(nights("2026-10-24T12:00", "2026-10-26T12:00"), [
      "2026-10-24T21:00:00.000Z",
      "2026-10-25T22:00:00.000Z",
    ]);
  });

  it("keeps it across the day on which it is put forward, and over the Easter that lies there", async () => {
    await opened("2027-03-15", "10:00", {
      deadline: moment("2027-03-30", "16:15"),
      consentBy: moment("2027-03-31", "16:15"),
      decisionMeeting: moment("2027-04-02"),
    });
    await goOn(moment("2027-03-31").at);
    assert.deepEqual(times("callReminder"), [
      "2027-03-23T06:00:00.000Z",
      "2027-03-25T14:15:00.000Z",
      "2027-03-30T05:00:00.000Z",
    ]);
    assert.equal((await theCall()).closedAt, Date.UTC(2027, 2, 30, 13, 15, 5));
    assert.deepEqual(nights("2027-03-27T12:00", "2027-03-29T12:00"), [
      "2027-03-27T22:00:00.000Z",
      "2027-03-28T21:00:00.000Z",
    ]);
  });

  for (const [from, until] of [
    ["2026-10-19", "2026-10-27"],
    ["2027-03-22", "2027-04-02"],
  ] as const)
    it(`reminds a candidate by day between ${from} and ${until}`, async () => {
      await opened(from, "15:30", {
        deadline: moment(until, "09:00"),
        consentBy: moment(until, "15:00"),
        decisionMeeting: moment(until, "18:00"),
      });
      await goOn(moment(until).at);
      const reminders = times("consentReminder");
      assert.equal(new Set(reminders).size, 2);
      for (const reminder of reminders) {
        const { hour, weekday } = local(Date.parse(reminder));
        assert(hour >= 8 && hour < 20 && weekday <= 5, reminder);
      }
    });

  /** Shows the sign of one process that lives on, sleeps as its machine does, or is out of the store's reach. */
  function heart() {
    let elapsed = 0;
    const lease = createLease(ports, "settler-1", () => elapsed, ["tenant-1"]);
    return async (after: number) => {
      elapsed += after;
      assert(await lease.held());
      await ports.settled();
    };
  }

  describe("in a machine that slept for a day over a deadline", () => {
    const deadline = moment("2027-05-14", "16:15");
    const contacts = [
      { name: "Tiina Saraluoto", phone: "0100 123 456", to: "2027-05-13" },
      { name: "Petra Lounasvuo", phone: "0100 654 321", from: "2027-05-14" },
    ];
    const asleep = async (own: Partial<Call>) => {
      await opened("2027-05-06", "10:00", { deadline, contacts, ...own });
      await goOn(moment("2027-05-13", "12:00").at);
      said = [];
    };

    it("catches up with the closing and the lapse, and leaves out what has no point any more", async () => {
      await asleep({ consentBy: deadline });
      await ports.at(moment("2027-05-14", "17:00").at);
      const call = await theCall();
      assert.deepEqual([call.status, call.closedAt], ["closed", deadline.at + 5_000]);
      assert.equal((await theCandidate())?.consent, "lapsed");
      assert.deepEqual(
        said.filter(({ what }) => /eminder/.test(what)),
        [],
      );
      assert.equal(times("callClosed").length, 1);
      assert.equal(times("consentOutcome").length, 2);
    });

    it("takes what arrived before it fell asleep for in time, and what arrives after it woke for late", async () => {
      await asleep({});
      ports.clock.set(moment("2027-05-14", "17:00").at);
      assert.equal(await proposal(moment("2027-05-13", "12:00").at), "inTime");
      assert.equal(await proposal(ports.clock.now()), "late");
      await ports.settled();
      assert.equal((await theCall()).received.t1, 3);
    });

    it("tells the chair from when to when nothing was answered", async () => {
      await asleep({ consentBy: moment("2027-05-18", "16:15") });
      const beat = heart();
      await beat(0);
      const outage = { from: ports.clock.now(), to: moment("2027-05-14", "17:00").at };
      ports.clock.set(outage.to);
      await beat(outage.to - outage.from);
      const call = await theCall();
      assert.deepEqual([call.status, call.outages], ["closed", [outage]]);
      assert.equal(times("outage").length, 1);
    });

    it("shows the contact of the day on which it woke, in one redraw", async () => {
      await asleep({ consentBy: moment("2027-05-18", "16:15") });
      await ports.at(moment("2027-05-14", "12:00").at);
      assert.equal(times("announcement again").length, 1);
      const drawn = ports.sent.findLast((m) => m.showing.delivery.saying.kind === "announcement");
      assert(drawn);
      const words = wordsOn(cardOf(drawn.showing, aReader("fi", { now: ports.clock.now() })));
      assert.match(words, /Petra Lounasvuo/);
      assert.doesNotMatch(words, /Tiina Saraluoto/);
      assert.equal(times("callReminder").length, 1, "only the one of the last morning has a point");
    });
  });

  describe("that jumps", () => {
    const deadline = moment("2027-05-14", "16:15");
    const open = () => opened("2027-05-06", "10:00", { deadline, consentBy: moment("2027-05-14", "16:45") });
    /** What was said twice as if it were new. */
    const twice = () => {
      const ids = ports.sent.filter((m) => !m.replaces).map((m) => m.showing.delivery.id);
      return ids.filter((id, n) => ids.indexOf(id) !== n);
    };

    it("back an hour says nothing again and closes by what it shows, neither before nor twice", async () => {
      await open();
      await goOn(deadline.at - HOUR / 2);
      for (const jump of [HOUR, HOUR / 4]) {
        await ports.at(ports.clock.now() - jump);
        await goOn(ports.clock.now() + jump);
      }
      await goOn(deadline.at + 4_999);
      assert.equal((await theCall()).status, "open");
      await goOn(deadline.at + 5_000);
      await ports.at(deadline.at - HOUR);
      assert.equal((await theCall()).status, "closed");
      await goOn(deadline.at + HOUR);
      assert.equal(times("callClosed").length, 1);
      assert.deepEqual(twice(), []);
    });

    it("either way is no outage of a process that lives on, and hides none", async () => {
      await open();
      await goOn(deadline.at - 2 * HOUR);
      const beat = heart();
      await beat(0);
      for (const jump of [HOUR, -HOUR, HOUR / 2]) {
        ports.clock.set(ports.clock.now() + jump);
        await beat(3_000);
      }
      assert.equal((await theCall()).outages, undefined);
      ports.clock.set(ports.clock.now() - HOUR);
      await beat(2 * HOUR);
      const to = ports.clock.now();
      assert.deepEqual((await theCall()).outages, [{ from: to - 2 * HOUR, to }]);
      assert.equal(times("outage").length, 1);
    });

    it("forward an hour closes too early, and what arrives in time after it was set right still counts", async () => {
      await open();
      await goOn(deadline.at - HOUR / 2);
      assert.equal(await proposal(ports.clock.now()), "inTime");
      await ports.at(deadline.at + HOUR / 2 + 5_000);
      assert.equal((await theCall()).status, "closed");
      assert.equal((await theCandidate())?.consent, "lapsed");
      await ports.at(deadline.at - HOUR / 4);
      assert.equal(await proposal(ports.clock.now()), "inTime");
      assert.equal(await proposal(deadline.at + 1), "late");
      const candidate = await theCandidate();
      assert(candidate);
      const press = { by: sanna.id, nonce: "nonce-given-1", rev: candidate.rev, arrivedAt: ports.clock.now() };
      const ref = { ...at, candidate: candidate.id };
      const answered = await answerConsent(
        ports,
        ref,
        { state: "given", text: "fi-1" },
        { ...press, rev: press.rev - 1 },
      );
      assert.equal(answered.ok ? "given" : answered.refusal.kind, "given");
      await goOn(deadline.at + HOUR);
      const call = await theCall();
      assert.deepEqual([call.received.t1, call.late, call.status], [4, 1, "closed"]);
      assert.equal((await theCandidate())?.consent, "given");
      assert.deepEqual(twice(), []);
    });
  });
});
