import type { Group } from "../bot/domain/group.ts";
import { langs } from "../bot/domain/lang.ts";
import { linesOf } from "../bot/domain/outside-members.ts";
import { textFor } from "./text.ts";
import { RETENTIONS } from "./verbs/group.ts";
import type { Fields } from "./verbs.ts";

/** What stands in the form's fields. */
export type GroupValues = Omit<Fields<"group.save">, "group" | "nonce" | "rev">;

/** The form as a group stands. */
export function valuesOf(group: Group): GroupValues {
  const { quorum, members } = group;
  const joined = (ids: readonly string[]) => ids.join(",") || undefined;
  const [chair, ...coChairs] = group.chairs;
  const basis = basisOf(group);
  const own = basis === "own" ? group.legalBasis : {};
  return {
    name_fi: group.name.fi,
    name_sv: group.name.sv,
    name_en: group.name.en,
    languages: group.languages.join(","),
    body: group.body,
    controller_fi: group.controller?.fi,
    controller_sv: group.controller?.sv,
    controller_en: group.controller?.en,
    privacyContact: group.privacyContact,
    basis,
    basis_fi: own?.fi,
    basis_sv: own?.sv,
    basis_en: own?.en,
    zone: group.zone,
    chair,
    coChairs: joined(coChairs),
    viceChair: group.viceChair,
    secretaries: joined(group.secretaries),
    members: members.kind,
    named: members.kind === "named" ? joined(members.persons) : undefined,
    outside: (members.kind === "named" && linesOf(members.outside ?? [])) || undefined,
    substitutes: group.substitutes,
    quorum: quorum.kind === "count" ? String(quorum.count) : undefined,
    secret: group.secretByDefault,
    balance: group.genderBalance,
    retention: RETENTIONS.find((months) => Number(months) === group.retentionMonths),
    here: false,
  };
}

/** Which of the usual legal bases the group's words are, in all of its languages. */
export function basisOf(group: Group): NonNullable<GroupValues["basis"]> {
  const told = group.legalBasis ?? {};
  const is = (basis: "publicTask" | "legitimateInterest") =>
    langs.every((lang) => !told[lang] || told[lang] === textFor(lang).group.basisTexts[basis]);
  const usual = group.body === "authority" ? "publicTask" : "legitimateInterest";
  if (is(usual)) return "usual";
  return is("publicTask") ? "publicTask" : is("legitimateInterest") ? "legitimateInterest" : "own";
}
