import type { PersonId } from "./ids.ts";
import type { Lang } from "./lang.ts";

/** A person in a partition of their own: identities and how to reach them. Erasing removes exactly that. */
export interface Person {
  kind: "person";
  id: PersonId;
  name: string;
  email?: string;
  /** The language of the client, or the one chosen on the home card. */
  lang?: Lang;
  langChosen?: boolean;
  /** IANA name of the zone that their client was last in: a hint for telling times, which nobody sets. */
  zone?: string;
  identities: Identity[];
  /** How Teams reaches this person; `conversation` once there is a 1:1 chat. */
  teams?: { id: string; serviceUrl: string; conversation?: string };
}

/** Who somebody was seen to be: a user of a tenant, or who opened a link that was sent to an address. */
export type Identity = { tenant: string; oid: string } | { email: string };

/** A person's Entra id in a tenant; nothing for somebody who isn't of that tenant. */
export const oidIn = ({ identities }: Pick<Person, "identities">, tenant: string): string | undefined =>
  identities.flatMap((one) => ("oid" in one && one.tenant === tenant ? [one.oid] : []))[0];

/** The addresses that somebody has shown to be theirs, as addresses are compared. */
export const verifiedEmails = ({ identities }: Pick<Person, "identities">): string[] =>
  identities.flatMap((one) => ("email" in one ? [one.email] : []));

/** How a typed or verified e-mail address is compared. */
export const sameEmail = (email: string): string => email.trim().toLowerCase();
