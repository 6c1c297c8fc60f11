import assert from "node:assert/strict";
import type { MeetingId } from "../../bot/domain/ids.ts";
import { attendanceIdOf } from "../../bot/domain/meeting.ts";
import { pollAnswerIdOf } from "../../bot/domain/poll-answer.ts";
import type { Store } from "../../bot/usecases/ports.ts";
import { openRound, readMeeting, readPoll } from "../../bot/usecases/round.ts";
import { verifyRound } from "../../bot/usecases/verify.ts";
import type { Entry, PollDeed } from "./ledger.ts";
import { meetingIds, POLLS } from "./polls.ts";
import { GROUP } from "./scene.ts";

/** The records verify, what was decided was called once, and nothing acknowledged is missing. */
export async function checkPolls(store: Store, entries: readonly Entry[]): Promise<void> {
  const meetings = await meetingIds(store, GROUP);
  for (const id of [...POLLS, ...meetings])
    assert.deepEqual((await verifyRound(store, id))?.damage, [], `the record of ${id}`);
  const polls = await Promise.all(POLLS.map((id) => readPoll(store, id)));
  const decided = polls.flatMap((poll) => poll?.decided?.meetings.map((m): MeetingId => m.meeting) ?? []);
  assert.deepEqual(meetings.toSorted(), decided.toSorted(), "a meeting for each decision");
  for (const { deed, told } of entries) if (!("call" in deed) && told === "yes") await checkDeed(store, deed, entries);
}

async function checkDeed(store: Store, deed: PollDeed, entries: readonly Entry[]): Promise<void> {
  const name = `${JSON.stringify(deed)}, which was acknowledged,`;
  switch (deed.kind) {
    case "pollAnswered": {
      const answer = await (await openRound({ store }, deed.poll))?.get("pollAnswer", pollAnswerIdOf(deed.person));
      return assert(marksAfter(deed, entries).includes(answer?.comment ?? ""), `${name} is ${JSON.stringify(answer)}`);
    }
    case "attended": {
      const attendance = await (await openRound({ store }, deed.meeting))?.get(
        "attendance",
        attendanceIdOf(deed.person),
      );
      return assert(
        marksAfter(deed, entries).includes(attendance?.comment ?? ""),
        `${name} is ${JSON.stringify(attendance)}`,
      );
    }
    case "pollEnded": {
      const status = (await readPoll(store, deed.poll))?.status;
      const possible = deed.as === "closed" ? ["closed", "decided", "cancelled"] : [deed.as];
      return assert(possible.includes(status ?? ""), `${name} is ${status}`);
    }
    case "meetingMoved": {
      const meeting = await readMeeting(store, deed.meeting);
      const times = [meeting?.start, ...(meeting?.moves.map((move) => move.from.start) ?? [])].map((t) => t?.wall);
      return assert(times.includes(deed.wall), `${name} was at ${times}`);
    }
    case "meetingCancelled":
      return assert.equal((await readMeeting(store, deed.meeting))?.status, "cancelled", name);
  }
}

/** What may stand of somebody's answers in the place of an acknowledged one: itself, and whatever they said later. */
function marksAfter(deed: Extract<PollDeed, { mark: string }>, entries: readonly Entry[]): string[] {
  const same = entries.map((e) => e.deed).filter((d) => d.kind === deed.kind && keyOf(d) === keyOf(deed));
  return same.slice(same.indexOf(deed)).map((d) => (d as typeof deed).mark);
}

const keyOf = (deed: object) => JSON.stringify({ ...deed, mark: undefined });
