import type { Group } from "../bot/domain/group.ts";
import { lead } from "./call-press.ts";
import { groupName } from "./group.ts";
import { type Card, card, heading, line, row } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** What can be begun from a chat of several people. */
export type ChatStart = "poll.new" | "meeting.form";

/** So many groups one may lead and still find the right one in a card. */
const MOST_GROUPS = 30;

/**
 * Beginning a poll or a meeting from a chat: for the one group that whoever asked leads, or for one of several. The form
 * opens to whoever presses, and only the group's officers can fill it in.
 */
export function chatStartCard(groups: readonly Group[], next: ChatStart, reader: Reader): Card {
  const { text } = reader;
  const { chat } = text.home;
  const [only] = groups;
  const title = next === "poll.new" ? chat.poll : chat.meeting;
  const name = (group: Group) => clip(groupName(group, reader), 120);
  const isOne = only !== undefined && groups.length === 1;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      line(isOne ? chat.one(name(only)) : chat.several),
      ...(isOne
        ? []
        : groups.slice(0, MOST_GROUPS).map((group) =>
            row({
              title: name(group),
              link: true,
              separator: true,
              press: lead(reader, name(group), next, { group: group.id }),
            }),
          )),
    ],
    actions: isOne
      ? [lead(reader, next === "poll.new" ? chat.startPoll : chat.startMeeting, next, { group: only.id }, "positive")]
      : [],
  });
}
