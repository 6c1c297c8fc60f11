import type { Page } from "playwright-core";
import type { Call } from "../../bot/domain/call.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { Group } from "../../bot/domain/group.ts";
import { pagePress } from "../../bot/teams/page-press.ts";
import { listPublic } from "../../bot/usecases/public-call.ts";
import { paced } from "../../bot/web/acting.ts";
import { formAssets } from "../../bot/web/bundle.ts";
import { mountCalls } from "../../bot/web/calls.ts";
import { draftPage } from "../../bot/web/draft-link.ts";
import { closed, createHttpServer, listen } from "../../bot/web/http.ts";
import { mountLinks } from "../../bot/web/links.ts";
import { mailRate } from "../../bot/web/nominating.ts";
import { nominationPage } from "../../bot/web/nomination-link.ts";
import { pageRates } from "../../bot/web/rate.ts";
import { mountWeb } from "../../bot/web/server.ts";
import { aCall, aGroup } from "../support/builders.ts";
import { type TestPorts, testPorts } from "../support/ports.ts";
import { stored } from "../support/stored.ts";

/** The pages outside Teams on a port of their own, with a real store and a clock that is set by hand. */
export interface Site {
  ports: TestPorts;
  url: string;
  close(): Promise<void>;
}

export async function openSite(ports = testPorts()): Promise<Site> {
  const server = createHttpServer(ports.clock.now);
  const assets = formAssets((error) => {
    throw error;
  });
  const at = { ports, assets, mails: mailRate() };
  const rates = pageRates();
  mountWeb(server, ports);
  mountCalls(server, at, rates);
  const press = paced(pagePress(ports), rates);
  mountLinks(server, ports, { nomination: nominationPage(at, press), draft: draftPage(at) }, async () => {}, rates);
  const port = await listen(server, 0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  ports.publicUrl = url;
  return {
    ports,
    url,
    async close() {
      await closed(server);
      await ports.dispose();
    },
  };
}

/** A call that everybody may read, of a group of three languages. */
export async function publicCall(
  ports: TestPorts,
  own: Partial<Call> = {},
  group: Group = aGroup({ languages: ["fi", "sv"] }),
  facts: Fact[] = [],
): Promise<Call> {
  const call = aCall({ onWeb: true, ...own });
  await stored(ports, group, call, facts);
  await listPublic(ports, call.publicId ?? "", call.id);
  return call;
}

/** Fills in what the form of a proposal asks for at least. */
export async function fillIn(page: Page, own: Record<string, string> = {}): Promise<void> {
  const fields: Record<string, string> = {
    name: "Sanna Kaislamo",
    email: "sanna.kaislamo@example.org",
    "org1-name": "Kaislan Omaiset ry",
    reason: "Tuntee omaisten arjen.",
    "reason-c1": "Kahdeksan vuotta vertaisryhmissä.",
    senderName: "Oskari Haavisalo",
    senderEmail: "oskari.haavisalo@example.org",
    ...own,
  };
  for (const [id, text] of Object.entries(fields)) await field(page, id).fill(text);
  await field(page, "seatGroup").selectOption("t1");
}

/** A field by the name that its card gives it, plain or drawn. */
export const field = (page: Page, id: string) =>
  page.locator(`[id="${id}"]:is(input, textarea, select), [id="${id}"] :is(input, textarea, select)`).first();
