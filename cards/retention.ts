import type { Call } from "../bot/domain/call.ts";
import type { Group } from "../bot/domain/group.ts";
import { purgeAt } from "../bot/domain/retention.ts";
import { press } from "./actions.ts";
import { titled } from "./candidacy.ts";
import { type Card, card, heading, hint, line, strip } from "./kit.ts";
import { callTitle } from "./open-calls.ts";
import type { Reader } from "./reader.ts";
import { date } from "./when.ts";

/** A call will be erased: when, what that means, and what to take care of before. */
export function purgeCard(view: { group: Group; call: Call }, nonce: string, reader: Reader): Card {
  const { purge } = reader.text.mydata;
  const { call, group } = view;
  const at = purgeAt(call, group);
  const when = at === undefined ? "" : date(at, { ...reader, zone: group.zone });
  const noted = at !== undefined && call.purgeNoted?.for === at;
  const title = purge.heading(titled(() => callTitle(view, reader), view, reader));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      at === undefined
        ? strip("emphasis", purge.notComing)
        : noted
          ? strip("emphasis", purge.noted, purge.notedRest(when))
          : strip("accent", purge.strip(when)),
      at !== undefined && line(purge.line),
      at !== undefined && line(purge.advice),
      at !== undefined && hint(purge.settings),
    ],
    actions: [
      at !== undefined && press(purge.appendix, "appendix.make", { call: call.id, nonce }),
      at !== undefined && !noted && press(purge.note, "purge.note", { call: call.id, nonce }),
      press(reader.text.home.buttons.group, "group.show", { group: group.id }),
    ],
  });
}
