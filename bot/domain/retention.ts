import { DateTime } from "luxon";
import type { Call } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Meeting } from "./meeting.ts";
import { lastTimeOf, type Poll } from "./poll.ts";
import { DAY, type Instant } from "./time.ts";

/** What is kept as its group decided, and then erased with all that is in it. */
export type Kept = Call | Poll | Meeting;

/** How long before something is erased its officers are told. */
export const PURGE_NOTICE = 14 * DAY;

/** From when the retention of something that is over is counted; nothing while it is on its way. */
export function retentionStart(kept: Kept, group: Pick<Group, "zone">): Instant | undefined {
  switch (kept.kind) {
    case "call":
      return startOfCall(kept, group);
    case "poll":
      return startOfPoll(kept);
    case "meeting":
      return kept.cancelled?.at ?? kept.end.at;
  }
}

/** The last day of the term, else the selection, else the closing. A cancelled call has no term to wait for. */
function startOfCall(call: Call, { zone }: Pick<Group, "zone">): Instant | undefined {
  if (call.status === "cancelled") return call.cancelled?.at;
  if (call.status !== "closed" && call.status !== "selected") return undefined;
  if (call.term) return DateTime.fromISO(call.term.to, { zone }).endOf("day").toMillis();
  return call.selectedAt ?? call.closedAt;
}

/**
 * The decision, else the closing. A poll that nothing closes, and a draft that nobody posts, are over when all of their
 * times are.
 */
function startOfPoll(poll: Poll): Instant | undefined {
  const over = poll.cancelled?.at ?? poll.decided?.at ?? poll.closedAt;
  if (over !== undefined || (poll.status === "open" && poll.deadline)) return over;
  return lastTimeOf(poll);
}

/** When something that is over is erased: so many months of the calendar later, and never without notice. */
export function purgeAt(kept: Kept, group: Pick<Group, "zone" | "retentionMonths">): Instant | undefined {
  const start = isPractice(kept) ? undefined : retentionStart(kept, group);
  if (start === undefined) return undefined;
  const at = DateTime.fromMillis(start, { zone: group.zone }).plus({ months: group.retentionMonths }).toMillis();
  const finished = kept.kind === "call" ? (kept.cancelled?.at ?? kept.closedAt ?? 0) : start;
  return Math.max(at, finished + PURGE_NOTICE, kept.keptUntil ?? 0);
}

/** Practice is nobody's document, and doesn't wait for a group's retention. */
export const isPractice = (kept: Kept): boolean => kept.kind === "call" && kept.practice;

/** As it is, or kept for the usual notice where its erasing has come too near because the group's retention was changed. */
export function withNotice<K extends Kept>(kept: K, group: Group, now: Instant): K {
  const at = purgeAt(kept, group);
  return at === undefined || at >= now + PURGE_NOTICE ? kept : { ...kept, keptUntil: now + PURGE_NOTICE };
}

/** The erasing that officers are reminded of by now; nothing before that, and once one of them has taken note of it. */
export function purgeComing(kept: Kept, group: Group, now: Instant): Instant | undefined {
  const at = purgeAt(kept, group);
  return at !== undefined && at - PURGE_NOTICE <= now && kept.purgeNoted?.for !== at ? at : undefined;
}

export type NotePurgeRefusal = { kind: "notOfficer" } | { kind: "notComing" };

/** An officer takes note of the coming erasing: nobody is reminded of it any more, unless it moves. */
export function notePurge(
  { kept, group }: { kept: Kept; group: Group },
  { by, nonce, now }: { by: PersonId; nonce: string; now: Instant },
): Decision<Change, NotePurgeRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(kept, nonce)) return accept({ facts: [], events: [] });
  const at = purgeComing(kept, group, now);
  if (at === undefined) return refuse({ kind: "notComing" });
  const noted: Kept = {
    ...kept,
    rev: kept.rev + 1,
    purgeNoted: { for: at, by, at: now },
    nonces: remember(kept, nonce),
  };
  return accept({ facts: [noted], events: ["purgeNoted"] });
}
