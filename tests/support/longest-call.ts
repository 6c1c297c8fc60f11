import type { Call } from "../../bot/domain/call.ts";
import { MOST_CONTACTS, MOST_CRITERIA, MOST_LINKS, MOST_SEAT_GROUPS } from "../../bot/domain/call-steps.ts";
import type { Group } from "../../bot/domain/group.ts";
import { type LocalText, langs } from "../../bot/domain/lang.ts";
import { callCaps } from "../../cards/verbs/call-steps.ts";
import { aCall, aGroup, moment } from "./builders.ts";

/** A group of all languages, whose texts are as long as its form allows. */
export const longestGroup = (sign: string): Group => {
  const text = (most: number): LocalText => Object.fromEntries(langs.map((lang) => [lang, filled(sign, most)]));
  return aGroup({
    languages: [...langs],
    name: text(100),
    controller: text(120),
    legalBasis: text(200),
    privacyContact: filled("x", 120),
  });
};

/** A call whose every text is as long as its forms allow, in every language, written with this sign. */
export function longestCall(sign: string, own: Partial<Call> = {}): Call {
  const text = (most: number): LocalText => Object.fromEntries(langs.map((lang) => [lang, filled(sign, most)]));
  const url = `https://example.org/${"x".repeat(callCaps.url - 20)}`;
  return aCall({
    title: text(callCaps.title),
    mandate: text(callCaps.mandate),
    lookingFor: text(callCaps.lookingFor),
    rhythm: text(callCaps.rhythm),
    fee: text(callCaps.fee),
    appoints: text(callCaps.appoints),
    caseNumber: filled(sign, callCaps.caseNumber),
    seatGroups: Array.from({ length: MOST_SEAT_GROUPS }, (_, at) => ({
      id: `s${at + 1}`,
      name: text(callCaps.seatName),
      min: 10 + at,
      max: 200,
      substitutes: at % 2 === 0,
      ...(at % 3 === 0
        ? { filledElsewhere: text(callCaps.elsewhere) }
        : at % 3 === 1
          ? { deadline: moment("2027-05-18", "16:15") }
          : {}),
    })),
    criteria: Array.from({ length: MOST_CRITERIA }, (_, at) => ({
      id: `c${at + 1}`,
      text: text(callCaps.criterion),
      level: at % 2 === 0 ? ("required" as const) : ("preferred" as const),
      asksReason: true,
    })),
    contacts: Array.from({ length: MOST_CONTACTS }, () => ({
      name: filled(sign, callCaps.contactName),
      phone: filled("1", callCaps.phone),
      email: filled("x", callCaps.email),
      from: "2027-05-06",
      to: "2027-05-14",
    })),
    links: Array.from({ length: MOST_LINKS }, () => ({ title: filled(sign, callCaps.linkTitle), url })),
    corrections: Array.from({ length: 12 }, () => ({ at: 0, by: "person:chair" as const, note: text(callCaps.note) })),
    extensions: Array.from({ length: 12 }, () => ({
      at: 0,
      by: "person:chair" as const,
      from: moment("2027-05-10", "16:15"),
      to: moment("2027-05-14", "16:15"),
      seatGroup: "s2",
      reason: filled(sign, callCaps.reason),
    })),
    ...own,
  });
}

/** As many signs as a field takes: a field counts UTF-16 units. */
export const filled = (sign: string, most: number): string => sign.repeat(Math.floor(most / sign.length));
