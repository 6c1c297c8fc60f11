import type { Call } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { deliveriesOf, deliveryId } from "./deliveries.ts";
import type { Delivery } from "./delivery.ts";
import type { Change } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { DeliveryId, PersonId } from "./ids.ts";
import { type Instant, MINUTE } from "./time.ts";

/** How long a link to a file works. */
export const LINK_LIFE = 10 * MINUTE;

export type AppendixRefusal = { kind: "notAllowed" };

/** The message with the links, for the `n`th time that one button was pressed with effect. */
export const appendixDeliveryId = (call: Call, by: PersonId, nonce: string, n: number): DeliveryId =>
  deliveryId(call.id, keyOf(nonce, n), { to: "person", person: by });

/** Whether an earlier press of the same button still holds: its message is on its way, or its links still work. */
export const stillHolds = (d: Delivery, now: Instant): boolean =>
  d.status === "pending" || d.status === "claimed" || (d.status === "sent" && now < (d.sentAt ?? d.at) + LINK_LIFE);

/**
 * An officer asks for the appendix; it comes to their own 1:1 chat. A redelivered press has no second effect; the same
 * button pressed again when its links are over makes new ones.
 */
export function makeAppendix(
  { group, call, earlier }: { group: Group; call: Call; earlier: readonly Delivery[] },
  { by, nonce, now }: { by: PersonId; nonce: string; now: Instant },
): Decision<Change, AppendixRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notAllowed" });
  const last = earlier.at(-1);
  if (last && stillHolds(last, now)) return accept({ facts: [], events: [] });
  const due = {
    key: keyOf(nonce, earlier.length),
    at: now,
    to: [{ to: "person" as const, person: by }],
    saying: { kind: "appendix" as const },
  };
  return accept({ facts: deliveriesOf(call.id, due, call.id, now), events: ["appendixMade"] });
}

const keyOf = (nonce: string, n: number) => `appendix ${nonce} ${n}`;
