import type { Element } from "../../cards/kit.ts";
import { type Html, html } from "./html.ts";

interface Choice {
  title: string;
  value: string;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const kinds: Record<string, string> = { Email: "email", Tel: "tel", Url: "url" };

/** A card's input as a labelled field of the page's form. */
export function field(input: Element, form: string): Html {
  switch (input.type) {
    case "Input.ChoiceSet":
      return choices(input, form);
    case "Input.Toggle":
      return html`<p class="choice"><input type="checkbox" id="${input.id ?? ""}" name="${input.id ?? ""}" value="true" form="${form}"${input.value === "true" ? html` checked` : html``}><label for="${input.id ?? ""}">${text(input.title)}</label></p>`;
    case "Input.Date":
      return labelled(input, html`<input type="date" ${common(input, form)} value="${text(input.value)}">`);
    case "Input.Time":
      return labelled(input, html`<input type="time" ${common(input, form)} value="${text(input.value)}">`);
    default:
      return labelled(input, written(input, form));
  }
}

function written(input: Element, form: string): Html {
  // text that is only there to be copied has no form and can't be changed
  if (input.height === "stretch")
    return html`<textarea id="${input.id ?? ""}" readonly rows="6">${text(input.value)}</textarea>`;
  const most = typeof input.maxLength === "number" ? html` maxlength="${String(input.maxLength)}"` : html``;
  const placeholder = input.placeholder ? html` placeholder="${text(input.placeholder)}"` : html``;
  return input.isMultiline
    ? html`<textarea ${common(input, form)}${most}${placeholder}>${text(input.value)}</textarea>`
    : html`<input type="${kinds[text(input.style)] ?? "text"}" ${common(input, form)}${most}${placeholder} value="${text(input.value)}">`;
}

const common = ({ id = "", isRequired }: Element, form: string): Html =>
  html`id="${id}" name="${id}" form="${form}"${isRequired ? html` required` : html``}`;

const labelled = ({ id = "", label }: Element, input: Html): Html =>
  html`<div class="field"><label for="${id}">${text(label)}</label>${input}</div>`;

function choices(input: Element, form: string): Html {
  const { id = "", label, isRequired } = input;
  const chosen = text(input.value).split(",");
  const list = (input.choices ?? []) as Choice[];
  const isShort = list.length <= 3 && list.map(({ title }) => title).join("").length <= 40;
  if (input.style !== "expanded" && !input.isMultiSelect && !isShort)
    return labelled(
      input,
      html`<select ${common(input, form)}>${chosen[0] ? html`` : html`<option value=""></option>`}${list.map(
        ({ title, value }) =>
          html`<option value="${value}"${chosen.includes(value) ? html` selected` : html``}>${title}</option>`,
      )}</select>`,
    );
  const type = input.isMultiSelect ? "checkbox" : "radio";
  const required = isRequired && type === "radio" ? html` required` : html``;
  return html`<fieldset id="${id}"${isShort ? html` class="few"` : html``}><legend>${text(label)}</legend>${list.map(
    ({ title, value }, at) =>
      html`<p class="choice"><input type="${type}" id="${id}-${String(at)}" name="${id}" value="${value}" form="${form}"${required}${chosen.includes(value) ? html` checked` : html``}><label for="${id}-${String(at)}">${title}</label></p>`,
  )}</fieldset>`;
}
