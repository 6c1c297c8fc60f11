import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Delivery } from "../domain/delivery.ts";
import { type RepostRefusal, repost } from "../domain/delivery-repost.ts";
import { type AboutDelivery, type DeliveryRefusal, markHandled, retry } from "../domain/delivery-retry.ts";
import type { Change, HeaderFact } from "../domain/facts.ts";
import { actsFor } from "../domain/group.ts";
import type { DeliveryId, PersonId, RoundId } from "../domain/ids.ts";
import { postIdOf } from "../domain/lost-post.ts";
import { attendanceIdOf } from "../domain/meeting.ts";
import { pollAnswerIdOf } from "../domain/poll-answer.ts";
import { change, type NoSuchRound } from "./change.ts";
import type { Ports } from "./ports.ts";
import { openRound, type Round, subjectOf } from "./round.ts";

/** Whose deliveries somebody looks at or acts on, and in which tenant they stand. */
export interface DeliveriesRef {
  tenant: string;
  round: RoundId;
  by: PersonId;
}

export type ReadRefusal = { kind: "notAllowed" } | NoSuchRound;

/** A round for one of its group's officers. */
export async function roundForOfficer(
  ports: Pick<Ports, "store">,
  { tenant, round: id, by }: DeliveriesRef,
): Promise<Decision<Round & { about: HeaderFact }, ReadRefusal>> {
  const round = await openRound(ports, id);
  if (round?.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  return actsFor(round.group, by) ? accept({ ...round, about: subjectOf(round) }) : refuse({ kind: "notAllowed" });
}

type ActRefusal = DeliveryRefusal | NoSuchRound | { kind: "noSuchDelivery" };

const act =
  (decide: typeof retry) =>
  (ports: Ports, { tenant, round: id, by }: DeliveriesRef, delivery: DeliveryId, nonce: string) =>
    change<Change, ActRefusal>(ports, id, by, async (round) => {
      const { group } = round;
      if (group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
      const found = await round.get("delivery", delivery);
      if (!found) return refuse(actsFor(group, by) ? { kind: "noSuchDelivery" } : { kind: "notAllowed" });
      return decide(await aboutDelivery(round, found), { by, nonce, now: ports.clock.now() });
    });

/** A message with all that tells whether it still has a point. */
export async function aboutDelivery(round: Round, delivery: Delivery): Promise<AboutDelivery> {
  const { saying, to } = delivery;
  const person = to.to === "person" ? to.person : undefined;
  const answer = round.poll && person && (await round.get("pollAnswer", pollAnswerIdOf(person)));
  const attendance = round.meeting && person && (await round.get("attendance", attendanceIdOf(person)));
  const mentioned = saying.kind === "pollMention" ? round.poll?.mentions[saying.index]?.persons : undefined;
  return {
    group: round.group,
    about: subjectOf(round),
    delivery,
    candidate: await candidateOf(round, delivery),
    ...(answer && { answer }),
    ...(attendance && { attendance }),
    ...(mentioned && { mentioned }),
  };
}

/** Sends a message once more that wasn't said. */
export const retryDelivery = act(retry);

/** Notes that somebody was told otherwise, by phone for example. */
export const handleDelivery = act(markHandled);

/** Posts a round's post anew that is missing in the channel. */
export const repostLost = (ports: Ports, { tenant, round: id, by }: DeliveriesRef, nonce: string) =>
  change<Change, RepostRefusal | NoSuchRound>(ports, id, by, async (round) => {
    const { group } = round;
    if (group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
    const about = subjectOf(round);
    const post = await round.get("delivery", postIdOf(about));
    return repost({ group, about, post }, { by, nonce, now: ports.clock.now() });
  });

/** The candidate whom a message is about. */
export const candidateOf = async (round: Pick<Round, "get">, { saying }: Delivery) =>
  "candidate" in saying ? round.get("candidate", saying.candidate) : undefined;
