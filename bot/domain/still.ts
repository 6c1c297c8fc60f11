import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import type { Saying } from "./delivery.ts";

/** Whether something written down to be said still has a point when it is about to be sent. */
export function saysStill(saying: Saying, { call, candidate }: { call?: Call; candidate?: Candidate }): boolean {
  switch (saying.kind) {
    case "consentRequest":
    case "consentReminder":
      return candidate?.consent === "asked" && stands(candidate) && call?.status !== "cancelled";
    case "callReminder":
    case "thinThemes":
      return call?.status === "open";
    default:
      return true;
  }
}
