import type { Delivery, Failure } from "../bot/domain/delivery.ts";
import type { Why } from "../bot/domain/delivery-tally.ts";
import type { Addressee } from "../bot/domain/delivery-view.ts";
import type { HeaderFact } from "../bot/domain/facts.ts";
import { NAME } from "./candidacy.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** Why a round's post isn't in the channel, and what to do about it. */
export function lostWords(
  { kind: about }: HeaderFact,
  reason: Failure,
  { text }: Reader,
): { why: string; next: string } {
  const { why, safe, next } = text.delivery.lost;
  const kind = lostKind(reason);
  return { why: why[kind], next: `${safe[about]} ${next[kind]}` };
}

const lostKind = (reason: Failure): "post" | "app" | "other" =>
  reason === "gone" ? "post" : reason === "noApp" || reason === "blocked" ? "app" : "other";

/** Why a message wasn't said. */
export function reasonWords(why: Why, delivery: Delivery | undefined, reader: Reader): string {
  if (delivery && isShared(delivery) && (why === "gone" || why === "noApp" || why === "blocked"))
    return reader.text.delivery.lost.why[lostKind(why)];
  return reader.text.delivery.reasons[why];
}

/** To everybody in the channel. */
export const isShared = ({ to }: Delivery): boolean => to.to === "channel" || to.to === "thread";

/** Whom a message was for. */
export function addresseeName({ name, delivery, candidate }: Addressee, { text }: Reader): string {
  if (name) return clip(name, NAME);
  return !candidate && delivery && isShared(delivery) ? text.delivery.channel : text.delivery.erased;
}

/** What a message is, in words. */
export const sayingName = ({ saying }: Delivery, { text }: Reader): string => text.delivery.sayings[saying.kind];
