import type { Card } from "../../../cards/kit.ts";
import { titleOf } from "../../../cards/outline.ts";
import type { Reader } from "../../../cards/reader.ts";
import { date } from "../../../cards/when.ts";
import type { Instant } from "../../domain/time.ts";
import { cardHtml } from "../card-html.ts";
import { html } from "../html.ts";
import { layout } from "../layout.ts";

/** The page behind a personal link: for whom it is, what the card would show, and until when the link works. */
export function personalPage(
  card: Card,
  reader: Reader,
  { name, until, publicId }: { name?: string | undefined; until: Instant; publicId: string },
): string {
  const { page } = reader.text.links;
  const body = html`${name === undefined ? html`` : html`<p class="quiet">${page.forWhom(name)}</p>`}
${cardHtml(card)}
<p class="quiet">${page.until(date(until, reader))}</p>
<p class="quiet"><a href="/link/${publicId}?lang=${reader.lang}">${reader.text.mydata.page.askLink}</a></p>`;
  return layout({ lang: reader.lang, title: titleOf(card), body, head: html`<meta name="robots" content="noindex">` });
}
