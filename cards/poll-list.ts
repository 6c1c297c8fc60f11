import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Poll } from "../bot/domain/poll.ts";
import { dialog, press } from "./actions.ts";
import { groupName } from "./group.ts";
import { type Card, card, type Element, heading, row, strip } from "./kit.ts";
import { pageOf } from "./paged.ts";
import { pollTitle } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { shortDateTime } from "./when.ts";

/** A poll in somebody's list. */
export interface ListedPoll {
  poll: Poll;
  group: Group;
  officer: boolean;
  /** An answer is missing: their own, or one that they may give for somebody. */
  waits: boolean;
  /** For whom, where it isn't the reader's own answer that is missing. */
  for?: { person: PersonId; name: string } | undefined;
}

const PAGE = 10;

/** The polls that somebody is asked in or leads; what waits for them stands first. */
export function pollListCard(
  { polls, page, groups }: { polls: readonly ListedPoll[]; page: number; groups: readonly Group[] },
  reader: Reader,
): Card {
  const { text, client } = reader;
  const { list, button } = text.poll;
  const waiting = polls.filter((p) => p.waits).length;
  const { shown, next } = pageOf(polls, page, PAGE);
  const [only] = groups;
  return card({
    lang: reader.lang,
    fallbackText: list.heading,
    body: [
      heading(list.heading),
      polls.length === 0
        ? strip("emphasis", list.none, list.noneRest)
        : waiting > 0
          ? strip("accent", list.toAnswer(waiting))
          : strip("emphasis", list.allAnswered),
      ...shown.map((one, at) => pollRow(one, at > 0, reader)),
    ],
    actions: [
      next !== undefined && press(text.home.more, "polls.mine", { page: next }),
      only &&
        (groups.length === 1
          ? dialog(button.fresh, "poll.new", { group: only.id }, client)
          : press(button.fresh, "groups.mine", { next: "poll.new" })),
      press(text.home.home, "home.show", {}),
    ],
  });
}

function pollRow(
  { poll, group, officer, waits, for: principal }: ListedPoll,
  separator: boolean,
  reader: Reader,
): Element {
  const { states } = reader.text.poll.list;
  const title = pollTitle({ poll, group }, reader);
  const sub = [
    ...(principal ? [reader.text.poll.answerFor(principal.name)] : []),
    groupName(group, reader),
    ...(poll.status === "open" && poll.deadline
      ? [shortDateTime(poll.deadline.at, { ...reader, zone: poll.zone })]
      : []),
  ].join(" · ");
  const data = { poll: poll.id };
  return row({
    title,
    sub,
    right: poll.status === "open" && !waits && !officer ? states.answered : states[poll.status],
    attention: false,
    link: true,
    separator,
    press:
      waits && !officer
        ? dialog(title, "poll.form", { ...data, ...(principal && { for: principal.person }) }, reader.client)
        : press(title, officer && !waits ? "poll.manage" : "poll.show", data),
  });
}
