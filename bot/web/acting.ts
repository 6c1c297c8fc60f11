import type { Card } from "../../cards/kit.ts";
import type { Reader } from "../../cards/reader.ts";
import type { Fields, Verb } from "../../cards/verbs.ts";
import type { Person } from "../domain/person.ts";
import type { Instant } from "../domain/time.ts";
import type { Rates } from "./rate.ts";

/** Somebody outside Teams who acts on a page, and by which kind of link. */
export interface Acting {
  by: Person;
  reader: Reader;
  arrivedAt: Instant;
  tenant: string;
  way: "web" | "link";
}

/** What becomes of a press: the next card, a sentence, or a refusal with the card as it now is. */
export type Pressed = { show: Card } | { say: string } | { refuse: string; fresh?: Card };

/** Presses on pages go to the same handlers, checks and refusals as presses on cards. */
export type Pressing = <V extends Verb>(acting: Acting, verb: V, fields: Fields<V>) => Promise<Pressed>;

/** Presses by which nobody can keep the service busy, however many links they have. */
export const paced =
  (press: Pressing, rates: Pick<Rates, "mayPress">): Pressing =>
  async (acting, verb, fields) =>
    (await rates.mayPress(acting.by.id)) ? press(acting, verb, fields) : { refuse: acting.reader.text.common.tooMany };
