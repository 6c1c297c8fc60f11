import type { Call } from "../domain/call.ts";
import { accept, refuse } from "../domain/decision.ts";
import type { Change, HeaderFact } from "../domain/facts.ts";
import type { CallId, GroupId, PersonId } from "../domain/ids.ts";
import { isOver } from "../domain/passing.ts";
import type { Entry } from "../domain/record.ts";
import { notePurge as decide, type NotePurgeRefusal, withNotice } from "../domain/retention.ts";
import { change, type NoSuchRound } from "./change.ts";
import { callsOf } from "./listing.ts";
import type { Ports } from "./ports.ts";
import { purgeRound } from "./purge.ts";
import { docsOf, HEADER, headerOf, readGroup } from "./round.ts";

/** Erases a call whose time is over by the group's settings as they are now; false when it isn't over. */
export async function purgedWhenOver(ports: Ports, fact: HeaderFact): Promise<boolean> {
  if (fact.kind !== "call") return false;
  const group = await readGroup(ports.store, fact.group);
  if (!isOver(fact, group, ports.clock.now())) return false;
  if (!fact.practice) await recordPurge(ports, fact);
  await purgeRound(ports, fact.id);
  return true;
}

/**
 * A line in the group's record says which call was erased and how its own record ended. It is written first, and once: a
 * crash in between leaves the call, and its erasing goes on.
 */
async function recordPurge(ports: Ports, { id, group }: Call): Promise<void> {
  if (await isRecorded(ports, group, id)) return;
  const header = await ports.store.get(id, HEADER);
  if (!header) return;
  const { record } = headerOf(header);
  const told = [{ id, version: header.version, digest: record.head }];
  await change<Change, never>(ports, group, "ehdolla", (round) =>
    accept({ facts: [round.group], events: ["callPurged"], told }),
  );
}

async function isRecorded({ store }: Ports, group: GroupId, call: CallId): Promise<boolean> {
  for await (const { body } of docsOf(store, group, "entry")) {
    const { events, facts } = body as Entry;
    if (events.includes("callPurged") && facts.some(({ id }) => id === call)) return true;
  }
  return false;
}

/** The group's retention has changed: each finished call gets its new day, and never without the usual notice. */
export async function rescheduleCalls(ports: Ports, group: GroupId): Promise<void> {
  for (const { id } of await callsOf(ports, group))
    await change<Change, never>(ports, id, "ehdolla", ({ call, group: now }) => {
      const next = call && withNotice(call, now, ports.clock.now());
      return accept({ facts: next ? [next] : [], events: next === call ? [] : ["purgeMoved"] });
    });
}

/** An officer takes note of a coming erasing. */
export const notePurge = (
  ports: Ports,
  { call: id, tenant, by, nonce }: { call: CallId; tenant: string; by: PersonId; nonce: string },
) =>
  change<Change, NotePurgeRefusal | NoSuchRound>(ports, id, by, ({ call, group }) =>
    call && group.place.tenant === tenant
      ? decide({ call, group }, { by, nonce, now: ports.clock.now() })
      : refuse({ kind: "noSuchRound" }),
  );
