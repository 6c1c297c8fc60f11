import { AdaptiveCard, Container, GlobalSettings, HostConfig } from "adaptivecards";
import { hostConfig } from "./host-config.ts";
import type { Values } from "./kept.ts";

interface RawElement {
  type?: string;
  id?: string;
  value?: unknown;
  items?: RawElement[];
}
export interface RawCard {
  body?: RawElement[];
  actions?: { title?: string; data?: Record<string, unknown> }[];
}

export interface DrawnCard {
  element: HTMLElement;
  values(): Values;
}

/** What a text says, without the signs that keep Markdown from being read in it. */
const plain = (text: string) => text.replace(/\\([\\`*_[\]<~&>#+.)-])/g, "$1");

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Draws a card as part of the page. `press` is told the data of a button, whose required fields are filled in. */
export function drawCard(
  raw: RawCard,
  { press, typed }: { press: (data: Record<string, unknown>) => void; typed: () => void },
): DrawnCard {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = `<p>${escaped(plain(text))}</p>`;
    result.didProcess = true;
  };
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  GlobalSettings.setTabIndexAtCardRoot = false;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(matchMedia("(max-width: 30rem)").matches));
  card.parse(raw);
  card.onExecuteAction = ({ title }) => {
    const data = raw.actions?.find((action) => action.title === title)?.data;
    if (data) press(data);
  };
  card.onInputValueChanged = typed;
  const element = card.render();
  if (!element) throw new Error("The card can't be drawn.");
  element.style.padding = "0";
  standing(card);
  named(element);
  sections(element);
  folds(element);
  wrapped(element);
  const values = () =>
    Object.fromEntries(
      card.getAllInputs(true).flatMap((input) => (input.id && input.isSet() ? [[input.id, String(input.value)]] : [])),
    );
  return { element, values };
}

const insideOf = ({ items = [] }: RawElement): RawElement[] => items.flatMap((one) => [one, ...insideOf(one)]);

/** What a card's inputs hold before anybody has typed. */
export const valuesIn = ({ body = [] }: RawCard): Values =>
  Object.fromEntries(
    insideOf({ items: body }).flatMap(({ type, id, value }) =>
      type?.startsWith("Input.") && id && typeof value === "string" && value !== "" ? [[id, value]] : [],
    ),
  );

/** The same card with these values in its inputs. */
export function withValues(raw: RawCard, values: Values): RawCard {
  const card = structuredClone(raw);
  for (const element of insideOf({ items: card.body ?? [] }))
    if (element.type?.startsWith("Input.") && element.id) {
      const value = values[element.id];
      if (value === undefined) delete element.value;
      else element.value = value;
    }
  return card;
}

/** Where things stand is a strip as on every page; what is wrong is read aloud. */
function standing(card: AdaptiveCard): void {
  const strip = card.getItemCount() > 1 ? card.getItemAt(1) : undefined;
  if (!(strip instanceof Container) || !strip.renderedElement) return;
  strip.renderedElement.classList.add("strip", strip.style ?? "");
  if (strip.style === "warning") strip.renderedElement.setAttribute("role", "alert");
}

/** Long names of buttons take two lines. */
function wrapped(element: HTMLElement): void {
  for (const one of element.querySelectorAll<HTMLElement>(".ac-pushButton, .ac-pushButton *"))
    one.style.whiteSpace = "normal";
}

/** What the browser may fill in: the sender's own name and address only. */
function named(element: HTMLElement): void {
  for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"))
    field.autocomplete = "off";
  for (const [id, autocomplete] of [
    ["senderName", "name"],
    ["senderEmail", "email"],
  ] as const) {
    const field = element.querySelector<HTMLInputElement>(`[id="${id}"] input`);
    if (field) field.autocomplete = autocomplete;
  }
}

/** Headings of sections are headings too. */
function sections(element: HTMLElement): void {
  for (const block of element.querySelectorAll<HTMLElement>(".ac-textBlock"))
    if (block.getAttribute("role") !== "heading" && block.style.fontSize === "20px") {
      block.setAttribute("role", "heading");
      block.setAttribute("aria-level", "2");
    }
}

/** A fold tells whether it is open. */
function folds(element: HTMLElement): void {
  for (const mark of element.querySelectorAll('[id$="-closed"]')) {
    const fold = mark.closest('[role="button"]');
    const body = element.querySelector<HTMLElement>(`[id="${mark.id.replace(/-closed$/, "")}"]`);
    if (!fold || !body) continue;
    const tell = () => fold.setAttribute("aria-expanded", String(body.style.display !== "none"));
    tell();
    new MutationObserver(tell).observe(body, { attributes: true, attributeFilter: ["style"] });
  }
}
