import type { PersonId } from "../bot/domain/ids.ts";
import type { Attendance, Coming } from "../bot/domain/meeting.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, fold, heading, hint, line, row, strip, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import {
  comingActions,
  hasBegun,
  type MeetingSeen,
  meetingFacts,
  meetingLinks,
  meetingTitle,
  noteLine,
  type OwnAnswer,
  outlookStrip,
  outlookText,
  ownStrip,
  personName,
  seenBy,
  standingOf,
} from "./meeting-parts.ts";
import type { Reader } from "./reader.ts";
import { meetingCaps } from "./verbs/meeting.ts";

/** The meeting in the channel, without names: whether there will be a quorum, and the way to say whether one comes. */
export const meetingCard = (seen: MeetingSeen, reader: Reader): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => {
      const { strip: words, button, heading: titled } = reader.text.meeting;
      const { meeting } = seen;
      const title = titled(clip(meetingTitle(seen, reader), most));
      const isOver = hasBegun(meeting, reader);
      const isCancelled = meeting.status === "cancelled";
      const data = { meeting: meeting.id };
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          isCancelled
            ? strip("emphasis", words.cancelled, words.because(clip(meeting.cancelled?.reason ?? "", most)))
            : isOver
              ? strip("emphasis", words.begun)
              : outlookStrip(seen, reader),
          meetingFacts(seen, reader),
          noteLine(seen, most, reader),
          ...meetingLinks(seen, reader),
        ],
        actions:
          isCancelled || isOver
            ? []
            : [
                lead(reader, button.answer, "meeting.show", data, "positive"),
                lead(reader, button.manage, "meeting.manage", data),
              ],
      });
    },
  );

/** A meeting as one person opens it: their own answer, and for whom else they may answer. */
export interface MeetingPage {
  seen: MeetingSeen;
  own: OwnAnswer;
  nonce: string;
  officer: boolean;
  /** Those for whom the reader may answer as their assistant or substitute. */
  principals: readonly { person: PersonId; coming?: Coming | undefined }[];
  notice?: { style: "good" | "warning"; bold: string } | undefined;
  comment?: Attendance["comment"];
  /** It was opened from the channel's card; one's own list isn't shown there. */
  inChannel?: boolean;
}

/** The meeting for one person: what they said, the three answers, and everything they need to know. */
export const meetingPage = (page: MeetingPage, reader: Reader): Card =>
  fitted(
    800,
    (_, most) => most,
    (most) => {
      const { button, show, told, heading: titled } = reader.text.meeting;
      const { own, nonce, notice } = page;
      const seen = page.officer ? page.seen : seenBy(page.seen, own.person);
      const { meeting } = seen;
      const title = titled(clip(meetingTitle(seen, reader), most));
      const data = { meeting: meeting.id };
      const answers = comingActions(meeting, own, { nonce, comment: true }, reader);
      const onItsWay = meeting.status === "called" && !hasBegun(meeting, reader);
      const isSaved = notice?.bold === show.saved && own.coming !== undefined && answers.length > 0;
      const more = (name: string, verb: string) =>
        row({ title: name, link: true, separator: true, press: here(reader, name, verb, data) });
      return card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          notice && !isSaved && strip(notice.style, notice.bold),
          ownStrip(meeting, own, reader, isSaved ? notice?.bold : undefined),
          meetingFacts(seen, reader),
          onItsWay && line(outlookText(seen, reader)),
          noteLine(seen, most, reader),
          ...meetingLinks(seen, reader),
          answers.length > 0 &&
            fold(
              "message",
              show.message,
              [
                textInput({
                  id: "comment",
                  label: show.comment,
                  value: page.comment,
                  maxLength: meetingCaps.comment,
                  multiline: true,
                }),
                hint(show.commentHint),
              ],
              { first: true, hint: reader.text.common.fold },
            ),
          onItsWay && page.principals.length > 0 && subheading(show.forOthers),
          ...(onItsWay ? page.principals : []).slice(0, MOST_PRINCIPALS).map(({ person, coming }) => {
            const name = clip(personName(seen.names, person, reader), 120);
            return row({
              title: name,
              right: reader.text.meeting.states[coming ?? "silent"],
              link: true,
              separator: true,
              press: here(reader, name, "meeting.attendFor", { ...data, for: person }),
            });
          }),
          !["outside", "left"].includes(standingOf(meeting, own.person)) &&
            more(meeting.status === "cancelled" ? told.cancelledCalendar : button.calendar, "meeting.calendar"),
          page.officer && more(button.manage, "meeting.manage"),
          page.inChannel && reader.door === "card" && more(reader.text.common.back, "meeting.card"),
        ],
        actions:
          answers.length > 0 || page.inChannel
            ? answers
            : [here(reader, reader.text.meeting.list.heading, "meetings.mine", {})],
      });
    },
  );

const MOST_PRINCIPALS = 10;
