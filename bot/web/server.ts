import type { Server } from "restify";
import { textFor } from "../../cards/text.ts";
import type { Lang } from "../domain/lang.ts";
import { privacyContacts } from "../usecases/contacts.ts";
import { openDownload } from "../usecases/download.ts";
import { openMyFile } from "../usecases/my-file.ts";
import type { Ports } from "../usecases/ports.ts";
import { type Answer, htmlAnswer, textAnswer } from "./answer.ts";
import { fileOf, type WebFile } from "./appendix-file.ts";
import { calendar } from "./calendar.ts";
import { style, stylePath } from "./layout.ts";
import { accessibilityPage } from "./pages/accessibility.ts";
import { sentencePage } from "./pages/link.ts";
import { gonePage, privacyPage, termsPage } from "./pages.ts";
import { pageRates, type Rates } from "./rate.ts";
import { type Asked, pagesOn } from "./serve.ts";

/** What an installation says about itself on its pages. */
export interface About {
  /** Whose groups' contacts are named where there is no address for feedback. */
  tenants: readonly string[];
  /** An e-mail or web address for feedback about accessibility. */
  accessibilityContact?: string;
}

/** The pages outside Teams: downloads, privacy notice, terms, and whether the service is up and its store answers. */
export function mountWeb(
  server: Server,
  ports: Ports,
  about: About = { tenants: [] },
  rates: Rates = pageRates(),
): void {
  const page = pagesOn(server, ports).get;
  // a wildcard, for a parameter that is too long would get a page of restify's own
  page("download", "/download/*", (asked) => download(ports, rates, asked));
  page("calendar", "/calendar/*", (asked) => calendar(ports, rates, asked));
  page("my file", "/my-file/*", (asked) => myFile(ports, rates, asked));
  page("privacy", "/privacy", ({ lang }) => htmlAnswer(200, privacyPage(lang)));
  page("terms", "/terms", ({ lang }) => htmlAnswer(200, termsPage(lang)));
  page("accessibility", "/accessibility", ({ lang }) => accessibility(ports, about, lang));
  page("style", stylePath, () => ({
    status: 200,
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable" },
    body: style,
  }));
  page("healthz", "/healthz", () => textAnswer(200, "ok"));
  page("readyz", "/readyz", () => ready(ports));
}

async function accessibility(ports: Ports, { tenants, accessibilityContact }: About, lang: Lang): Promise<Answer> {
  const contacts = accessibilityContact
    ? [{ address: accessibilityContact }]
    : await privacyContacts(ports, tenants, lang);
  return htmlAnswer(200, accessibilityPage({ address: ports.publicUrl, contacts }, lang));
}

async function download(ports: Ports, rates: Rates, { params, address, lang }: Asked): Promise<Answer> {
  if (!(await rates.mayGuess(address)) || !(await rates.mayFetch(address)))
    return htmlAnswer(429, sentencePage(textFor(lang).links.page.tooMany, lang));
  const opened = await openDownload(ports, params["*"] ?? "");
  if (!opened.ok) {
    await rates.missed(address);
    return htmlAnswer(404, gonePage());
  }
  const { name, type, bytes } = await fileOf(opened.state);
  return { status: 200, headers: { "Content-Type": type, "Content-Disposition": attachment({ name }) }, body: bytes };
}

/** All that is stored about whoever the link was made for, as a file to take along. */
async function myFile(ports: Ports, rates: Rates, { params, address, lang }: Asked): Promise<Answer> {
  const { links, mydata } = textFor(lang);
  if (!(await rates.mayGuess(address)) || !(await rates.mayFetch(address)))
    return htmlAnswer(429, sentencePage(links.page.tooMany, lang));
  const found = await openMyFile(ports, params["*"] ?? "");
  if (!found) {
    await rates.missed(address);
    return htmlAnswer(404, gonePage());
  }
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": attachment({ name: `${mydata.download.file}.json` }),
  };
  return { status: 200, headers, body: JSON.stringify(found, null, 2) };
}

/** RFC 6266: the name as it is, and a plain one for clients that can't read it. */
function attachment({ name }: Pick<WebFile, "name">): string {
  const simple = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${simple}"; filename*=UTF-8''${exact}`;
}

async function ready({ store, log }: Ports): Promise<Answer> {
  try {
    await store.get("ready", "ready");
    return textAnswer(200, "ready");
  } catch (error) {
    log.error({ err: error }, "store doesn't answer");
    return textAnswer(503, "not ready");
  }
}
