import type { Next, Request, Response, Server } from "restify";
import { visible } from "../../cards/literal.ts";
import { textFor } from "../../cards/text.ts";
import { type CallInGroup, questionsOf } from "../usecases/call-reading.ts";
import type { Ports } from "../usecases/ports.ts";
import { publicCallAt } from "../usecases/public-call.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import type { Asset } from "./bundle.ts";
import { html } from "./html.ts";
import { layout } from "./layout.ts";
import { drawForm, type FormAt, type Nominating, readerOf } from "./nominating.ts";
import { takeForm } from "./nomination-sent.ts";
import { callPage } from "./pages/call.ts";
import type { Rates } from "./rate.ts";
import { type Asked, pagesOn } from "./serve.ts";

/** The public pages of calls: `/calls/<public id>`, and the forms below it. */
export function mountCalls(server: Server, at: Nominating, rates: Rates): void {
  const { ports, assets } = at;
  const { get, post } = pagesOn(server, ports);
  // a wildcard, for a parameter that is too long would get a page of restify's own
  get("call", "/calls/*", (asked) => shown(at, asked));
  post("call", "/calls/*", async (asked) => {
    const form = await formAt(ports, asked);
    return form ? takeForm(at, form, asked, asked.form, await rates.maySend(asked.address)) : noCall(asked);
  });
  serveAsset(server, "form style", assets.style.path, async () => assets.style);
  server.get({ name: "form script", path: "/form-*" }, (req: Request, res: Response, next: Next) => {
    assets.script().then((script) => {
      if (script && req.getPath() === script.path) sendAsset(script, req, res);
      else res.send(404);
      next(false);
    });
  });
}

async function shown(at: Nominating, asked: Asked): Promise<Answer> {
  const { ports } = at;
  const form = await formAt(ports, asked);
  if (form) return drawForm(at, form, asked);
  const [publicId = "", ...rest] = partsOf(asked);
  const found = rest.length === 0 ? await publicCallAt(ports, publicId) : undefined;
  if (!found) return noCall(asked);
  const { call, group } = found;
  const questions = (await questionsOf(ports, call.id)).filter(({ answer }) => answer);
  const url = `${ports.publicUrl}/calls/${publicId}`;
  const lang = asked.langIn(group.languages);
  return htmlAnswer(200, callPage({ call, group, questions, url }, readerOf(ports, group, { lang })));
}

/** Which form an address means: to propose somebody, or to put oneself forward. */
async function formAt(ports: Ports, asked: Asked): Promise<FormAt | undefined> {
  const [publicId = "", which, ...more] = partsOf(asked);
  if ((which !== "nominate" && which !== "stand") || more.length > 0) return undefined;
  const found: CallInGroup | undefined = await publicCallAt(ports, publicId);
  if (!found) return undefined;
  const path = `/calls/${publicId}/${which}?lang=${asked.lang}`;
  return { ...found, own: which === "stand", path };
}

const partsOf = ({ params }: Asked): string[] => (params["*"] ?? "").split("/");

function noCall({ lang }: Asked): Answer {
  const { gone } = textFor(lang).web.call;
  const body = html`<h1>${gone.title}</h1><p>${gone.text}</p>`;
  return htmlAnswer(404, layout({ lang, title: visible(gone.title), body }));
}

function serveAsset(server: Server, name: string, path: string, asset: () => Promise<Asset>): void {
  server.get({ name, path }, (req: Request, res: Response, next: Next) => {
    asset().then((file) => {
      sendAsset(file, req, res);
      next(false);
    });
  });
}

function sendAsset({ type, body, packed }: Asset, req: Request, res: Response): void {
  const unpacks = /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));
  const sent = unpacks ? packed : body;
  res.writeHead(200, {
    "Content-Type": type,
    "Content-Length": String(sent.length),
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Encoding",
    ...(unpacks && { "Content-Encoding": "gzip" }),
  });
  res.end(sent);
}
