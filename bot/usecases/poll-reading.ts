import type { Group } from "../domain/group.ts";
import { isOfficer } from "../domain/group.ts";
import type { PersonId, PollId } from "../domain/ids.ts";
import type { Poll } from "../domain/poll.ts";
import type { PollAnswer } from "../domain/poll-answer.ts";
import { type PollReader, type PollView, viewOf } from "../domain/poll-view.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/** A poll's table shows at most so many people by name. */
export const MOST_NAMES = 300;

/** A poll with its group, and the names of those whom the view names. */
export interface PollShown extends PollView {
  group: Group;
  names: Record<PersonId, string>;
}

type Reads = Pick<Ports, "store">;

/** How a poll stands for the channel or for one person of the group's tenant; nothing when it isn't there for them. */
export async function pollView(
  ports: Reads,
  id: PollId,
  reader: { in: "channel" } | { in: "person"; person: PersonId; tenant?: string },
): Promise<PollShown | undefined> {
  const round = await openRound(ports, id);
  if (!round?.poll) return undefined;
  if (reader.in === "person" && reader.tenant !== undefined && reader.tenant !== round.group.place.tenant)
    return undefined;
  return shown(ports, round, round.poll, reader);
}

/** The same for a round that was read before. */
export async function shown(
  ports: Reads,
  round: Round,
  poll: Poll,
  reader: { in: "channel" } | { in: "person"; person: PersonId },
): Promise<PollShown> {
  const as: PollReader =
    reader.in === "channel" ? reader : { ...reader, officer: isOfficer(round.group, reader.person) };
  const view = viewOf(poll, await answersOf(round), as);
  const rows = view.rows?.slice(0, MOST_NAMES);
  const persons = new Set([
    ...(view.principals?.map((p) => p.person) ?? []),
    ...(rows?.map((r) => r.person) ?? []),
    ...(rows ? (view.table?.flatMap((t) => [...t.requiredNo, ...t.requiredSilent]) ?? []) : []),
    ...(view.own ? [view.own.by] : []),
    ...(view.required.silent ?? []),
  ]);
  return {
    ...view,
    ...(rows && { rows }),
    group: round.group,
    names: await namesOf(ports, [...persons].slice(0, MOST_NAMES)),
  };
}

export const answersOf = (round: Round): Promise<PollAnswer[]> => round.list("pollAnswer");

/** The names of people by id; whoever was erased has none. */
export async function namesOf({ store }: Reads, persons: readonly PersonId[]): Promise<Record<PersonId, string>> {
  const found = await Promise.all(persons.map((id) => readPerson(store, id)));
  return Object.fromEntries(found.flatMap((p) => (p ? [[p.id, p.name]] : [])));
}
