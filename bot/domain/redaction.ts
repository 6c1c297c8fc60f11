import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { mayHandle } from "./candidate-officer.ts";
import { type CallOver, callOver } from "./consent.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Nomination } from "./nomination.ts";

export type RedactRefusal =
  | { kind: "notAllowed" }
  | { kind: "conflict" }
  | CallOver
  | { kind: "noSuchReason" }
  | { kind: "stale" };

/** One written reason of a nomination: of a criterion, or the overall one under `reason`. */
export const reasonOf = (nomination: Nomination, field: string): string | undefined =>
  field === "reason"
    ? nomination.reason
    : Object.hasOwn(nomination.reasons, field)
      ? nomination.reasons[field]
      : undefined;

/** What others may read of a reason. The original stays with the officers; an empty redaction publishes nothing. */
export const publishedReason = (nomination: Nomination, field: string): string | undefined =>
  Object.hasOwn(nomination.redacted, field) ? nomination.redacted[field] : reasonOf(nomination, field);

/** An officer rewrites what is published of a reason. Writing the original again takes the redaction away. */
export function redact(
  { group, call, nomination, candidate }: { group: Group; call: Call; nomination: Nomination; candidate?: Candidate },
  { field, text }: { field: string; text: string },
  press: { by: PersonId; nonce: string; rev: number },
): Decision<Change & { nomination: Nomination }, RedactRefusal> {
  if (!isOfficer(group, press.by)) return refuse({ kind: "notAllowed" });
  if (seen(nomination, press.nonce)) return accept({ facts: [], events: [], nomination });
  if (nomination.by === press.by || (candidate && !mayHandle(group, candidate, press.by)))
    return refuse({ kind: "conflict" });
  const over = callOver(call);
  if (over) return refuse(over);
  if (press.rev !== nomination.rev) return refuse({ kind: "stale" });
  const original = reasonOf(nomination, field);
  if (!original) return refuse({ kind: "noSuchReason" });
  const { [field]: _, ...others } = nomination.redacted;
  const next: Nomination = {
    ...nomination,
    rev: nomination.rev + 1,
    redacted: text === original ? others : { ...others, [field]: text },
    nonces: remember(nomination, press.nonce),
  };
  return accept({ facts: [next], events: ["reasonRedacted"], nomination: next });
}
