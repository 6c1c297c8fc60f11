import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { conflictOf } from "./candidate-officer.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Delivery, Failure, Saying } from "./delivery.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { saysStill } from "./still.ts";
import type { Instant } from "./time.ts";

/** A message with what it is about, as it stands. */
export interface AboutDelivery {
  group: Group;
  call: Call;
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

/** Whether a message that wasn't said may arrive when it is sent once more. */
export const retryHelps = (delivery: Delivery): boolean =>
  delivery.status === "unknown" ||
  (delivery.status === "failed" && MAY_PASS.has(delivery.failure?.reason ?? "unknown"));

/** Whether what was to be said still has a point. */
const hasPoint = ({ call, candidate, delivery }: AboutDelivery, now: Instant): boolean =>
  (delivery.until ?? Infinity) > now &&
  saysStill(delivery.saying, { call, delivery, ...(candidate ? { candidate } : {}) });

/** Why somebody may not deal with a message that wasn't said; nothing when they may. */
function barred({ group, delivery, candidate }: AboutDelivery, by: PersonId): DeliveryRefusal | undefined {
  if (!isOfficer(group, by)) return { kind: "notAllowed" };
  if (candidate && TO_CANDIDATE.has(delivery.saying.kind) && conflictOf(candidate, by)) return { kind: "conflict" };
  return hasFailed(delivery) ? undefined : { kind: "notFailed" };
}

/** An officer has a message sent once more; one that was cut off may so arrive twice, and that stays written down. */
export function retry(about: AboutDelivery, { by, nonce, now }: DeliveryPress): Decision<Change, DeliveryRefusal> {
  const { delivery, group } = about;
  const mark = `retry ${nonce}`;
  if (isOfficer(group, by) && seen(pressesOf(delivery), mark)) return accept({ facts: [], events: [] });
  const no = barred(about, by);
  if (no) return refuse(no);
  if (!retryHelps(delivery)) return refuse({ kind: "noHelp" });
  if (!hasPoint(about, now)) return refuse({ kind: "noPoint" });
  const { claim: _c, failure: _f, handled: _h, waitingSince: _w, ...rest } = delivery;
  const again: Delivery = {
    ...rest,
    rev: delivery.rev + 1,
    status: "pending",
    at: now,
    tries: 0,
    ...(delivery.status === "unknown" && { repeated: true }),
    nonces: remember(pressesOf(delivery), mark),
  };
  return accept({ facts: [again], events: ["deliveryRetried"] });
}

/** Somebody told the recipient otherwise, by phone for example; the list no longer asks for it. */
export function markHandled(
  about: AboutDelivery,
  { by, nonce, now }: DeliveryPress,
): Decision<Change, DeliveryRefusal> {
  const { delivery, group } = about;
  const mark = `handled ${nonce}`;
  if (isOfficer(group, by) && seen(pressesOf(delivery), mark)) return accept({ facts: [], events: [] });
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
