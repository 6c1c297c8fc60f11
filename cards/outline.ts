import type { Action, Card, Element } from "./kit.ts";

/** A piece of a sentence as it is read. */
export interface Run {
  text: string;
  bold: boolean;
}

/** What a card holds, in the order of reading, for places that don't draw Adaptive Cards: pages and mail. */
export type Block =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "strip"; style: string; runs: Run[] }
  | { kind: "text"; runs: Run[]; quiet: boolean }
  | { kind: "facts"; rows: { label: string; values: string[] }[] }
  | { kind: "fold"; id: string; title: string; blocks: Block[] }
  | { kind: "row"; main: string[]; side: string[]; press?: Action }
  | { kind: "link"; title: string; url: string }
  /** Each cell's lines; a row of one cell is a heading of those below it. */
  | { kind: "table"; head: string[]; rows: string[][][] }
  | { kind: "input"; input: Element }
  | { kind: "actions"; actions: Action[] };

/** A card's content as blocks; only what the kit makes is known. */
export const outline = (card: Card): Block[] => [
  ...card.body.flatMap(blocksOf),
  ...(card.actions ? [{ kind: "actions" as const, actions: card.actions }] : []),
];

/** A card's own heading, or what stands for the whole card. */
export function titleOf(card: Card): string {
  const found = outline(card).find((b) => b.kind === "heading");
  return found?.kind === "heading" ? found.text : card.fallbackText;
}

function blocksOf(element: Element): Block[] {
  if (element.type.startsWith("Input.")) return [{ kind: "input", input: element }];
  switch (element.type) {
    case "TextBlock":
      return [textBlock(element)];
    case "RichTextBlock":
      return [richText(element)];
    case "ColumnSet":
      return [row(element)];
    case "Table":
      return [tableOf(element)];
    case "ActionSet":
      return actionSet(element);
    case "Container":
      return container(element);
    default:
      return [];
  }
}

function container(element: Element): Block[] {
  const items = listOf(element.items);
  const [first, second] = items;
  if (first?.selectAction && second?.type === "Container" && "isVisible" in second) return [foldOf(first, second)];
  if (items.length > 0 && items.every(isFact)) return [{ kind: "facts", rows: items.map(factOf) }];
  if (typeof element.style === "string" && items.length === 1 && first?.type === "RichTextBlock")
    return [{ kind: "strip", style: element.style, runs: runsOf(first) }];
  return items.flatMap(blocksOf);
}

function foldOf(marks: Element, content: Element): Block {
  const [closed] = listOf(marks.items);
  const title = plainText(String(closed?.text ?? "")).replace(/^▸ /, "");
  return { kind: "fold", id: String(content.id), title, blocks: listOf(content.items).flatMap(blocksOf) };
}

const isFact = ({ type, columns }: Element): boolean => type === "ColumnSet" && listOf(columns)[0]?.width === "96px";

function factOf({ columns }: Element) {
  const [label, values] = listOf(columns).map((column) => listOf(column.items).map(textOf));
  return { label: label?.join(" ") ?? "", values: values ?? [] };
}

function row({ columns, selectAction }: Element): Block {
  const [main = [], side = []] = listOf(columns).map((column) => listOf(column.items).map(textOf));
  return { kind: "row", main, side, ...(selectAction ? { press: selectAction as Action } : {}) };
}

function tableOf({ rows }: Element): Block {
  const [head = [], ...others] = listOf(rows).map(({ cells }) => listOf(cells).map((c) => listOf(c.items).map(textOf)));
  const heads = (cells: string[][]) => cells.slice(1).every((lines) => lines.length === 0);
  return {
    kind: "table",
    head: head.map((lines) => lines.join(" ")),
    rows: others.map((cells) => (heads(cells) ? cells.slice(0, 1) : cells)),
  };
}

function actionSet({ actions }: Element): Block[] {
  const pressable = (actions as Action[]).filter(({ type }) => type !== "Action.ToggleVisibility");
  return pressable.length > 0 ? [{ kind: "actions", actions: pressable }] : [];
}

function textBlock({ text, style, weight }: Element): Block {
  const written = String(text);
  const [, title, url] = /^\[(.*)\]\((https:[^\s)]+)\)$/.exec(written) ?? [];
  if (title !== undefined && url) return { kind: "link", title: plainText(title), url };
  const plain = plainText(written);
  if (style === "heading") return { kind: "heading", level: 1, text: plain };
  if (weight === "Bolder") return { kind: "heading", level: 2, text: plain };
  return { kind: "text", runs: [{ text: plain, bold: false }], quiet: false };
}

function richText(element: Element): Block {
  const [first] = listOf(element.inlines);
  return { kind: "text", runs: runsOf(element), quiet: first?.isSubtle === true };
}

const runsOf = ({ inlines }: Element): Run[] =>
  listOf(inlines).map(({ text, weight }) => ({ text: String(text), bold: weight === "Bolder" }));

const textOf = (element: Element): string =>
  element.type === "RichTextBlock"
    ? runsOf(element)
        .map(({ text }) => text)
        .join("")
    : plainText(String(element.text ?? ""));

/** Markdown of the kit's making, as it reads. */
const plainText = (markdown: string): string => markdown.replace(/\\(?=[\\`*_[\]<~&>#+.)-])/g, "");

const listOf = (value: unknown): Element[] => (Array.isArray(value) ? (value as Element[]) : []);
