import type { Delivery, Recipient, Saying } from "./delivery.ts";
import type { Due } from "./due.ts";
import { hashed } from "./hashed.ts";
import type { DeliveryId, RoundId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** A card is drawn anew at most once a second in a burst, once in three seconds sustained, and its last state always. */
const BURST = { gap: 1_000, most: 10 };
const SUSTAINED = 3_000;

const LIVE: ReadonlySet<Saying["kind"]> = new Set([
  "introduction",
  "announcement",
  "question",
  "receipt",
  "coProposer",
  "consentRequest",
  "moveRequest",
  "poll",
  "pollRequest",
  "meeting",
  "meetingInvitation",
  "calledIn",
]);

/** Live cards follow the facts they show; the others are said once and stay. */
export const isLive = (saying: Saying): boolean => LIVE.has(saying.kind);

const recipientKey = (to: Recipient): string =>
  to.to === "person" ? to.person : to.to === "address" ? `address ${to.email ?? to.name}` : to.to;

export const isSameRecipient = (a: Recipient, b: Recipient): boolean => recipientKey(a) === recipientKey(b);

/** The same saying of the same fact to the same recipient has the same id, so it can't exist twice. */
export const deliveryId = (factId: string, key: string, to: Recipient): DeliveryId =>
  `del:${hashed([factId, key, recipientKey(to)].join("\n"))}`;

/** One pending delivery for each recipient. */
export const deliveriesOf = (factId: string, due: Due, round: RoundId, now: Instant): Delivery[] =>
  due.to.map((to) => ({
    kind: "delivery",
    id: deliveryId(factId, due.key, to),
    rev: 1,
    round,
    saying: due.saying,
    to,
    status: "pending",
    at: now,
    tries: 0,
    ...(due.until === undefined ? {} : { until: due.until }),
  }));

/**
 * A live card that was sent, or is being sent, and must be drawn anew; nothing when it will show the new state anyway, or
 * when its post is gone from the channel.
 */
export function freshened(delivery: Delivery, now: Instant): Delivery | undefined {
  if (delivery.failure?.reason === "gone" && delivery.to.to !== "person") return undefined;
  if (delivery.stale || (delivery.status !== "sent" && delivery.status !== "claimed")) return undefined;
  const redraws = redrawsLeft(delivery, now);
  const gap = redraws.left >= 1 ? BURST.gap : SUSTAINED;
  const at = delivery.status === "claimed" ? delivery.at : Math.max(now, (delivery.sentAt ?? now) + gap);
  return { ...delivery, stale: true, at, redraws: { ...redraws, left: redraws.left - 1 } };
}

function redrawsLeft({ redraws = { left: BURST.most, at: 0 } }: Delivery, now: Instant) {
  return { left: Math.min(BURST.most, redraws.left + Math.max(0, now - redraws.at) / SUSTAINED), at: now };
}
