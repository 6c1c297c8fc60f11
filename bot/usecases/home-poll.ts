import { type Group, isOfficer } from "../domain/group.ts";
import type { PersonId, PollId } from "../domain/ids.ts";
import type { Poll } from "../domain/poll.ts";
import { type PollAnswer, pollAnswerIdOf } from "../domain/poll-answer.ts";
import { principalsOf } from "../domain/poll-answering.ts";
import type { Waiting } from "../domain/waiting.ts";
import { type WaitingPoll, type WaitingPrincipal, waitingInPoll } from "../domain/waiting-poll.ts";
import { pollsOf } from "./listing.ts";
import { readPerson, roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, readPoll } from "./round.ts";

type Reads = Pick<Ports, "store">;

interface Found {
  poll: Poll;
  group: Group;
  answer: PollAnswer | undefined;
  principals: WaitingPrincipal[];
}

/** The polls that concern somebody, in a tenant: those they are asked in, and those of the groups that they lead. */
export async function pollsFor(
  ports: Reads,
  person: PersonId,
  tenant: string,
  groups: readonly Group[],
): Promise<{ poll: Poll; group: Group; officer: boolean; waits: boolean; for?: WaitingPoll["for"] }[]> {
  const found = await pollsConcerning(ports, person, tenant, groups);
  const listed = found.map((one) => {
    const [first] = waitingInPoll(person, one).flatMap((w) => (w.kind === "pollAnswer" ? [w] : []));
    return {
      poll: one.poll,
      group: one.group,
      officer: isOfficer(one.group, person),
      waits: first !== undefined,
      ...(first?.for && { for: first.for }),
    };
  });
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
    const answerOf = async (one: PersonId) =>
      poll.status === "open" ? round.get("pollAnswer", pollAnswerIdOf(one)) : undefined;
    const principals = await Promise.all(
      principalsOf(poll, person).map(async (one) => ({
        person: one.person,
        name: (await readPerson(ports.store, one.person))?.name ?? "",
        answer: await answerOf(one.person),
      })),
    );
    found.push({ poll, group: round.group, answer: await answerOf(person), principals });
  }
  return found;
}
