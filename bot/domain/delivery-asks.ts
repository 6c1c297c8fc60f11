import type { Delivery, Saying } from "./delivery.ts";
import { hasFailed } from "./delivery-retry.ts";
import type { PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** What asks a person for an answer, and what asks them once more: whoever got one of the two was reached. */
const REMINDERS: Partial<Record<Saying["kind"], Saying["kind"]>> = {
  pollReminder: "pollRequest",
  attendanceReminder: "meetingInvitation",
};
const ASKS: ReadonlySet<Saying["kind"]> = new Set([
  "pollRequest",
  "pollReminder",
  "meetingInvitation",
  "attendanceReminder",
]);

/** Whether a message asks one person for an answer to a poll or meeting. */
export const asks = ({ saying, to }: Delivery): boolean => to.to === "person" && ASKS.has(saying.kind);

/** The saying that a reminder repeats; nothing for any other. */
export const remindsOf = ({ kind }: Saying): Saying["kind"] | undefined => REMINDERS[kind];

/** What became of asking one person: the message that stands for all that failed, and when each was last tried. */
export interface Asking {
  failed?: Delivery;
  failedAt: Instant;
  reachedAt: Instant;
  handled: boolean;
}

/** Adds one more message to what is known of asking somebody. The request itself stands for the reminders after it. */
export function asked(asking: ReadonlyMap<PersonId, Asking>, person: PersonId, delivery: Delivery): Asking {
  const known = asking.get(person) ?? { failedAt: 0, reachedAt: 0, handled: false };
  if (delivery.status === "sent")
    return { ...known, reachedAt: Math.max(known.reachedAt, delivery.sentAt ?? delivery.at) };
  if (!hasFailed(delivery)) return known;
  const at = delivery.failure?.at ?? delivery.at;
  const stands =
    !known.failed || !remindsOf(delivery.saying) || (remindsOf(known.failed.saying) && at > known.failedAt);
  return {
    ...known,
    ...(stands && { failed: delivery }),
    failedAt: Math.max(known.failedAt, at),
    handled: known.handled || delivery.handled !== undefined,
  };
}

/** The message that says that somebody wasn't reached; nothing when one arrived after it. */
export const unreachedBy = ({ failed, failedAt, reachedAt }: Asking): Delivery | undefined =>
  reachedAt >= failedAt ? undefined : failed;
