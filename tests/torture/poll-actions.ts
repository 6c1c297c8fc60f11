import { attendanceIdOf, type Meeting } from "../../bot/domain/meeting.ts";
import { pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import { meetingsOf } from "../../bot/usecases/listing.ts";
import { openRound, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { fi } from "../../cards/text/fi.ts";
import type { Account } from "../support/teams.ts";
import type { World } from "./actions.ts";
import { at, one } from "./chance.ts";
import { markOf, type PollDeed } from "./ledger.ts";
import type { Action } from "./plan.ts";
import { POLLS } from "./polls.ts";
import { says } from "./replies.ts";
import { chair, GROUP, nominees } from "./scene.ts";

export type PollKind = "answerPoll" | "endPoll" | "attend" | "changeMeeting";

/** What people do in polls and their meetings, several at once in the same one. */
export const pollDoings: Record<PollKind, (world: World, action: Action) => Promise<unknown>> = {
  answerPoll: (world, action) => {
    const [poll, from] = [one(POLLS, action.what), one(nominees, action.who)];
    const person = personOf(world, from);
    return world.ledger.alone(`${poll} ${person}`, async () => {
      const before = await (await openRound(world, poll))?.get("pollAnswer", pollAnswerIdOf(person));
      const [comment, nonce] = [markOf(world.seed, action.number), nonceOf(world, action)];
      const choices = action.how < 0.5 ? { c_o1: "yes", c_o2: "no" } : { c_o1: "ifNeeded", c_o2: "yes" };
      const fields = { poll, rev: before?.rev ?? 0, nonce, comment, ...choices };
      await done(world, { kind: "pollAnswered", poll, person, mark: comment }, async () =>
        says(await world.press(action.bot, from, "poll.answer", fields), fi.poll.receipt.saved),
      );
    });
  },
  endPoll: (world, action) => {
    const id = one(POLLS, action.what);
    return world.ledger.alone(id, async () => {
      const poll = await readPoll(world.store, id);
      if (poll?.status !== "open" && poll?.status !== "closed") return;
      const pressed = { poll: id, nonce: nonceOf(world, action) };
      const press = (verb: string, more: object, words: string) => async () =>
        says(await world.press(action.bot, chair, verb, { ...pressed, ...more }), words);
      const { manage, strip } = fi.poll;
      if (action.how < 0.6) {
        const choice = { rev: poll.rev, options: action.how < 0.3 ? "o1" : "o2" };
        const decided = strip.decided("").replace(/[:. ]+$/, "");
        await done(world, { kind: "pollEnded", poll: id, as: "decided" }, press("poll.decide", choice, decided));
      } else if (action.how < 0.9 && poll.status === "open")
        await done(world, { kind: "pollEnded", poll: id, as: "closed" }, press("poll.close", {}, manage.closed));
      else if (action.how >= 0.9) {
        const reason = { reason: markOf(world.seed, action.number) };
        const cancelled = press("poll.cancel", reason, manage.cancelled);
        await done(world, { kind: "pollEnded", poll: id, as: "cancelled" }, cancelled);
      }
    });
  },
  attend: async (world, action) => {
    const found = await calledMeeting(world, action);
    const from = one(nominees, action.who);
    const person = personOf(world, from);
    if (!found) return;
    await world.ledger.alone(`${found.id} ${person}`, async () => {
      const meeting = (await readMeeting(world.store, found.id)) ?? found;
      const before = await (await openRound(world, found.id))?.get("attendance", attendanceIdOf(person));
      const comment = markOf(world.seed, action.number);
      const wish = { coming: action.how < 0.7 ? "yes" : "no", comment, nonce: nonceOf(world, action) };
      const fields = { meeting: found.id, rev: before?.rev ?? 0, sequence: meeting.sequence, ...wish };
      await done(world, { kind: "attended", meeting: found.id, person, mark: comment }, async () =>
        says(await world.press(action.bot, from, "meeting.attend", fields), fi.meeting.show.saved),
      );
    });
  },
  changeMeeting: async (world, action) => {
    const found = await calledMeeting(world, action);
    if (!found) return;
    await world.ledger.alone(found.id, async () => {
      const meeting = await readMeeting(world.store, found.id);
      if (meeting?.status !== "called") return;
      const pressed = { meeting: found.id, rev: meeting.rev, nonce: nonceOf(world, action) };
      const { manage } = fi.meeting;
      if (action.how < 0.8) {
        const day = `2027-06-${String(10 + (action.number % 20)).padStart(2, "0")}`;
        const time = `${10 + at(action.who, 6)}:${String(action.number % 60).padStart(2, "0")}`;
        const moved = { ...pressed, date: day, time, length: "90" };
        await done(world, { kind: "meetingMoved", meeting: found.id, wall: `${day}T${time}` }, async () =>
          says(await world.press(action.bot, chair, "meeting.move", moved), manage.moved),
        );
      } else {
        const off = { ...pressed, reason: markOf(world.seed, action.number) };
        await done(world, { kind: "meetingCancelled", meeting: found.id }, async () =>
          says(await world.press(action.bot, chair, "meeting.cancel", off), manage.cancelled),
        );
      }
    });
  },
};

const nonceOf = ({ seed }: World, { number }: Action) => `torture-${seed}-${number}`;
const personOf = ({ people }: World, account: Account) => people.get(account) ?? ("person:nobody" as const);

const done = ({ ledger }: World, deed: PollDeed, press: () => Promise<boolean>) =>
  ledger.enter(deed, async () => ((await press()) ? "yes" : "no"));

async function calledMeeting({ store }: World, { what }: Action): Promise<Meeting | undefined> {
  const called = (await meetingsOf({ store }, GROUP)).filter(({ status }) => status === "called");
  return called[at(what, called.length)];
}
