import { RateLimiterMemory } from "rate-limiter-flexible";
import { explainNomination } from "../../cards/explain/nomination.ts";
import { inZone, untilText } from "../../cards/nomination-parts.ts";
import { SAVE, type Sender, webForm } from "../../cards/nomination-web.ts";
import { consentTextVersion } from "../../cards/notice.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { date } from "../../cards/when.ts";
import { type Call, lastDeadline } from "../domain/call.ts";
import type { Group } from "../domain/group.ts";
import { nothingWritten, type Written } from "../domain/nominate-written.ts";
import { sameEmail } from "../domain/person.ts";
import { inTime } from "../domain/time.ts";
import { mintLink } from "../usecases/personal-link.ts";
import type { Ports } from "../usecases/ports.ts";
import { type FoundDraft, forgetDraft, saveDraft } from "../usecases/web-draft.ts";
import { nominateOnWeb, type WebRefusal } from "../usecases/web-nomination.ts";
import { type Answer, formAnswer, htmlAnswer } from "./answer.ts";
import type { FormAssets } from "./bundle.ts";
import { formIn, type SentForm, typedIn } from "./form-fields.ts";
import { html } from "./html.ts";
import { formPage } from "./pages/form-page.ts";
import { closedPage, handedBackPage, latePage, receivedPage, savedPage, toCall } from "./pages/nominated.ts";
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

/** Nobody fills in the form faster than this. */
const FASTEST = 2_000;

/** One form on the web: of a call, at an address, and perhaps saved before. */
export interface FormAt {
  call: Call;
  group: Group;
  own: boolean;
  /** Where it is sent. */
  path: string;
  draft?: FoundDraft | undefined;
}

type From = Pick<Asked, "lang" | "arrivedAt">;

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

/** A form that was sent or saved: what becomes of it, and never a word lost. */
export async function takeForm(
  at: Nominating,
  form: FormAt,
  from: From,
  fields: Record<string, string>,
  mayTake: boolean,
): Promise<Answer> {
  const { ports } = at;
  const reader = readerOf(ports, form.group, from);
  const { refused } = reader.text.web;
  const sent = formIn(fields);
  if (!sent) {
    const typed = typedIn(fields);
    return htmlAnswer(
      422,
      handedBackPage({ ...form, problem: typed ? refused.tooLong : refused.notOurs, typed }, reader),
    );
  }
  const back = (problem: string, status = 422, nonce = sent.nonce) =>
    drawForm(at, { ...form, own: sent.own }, from, { ...sent, nonce, problem, status });
  try {
    if (!mayTake) return await back(refused.tooMany, 429);
    if (sent.saves) return await saved(at, { ...form, own: sent.own }, sent, reader, back);
    if (sent.trapped) return await back(refused.trap);
    if (tooSoon(sent.nonce, from)) return await back(refused.tooSoon);
    return await submitted(at, form, from, sent, reader, back);
  } catch (error) {
    const reference = ports.ids.random().slice(0, 6).toUpperCase();
    ports.log.error({ err: error, page: "nomination form", reference }, "page failed");
    return back(refused.failed(reference), 500);
  }
}

type Back = (problem: string, status?: number, nonce?: string) => Promise<Answer>;

async function submitted(
  { ports, mails }: Nominating,
  { call, group, draft }: FormAt,
  { arrivedAt }: From,
  { nonce, own, written, sender }: SentForm,
  reader: Reader,
  back: Back,
): Promise<Answer> {
  const { refused } = reader.text.web;
  const address = sameEmail(sender.email ?? "");
  const earlier = await mails.get(address);
  if (earlier && earlier.remainingPoints <= 0) return back(refused.tooMuchMail, 429);
  const text = consentTextVersion({ group, call }, reader);
  const decision = await nominateOnWeb(ports, call.id, { nonce, written, own, sender, text, arrivedAt });
  const late = !decision.ok && decision.refusal.kind === "late" ? decision.refusal.nomination : undefined;
  if (!decision.ok && !late) {
    if (decision.refusal.kind === "sentAlready")
      return back(refused.sentAlready(decision.refusal.nomination.code), 409, drawnAt(ports));
    return back(explained(decision.refusal, { call, group }, reader));
  }
  const nomination = late ?? (decision.ok ? decision.state.nomination : undefined);
  if (!nomination) return back(refused.notOurs);
  await mails.penalty(address, 1);
  if (draft) await forgetDraft(ports, call.id, draft.id);
  const scene = { call, group, nomination };
  return htmlAnswer(200, late ? latePage(scene, reader) : receivedPage(scene, reader));
}

async function saved(
  { ports }: Nominating,
  { call, group, own, draft, path }: FormAt,
  { written, sender, version }: SentForm,
  reader: Reader,
  back: Back,
): Promise<Answer> {
  const known = draft && { id: draft.id, version: version ?? draft.version };
  const decision = await saveDraft(ports, call, { own, written, sender }, known);
  if (!decision.ok) return back(reader.text.web.refused.savedElsewhere, 409);
  const { id, draft: now } = decision.state;
  const url = draft
    ? ports.publicUrl + path
    : (await mintLink(ports, { call: call.id, subject: { kind: "draft", draft: id }, until: now.until, way: "hand" }))
        .url;
  return htmlAnswer(200, savedPage({ call, group, url, draft: decision.state }, reader));
}

/** The nonce of a form that is drawn now tells when that was. */
const drawnAt = ({ clock, ids }: Ports): string => `${clock.now().toString(36)}-${ids.random()}`;

const tooSoon = (nonce: string, { arrivedAt }: From): boolean => {
  const drawn = Number.parseInt(nonce.split("-")[0] ?? "", 36);
  return arrivedAt - drawn < FASTEST && arrivedAt >= drawn;
};

function explained(refusal: WebRefusal, scene: { call: Call; group: Group }, reader: Reader): string {
  const { refused } = reader.text.web;
  switch (refusal.kind) {
    case "senderMissing":
      return refused.sender;
    case "senderNotEmail":
      return refused.notEmail(refusal.written.slice(0, 80));
    case "sameAddress":
      return refused.sameAddress;
    case "sentAlready":
      return refused.sentAlready(refusal.nomination.code);
    default:
      return explainNomination(refusal, scene, reader);
  }
}

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
