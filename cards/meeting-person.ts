import type { PersonId } from "../bot/domain/ids.ts";
import type { Attendance } from "../bot/domain/meeting.ts";
import { linkRows } from "./answer-link.ts";
import { here } from "./call-press.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, type Element, heading, line, type Maybe, row, strip, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import {
  comingActions,
  hasBegun,
  type MeetingSeen,
  meetingTitle,
  ownAnswer,
  personName,
  standingOf,
  whenText,
} from "./meeting-parts.ts";
import type { Reader } from "./reader.ts";
import { meetingCaps } from "./verbs/meeting.ts";

interface PersonParts {
  seen: MeetingSeen;
  person: PersonId;
  attendance: Attendance | undefined;
  nonce: string;
  officer: boolean;
  /** Not in Teams, so that an officer may give them a link. */
  outside?: boolean | undefined;
  problem?: string | undefined;
}

/** Whether somebody else comes, as they told it to whoever writes it down; for officers with all else about that person. */
export function attendForForm(parts: PersonParts, reader: Reader): Card {
  const { attendFor, show, states, button } = reader.text.meeting;
  const { seen, person, attendance, nonce, officer, problem } = parts;
  const { meeting } = seen;
  const title = attendFor.heading(clip(personName(seen.names, person, reader), 120));
  const own = ownAnswer(meeting, person, attendance, seen.empty);
  const actions = comingActions(meeting, own, { nonce, other: true, comment: true }, reader);
  const data = { meeting: meeting.id };
  const name = officer ? button.people : reader.text.common.back;
  const back = here(reader, name, officer ? "meeting.people" : "meeting.show", data);
  const isFull = actions.length >= 3;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem === undefined
        ? strip("accent", states[standingOf(meeting, person) === "standby" ? "standby" : (own.coming ?? "silent")])
        : strip("warning", problem),
      line(`${meetingTitle(seen, reader)}, ${whenText(meeting, reader)}`),
      actions.length > 0 && line(attendFor.line),
      actions.length > 0 &&
        textInput({
          id: "comment",
          label: show.comment,
          value: attendance?.comment,
          maxLength: meetingCaps.comment,
          multiline: true,
        }),
      ...(officer ? officerRows(parts, reader) : []),
      isFull && { type: "ActionSet", spacing: "Small", actions: [back] },
    ],
    actions: isFull ? actions : [...actions, back],
  });
}

function officerRows({ seen: { meeting }, person, outside }: PersonParts, reader: Reader): Maybe<Element>[] {
  const { uninvite } = reader.text.meetingPeople;
  const data = { meeting: meeting.id, for: person };
  const isOpen = meeting.status === "called" && !hasBegun(meeting, reader);
  const rows = [
    ...(outside ? linkRows("meeting", data, isOpen, reader) : []),
    ...(isOpen
      ? [
          row({
            title: uninvite.open,
            link: true,
            separator: true,
            press: here(reader, uninvite.open, "meeting.uninviteForm", data),
          }),
        ]
      : []),
  ];
  return rows.length > 0 ? [subheading(reader.text.meeting.manage.more), ...rows] : [];
}
