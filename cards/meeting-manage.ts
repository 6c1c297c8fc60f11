import { openUrl } from "./actions.ts";
import { here, lead } from "./call-press.ts";
import { addressesToCopy } from "./copying.ts";
import { fitted } from "./fit.ts";
import { copyable } from "./inputs.ts";
import { type Card, card, type Element, facts, heading, hint, line, row, strip, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import {
  hasBegun,
  type MeetingAt,
  type MeetingSeen,
  meetingFacts,
  meetingLinks,
  meetingTitle,
  momentText,
  outlookStrip,
  whenText,
} from "./meeting-parts.ts";
import { peopleLines } from "./meeting-people.ts";
import type { Reader } from "./reader.ts";
import { roundRows } from "./rounds.ts";
import { dateTime } from "./when.ts";

/** The officers' card for one meeting: whether there will be a quorum, who hasn't answered, and a way to everything else. */
export const meetingManageCard = (
  { seen, notice }: { seen: MeetingSeen; notice?: string | undefined },
  reader: Reader,
): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => {
      const { strip: words, manage, button, heading: titled } = reader.text.meeting;
      const { invite } = reader.text.meetingPeople;
      const { meeting } = seen;
      const title = titled(clip(meetingTitle(seen, reader), most));
      const isCancelled = meeting.status === "cancelled";
      const isOpen = !isCancelled && !hasBegun(meeting, reader);
      const data = { meeting: meeting.id };
      const go = (name: string, verb: string, sub?: string): Element =>
        row({ title: name, sub, link: true, separator: true, press: lead(reader, name, verb, data) });
      const stay = (name: string, verb: string, sub?: string): Element =>
        row({ title: name, sub, link: true, separator: true, press: here(reader, name, verb, data) });
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          notice !== undefined && strip("good", notice),
          isCancelled
            ? strip("emphasis", words.cancelled, words.because(clip(meeting.cancelled?.reason ?? "", most)))
            : outlookStrip(seen, reader),
          !isCancelled && !isOpen && strip("emphasis", words.begun),
          ...(isCancelled ? [] : peopleLines(seen, most < 800 ? 5 : 12, reader)),
          meetingFacts(seen, reader),
          facts([[reader.text.meeting.label.notice, noticeText(meeting, reader)]]),
          ...meetingLinks(seen, reader),
          subheading(manage.more),
          stay(manage.people, "meeting.people", isOpen ? manage.peopleSub : undefined),
          isOpen && go(invite.open, "meeting.inviteForm", invite.openSub),
          isOpen && go(manage.change, "meeting.changeForm"),
          isOpen && go(manage.move, "meeting.moveForm", manage.moveSub),
          !isCancelled && stay(manage.copy, "meeting.copy"),
          stay(manage.calendar, "meeting.calendar"),
          ...roundRows(meeting, reader),
          isOpen && go(manage.cancel, "meeting.cancelForm"),
        ],
        actions: [
          isOpen && lead(reader, button.notice, "meeting.noticeForm", data, noticeStyle(seen)),
          here(reader, button.show, "meeting.show", data),
        ],
      });
    },
  );

/** The likeliest next thing only where one is planned: everybody has just been invited. */
const noticeStyle = ({ meeting: { notice } }: MeetingSeen) =>
  notice?.by !== undefined && notice.sentAt === undefined ? "positive" : undefined;

/** When the calling notice must go, or went. */
function noticeText({ notice }: MeetingSeen["meeting"], reader: Reader): string | undefined {
  const words = reader.text.meeting.manage;
  if (notice?.sentAt !== undefined) return words.noticeSent(dateTime(notice.sentAt, reader));
  return notice?.by && words.noticeBy(momentText(notice.by, reader));
}

/** A link to the reader's own calendar file. */
export function calendarCard(at: MeetingAt & { url: string }, reader: Reader): Card {
  const { calendar, button, told, strip: words } = reader.text.meeting;
  const isOff = at.meeting.status === "cancelled";
  const title = calendar.heading(meetingTitle(at, reader));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      isOff
        ? strip("emphasis", words.cancelled, whenText(at.meeting, reader))
        : strip("accent", whenText(at.meeting, reader)),
      line(isOff ? calendar.gone : calendar.line),
      !isOff && hint(calendar.series),
    ],
    actions: [
      openUrl(isOff ? told.cancelledCalendar : button.calendar, at.url),
      here(reader, reader.text.common.back, "meeting.show", { meeting: at.meeting.id }),
    ],
  });
}

/** What is pasted into an invitation of the officer's own. */
export interface Copied {
  addresses: readonly string[];
  without: readonly string[];
  subject: string;
  body: string;
}

const MOST_WITHOUT = 30;

/** Addresses and a text, to be pasted into an invitation in Outlook. */
export const meetingCopyCard = (at: MeetingAt & { copied: Copied }, reader: Reader): Card =>
  fitted(
    20_000,
    (_, most) => most,
    (most) => {
      const { copy } = reader.text.meeting;
      const { addresses, without, subject, body } = at.copied;
      const title = copy.heading(meetingTitle(at, reader));
      const names = without.slice(0, MOST_WITHOUT).map((name) => clip(name, 60));
      const more = without.length - names.length;
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          line(copy.line),
          ...addressesToCopy(addresses, most, copy.addresses, reader),
          names.length > 0 &&
            hint(copy.without(names.join(", ") + (more > 0 ? ` ${reader.text.meeting.groups.more(more)}` : ""))),
          copyable({ id: "subject", label: copy.subject, value: subject }),
          copyable({
            id: "text",
            label: copy.text,
            value: [whenText(at.meeting, reader), body].filter(Boolean).join("\n"),
          }),
        ],
        actions: [here(reader, reader.text.common.back, "meeting.manage", { meeting: at.meeting.id })],
      });
    },
    [16_000, 12_000, 8_000],
  );
