import type { Saying } from "../domain/delivery.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import { type CalendarMethod, invitationFile, methodOf, seriesFile } from "../domain/ics.ts";
import type { MeetingId, PersonId } from "../domain/ids.ts";
import { inLang, type Lang } from "../domain/lang.ts";
import type { Meeting } from "../domain/meeting.ts";
import { asLeft, leftOf } from "../domain/meeting-people.ts";
import { DAY } from "../domain/time.ts";
import { isOutside } from "./mail-link.ts";
import { readPerson } from "./people.ts";
import type { Message, Ports } from "./ports.ts";
import { readGroup, readMeeting } from "./round.ts";
import { inRound, issue, opened, takeBackAll } from "./secret.ts";

/** A calendar file, and what it is served or attached with. */
export interface CalendarFile {
  name: string;
  method: CalendarMethod;
  text: string;
}

/** What a link to a calendar file opens, kept under its token's hash in the meeting's partition: it goes when that goes. */
interface CalendarTicket {
  person: PersonId;
  lang: Lang;
  /** Of several meetings at once; the ticket stands with the first. */
  series?: MeetingId[];
}

const KIND = "calendar";

/** One meeting as it stands now, for one person's calendar; its cancellation for whoever isn't called any more; nothing for others. */
export async function calendarFile(
  ports: Pick<Ports, "store">,
  { meeting: id, person, lang }: { meeting: MeetingId; person: PersonId; lang: Lang },
): Promise<CalendarFile | undefined> {
  const meeting = await readMeeting(ports.store, id);
  const group = meeting && (await readGroup(ports.store, meeting.group));
  if (!meeting || !group) return undefined;
  const left = isCalled(meeting, person) ? undefined : leftOf(meeting, person);
  if (!left && !isCalled(meeting, person) && !isOfficer(group, person)) return undefined;
  const theirs = left ? asLeft(meeting, left) : meeting;
  const reader = await readPerson(ports.store, person);
  const attendee = reader?.email ? { name: reader.name, email: reader.email } : undefined;
  return {
    name: fileName(theirs),
    method: methodOf(theirs, attendee),
    text: invitationFile(theirs, group, attendee, lang),
  };
}

/** Several meetings as they stand now in one file, of those that a person still is called to; nothing where none is left. */
async function calendarOfSeries(
  { store }: Pick<Ports, "store">,
  { series, person, lang }: { series: readonly MeetingId[]; person: PersonId; lang: Lang },
): Promise<CalendarFile | undefined> {
  const found = await Promise.all(series.map((id) => readMeeting(store, id)));
  const theirs = found.filter((m) => m !== undefined && m.status === "called" && isCalled(m, person)) as Meeting[];
  const meetings = theirs.sort((a, b) => a.start.at - b.start.at);
  const [first, last] = [meetings[0], meetings.at(-1)];
  const group = first && (await readGroup(store, first.group));
  if (!first || !last || !group) return undefined;
  const name = `${first.start.wall.slice(0, 10)}--${last.start.wall.slice(0, 10)}.ics`;
  return { name, method: "PUBLISH", text: seriesFile(meetings, group, lang) };
}

const isCalled = ({ invited }: Meeting, person: PersonId) => invited.some((i) => i.person === person);

/** `2027-06-14-1300.ics` */
const fileName = ({ start }: Meeting) => `${start.wall.replace("T", "-").replace(":", "")}.ics`;

/** A link to one person's calendar file, that works until a week after the meeting and shows how it then stands. */
export const mintCalendarLink = (
  ports: Ports,
  { meeting, person, lang }: { meeting: Meeting; person: PersonId; lang: Lang },
): Promise<string> => minted(ports, [meeting], { person, lang });

/** A link to all of several meetings in one file, that works until a week after the last. */
const mintSeriesLink = (
  ports: Ports,
  { meetings, person, lang }: { meetings: readonly [Meeting, ...Meeting[]]; person: PersonId; lang: Lang },
): Promise<string> => minted(ports, meetings, { person, lang, series: meetings.map(({ id }) => id) });

async function minted(ports: Ports, meetings: readonly [Meeting, ...Meeting[]], body: CalendarTicket): Promise<string> {
  const [{ id }] = meetings;
  const until = Math.max(...meetings.map(({ end }) => end.at), ports.clock.now()) + 7 * DAY;
  const token = await issue(ports, inRound(id, KIND), body, until);
  return `${ports.publicUrl}/calendar/${id.slice("meeting:".length)}/${token}`;
}

/** What calendars are told of in these messages to one person. */
const IN_CALENDARS: ReadonlySet<Saying["kind"]> = new Set([
  "pollInvitation",
  "meetingInvitation",
  "meetingMoved",
  "meetingChanged",
  "meetingCancelled",
  "meetingLeft",
  "callingNotice",
  "calledIn",
]);

/**
 * A message about meetings brings its reader a link to each one's calendar file, and by mail the files, which mail programs
 * take into the calendar by themselves. A message about several brings none of those that are off by now.
 */
export async function withCalendar(ports: Ports, message: Message): Promise<Message> {
  const { showing, to } = message;
  const { meeting, meetings = meeting ? [meeting] : [], delivery, group } = showing;
  if (to.kind !== "person" || !IN_CALENDARS.has(delivery.saying.kind)) return message;
  const { id: person, lang = group.languages[0] ?? "fi" } = to.person;
  const calendar = await Promise.all(
    meetings.map(async (m) => ({ meeting: m.id, url: await mintCalendarLink(ports, { meeting: m, person, lang }) })),
  );
  const held = meetings.filter((m) => m.status === "called");
  const [first, ...others] = held;
  const calendarOfAll =
    first && others.length > 0 && (await mintSeriesLink(ports, { meetings: [first, ...others], person, lang }));
  const linked = { ...message, showing: { ...showing, calendar, ...(calendarOfAll && { calendarOfAll }) } };
  if (!isOutside(message)) return linked;
  const told = meetings.length > 1 ? held : meetings;
  const files = await Promise.all(told.map((m) => calendarFile(ports, { meeting: m.id, person, lang })));
  return { ...linked, files: files.filter((file) => file !== undefined) };
}

/** What a link opens (`<meeting>/<token>`); nothing when it is unknown, mistyped, taken back or over. */
export async function openCalendar(
  ports: Pick<Ports, "store" | "clock">,
  path: string,
): Promise<CalendarFile | undefined> {
  const [, part, token = ""] = /^([\w-]{4,40})\/(.*)$/.exec(path) ?? [];
  const meeting: MeetingId = `meeting:${part}`;
  const ticket = part && (await opened<CalendarTicket>(ports, inRound(meeting, KIND), token));
  if (!ticket) return undefined;
  const { series, person, lang } = ticket;
  return series ? calendarOfSeries(ports, { series, person, lang }) : calendarFile(ports, { meeting, person, lang });
}

/** Takes back every link to one person's calendar file of a meeting. */
export const revokeCalendarLinks = (ports: Pick<Ports, "store">, meeting: MeetingId, person: PersonId): Promise<void> =>
  takeBackAll<CalendarTicket>(ports, meeting, KIND, (ticket) => ticket.person === person);

/** What an officer copies into an invitation of their own: addresses of all who are called, subject and text. */
export interface OutlookCopy {
  addresses: string[];
  /** Called, but without an address that is known. */
  without: string[];
  subject: string;
  body: string;
}

/** Addresses and text for an invitation that an officer sends from their own calendar. */
export async function outlookCopy(
  ports: Pick<Ports, "store">,
  { meeting: id, by, tenant, lang }: { meeting: MeetingId; by: PersonId; tenant: string; lang: Lang },
): Promise<OutlookCopy | undefined> {
  const meeting = await readMeeting(ports.store, id);
  const group = meeting && (await readGroup(ports.store, meeting.group));
  if (!meeting || !group || group.place.tenant !== tenant || !isOfficer(group, by)) return undefined;
  const called = meeting.invited.filter(
    (i) => i.role !== "substitute" || meeting.calledIn.some((c) => c.person === i.person && !c.released),
  );
  const people = await Promise.all(called.map((i) => readPerson(ports.store, i.person)));
  const known = people.filter((p) => p !== undefined);
  return {
    addresses: known.flatMap((p) => p.email ?? []),
    without: known.filter((p) => !p.email).map((p) => p.name),
    ...textOf(meeting, group, lang),
  };
}

const textOf = ({ title, note, venue }: Meeting, { languages }: Group, lang: Lang) => ({
  subject: inLang(title, lang, languages),
  body: [
    inLang(note, lang, languages),
    venue.joinUrl,
    venue.place,
    venue.accessibility,
    venue.interpreting,
    venue.parking,
  ]
    .filter(Boolean)
    .join("\n"),
});
