import type { Call } from "../bot/domain/call.ts";
import { lastDeadline } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { inLang } from "../bot/domain/lang.ts";
import { dateOnly } from "../bot/domain/time.ts";
import { dialog, press } from "./actions.ts";
import { groupName } from "./group.ts";
import { type Action, type Card, card, type Element, heading, type Maybe, row, strip } from "./kit.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";
import { date, shortDateTime, timeLeft } from "./when.ts";

/** A call together with the group that looks for people. */
export interface Listed {
  group: Group;
  call: Call;
}

const PAGE = 6;

/** The calls in which a proposal can be made now, with their deadlines. */
export function openCallsCard(listed: readonly Listed[], page: number, reader: Reader): Card {
  const { lang, text } = reader;
  const words = text.home.openCalls;
  const { shown, next } = pageOf(listed, page, PAGE);
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      listed.length ? strip("accent", words.count(listed.length)) : strip("emphasis", words.none, words.noneRest),
      ...shown.flatMap((one, at) => openCall(one, at > 0, reader)),
    ],
    actions: [
      next !== undefined && press(text.home.more, "calls.open", { page: next }),
      press(text.home.home, "home.show", {}),
    ],
  });
}

function openCall({ group, call }: Listed, separator: boolean, reader: Reader): Element[] {
  const { text, client, now } = reader;
  const words = text.home.openCalls;
  const place = { ...reader, zone: group.zone };
  const deadline = lastDeadline(call);
  const left = deadline && timeLeft(now, deadline.at, place);
  const name = callTitle({ group, call }, reader);
  const show = press(`${words.read}: ${name}`, "call.show", { call: call.id });
  const { organisations, self } = call.nominators;
  const actions: Maybe<Action>[] = [
    organisations && dialog(words.nominate, "nomination.form", { call: call.id }, client),
    self && dialog(words.self, "nomination.self", { call: call.id }, client),
    press(words.read, "call.show", { call: call.id }),
  ];
  return [
    row({
      title: name,
      sub: [groupName(group, reader), ...(left ? [words.left(left)] : [])].join(" · "),
      right: deadline && (dateOnly(deadline) ? date(deadline.wall, place) : shortDateTime(deadline.at, place)),
      press: show,
      link: true,
      separator,
    }),
    { type: "ActionSet", spacing: "Small", actions: actions.filter(Boolean) },
  ];
}

/** A call by name; a practice call says so first. */
export function callTitle({ group, call }: Listed, reader: Reader): string {
  const title = inLang(call.title, reader.lang, group.languages) || groupName(group, reader);
  return call.practice ? `${reader.text.common.practice}: ${title}` : title;
}
