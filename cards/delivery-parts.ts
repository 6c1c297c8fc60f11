import type { Delivery, Failure } from "../bot/domain/delivery.ts";
import type { Addressee } from "../bot/domain/delivery-view.ts";
import { NAME } from "./candidacy.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** Why the announcement isn't in the channel. */
export function lostWhy(reason: Failure, { text }: Reader): string {
  const { why } = text.delivery.lost;
  if (reason === "gone") return why.post;
  return reason === "noApp" || reason === "blocked" ? why.app : why.other;
}

/** Whom a message was for. */
export function addresseeName({ name, delivery, candidate }: Addressee, { text }: Reader): string {
  if (name) return clip(name, NAME);
  const isShared = !candidate && (delivery?.to.to === "channel" || delivery?.to.to === "thread");
  return isShared ? text.delivery.channel : text.delivery.erased;
}

/** What a message is, in words. */
export const sayingName = ({ saying }: Delivery, { text }: Reader): string => text.delivery.sayings[saying.kind];
