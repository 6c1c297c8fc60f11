import type { Showing } from "../../bot/domain/showing.ts";
import { appendixCard } from "../appendix.ts";
import { type Card, card, heading } from "../kit.ts";
import type { Reader } from "../reader.ts";

const drawn = ({ delivery }: Showing, { lang }: Reader): Card =>
  card({ lang, fallbackText: delivery.saying.kind, body: [heading(delivery.saying.kind)] });

/** Messages about board. */
export const boardSayings = {
  boardPost: drawn,
  appendix: appendixCard,
};
