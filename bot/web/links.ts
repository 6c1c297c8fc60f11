import type { Server } from "restify";
import { textFor } from "../../cards/text.ts";
import { type Link, type LinkSubject, linkPath } from "../domain/link.ts";
import { looksLikeEmail } from "../domain/organisations.ts";
import { type DataLink, openDataLink } from "../usecases/data-link.ts";
import { openLink } from "../usecases/personal-link.ts";
import type { Ports } from "../usecases/ports.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import { askedAgainPage, linkFailedPage, linkGonePage, noLinkPage, sentencePage } from "./pages/link.ts";
import { pageRates, type Rates } from "./rate.ts";
import { type Asked, pagesOn } from "./serve.ts";

/** A link that opens, and with what it was asked for. */
export interface Opened<L = Link> extends Pick<Asked, "lang" | "langChosen" | "arrivedAt"> {
  link: L;
  /** The page's own address, with the language chosen. */
  path: string;
}

/**
 * What stands behind one kind of link. Showing changes nothing, for scanners open every link in a mail; only a form that is
 * sent does. Nothing as an answer: the link doesn't open any more, and looks as if it never had.
 */
export interface LinkPage<L = Link> {
  show(opened: Opened<L>): Promise<Answer | undefined>;
  commit(opened: Opened<L>, form: Record<string, string>): Promise<Answer | undefined>;
}

export type LinkPages = Partial<Record<Exclude<LinkSubject["kind"], "person">, LinkPage>> & {
  /** One's own data is reached from a call, and from a poll or a meeting by those whom only they know. */
  person?: LinkPage<Link | DataLink>;
};

interface Door {
  ports: Ports;
  pages: LinkPages;
  rates: Rates;
  /** Sends links anew to an address that some belong to. Works after the answer, which so tells nothing. */
  sendAgain(place: string, email: string, wanted: "links" | "data"): Promise<void>;
}

/** What stands behind the links at one path. */
interface Behind<L> {
  path: string;
  /** The link that was asked for, where it is of this kind, and by what it is counted; nothing when there is none. */
  open(asked: Asked): Promise<{ link: L | undefined; key: string } | undefined>;
  page: LinkPage<L>;
}

/**
 * The addresses of personal links: `/<kind>/<public id>/<token>`, and `/link/<public id>` for who has none. In place of a
 * call's public id, `p/<poll>` or `m/<meeting>` leads to one's own data.
 */
export function mountLinks(
  server: Server,
  ports: Ports,
  pages: LinkPages,
  sendAgain: Door["sendAgain"],
  rates = pageRates(),
): void {
  const door: Door = { ports, pages, rates, sendAgain };
  const { get, post } = pagesOn(server, ports);
  const mount = <L>(name: string, path: string, behind: Omit<Behind<L>, "path">) => {
    const all = { ...behind, path };
    get(name, `/${path}/*`, (asked) => opened(door, all, asked, (link) => behind.page.show(link)));
    post(name, `/${path}/*`, (asked) => sent(door, name, all, asked));
  };
  for (const [kind, path] of Object.entries(linkPath) as [LinkSubject["kind"], string][]) {
    const page = pages[kind];
    if (!page) continue;
    mount(`${kind} link`, path, {
      page,
      async open(asked) {
        const link = await openLink(ports, ...partsOf(asked));
        const key = `${link?.call} ${JSON.stringify(link?.subject)}`;
        return link && { link: link.subject.kind === kind ? link : undefined, key };
      },
    });
  }
  for (const path of ["p", "m"] as const) {
    const { person: page } = pages;
    if (!page) continue;
    mount(`own data ${path}`, `my/${path}`, {
      page,
      async open(asked) {
        const link = await openDataLink(ports, path, ...partsOf(asked));
        return link && { link, key: `${link.round} ${JSON.stringify(link.owner)}` };
      },
    });
  }
  get("link again", "/link/*", (asked) => htmlAnswer(200, noLinkPage(placeIn(asked), asked.lang)));
  post("link again", "/link/*", (asked) => again(door, asked));
}

/** What stands in a link's address after its path: an id and a token. With anything more it opens nothing. */
function partsOf({ params }: Asked): [id: string, token: string] {
  const [id = "", token = "", ...more] = (params["*"] ?? "").split("/");
  return more.length === 0 ? [id, token] : ["", ""];
}

async function opened<L>(
  { rates }: Door,
  { open, path }: Behind<L>,
  asked: Asked,
  answer: (opened: Opened<L>) => Promise<Answer | undefined>,
): Promise<Answer> {
  const { lang, address, form } = asked;
  const tooMany = () => sameSite(htmlAnswer(429, linkFailedPage(textFor(lang).links.page.tooMany, form, lang)));
  if (!(await rates.mayGuess(address))) return tooMany();
  const found = await open(asked);
  if (found && !(await rates.mayOpen(found.key))) return tooMany();
  const shown =
    found?.link && (await answer({ ...asked, link: found.link, path: `/${path}/${asked.params["*"]}?lang=${lang}` }));
  if (shown) return sameSite(shown);
  await rates.missed(address);
  return sameSite(htmlAnswer(404, linkGonePage(placeIn(asked, path), lang)));
}

async function sent<L>(door: Door, name: string, behind: Behind<L>, asked: Asked): Promise<Answer> {
  const { lang, form } = asked;
  const words = textFor(lang).links.page;
  if (asked.foreign) return sameSite(htmlAnswer(403, sentencePage(words.foreign, lang)));
  if (!(await door.rates.maySend(asked.address)))
    return sameSite(htmlAnswer(429, linkFailedPage(words.tooMany, form, lang)));
  try {
    return forBack(await opened(door, behind, asked, (link) => behind.page.commit(link, form)));
  } catch (error) {
    const reference = door.ports.ids.random().slice(0, 6).toUpperCase();
    door.ports.log.error({ err: error, page: name, reference }, "page failed");
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
    return htmlAnswer(422, noLinkPage(placeIn(asked), lang, { email, error: words.again.notEmail }));
  if (!(await rates.mayAskAgain(address))) return htmlAnswer(429, sentencePage(words.page.tooMany, lang));
  void sendAgain(placeIn(asked), email, form.data ? "data" : "links").catch((error: unknown) =>
    ports.log.error({ err: error, page: "link again" }, "page failed"),
  );
  return htmlAnswer(200, askedAgainPage(placeIn(asked), lang));
}

/** The call, poll or meeting in an address, for a form to send on; whether it means anything isn't said. */
const placeIn = ({ params }: Asked, path = ""): string => {
  const [first = "", second = ""] = `${/^my\/(.*)/.exec(path)?.[1] ?? ""}/${params["*"]}`.replace(/^\//, "").split("/");
  if (/^[pm]$/.test(first) && /^[\w-]{4,40}$/.test(second)) return `${first}/${second}`;
  return /^[\w-]{10,40}$/.test(first) ? first : "unknown";
};

/** What a form was answered with is there again when one goes back to it, in this browser only, instead of being sent anew. */
const forBack = (answer: Answer): Answer =>
  answer.status === 303 ? answer : { ...answer, headers: { ...answer.headers, "Cache-Control": "private, no-cache" } };

/** Forms of these pages say where they come from; other sites are told nothing of the address. */
const sameSite = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex, nofollow" },
});
