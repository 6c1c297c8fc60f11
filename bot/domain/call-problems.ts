import { type Call, openSeats } from "./call.ts";
import { mainLang, type Page, type Step } from "./call-steps.ts";
import type { Group } from "./group.ts";
import type { Lang, LocalText } from "./lang.ts";
import type { Instant } from "./time.ts";

/** What keeps a call from being published. */
export type Problem =
  | "title"
  | "mandate"
  | "seats"
  | "nominators"
  | "deadline"
  | "deadlinePast"
  | "opensAfterDeadline"
  | "decisionMeeting"
  | "decisionTooEarly"
  | "consentTooEarly"
  | "consentTooLate"
  | "appoints"
  | "contact";

/** Where each is put right. */
export const stepOf: Record<Problem, Step> = {
  title: "texts",
  mandate: "texts",
  seats: "seats",
  nominators: "criteria",
  deadline: "dates",
  deadlinePast: "dates",
  opensAfterDeadline: "dates",
  decisionMeeting: "dates",
  decisionTooEarly: "dates",
  consentTooEarly: "dates",
  consentTooLate: "dates",
  appoints: "practical",
  contact: "practical",
};

/** Everything that is still missing or contradicts itself, in the order of the steps. */
export function problemsOf(call: Call, group: Group, now: Instant): Problem[] {
  const main = mainLang(group);
  const { deadline, opens, consentBy, decisionMeeting } = call;
  const is = (problem: Problem, holds: boolean): Problem[] => (holds ? [problem] : []);
  return [
    ...is("title", !call.title[main]),
    ...is("mandate", !call.mandate[main]),
    ...is("seats", openSeats(call).length === 0),
    ...is("nominators", !call.nominators.organisations && !call.nominators.self),
    ...is("deadline", !deadline),
    ...is("deadlinePast", deadline !== undefined && deadline.at <= now),
    ...is("opensAfterDeadline", deadline !== undefined && opens !== undefined && opens.at >= deadline.at),
    ...is("decisionMeeting", !decisionMeeting),
    ...is(
      "decisionTooEarly",
      decisionMeeting !== undefined && deadline !== undefined && decisionMeeting.at < deadline.at,
    ),
    ...is("consentTooEarly", consentBy !== undefined && deadline !== undefined && consentBy.at < deadline.at),
    ...is(
      "consentTooLate",
      consentBy !== undefined && decisionMeeting !== undefined && consentBy.at > decisionMeeting.at,
    ),
    ...is("appoints", !call.appoints[main]),
    ...is("contact", call.contacts.length === 0),
  ];
}

/** The pages that lack words in a language of the group although the main language has them. */
export function missingLanguages(call: Call, group: Group): Page[] {
  const main = mainLang(group);
  const lacks = (lang: Lang) => (text: LocalText | undefined) => Boolean(text?.[main]) && !text?.[lang];
  const texts: { step: Step; texts: (LocalText | undefined)[] }[] = [
    { step: "texts", texts: [call.title, call.mandate, call.lookingFor] },
    { step: "seats", texts: call.seatGroups.flatMap((s) => [s.name, s.filledElsewhere]) },
    { step: "criteria", texts: call.criteria.map((c) => c.text) },
    { step: "practical", texts: [call.rhythm, call.fee, call.appoints] },
  ];
  return group.languages
    .filter((lang) => lang !== main)
    .flatMap((lang) => texts.filter((one) => one.texts.some(lacks(lang))).map(({ step }) => ({ step, lang })));
}
