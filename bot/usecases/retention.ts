import { accept, refuse } from "../domain/decision.ts";
import type { Change, HeaderFact } from "../domain/facts.ts";
import type { GroupId, KeptId, PersonId } from "../domain/ids.ts";
import { isOver } from "../domain/passing.ts";
import { notePurge as decide, isPractice, type NotePurgeRefusal, withNotice } from "../domain/retention.ts";
import { change, type NoSuchRound } from "./change.ts";
import { tellPurged } from "./group-record.ts";
import { callsOf, meetingsOf, pollsOf } from "./listing.ts";
import type { Ports } from "./ports.ts";
import { purgeRound } from "./purge.ts";
import { keptIn, readGroup } from "./round.ts";

/** Erases a round whose time is over by the group's settings as they are now; false when it isn't over. */
export async function purgedWhenOver(ports: Ports, fact: HeaderFact): Promise<boolean> {
  if (fact.kind === "group") return false;
  const group = await readGroup(ports.store, fact.group);
  if (!isOver(fact, group, ports.clock.now())) return false;
  if (!isPractice(fact)) await tellPurged(ports, fact);
  await purgeRound(ports, fact.id);
  return true;
}

/**
 * The group's retention has changed: all that is over gets its new day, and never without the usual notice. What was stored
 * before polls and meetings had a day gets it here too, or with whatever changes it first.
 */
export async function reschedule(ports: Ports, group: GroupId): Promise<void> {
  const rounds = [
    ...(await callsOf(ports, group)),
    ...(await pollsOf(ports, group)),
    ...(await meetingsOf(ports, group)),
  ];
  for (const { id } of rounds)
    await change<Change, never>(ports, id, "ehdolla", (round) => {
      const kept = keptIn(round);
      const next = kept && withNotice(kept, round.group, ports.clock.now());
      return accept({ facts: next ? [next] : [], events: next === kept ? [] : ["purgeMoved"] });
    });
}

/** An officer takes note of a coming erasing. */
export const notePurge = (
  ports: Ports,
  { round: id, tenant, by, nonce }: { round: KeptId; tenant: string; by: PersonId; nonce: string },
) =>
  change<Change, NotePurgeRefusal | NoSuchRound>(ports, id, by, (round) => {
    const kept = keptIn(round);
    return kept && round.group.place.tenant === tenant
      ? decide({ kept, group: round.group }, { by, nonce, now: ports.clock.now() })
      : refuse({ kind: "noSuchRound" });
  });
