import type { Group } from "../bot/domain/group.ts";
import { press } from "./actions.ts";
import { groupName } from "./group.ts";
import { type Card, card, heading, row, small, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { EXAMPLES } from "./verbs/home.ts";

/** The calls that can be tried out: as they are where everything is an example, elsewhere as practice calls. */
export function examplesCard(
  { group, practice, nonce }: { group: Group; practice: boolean; nonce: string },
  reader: Reader,
): Card {
  const { lang, text } = reader;
  const words = text.home.practice;
  const title = practice ? words.heading : words.examplesHeading;
  return card({
    lang,
    fallbackText: title,
    body: [
      heading(title),
      practice
        ? strip("accent", `${text.common.practice}.`, `${words.line} ${words.lineRest}`)
        : strip("accent", words.examplesLine),
      small(groupName(group, reader)),
      ...EXAMPLES.map((example, at) => {
        const { title, sub } = words.examples[example];
        const start = press(`${words.start}: ${title}`, "examples.start", {
          group: group.id,
          example,
          practice,
          nonce,
        });
        return row({ title, sub, press: start, link: true, separator: at > 0 });
      }),
    ],
    actions: [press(text.home.home, "home.show", {})],
  });
}
