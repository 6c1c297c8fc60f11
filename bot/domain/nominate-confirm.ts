import type { Call } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import type { PersonId } from "./ids.ts";
import type { Edited, Press } from "./nominate-edit.ts";
import { counts, type Nomination, type Organisation } from "./nomination.ts";
import { sameEmail } from "./person.ts";

export type ConfirmRefusal =
  | { kind: "notContact" }
  | { kind: "withdrawn" }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "stale"; nomination: Nomination };

/** Somebody who may be a contact: known as such, or by an address that is shown to be theirs. */
export interface MayBeContact {
  person?: PersonId;
  emails?: readonly string[];
}

/** The organisation for which somebody may answer; `hint` tells which, when they are the contact of several. */
export function contactFor(nomination: Nomination, who: MayBeContact, hint?: number): number | undefined {
  const isTheirs = ({ contact }: Organisation) =>
    contact?.person ? contact.person === who.person : !!who.emails?.includes(sameEmail(contact?.email ?? ""));
  const hinted = hint === undefined ? undefined : nomination.organisations[hint];
  if (hinted && isTheirs(hinted)) return hint;
  const found = nomination.organisations.findIndex(isTheirs);
  return found < 0 ? undefined : found;
}

/** A co-proposing organisation's contact says whether the organisation takes part in the proposal. Can be changed until the selection. */
export function confirm(
  { call, nomination }: { call: Call; nomination: Nomination },
  { organisation, answer }: { organisation: number; answer: "confirmed" | "objected" },
  press: Press & Pick<MayBeContact, "emails">,
): Decision<Edited, ConfirmRefusal> {
  const at = contactFor(nomination, { ...press, person: press.by }, organisation);
  if (at === undefined) return refuse({ kind: "notContact" });
  if (seen(nomination, press.nonce)) return accept({ facts: [], events: [], nomination });
  if (!counts(nomination)) return refuse({ kind: "withdrawn" });
  if (call.status === "cancelled" || call.status === "selected") return refuse({ kind: call.status });
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  const next: Nomination = {
    ...nomination,
    rev: nomination.rev + 1,
    organisations: nomination.organisations.map((o, i) => (i === at ? answered(o, answer) : o)),
    nonces: remember(nomination, press.nonce),
  };
  return accept({
    facts: [next],
    events: [answer === "confirmed" ? "nominationConfirmed" : "nominationObjected"],
    nomination: next,
  });
}

/** What the contact says themself takes the place of what was written down for them. */
const answered = (
  { word: _, ...organisation }: Organisation,
  confirmation: "confirmed" | "objected",
): Organisation => ({
  ...organisation,
  confirmation,
});
