import { inLang } from "../../bot/domain/lang.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { dialog, press } from "../actions.ts";
import { type Card, card, facts, heading, line, strip } from "../kit.ts";
import type { Reader } from "../reader.ts";
import { timeRange } from "../when.ts";

/** From when to when nothing was answered, with the deadline's extension beside it. */
function outage({ call, group, delivery }: Showing, { lang, text, zone, client }: Reader): Card {
  const words = text.outage;
  const index = delivery.saying.kind === "outage" ? delivery.saying.index : 0;
  const stretch = call?.outages?.[index];
  const mayExtend = call?.status === "open" || call?.status === "closed";
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      stretch && strip("warning", words.status(timeRange(stretch.from, stretch.to, { lang, zone }))),
      line(words.meaning),
      call && facts([[words.call, inLang(call.title, lang, group.languages)]]),
    ],
    actions: call && [
      mayExtend && dialog(words.extend, "call.extendForm", { call: call.id }, { dialogs: client.dialogs }),
      press(words.show, "call.manage", { call: call.id }),
    ],
  });
}

/** Messages about outages. */
export const outageSayings = { outage };
