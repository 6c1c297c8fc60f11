import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Attendance, Meeting } from "../bot/domain/meeting.ts";
import { press } from "./actions.ts";
import { here, lead } from "./call-press.ts";
import { groupName } from "./group.ts";
import { type Card, card, type Element, heading, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { meetingTitle, ownAnswer, shortStart, standingOf } from "./meeting-parts.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";

const PAGE = 10;

/** A meeting to come, with what the reader said about it. */
export interface ListedMeeting {
  meeting: Meeting;
  group: Group;
  attendance?: Attendance | undefined;
}

/** The meetings to come that somebody is called to or leads, the soonest first. */
export function meetingsCard(
  {
    listed,
    person,
    page,
    led,
  }: { listed: readonly ListedMeeting[]; person: PersonId; page: number; led: readonly Group[] },
  reader: Reader,
): Card {
  const { list, button } = reader.text.meeting;
  const { shown, next } = pageOf(listed, page, PAGE);
  const waits = listed.filter((one) => stateOf(one, person) === "silent").length;
  const [only] = led;
  return card({
    lang: reader.lang,
    fallbackText: list.heading,
    body: [
      heading(list.heading),
      listed.length === 0
        ? strip("emphasis", list.none, list.noneRest)
        : waits > 0
          ? strip("accent", list.count(waits))
          : strip("good", list.allAnswered),
      ...shown.map((one, at) => meetingRow(one, person, at > 0, reader)),
    ],
    actions: [
      next !== undefined && here(reader, button.next, "meetings.mine", { page: next }),
      only && led.length === 1 && lead(reader, button.fresh, "meeting.form", { group: only.id }),
      // what these lead to can't be pressed on in a dialog
      led.length > 1 && reader.door === "card" && press(button.fresh, "groups.mine", { next: "meeting.form" }),
      reader.door === "card" && press(button.home, "home.show", {}),
    ],
  });
}

/** What the reader said, or that they are asked; nothing for officers who aren't called. */
function stateOf({ meeting, attendance }: ListedMeeting, person: PersonId) {
  if (meeting.status === "cancelled") return "cancelled";
  const standing = standingOf(meeting, person);
  if (standing === "asked") return ownAnswer(meeting, person, attendance).coming ?? "silent";
  return standing === "outside" || standing === "left" ? "none" : "standby";
}

function meetingRow(one: ListedMeeting, person: PersonId, separator: boolean, reader: Reader): Element {
  const { states } = reader.text.meeting;
  const { meeting, group } = one;
  const state = stateOf(one, person);
  const title = clip(meetingTitle(one, reader), 120);
  return row({
    title,
    sub: [shortStart(meeting, reader), clip(groupName(group, reader), 120)].join(" · "),
    right: (state === "cancelled" || state === "standby" ? states[state] : states.own[state]) || undefined,
    press: here(reader, title, state === "none" ? "meeting.manage" : "meeting.show", { meeting: meeting.id }),
    link: true,
    separator,
  });
}
