import type { Call } from "./call.ts";
import { type Candidate, knownBy, stands } from "./candidate.ts";
import { needsLink } from "./candidate-hand.ts";
import type { Delivery, Recipient, Saying } from "./delivery.ts";
import { recipientOf } from "./due/candidate.ts";
import type { Nomination } from "./nomination.ts";
import { sameEmail } from "./person.ts";
import { type AboutPoll, pollSaysStill } from "./poll-still.ts";

/** Whether something written down to be said still has a point when it is about to be sent. */
export function saysStill(
  saying: Saying,
  {
    call,
    nomination,
    candidate,
    delivery,
    ...rest
  }: { call?: Call; nomination?: Nomination; candidate?: Candidate; delivery?: Delivery } & AboutPoll,
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
    case "candidateLink":
      return candidate !== undefined && isKnownAt(candidate, delivery?.to) && call?.status !== "cancelled";
    case "moveRequest":
      return (
        candidate?.move?.state === "asked" &&
        stands(candidate) &&
        call?.status !== "cancelled" &&
        (delivery?.to.to !== "address" || isTo(delivery, candidate))
      );
    case "consentOutcome":
    case "notReached":
    case "moveAnswered":
    case "conflictMarked":
    case "nominationsWithdrawn":
      return candidate !== undefined;
    case "callReminder":
    case "thinThemes":
      return call?.status === "open";
    default:
      return pollSaysStill(saying, { ...rest, delivery });
  }
}

/** Whether a candidate who asks for a link from this address can be sent one: it is theirs, and Teams doesn't reach them. */
export const isKnownAt = (candidate: Candidate, to: Recipient | undefined): boolean =>
  stands(candidate) &&
  needsLink(candidate) &&
  knownBy(candidate) !== undefined &&
  to?.to === "address" &&
  sameEmail(to.email ?? "") === knownBy(candidate);

/** Whether a message goes to where the candidate is reached now: an address may have been corrected meanwhile. */
export function isTo({ to }: Delivery, candidate: Candidate): boolean {
  const now = recipientOf(candidate);
  if (to.to === "person") return now.to === "person" && now.person === to.person;
  return to.to === "address" && now.to === "address" && now.email === to.email;
}
