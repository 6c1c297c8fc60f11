import { inLang } from "../../bot/domain/lang.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { dialog, press } from "../actions.ts";
import { type Card, card, facts, heading, line, strip } from "../kit.ts";
import { pollTitle } from "../poll-parts.ts";
import type { Reader } from "../reader.ts";
import { timeRange } from "../when.ts";

/** From when to when nothing was answered, with the deadline's extension beside it. */
function outage({ call, poll, group, delivery }: Showing, reader: Reader): Card {
  const { lang, text, zone, client } = reader;
  const words = text.outage;
  const index = delivery.saying.kind === "outage" ? delivery.saying.index : 0;
  const stretch = (poll ?? call)?.outages?.[index];
  const status = (poll ?? call)?.status;
  const mayExtend = status === "open" || status === "closed";
  const hadClosed = call?.closedAt !== undefined && stretch !== undefined && call.closedAt < stretch.from;
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      stretch && strip("warning", words.status(timeRange(stretch.from, stretch.to, { lang, zone }))),
      line(poll ? words.meaningPoll : hadClosed ? words.meaningConsents : words.meaning),
      poll && facts([[words.poll, pollTitle({ poll, group }, reader)]]),
      call && facts([[words.call, inLang(call.title, lang, group.languages)]]),
    ],
    actions: poll
      ? [
          mayExtend && dialog(words.extendPoll, "poll.extendForm", { poll: poll.id }, { dialogs: client.dialogs }),
          press(words.showPoll, "poll.manage", { poll: poll.id }),
        ]
      : call && [
          mayExtend && dialog(words.extend, "call.extendForm", { call: call.id }, { dialogs: client.dialogs }),
          press(words.show, "call.manage", { call: call.id }),
        ],
  });
}

/** Messages about outages. */
export const outageSayings = { outage };
