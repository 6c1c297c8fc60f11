import { isVerb, verbs } from "../../cards/verbs.ts";

interface Press {
  verb: unknown;
  data: Record<string, unknown>;
}

/** Everything that can be pressed in a card, with the data that goes along. */
export function pressesIn(node: unknown): Press[] {
  if (Array.isArray(node)) return node.flatMap(pressesIn);
  if (typeof node !== "object" || node === null) return [];
  const { type, verb, data, ...rest } = node as Record<string, unknown>;
  if (type === "Action.Execute") return [{ verb, data: { ...(data as object) } }];
  if (type === "Action.Submit") {
    const { verb: named, msteams: _, ...fields } = data as Record<string, unknown>;
    return [{ verb: named, data: fields }];
  }
  return Object.values(rest).flatMap(pressesIn);
}

/** Presses that the bot would not understand: an unknown verb, or data that the verb's schema refuses. */
export const badPresses = (card: unknown): string[] =>
  pressesIn(card).flatMap(({ verb, data }) =>
    isVerb(verb) && verbs[verb].safeParse(data).success ? [] : [`${verb} ${JSON.stringify(data)}`],
  );
