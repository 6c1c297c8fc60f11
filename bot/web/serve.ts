import type { Next, Request, Response, Server } from "restify";
import type { Lang } from "../domain/lang.ts";
import type { Instant } from "../domain/time.ts";
import type { Ports } from "../usecases/ports.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import type { Arrived } from "./http.ts";
import { languageOf } from "./language.ts";
import { failedPage } from "./pages.ts";

/** What a page was asked with. */
export interface Asked {
  params: Record<string, string>;
  lang: Lang;
  /** The same, where somebody's own languages come before ours when nothing else is known. */
  langIn(order: readonly Lang[]): Lang;
  /** Whether the language was chosen, and not only what the browser prefers. */
  langChosen: boolean;
  arrivedAt: Instant;
  /** Where the request came from, for limits only. */
  address: string;
  /** A form that was sent from another site than ours, as far as the browser tells. */
  foreign: boolean;
  /** A form's fields; several values of one name are joined with commas, as cards send them. */
  form: Record<string, string>;
}

export type Answering = (asked: Asked) => Promise<Answer> | Answer;

const always = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

/** Serves pages by name: what fails is logged by it, never by its address, which may hold a token. */
export function pagesOn(server: Server, ports: Ports) {
  const serve = (name: string, answer: Answering) => (req: Request, res: Response, next: Next) => {
    Promise.resolve(askedIn(req, ports))
      .then(answer)
      .catch((error: unknown) => failure(ports, name, error))
      .then(({ status, headers, body }) => {
        ports.log.info({ page: name, status }, "page");
        res.writeHead(status, { ...always, ...headers, "Content-Length": String(Buffer.byteLength(body)) });
        res.end(body);
        next(false);
      });
  };
  return {
    get: (name: string, path: string, answer: Answering) => server.get({ name, path }, serve(name, answer)),
    post: (name: string, path: string, answer: Answering) =>
      server.post({ name: `${name} sent`, path }, serve(name, answer)),
  };
}

function askedIn(req: Arrived, { clock, publicUrl }: Ports): Asked {
  const chosen = new URLSearchParams(req.getQuery()).get("lang");
  const told = { chosen, accepted: req.headers["accept-language"] };
  const lang = languageOf(told);
  return {
    params: req.params as Record<string, string>,
    lang,
    langIn: (order) => languageOf(told, order),
    langChosen: chosen === lang,
    arrivedAt: req.arrivedAt ?? clock.now(),
    address: req.clientAddress ?? "",
    foreign: isForeign(req, publicUrl),
    form: fieldsOf(req.body),
  };
}

/** Browsers say from which site a form comes; one that says nothing is let through, for the token is what counts. */
function isForeign({ headers }: Request, publicUrl: string): boolean {
  const { origin, host } = headers;
  const site = headers["sec-fetch-site"];
  if (typeof site === "string") return site !== "same-origin" && site !== "none";
  if (typeof origin !== "string") return false;
  return origin !== new URL(publicUrl).origin && !(URL.canParse(origin) && new URL(origin).host === host);
}

function fieldsOf(body: unknown): Record<string, string> {
  if (typeof body !== "object" || body === null || Buffer.isBuffer(body)) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.filter((v) => typeof v === "string").join(",") : value;
      return typeof text === "string" ? [[name, text]] : [];
    }),
  );
}

function failure({ ids, log }: Ports, name: string, error: unknown): Answer {
  const reference = ids.random().slice(0, 6).toUpperCase();
  log.error({ err: error, page: name, reference }, "page failed");
  return htmlAnswer(500, failedPage(reference));
}
