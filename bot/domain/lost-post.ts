import { callOver } from "./consent.ts";
import { deliveryId } from "./deliveries.ts";
import type { Failure, Saying } from "./delivery.ts";
import type { HeaderFact } from "./facts.ts";
import type { DeliveryId, PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** A round's post that couldn't be posted in the channel, or is gone from it; and who had it posted anew since. */
export interface LostPost {
  at: Instant;
  reason: Failure;
  reposted?: { by: PersonId; at: Instant };
}

const POSTS: Record<HeaderFact["kind"], Saying["kind"]> = {
  group: "introduction",
  call: "announcement",
  poll: "poll",
  meeting: "meeting",
};

/** What stands in the channel for a round: the call's announcement, the poll, the meeting, or Ehdolla's introduction. */
export const postOf = ({ kind }: HeaderFact): Saying["kind"] => POSTS[kind];

const IS_POST: ReadonlySet<Saying["kind"]> = new Set(Object.values(POSTS));

export const isPost = ({ kind }: Saying): boolean => IS_POST.has(kind);

/** The delivery of a round's post in the channel. */
export const postIdOf = (about: HeaderFact): DeliveryId =>
  deliveryId(about.id, about.kind === "group" ? "introduction" : "announcement", { to: "channel" });

/** Whether a round's post is known to be missing, and nobody has had it posted anew. */
export const isLost = ({ announcementLost: lost }: HeaderFact): boolean => lost !== undefined && !lost.reposted;

export type RoundOver =
  | { kind: "callOver"; status: "selected" | "cancelled" }
  | { kind: "pollOver" }
  | { kind: "meetingOver" };

/** Why a round's post needn't stand in the channel any more. */
export function postOver(about: HeaderFact, now: Instant): RoundOver | undefined {
  switch (about.kind) {
    case "group":
      return undefined;
    case "call":
      return callOver(about);
    case "poll":
      return about.status === "cancelled" ? { kind: "pollOver" } : undefined;
    case "meeting":
      return about.status === "cancelled" || about.end.at <= now ? { kind: "meetingOver" } : undefined;
  }
}
