import type { Delivery } from "./delivery.ts";
import type { Instant } from "./time.ts";

/** When the settler has work with a delivery; absent once nothing is left to do. */
export const deliveryDueAt = (d: Delivery): Instant | undefined =>
  d.status === "pending" || d.status === "claimed" || (d.status === "sent" && d.stale) ? d.at : undefined;
