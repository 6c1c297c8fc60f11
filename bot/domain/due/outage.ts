import type { Call, Outage } from "../call.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Instant } from "../time.ts";

/** Officers of a call that was open are told of each outage once. */
export const dueOfOutages = (call: Call, { group }: Around): Due[] =>
  (call.outages ?? []).map((outage, index) => ({
    key: `outage:${outage.from}`,
    at: 0,
    to: toOfficers(officers(group)),
    saying: { kind: "outage", index },
  }));

/** A call that was open during an outage keeps it; nothing when it wasn't open, or has it already. */
export function withOutage(call: Call, outage: Outage): Call | undefined {
  const wasOpen =
    call.openedAt !== undefined && call.openedAt <= outage.to && outage.from <= (call.closedAt ?? endOf(call));
  const known = call.outages?.some(({ from }) => from === outage.from);
  return wasOpen && !known ? { ...call, rev: call.rev + 1, outages: [...(call.outages ?? []), outage] } : undefined;
}

const endOf = (call: Call): Instant => call.cancelled?.at ?? Number.POSITIVE_INFINITY;
