import { z } from "zod";
import { COMMENT_CAP } from "../../bot/domain/poll-answering.ts";
import { groupId, meetingId, nonce, page, personId, rev, ticked, typed } from "./fields.ts";

/** How long each field of a meeting may be; the inputs say the same. */
export const meetingCaps = {
  title: 120,
  note: 500,
  place: 160,
  url: 500,
  practical: 200,
  people: 2_000,
  personal: 4_000,
  outside: 2_000,
  number: 5,
  reason: 400,
  comment: COMMENT_CAP,
} as const;

const short = typed(40);
const at = { meeting: meetingId };
const time = { date: short, time: short, length: typed(meetingCaps.number) };
const written = {
  title_fi: typed(meetingCaps.title),
  title_sv: typed(meetingCaps.title),
  title_en: typed(meetingCaps.title),
  note_fi: typed(meetingCaps.note),
  note_sv: typed(meetingCaps.note),
  note_en: typed(meetingCaps.note),
  mode: z.enum(["teams", "onSite", "hybrid"]).default("teams"),
  place: typed(meetingCaps.place),
  joinUrl: typed(meetingCaps.url),
  accessibility: typed(meetingCaps.practical),
  interpreting: typed(meetingCaps.practical),
  parking: typed(meetingCaps.practical),
  quorum: typed(meetingCaps.number),
  answerDate: short,
  answerTime: short,
  noticeDate: short,
};
const roles = z.enum(["member", "substitute", "guest"]);
const who = {
  members: typed(meetingCaps.people),
  substitutes: typed(meetingCaps.people),
  personal: typed(meetingCaps.personal),
  guests: typed(meetingCaps.people),
  outside: typed(meetingCaps.outside),
  outsideAs: roles.optional(),
};
const about = { ...at, for: personId };

/** What can be pressed about meetings. */
export const meetingVerbs = {
  "meetings.mine": z.object({ page }),
  "meeting.form": z.object({ group: groupId }),
  "meeting.call": z.object({ group: groupId, nonce, anyway: ticked, ...time, ...written, ...who }),
  "meeting.show": z.object(at),
  /** The card as the channel sees it. */
  "meeting.card": z.object(at),
  "meeting.attend": z.object({
    ...at,
    coming: z.enum(["yes", "no", "substitute"]),
    rev,
    sequence: rev,
    nonce,
    /** For whom it is; absent: the presser. */
    for: personId.optional(),
    comment: typed(meetingCaps.comment),
  }),
  /** One person, for whom an answer is written down; for officers with all else that they can do about them. */
  "meeting.attendFor": z.object(about),
  "meeting.inviteForm": z.object(at),
  "meeting.invite": z.object({ ...at, rev, nonce, ...who }),
  "meeting.uninviteForm": z.object(about),
  "meeting.uninvite": z.object({ ...about, rev, nonce }),
  /** A link for somebody outside Teams, to be passed on by hand. */
  "meeting.linkForm": z.object(about),
  "meeting.link": z.object({ ...about, nonce }),
  "meeting.endLinksForm": z.object(about),
  "meeting.endLinks": z.object({ ...about, nonce }),
  "meeting.manage": z.object(at),
  "meeting.people": z.object({ ...at, page }),
  "meeting.moveForm": z.object(at),
  "meeting.move": z.object({ ...at, rev, nonce, ...time, lastDate: short }),
  "meeting.changeForm": z.object(at),
  "meeting.change": z.object({ ...at, rev, nonce, anyway: ticked, ...written }),
  "meeting.cancelForm": z.object(at),
  "meeting.cancel": z.object({ ...at, rev, nonce, reason: typed(meetingCaps.reason) }),
  "meeting.noticeForm": z.object(at),
  "meeting.notice": z.object({
    ...at,
    rev,
    nonce,
    agendaUrl: typed(meetingCaps.url),
    materialUrl: typed(meetingCaps.url),
  }),
  /** A link to the presser's own calendar file. */
  "meeting.calendar": z.object(at),
  /** Addresses and text to copy into Outlook. */
  "meeting.copy": z.object(at),
};
