import { type CommandId, type CommandWords, commands } from "./text/commands.ts";

/** Longer messages aren't commands. */
const LONGEST = 80;

/** As people type it on a phone: no mention, capitals, dots over letters, punctuation or double spaces. */
export const folded = (text: string): string =>
  text
    .replace(/<at>.*?<\/at>/gis, " ")
    .toLocaleLowerCase("fi")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}?]+/gu, " ")
    .replace(/(?<=\S)\s*\?+\s*$/u, "")
    .trim();

const phrases: readonly (readonly [phrase: string, command: CommandId])[] = Object.entries(commands).flatMap(
  ([id, words]) =>
    Object.values(words as Record<string, CommandWords>).flatMap(({ title, aliases }) =>
      [title, ...aliases].map((phrase) => [folded(phrase), id as CommandId] as const),
    ),
);

/** The command that a message is, the nearest one to it, or nothing when it resembles none. */
export function commandOf(message: string): CommandId | { nearest: CommandId } | undefined {
  const text = folded(message.slice(0, 1_000));
  if (text === "" || text.length > LONGEST) return undefined;
  const exact = phrases.find(([phrase]) => phrase === text);
  if (exact) return exact[1];
  const nearest = mistyped(text) ?? contained(text);
  return nearest && { nearest };
}

/** One letter in three may be wrong, and at least one. */
function mistyped(text: string): CommandId | undefined {
  if (text.length < 3) return undefined;
  let best: { command: CommandId; distance: number } | undefined;
  for (const [phrase, command] of phrases) {
    const allowed = Math.max(1, Math.floor(Math.min(phrase.length, text.length) / 3));
    // most phrases are out of reach by their length alone
    const far = phrase.length < 3 || Math.abs(phrase.length - text.length) > allowed;
    const distance = far ? Infinity : distanceBetween(text, phrase);
    if (distance <= allowed && (!best || distance < best.distance)) best = { command, distance };
  }
  return best?.command;
}

/** A command's words inside a longer sentence; the longest that is there. */
const contained = (text: string): CommandId | undefined =>
  phrases
    .filter(([phrase]) => phrase.length > 3 && ` ${text} `.includes(` ${phrase} `))
    .toSorted(([a], [b]) => b.length - a.length)[0]?.[1];

/** Letters to change, add, leave out or swap with the next. */
export function distanceBetween(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (last[j - 2] ?? 0) + 1);
      next.push(least);
    }
    last = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
