import type { PersonId } from "../bot/domain/ids.ts";
import type { Instant } from "../bot/domain/time.ts";
import { type PressData, submit } from "./actions.ts";
import { here } from "./call-press.ts";
import { handedLink } from "./handed-link.ts";
import { type Card, card, type Element, heading, line, row, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** What a link leads to; the verbs of both begin with it. */
export type LinkedTo = "poll" | "meeting";

interface Linked {
  to: LinkedTo;
  /** Ids of the round and of the person. */
  data: PressData & { for: PersonId };
  name: string;
}

/** Ways to somebody's links from what officers see about that person; after the end there is nothing to answer with one. */
export function linkRows(to: LinkedTo, data: Linked["data"], isOpen: boolean, reader: Reader): Element[] {
  const { take, end } = reader.text.answerLink;
  const way = (title: string, sub: string, verb: string) =>
    row({ title, sub, link: true, separator: true, press: here(reader, title, `${to}.${verb}`, data) });
  return [...(isOpen ? [way(take.open, take.openSub, "linkForm")] : []), way(end.open, end.openSub, "endLinksForm")];
}

const personVerb: Record<LinkedTo, string> = { poll: "poll.person", meeting: "meeting.attendFor" };

const back = ({ to, data }: Linked, reader: Reader) => here(reader, reader.text.common.back, personVerb[to], data);

/** Asks once more before a link is shown with which somebody else could answer. */
export function linkForm(linked: Linked & { nonce: string; problem?: string | undefined }, reader: Reader): Card {
  const { take } = reader.text.answerLink;
  const { to, data, nonce, problem } = linked;
  const title = take.heading(clip(linked.name, 120));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      problem === undefined ? strip("warning", take.strip, take.rest) : strip("warning", problem),
      line(take.line),
    ],
    actions: [
      submit(take.send, `${to}.link`, { ...data, nonce }, { door: reader.door, style: "positive" }),
      back(linked, reader),
    ],
  });
}

/** The link, this once. */
export function handedCard(linked: Linked & { url: string; until: Instant }, reader: Reader): Card {
  const { take, hand } = reader.text.answerLink;
  const { url, until } = linked;
  const title = take.heading(clip(linked.name, 120));
  return handedLink({ title, words: { ...hand, line: take.strip }, url, until, back: back(linked, reader) }, reader);
}

/** Asks once more before all of somebody's links are ended. */
export function endLinksForm(linked: Linked & { nonce: string }, reader: Reader): Card {
  const { end } = reader.text.answerLink;
  const { to, data, nonce } = linked;
  const title = end.heading(clip(linked.name, 120));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip("warning", end.strip), line(end.line)],
    actions: [
      submit(end.send, `${to}.endLinks`, { ...data, nonce }, { door: reader.door, style: "destructive" }),
      back(linked, reader),
    ],
  });
}
