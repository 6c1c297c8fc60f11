/** HTML that is safe to send: made only by `html`, which escapes whatever is put into it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A template whose values are escaped, unless they are HTML already. */
export const html = (parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html =>
  new Html(parts.reduce((sum, part, at) => sum + markupOf(values[at - 1] ?? "") + part));

const markupOf = (value: string | Html | readonly Html[]): string =>
  typeof value === "string"
    ? escaped(value)
    : [value]
        .flat()
        .map((one) => (one as Html).markup)
        .join("");
