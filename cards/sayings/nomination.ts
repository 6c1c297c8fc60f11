import type { Showing } from "../../bot/domain/showing.ts";
import { type Card, card, heading } from "../kit.ts";
import type { Reader } from "../reader.ts";

const drawn = ({ delivery }: Showing, { lang }: Reader): Card =>
  card({ lang, fallbackText: delivery.saying.kind, body: [heading(delivery.saying.kind)] });

/** Messages about nomination. */
export const nominationSayings = {
  receipt: drawn,
  coProposer: drawn,
  lateArrived: drawn,
  lateAccepted: drawn,
};
