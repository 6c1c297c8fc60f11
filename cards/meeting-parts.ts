import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { inLang } from "../bot/domain/lang.ts";
import type { Attendance, Coming, Invited, Meeting } from "../bot/domain/meeting.ts";
import { substitutesOf } from "../bot/domain/meeting-attend.ts";
import { holds } from "../bot/domain/meeting-holds.ts";
import { asLeft, leftOf } from "../bot/domain/meeting-people.ts";
import { mayTake } from "../bot/domain/meeting-substitutes.ts";
import { answersBy } from "../bot/domain/meeting-time.ts";
import type { MeetingView } from "../bot/domain/meeting-view.ts";
import type { Span } from "../bot/domain/poll-options.ts";
import { dateOnly, type Moment, wallOf } from "../bot/domain/time.ts";
import { openUrl } from "./actions.ts";
import { here } from "./call-press.ts";
import { type Action, type Element, facts, hint, line, type Maybe, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { date, dateTime, shortDateTime, timeRange } from "./when.ts";

/** A meeting and its group. */
export interface MeetingAt {
  meeting: Meeting;
  group: Group;
}

/** A meeting with who comes, by name. */
export interface MeetingSeen extends MeetingView {
  group: Group;
  names: Record<PersonId, string>;
}

/** One person's answer as a card knows it: what holds now, and the revision that a new one replaces. */
export interface OwnAnswer {
  person: PersonId;
  coming?: Coming | undefined;
  rev: number;
  /** They were released as a substitute, and a seat is empty that they could take after all. */
  seat?: true;
}

/** A moved meeting is asked anew, but the earlier answer is what a new one replaces. */
export const ownAnswer = (
  meeting: Meeting,
  person: PersonId,
  attendance: Attendance | undefined,
  empty: readonly PersonId[] = [],
): OwnAnswer => ({
  person,
  rev: attendance?.rev ?? 0,
  ...(attendance && holds(attendance, meeting) && { coming: attendance.coming }),
  ...(standingOf(meeting, person) === "released" && mayTake(meeting, empty, person) && { seat: true as const }),
});

/** What a person is to a meeting: asked whether they come, a substitute who may be called, one no longer needed, or not called any more. */
export type Standing = "asked" | "standby" | "released" | "left" | "outside";

export function standingOf(
  { invited, calledIn, left }: Pick<Meeting, "invited" | "calledIn" | "left">,
  person: PersonId,
): Standing {
  const own = invited.find((i) => i.person === person);
  if (!own) return leftOf({ ...(left && { left }) }, person) ? "left" : "outside";
  if (own.role !== "substitute") return "asked";
  const calls = calledIn.filter((c) => c.person === person);
  if (calls.some((c) => c.released === undefined)) return "asked";
  return calls.length > 0 ? "released" : "standby";
}

/** The meeting as far as its reader is told of it: who isn't called any more learns nothing that came later. */
export function seenBy(seen: MeetingSeen, person: PersonId | undefined): MeetingSeen {
  const left = person && standingOf(seen.meeting, person) === "left" ? leftOf(seen.meeting, person) : undefined;
  return left ? { ...seen, meeting: asLeft(seen.meeting, left) } : seen;
}

export const hasBegun = ({ start }: Meeting, { now }: Reader): boolean => start.at <= now;

export const meetingTitle = ({ meeting, group }: MeetingAt, { lang, text }: Reader): string =>
  inLang(meeting.title, lang, group.languages) || text.meeting.untitled;

export const personName = (names: Record<PersonId, string>, person: PersonId, { text }: Reader): string =>
  names[person] || text.group.unnamedPerson;

/** When a meeting is, on the group's clock: "ma 14.6.2027 klo 13.00–14.30". */
export function whenText({ start, end, allDay }: Span, reader: Reader): string {
  if (!allDay) return timeRange(start.at, end.at, { ...reader, zone: start.zone });
  const first = date(start.wall, reader);
  return start.wall === end.wall
    ? `${first} (${reader.text.meeting.wholeDay})`
    : `${first}\u2060–\u2060${date(end.wall, reader)}`;
}

/** On the group's clock and, where it differs, on the reader's own. */
export function whenTexts(span: Span, reader: Reader): string[] {
  const { ownZone } = reader;
  const { start, end, allDay } = span;
  const told = whenText(span, reader);
  if (allDay || !ownZone || wallOf(start.at, ownZone) === wallOf(start.at, start.zone)) return [told];
  const own = timeRange(start.at, end.at, { ...reader, zone: ownZone }, { year: false });
  return [told, reader.text.meeting.yourTime(own)];
}

/** When, where, and what one needs to know to take part; `before` is the time that no longer holds. */
export function meetingFacts({ meeting }: MeetingAt, reader: Reader, before?: Span): Maybe<Element> {
  const { label, modes } = reader.text.meeting;
  const { venue, organiser } = meeting;
  return facts([
    [label.time, whenTexts(meeting, reader)],
    [label.before, before && whenText(before, reader)],
    [label.place, [modes[venue.mode], venue.place ?? ""].filter(Boolean).join(": ")],
    [label.accessibility, venue.accessibility],
    [label.interpreting, venue.interpreting],
    [label.parking, venue.parking],
    [label.organiser, organiser.name],
  ]);
}

/** The ways in: Teams, agenda and material, each a row that a thumb hits. */
export function meetingLinks({ meeting }: MeetingAt, reader: Reader): Maybe<Element>[] {
  const { label } = reader.text.meeting;
  const { venue, notice } = meeting;
  if (meeting.status === "cancelled") return [];
  const sent = notice?.sentAt === undefined ? undefined : notice;
  return [way(label.join, venue.joinUrl), way(label.agenda, sent?.agendaUrl), way(label.material, sent?.materialUrl)];
}

function way(title: string, url: string | undefined): Maybe<Element> {
  if (url === undefined) return false;
  if (!/^https:/i.test(url) || !URL.canParse(url)) return hint(`${title}: ${url}`);
  return row({ title, link: true, separator: true, press: openUrl(title, url) });
}

export function noteLine({ meeting, group }: MeetingAt, most: number, { lang }: Reader): Maybe<Element> {
  const note = inLang(meeting.note, lang, group.languages);
  return note !== "" && line(clip(note, most));
}

/** Whether there will be a quorum: "Päätösvaltainen: 8 / 12 tulossa, tarvitaan 7." */
export function outlookStrip(view: MeetingView, { text }: Reader): Element {
  const words = text.meeting.strip;
  const style = { enough: "good", open: "accent", tooFew: "warning" } as const;
  const { outlook, coming, substitutes, members, needed } = view;
  return strip(style[outlook], words[outlook], words.counts(coming + substitutes, members, needed));
}

/** The same as a sentence, for cards that open with something else. */
export function outlookText(view: MeetingView, { text }: Reader): string {
  const words = text.meeting.strip;
  return `${words[view.outlook]} ${words.counts(view.coming + view.substitutes, view.members, view.needed)}`;
}

/** A moment as it was written: a day, or a day and a time of day. */
export const momentText = (moment: Moment, reader: Reader): string =>
  dateOnly(moment) ? date(moment.wall, reader) : dateTime(moment.at, { ...reader, zone: moment.zone });

const answerByText = (meeting: Meeting, reader: Reader): string =>
  meeting.answerBy
    ? momentText(meeting.answerBy, reader)
    : dateTime(answersBy(meeting), { ...reader, zone: meeting.start.zone });

export const shortStart = ({ start, allDay }: Meeting, reader: Reader): string =>
  allDay ? date(start.wall, reader) : shortDateTime(start.at, { ...reader, zone: start.zone });

/** Where a meeting stands for one person, and what they said; `saved` when they have just said it. */
export function ownStrip(meeting: Meeting, own: OwnAnswer, reader: Reader, saved?: string): Element {
  const words = reader.text.meeting.strip;
  if (standingOf(meeting, own.person) === "left") return strip("emphasis", reader.text.meetingPeople.left.strip);
  if (meeting.status === "cancelled")
    return strip("emphasis", words.cancelled, words.because(meeting.cancelled?.reason ?? ""));
  if (hasBegun(meeting, reader)) return strip("emphasis", words.begun);
  switch (standingOf(meeting, own.person)) {
    case "standby":
      return strip("emphasis", words.standby, words.standbyRest);
    case "released":
      if (own.seat) return strip("accent", words.seat, words.seatRest);
      if (own.coming === "no") return strip("emphasis", words.own.no);
      return strip("emphasis", words.released, words.releasedRest);
    case "left":
    case "outside":
      return strip("emphasis", whenText(meeting, reader));
    case "asked":
      if (own.coming) {
        const rest = [saved, words.answerRest].filter(Boolean).join(" ");
        return strip(own.coming === "no" && !saved ? "emphasis" : "good", words.own[own.coming], rest);
      }
      return answersBy(meeting) > reader.now
        ? strip("accent", words.answerBy(answerByText(meeting, reader)))
        : strip("accent", words.answer, words.answerRest);
  }
}

/** The answers that a person can still give, the likeliest first; what holds already isn't offered again. */
export function comingActions(
  meeting: Meeting,
  own: OwnAnswer,
  { nonce, other = false, comment = false }: { nonce: string; other?: boolean; comment?: boolean },
  reader: Reader,
): Action[] {
  const { button } = reader.text.meeting;
  if (meeting.status === "cancelled" || hasBegun(meeting, reader)) return [];
  if (!own.seat && standingOf(meeting, own.person) !== "asked") return [];
  const isMember = meeting.invited.find((i) => i.person === own.person)?.role === ("member" satisfies Invited["role"]);
  const offered: Coming[] = own.seat
    ? ["yes"]
    : isMember && substitutesOf(meeting, own.person).length > 0
      ? ["yes", "no", "substitute"]
      : ["yes", "no"];
  const words = other ? button.theirs : button;
  return offered
    .filter((coming) => coming !== own.coming)
    .map((coming) => {
      const press = here(
        reader,
        own.seat && !other ? button.afterAll : words[coming],
        "meeting.attend",
        {
          meeting: meeting.id,
          coming,
          rev: own.rev,
          sequence: meeting.sequence,
          nonce: `${nonce}-${coming}`,
          ...(other && { for: own.person }),
        },
        coming === "yes" && own.coming === undefined ? "positive" : undefined,
      );
      if (!comment) return press;
      const { associatedInputs: _, ...withInputs } = press;
      return withInputs as Action;
    });
}
