import type { Delivery, Failure, Posted } from "./delivery.ts";
import type { Instant } from "./time.ts";

/** What the outside world did with one message. */
export type Outcome =
  | { kind: "sent"; posted: Posted }
  | { kind: "failed"; reason: Failure }
  /** Nothing was sent: the service asks to wait, or something before the sending broke. */
  | { kind: "later"; after: number }
  /** Cut off after sending: it may have arrived. */
  | { kind: "unknown" };

/** A delivery that a settler is about to send. One that was claimed before may have been sent then. */
export const claimed = (d: Delivery, by: string, at: Instant): Delivery => ({
  ...withoutStale(d),
  status: "claimed",
  claim: { by, at },
  tries: d.tries + 1,
  at,
  ...(d.status === "claimed" && !d.posted ? { repeated: true } : {}),
});

/** A delivery that there is no reason to say any more, or to draw anew. */
export const unsaid = ({ claim: _, ...d }: Delivery): Delivery =>
  withoutStale({ ...d, status: d.posted ? "sent" : "obsolete" });

/** The claimed delivery as its outcome leaves it. A card that went stale while it was being sent stays due. */
export function settled(d: Delivery, outcome: Outcome, now: Instant): Delivery {
  const { claim: _c, waitingSince = now, failure: _f, ...rest } = d;
  switch (outcome.kind) {
    case "sent":
      return { ...rest, status: "sent", posted: outcome.posted, sentAt: now, at: Math.max(now + 1_000, rest.at) };
    case "later":
      return {
        ...rest,
        status: d.posted ? "sent" : "pending",
        ...(d.posted ? { stale: true } : {}),
        tries: d.tries - 1,
        at: now + outcome.after,
        waitingSince,
      };
    case "failed":
      return {
        ...withoutStale(rest),
        status: d.posted ? "sent" : "failed",
        failure: { reason: outcome.reason, at: now },
      };
    case "unknown":
      // drawing a card anew once too often does no harm, so that its last state gets there whatever happens
      if (d.posted) return { ...rest, status: "sent", stale: true, at: now + pause(now - waitingSince), waitingSince };
      return d.tries >= 2
        ? { ...rest, status: "unknown" }
        : { ...rest, status: "pending", repeated: true, at: now + 2_000 };
  }
}

/** Twice as long each time, up to ten minutes. */
const pause = (waited: number) => Math.min(Math.max(waited, 2_000), 600_000);

const withoutStale = ({ stale: _, ...d }: Delivery): Delivery => d;

/** Somebody else has the delivery meanwhile, or has had it sent anew. */
export const isAnothers = (current: Delivery, d: Delivery): boolean =>
  current.claim?.by !== d.claim?.by || current.tries !== d.tries;
