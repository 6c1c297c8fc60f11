import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import type { Delivery, Failure } from "./delivery.ts";
import type { Change } from "./facts.ts";
import type { Poll } from "./poll.ts";
import { withMention } from "./poll-mention.ts";
import { notReached, reached } from "./reach.ts";
import { isTo } from "./still.ts";
import type { Instant } from "./time.ts";

/** Failures that no post in the channel survives. */
const ENDING: ReadonlySet<Failure> = new Set(["gone", "noApp", "blocked"]);

/** Whoever doesn't get these is mentioned in the thread. */
const ASKS: ReadonlySet<Delivery["saying"]["kind"]> = new Set(["pollRequest", "pollReminder"]);

/**
 * What a message that failed for good changes besides itself: the candidate who wasn't asked, or the call whose
 * announcement isn't in the channel. Nothing that is known already.
 */
export function afterFailure(
  delivery: Delivery,
  reason: Failure,
  { call, candidate, poll }: { call?: Call | undefined; candidate?: Candidate | undefined; poll?: Poll | undefined },
  at: Instant,
): Change {
  const asksCandidate = delivery.saying.kind === "consentRequest" && !delivery.posted;
  if (asksCandidate && candidate && isTo(delivery, candidate))
    return { facts: [notReached(candidate, reason, at)], events: ["candidateNotReached"] };
  const unasked = poll && ASKS.has(delivery.saying.kind) && delivery.to.to === "person" && !delivery.posted;
  const mentioned = unasked && delivery.to.to === "person" && withMention(poll, delivery.to.person, at);
  if (mentioned) return { facts: [mentioned], events: [] };
  if (!call || !losesAnnouncement(delivery, reason) || isKnown(call)) return { facts: [], events: [] };
  return { facts: [{ ...call, rev: call.rev + 1, announcementLost: { at, reason } }], events: ["announcementLost"] };
}

/** What a message that arrived says about what couldn't be reached before it. */
export function afterSuccess(
  delivery: Delivery,
  { call, candidate }: { call?: Call | undefined; candidate?: Candidate | undefined },
): Change {
  if (candidate?.notReached && isTo(delivery, candidate))
    return { facts: [reached(candidate)], events: ["candidateReached"] };
  if (delivery.saying.kind !== "announcement" || !call || !isKnown(call)) return { facts: [], events: [] };
  const { announcementLost: _, ...back } = call;
  return { facts: [{ ...back, rev: call.rev + 1 }], events: ["announcementBack"] };
}

const isKnown = ({ announcementLost: lost }: Call) => lost !== undefined && !lost.reposted;

/** The announcement itself could not be posted or drawn anew, or what stands under it found nothing to stand under. */
function losesAnnouncement({ saying, to, posted }: Delivery, reason: Failure): boolean {
  if (saying.kind === "announcement") return !posted || ENDING.has(reason);
  return to.to === "thread" && ENDING.has(reason);
}
