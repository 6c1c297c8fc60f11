import type { PersonId } from "../bot/domain/ids.ts";
import { here, lead } from "./call-press.ts";
import { type Card, card, type Element, heading, line, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { deadlineText, nameOf, type PollAt, type PollSeen, pollTitle, summary } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";

/** Of more people than these the list is cut off; nobody stands in for so many. */
const MOST = 10;

/** The ways to answer for those who let the reader do so; `within`: from a form, in whose place the next one comes. */
export function principalRows(
  { poll, principals = [], names }: Pick<PollSeen, "poll" | "principals" | "names">,
  { within = false, but, most = MOST }: { within?: boolean; but?: PersonId | undefined; most?: number },
  reader: Reader,
): Element[] {
  const { text } = reader;
  if (poll.status !== "open") return [];
  const others = principals.filter(({ person }) => person !== but);
  return others.slice(0, Math.min(MOST, most)).map(({ person, open }) => {
    const title = text.poll.answerFor(clip(nameOf(names, person, reader), 60));
    const right = open ? text.poll.asked.silent : text.poll.asked.answered;
    const press = (within ? here : lead)(reader, title, "poll.form", { poll: poll.id, for: person });
    return row({ title, right, link: true, separator: true, press });
  });
}

/** To whoever may answer for somebody from now on. */
export function standInCard(
  at: PollAt & { person: PersonId; as: "assistant" | "substitute"; names: Record<PersonId, string> },
  reader: Reader,
): Card {
  const { poll: words } = reader.text;
  const name = clip(nameOf(at.names, at.person, reader), 60);
  const title = words.told.standIn(clip(pollTitle(at, reader), 200));
  const isOpen = at.poll.status === "open";
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      isOpen
        ? strip("accent", words.strip.answerBy(deadlineText(at.poll, reader)))
        : strip("emphasis", words.refused.status[at.poll.status]),
      line(words.told.standInLine[at.as](name)),
      line(summary(at, reader)),
    ],
    actions: [
      isOpen && lead(reader, words.button.answer, "poll.form", { poll: at.poll.id, for: at.person }, "positive"),
      lead(reader, words.button.status, "poll.show", { poll: at.poll.id }),
    ],
  });
}
