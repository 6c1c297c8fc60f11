import type { Recipient } from "../delivery.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import { isEntered, type Nomination, type Organisation } from "../nomination.ts";
import { sameEmail } from "../person.ts";

/**
 * The proposer's receipt, which also tells of lateness and withdrawal; each co-proposer's contact; the officers when
 * one came late; the proposer when it was accepted nevertheless. Of one that a stranger sent on the web, only a link to
 * the address that they gave, until it is confirmed.
 */
export function dueOfNomination(nomination: Nomination, { group, call }: Around): Due[] {
  const { id, by, status, arrival, lateAccepted, unconfirmed } = nomination;
  const proposer: Recipient[] = by ? [{ to: "person", person: by }] : [];
  const at = isEntered(arrival) ? arrival.enteredAt : arrival.at;
  const due: Due[] = [
    ...confirming(nomination),
    { key: "receipt", at, to: proposer, saying: { kind: "receipt", nomination: id } },
  ];
  if (status !== "late" && !unconfirmed)
    for (const [organisation, one] of nomination.organisations.entries()) {
      const contact = contactOf(one, nomination, call?.practice ?? false);
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

/** To the address that the sender on the web gave: it is theirs when they come back by the link. The name may be anybody's. */
function confirming({ id, arrival, proposer: { email } }: Nomination): Due[] {
  if (arrival.way !== "web" || !email) return [];
  const to: Recipient[] = [{ to: "address", name: email, email }];
  return [{ key: "confirmAddress", at: arrival.at, to, saying: { kind: "confirmAddress", nomination: id } }];
}

/** Who is told of a co-proposal: a person in Teams, or an address; in practice nobody outside Teams. */
function contactOf(
  { name, contact, confirmation }: Organisation,
  { by, proposer }: Nomination,
  practice: boolean,
): { key: string; to: Recipient } | undefined {
  if (confirmation === "own" || !contact || (by && contact.person === by)) return undefined;
  if (contact.person) return { key: `${name} ${contact.person}`, to: { to: "person", person: contact.person } };
  if (!contact.email || practice) return undefined;
  if (proposer.email && sameEmail(contact.email) === sameEmail(proposer.email)) return undefined;
  return {
    key: `${name} ${contact.email}`,
    to: { to: "address", email: contact.email, name: contact.name },
  };
}
