import { z } from "zod";
import { dayListVerbs } from "./day-lists.ts";
import { groupId, nonce, rev, ticked, typed } from "./fields.ts";

/** The longest texts that a group's settings take. */
export const GROUP_CAPS = {
  name: 120,
  controller: 150,
  contact: 150,
  basis: 200,
  zone: 40,
  person: 150,
  people: 500,
  members: 1_500,
  outside: 900,
} as const;

/** How long personal data can be kept, in months; cards offer these. */
export const RETENTIONS = ["3", "6", "12", "24", "60"] as const;

/** On which legal basis personal data is used: the usual one of the body, one of two, or in own words. */
export const BASES = ["usual", "publicTask", "legitimateInterest", "own"] as const;

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional();
const name = typed(GROUP_CAPS.name);
const controller = typed(GROUP_CAPS.controller);
const basis = typed(GROUP_CAPS.basis);
const person = typed(GROUP_CAPS.person);
const people = typed(GROUP_CAPS.people);

/** What can be pressed about a group. */
export const groupVerbs = {
  ...dayListVerbs,
  "group.show": z.object({ group: groupId }),
  "group.form": z.object({ group: groupId }),
  "group.save": z.object({
    group: groupId,
    nonce,
    rev,
    name_fi: name,
    name_sv: name,
    name_en: name,
    languages: typed(20),
    body: oneOf(["authority", "organisations"]),
    controller_fi: controller,
    controller_sv: controller,
    controller_en: controller,
    privacyContact: typed(GROUP_CAPS.contact),
    basis: oneOf(BASES),
    basis_fi: basis,
    basis_sv: basis,
    basis_en: basis,
    zone: typed(GROUP_CAPS.zone),
    chair: person,
    coChairs: people,
    viceChair: person,
    secretaries: people,
    members: oneOf(["team", "named"]),
    named: typed(GROUP_CAPS.members),
    outside: typed(GROUP_CAPS.outside),
    substitutes: oneOf(["none", "general", "personal"]),
    quorum: typed(3),
    secret: ticked,
    balance: oneOf(["off", "recommended", "binding"]),
    retention: oneOf(RETENTIONS),
    here: ticked,
  }),
};
