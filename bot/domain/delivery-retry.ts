import type { Candidate } from "./candidate.ts";
import { conflictOf } from "./candidate-officer.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Delivery, Failure, Saying } from "./delivery.ts";
import { type Change, type HeaderFact, remember, seen } from "./facts.ts";
import { actsFor, type Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { AboutPoll } from "./poll-still.ts";
import { saysStill } from "./still.ts";
import type { Instant } from "./time.ts";

/** A message with what it is about, as it stands. */
export interface AboutDelivery extends Pick<AboutPoll, "answer" | "attendance" | "mentioned"> {
  group: Group;
  /** What the round is about. */
  about: HeaderFact;
  delivery: Delivery;
  candidate?: Candidate | undefined;
}

export interface DeliveryPress {
  by: PersonId;
  nonce: string;
  now: Instant;
}

export type DeliveryRefusal =
  | { kind: "notAllowed" }
  | { kind: "conflict" }
  | { kind: "notFailed" }
  | { kind: "noHelp" }
  | { kind: "noPoint" };

/** What may be over meanwhile: a block taken back, an app installed anew, an outage. An address outside Teams stays one. */
const MAY_PASS: ReadonlySet<Failure> = new Set(["blocked", "noApp", "gone", "gaveUp", "unknown"]);

/** Messages to a candidate are part of the case, which officers with a conflict of interest leave to others. */
const TO_CANDIDATE: ReadonlySet<Saying["kind"]> = new Set([
  "consentRequest",
  "consentReminder",
  "moveRequest",
  "nominationsWithdrawn",
]);

export const hasFailed = ({ status }: Delivery): boolean => status === "failed" || status === "unknown";

/** Whether what kept a message from arriving may be over. */
export const mayPass = (why: Failure | "unsure"): boolean => why === "unsure" || MAY_PASS.has(why);

/** Whether a message that wasn't said may arrive when it is sent once more. */
export const retryHelps = (delivery: Delivery): boolean =>
  delivery.status === "unknown" || (delivery.status === "failed" && mayPass(delivery.failure?.reason ?? "unknown"));

/** Whether what was to be said still has a point. */
const hasPoint = ({ group: _, about, candidate, delivery, ...answered }: AboutDelivery, now: Instant): boolean =>
  (delivery.until ?? Infinity) > now &&
  saysStill(delivery.saying, {
    ...answered,
    delivery,
    ...(about.kind === "call" && { call: about }),
    ...(about.kind === "poll" && { poll: about }),
    ...(about.kind === "meeting" && { meeting: about }),
    ...(candidate && { candidate }),
  });

/** Why somebody may not deal with a message that wasn't said; nothing when they may. */
function barred({ group, delivery, candidate }: AboutDelivery, by: PersonId): DeliveryRefusal | undefined {
  if (!actsFor(group, by)) return { kind: "notAllowed" };
  if (candidate && TO_CANDIDATE.has(delivery.saying.kind) && conflictOf(candidate, by)) return { kind: "conflict" };
  return hasFailed(delivery) ? undefined : { kind: "notFailed" };
}

/** Whether a message that wasn't said may arrive when somebody has all of them sent once more. */
export const mayGoAgain = (about: AboutDelivery, { by, now }: Pick<DeliveryPress, "by" | "now">): boolean =>
  !barred(about, by) &&
  !about.delivery.handled &&
  !about.candidate?.notReached?.handled &&
  retryHelps(about.delivery) &&
  hasPoint(about, now);

/** An officer has a message sent once more; one that was cut off may so arrive twice, and that stays written down. */
export function retry(about: AboutDelivery, { by, nonce, now }: DeliveryPress): Decision<Change, DeliveryRefusal> {
  const { delivery, group } = about;
  const mark = `retry ${nonce}`;
  if (actsFor(group, by) && seen(pressesOf(delivery), mark)) return accept({ facts: [], events: [] });
  const no = barred(about, by);
  if (no) return refuse(no);
  if (!retryHelps(delivery)) return refuse({ kind: "noHelp" });
  if (!hasPoint(about, now)) return refuse({ kind: "noPoint" });
  const again: Delivery = { ...pendingAgain(delivery, now), nonces: remember(pressesOf(delivery), mark) };
  return accept({ facts: [again], events: ["deliveryRetried"] });
}

/** The message as it waits to be sent once more. */
export function pendingAgain(delivery: Delivery, now: Instant): Delivery {
  const { claim: _c, failure: _f, handled: _h, waitingSince: _w, ...rest } = delivery;
  const again: Delivery = { ...rest, rev: delivery.rev + 1, status: "pending", at: now, tries: 0 };
  return delivery.status === "unknown" ? { ...again, repeated: true } : again;
}

/** Somebody told the recipient otherwise, by phone for example; the list no longer asks for it. */
export function markHandled(
  about: AboutDelivery,
  { by, nonce, now }: DeliveryPress,
): Decision<Change, DeliveryRefusal> {
  const { delivery, group } = about;
  const mark = `handled ${nonce}`;
  if (actsFor(group, by) && seen(pressesOf(delivery), mark)) return accept({ facts: [], events: [] });
  const no = barred(about, by);
  if (no) return refuse(no);
  if (delivery.handled) return accept({ facts: [], events: [] });
  const handled: Delivery = {
    ...delivery,
    rev: delivery.rev + 1,
    handled: { by, at: now },
    nonces: remember(pressesOf(delivery), mark),
  };
  return accept({ facts: [handled], events: ["deliveryHandled"] });
}

const pressesOf = ({ nonces = [] }: Delivery) => ({ nonces });
