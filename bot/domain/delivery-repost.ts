import { accept, type Decision, refuse } from "./decision.ts";
import type { Delivery } from "./delivery.ts";
import type { DeliveryPress } from "./delivery-retry.ts";
import { type Change, type HeaderFact, remember, seen } from "./facts.ts";
import { actsFor, type Group } from "./group.ts";
import { isLost, postOver, type RoundOver } from "./lost-post.ts";
import type { Instant } from "./time.ts";

export type RepostRefusal = { kind: "notAllowed" } | { kind: "notLost" } | RoundOver;

/** Whether a round's post is missing in the channel and could be posted anew. */
export const mayRepost = (about: HeaderFact, now: Instant): boolean => isLost(about) && !postOver(about, now);

/** An officer has a round's post posted anew; what is said in its thread from then on stands under the new one. */
export function repost(
  { group, about, post }: { group: Group; about: HeaderFact; post: Delivery | undefined },
  { by, nonce, now }: DeliveryPress,
): Decision<Change, RepostRefusal> {
  if (!actsFor(group, by)) return refuse({ kind: "notAllowed" });
  if (seen(about, nonce)) return accept({ facts: [], events: [] });
  const over = postOver(about, now);
  if (over) return refuse(over);
  const lost = about.announcementLost;
  if (!lost || lost.reposted || !post) return refuse({ kind: "notLost" });
  const { id, round, saying, to, rev } = post;
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
  const reposted: HeaderFact = {
    ...about,
    rev: about.rev + 1,
    announcementLost: { ...lost, reposted: { by, at: now } },
    nonces: remember(about, nonce),
  };
  return accept({ facts: [reposted, anew], events: ["announcementReposted"] });
}
