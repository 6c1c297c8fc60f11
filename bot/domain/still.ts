import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import type { Delivery, Saying } from "./delivery.ts";
import { recipientOf } from "./due/candidate.ts";
import type { Nomination } from "./nomination.ts";

/** Whether something written down to be said still has a point when it is about to be sent. */
export function saysStill(
  saying: Saying,
  {
    call,
    nomination,
    candidate,
    delivery,
  }: { call?: Call; nomination?: Nomination; candidate?: Candidate; delivery?: Delivery },
): boolean {
  switch (saying.kind) {
    case "confirmAddress":
      return nomination?.unconfirmed === true && nomination.status !== "withdrawn";
    case "consentRequest":
    case "consentReminder":
      return (
        candidate?.consent === "asked" &&
        stands(candidate) &&
        call?.status !== "cancelled" &&
        (!delivery || isTo(delivery, candidate))
      );
    case "moveRequest":
      return candidate?.move?.state === "asked" && stands(candidate) && call?.status !== "cancelled";
    case "consentOutcome":
    case "notReached":
    case "moveAnswered":
    case "nominationsWithdrawn":
      return candidate !== undefined;
    case "callReminder":
    case "thinThemes":
      return call?.status === "open";
    default:
      return true;
  }
}

/** Whether a message goes to where the candidate is reached now: an address may have been corrected meanwhile. */
export function isTo({ to }: Delivery, candidate: Candidate): boolean {
  const now = recipientOf(candidate);
  if (to.to === "person") return now.to === "person" && now.person === to.person;
  return to.to === "address" && now.to === "address" && now.email === to.email;
}
