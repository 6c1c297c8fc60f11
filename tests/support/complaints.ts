import { createRequire } from "node:module";

interface Parser {
  AdaptiveCard: new () => { parse(card: unknown, context: Context): void };
  SerializationContext: new () => Context;
}
interface Context {
  readonly eventCount: number;
  getEventAt(index: number): { message: string };
}

const parser: Parser = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

/** Teams refuses cards from some size on; pages differ on which, and this is the smallest. */
const mostBytes = 28 * 1024;

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** What is wrong with a card: the official parser's words, then our own rules. Empty for a good card. */
export function complaints(card: unknown): string[] {
  if (!isNode(card)) return ["is not a card"];
  return [...parserComplaints(card), ...wholeComplaints(card), ...partComplaints(card)];
}

function parserComplaints(card: Node): string[] {
  const context = new parser.SerializationContext();
  new parser.AdaptiveCard().parse(structuredClone(card), context);
  return (
    Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)
      // The parser reports a valid language as invalid for every other card.
      .filter((message) => !/lang/i.test(message) || !["fi", "sv", "en"].includes(String(card.lang)))
  );
}

function wholeComplaints(card: Node): string[] {
  const found: string[] = [];
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes >= mostBytes) found.push(`is ${bytes} bytes, and must be under ${mostBytes}`);
  if (card.version !== "1.5") found.push(`has version ${card.version}`);
  if (!card.fallbackText) found.push("has no fallback text");
  const actions = list(card.actions);
  if (actions.length > 3) found.push(`has ${actions.length} actions, and at most three are read`);
  if (actions.filter((action) => action.style === "positive").length > 1) found.push("has two positive actions");
  return found;
}

function partComplaints(card: Node): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  const targets: string[] = [];
  const visit = (node: Node, hidden: boolean) => {
    const name = `${node.type} ${node.id ?? ""}`.trim();
    const isHidden = hidden || node.isVisible === false;
    if (typeof node.id === "string") {
      if (ids.has(node.id)) found.push(`has the id ${node.id} twice`);
      ids.add(node.id);
    }
    if (typeof node.type === "string" && node.type.startsWith("Input.")) {
      if (!node.id) found.push(`has an ${node.type} without an id`);
      if (!node.label && !(node.type === "Input.Toggle" && node.title)) found.push(`${name} has no label`);
      if (node.isRequired && isHidden) found.push(`${name} is required where it is hidden`);
      if (node.isRequired && !node.errorMessage) found.push(`${name} is required without saying so`);
    }
    if (Array.isArray(node.targetElements)) {
      targets.push(...node.targetElements.map((one) => String(isNode(one) ? one.elementId : one)));
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === "data") continue;
      for (const child of isNode(value) ? [value] : list(value)) visit(child, isHidden);
    }
  };
  visit(card, false);
  found.push(...targets.filter((id) => !ids.has(id)).map((id) => `shows or hides ${id}, which isn't there`));
  return found;
}
