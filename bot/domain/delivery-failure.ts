import type { Candidate } from "./candidate.ts";
import type { Delivery, Failure } from "./delivery.ts";
import type { Change, HeaderFact } from "./facts.ts";
import { isLost, isPost, postOf } from "./lost-post.ts";
import { withMention } from "./poll-mention.ts";
import { notReached, reached } from "./reach.ts";
import { isTo } from "./still.ts";
import type { Instant } from "./time.ts";

/** Failures that no post in the channel survives. */
const ENDING: ReadonlySet<Failure> = new Set(["gone", "noApp", "blocked"]);

/** Whoever doesn't get these is mentioned in the thread. */
const ASKS: ReadonlySet<Delivery["saying"]["kind"]> = new Set(["pollRequest", "pollReminder"]);

/**
 * What a message that failed for good changes besides itself: the candidate who wasn't asked, the poll that mentions
 * whom it didn't reach, or the round whose post isn't in the channel. Nothing that is known already.
 */
export function afterFailure(
  delivery: Delivery,
  reason: Failure,
  { about, candidate }: { about: HeaderFact; candidate?: Candidate | undefined },
  at: Instant,
): Change {
  const asksCandidate = delivery.saying.kind === "consentRequest" && !delivery.posted;
  if (asksCandidate && candidate && isTo(delivery, candidate))
    return { facts: [notReached(candidate, reason, at)], events: ["candidateNotReached"] };
  const unasked = about.kind === "poll" && ASKS.has(delivery.saying.kind) && !delivery.posted;
  const mentioned = unasked && delivery.to.to === "person" && withMention(about, delivery.to.person, at);
  if (mentioned) return { facts: [mentioned], events: ["askedNotReached"] };
  if (!losesPost(delivery, about, reason) || isLost(about)) return { facts: [], events: [] };
  return { facts: [{ ...about, rev: about.rev + 1, announcementLost: { at, reason } }], events: ["announcementLost"] };
}

/** What a message that arrived says about what couldn't be reached before it. */
export function afterSuccess(
  delivery: Delivery,
  { about, candidate }: { about: HeaderFact; candidate?: Candidate | undefined },
): Change {
  if (candidate?.notReached && isTo(delivery, candidate))
    return { facts: [reached(candidate)], events: ["candidateReached"] };
  if (!isPost(delivery.saying) || !isLost(about)) return { facts: [], events: [] };
  const { announcementLost: _, ...back } = about;
  return { facts: [{ ...back, rev: about.rev + 1 }], events: ["announcementBack"] };
}

/**
 * The post itself couldn't be posted or drawn anew, or what stands under it found nothing to stand under; a meeting's
 * news stand beside its post.
 */
function losesPost({ saying, to, posted }: Delivery, about: HeaderFact, reason: Failure): boolean {
  if (saying.kind === postOf(about)) return !posted || ENDING.has(reason);
  const isShared = to.to === "thread" || (to.to === "channel" && about.kind === "meeting");
  return isShared && ENDING.has(reason);
}
