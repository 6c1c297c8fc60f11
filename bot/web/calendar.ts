import { textFor } from "../../cards/text.ts";
import { openCalendar } from "../usecases/ics.ts";
import type { Ports } from "../usecases/ports.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import { sentencePage } from "./pages/link.ts";
import { gonePage } from "./pages.ts";
import type { Rates } from "./rate.ts";
import type { Asked } from "./serve.ts";

/** One person's calendar file of a meeting, as it stands now. */
export async function calendar(ports: Ports, rates: Rates, { params, address, lang }: Asked): Promise<Answer> {
  if (!(await rates.mayGuess(address)) || !(await rates.mayFetch(address)))
    return htmlAnswer(429, sentencePage(textFor(lang).links.page.tooMany, lang));
  const file = await openCalendar(ports, params["*"] ?? "");
  if (!file) {
    await rates.missed(address);
    return htmlAnswer(404, gonePage());
  }
  const headers = {
    "Content-Type": `text/calendar; charset=utf-8; method=${file.method}`,
    "Content-Disposition": `attachment; filename="${file.name}"`,
  };
  return { status: 200, headers, body: file.text };
}
