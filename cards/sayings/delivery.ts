import { mayRepost } from "../../bot/domain/delivery-repost.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { press } from "../actions.ts";
import { titled } from "../candidacy.ts";
import { lostWords } from "../delivery-parts.ts";
import { type Card, card, facts, heading, line, strip } from "../kit.ts";
import type { Reader } from "../reader.ts";
import { dateTime } from "../when.ts";

/** The announcement isn't in the channel: why, and a way to post it anew. */
function announcementLost({ call, group, delivery }: Showing, reader: Reader): Card {
  const { lost: words } = reader.text.delivery;
  const lost = call?.announcementLost;
  const said = lost && lostWords(lost.reason, reader);
  return card({
    lang: reader.lang,
    fallbackText: words.strip,
    body: [
      heading(words.heading),
      strip("warning", words.strip, said?.why),
      said && line(said.next),
      call &&
        facts([
          [words.call, titled((name) => name, { group, call }, reader)],
          [words.found, lost && dateTime(lost.at, reader)],
        ]),
    ],
    actions: call && [
      mayRepost(call) &&
        press(
          words.repost,
          "deliveries.repost",
          { call: call.id, nonce: delivery.id.replace(/^del:/, "") },
          { style: "positive" },
        ),
      press(words.show, "deliveries.show", { call: call.id }),
    ],
  });
}

/** Messages about what wasn't said. */
export const deliverySayings = { announcementLost };
