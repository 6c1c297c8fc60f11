import type { Server } from "restify";
import { textFor } from "../../cards/text.ts";
import { type Link, type LinkSubject, linkPath } from "../domain/link.ts";
import { looksLikeEmail } from "../domain/organisations.ts";
import { openLink } from "../usecases/personal-link.ts";
import type { Ports } from "../usecases/ports.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import { askedAgainPage, linkFailedPage, linkGonePage, noLinkPage, sentencePage } from "./pages/link.ts";
import { pageRates, type Rates } from "./rate.ts";
import { type Asked, pagesOn } from "./serve.ts";

/** A link that opens, and with what it was asked for. */
export interface Opened extends Pick<Asked, "lang" | "langChosen" | "arrivedAt"> {
  link: Link;
  /** The page's own address, with the language chosen. */
  path: string;
}

/**
 * What stands behind one kind of link. Showing changes nothing, for scanners open every link in a mail; only a form that is
 * sent does. Nothing as an answer: the link doesn't open any more, and looks as if it never had.
 */
export interface LinkPage {
  show(opened: Opened): Promise<Answer | undefined>;
  commit(opened: Opened, form: Record<string, string>): Promise<Answer | undefined>;
}

export type LinkPages = Partial<Record<LinkSubject["kind"], LinkPage>>;

interface Door {
  ports: Ports;
  pages: LinkPages;
  rates: Rates;
  /** Sends links anew to an address that some belong to. Works after the answer, which so tells nothing. */
  sendAgain(publicId: string, email: string, wanted: "links" | "data"): Promise<void>;
}

/** The addresses of personal links: `/<kind>/<public id>/<token>`, and `/link/<public id>` for who has none. */
export function mountLinks(
  server: Server,
  ports: Ports,
  pages: LinkPages,
  sendAgain: Door["sendAgain"],
  rates = pageRates(),
): void {
  const door: Door = { ports, pages, rates, sendAgain };
  const { get, post } = pagesOn(server, ports);
  for (const [kind, path] of Object.entries(linkPath) as [LinkSubject["kind"], string][]) {
    if (!pages[kind]) continue;
    get(`${kind} link`, `/${path}/*`, (asked) => opened(door, kind, asked, (page, link) => page.show(link)));
    post(`${kind} link`, `/${path}/*`, (asked) => sent(door, kind, asked));
  }
  get("link again", "/link/*", (asked) => htmlAnswer(200, noLinkPage(idIn(asked), asked.lang)));
  post("link again", "/link/*", (asked) => again(door, asked));
}

async function opened(
  { ports, pages, rates }: Door,
  kind: LinkSubject["kind"],
  asked: Asked,
  answer: (page: LinkPage, opened: Opened) => Promise<Answer | undefined>,
): Promise<Answer> {
  const { lang, address, form } = asked;
  const tooMany = () => sameSite(htmlAnswer(429, linkFailedPage(textFor(lang).links.page.tooMany, form, lang)));
  if (!(await rates.mayGuess(address))) return tooMany();
  const [publicId = "", token = "", ...more] = (asked.params["*"] ?? "").split("/");
  const link = more.length === 0 ? await openLink(ports, publicId, token) : undefined;
  if (link && !(await rates.mayOpen(`${link.call} ${JSON.stringify(link.subject)}`))) return tooMany();
  const page = link?.subject.kind === kind ? pages[kind] : undefined;
  const shown =
    link &&
    page &&
    (await answer(page, { ...asked, link, path: `/${linkPath[kind]}/${publicId}/${token}?lang=${lang}` }));
  if (shown) return sameSite(shown);
  await rates.missed(address);
  return sameSite(htmlAnswer(404, linkGonePage(idIn(asked), lang)));
}

async function sent(door: Door, kind: LinkSubject["kind"], asked: Asked): Promise<Answer> {
  const { lang, form } = asked;
  const words = textFor(lang).links.page;
  if (asked.foreign) return sameSite(htmlAnswer(403, sentencePage(words.foreign, lang)));
  if (!(await door.rates.maySend(asked.address)))
    return sameSite(htmlAnswer(429, linkFailedPage(words.tooMany, form, lang)));
  try {
    return forBack(await opened(door, kind, asked, (page, link) => page.commit(link, form)));
  } catch (error) {
    const reference = door.ports.ids.random().slice(0, 6).toUpperCase();
    door.ports.log.error({ err: error, page: `${kind} link`, reference }, "page failed");
    return sameSite(htmlAnswer(500, linkFailedPage(words.failed(reference), form, lang)));
  }
}

/** The same answer for every address, at once: whether anything belongs to it can't be seen or timed. */
async function again({ rates, sendAgain, ports }: Door, asked: Asked): Promise<Answer> {
  const { lang, form, foreign, address } = asked;
  const words = textFor(lang).links;
  const email = (form.email ?? "").trim().slice(0, 200);
  if (foreign) return sameSite(htmlAnswer(403, sentencePage(words.page.foreign, lang)));
  if (!looksLikeEmail(email))
    return htmlAnswer(422, noLinkPage(idIn(asked), lang, { email, error: words.again.notEmail }));
  if (!(await rates.mayAskAgain(address))) return htmlAnswer(429, sentencePage(words.page.tooMany, lang));
  void sendAgain(idIn(asked), email, form.data ? "data" : "links").catch((error: unknown) =>
    ports.log.error({ err: error, page: "link again" }, "page failed"),
  );
  return htmlAnswer(200, askedAgainPage(lang));
}

/** The public id in an address, for a form to send on; whether it means anything isn't said. */
const idIn = ({ params }: Asked): string => {
  const [id = ""] = (params["*"] ?? "").split("/");
  return /^[\w-]{10,40}$/.test(id) ? id : "unknown";
};

/** What a form was answered with is there again when one goes back to it, in this browser only, instead of being sent anew. */
const forBack = (answer: Answer): Answer =>
  answer.status === 303 ? answer : { ...answer, headers: { ...answer.headers, "Cache-Control": "private, no-cache" } };

/** Forms of these pages say where they come from; other sites are told nothing of the address. */
const sameSite = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex, nofollow" },
});
