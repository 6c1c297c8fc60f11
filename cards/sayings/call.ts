import type { Showing } from "../../bot/domain/showing.ts";
import { type Card, card, heading } from "../kit.ts";
import type { Reader } from "../reader.ts";

const drawn = ({ delivery }: Showing, { lang }: Reader): Card =>
  card({ lang, fallbackText: delivery.saying.kind, body: [heading(delivery.saying.kind)] });

/** Messages about call. */
export const callSayings = {
  announcement: drawn,
  callReminder: drawn,
  correction: drawn,
  extension: drawn,
  callCancelled: drawn,
  callClosed: drawn,
  thinThemes: drawn,
  question: drawn,
  answer: drawn,
  questionAnswered: drawn,
  newCall: drawn,
};
