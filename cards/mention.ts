import type { Element } from "./kit.ts";
import { clip, escapeMarkdown, shown } from "./literal.ts";

/** Somebody named on a card; with the account by which Teams knows them, where they have one. */
export interface Named {
  name: string;
  account?: string | undefined;
}

/** What a card tells Teams of a mention: the text stands for the person, who is notified and shown by name. */
export interface Mention {
  type: "mention";
  text: string;
  mentioned: { id: string; name: string };
}

const NAME = 60;

/** Names in a line: those who have an account in Teams are mentioned, so that Teams notifies them, the others are named. */
export function mentions(people: readonly Named[], more?: string): { line: Element; entities: Mention[] } {
  const entities: Mention[] = [];
  const pieces = people.map(({ name, account }) => {
    const whole = shown(clip(name, NAME));
    if (!account) return escapeMarkdown(whole);
    const text = `<at>${keyOf(whole, entities)}</at>`;
    entities.push({ type: "mention", text, mentioned: { id: account, name: whole } });
    return text;
  });
  const text = [...pieces, ...(more ? [escapeMarkdown(more)] : [])].join(", ");
  return { line: { type: "TextBlock", text, wrap: true, weight: "Bolder", spacing: "Small" }, entities };
}

/** What stands between the marks: the name without anything that could end them or be read as Markdown, each only once. */
function keyOf(name: string, taken: readonly Mention[]): string {
  const safe = name.replace(/[^\p{L}\p{M}\p{N} .'’-]/gu, "").trim() || "Teams";
  const isTaken = (key: string) => taken.some(({ text }) => text === `<at>${key}</at>`);
  for (let n = 1; ; n++) {
    const key = n === 1 ? safe : `${safe} ${n}`;
    if (!isTaken(key)) return key;
  }
}
