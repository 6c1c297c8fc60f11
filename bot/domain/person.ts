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
  identities: { tenant: string; oid: string }[];
  /** How Teams reaches this person; `conversation` once there is a 1:1 chat. */
  teams?: { id: string; serviceUrl: string; conversation?: string };
}

/** How a typed or verified e-mail address is compared. */
export const sameEmail = (email: string): string => email.trim().toLowerCase();
