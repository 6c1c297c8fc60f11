import type { Card } from "../../../cards/kit.ts";
import { titleOf } from "../../../cards/outline.ts";
import type { Reader } from "../../../cards/reader.ts";
import { date } from "../../../cards/when.ts";
import type { Instant } from "../../domain/time.ts";
import { cardHtml, type MayPress } from "../card-html.ts";
import { html } from "../html.ts";
import { layout } from "../layout.ts";

/** The page behind a personal link to a poll or a meeting: for whom it is, the card, and until when the link works. */
export function answerPage(
  card: Card,
  reader: Reader,
  { name, until, may }: { name: string; until: Instant; may: MayPress },
): string {
  const { page } = reader.text.links;
  const body = html`<p class="quiet">${page.forWhom(name)}</p>
${cardHtml(card, may)}
<form method="post"><p class="quiet">${page.until(date(until, reader))}</p>
<p><button name="do" value="data" class="link">${reader.text.mydata.page.yours}</button></p></form>`;
  return layout({ lang: reader.lang, title: titleOf(card), body, head: html`<meta name="robots" content="noindex">` });
}
