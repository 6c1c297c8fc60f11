import type { Recipient } from "../delivery.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Nomination, Organisation } from "../nomination.ts";

/**
 * The proposer's receipt, which also tells of lateness and withdrawal; each co-proposer's contact; the officers when
 * one came late; the proposer when it was accepted nevertheless.
 */
export function dueOfNomination(nomination: Nomination, { group, call }: Around): Due[] {
  const { id, by, status, arrival, lateAccepted } = nomination;
  const proposer: Recipient[] = by ? [{ to: "person", person: by }] : [];
  const at = arrival.way === "teams" ? arrival.at : arrival.enteredAt;
  const due: Due[] = [{ key: "receipt", at, to: proposer, saying: { kind: "receipt", nomination: id } }];
  if (status !== "late")
    for (const [organisation, one] of nomination.organisations.entries()) {
      const contact = contactOf(one, by, call?.practice ?? false);
      if (contact)
        due.push({
          key: `coProposer ${contact.key}`,
          at: lateAccepted?.at ?? at,
          to: [contact.to],
          saying: { kind: "coProposer", nomination: id, organisation },
        });
    }
  if (status === "late" || lateAccepted)
    due.push({
      key: "lateArrived",
      at,
      to: toOfficers(officers(group)),
      saying: { kind: "lateArrived", nomination: id },
    });
  if (lateAccepted)
    due.push({
      key: "lateAccepted",
      at: lateAccepted.at,
      to: proposer,
      saying: { kind: "lateAccepted", nomination: id },
    });
  return due.filter(({ to }) => to.length > 0);
}

/** Who is told of a co-proposal: a person in Teams, or an address; in practice nobody outside Teams. */
function contactOf(
  { name, contact, confirmation }: Organisation,
  by: Nomination["by"],
  practice: boolean,
): { key: string; to: Recipient } | undefined {
  if (confirmation === "own" || !contact || (by && contact.person === by)) return undefined;
  if (contact.person) return { key: `${name} ${contact.person}`, to: { to: "person", person: contact.person } };
  if (!contact.email || practice) return undefined;
  return {
    key: `${name} ${contact.email}`,
    to: { to: "address", email: contact.email, name: contact.name },
  };
}
