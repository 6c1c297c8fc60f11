import { accept, type Decision, refuse } from "./decision.ts";
import type { Group } from "./group.ts";
import { type Lang, type LocalText, langs, languagesMissing } from "./lang.ts";
import type { Meeting } from "./meeting.ts";
import type { Venue } from "./poll.ts";
import { allDaySpan, spanAt } from "./poll-generate.ts";
import type { Span } from "./poll-options.ts";
import { type Instant, type Moment, momentAt, type TimeRefusal } from "./time.ts";

type Typed = string | undefined;

type TypedVenue = Record<"place" | "joinUrl" | "accessibility" | "interpreting" | "parking", Typed> & {
  mode: Venue["mode"];
};

/** What a meeting's form sends beside its time and its people. */
export type TypedMeeting = TypedVenue &
  Record<"quorum" | "answerDate" | "answerTime" | "noticeDate" | `title_${Lang}` | `note_${Lang}`, Typed>;

export type MeetingTypedRefusal =
  | { kind: "titleMissing" | "dateMissing" | "lengthWrong" | "quorumWrong" | "answerTooLate" | "noticeTooLate" }
  | { kind: "answerPassed" | "noticePassed" }
  | { kind: "lastDayBefore" | "timeOrLastDay" }
  /** Told all the same when it is sent once more, knowingly. */
  | { kind: "languagesMissing"; languages: Lang[] }
  | { kind: "urlWrong"; written: string }
  | TimeRefusal;

const MOST_MINUTES = 24 * 60;

/** The time that a form names: a day, a time of day and minutes. */
export function spanTyped(
  { date, time, length }: { date?: Typed; time?: Typed; length?: Typed },
  zone: string,
): Decision<Span, MeetingTypedRefusal> {
  if (!date || !time) return refuse({ kind: "dateMissing" });
  const minutes = Number(length);
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > MOST_MINUTES) return refuse({ kind: "lengthWrong" });
  return spanAt(date, time, minutes, zone);
}

/** The time that a meeting is moved to: as above, or without a time of day whole days, from the first to the last. */
export function moveTyped(
  { lastDate, ...typed }: { date?: Typed; time?: Typed; length?: Typed; lastDate?: Typed },
  zone: string,
): Decision<Span, MeetingTypedRefusal> {
  const { date, time } = typed;
  if (time && lastDate) return refuse({ kind: "timeOrLastDay" });
  if (!date || time) return spanTyped(typed, zone);
  if (lastDate && lastDate < date) return refuse({ kind: "lastDayBefore" });
  return allDaySpan(date, lastDate ?? date, zone);
}

export type MeetingTold = Pick<Meeting, "title" | "note" | "venue"> & {
  quorum: number | undefined;
  answerBy: Moment | undefined;
  notice: Meeting["notice"] | undefined;
};

/**
 * What a form tells about a meeting; what was typed wrong is named. What of a notice is known already stays, and so may
 * days that have passed since they were set.
 */
export function toldTyped(
  typed: TypedMeeting,
  { languages, zone }: Pick<Group, "languages" | "zone">,
  { start, notice, answerBy }: Pick<Meeting, "start" | "notice" | "answerBy">,
  { now, anyway = false }: { now: Instant; anyway?: boolean },
): Decision<MeetingTold, MeetingTypedRefusal> {
  const title = local(typed, "title", languages);
  if (Object.keys(title).length === 0) return refuse({ kind: "titleMissing" });
  const url = urlTyped(typed.joinUrl);
  if (!url.ok) return refuse(url.refusal);
  const quorum = typed.quorum === undefined ? undefined : Number(typed.quorum);
  if (quorum !== undefined && !(Number.isInteger(quorum) && quorum > 0)) return refuse({ kind: "quorumWrong" });
  const answer = typed.answerDate ? momentAt(typed.answerDate, typed.answerTime, zone) : undefined;
  if (answer && !answer.ok) return refuse(answer.refusal);
  if (answer && answer.state.at >= start.at) return refuse({ kind: "answerTooLate" });
  if (answer && answer.state.at <= now && answer.state.wall !== answerBy?.wall) return refuse({ kind: "answerPassed" });
  const day = typed.noticeDate ? momentAt(typed.noticeDate, undefined, zone) : undefined;
  if (day && !day.ok) return refuse(day.refusal);
  if (typed.noticeDate && typed.noticeDate > start.wall.slice(0, 10)) return refuse({ kind: "noticeTooLate" });
  if (day && day.state.at < now && day.state.wall !== notice?.by?.wall) return refuse({ kind: "noticePassed" });
  const note = local(typed, "note", languages);
  const missing = languagesMissing([title, note], languages);
  if (missing.length > 0 && !anyway) return refuse({ kind: "languagesMissing", languages: missing });
  const { by: _, ...sent } = notice ?? {};
  const told = { ...(day && { by: day.state }), ...sent };
  return accept({
    title,
    note,
    venue: venueTyped(typed),
    quorum,
    answerBy: answer?.state,
    notice: Object.keys(told).length > 0 ? told : undefined,
  });
}

/** An address that may be linked to; an empty field is none. */
export function urlTyped(written: Typed): Decision<string | undefined, { kind: "urlWrong"; written: string }> {
  if (!written) return accept(undefined);
  const good = /^https:\/\/\S+$/i.test(written) && URL.canParse(written);
  return good ? accept(written) : refuse({ kind: "urlWrong", written });
}

/** Where, and what one needs to know to take part; what was left empty isn't there. */
export const venueTyped = ({ mode, place, joinUrl, accessibility, interpreting, parking }: TypedVenue): Venue => ({
  mode,
  ...(place && { place }),
  ...(joinUrl && { joinUrl }),
  ...(accessibility && { accessibility }),
  ...(interpreting && { interpreting }),
  ...(parking && { parking }),
});

/** Only the group's languages are asked for. */
const local = (typed: TypedMeeting, field: "title" | "note", languages: readonly Lang[]): LocalText =>
  Object.fromEntries(
    langs.flatMap((lang) => {
      const words = typed[`${field}_${lang}`];
      return words && languages.includes(lang) ? [[lang, words]] : [];
    }),
  );
