import { z } from "zod";
import type { OptionId } from "../../bot/domain/poll.ts";
import { choices } from "../../bot/domain/poll-answer.ts";
import { COMMENT_CAP } from "../../bot/domain/poll-answering.ts";
import { listTyped } from "./day-lists.ts";
import { groupId, nonce, page, personId, pollId, rev, ticked, typed } from "./fields.ts";

/** How long each field of a poll may be; the inputs say the same. */
export const pollCaps = {
  title: 120,
  note: 500,
  place: 160,
  url: 500,
  practical: 200,
  weeks: 120,
  notOn: 400,
  people: 2_000,
  outside: 6_000,
  outsideRequired: 2_000,
  contactName: 80,
  phone: 30,
  reason: 400,
  comment: COMMENT_CAP,
} as const;

/** So many single times are added at once. */
export const MOST_ROWS = 6;

export const pollSteps = ["what", "times", "who", "rules"] as const;
export type PollStep = (typeof pollSteps)[number];

const short = typed(40);
const choice = z.enum(choices);
const optionId = z.custom<OptionId>((v) => typeof v === "string" && /^o\d{1,4}$/.test(v));
/** The options that a list of ids with commas between names. */
export const optionIdsIn = (written: string | undefined): OptionId[] =>
  (written ?? "").split(",").filter((one): one is OptionId => optionId.safeParse(one).success);

const optionIds = typed(1_000).transform(optionIdsIn);

const write = { poll: pollId, rev, nonce, next: z.enum(["on", "stay", "back"]).default("on") };
const at = { poll: pollId };
const about = { ...at, for: personId };

/** Inputs stand flat in a card, with a prefix (`c_o1`, `d_2027-06-07`); here they become a record. */
const prefixed = (prefix: string, data: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      key.startsWith(prefix) && value !== "" ? [[key.slice(prefix.length), value]] : [],
    ),
  );

const flat = <S extends z.ZodType>(make: (data: Record<string, unknown>) => Record<string, unknown>, schema: S) =>
  z.preprocess((data) => {
    const record = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
    return { ...record, ...make(record) };
  }, schema);

const answering = {
  ...at,
  /** Whose answer it is; absent: the presser's own. */
  for: personId.optional(),
  page,
  fill: choice.optional(),
};

const given = {
  ...answering,
  rev,
  nonce,
  next: z.enum(["on", "done"]).default("done"),
  comment: typed(pollCaps.comment),
  /** Whether the form had a field for a comment: then an empty one takes the comment away. */
  commented: ticked,
  standIn: typed(pollCaps.people),
  standInAs: z.enum(["assistant", "substitute"]).optional(),
  choices: z.record(z.string().max(6), choice),
  days: z.record(z.string().max(10), choice),
};

const withChoices = <S extends z.ZodType>(schema: S) =>
  flat((data) => ({ choices: prefixed("c_", data), days: prefixed("d_", data) }), schema);

/** What can be pressed about polls. */
export const pollVerbs = {
  "polls.mine": z.object({ page }),
  "poll.new": z.object({ group: groupId, nonce: nonce.optional() }),
  "poll.step": z.object({ ...at, step: z.enum(pollSteps) }),
  "poll.saveWhat": z.object({
    ...write,
    title_fi: typed(pollCaps.title),
    title_sv: typed(pollCaps.title),
    title_en: typed(pollCaps.title),
    note_fi: typed(pollCaps.note),
    note_sv: typed(pollCaps.note),
    note_en: typed(pollCaps.note),
    length: z.coerce.number().int().min(5).max(1_440),
    mode: z.enum(["teams", "onSite", "hybrid"]),
    place: typed(pollCaps.place),
    joinUrl: typed(pollCaps.url),
    accessibility: typed(pollCaps.practical),
    interpreting: typed(pollCaps.practical),
    parking: typed(pollCaps.practical),
  }),
  "poll.saveTimes": flat(
    (data) => ({
      rows: Array.from({ length: MOST_ROWS }, (_, i) => ({ date: data[`date${i + 1}`], time: data[`time${i + 1}`] })),
    }),
    z.object({
      ...write,
      remove: typed(1_000),
      rows: z.array(z.object({ date: short, time: short })).max(MOST_ROWS),
      weeks: typed(pollCaps.weeks),
      weekdays: short,
      from1: short,
      to1: short,
      from2: short,
      to2: short,
      every: z.coerce.number().int().min(5).max(1_440).optional(),
      wholeDays: ticked,
      notOnHolidays: ticked,
      notOn: typed(pollCaps.notOn),
      lists: typed(400),
      ...listTyped,
    }),
  ),
  "poll.saveWho": z.object({
    ...write,
    members: ticked,
    named: typed(pollCaps.people),
    outside: typed(pollCaps.outside),
    outsideRequired: typed(pollCaps.outsideRequired),
    required: typed(pollCaps.people),
    anyone: ticked,
  }),
  "poll.saveRules": z.object({
    ...write,
    deadlineDate: short,
    deadlineTime: short,
    visibility: z.enum(["always", "afterOwn", "atEnd"]),
    namesInChannel: ticked,
    closesWhenAnswered: ticked,
    contactName: typed(pollCaps.contactName),
    phone: typed(pollCaps.phone),
    least: short,
    most: short,
    perMonth: ticked,
    daysApart: short,
  }),
  "poll.deleteDraft": z.object({ ...at, sure: ticked }),
  "poll.preview": z.object(at),
  "poll.post": z.object({ ...at, rev, nonce, anyway: ticked }),
  "poll.manage": z.object(at),
  /** The card as the channel sees it. */
  "poll.card": z.object(at),
  "poll.show": z.object({ ...at, page }),
  "poll.form": z.object({ ...answering, comment: typed(pollCaps.comment) }),
  "poll.answer": withChoices(z.object(given)),
  "poll.noneSuits": withChoices(z.object({ ...given, rev: rev.optional(), nonce: nonce.optional() })),
  /** For whom an officer writes down an answer. */
  "poll.asked": z.object({ ...at, page }),
  /** Everybody who is asked, and one of them with all that officers can do about them. */
  "poll.people": z.object({ ...at, page }),
  "poll.person": z.object(about),
  "poll.addForm": z.object(at),
  "poll.add": z.object({
    ...at,
    rev,
    nonce,
    named: typed(pollCaps.people),
    outside: typed(pollCaps.outside),
    required: ticked,
  }),
  "poll.removeForm": z.object(about),
  "poll.remove": z.object({ ...about, rev, nonce }),
  "poll.require": z.object({ ...about, rev, nonce, required: ticked }),
  /** A link for somebody outside Teams, to be passed on by hand. */
  "poll.linkForm": z.object(about),
  "poll.link": z.object({ ...about, nonce }),
  "poll.endLinksForm": z.object(about),
  "poll.endLinks": z.object({ ...about, nonce }),
  "poll.close": z.object({ ...at, nonce }),
  "poll.extendForm": z.object(at),
  "poll.extend": z.object({ ...at, nonce, deadlineDate: short, deadlineTime: short }),
  "poll.remind": z.object({ ...at, nonce }),
  "poll.decideForm": z.object(at),
  "poll.decide": z.object({ ...at, rev, nonce, options: optionIds, despite: optionIds }),
  "poll.cancelForm": z.object(at),
  "poll.cancel": z.object({ ...at, nonce, reason: typed(pollCaps.reason) }),
  /** Addresses and text to copy into a calendar. */
  "poll.copy": z.object(at),
};
