import assert from "node:assert/strict";
import { handlerOf } from "../../bot/teams/handlers.ts";
import type { Reply, Turn } from "../../bot/teams/turn.ts";
import type { Card } from "../../cards/kit.ts";
import { type Fields, isVerb, type Verb, verbs } from "../../cards/verbs.ts";

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

function* nodesOf(value: unknown): Generator<Node> {
  if (!isNode(value)) return;
  yield value;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

/** The data that a client sends for a button: what the button carries, and every input that isn't empty. */
export function pressData(card: Card, title: string, typed: Record<string, string> = {}) {
  const action = [...nodesOf(card)].find(
    (node) => node.title === title && (node.type === "Action.Execute" || node.type === "Action.Submit"),
  );
  assert.ok(action, `there is no button ${title} on ${card.fallbackText}`);
  const { verb: inData, ...data } = (action.data ?? {}) as Node;
  const inputs: Node = {};
  if (action.associatedInputs !== "none")
    for (const node of nodesOf(card))
      if (typeof node.type === "string" && node.type.startsWith("Input.") && node.value)
        inputs[String(node.id)] = node.value;
  return { verb: String(action.verb ?? inData), data: { ...inputs, ...typed, ...data } };
}

/** Presses a verb with raw data, as it would come from anywhere. */
export async function pressVerb(turn: Turn, verb: string, data: Record<string, unknown>): Promise<Reply> {
  assert.ok(isVerb(verb), `${verb} is no verb`);
  const fields = verbs[verb].safeParse(data);
  if (!fields.success) return { refuse: "bad press" };
  return (await handlerOf(verb))(turn, fields.data as Fields<Verb>);
}

/** Presses a button of a card with what was typed. */
export function pressButton(turn: Turn, card: Card, title: string, typed: Record<string, string> = {}): Promise<Reply> {
  const { verb, data } = pressData(card, title, typed);
  return pressVerb(turn, verb, data);
}

/** The card that a reply shows; fails on a refusal without one. */
export function cardIn(reply: Reply): Card {
  const card = "show" in reply ? reply.show : "refuse" in reply ? reply.fresh : undefined;
  assert.ok(card, `no card in ${JSON.stringify(reply)}`);
  return card;
}

/** Everything that can be read on a card. */
export const wordsOn = (card: Card): string =>
  [...nodesOf(card)]
    .flatMap((node) => [node.text, node.title, node.value, node.label])
    .filter((words) => typeof words === "string")
    .join("\n")
    .replaceAll("\u00A0", " ")
    .replaceAll("\u2060", "");
