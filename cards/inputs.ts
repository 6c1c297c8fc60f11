import type { Element } from "./kit.ts";
import { shown, unlinked, visible } from "./literal.ts";

interface Field {
  id: string;
  label: string;
  /** What to say when it is missing; makes the field required. */
  required?: string | undefined;
}

/** Empty settings are left out, not sent as null. */
const set = (settings: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && value !== false));

const field = (
  type: `Input.${string}`,
  { id, label, required }: Field,
  settings: Record<string, unknown>,
): Element => ({
  type,
  id,
  label: shown(label),
  spacing: "Small",
  ...set({ isRequired: required !== undefined, errorMessage: required, ...settings }),
});

/** A line or a box to write in. With `regex`, the message in `required` or `invalid` is shown when it doesn't match. */
export const textInput = (
  parts: Field & {
    value?: string | undefined;
    maxLength: number;
    multiline?: boolean;
    placeholder?: string | undefined;
    style?: "Email" | "Tel" | "Url";
    regex?: string;
    invalid?: string;
  },
): Element =>
  field("Input.Text", parts, {
    value: parts.value && visible(parts.value, { lines: parts.multiline ?? false }),
    maxLength: parts.maxLength,
    isMultiline: parts.multiline,
    placeholder: parts.placeholder,
    style: parts.style,
    regex: parts.regex,
    errorMessage: parts.required ?? parts.invalid,
  });

/** One of a few, or several with `multi`; `expanded` shows them all, otherwise they drop down. */
export const choice = (
  parts: Field & {
    choices: readonly { title: string; value: string }[];
    /** With `multi`, the chosen values. */
    value?: string | readonly string[] | undefined;
    expanded?: boolean;
    multi?: boolean;
    placeholder?: string | undefined;
  },
): Element =>
  field("Input.ChoiceSet", parts, {
    style: parts.expanded ? "expanded" : "compact",
    isMultiSelect: parts.multi,
    wrap: true,
    placeholder: parts.placeholder,
    value: typeof parts.value === "object" ? parts.value.join(",") || undefined : parts.value,
    choices: parts.choices.map(({ title, value }) => ({ title: unlinked(title), value })),
  });

/** A yes or a no; sent as "true" or "false". */
export const toggle = ({ id, label, value }: { id: string; label: string; value: boolean }): Element => ({
  type: "Input.Toggle",
  id,
  title: unlinked(label),
  value: String(value),
  wrap: true,
  spacing: "Small",
});

/** A day, as 2027-05-14. */
export const dateInput = (parts: Field & { value?: string | undefined; min?: string; max?: string }): Element =>
  field("Input.Date", parts, { value: parts.value, min: parts.min, max: parts.max });

/** A time of day, as 16:15. */
export const timeInput = (parts: Field & { value?: string | undefined }): Element =>
  field("Input.Time", parts, { value: parts.value });

/** People of the tenant, found by typing; sends their Entra ids with commas between. */
export const peoplePicker = (parts: Field & { value?: string | undefined; multi?: boolean }): Element =>
  field("Input.ChoiceSet", parts, {
    style: "filtered",
    isMultiSelect: parts.multi,
    value: parts.value,
    choices: [],
    "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
  });

/**
 * Rows of a form that appear one by one, without a round trip, so nothing typed is lost.
 * Nothing in a hidden row may be required: it would block the form without a message.
 */
export function moreRows({
  prefix,
  rows,
  shown: open,
  addTitle,
}: {
  prefix: string;
  rows: readonly (readonly Element[])[];
  /** How many rows stand open at first. */
  shown: number;
  addTitle: string;
}): Element {
  const closed = rows.length - open;
  const items = rows.map((row, at) => ({
    type: "Container",
    id: `${prefix}-row${at + 1}`,
    spacing: "Small",
    ...(at >= open && { isVisible: false }),
    items: row,
  }));
  const buttons = Array.from({ length: Math.max(0, closed) }, (_, at) => {
    const next = open + at + 1;
    return {
      type: "ActionSet",
      id: `${prefix}-add${next}`,
      spacing: "Small",
      ...(at > 0 && { isVisible: false }),
      actions: [
        {
          type: "Action.ToggleVisibility",
          title: shown(addTitle),
          targetElements: [
            { elementId: `${prefix}-row${next}`, isVisible: true },
            { elementId: `${prefix}-add${next}`, isVisible: false },
            ...(next < rows.length ? [{ elementId: `${prefix}-add${next + 1}`, isVisible: true }] : []),
          ],
        },
      ],
    };
  });
  return { type: "Container", spacing: "Small", items: [...items, ...buttons] };
}

/** Text in one piece that the reader can select and copy; as tall as the text, within reason. */
export function copyable({ id, label, value }: { id: string; label: string; value: string }): Element {
  const text = visible(value, { lines: true });
  const lines = text.split("\n").reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / 48)), 0);
  return {
    type: "Container",
    spacing: "Medium",
    minHeight: `${Math.min(Math.max(lines, 3), 24) * 24 + 40}px`,
    items: [{ type: "Input.Text", id, label: shown(label), isMultiline: true, height: "stretch", value: text }],
  };
}
