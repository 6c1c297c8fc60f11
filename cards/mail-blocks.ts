import { unlinked } from "./literal.ts";
import type { MailPart } from "./mail.ts";
import type { Block, Run } from "./outline.ts";

const runsText = (runs: readonly Run[]): string => unlinked(runs.map(({ text }) => text).join(""));

/** A mail's parts as plain text, a language below the other. */
export function textOf(parts: readonly MailPart[], also: string): string {
  const sections = parts.map(({ blocks, open, notes }) =>
    [...blocks.map(textBlock), open && `${open.title}:\n${open.url}`, notes.join("\n")].filter(Boolean).join("\n\n"),
  );
  return `${[also, sections.join("\n\n--------\n\n")].filter(Boolean).join("\n\n")}\n`;
}

function textBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return unlinked(block.text);
    case "strip":
    case "text":
      return runsText(block.runs);
    case "facts":
      return block.rows.map(({ label, values }) => `${unlinked(label)}: ${values.map(unlinked).join("; ")}`).join("\n");
    case "link":
      return `${unlinked(block.title)}: ${block.url}`;
    default:
      return "";
  }
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
const written = (text: string) => escaped(unlinked(text));

const BUTTON =
  "display:inline-block;padding:12px 20px;background:#2f3b91;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px";

/** A mail's parts as HTML: no picture, script or style of others, and readable where styles are dropped. */
export function htmlOf(parts: readonly MailPart[], also: string): string {
  const [first] = parts;
  const sections = parts.map(
    ({ lang, blocks, open, notes }) => `<div lang="${lang}">
${blocks.map(htmlBlock).join("\n")}
${open ? `<p><a href="${escaped(open.url)}" style="${BUTTON}">${escaped(open.title)}</a></p>` : ""}
<p style="font-size:14px">${notes.map(escaped).join("<br>")}</p>
</div>`,
  );
  return `<!doctype html>
<html lang="${first?.lang ?? "fi"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escaped(first?.title ?? "")}</title></head>
<body style="font:16px/1.5 sans-serif;max-width:40em;margin:0 auto;padding:16px">
${also ? `<p>${escaped(also)}</p>` : ""}
${sections.join("\n<hr>\n")}
</body></html>
`;
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.level === 1
        ? `<h1 style="font-size:22px;line-height:1.3">${written(block.text)}</h1>`
        : `<h2 style="font-size:18px">${written(block.text)}</h2>`;
    case "strip":
      return `<p style="padding:8px 12px;border-left:4px solid #2f3b91">${runsHtml(block.runs)}</p>`;
    case "text":
      return `<p>${runsHtml(block.runs)}</p>`;
    case "facts":
      return `<table role="presentation" cellpadding="4">${block.rows
        .map(
          ({ label, values }) =>
            `<tr><td valign="top"><b>${written(label)}</b></td><td valign="top">${values.map(written).join("<br>")}</td></tr>`,
        )
        .join("")}</table>`;
    case "link":
      return `<p><a href="${escaped(block.url)}">${written(block.title)}</a></p>`;
    default:
      return "";
  }
}

const runsHtml = (runs: readonly Run[]): string =>
  runs.map(({ text, bold }) => (bold ? `<b>${escaped(spaced(text))}</b>` : escaped(spaced(text)))).join("");

/** A run keeps the space that parts it from its neighbour. */
const spaced = (text: string): string => {
  const inner = unlinked(text);
  return `${/^\s/.test(text) ? " " : ""}${inner}${/\s$/.test(text) && inner ? " " : ""}`;
};
