import type { Instant } from "../bot/domain/time.ts";
import { copyable } from "./inputs.ts";
import { type Action, type Card, card, heading, hint, line, type Maybe, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { date } from "./when.ts";

interface Handed {
  title: string;
  words: { strip: string; rest: string; label: string; line: string; until(day: string): string };
  url: string;
  until: Instant;
  back: Maybe<Action>;
}

/** Somebody's personal link for whoever passes it on by hand, shown this once. */
export const handedLink = ({ title, words, url, until, back }: Handed, reader: Reader): Card =>
  card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("warning", words.strip, words.rest),
      copyable({ id: "copy", label: words.label, value: url }),
      line(words.line),
      hint(words.until(date(until, reader))),
    ],
    actions: [back],
  });
