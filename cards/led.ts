import type { Call } from "../bot/domain/call.ts";
import { lastDeadline } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { dialog, press } from "./actions.ts";
import { groupName } from "./group.ts";
import { type Card, card, type Element, heading, row, strip } from "./kit.ts";
import { callTitle, type Listed } from "./open-calls.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";
import { shortDateTime } from "./when.ts";

const PAGE = 10;
/** More groups than this nobody leads. */
const MOST_GROUPS = 15;

/** The calls of the groups that the reader leads: drafts open for writing, the others on their boards. */
export function ledCallsCard(listed: readonly Listed[], page: number, reader: Reader): Card {
  const { lang, text } = reader;
  const words = text.home.calls;
  const { shown, next } = pageOf(listed, page, PAGE);
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      listed.length === 0 && strip("emphasis", words.none, words.noneRest),
      ...shown.map((one, at) => callRow(one, at > 0, reader)),
    ],
    actions: [
      next !== undefined && press(text.home.more, "calls.mine", { page: next }),
      press(text.home.buttons.newCall, "groups.mine", { next: "call.new" }),
      press(text.home.home, "home.show", {}),
    ],
  });
}

function callRow(listed: Listed, separator: boolean, reader: Reader): Element {
  const { call, group } = listed;
  const { states } = reader.text.home.calls;
  const title = callTitle(listed, reader);
  const deadline = lastDeadline(call);
  const place = { ...reader, zone: group.zone };
  return row({
    title,
    sub: [groupName(group, reader), ...(deadline ? [shortDateTime(deadline.at, place)] : [])].join(" · "),
    right: states[stateOf(call)],
    press: press(title, call.status === "draft" ? "call.manage" : "board.show", { call: call.id }),
    link: true,
    separator,
  });
}

const stateOf = (call: Call) => (call.status === "draft" && call.publishing ? "publishing" : call.status);

/** Which of the groups that the reader leads is meant. */
export function chooseGroupCard(
  groups: readonly Group[],
  next: "call.new" | "group.show" | "examples.list" | "poll.new" | "meeting.form",
  reader: Reader,
): Card {
  const { lang, text, client } = reader;
  const words = text.group.show;
  return card({
    lang,
    fallbackText: words.chooseHeading,
    body: [
      heading(words.chooseHeading),
      groups.length === 0 && strip("emphasis", words.chooseEmpty, words.chooseEmptyRest),
      ...groups.slice(0, MOST_GROUPS).map((group, at) => {
        const title = groupName(group, reader);
        const data = { group: group.id };
        const opens = next === "call.new" ? dialog(title, next, data, client) : press(title, next, data);
        return row({ title, press: opens, link: true, separator: at > 0 });
      }),
    ],
    actions: [
      groups.length === 0 && press(text.home.buttons.openCalls, "calls.open", {}),
      press(text.home.home, "home.show", {}),
    ],
  });
}
