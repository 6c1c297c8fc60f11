import { type Element, hint, line, type Maybe, small } from "./kit.ts";
import { namesText, type PollAt, type PollSeen } from "./poll-parts.ts";
import { whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";

/** So many of those who must be present are named. */
const MOST_SILENT = 5;

/** Who of those who must be present hasn't answered an open poll: how many, and by name where names are shown. */
export function requiredText({ poll, required, names }: PollSeen, reader: Reader): string | undefined {
  if (poll.status !== "open" || required.asked === 0) return undefined;
  const words = reader.text.poll.strip;
  const left = required.asked - required.answered;
  if (left === 0) return words.requiredAnswered;
  if (required.silent) return words.requiredSilent(namesText(names, required.silent, MOST_SILENT, reader));
  return words.requiredLeft(left, required.asked).replaceAll(" / ", "\u00A0/\u00A0");
}

/** When one sees how others have answered. */
export const seeLine = ({ poll }: PollAt, { text }: Reader): string =>
  poll.visibility === "always" ? "" : poll.visibility === "afterOwn" ? text.poll.seeAfterOwn : text.poll.seeAtEnd;

/** How one answers, or what the table's short words mean; and what one can change and see afterwards. */
export function answerNotes(seen: PollSeen, reader: Reader): Element {
  const { how, change, table } = reader.text.poll;
  const more = [change, seeLine(seen, reader)].filter(Boolean).join(" ");
  return seen.table ? hint(`${table.legend} ${more}`) : small(`${how} ${more}`);
}

/** By which rule a time is chosen, and what it says of the answers so far. */
export const chosenHow = ({ poll, answered, why }: PollSeen, reader: Reader): Maybe<Element>[] => [
  line(reader.text.poll.rule(poll.asked.some((a) => a.required))),
  why && answered > 0 && line(whyText(why, reader)),
];
