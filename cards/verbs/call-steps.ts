import { z } from "zod";
import { MOST_CONTACTS, MOST_CRITERIA, MOST_LINKS, MOST_SEAT_GROUPS } from "../../bot/domain/call-steps.ts";
import { callId, language, nonce, ticked, typed } from "./fields.ts";

/** How long each field of a call may be; the inputs say the same. */
export const callCaps = {
  title: 120,
  mandate: 1500,
  lookingFor: 800,
  seatName: 80,
  count: 9,
  elsewhere: 80,
  criterion: 160,
  rhythm: 150,
  fee: 150,
  appoints: 120,
  caseNumber: 60,
  contactName: 80,
  phone: 30,
  email: 100,
  linkTitle: 80,
  url: 300,
  note: 300,
  reason: 400,
  question: 800,
  answer: 1200,
} as const;

/** Inputs stand flat in a card (`name1`, `name2` …); here they become rows again. */
const rows = (names: readonly string[], most: number, data: Record<string, unknown>) =>
  Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      names.map((name) => [name, data[`${name}${at + 1}`]]).filter(([, value]) => value !== undefined),
    ),
  );

const withRows = <S extends z.ZodType>(make: (data: Record<string, unknown>) => Record<string, unknown>, schema: S) =>
  z.preprocess((data) => {
    const flat = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
    return { ...flat, ...make(flat) };
  }, schema);

/** What every page of a call sends besides what was typed. `stamp` tells what it was drawn from. */
const page = {
  call: callId,
  lang: language,
  stamp: z.string().max(40),
  nonce,
  next: z.enum(["on", "back"]).default("on"),
  noteFi: typed(callCaps.note),
  noteSv: typed(callCaps.note),
  noteEn: typed(callCaps.note),
};

const day = typed(40);

/** Saving a page of a call: a draft is kept, a published call is corrected. */
export const stepVerbs = {
  "call.saveTexts": z.object({
    ...page,
    title: typed(callCaps.title),
    mandate: typed(callCaps.mandate),
    lookingFor: typed(callCaps.lookingFor),
  }),
  "call.saveSeats": withRows(
    (data) => ({ rows: rows(["name", "count", "elsewhere", "substitutes"], MOST_SEAT_GROUPS, data) }),
    z.object({
      ...page,
      rows: z
        .array(
          z.object({
            name: typed(callCaps.seatName),
            count: typed(callCaps.count),
            elsewhere: typed(callCaps.elsewhere),
            substitutes: ticked,
          }),
        )
        .max(MOST_SEAT_GROUPS),
    }),
  ),
  "call.saveCriteria": withRows(
    (data) => ({ rows: rows(["text", "level", "asksReason"], MOST_CRITERIA, data) }),
    z.object({
      ...page,
      rows: z
        .array(
          z
            .object({
              text: typed(callCaps.criterion),
              level: z.enum(["required", "preferred"]).optional(),
              asksReason: ticked,
            })
            .transform(({ text, level, asksReason }) => ({ text, required: level === "required", asksReason })),
        )
        .max(MOST_CRITERIA),
      organisations: ticked,
      joint: ticked,
      self: ticked,
    }),
  ),
  "call.saveDates": z.object({
    ...page,
    opensDate: day,
    opensTime: day,
    deadlineDate: day,
    deadlineTime: day,
    consentDate: day,
    consentTime: day,
    decisionDate: day,
    decisionTime: day,
    termFrom: day,
    termTo: day,
  }),
  "call.savePractical": withRows(
    (data) => ({
      contacts: rows(["name", "phone", "email", "from", "to"], MOST_CONTACTS, data),
      links: rows(["title", "url"], MOST_LINKS, data),
    }),
    z.object({
      ...page,
      rhythm: typed(callCaps.rhythm),
      fee: typed(callCaps.fee),
      appoints: typed(callCaps.appoints),
      caseNumber: typed(callCaps.caseNumber),
      contacts: z
        .array(
          z.object({
            name: typed(callCaps.contactName),
            phone: typed(callCaps.phone),
            email: typed(callCaps.email),
            from: day,
            to: day,
          }),
        )
        .max(MOST_CONTACTS),
      links: z.array(z.object({ title: typed(callCaps.linkTitle), url: typed(callCaps.url) })).max(MOST_LINKS),
      tellEarlier: ticked,
      onWeb: ticked,
    }),
  ),
};
