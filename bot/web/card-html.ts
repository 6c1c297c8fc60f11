import type { Action, Card } from "../../cards/kit.ts";
import { type Block, outline, type Run } from "../../cards/outline.ts";
import { field } from "./card-input.ts";
import { type Html, html } from "./html.ts";
import { tableHtml } from "./table.ts";

/** The two forms that a drawn card's buttons belong to: with what was typed, and without. */
const TYPED = "card";
const BARE = "go";

/** Whether what a button sends can be pressed on this page. */
export type MayPress = (pressed: { verb: string; data: Record<string, unknown> }) => boolean;

/**
 * A card as a page shows it: the same words in the same order, plain HTML. Each button sends its verb and data in `press`;
 * those that send nothing typed belong to a form of their own. What can't be pressed on the page isn't drawn.
 */
export function cardHtml(card: Card, may: MayPress = () => true): Html {
  const blocks = likeliestFirst(outline(card).flatMap((one) => pressable(one, may)));
  return html`${blocks.map(block)}
<form id="${TYPED}" method="post"></form>
<form id="${BARE}" method="post"></form>`;
}

/** A card has room for three buttons, so that the way back stands above them; on a page it comes last. */
function likeliestFirst(blocks: readonly Block[]): Block[] {
  const [above, last] = blocks.slice(-2);
  if (above?.kind !== "actions" || last?.kind !== "actions") return [...blocks];
  return [...blocks.slice(0, -2), { ...last, actions: [...last.actions, ...above.actions] }];
}

function pressable(one: Block, may: MayPress): Block[] {
  const leads = (action: Action) => {
    const pressed = action.type === "Action.OpenUrl" ? undefined : pressIn({ press: pressOf(action) });
    return pressed === undefined || may(pressed);
  };
  switch (one.kind) {
    case "row":
      return one.press === undefined || leads(one.press) ? [one] : [];
    case "actions": {
      const actions = one.actions.filter(leads);
      return actions.length > 0 ? [{ ...one, actions }] : [];
    }
    case "fold":
      return [{ ...one, blocks: one.blocks.flatMap((inner) => pressable(inner, may)) }];
    default:
      return [one];
  }
}

function block(one: Block): Html {
  switch (one.kind) {
    case "heading":
      return one.level === 1 ? html`<h1>${one.text}</h1>` : html`<h2>${one.text}</h2>`;
    case "strip":
      return html`<p class="strip ${one.style}">${runs(one.runs)}</p>`;
    case "text":
      return one.quiet ? html`<p class="quiet">${runs(one.runs)}</p>` : html`<p>${runs(one.runs)}</p>`;
    case "facts":
      return html`<dl>${one.rows.map(
        ({ label, values }) => html`<dt>${label}</dt>${values.map((value) => html`<dd>${value}</dd>`)}`,
      )}</dl>`;
    case "fold":
      return html`<details id="${one.id}"><summary>${one.title}</summary>${one.blocks.map(block)}</details>`;
    case "row":
      return row(one);
    case "table":
      return tableHtml(one);
    case "link":
      return html`<p><a href="${one.url}" rel="noreferrer">${one.title}</a></p>`;
    case "input":
      return field(one.input, TYPED);
    case "actions":
      return html`<div class="actions">${one.actions.map((action) => button(action))}</div>`;
  }
}

const runs = (list: readonly Run[]): Html =>
  html`${list.map(({ text, bold }) => (bold ? html`<strong>${text}</strong>` : html`${text}`))}`;

/** What a card shows as a link, not as one of its buttons, is no button to the eye here either. */
function row({ main, side, press }: Block & { kind: "row" }): Html {
  const [title = "", ...rest] = main;
  const under = [...rest, ...side].map((text) => html`<span class="quiet">${text}</span>`);
  const more = under.length > 0 ? html` ${under}` : html``;
  return press
    ? html`<p>${button({ ...press, title, associatedInputs: "none" }, "link")}${more}</p>`
    : html`<p><strong>${title}</strong>${more}</p>`;
}

function button(action: Action, as?: "link"): Html {
  if (action.type === "Action.OpenUrl")
    return html`<a class="${as ?? "button second"}" href="${String(action.url)}" rel="noreferrer">${action.title}</a>`;
  const bare = action.associatedInputs === "none";
  const look = as ?? (action.style === "destructive" ? "danger" : action.style === "positive" ? "" : "second");
  return html`<button class="${look}" name="press" form="${bare ? BARE : TYPED}" value="${pressOf(action)}">${action.title}</button>`;
}

const pressOf = ({ verb, data }: Action): string => {
  const { msteams: _, ...sent } = data as Record<string, unknown>;
  return JSON.stringify(verb === undefined ? sent : { ...sent, verb });
};

/** What a drawn card's button sent: the verb, its data, and what was typed beside it. Undefined for anything else. */
export function pressIn(form: Record<string, string>): { verb: string; data: Record<string, unknown> } | undefined {
  const { press = "", ...typed } = form;
  try {
    const { verb, ...data } = JSON.parse(press) as Record<string, unknown>;
    return typeof verb === "string" ? { verb, data: { ...typed, ...data } } : undefined;
  } catch {
    return undefined;
  }
}
