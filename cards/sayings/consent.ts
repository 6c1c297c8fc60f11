import type { Showing } from "../../bot/domain/showing.ts";
import { type Card, card, heading } from "../kit.ts";
import type { Reader } from "../reader.ts";

const drawn = ({ delivery }: Showing, { lang }: Reader): Card =>
  card({ lang, fallbackText: delivery.saying.kind, body: [heading(delivery.saying.kind)] });

/** Messages about consent. */
export const consentSayings = {
  consentRequest: drawn,
  consentReminder: drawn,
  consentOutcome: drawn,
  notReached: drawn,
  moveRequest: drawn,
  moveAnswered: drawn,
  nominationsWithdrawn: drawn,
};
