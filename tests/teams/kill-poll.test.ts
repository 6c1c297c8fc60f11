import assert from "node:assert/strict";
import type { MeetingId, PersonId, PollId, RoundId } from "../../bot/domain/ids.ts";
import { attendanceIdOf } from "../../bot/domain/meeting.ts";
import { pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { listPoll, meetingsOf } from "../../bot/usecases/listing.ts";
import { identify } from "../../bot/usecases/people.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { openRound, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import { textFor } from "../../cards/text.ts";
import { aGroup, moment } from "../support/builders.ts";
import { type Kills, kills } from "../support/kills.ts";
import { aPoll, option } from "../support/polls.ts";
import { testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";
import { account, type Client, TENANT, wordsOf } from "../support/teams.ts";
import { checkMessages, deliveriesIn, isSettled } from "../torture/messages.ts";

/** How often a kill falls in posting, answering, ending a poll, attending and changing a meeting, and in what goes on after them. */
const STEPS = [1, 1, 2, 2, 2, 6];
const KILLS = Number(process.env.KILLS ?? 10);
const GROUP = "group:kaislaranta";
const { poll: fi, meeting: fiMeeting } = textFor("fi");
const DECIDED = fi.strip.decided("").replace(/: ?\.?$/, "");
const chair = account(1, "Helmi Kaislaharju");
const members = Array.from({ length: 8 }, (_, n) => account(2 + n, `Jäsen ${n}`));
const pollOf = (n: number): PollId => `poll:kill-${n}`;
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Ending = "decided" | "closed" | "cancelled";

/** What people were told was done, before their bot was killed. */
interface Acknowledged {
  posted: Set<number>;
  answers: Map<string, { n: number; person: PersonId; choices: object }>;
  ended: Map<number, Ending>;
  attending: Map<string, { meeting: MeetingId; person: PersonId }>;
  moved: Map<MeetingId, string>;
  cancelled: Set<MeetingId>;
}

describe("kill -9 in a poll and its meeting", () => {
  let scene: Kills;
  let store: Store;
  let people: PersonId[];
  const told: Acknowledged = {
    posted: new Set(),
    answers: new Map(),
    ended: new Map(),
    attending: new Map(),
    moved: new Map(),
    cancelled: new Set(),
  };

  before(async () => {
    scene = await kills(Number(process.env.SEED ?? Date.now() % 1_000_000), STEPS);
    console.log(`      seed ${scene.seed}, ${KILLS} kills`);
    people = await prepare();
    store = scene.openStore();
  });
  after(async () => {
    await store.close();
    await scene.end();
  });

  it("at any moment of answering, deciding, closing, moving, cancelling and attending loses nothing acknowledged, and says what was due once or explains why twice", async () => {
    await scene.run(KILLS, actions);
    await scene.settle();
    await check();
  }).timeout(KILLS * 5_000 + 90_000);

  /** A new poll, and of this one or an earlier an answer, an end, and what comes of its meeting. */
  async function actions({ press }: Client, n: number, begins: (step: number) => void) {
    const earlier = () => Math.floor(scene.chance() * (n + 1));
    const nonce = (what: string) => `kill-${scene.seed}-${n}-${what}`;
    const says = async (words: string, ...pressed: Parameters<Client["press"]>) =>
      wordsOf(await press(...pressed)).includes(words);
    begins(0);
    const draft = { poll: pollOf(n), rev: 1, nonce: nonce("post") };
    if (await says(fi.manage.posted, chair, "poll.post", draft)) told.posted.add(n);
    begins(1);
    for (const [i, at] of [n, earlier()].entries())
      await answer(says, at, earlier() % members.length, nonce(`answer${i}`));
    begins(2);
    await end(says, earlier(), nonce("end"));
    begins(3);
    for (const i of [0, 1]) await attend(says, (n + i) % members.length, nonce(`attend${i}`));
    begins(4);
    await change(says, nonce("change"));
  }

  type Says = (words: string, ...pressed: Parameters<Client["press"]>) => Promise<boolean>;

  async function answer(says: Says, n: number, who: number, nonce: string) {
    const [account, person] = [members[who], people[who]];
    if (!account || !person) return;
    const before = await (await openRound({ store }, pollOf(n)))?.get("pollAnswer", pollAnswerIdOf(person));
    const choices = before ? { o1: "ifNeeded", o2: "yes" } : { o1: "yes", o2: "no" };
    // an answer is changed once, so that the last one told of is the one that stands or was in doubt after it
    if (before && before.choices.o1 !== "yes") return;
    const fields = { poll: pollOf(n), rev: before?.rev ?? 0, nonce, c_o1: choices.o1, c_o2: choices.o2 };
    if (await says(fi.receipt.saved, account, "poll.answer", fields))
      told.answers.set(`${n} ${person}`, { n, person, choices });
  }

  async function end(says: Says, n: number, nonce: string) {
    const poll = await readPoll(store, pollOf(n));
    if (poll?.status !== "open") return;
    const at = { poll: poll.id, nonce };
    const ending = (["decided", "decided", "closed", "cancelled"] as const)[n % 4] ?? "decided";
    const done =
      ending === "decided"
        ? await says(DECIDED, chair, "poll.decide", { ...at, rev: poll.rev, options: "o1" })
        : ending === "closed"
          ? await says(fi.manage.closed, chair, "poll.close", at)
          : await says(fi.manage.cancelled, chair, "poll.cancel", { ...at, reason: "Toinen kysely korvaa tämän." });
    if (done) told.ended.set(n, ending);
  }

  async function attend(says: Says, who: number, nonce: string) {
    const meeting = await aCalledMeeting();
    const [account, person] = [members[who], people[who]];
    if (!meeting || !account || !person) return;
    const before = await (await openRound({ store }, meeting.id))?.get("attendance", attendanceIdOf(person));
    const fields = { meeting: meeting.id, coming: "yes", rev: before?.rev ?? 0, sequence: meeting.sequence, nonce };
    if (await says(fiMeeting.show.saved, account, "meeting.attend", fields))
      told.attending.set(`${meeting.id} ${person}`, { meeting: meeting.id, person });
  }

  async function aCalledMeeting() {
    const called = (await meetingsOf({ store }, GROUP)).filter(({ status }) => status === "called");
    return called[Math.floor(scene.chance() * called.length)];
  }

  async function change(says: Says, nonce: string) {
    const meeting = await aCalledMeeting();
    if (!meeting) return;
    const at = { meeting: meeting.id, rev: meeting.rev, nonce };
    const wall = `${dayIn(60 + Math.floor(scene.chance() * 30))}T13:00`;
    const [date = "", time = ""] = wall.split("T");
    if (scene.chance() < 0.7) {
      if (await says(fiMeeting.manage.moved, chair, "meeting.move", { ...at, date, time, length: "90" }))
        told.moved.set(meeting.id, wall);
    } else if (await says(fiMeeting.manage.cancelled, chair, "meeting.cancel", { ...at, reason: "Esteitä." }))
      told.cancelled.add(meeting.id);
  }

  /** A poll is written for each kill; posting it is the first press. */
  async function prepare(): Promise<PersonId[]> {
    const ports = testPorts();
    const opened = scene.openStore();
    const here = { ...ports, store: opened, clock: { now: Date.now } };
    const serviceUrl = scene.connector.url;
    const known = async (a: ReturnType<typeof account>) =>
      (await identify(here, { tenant: TENANT, oid: a.aadObjectId, teamsId: a.id, name: a.name, serviceUrl })).id;
    const by = await known(chair);
    const ids = await Promise.all(members.map(known));
    const place = { tenant: TENANT, team: "19:general", channel: "19:general", serviceUrl };
    const { viceChair: _, ...rest } = aGroup({ id: GROUP, place, chairs: [by], secretaries: [] });
    const group = { ...rest, members: { kind: "named" as const, persons: ids } };
    await stored(here, group);
    for (let n = 0; n < KILLS; n++) {
      const { openedAt: _o, deadline: _d, ...poll } = aPoll({ id: pollOf(n), status: "draft", by, said: [] });
      const options = [option(1, dayIn(40)), option(2, dayIn(41))];
      const asked = ids.map((person) => ({ person, required: false }));
      const deadline = moment(dayIn(20), "12:00");
      await listPoll(here, GROUP, poll.id);
      await begin(
        here,
        { ...poll, createdAt: Date.now(), options, asked, members: false, deadline },
        group,
        by,
        "pollDrafted",
      );
    }
    await opened.close();
    await ports.dispose();
    return ids;
  }

  async function check() {
    for (const n of told.posted) assert.notEqual((await readPoll(store, pollOf(n)))?.status, "draft");
    for (const { n, person, choices } of told.answers.values()) {
      const found = await (await openRound({ store }, pollOf(n)))?.get("pollAnswer", pollAnswerIdOf(person));
      assert(found, `the answer of ${person} in ${n} was acknowledged`);
      if (found.rev < 2) assert.deepEqual(found.choices, choices);
    }
    for (const [n, ending] of told.ended) assert.equal((await readPoll(store, pollOf(n)))?.status, ending);
    for (const { meeting, person } of told.attending.values())
      assert(
        await (await openRound({ store }, meeting))?.get("attendance", attendanceIdOf(person)),
        `${person} comes to ${meeting}`,
      );
    for (const [id, wall] of told.moved) {
      const meeting = (await readMeeting(store, id)) ?? assert.fail(`${id} is lost`);
      const times = [meeting.start, ...meeting.moves.map((move) => move.from.start)].map((start) => start.wall);
      assert(times.includes(wall), `${id} was moved to ${wall}`);
    }
    for (const id of told.cancelled) assert.equal((await readMeeting(store, id))?.status, "cancelled");
    await checkMeetings();
    await checkRounds();
    const { posted, answers, ended, attending, moved, cancelled } = told;
    const counts = { posted, answers, ended, attending, changed: new Set([...moved.keys(), ...cancelled]) };
    for (const [what, { size }] of Object.entries(counts))
      assert(size > 0, `none was ${what}: the kills come too early`);
  }

  /** What a poll was decided for is called once, however often whoever was calling it was killed. */
  async function checkMeetings() {
    const called = (await meetingsOf({ store }, GROUP)).map(({ id }) => id);
    const decided: MeetingId[] = [];
    for (let n = 0; n < KILLS; n++)
      decided.push(...((await readPoll(store, pollOf(n)))?.decided?.meetings ?? []).map((m) => m.meeting));
    assert.deepEqual(called.toSorted(), decided.toSorted());
  }

  async function checkRounds() {
    const rounds: RoundId[] = [GROUP, ...(await meetingsOf({ store }, GROUP)).map(({ id }) => id)];
    for (let n = 0; n < KILLS; n++) rounds.push(pollOf(n));
    for (const id of rounds) assert.deepEqual((await verifyRound(store, id))?.damage, [], id);
    const deliveries = await deliveriesIn(store, rounds);
    assert(deliveries.every(isSettled));
    checkMessages(deliveries, scene.messages());
    for (const kind of ["poll", "pollRequest", "meetingInvitation"])
      assert(
        deliveries.some((d) => d.saying.kind === kind && d.status === "sent"),
        `no ${kind} was sent`,
      );
  }
});
