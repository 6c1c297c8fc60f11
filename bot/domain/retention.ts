import { DateTime } from "luxon";
import type { Call } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { DAY, type Instant } from "./time.ts";

/** How long before a call is erased its officers are told. */
export const PURGE_NOTICE = 14 * DAY;

/**
 * From when a finished call's retention is counted: the last day of the term, else the selection, else the closing. A
 * cancelled call has no term to wait for. Nothing while it is on its way.
 */
export function retentionStart(call: Call, { zone }: Pick<Group, "zone">): Instant | undefined {
  if (call.status === "cancelled") return call.cancelled?.at;
  if (call.status !== "closed" && call.status !== "selected") return undefined;
  if (call.term) return DateTime.fromISO(call.term.to, { zone }).endOf("day").toMillis();
  return call.selectedAt ?? call.closedAt;
}

/** When a finished call is erased with all that is in it: so many months of the calendar later, and never without notice. */
export function purgeAt(call: Call, group: Pick<Group, "zone" | "retentionMonths">): Instant | undefined {
  const start = call.practice ? undefined : retentionStart(call, group);
  if (start === undefined) return undefined;
  const at = DateTime.fromMillis(start, { zone: group.zone }).plus({ months: group.retentionMonths }).toMillis();
  const finished = call.cancelled?.at ?? call.closedAt ?? 0;
  return Math.max(at, finished + PURGE_NOTICE, call.keptUntil ?? 0);
}

/** A call whose erasing has come too near for the usual notice, because the group's retention was changed. */
export function withNotice(call: Call, group: Group, now: Instant): Call {
  const at = purgeAt(call, group);
  return at === undefined || at >= now + PURGE_NOTICE ? call : { ...call, keptUntil: now + PURGE_NOTICE };
}

/** The erasing that officers are reminded of by now; nothing before that, and once one of them has taken note of it. */
export function purgeComing(call: Call, group: Group, now: Instant): Instant | undefined {
  const at = purgeAt(call, group);
  return at !== undefined && at - PURGE_NOTICE <= now && call.purgeNoted?.for !== at ? at : undefined;
}

export type NotePurgeRefusal = { kind: "notOfficer" } | { kind: "notComing" };

/** An officer takes note of the coming erasing: nobody is reminded of it any more, unless it moves. */
export function notePurge(
  { call, group }: { call: Call; group: Group },
  { by, nonce, now }: { by: PersonId; nonce: string; now: Instant },
): Decision<Change, NotePurgeRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(call, nonce)) return accept({ facts: [], events: [] });
  const at = purgeComing(call, group, now);
  if (at === undefined) return refuse({ kind: "notComing" });
  const noted: Call = {
    ...call,
    rev: call.rev + 1,
    purgeNoted: { for: at, by, at: now },
    nonces: remember(call, nonce),
  };
  return accept({ facts: [noted], events: ["purgeNoted"] });
}
