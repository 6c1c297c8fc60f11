import type { Nomination, Organisation, Role } from "./nomination.ts";
import { lineOf, type OrganisationRefusal, type WrittenOrganisation } from "./organisations.ts";

/** So many organisations have fields of their own; the others stand in a list. */
export const ORGANISATION_ROWS = 5;

/** A nomination form as it was filled in: drawn again word for word when it is refused. */
export interface Written {
  /** A people field's value: our ids, or Entra ids. */
  person?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  position?: string | undefined;
  /** The sender's own first; as many as there are rows. */
  organisations: WrittenOrganisation<string>[];
  /** One a line: name; contact; e-mail. */
  others?: string | undefined;
  seatGroup?: string | undefined;
  alternative?: string | undefined;
  role?: Role | undefined;
  reason?: string | undefined;
  /** By criterion id. */
  reasons: Record<string, string>;
  otherBodies?: string | undefined;
}

/** What an officer wrote about how a proposal came in. */
export interface WrittenArrival {
  way?: "email" | "phone" | "paper" | undefined;
  date?: string | undefined;
  time?: string | undefined;
  proposerName?: string | undefined;
  proposerEmail?: string | undefined;
  proposerPhone?: string | undefined;
  /** The person proposed themselves. */
  self: boolean;
}

/** Why what was written can't be read as a proposal. */
export type WrittenRefusal =
  | OrganisationRefusal
  | { kind: "tooMuchText" }
  | { kind: "personUnknown" }
  | { kind: "personUnnamed" }
  | { kind: "twoPersons"; picked: string; written: string }
  | { kind: "practiceOutside" };

/** As many bytes as still fit one card together with the form around them; every field full of Finnish is less. */
const HEAVIEST = 12_800;

/** More than a form can be drawn with again: letters of three bytes in every field. */
export const isTooMuch = (written: Written): boolean => Buffer.byteLength(JSON.stringify(written)) > HEAVIEST;

export const nothingWritten: Written = { organisations: [], reasons: {} };

/** A saved nomination as its form would hold it. */
export const writtenOf = (n: Nomination): Written => ({
  position: n.proposer.position,
  organisations: n.organisations.slice(0, ORGANISATION_ROWS).map(row),
  others: n.organisations.slice(ORGANISATION_ROWS).map(lineOf).join("\n") || undefined,
  seatGroup: n.seatGroup,
  alternative: n.alternative,
  role: n.role,
  reason: n.reason || undefined,
  reasons: n.reasons,
  otherBodies: n.otherBodies,
});

const row = ({ contact, confirmation: _, ...organisation }: Organisation): WrittenOrganisation<string> => ({
  ...organisation,
  contactPerson: contact?.person,
  contactName: contact?.name,
  contactEmail: contact?.email,
});
