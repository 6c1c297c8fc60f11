import type { RoundClosed } from "../domain/box.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Change } from "../domain/facts.ts";
import { isOfficer } from "../domain/group.ts";
import type { PersonId, PollId } from "../domain/ids.ts";
import { mayAnswer } from "../domain/poll.ts";
import type { PollAnswer } from "../domain/poll-answer.ts";
import { pollAnswerIdOf } from "../domain/poll-answer.ts";
import { answerPoll as decide, type GivenAnswer, type PollAnswerRefusal } from "../domain/poll-answering.ts";
import { closeWhenAnswered, waitsFor } from "../domain/poll-close.ts";
import type { Bursts } from "./burst.ts";
import { change, type NoSuchRound } from "./change.ts";
import { refresh } from "./live.ts";
import { noteRound } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

export type AnswerRefused = PollAnswerRefusal | { kind: "notOfficer" } | RoundClosed | NoSuchRound;

/** Takes in one person's answer, thousands at once; then the cards that show it are drawn anew. */
export async function answerPoll(
  ports: Ports,
  bursts: Bursts,
  { poll: id, tenant, ...given }: GivenAnswer & { poll: PollId; tenant: string },
): Promise<Decision<PollAnswer, AnswerRefused>> {
  const round = await openRound(ports, id);
  if (!round?.poll || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  if (given.as === "officer" && !isOfficer(round.group, given.by)) return refuse({ kind: "notOfficer" });
  if (given.rev === 0 && mayAnswer(round.poll, given.person)) await noteRound(ports, given.person, id);
  const events = [given.as === "self" ? ("pollAnswered" as const) : ("pollAnswerRecorded" as const)];
  const answer = await bursts.put<PollAnswer, PollAnswerRefusal>(id, {
    id: pollAnswerIdOf(given.person),
    type: "pollAnswer",
    decide: ({ before, round: poll }) => decide(before, poll, given),
    record: { events, by: given.by },
  });
  if (answer.ok) await answered(ports, round, given.person);
  return answer;
}

/** What follows from an answer: fresh cards, and the poll closes when it was the last one that it waited for. */
async function answered(ports: Ports, { id, poll }: Round, person: PersonId): Promise<void> {
  try {
    if (poll && waitsFor(poll).includes(person)) await closeIfAnswered(ports, id as PollId);
    await refresh(ports, id, deliveryId(id, "announcement", { to: "channel" }));
    await refresh(ports, id, deliveryId(id, "pollRequest", { to: "person", person }));
  } catch (err) {
    // the answer is on disk, and whoever gave it must hear so
    ports.log.error({ err, round: id }, "what follows from an answer failed");
  }
}

/** Closes a poll that waits for nobody any more, where it closes by itself. */
export async function closeIfAnswered(ports: Ports, id: PollId): Promise<void> {
  const round = await openRound(ports, id);
  if (!round?.poll || waitsFor(round.poll).length === 0) return;
  for (const person of waitsFor(round.poll)) if (!(await round.get("pollAnswer", pollAnswerIdOf(person)))) return;
  await change<Change, never>(ports, id, "ehdolla", async ({ poll, get }) => {
    if (!poll) return accept({ facts: [], events: [] });
    const answers = new Map<PersonId, PollAnswer | undefined>();
    for (const person of waitsFor(poll)) answers.set(person, await get("pollAnswer", pollAnswerIdOf(person)));
    return accept(closeWhenAnswered(poll, (person) => answers.get(person), ports.clock.now()));
  });
}
