import type { RepostRefusal } from "../../bot/domain/delivery-repost.ts";
import type { DeliveryRefusal } from "../../bot/domain/delivery-retry.ts";
import type { Reader } from "../reader.ts";

export type AnyDeliveryRefusal = DeliveryRefusal | RepostRefusal | { kind: "noSuchRound" } | { kind: "noSuchDelivery" };

/** Why nothing was done about a message, in one sentence. */
export function explainDelivery(refusal: AnyDeliveryRefusal, { text }: Reader): string {
  const { refused } = text.delivery;
  switch (refusal.kind) {
    case "notAllowed":
      return refused.notAllowed;
    case "conflict":
      return refused.conflict;
    case "notFailed":
      return refused.notFailed;
    case "noHelp":
      return refused.noHelp;
    case "noPoint":
      return refused.noPoint;
    case "notLost":
      return refused.notLost;
    case "callOver":
      return refused[refusal.status];
    case "pollOver":
      return refused.pollOver;
    case "meetingOver":
      return refused.meetingOver;
    case "noSuchDelivery":
      return refused.noSuchDelivery;
    case "noSuchRound":
      return text.common.notFound;
  }
}
