import type { Server } from "restify";
import type { Config } from "./config.ts";
import { pagePress } from "./teams/page-press.ts";
import { sendAgain, sendDataLink } from "./usecases/link-again.ts";
import type { Ports } from "./usecases/ports.ts";
import { paced } from "./web/acting.ts";
import { mountAnswerLinks } from "./web/answer-link.ts";
import { formAssets } from "./web/bundle.ts";
import { mountCalls } from "./web/calls.ts";
import { coProposerPage } from "./web/co-proposer.ts";
import { consentPage } from "./web/consent.ts";
import { draftPage } from "./web/draft-link.ts";
import { mountLinks } from "./web/links.ts";
import { myDataPage } from "./web/my-data.ts";
import { mailRate } from "./web/nominating.ts";
import { nominationPage } from "./web/nomination-link.ts";
import { pageRates } from "./web/rate.ts";
import { mountWeb } from "./web/server.ts";

/** Puts the pages outside Teams together: the second half of main, loaded when somebody asks for the first of them. */
export function mountSite(server: Server, ports: Ports, { tenants, accessibilityContact }: Config): void {
  mountWeb(server, ports, { tenants, ...(accessibilityContact ? { accessibilityContact } : {}) });
  const rates = pageRates();
  const press = paced(pagePress(ports), rates);
  const assets = formAssets((error) => ports.log.error({ err: error }, "the form's script can't be bundled"));
  const nominating = { ports, assets, mails: mailRate() };
  mountCalls(server, nominating, rates);
  mountAnswerLinks(server, ports, press, rates);
  mountLinks(
    server,
    ports,
    {
      candidate: consentPage(ports, press),
      coProposer: coProposerPage(ports, press),
      nomination: nominationPage(nominating, press),
      draft: draftPage(nominating),
      person: myDataPage(ports),
    },
    (publicId, email, wanted) => (wanted === "data" ? sendDataLink : sendAgain)(ports, publicId, email),
    rates,
  );
}
