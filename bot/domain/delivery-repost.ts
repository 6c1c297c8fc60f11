import type { Call } from "./call.ts";
import { type CallOver, callOver } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryPress } from "./delivery-retry.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";

export type RepostRefusal = { kind: "notAllowed" } | { kind: "notLost" } | CallOver;

/** Whether the announcement is missing in the channel and could be posted anew. */
export const mayRepost = (call: Call): boolean =>
  call.announcementLost !== undefined && !call.announcementLost.reposted && !callOver(call);

/** An officer has the announcement posted anew; what is said in its thread from then on stands under the new post. */
export function repost(
  { group, call, announcement }: { group: Group; call: Call; announcement: Delivery | undefined },
  { by, nonce, now }: DeliveryPress,
): Decision<Change, RepostRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notAllowed" });
  if (seen(call, nonce)) return accept({ facts: [], events: [] });
  const over = callOver(call);
  if (over) return refuse(over);
  const lost = call.announcementLost;
  if (!lost || lost.reposted || !announcement) return refuse({ kind: "notLost" });
  const { id, round, saying, to, rev } = announcement;
  const anew: Delivery = {
    kind: "delivery",
    id,
    rev: rev + 1,
    round,
    saying,
    to,
    status: "pending",
    at: now,
    tries: 0,
  };
  const reposted: Call = {
    ...call,
    rev: call.rev + 1,
    announcementLost: { ...lost, reposted: { by, at: now } },
    nonces: remember(call, nonce),
  };
  return accept({ facts: [reposted, anew], events: ["announcementReposted"] });
}
