import type { Showing } from "../bot/domain/showing.ts";
import { openUrl } from "./actions.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Action, type Card, card, type Element, heading, line, type Maybe, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import {
  comingActions,
  hasBegun,
  type MeetingSeen,
  meetingFacts,
  meetingLinks,
  meetingTitle,
  momentText,
  noteLine,
  type OwnAnswer,
  outlookStrip,
  ownStrip,
  personName,
  standingOf,
  whenText,
} from "./meeting-parts.ts";
import { peopleLines } from "./meeting-people.ts";
import type { Reader } from "./reader.ts";

/** What a message about a meeting is drawn from: the meeting, and its one reader where it has one. */
export interface MeetingTold {
  seen: MeetingSeen;
  /** Absent in the channel. */
  own?: OwnAnswer | undefined;
  /** A link to the reader's own calendar file. */
  calendar?: string | undefined;
  /** Follows from the message, so that it is the same when the message is sent again. */
  nonce: string;
}

type Words = (title: string) => string;

interface Parts {
  heading: Words;
  strips: Maybe<Element>[];
  before?: Parameters<typeof meetingFacts>[2];
  more?: Maybe<Element>[];
  actions: Action[];
}

const drawn = (told: MeetingTold, reader: Reader, parts: (most: number) => Parts): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => {
      const { seen } = told;
      const { heading: words, strips, before, more = [], actions } = parts(most);
      const title = words(clip(meetingTitle(seen, reader), most));
      return card({
        lang: reader.lang,
        fallbackText: `${title}. ${whenText(seen.meeting, reader)}`,
        body: [
          heading(title),
          ...strips,
          meetingFacts(seen, reader, before),
          noteLine(seen, most, reader),
          ...meetingLinks(seen, reader),
          ...more,
          ...otherWays(told, actions, reader),
        ],
        actions,
      });
    },
  );

/** The likely next things: to answer and to take the meeting into one's calendar, or to look again at what was answered. */
function answers({ seen, own, nonce, calendar }: MeetingTold, reader: Reader): Action[] {
  const { button, label } = reader.text.meeting;
  const { meeting } = seen;
  const data = { meeting: meeting.id };
  if (meeting.status === "cancelled" || hasBegun(meeting, reader)) return [];
  if (!own) return [lead(reader, button.answer, "meeting.show", data, "positive")];
  const offered = comingActions(meeting, own, { nonce: `${nonce}-${own.rev}` }, reader);
  const file = offered.length > 0 && !staysAway(own) && calendar !== undefined && openUrl(label.calendar, calendar);
  const show = here(reader, button.show, "meeting.show", data);
  const ordered = own.coming ? [file, ...offered, show] : [...offered, file, show];
  return ordered.filter((action) => action !== false).slice(0, 3);
}

const staysAway = ({ coming }: OwnAnswer): boolean => coming === "no" || coming === "substitute";

/** The ways to the calendar and to all about the meeting, where answers have the place of their buttons. */
function otherWays({ seen, own, calendar }: MeetingTold, actions: readonly Action[], reader: Reader): Maybe<Element>[] {
  const { button, label } = reader.text.meeting;
  if (!own || !actions.some(({ verb }) => verb === "meeting.attend")) return [];
  const ways = [
    !staysAway(own) && calendar !== undefined && openUrl(label.calendar, calendar),
    here(reader, button.show, "meeting.show", { meeting: seen.meeting.id }),
  ];
  return ways.map((press) => {
    if (!press || actions.some(({ title }) => title === press.title)) return false;
    return row({ title: press.title, link: true, separator: true, press });
  });
}

const standing = ({ seen, own }: MeetingTold, reader: Reader): Element | undefined =>
  own && ownStrip(seen.meeting, own, reader);

/** The invitation, drawn anew as the meeting and the reader's answer change. */
export const invitationCard = (told: MeetingTold, reader: Reader): Card =>
  drawn(told, reader, () => ({
    heading: reader.text.meeting.told.invitation,
    strips: [standing(told, reader)],
    actions: answers(told, reader),
  }));

/** To those who haven't said whether they come. */
export const attendanceReminderCard = (told: MeetingTold, reader: Reader): Card =>
  drawn(told, reader, () => ({
    heading: reader.text.meeting.told.reminder,
    strips: [standing(told, reader)],
    actions: answers(told, reader),
  }));

/** The new time and the earlier one. */
export const movedCard = (told: MeetingTold & { index: number }, reader: Reader): Card =>
  drawn(told, reader, () => {
    const { told: words, strip: strips } = reader.text.meeting;
    const { meeting } = told.seen;
    const asked = !told.own || (standingOf(meeting, told.own.person) === "asked" && !told.own.coming);
    const anew = asked && !hasBegun(meeting, reader) ? words.movedRest : undefined;
    return {
      heading: words.moved,
      strips: [
        meeting.status === "cancelled"
          ? strip("emphasis", strips.cancelled)
          : strip("accent", words.movedStrip(whenText(meeting, reader)), anew),
        !asked && meeting.status === "called" && standing(told, reader),
      ],
      before: meeting.moves[told.index]?.from,
      actions: answers(told, reader),
    };
  });

/** Title, place or what else stands in calendars has changed; the answer holds. */
export const changedCard = (told: MeetingTold, reader: Reader): Card =>
  drawn(told, reader, () => {
    const words = reader.text.meeting.told;
    return {
      heading: words.changed,
      strips: [
        strip("accent", words.changedStrip, told.own?.coming ? words.changedRest : undefined),
        !told.own?.coming && standing(told, reader),
      ],
      actions: answers(told, reader),
    };
  });

/** The meeting is off, and why; the calendar file takes it away. */
export const meetingCancelledCard = (told: MeetingTold, reader: Reader): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => {
      const { told: words, strip: strips } = reader.text.meeting;
      const { meeting } = told.seen;
      const title = words.cancelled(clip(meetingTitle(told.seen, reader), most));
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          strip("emphasis", strips.cancelled, strips.because(clip(meeting.cancelled?.reason ?? "", most))),
          meetingFacts(told.seen, reader),
          told.own && line(words.cancelledLine),
        ],
        actions: [told.calendar !== undefined && openUrl(words.cancelledCalendar, told.calendar)],
      });
    },
  );

/** To somebody whose invitation was taken back; the calendar file takes the meeting away. */
export function meetingLeftCard(told: MeetingTold, reader: Reader): Card {
  const { meetingPeople, meeting: text } = reader.text;
  const title = meetingPeople.left.heading(clip(meetingTitle(told.seen, reader), 200));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("emphasis", meetingPeople.left.strip),
      meetingFacts(told.seen, reader),
      line(text.told.cancelledLine),
    ],
    actions: [told.calendar !== undefined && openUrl(text.told.cancelledCalendar, told.calendar)],
  });
}

/** To the officers once answers are due: whether there will be a quorum, and who hasn't answered. */
export const forecastCard = (told: MeetingTold, reader: Reader): Card =>
  drawn(told, reader, (most) => ({
    heading: reader.text.meeting.told.forecast,
    strips: [outlookStrip(told.seen, reader)],
    more: peopleLines(told.seen, most < 800 ? 5 : 12, reader),
    actions: officerActions(told, reader),
  }));

function officerActions({ seen: { meeting } }: MeetingTold, reader: Reader): Action[] {
  const { button } = reader.text.meeting;
  const data = { meeting: meeting.id };
  return [
    here(reader, button.people, "meeting.people", data, "positive"),
    here(reader, button.manage, "meeting.manage", data),
  ];
}

/** To a substitute: for whom they are called, or that they aren't needed any more. */
export function calledInCard(told: MeetingTold, reader: Reader): Card {
  const { meeting, names } = told.seen;
  const words = reader.text.meeting.told;
  const call = meeting.calledIn.findLast((c) => c.person === told.own?.person);
  return drawn(told, reader, (most) => ({
    heading: words.calledIn,
    strips: [
      standing(told, reader),
      call && call.released === undefined
        ? line(words.calledInFor(clip(personName(names, call.for, reader), Math.min(most, 120))))
        : undefined,
    ],
    actions: answers(told, reader),
  }));
}

/** The calling notice, with agenda and material. */
export const noticeCard = (told: MeetingTold, reader: Reader): Card =>
  drawn(told, reader, () => ({
    heading: reader.text.meeting.told.notice,
    strips: [told.own ? standing(told, reader) : outlookStrip(told.seen, reader)],
    actions: answers(told, reader),
  }));

/** To the officers: the notice must go soon. */
export function noticeDueCard(told: MeetingTold, reader: Reader): Card {
  const { meeting } = told.seen;
  const { told: words, button } = reader.text.meeting;
  const { notice } = meeting;
  const isOpen = meeting.status === "called" && notice?.sentAt === undefined && !hasBegun(meeting, reader);
  const by = notice?.by;
  return drawn(told, reader, () => ({
    heading: words.noticeDue,
    strips: [
      isOpen && by ? strip("accent", words.noticeDueStrip(momentText(by, reader))) : strip("good", words.noticeDone),
    ],
    actions: isOpen
      ? [lead(reader, button.notice, "meeting.noticeForm", { meeting: meeting.id }, "positive")]
      : [here(reader, button.manage, "meeting.manage", { meeting: meeting.id })],
  }));
}

/** The nonce of a card that is sent follows from its message. */
export const nonceOf = ({ delivery }: Showing): string => delivery.id.replace(/[^0-9a-z]/g, "").slice(-32);
