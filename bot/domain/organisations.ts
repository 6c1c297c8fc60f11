import { businessId } from "./business-id.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { PersonId } from "./ids.ts";
import type { Organisation } from "./nomination.ts";

/** So many organisations can propose one person together. */
export const MOST_ORGANISATIONS = 40;

/** The longest that a name and a contact may be, also on a line of the list of others. */
export const organisationLengths = { name: 80, contact: 60, email: 120 } as const;

/** One organisation as somebody wrote it; `contactPerson` was chosen among Teams users, in a form first as the field's value. */
export interface WrittenOrganisation<P extends string = PersonId> {
  name?: string | undefined;
  businessId?: string | undefined;
  reach?: Organisation["reach"] | undefined;
  locality?: string | undefined;
  funding?: string | undefined;
  targetGroups?: string | undefined;
  contactPerson?: P | undefined;
  contactName?: string | undefined;
  contactEmail?: string | undefined;
}

export type OrganisationRefusal =
  | { kind: "tooManyOrganisations"; count: number }
  | { kind: "organisationLine"; line: string }
  | { kind: "organisationUnnamed"; at: number }
  | { kind: "notBusinessId"; written: string }
  | { kind: "notEmail"; written: string };

/** Good enough to be told from a slip: whether an address works is found out by writing to it. */
export const looksLikeEmail = (written: string): boolean => /^[^@\s;,<>]+@[^@\s;,<>]+\.[^@\s;,<>]{2,}$/.test(written);

/** All organisations of a form: the sender's own first, then the rows, then the list "name; contact; e-mail" a line. */
export function organisationsFrom(
  rows: readonly WrittenOrganisation[],
  others: string | undefined,
): Decision<Organisation[], OrganisationRefusal> {
  const listed: WrittenOrganisation[] = [];
  for (const line of (others ?? "").split(/\r?\n/)) {
    if (!line.trim()) continue;
    const read = readLine(line);
    if (!read) return refuse({ kind: "organisationLine", line: line.trim() });
    listed.push(read);
  }
  const unnamed = rows.findIndex((row) => !row.name && Object.values(row).some((value) => value !== undefined));
  if (unnamed >= 0) return refuse({ kind: "organisationUnnamed", at: unnamed + 1 });
  const all = [...rows, ...listed].filter((one) => one.name);
  if (all.length > MOST_ORGANISATIONS) return refuse({ kind: "tooManyOrganisations", count: all.length });
  const organisations: Organisation[] = [];
  for (const [at, written] of all.entries()) {
    const read = organisation(written, at === 0);
    if (!read.ok) return refuse(read.refusal);
    organisations.push(read.state);
  }
  return accept(organisations);
}

/** A list as it is written again into the form. */
export const lineOf = ({ name, contact }: Organisation): string =>
  [name, contact?.name ?? "", contact?.email ?? ""].join("; ").replace(/(; )+$/, "");

function readLine(line: string): WrittenOrganisation | undefined {
  const [name = "", contactName = "", contactEmail = "", ...more] = line.split(/[;\t]/).map((part) => part.trim());
  const fits =
    name !== "" &&
    more.every((part) => part === "") &&
    name.length <= organisationLengths.name &&
    contactName.length <= organisationLengths.contact &&
    contactEmail.length <= organisationLengths.email;
  if (!fits) return undefined;
  const onlyEmail = contactEmail === "" && looksLikeEmail(contactName);
  return {
    name,
    contactName: (onlyEmail ? "" : contactName) || undefined,
    contactEmail: (onlyEmail ? contactName : contactEmail) || undefined,
  };
}

function organisation(written: WrittenOrganisation, own: boolean): Decision<Organisation, OrganisationRefusal> {
  const { name = "", reach, locality, funding, targetGroups, contactPerson, contactName, contactEmail } = written;
  const id = written.businessId && businessId(written.businessId);
  if (written.businessId && !id) return refuse({ kind: "notBusinessId", written: written.businessId });
  if (contactEmail && !looksLikeEmail(contactEmail)) return refuse({ kind: "notEmail", written: contactEmail });
  const contact = {
    name: contactName ?? contactEmail ?? "",
    ...(contactPerson && { person: contactPerson }),
    ...(contactEmail && { email: contactEmail }),
  };
  return accept({
    name,
    ...(id && { businessId: id }),
    ...(reach && { reach }),
    ...(locality && { locality }),
    ...(funding && { funding }),
    ...(targetGroups && { targetGroups }),
    ...(!own && (contactPerson || contactName || contactEmail) && { contact }),
    confirmation: own ? "own" : "notConfirmed",
  });
}
