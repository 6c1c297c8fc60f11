import type { Call } from "./call.ts";
import type { Saved } from "./call-save.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { CallMailing } from "./delivery.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

export type CancelRefusal = { kind: "notOfficer" } | { kind: "notCancellable" } | { kind: "reasonMissing" };

/** A published call is called off with a reason: the thread, the proposers and the candidates are told. */
export function cancel(
  call: Call,
  group: Group,
  { reason, nonce, by, now }: { reason?: string | undefined; nonce: string; by: PersonId; now: Instant },
): Decision<Saved, CancelRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(call, nonce) || call.status === "cancelled") return accept({ facts: [], events: [], call });
  if (call.status !== "open" && call.status !== "closed") return refuse({ kind: "notCancellable" });
  if (!reason) return refuse({ kind: "reasonMissing" });
  const cancelled: Call = {
    ...call,
    rev: call.rev + 1,
    status: "cancelled",
    cancelled: { at: now, by, reason },
    nonces: remember(call, nonce),
  };
  return accept({
    facts: [cancelled, mailingOf(call, "cancelled", now)],
    events: ["callCancelled"],
    call: cancelled,
  });
}

/** Those of the earlier call are told of a new one when an officer wished so; a practice call tells nobody outside. */
export const newCallMailing = (call: Call, now: Instant): CallMailing[] =>
  call.basedOn && call.tellEarlier && !call.practice
    ? [{ ...mailingOf(call, "newCall", now), source: call.basedOn }]
    : [];

const mailingOf = (call: Call, what: CallMailing["what"], at: Instant): CallMailing => ({
  kind: "mailing",
  id: `mail:${what.toLowerCase()}`,
  rev: 1,
  what,
  source: call.id,
  at,
  done: false,
});
