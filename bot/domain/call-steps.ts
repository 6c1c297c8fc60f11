import type { Call } from "./call.ts";
import type { Group } from "./group.ts";
import { hashed } from "./hashed.ts";
import type { Lang } from "./lang.ts";
import { canonical } from "./record.ts";
import type { Moment } from "./time.ts";

/** The parts in which a call is written. */
export const steps = ["texts", "seats", "criteria", "dates", "practical"] as const;
export type Step = (typeof steps)[number];

/** One form: a part in one language. Counts, dates and people are asked for with the main language only. */
export interface Page {
  step: Step;
  lang: Lang;
}

export const MOST_SEAT_GROUPS = 12;
export const MOST_CRITERIA = 12;
export const MOST_CONTACTS = 6;
export const MOST_LINKS = 5;

type Typed = string | undefined;

export interface SeatRow {
  name?: Typed;
  /** "2" or "10–12". */
  count?: Typed;
  elsewhere?: Typed;
  substitutes?: boolean;
}
export interface CriterionRow {
  text?: Typed;
  required?: boolean;
  asksReason?: boolean;
}
export interface ContactRow {
  name?: Typed;
  phone?: Typed;
  email?: Typed;
  from?: Typed;
  to?: Typed;
}
export interface LinkRow {
  title?: Typed;
  url?: Typed;
}

/** What is written in a form, exactly as typed. */
export interface Written {
  texts: { title?: Typed; mandate?: Typed; lookingFor?: Typed };
  seats: { rows: SeatRow[] };
  criteria: { rows: CriterionRow[]; organisations?: boolean; joint?: boolean; self?: boolean };
  dates: {
    opensDate?: Typed;
    opensTime?: Typed;
    deadlineDate?: Typed;
    deadlineTime?: Typed;
    consentDate?: Typed;
    consentTime?: Typed;
    decisionDate?: Typed;
    decisionTime?: Typed;
    termFrom?: Typed;
    termTo?: Typed;
  };
  practical: {
    rhythm?: Typed;
    fee?: Typed;
    appoints?: Typed;
    caseNumber?: Typed;
    contacts: ContactRow[];
    links: LinkRow[];
    tellEarlier?: boolean;
    onWeb?: boolean;
  };
}

export const mainLang = (group: Group): Lang => group.languages[0] ?? "fi";

/** All forms of a call, in the order in which they are written: the main language first, then each other one. */
export const pagesOf = (group: Group): Page[] => {
  const main = mainLang(group);
  const others = group.languages.filter((lang) => lang !== main);
  return [
    ...steps.map((step) => ({ step, lang: main })),
    ...others.flatMap((lang) => steps.filter((step) => step !== "dates").map((step) => ({ step, lang }))),
  ];
};

/** The page that follows, or nothing at the last one: then comes the preview. */
export const pageAfter = (group: Group, { step, lang }: Page): Page | undefined => {
  const pages = pagesOf(group);
  return pages[pages.findIndex((page) => page.step === step && page.lang === lang) + 1];
};

const dayAndTime = <K extends string>(name: K, moment: Moment | undefined) =>
  ({ [`${name}Date`]: moment?.wall.slice(0, 10), [`${name}Time`]: moment?.wall.slice(11) || undefined }) as Record<
    `${K}Date` | `${K}Time`,
    Typed
  >;

export const countText = ({ min, max }: { min: number; max: number }): string =>
  min === max ? String(min) : `${min}–${max}`;

/** A call as its forms show it: what somebody would have typed to make it so. */
export const writtenOf = (call: Call, lang: Lang): Written => ({
  texts: { title: call.title[lang], mandate: call.mandate[lang], lookingFor: call.lookingFor[lang] },
  seats: {
    rows: call.seatGroups.map((seats) => ({
      name: seats.name[lang],
      count: countText(seats),
      elsewhere: seats.filledElsewhere?.[lang],
      substitutes: seats.substitutes,
    })),
  },
  criteria: {
    rows: call.criteria.map(({ text, level, asksReason }) => ({
      text: text[lang],
      required: level === "required",
      asksReason,
    })),
    ...call.nominators,
  },
  dates: {
    ...dayAndTime("opens", call.opens),
    ...dayAndTime("deadline", call.deadline),
    ...dayAndTime("consent", call.consentBy),
    ...dayAndTime("decision", call.decisionMeeting),
    termFrom: call.term?.from,
    termTo: call.term?.to,
  },
  practical: {
    rhythm: call.rhythm[lang],
    fee: call.fee[lang],
    appoints: call.appoints[lang],
    caseNumber: call.caseNumber,
    contacts: call.contacts,
    links: call.links,
    tellEarlier: call.tellEarlier,
    onWeb: call.onWeb ?? false,
  },
});

/** Changes whenever a part does, and only then: a form drawn with it is out of date once it differs. */
export const stampOf = (call: Call, { step, lang }: Page): string =>
  hashed(canonical([writtenOf(call, lang)[step], rowIds(call, step)]), 12);

const rowIds = (call: Call, step: Step) =>
  step === "seats" ? call.seatGroups.map((s) => s.id) : step === "criteria" ? call.criteria.map((c) => c.id) : [];
