import { submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { dateInput, textInput, timeInput } from "./inputs.ts";
import { type Card, card, type Element, heading, hint, line, type Maybe, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { type MeetingAt, meetingTitle, whenText } from "./meeting-parts.ts";
import type { Reader } from "./reader.ts";
import { meetingCaps } from "./verbs/meeting.ts";
import { dateTime } from "./when.ts";

/** What every such form is drawn with. */
export interface Step extends MeetingAt {
  nonce: string;
  problem?: string | undefined;
}

/** A form about one meeting that is confirmed or sent. */
export function step(
  { meeting, nonce, problem }: Step,
  {
    title,
    told,
    body,
    button,
    verb,
    style = "positive",
  }: {
    title: string;
    told: Element;
    body: Maybe<Element>[];
    button: string;
    verb: string;
    style?: "positive" | "destructive";
  },
  reader: Reader,
): Card {
  const data = { meeting: meeting.id, rev: meeting.rev, nonce };
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), problem === undefined ? told : strip("warning", problem), ...body],
    actions: [
      submit(button, verb, data, { door: reader.door, style }),
      reader.door === "card" && here(reader, reader.text.common.back, "meeting.manage", { meeting: meeting.id }),
    ],
  });
}

/** A title that names the meeting. */
export const named = (words: (title: string) => string, at: MeetingAt, reader: Reader) =>
  words(clip(meetingTitle(at, reader), 120));

type MoveField = "date" | "time" | "length" | "lastDate";

/** What the form holds about the time as it is: whole days have a last one, if there are several, and no time of day. */
function timeOf({ start, end, allDay }: MeetingAt["meeting"]): Partial<Record<MoveField, string>> {
  const [date = "", time = ""] = start.wall.split("T");
  if (!allDay) return { date, time, length: String(Math.round((end.at - start.at) / 60_000)) };
  return { date, ...(end.wall > date && { lastDate: end.wall }) };
}

/** To another time; the length stays unless it is changed, and whole days stay whole days. */
export function moveForm(
  at: Step & { values?: { [F in MoveField]?: string | undefined } | undefined },
  reader: Reader,
): Card {
  const { move, form, button } = reader.text.meeting;
  const values = at.values ?? timeOf(at.meeting);
  return step(
    at,
    {
      title: named(move.heading, at, reader),
      told: strip("accent", move.strip, move.stripRest),
      body: [
        line(move.now(whenText(at.meeting, reader))),
        dateInput({ id: "date", label: form.date, required: form.missing, value: values.date }),
        timeInput({ id: "time", label: form.time, value: values.time }),
        textInput({ id: "length", label: form.length, value: values.length, maxLength: meetingCaps.number }),
        hint(move.wholeDays),
        dateInput({ id: "lastDate", label: move.lastDay, value: values.lastDate }),
      ],
      button: button.move,
      verb: "meeting.move",
    },
    reader,
  );
}

/** Called off, with a reason. */
export function cancelForm(at: Step & { reason?: string | undefined }, reader: Reader): Card {
  const { cancel, button } = reader.text.meeting;
  return step(
    at,
    {
      title: named(cancel.heading, at, reader),
      told: strip("warning", cancel.strip, cancel.stripRest),
      body: [
        line(whenText(at.meeting, reader)),
        textInput({
          id: "reason",
          label: cancel.reason,
          required: cancel.missing,
          value: at.reason,
          maxLength: meetingCaps.reason,
          multiline: true,
        }),
      ],
      button: button.cancel,
      verb: "meeting.cancel",
      style: "destructive",
    },
    reader,
  );
}

/** The calling notice, with where agenda and material are. */
export function noticeForm(
  at: Step & { values?: { agendaUrl?: string | undefined; materialUrl?: string | undefined } | undefined },
  reader: Reader,
): Card {
  const { notice, button } = reader.text.meeting;
  const before = at.meeting.notice;
  const values = at.values ?? before ?? {};
  const sent = before?.sentAt;
  const url = (id: "agendaUrl" | "materialUrl", label: string) =>
    textInput({ id, label, value: values[id], maxLength: meetingCaps.url, style: "Url" });
  return step(
    at,
    {
      title: named(notice.heading, at, reader),
      told: sent === undefined ? strip("accent", notice.strip) : strip("warning", notice.again(dateTime(sent, reader))),
      body: [
        line(whenText(at.meeting, reader)),
        url("agendaUrl", notice.agenda),
        url("materialUrl", notice.material),
        hint(notice.invalid),
      ],
      button: button.notice,
      verb: "meeting.notice",
    },
    reader,
  );
}
