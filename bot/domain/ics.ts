import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Group } from "./group.ts";
import { inLang, type Lang } from "./lang.ts";
import type { Meeting } from "./meeting.ts";

/** Whom a calendar file is for: it names nobody else who is called. */
export interface Attendee {
  name: string;
  email: string;
}

/** What a calendar does with a file: a request asks its attendee, so that without an address it can only be published. */
export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

export function methodOf({ status }: Meeting, attendee: Attendee | undefined): CalendarMethod {
  if (status === "cancelled") return "CANCEL";
  return attendee ? "REQUEST" : "PUBLISH";
}

/**
 * A calendar file of one meeting for one person (RFC 5545 and 5546). The same meeting gives the same bytes; instants are in
 * UTC, so that no calendar needs to know our zone.
 */
export const invitationFile = (meeting: Meeting, group: Group, attendee: Attendee | undefined, lang: Lang): string =>
  fileOf([meeting], group, lang, ICalCalendarMethod[methodOf(meeting, attendee)], attendee);

/**
 * Several meetings in one file, to be taken into a calendar at once. It names nobody who is called: a request may hold
 * only one meeting, and what is published has no attendees.
 */
export const seriesFile = (meetings: readonly Meeting[], group: Group, lang: Lang): string =>
  fileOf(meetings, group, lang, ICalCalendarMethod.PUBLISH, undefined);

function fileOf(
  meetings: readonly Meeting[],
  group: Group,
  lang: Lang,
  method: ICalCalendarMethod,
  attendee: Attendee | undefined,
): string {
  const calendar = ical({ method, prodId: { company: "Ehdolla", product: "Ehdolla", language: lang.toUpperCase() } });
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, group, lang, attendee));
  // the library leaves the last line without its end
  return `${calendar.toString()}\r\n`;
}

function eventOf(meeting: Meeting, group: Group, lang: Lang, attendee: Attendee | undefined) {
  const { venue, organiser } = meeting;
  const link = linkOf(venue.joinUrl);
  const place = clean(venue.place ?? "");
  return {
    id: meeting.uid,
    sequence: meeting.sequence,
    stamp: new Date(meeting.changedAt),
    created: new Date(meeting.createdAt),
    lastModified: new Date(meeting.changedAt),
    ...when(meeting),
    summary: clean(inLang(meeting.title, lang, group.languages)),
    description: descriptionOf(meeting, group, lang),
    location: [place, link].filter(Boolean).join(", ") || null,
    url: link ?? null,
    status: meeting.status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: partyOf(organiser),
    ...(attendee && {
      attendees: [{ ...partyOf(attendee), rsvp: false }],
    }),
  };
}

/** Whoever has no name is called by their address. */
const partyOf = ({ name, email }: Attendee): Attendee => ({
  name: clean(name) || addressOf(email),
  email: addressOf(email),
});

/** Instants; for whole days the dates, the day after the last one as the end. */
function when({ start, end, allDay }: Meeting) {
  if (!allDay) return { start: new Date(start.at), end: new Date(end.at) };
  const day = (wall: string, after: number) => {
    const [y = 0, m = 1, d = 1] = wall.slice(0, 10).split("-").map(Number);
    return new Date(Date.UTC(y, m - 1, d + after));
  };
  return { allDay: true, start: day(start.wall, 0), end: day(end.wall, 1) };
}

/** What one needs to know to take part, as the chair wrote it. */
const descriptionOf = ({ venue, note, notice }: Meeting, group: Group, lang: Lang): string | null => {
  const links = [venue.joinUrl, notice?.agendaUrl, notice?.materialUrl].map(linkOf);
  const practical = [inLang(note, lang, group.languages), venue.accessibility, venue.interpreting, venue.parking];
  const lines = [...links, ...practical.map((text) => clean(text ?? ""))].filter(Boolean);
  return lines.join("\n") || null;
};

/** Without the signs that a calendar file may not hold; line breaks as it has them. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

/** Only what is a link, without anything that could end its line. */
const linkOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) && /^https?:/i.test(url) ? new URL(url).href : undefined;

const addressOf = (email: string): string => email.toWellFormed().replace(/[^\P{Cc}]|[\s,;:"<>]/gu, "");
