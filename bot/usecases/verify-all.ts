import type { GroupId, KeptId, RoundId } from "../domain/ids.ts";
import { isOver } from "../domain/passing.ts";
import { type Entry, startOfRecord } from "../domain/record.ts";
import { isPractice } from "../domain/retention.ts";
import type { Instant } from "../domain/time.ts";
import { roundsTold, type ToldOf } from "./group-record.ts";
import type { Store } from "./ports.ts";
import { docsOf, HEADER, headerOf } from "./round.ts";
import { type Verified, verifyRound } from "./verify.ts";

/** A round's place among the others: its group's record and lists know of it, or its time is over and it is being erased. */
export type Placed = Omit<Verified, "damage"> & {
  damage: (Verified["damage"][number] | Misplaced)[];
  erasing?: true;
  /** Nothing is there but the line in its group's list. */
  leftover?: true;
};

export type Misplaced =
  | { kind: "roundMissing" | "unlikeGroup"; group: GroupId; seq: number }
  | { kind: "unlisted" | "groupMissing" };

/** Where a group enters its rounds. */
const LISTS = ["listed", "listedPoll", "listedMeeting"] as const;
const HEADERS = ["group", "call", "poll", "meeting"] as const;
/** More rounds than any store holds. */
const ALL = 100_000;

interface Checking {
  store: Store;
  now: Instant;
  /** A head from outside, or the beginning of one. */
  anchor: string | undefined;
}

/** Checks every round of a store: those in the lists, those that a group's record tells of, and those in no list. */
export async function* verifyAll(checking: Checking, listings: readonly string[]): AsyncGenerator<Placed> {
  const { store } = checking;
  const listed = new Set<string>();
  for (const listing of listings) for await (const { id } of docsOf(store, listing, "listed")) listed.add(id);
  const dated = await withDates(store);
  for (const id of new Set([...listed, ...dated.keys()])) {
    const group = id as GroupId;
    const own = await placedGroup(checking, group, listed.has(group), dated.has(group));
    if (own) yield own;
    const told = await roundsTold(store, group);
    for (const round of new Set([...(await listedIn(store, group)), ...told.keys(), ...(dated.get(group) ?? [])])) {
      const one = await placed(checking, group, round as KeptId, told.get(round));
      if (one) yield one;
    }
  }
}

/** A group is listed before it is made, and never erased. */
async function placedGroup(
  { store, anchor }: Checking,
  group: GroupId,
  listed: boolean,
  hasRounds: boolean,
): Promise<Placed | undefined> {
  const found = await verifyRound(store, group, anchor);
  if (found) return listed ? found : { ...found, damage: [...found.damage, { kind: "unlisted" }] };
  return hasRounds ? { ...nothingOf(group), damage: [{ kind: "groupMissing" }] } : undefined;
}

const nothingOf = (round: RoundId) => ({ round, entries: 0, boxes: 0, head: startOfRecord });

async function listedIn(store: Store, group: GroupId): Promise<string[]> {
  const ids: string[] = [];
  for (const type of LISTS) for await (const { id } of docsOf(store, group, type)) ids.push(id);
  return ids;
}

const missing = (round: KeptId, group: GroupId, seq: number): Placed => ({
  ...nothingOf(round),
  damage: [{ kind: "roundMissing", group, seq }],
});

/** A line that leads nowhere is a draft's that was deleted; what has been published stays until it is erased. */
async function placed(
  checking: Checking,
  group: GroupId,
  round: KeptId,
  told: ToldOf | undefined,
): Promise<Placed | undefined> {
  const { store, anchor } = checking;
  const found = await verifyRound(store, round, anchor);
  if (!found && told) return told.purged ? undefined : missing(round, group, told.seq);
  if (!found) return { ...nothingOf(round), damage: [], leftover: true };
  if (told?.purged || (await isOverPractice(checking, round))) return { ...found, damage: [], erasing: true };
  const damage: Placed["damage"] = [...found.damage];
  if (!(await store.get(group, round))) damage.push({ kind: "unlisted" });
  if (told && !(await hasEntry(store, round, told.head))) damage.push({ kind: "unlikeGroup", group, seq: told.seq });
  return { ...found, damage };
}

/** A practice call is deleted when its time is over, and nothing tells of it. */
async function isOverPractice({ store, now }: Checking, round: RoundId): Promise<boolean> {
  const header = await store.get(round, HEADER);
  const fact = header && headerOf(header).fact;
  return fact?.kind === "call" && isPractice(fact) && isOver(fact, undefined, now);
}

async function hasEntry(store: Store, round: RoundId, head: string): Promise<boolean> {
  for await (const { body } of docsOf(store, round, "entry")) if ((body as Entry).hash === head) return true;
  return false;
}

/** Rounds that the settler is ever to look at again, by their groups, whether or not they are listed. */
async function withDates(store: Store): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const type of HEADERS)
    for (const doc of await store.due(Number.MAX_SAFE_INTEGER, ALL, type)) {
      const { fact } = headerOf(doc);
      if (fact.kind === "group") found.set(fact.id, found.get(fact.id) ?? []);
      else found.set(fact.group, [...(found.get(fact.group) ?? []), doc.pk]);
    }
  return found;
}
