import type { Lang } from "../bot/domain/lang.ts";
import { escapeMarkdown, type Look, literal, shown, visible, type Words } from "./literal.ts";
import type { Mention } from "./mention.ts";

/** A piece of an Adaptive Card: a text, an input, a container. */
export interface Element {
  type: string;
  id?: string;
  [property: string]: unknown;
}

/** A button, or what pressing a row does. */
export interface Action {
  type: "Action.Execute" | "Action.Submit" | "Action.OpenUrl" | "Action.ToggleVisibility";
  title: string;
  style?: "positive" | "destructive";
  [property: string]: unknown;
}

/** A whole Adaptive Card, as it is sent. */
export interface Card {
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  type: "AdaptiveCard";
  version: "1.5";
  lang: Lang;
  fallbackText: string;
  body: Element[];
  actions?: Action[];
  msteams?: { width?: "Full"; entities?: Mention[] };
}

/** What may stand in a list of elements: conditions leave gaps. */
export type Maybe<T> = T | undefined | false;
const present = <T extends object>(list: readonly Maybe<T>[]): T[] => list.filter((one): one is T => Boolean(one));

/** A card from its parts, in the order: heading, strip, facts, text, contact, folds; then at most three actions. */
export function card(parts: {
  lang: Lang;
  /** Read where cards can't be drawn, and in notifications. */
  fallbackText: string;
  body: readonly Maybe<Element>[];
  actions?: readonly Maybe<Action>[] | undefined;
  fullWidth?: boolean | undefined;
  /** Whom the card mentions in Teams. */
  entities?: Mention[] | undefined;
}): Card {
  const actions = present(parts.actions ?? []);
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.5",
    lang: parts.lang,
    fallbackText: shown(parts.fallbackText),
    body: present(parts.body),
    ...(actions.length > 0 && { actions }),
    ...((parts.fullWidth || parts.entities?.length) && {
      msteams: {
        ...(parts.fullWidth && { width: "Full" as const }),
        ...(parts.entities?.length && { entities: parts.entities }),
      },
    }),
  };
}

/** The card's own heading, first. */
export const heading = (text: string): Element => ({
  type: "TextBlock",
  text: escapeMarkdown(text),
  wrap: true,
  style: "heading",
  size: "Large",
  weight: "Bolder",
});

/** A section's heading, set off by a line. */
export const subheading = (text: string, sub?: Maybe<Element>): Element => ({
  type: "Container",
  separator: true,
  spacing: "Medium",
  items: [
    { type: "TextBlock", text: escapeMarkdown(text), wrap: true, size: "Medium", weight: "Bolder" },
    ...(sub ? [{ ...sub, spacing: "None" }] : []),
  ],
});

/** Where things stand, bold words first. The colour only repeats them: open, history, done, refused or needs you. */
export const strip = (style: "accent" | "emphasis" | "good" | "warning", bold: string, rest?: string): Element => ({
  type: "Container",
  style,
  spacing: "Small",
  items: [literal(rest ? [{ bold }, ` ${rest}`] : [{ bold }])],
});

/** A paragraph, drawn literally; `bold(…)` makes pieces of it bold. */
export const line = (...words: Words[]): Element => literal(words, { spacing: "Medium" });

/** Contact lines and notes: small and subtle. */
export const small = (...words: Words[]): Element => literal(words, { size: "Small", subtle: true, spacing: "Medium" });

/** A note that belongs to what is right above it, as under an input. */
export const hint = (...words: Words[]): Element => literal(words, { size: "Small", subtle: true, spacing: "Small" });

/** Rows of a short label (at most 12 characters) and a value, or several values under each other; an empty row is left out. */
export function facts(
  rows: readonly (readonly [label: string, value: string | readonly string[] | undefined])[],
): Element | undefined {
  const items = rows.flatMap(([label, value]) => {
    const values = (typeof value === "string" ? [value] : (value ?? [])).filter((one) => visible(one) !== "");
    return values.length === 0
      ? []
      : [
          columns([
            { width: "96px", items: [literal(label, { weight: "Bolder" })] },
            { width: "stretch", items: values.map((one, at) => literal(one, at > 0 ? { spacing: "Small" } : {})) },
          ]),
        ];
  });
  return items.length > 0 ? { type: "Container", spacing: "Medium", items } : undefined;
}

/** A link of ours on a line of its own, such as the privacy notice; an address that isn't https is shown, not linked. */
export function link(title: string, url: string): Element {
  if (!/^https:/i.test(url) || !URL.canParse(url)) return hint(`${title}: ${url}`);
  const address = new URL(url).href.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    type: "TextBlock",
    text: `[${escapeMarkdown(title)}](${address})`,
    wrap: true,
    size: "Small",
    spacing: "Small",
  };
}

interface Column {
  width: string;
  items: Element[];
  [property: string]: unknown;
}

const columns = (list: Column[], more: object = {}): Element => ({
  type: "ColumnSet",
  spacing: "Small",
  ...more,
  columns: list.map((column) => ({ type: "Column", ...column })),
});

/** A part that opens and closes without a round trip. `hint` says so to screen readers: "näytä tai piilota". */
export function fold(
  id: string,
  title: string,
  body: readonly Maybe<Element>[],
  { first = false, hint }: { first?: boolean; hint: string },
): Element {
  const press = `${shown(title)}: ${hint}`;
  const mark = (state: "closed" | "open", sign: string): Element => ({
    type: "TextBlock",
    id: `${id}-${state}`,
    text: `${sign} ${escapeMarkdown(title)}`,
    wrap: true,
    color: "Accent",
    weight: "Bolder",
    ...(state === "open" && { isVisible: false }),
  });
  return {
    type: "Container",
    spacing: first ? "Medium" : "Small",
    separator: first,
    items: [
      {
        type: "Container",
        selectAction: {
          type: "Action.ToggleVisibility",
          title: press,
          tooltip: press,
          targetElements: [`${id}-closed`, `${id}-open`, id],
        },
        items: [mark("closed", "▸"), mark("open", "▾")],
      },
      { type: "Container", id, isVisible: false, spacing: "Small", style: "emphasis", items: present(body) },
    ],
  };
}

/** One thing in a list: name and details on the left, status on the right; pressing it opens it. */
export function row(parts: {
  title: string;
  sub?: string | undefined;
  right?: string | undefined;
  rightSub?: string | undefined;
  /** Needs action: the right side is coloured and bold. */
  attention?: boolean;
  press?: Action | undefined;
  /** The title is itself what you do (home), not the name of a thing. */
  link?: boolean;
  separator?: boolean;
}): Element {
  const note: Look = { size: "Small", subtle: true, spacing: "None" };
  const right: Look = parts.link
    ? { size: "Small", align: "Right" }
    : parts.attention
      ? { color: "Attention", weight: "Bolder" }
      : {};
  const main = [literal(parts.title, { weight: "Bolder", ...(parts.link && { color: "Accent" }) })];
  if (parts.sub) main.push(literal(parts.sub, note));
  const side = [
    ...(parts.right ? [literal(parts.right, right)] : []),
    ...(parts.rightSub ? [literal(parts.rightSub, note)] : []),
  ];
  return columns(
    [
      { width: "stretch", items: main },
      ...(side.length > 0
        ? [{ width: "112px", items: side, ...(parts.link && { verticalContentAlignment: "Center" }) }]
        : []),
    ],
    {
      ...(parts.separator && { separator: true }),
      ...(parts.press && { selectAction: rowPress(parts.press) }),
    },
  );
}

/** Pressing a row never depends on what is typed elsewhere, and says what it does when pointed at. */
const rowPress = (action: Action): Action => ({
  ...action,
  tooltip: action.title,
  ...((action.type === "Action.Execute" || action.type === "Action.Submit") && { associatedInputs: "none" }),
});
