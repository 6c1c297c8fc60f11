import type { Action, Card, Element } from "../../../cards/kit.ts";
import { fold } from "../../../cards/kit.ts";
import { type Block, outline } from "../../../cards/outline.ts";
import { type Html, html } from "../html.ts";
import { tableHtml } from "../table.ts";
import { fieldHtml } from "./fields.ts";

/** A form as a page holds it. */
export interface FormPage {
  card: Card;
  /** Where it is sent. */
  action: string;
  words: { trap: string; requiredNote: string };
  /** Verbs that send what is written though something required is missing, as saving does. */
  incomplete: readonly string[];
  /** Which rows can be pressed here; the others lead nowhere and are left out. */
  pressable?: readonly string[];
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>;
}

/** What only machines fill in; its name promises them something. */
export const TRAP = "website";

/** A card with inputs as a form of plain HTML: the same fields, words and order. Rows that come one by one are folds. */
export function formHtml({ card, action, words, incomplete, pressable = [], hidden = {} }: FormPage): Html {
  const blocks = outline(foldedRows(card));
  const isLead = ({ kind }: Block) => kind === "heading" || kind === "strip";
  const lead = blocks.slice(0, 2).filter(isLead);
  const actions = blocks.flatMap((b) => (b.kind === "actions" ? b.actions : []));
  const leads = (b: Block) => b.kind !== "row" || (b.press && pressable.includes(verbOf(b.press)));
  const rest = blocks.filter((b) => !lead.includes(b) && b.kind !== "actions" && leads(b));
  return html`${lead.map(blockHtml)}
<form method="post" action="${action}" class="filled" accept-charset="utf-8">
${rest.some(isRequired) ? html`<p class="quiet">${words.requiredNote}</p>` : html``}
${rest.map(blockHtml)}
<div class="trap" aria-hidden="true"><label for="${TRAP}">${words.trap}</label><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="actions">${actions.map((one) => button(one, incomplete))}</p>
</form>`;
}

/** A card that holds no inputs, such as a receipt, with its words only. */
export const cardWords = (card: Card): Html[] =>
  outline(card)
    .filter((b) => b.kind !== "actions" && b.kind !== "input")
    .map(blockHtml);

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? html`<h1>${block.text}</h1>` : html`<h2>${block.text}</h2>`;
    case "strip":
      return html`<p class="strip ${block.style}"${block.style === "warning" ? html` role="alert"` : html``}>${runs(block.runs)}</p>`;
    case "text":
      return html`<p${block.quiet ? html` class="quiet"` : html``}>${runs(block.runs)}</p>`;
    case "facts":
      return html`<dl>${block.rows.map(({ label, values }) => html`<dt>${label}</dt>${values.map((v) => html`<dd>${v}</dd>`)}`)}</dl>`;
    case "fold":
      return html`<details${block.blocks.some(isFilled) ? html` open` : html``}><summary>${block.title}</summary>${block.blocks.map(blockHtml)}</details>`;
    case "row":
      return block.press
        ? button({ ...block.press, title: block.main.join(" · ") }, [verbOf(block.press)])
        : html`<p>${[...block.main, ...block.side].join(" · ")}</p>`;
    case "table":
      return tableHtml(block);
    case "link":
      return html`<p><a href="${block.url}" rel="noreferrer">${block.title}</a></p>`;
    case "input":
      return fieldHtml(block.input);
    case "actions":
      return html``;
  }
}

const runs = (list: readonly { text: string; bold: boolean }[]): Html[] =>
  list.map(({ text, bold }) => (bold ? html`<strong>${text}</strong>` : html`${text}`));

const isRequired = (block: Block): boolean => block.kind === "input" && block.input.isRequired === true;

const isFilled = (block: Block): boolean =>
  (block.kind === "input" && block.input.value !== undefined && block.input.value !== "") ||
  (block.kind === "fold" && block.blocks.some(isFilled));

const verbOf = ({ verb, data }: Action): string => String(verb ?? (data as { verb?: unknown } | undefined)?.verb);

function button(action: Action, incomplete: readonly string[]): Html {
  if (action.type === "Action.OpenUrl")
    return html`<a class="button second" href="${String(action.url)}">${action.title}</a>`;
  const verb = verbOf(action);
  const sent = JSON.stringify({ ...(action.data as object), verb });
  const second = action.style === "positive" ? "" : action.style === "destructive" ? "danger" : "second";
  const unchecked = incomplete.includes(verb) ? html` formnovalidate` : html``;
  return html`<button name="press" value="${sent}" class="${second}"${unchecked}>${action.title}</button>`;
}

/** Rows that a client shows one by one, as folds in each other with the name of the button that shows them. */
function foldedRows(card: Card): Card {
  return { ...card, body: card.body.map(unhidden) };
}

function unhidden(element: Element): Element {
  const items = element.items as Element[] | undefined;
  if (!items) return element;
  const adders = items.filter((one) => one.type === "ActionSet");
  const title = adders
    .flatMap((one) => one.actions as Action[])
    .find((one) => one.type === "Action.ToggleVisibility")?.title;
  if (!title) return { ...element, items: items.map(unhidden) };
  const rest = items.filter((one) => one.type !== "ActionSet" && one.isVisible !== false).map(unhidden);
  const hidden = items.filter((one) => one.type !== "ActionSet" && one.isVisible === false);
  return { ...element, items: [...rest, ...nested(hidden, title)] };
}

/** Each row leads to the next. */
function nested([row, ...more]: readonly Element[], title: string): Element[] {
  if (!row) return [];
  const inside = (row.items as Element[]).concat(nested(more, title));
  return [fold(String(row.id), title, inside, { hint: "" })];
}
