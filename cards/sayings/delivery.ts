import { mayRepost } from "../../bot/domain/delivery-repost.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import { press } from "../actions.ts";
import { lostWords } from "../delivery-parts.ts";
import { type Card, card, facts, heading, line, strip } from "../kit.ts";
import type { Reader } from "../reader.ts";
import { roundTitle } from "../rounds.ts";
import { dateTime } from "../when.ts";

/** A round's post isn't in the channel: why, and a way to post it anew. */
function announcementLost({ call, poll, meeting, group, delivery }: Showing, reader: Reader): Card {
  const { lost: words } = reader.text.delivery;
  const about = call ?? poll ?? meeting ?? group;
  const lost = about.announcementLost;
  const said = lost && lostWords(about, lost.reason, reader);
  return card({
    lang: reader.lang,
    fallbackText: words.strip[about.kind],
    body: [
      heading(words.heading[about.kind]),
      strip("warning", words.strip[about.kind], said?.why),
      said && line(said.next),
      facts([
        [words.rounds[about.kind], roundTitle((name) => name, { group, about }, reader)],
        [words.found, lost && dateTime(lost.at, reader)],
      ]),
    ],
    actions: [
      mayRepost(about, reader.now) &&
        press(
          words.repost,
          "deliveries.repost",
          { round: about.id, nonce: delivery.id.replace(/^del:/, "") },
          { style: "positive" },
        ),
      press(words.show, "deliveries.show", { round: about.id }),
    ],
  });
}

/** Messages about what wasn't said. */
export const deliverySayings = { announcementLost };
