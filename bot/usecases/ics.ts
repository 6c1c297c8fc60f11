import { createHash, randomBytes } from "node:crypto";
import type { Saying } from "../domain/delivery.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import { type CalendarMethod, invitationFile, methodOf } from "../domain/ics.ts";
import type { MeetingId, PersonId } from "../domain/ids.ts";
import { inLang, type Lang } from "../domain/lang.ts";
import type { Meeting } from "../domain/meeting.ts";
import { asLeft, leftOf } from "../domain/meeting-people.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { forgetTicket } from "./links.ts";
import { isOutside } from "./mail-link.ts";
import { readPerson } from "./people.ts";
import type { Message, Ports } from "./ports.ts";
import { docsOf, readGroup, readMeeting } from "./round.ts";

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
  expiresAt: Instant;
}

const LINK = "link";
const idOf = (token: string) => `calendar:${createHash("sha256").update(token).digest("hex")}`;

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

const isCalled = ({ invited }: Meeting, person: PersonId) => invited.some((i) => i.person === person);

/** `2027-06-14-1300.ics` */
const fileName = ({ start }: Meeting) => `${start.wall.replace("T", "-").replace(":", "")}.ics`;

/** A link to one person's calendar file, that works until a week after the meeting and shows how it then stands. */
export async function mintCalendarLink(
  ports: Ports,
  { meeting, person, lang }: { meeting: Meeting; person: PersonId; lang: Lang },
): Promise<string> {
  const token = randomBytes(16).toString("base64url");
  const body: CalendarTicket = {
    person,
    lang,
    expiresAt: Math.max(meeting.end.at, ports.clock.now()) + 7 * DAY,
  };
  const doc = { pk: meeting.id, id: idOf(token), type: LINK, version: 1, body, dueAt: body.expiresAt };
  await ports.store.commit(meeting.id, [{ op: "create", doc }]);
  return `${ports.publicUrl}/calendar/${meeting.id.slice("meeting:".length)}/${token}`;
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
 * take into the calendar by themselves. A message about
 * several brings none of those that are off by now.
 */
export async function withCalendar(ports: Ports, message: Message): Promise<Message> {
  const { showing, to } = message;
  const { meeting, meetings = meeting ? [meeting] : [], delivery, group } = showing;
  if (to.kind !== "person" || !IN_CALENDARS.has(delivery.saying.kind)) return message;
  const { id: person, lang = group.languages[0] ?? "fi" } = to.person;
  const calendar = await Promise.all(
    meetings.map(async (m) => ({ meeting: m.id, url: await mintCalendarLink(ports, { meeting: m, person, lang }) })),
  );
  const linked = { ...message, showing: { ...showing, calendar } };
  if (!isOutside(message)) return linked;
  const told = meetings.length > 1 ? meetings.filter((m) => m.status === "called") : meetings;
  const files = await Promise.all(told.map((m) => calendarFile(ports, { meeting: m.id, person, lang })));
  return { ...linked, files: files.filter((file) => file !== undefined) };
}

/** What a link opens (`<meeting>/<token>`); nothing when it is unknown, mistyped, taken back or over. */
export async function openCalendar(
  ports: Pick<Ports, "store" | "clock">,
  path: string,
): Promise<CalendarFile | undefined> {
  const [, part, token] = /^([\w-]{4,40})\/([\w-]{22})$/.exec(path) ?? [];
  if (!part || !token) return undefined;
  const meeting: MeetingId = `meeting:${part}`;
  const ticket = (await ports.store.get(meeting, idOf(token)))?.body as CalendarTicket | undefined;
  return ticket && ports.clock.now() < ticket.expiresAt ? calendarFile(ports, { meeting, ...ticket }) : undefined;
}

/** Takes back every link to one person's calendar file of a meeting. */
export async function revokeCalendarLinks(
  ports: Pick<Ports, "store">,
  meeting: MeetingId,
  person: PersonId,
): Promise<void> {
  for await (const doc of docsOf(ports.store, meeting, LINK))
    if (doc.id.startsWith("calendar:") && (doc.body as CalendarTicket).person === person)
      await forgetTicket(ports, doc);
}

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
