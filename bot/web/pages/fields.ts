import type { Element } from "../../../cards/kit.ts";
import { type Html, html } from "../html.ts";

/** A card's input as a labelled field. */
export function fieldHtml(input: Element): Html {
  switch (input.type) {
    case "Input.ChoiceSet":
      return input.style === "expanded" ? group(input) : labelled(input, select(input));
    case "Input.Toggle":
      return html`<p class="choice">${box("checkbox", input, input.id ?? "", "true", input.value === "true")}<label for="${input.id ?? ""}">${said(input.title)}</label></p>`;
    case "Input.Date":
      return labelled(input, html`<input type="date" ${common(input)} value="${said(input.value)}">`);
    case "Input.Time":
      return labelled(input, html`<input type="time" ${common(input)} value="${said(input.value)}">`);
    default:
      return labelled(input, input.isMultiline ? area(input) : line(input));
  }
}

const said = (value: unknown): string => (typeof value === "string" ? value : "");

const common = ({ id = "", isRequired, maxLength }: Element): Html =>
  html`id="${id}" name="${id}"${isRequired ? html` required` : html``}${typeof maxLength === "number" ? html` maxlength="${String(maxLength)}"` : html``}`;

/**
 * What is the sender's own the browser may fill in. For the others nothing is said: a field that must not be filled in
 * would be empty for whoever comes back to it.
 */
const OWN: Record<string, [type: string, autocomplete?: string]> = {
  senderName: ["text", "name"],
  senderEmail: ["email", "email"],
};
const KINDS: Record<string, string> = { Email: "email", Tel: "tel", Url: "url" };

function line(input: Element): Html {
  const [type, autocomplete] = OWN[input.id ?? ""] ?? [KINDS[said(input.style)] ?? "text"];
  const fills = autocomplete ? html` autocomplete="${autocomplete}"` : html``;
  return html`<input type="${type}" ${common(input)}${fills} value="${said(input.value)}">`;
}

/** As tall as what is in it, within reason. A line break after the start tag isn't part of the text. */
function area(input: Element): Html {
  const value = said(input.value);
  const rows = Math.min(16, Math.max(4, value.split("\n").length + Math.floor(value.length / 70)));
  const placeholder = input.placeholder ? html` placeholder="${said(input.placeholder)}"` : html``;
  // text that is there to be copied
  const fixed = input.height === "stretch" ? html` readonly` : html``;
  return html`<textarea ${common(input)}${fixed} rows="${String(rows)}"${placeholder}>
${value}</textarea>`;
}

const choicesOf = ({ choices }: Element) => (choices ?? []) as { title: string; value: string }[];

function select(input: Element): Html {
  const chosen = said(input.value);
  const none = choicesOf(input).some(({ value }) => value === chosen)
    ? html``
    : html`<option value="">${said(input.placeholder)}</option>`;
  return html`<select ${common(input)}>${none}${choicesOf(input).map(
    ({ title, value }) =>
      html`<option value="${value}"${value === chosen ? html` selected` : html``}>${title}</option>`,
  )}</select>`;
}

function group(input: Element): Html {
  const { id = "" } = input;
  return html`<fieldset><legend>${said(input.label)}${must(input)}</legend>${choicesOf(input).map(
    ({ title, value }, at) =>
      html`<p class="choice">${box("radio", { ...input, id: `${id}-${at}` }, id, value, value === input.value)}<label for="${id}-${String(at)}">${title}</label></p>`,
  )}</fieldset>`;
}

const box = (type: string, { id = "", isRequired }: Element, name: string, value: string, checked: boolean): Html =>
  html`<input type="${type}" id="${id}" name="${name}" value="${value}"${isRequired ? html` required` : html``}${checked ? html` checked` : html``}>`;

const must = ({ isRequired }: Element): Html =>
  isRequired ? html`<span class="must" aria-hidden="true"> *</span>` : html``;

const labelled = (input: Element, field: Html): Html =>
  html`<div class="field"><label for="${input.id ?? ""}">${said(input.label)}${must(input)}</label>${field}</div>`;
