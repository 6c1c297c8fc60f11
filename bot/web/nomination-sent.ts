import { explainNomination } from "../../cards/explain/nomination.ts";
import { consentTextVersion } from "../../cards/notice.ts";
import type { Reader } from "../../cards/reader.ts";
import type { Call } from "../domain/call.ts";
import type { Group } from "../domain/group.ts";
import { sameEmail } from "../domain/person.ts";
import { mintLink } from "../usecases/personal-link.ts";
import { forgetDraft, saveDraft } from "../usecases/web-draft.ts";
import { nominateOnWeb, type WebRefusal } from "../usecases/web-nomination.ts";
import { type Answer, htmlAnswer } from "./answer.ts";
import { formIn, type SentForm, typedIn } from "./form-fields.ts";
import { drawForm, drawnAt, type FormAt, type From, type Nominating, readerOf } from "./nominating.ts";
import { handedBackPage, latePage, receivedPage, savedPage } from "./pages/nominated.ts";

/** Nobody fills in the form faster than this. */
const FASTEST = 2_000;

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

const tooSoon = (nonce: string, { arrivedAt }: From): boolean => {
  const drawn = Number.parseInt(nonce.split("-")[0] ?? "", 36);
  return arrivedAt - drawn < FASTEST && arrivedAt >= drawn;
};
