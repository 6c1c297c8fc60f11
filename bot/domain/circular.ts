import type { Saying } from "./delivery.ts";
import type { MailingId, PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** A message to the people of a poll or a meeting: walks them page by page and becomes one delivery for each. */
export interface Circular {
  kind: "circular";
  id: MailingId;
  rev: number;
  saying: Saying;
  /** Everybody who is asked, those who have answered, or those who haven't. */
  to: "all" | "answered" | "unanswered";
  /** These alone, whether or not they are still asked or called. Who has had it before gets it once more. */
  only?: PersonId[];
  /** Nothing is sent: the cards that people got earlier with this saying are drawn anew. */
  redraw?: true;
  at: Instant;
  /** After this it has no point and is left unsaid. */
  until?: Instant;
  /** The last person walked. */
  cursor?: string;
  done: boolean;
}

/** A circular from now on; the name makes it one with every other that is called the same. */
export const circularOf = (
  name: string,
  {
    saying,
    to,
    at,
    ...more
  }: Pick<Circular, "saying" | "to" | "at"> & Partial<Pick<Circular, "until" | "redraw" | "only">>,
): Circular => ({ kind: "circular", id: `mail:${name}`, rev: 1, saying, to, at, done: false, ...more });
