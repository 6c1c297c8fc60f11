import type { Card } from "../../cards/kit.ts";
import type { Reader } from "../../cards/reader.ts";
import type { Fields, Verb } from "../../cards/verbs.ts";
import type { Person } from "../domain/person.ts";
import type { Instant } from "../domain/time.ts";
import type { Ports } from "../usecases/ports.ts";

/** Where somebody acted. `team` is absent in a 1:1 chat and in group chats. */
export interface Where {
  tenant: string;
  serviceUrl: string;
  conversation: string;
  personal: boolean;
  /** A chat of several people, where everybody sees the answer and no group is at home. */
  chat?: "group" | "meeting";
  /** Set on a page outside Teams: behind a link that was mailed, or one that was passed on by hand. */
  page?: "web" | "link";
  team?: { id: string; name?: string; channel: string };
}

/** One act of one authenticated person, with the instant at which the request came in. */
export interface Turn {
  ports: Ports;
  by: Person;
  reader: Reader;
  arrivedAt: Instant;
  where: Where;
  /** What this installation offers besides: local mode shows examples as real calls, elsewhere they are for practice. */
  features: { examples: boolean };
}

/** A card in the place of the one pressed (or the dialog's next page), a sentence, or a refusal with a fresh card. */
export type Reply = { show: Card; title?: string } | { say: string } | { refuse: string; fresh?: Card };

export type Handler<V extends Verb> = (turn: Turn, fields: Fields<V>) => Promise<Reply>;
/** The handlers of some verbs. */
export type Handlers<V extends Verb> = { [K in V]: Handler<K> };
