import { type Group, isOfficer } from "../domain/group.ts";
import type { PersonId, PollId } from "../domain/ids.ts";
import type { Poll } from "../domain/poll.ts";
import { type PollAnswer, pollAnswerIdOf } from "../domain/poll-answer.ts";
import type { Waiting } from "../domain/waiting.ts";
import { waitingInPoll } from "../domain/waiting-poll.ts";
import { pollsOf } from "./listing.ts";
import { roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, readPoll } from "./round.ts";

type Reads = Pick<Ports, "store">;

interface Found {
  poll: Poll;
  group: Group;
  answer: PollAnswer | undefined;
}

/** The polls that concern somebody, in a tenant: those they are asked in, and those of the groups that they lead. */
export async function pollsFor(
  ports: Reads,
  person: PersonId,
  tenant: string,
  groups: readonly Group[],
): Promise<{ poll: Poll; group: Group; officer: boolean; waits: boolean }[]> {
  const found = await pollsConcerning(ports, person, tenant, groups);
  const listed = found.map((one) => ({
    poll: one.poll,
    group: one.group,
    officer: isOfficer(one.group, person),
    waits: waitingInPoll(person, one).some(({ kind }) => kind === "pollAnswer"),
  }));
  return listed
    .filter(({ poll, officer }) => poll.status !== "draft" || officer)
    .toSorted((a, b) => Number(b.waits) - Number(a.waits) || b.poll.createdAt - a.poll.createdAt);
}

/** What polls ask of somebody. */
export async function waitingInPolls(
  ports: Reads,
  person: PersonId,
  tenant: string,
  groups: readonly Group[],
): Promise<Waiting[]> {
  return (await pollsConcerning(ports, person, tenant, groups)).flatMap((one) => waitingInPoll(person, one));
}

async function pollsConcerning(
  ports: Reads,
  person: PersonId,
  tenant: string,
  groups: readonly Group[],
): Promise<Found[]> {
  const ids = new Set<PollId>();
  for (const group of groups) for (const poll of await pollsOf(ports, group.id)) ids.add(poll.id);
  for (const id of await roundsOf(ports.store, person)) if (id.startsWith("poll:")) ids.add(id as PollId);
  const found: Found[] = [];
  for (const id of ids) {
    const poll = await readPoll(ports.store, id);
    const round = poll && (await openRound(ports, id));
    if (!poll || round?.group.place.tenant !== tenant) continue;
    const answer = poll.status === "open" ? await round.get("pollAnswer", pollAnswerIdOf(person)) : undefined;
    found.push({ poll, group: round.group, answer });
  }
  return found;
}
