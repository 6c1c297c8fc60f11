import type { Call } from "../domain/call.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { deliveryId } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import { type RepostRefusal, repost } from "../domain/delivery-repost.ts";
import { type DeliveryRefusal, markHandled, retry } from "../domain/delivery-retry.ts";
import type { Change } from "../domain/facts.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, DeliveryId, PersonId } from "../domain/ids.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round } from "./round.ts";

/** Whose deliveries somebody looks at or acts on, and in which tenant they stand. */
export interface DeliveriesRef {
  tenant: string;
  call: CallId;
  by: PersonId;
}

export type ReadRefusal = { kind: "notAllowed" } | NoSuchRound;

/** A call's round for one of its group's officers. */
export async function roundForOfficer(
  ports: Pick<Ports, "store">,
  { tenant, call, by }: DeliveriesRef,
): Promise<Decision<Round & { call: Call; group: Group }, ReadRefusal>> {
  const round = await openRound(ports, call);
  if (!round?.call || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  return isOfficer(round.group, by) ? accept({ ...round, call: round.call }) : refuse({ kind: "notAllowed" });
}

type ActRefusal = DeliveryRefusal | NoSuchRound | { kind: "noSuchDelivery" };

const act =
  (decide: typeof retry) =>
  (ports: Ports, { tenant, call: id, by }: DeliveriesRef, delivery: DeliveryId, nonce: string) =>
    change<Change, ActRefusal>(ports, id, by, async (round) => {
      const { group, call } = round;
      if (!call || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
      const found = await round.get("delivery", delivery);
      if (!found) return refuse(isOfficer(group, by) ? { kind: "noSuchDelivery" } : { kind: "notAllowed" });
      const candidate = await candidateOf(round, found);
      return decide({ group, call, delivery: found, candidate }, { by, nonce, now: ports.clock.now() });
    });

/** Sends a message once more that wasn't said. */
export const retryDelivery = act(retry);

/** Notes that somebody was told otherwise, by phone for example. */
export const handleDelivery = act(markHandled);

/** Posts the announcement anew whose post is gone. */
export const repostAnnouncement = (ports: Ports, { tenant, call: id, by }: DeliveriesRef, nonce: string) =>
  change<Change, RepostRefusal | NoSuchRound>(ports, id, by, async (round) => {
    const { group, call } = round;
    if (!call || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
    const announcement = await round.get("delivery", deliveryId(call.id, "announcement", { to: "channel" }));
    return repost({ group, call, announcement }, { by, nonce, now: ports.clock.now() });
  });

/** The candidate whom a message is about. */
export const candidateOf = async (round: Pick<Round, "get">, { saying }: Delivery) =>
  "candidate" in saying ? round.get("candidate", saying.candidate) : undefined;
