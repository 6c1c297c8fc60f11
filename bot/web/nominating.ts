import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import { explainNomination } from "../../cards/explain/nomination.ts";
import { inZone, untilText } from "../../cards/nomination-parts.ts";
import { SAVE, type Sender, webForm } from "../../cards/nomination-web.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { date } from "../../cards/when.ts";
import { type Call, lastDeadline } from "../domain/call.ts";
import type { Group } from "../domain/group.ts";
import { nothingWritten, type Written } from "../domain/nominate-written.ts";
import { inTime } from "../domain/time.ts";
import type { Ports } from "../usecases/ports.ts";
import type { FoundDraft } from "../usecases/web-draft.ts";
import { type Answer, formAnswer, htmlAnswer } from "./answer.ts";
import type { FormAssets } from "./bundle.ts";
import { html } from "./html.ts";
import { formPage } from "./pages/form-page.ts";
import { closedPage, toCall } from "./pages/nominated.ts";
import type { Asked } from "./serve.ts";

/** What the nomination form on the web needs. */
export interface Nominating {
  ports: Ports;
  assets: FormAssets;
  /** Links to one address, so that nobody's mailbox is filled by strangers. */
  mails: RateLimiterMemory;
}

/** So many links go to one address in an hour. */
export const mailRate = () => new RateLimiterMemory({ points: 6, duration: 3_600 });

/** One form on the web: of a call, at an address, and perhaps saved before. */
export interface FormAt {
  call: Call;
  group: Group;
  own: boolean;
  /** Where it is sent. */
  path: string;
  draft?: FoundDraft | undefined;
}

/** In which language, and when the request came in. */
export type From = Pick<Asked, "lang" | "arrivedAt">;

/** What a form shows when it comes back. */
interface Again {
  written: Written;
  sender: Sender;
  nonce: string;
  problem: string;
  status: number;
}

/** The form, empty or as it was saved; or why there is none. */
export async function drawForm(at: Nominating, form: FormAt, from: From, again?: Again): Promise<Answer> {
  const { ports, assets } = at;
  const { call, group, draft } = form;
  const reader = readerOf(ports, group, from);
  const no = again || draft ? undefined : closed(form, reader, from);
  if (no) return htmlAnswer(200, closedPage({ call, group, why: no }, reader));
  const saved = draft?.draft;
  const { written = saved?.written ?? nothingWritten, sender = saved?.sender ?? {}, problem } = again ?? {};
  const nonce = again?.nonce ?? drawnAt(ports);
  const card = webForm({ call, group, people: [], written, sender, own: form.own, nonce, problem }, reader);
  const script = await assets.script();
  const answer = formAnswer(
    again?.status ?? 200,
    formPage(
      {
        ...{ card, action: form.path, incomplete: [SAVE] },
        ...(draft && { hidden: { version: String(draft.version) } }),
        assets: { style: assets.style.path, script: script?.path },
        before: before(form, reader),
        after: toCall(form, reader),
      },
      reader,
    ),
  );
  // an empty form may stay in the browser, so that whoever goes back to it finds what they typed
  return again || draft ? answer : { ...answer, headers: { ...answer.headers, "Cache-Control": "private, no-cache" } };
}

/** The nonce of a form that is drawn now tells when that was. */
export const drawnAt = ({ clock, ids }: Ports): string => `${clock.now().toString(36)}-${ids.random()}`;

/** Why no form is shown at all: nothing could come of filling it in. */
function closed({ call, group, own }: FormAt, reader: Reader, { arrivedAt }: From): string | undefined {
  const scene = { call, group };
  const { refused } = reader.text.nomination;
  if (call.status === "cancelled" || call.status === "selected")
    return explainNomination({ kind: call.status }, scene, reader);
  const { organisations, self } = call.nominators;
  if (own ? !self : !organisations) return own ? refused.selfNotAllowed : refused.organisationsNotAllowed;
  const deadline = lastDeadline(call);
  if (!deadline || inTime(arrivedAt, deadline)) return undefined;
  return refused.closed(untilText(deadline, inZone(reader, group)));
}

/** What stands above a form: that it was saved, or the way to the other form. */
function before({ call, own, draft }: FormAt, reader: Reader) {
  const { form } = reader.text.web;
  if (draft) {
    const until = date(draft.draft.until, reader);
    return html`<p class="strip"><strong>${form.saved}</strong> ${form.savedRest(until)}</p>`;
  }
  const { organisations, self } = call.nominators;
  if (!organisations || !self) return html``;
  const path = own ? "nominate" : "stand";
  return html`<p class="noprint"><a href="/calls/${call.publicId ?? ""}/${path}?lang=${reader.lang}">${own ? form.toOther : form.toSelf}</a></p>`;
}

export function readerOf({ clock }: Pick<Ports, "clock">, group: Group, { lang }: Pick<From, "lang">): Reader {
  const client = { dialogs: false, picker: false };
  return { lang, text: textFor(lang), zone: group.zone, now: clock.now(), door: "dialog", client };
}
