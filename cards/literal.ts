import type { Element } from "./kit.ts";

/** Controls, blank look-alikes, bidirectional overrides and isolates, and zero-width characters that words don't need. */
const hidden =
  /(?![\t\n])\p{Cc}|[\u061C\u115F\u1160\u180E\u200B\u202A-\u202E\u2061-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E00FF}]/gu;
/** Joiners and direction marks help real scripts and emoji one at a time; a run of them only hides something. */
const joinerRun = /([\u00AD\u200C-\u200F\u2060])[\u00AD\u200C-\u200F\u2060]+/gu;
/** More than four marks on a letter climb over the lines around it. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/** One line of common letters and signs, with single spaces between: most of what is written, and shown as it is. */
const plain = /^[!-~À-ɏ–—…]+(?:[ \u00A0][!-~À-ɏ–—…]+)*$/;

/** What people wrote, without characters that hide, reorder or overrun text. One line, unless `lines` keeps line breaks. */
export function visible(text: string, { lines = false }: { lines?: boolean } = {}): string {
  if (plain.test(text)) return text;
  const seen = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(hidden, "")
    .replace(joinerRun, "$1")
    .normalize("NFC")
    .replace(piledMarks, "$1");
  if (lines)
    return seen
      .replace(/\t/g, " ")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  return seen.replace(/\s+/g, (space) => (space.length > 1 || /[\n\t]/.test(space) ? " " : space)).trim();
}

/** Cards replace {{DATE(…)}} and {{TIME(…)}} in any text; a word joiner between the braces keeps what was written. */
const withoutFunctions = (text: string) => text.replace(/\{(?=\{\s*(?:DATE|TIME)\b)/gi, "{\u2060");

/** One line of text for a place that doesn't interpret Markdown: labels, titles of buttons and choices, text runs. */
export const shown = (text: string): string => withoutFunctions(visible(text));

/** A piece of a sentence that is drawn bold. */
export interface Bold {
  bold: string;
}
export const bold = (text: string): Bold => ({ bold: text });
export type Words = string | Bold;

export interface Look {
  size?: "Small" | "Medium" | "Large";
  subtle?: boolean;
  weight?: "Bolder";
  color?: "Accent" | "Attention";
  align?: "Center" | "Right";
  spacing?: "None" | "Small" | "Medium" | "Large";
}

/** Text drawn exactly as it is written: no link, emphasis or mark-up. The pieces are joined as given. */
export function literal(words: Words | readonly Words[], look: Look = {}): Element {
  const pieces = Array.isArray(words) ? (words as readonly Words[]) : [words as Words];
  const run = (piece: Words) => ({
    type: "TextRun",
    text: pieceText(piece),
    ...(look.size && { size: look.size }),
    ...((typeof piece !== "string" || look.weight) && { weight: "Bolder" }),
    ...(look.color && { color: look.color }),
    ...(look.subtle && { isSubtle: true }),
  });
  return {
    type: "RichTextBlock",
    ...(look.spacing && { spacing: look.spacing }),
    ...(look.align && { horizontalAlignment: look.align }),
    inlines: pieces.map(run),
  };
}

/** Spaces at the ends of a piece part it from its neighbours, so they stay. */
function pieceText(piece: Words): string {
  const text = typeof piece === "string" ? piece : piece.bold;
  const start = /^\s/.test(text) ? " " : "";
  const end = /\s$/.test(text) && text.trim() !== "" ? " " : "";
  return start + shown(text) + end;
}

/** Text of several lines, drawn exactly as it is written, a block a line. */
export const paragraphs = (text: string, look: Look = {}): Element[] =>
  visible(text, { lines: true })
    .split(/\n+/)
    .map((line, at) => literal(line, at === 0 ? look : { ...look, spacing: "Small" }));

/** Word joiners inside what would start an address or part a link's text from its address. */
const withoutLinks = (text: string) =>
  text.replace(/\/\/|\]\(|\bwww\.|\bmailto:/gi, (start) => `${start.slice(0, -1)}\u2060${start.slice(-1)}`);

/** One line for choices and toggles: some clients interpret Markdown there and some would show the escapes. Never a link. */
export const unlinked = (text: string): string => withoutLinks(shown(text));

/** One line for a place that interprets Markdown (headings), so that it reads as it was written. Escapes only what has an effect. */
export function escapeMarkdown(text: string): string {
  return withoutLinks(
    shown(text)
      .replace(/[\\`*_[\]<~]|&(?=#?\w+;)|^[>#]|^[-+](?=[\s-]|$)/g, "\\$&")
      .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2"),
  );
}

const graphemes = new Intl.Segmenter("fi", { granularity: "grapheme" });

/** At most `max` characters as people count them; a cut text ends in an ellipsis, which counts. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  let count = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    count += 1;
    if (count === max) return index + segment.length === text.length ? text : `${kept.trimEnd()}…`;
    kept += segment;
  }
  return text;
}
