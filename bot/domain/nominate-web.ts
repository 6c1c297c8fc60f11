import type { Call } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { PersonId } from "./ids.ts";
import { counted, type Nominated } from "./nominate.ts";
import type { Entry } from "./nominate-entry.ts";
import { joined } from "./nominate-join.ts";
import type { Nomination } from "./nomination.ts";
import { sameEmail } from "./person.ts";
import { canonical } from "./record.ts";
import type { Instant, Moment } from "./time.ts";

export type AddressRefusal =
  | { kind: "withdrawn" }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "confirmTooLate"; until: Moment };

/** Until when a sender on the web can confirm their address: as long as there is time to ask the candidate. */
export const confirmBy = (call: Call): Moment | undefined => call.consentBy;

interface Unconfirmed {
  call: Call;
  nomination: Nomination;
  candidates: readonly Candidate[];
  behind: readonly Nomination[];
}

/**
 * The sender on the web came back by the link that went to their address: only now there is a candidate, who is asked.
 * Whether it was in time was decided when the form arrived.
 */
export function confirmAddress(
  { call, nomination, candidates, behind }: Unconfirmed,
  { by, at }: { by: PersonId; at: Instant },
): Decision<Nominated, AddressRefusal> {
  if (nomination.status === "withdrawn") return refuse({ kind: "withdrawn" });
  if (!nomination.unconfirmed) return accept({ facts: [], events: [], nomination });
  if (call.status === "cancelled" || call.status === "selected") return refuse({ kind: call.status });
  const until = confirmBy(call);
  if (until && at > until.at) return refuse({ kind: "confirmTooLate", until });
  const { unconfirmed: _, agreedTo, ...rest } = nomination;
  const { nominee, self } = nomination;
  const theirs: Nomination = {
    ...rest,
    rev: nomination.rev + 1,
    by,
    nominee: self ? { ...nominee, person: by } : nominee,
  };
  if (theirs.status === "late") return accept({ facts: [theirs], events: ["addressConfirmed"], nomination: theirs });
  const joining = joined(theirs, candidates, { at, by, text: agreedTo ?? "" });
  return accept(counted(call, theirs, joining, behind, ["addressConfirmed"]));
}

/** Whoever has the address says that the proposal isn't theirs, or takes it back before confirming it. */
export function disown(nomination: Nomination, at: Instant): Decision<Nominated, { kind: "alreadyConfirmed" }> {
  if (nomination.status === "withdrawn") return accept({ facts: [], events: [], nomination });
  if (!nomination.unconfirmed) return refuse({ kind: "alreadyConfirmed" });
  const gone: Nomination = { ...nomination, rev: nomination.rev + 1, status: "withdrawn", withdrawnAt: at };
  return accept({ facts: [gone], events: ["nominationWithdrawn"], nomination: gone });
}

/** Whether a form that comes a second time still says what it said: then it is the same proposal. */
export const saysTheSame = (nomination: Nomination, entry: Entry): boolean =>
  canonical(saidIn(nomination.nominee, nomination)) === canonical(saidIn(entry.nominee, entry));

const saidIn = (
  nominee: Entry["nominee"],
  said: Pick<Entry, "organisations" | "reason" | "reasons" | "otherBodies">,
) => [
  nominee?.name,
  sameEmail(nominee?.email ?? ""),
  nominee?.phone,
  said.organisations.map((o) => [o.name, o.contact?.name, o.contact?.email]),
  said.reason ?? "",
  Object.entries(said.reasons).filter(([, text]) => text),
  said.otherBodies,
];
