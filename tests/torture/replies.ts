import type { Card } from "../../cards/kit.ts";
import { fi } from "../../cards/text/fi.ts";
import { wordsOf } from "../support/teams.ts";

/** Whether what came back says this, wherever it stands and however it is set. */
export const says = (reply: Card | string, words: string): boolean =>
  lettersOf(wordsIn(reply)).includes(lettersOf(words));

/** An error of ours, of which the person only gets a number to report. */
export const wentWrong = (reply: Card | string): boolean => says(reply, fi.common.wrongShort(""));

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
const wordsIn = (reply: Card | string) => (typeof reply === "string" ? reply : wordsOf(reply));
