import type { Block } from "../../cards/outline.ts";
import { type Html, html } from "./html.ts";

/** A card's table on a page. Where the screen is narrow it scrolls by itself, by the keyboard too. */
export const tableHtml = ({ head, rows }: Block & { kind: "table" }): Html =>
  html`<div class="wide" role="region" tabindex="0" aria-label="${head.join(", ")}"><table>
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => rowHtml(cells, head.length))}</tbody>
</table></div>`;

/** A row of one cell is told above those that follow it. */
const rowHtml = ([first = [], ...cells]: string[][], columns: number): Html =>
  cells.length === 0
    ? html`<tr><th scope="colgroup" colspan="${String(columns)}">${lines(first)}</th></tr>`
    : html`<tr><th scope="row">${lines(first)}</th>${cells.map((cell) => html`<td>${lines(cell)}</td>`)}</tr>`;

const lines = ([first = "", ...rest]: readonly string[]): Html =>
  html`${first}${rest.map((text) => html`<br><span class="quiet">${text}</span>`)}`;
