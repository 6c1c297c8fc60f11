import type { Change } from "../domain/facts.ts";
import type { GroupId, KeptId } from "../domain/ids.ts";
import type { Entry, RecordEvent } from "../domain/record.ts";
import { isPractice, type Kept } from "../domain/retention.ts";
import { change } from "./change.ts";
import type { Ports, Store } from "./ports.ts";
import { docsOf, HEADER, headerOf, keptIn, openRound } from "./round.ts";

/** By what a group's record tells that one of its rounds was published, and that it was erased. */
const TOLD: Record<Kept["kind"], { published: RecordEvent; purged: RecordEvent }> = {
  call: { published: "callOpened", purged: "callPurged" },
  poll: { published: "pollPosted", purged: "pollPurged" },
  meeting: { published: "meetingCalled", purged: "meetingPurged" },
};

/** What a group's record says of one of its rounds: the number of the line, and how the round's own record ended then. */
export interface ToldOf {
  seq: number;
  head: string;
  purged: boolean;
}

/** The rounds of which a group's record tells, by the last line about each. */
export async function roundsTold(store: Store, group: GroupId): Promise<Map<string, ToldOf>> {
  const found = new Map<string, ToldOf>();
  for await (const { body } of docsOf(store, group, "entry")) {
    const { seq, events, facts } = body as Entry;
    for (const { published, purged } of Object.values(TOLD))
      for (const event of [published, purged])
        if (events.includes(event))
          for (const { id, digest } of facts) found.set(id, { seq, head: digest, purged: event === purged });
  }
  return found;
}

/**
 * The group's record tells of each of its rounds that was published: one that vanishes with all that is in it is missed by
 * that. Practice is nobody's document.
 */
export async function tellPublished(ports: Ports, id: string): Promise<void> {
  const round = await openRound(ports, id as KeptId);
  const kept = round && keptIn(round);
  if (kept && !isPractice(kept) && kept.status !== "draft") await tellGroup(ports, kept, "published");
}

/** Written before anything of the round is deleted. */
export const tellPurged = (ports: Ports, kept: Kept): Promise<void> => tellGroup(ports, kept, "purged");

/** A line in the group's record, once, with how the round's own record ends by now. */
async function tellGroup(ports: Ports, { id, kind, group }: Kept, what: "published" | "purged"): Promise<void> {
  const event = TOLD[kind][what];
  if (await isTold(ports.store, group, id, event)) return;
  const header = await ports.store.get(id, HEADER);
  if (!header) return;
  const told = [{ id, version: header.version, digest: headerOf(header).record.head }];
  await change<Change, never>(ports, group, "ehdolla", () => ({
    ok: true,
    state: { facts: [], events: [event], told },
  }));
}

async function isTold(store: Store, group: GroupId, round: KeptId, event: RecordEvent): Promise<boolean> {
  for await (const { body } of docsOf(store, group, "entry")) {
    const { events, facts } = body as Entry;
    if (events.includes(event) && facts.some(({ id }) => id === round)) return true;
  }
  return false;
}
