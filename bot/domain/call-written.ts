import type { Call } from "./call.ts";
import type { Decision } from "./decision.ts";
import type { Lang, LocalText } from "./lang.ts";
import type { TimeRefusal } from "./time.ts";

/** What is wrong with something typed in a form. Rows count from 1. */
export type WrittenRefusal =
  | { kind: "count"; row: number }
  | { kind: "seatName"; row: number }
  | { kind: "url"; row: number }
  | { kind: "contactName"; row: number }
  | { kind: "contactDays"; row: number }
  | { kind: "time"; time: TimeRefusal }
  | { kind: "dayMissing" }
  | { kind: "termOrder" }
  | { kind: "rowsFixed" }
  | { kind: "consentTooEarly" }
  | { kind: "consentTooLate" }
  /** Candidates were told a day already: it may only become a later one. */
  | { kind: "consentEarlier" }
  | { kind: "decisionTooEarly" };

/** In which way a page is rewritten. */
export interface Setting {
  lang: Lang;
  /** The page is in the main language: it has the counts, days and choices too. */
  main: boolean;
  zone: string;
  /** People have proposed by these rows already: words may change, rows may not come or go. */
  published: boolean;
}

export type Applied = Decision<Call, WrittenRefusal>;
/** A text with its words in one language replaced, or gone. */
export function said(text: LocalText, lang: Lang, words: string | undefined): LocalText {
  const { [lang]: _, ...others } = text;
  return words ? { ...others, [lang]: words } : others;
}
