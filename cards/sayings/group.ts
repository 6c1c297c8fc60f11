import type { Showing } from "../../bot/domain/showing.ts";
import { dialog, press } from "../actions.ts";
import { type Card, card, heading, line, strip } from "../kit.ts";
import type { Reader } from "../reader.ts";

/** The bot presents itself in the channel and asks for the group to be set up; once that is done, it says so. */
function introduction({ group }: Showing, { lang, text, client }: Reader): Card {
  const words = text.group.introduction;
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      group.ready ? strip("good", words.ready, words.readyRest) : strip("accent", words.next, words.nextRest),
      line(`${words.does} ${words.after}`),
    ],
    actions: group.ready
      ? [
          press(text.home.buttons.openCalls, "calls.open", {}),
          press(text.home.buttons.group, "group.show", { group: group.id }),
        ]
      : [dialog(words.setUp, "group.form", { group: group.id }, { dialogs: client.dialogs, style: "positive" })],
  });
}

/** Messages about the group. */
export const groupSayings = { introduction };
