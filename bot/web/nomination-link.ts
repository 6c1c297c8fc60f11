import { submit } from "../../cards/actions.ts";
import { type Action, type Card, card, heading, strip } from "../../cards/kit.ts";
import { confirmPageCard, confirmWords } from "../../cards/nomination-confirm.ts";
import { inZone, untilText } from "../../cards/nomination-parts.ts";
import { receiptCard } from "../../cards/nomination-receipt.ts";
import { outline } from "../../cards/outline.ts";
import { withNotice } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { type Fields, verbs } from "../../cards/verbs.ts";
import { isPublic } from "../domain/call.ts";
import type { AddressRefusal } from "../domain/nominate-web.ts";
import { counts } from "../domain/nomination.ts";
import { type NominationView, nominationAt } from "../usecases/nomination-reading.ts";
import { readPerson } from "../usecases/people.ts";
import type { Ports } from "../usecases/ports.ts";
import { readCall, readGroup } from "../usecases/round.ts";
import { confirmNomination, disownNomination } from "../usecases/web-nomination.ts";
import type { Pressed, Pressing } from "./acting.ts";
import { type Answer, formAnswer, htmlAnswer, seeOther } from "./answer.ts";
import { pressIn } from "./card-html.ts";
import { typedIn } from "./form-fields.ts";
import { html } from "./html.ts";
import type { LinkPage, Opened } from "./links.ts";
import { type Nominating, readerOf } from "./nominating.ts";
import { nominatePath } from "./pages/call.ts";
import { formPage } from "./pages/form-page.ts";
import { handedBackPage, latePage, toCall } from "./pages/nominated.ts";

/** What a sender can press on their proposal's card, and so on its page. */
const PRESSABLE = [
  "nomination.show",
  "nomination.editForm",
  "nomination.edit",
  "nomination.withdrawAsk",
  "nomination.withdraw",
  "candidate.addressForm",
  "candidate.link",
  "candidate.fixAddress",
  "candidate.link",
] as const;
/** After these the page is asked for anew and shows what holds now. */
const SETTLING: readonly string[] = ["nomination.show", "nomination.edit", "nomination.withdraw"];
/** Confirming and disowning are for the page alone: whoever came by the link has the address. */
const CONFIRM = "web.confirm";
const DISOWN = "web.disown";

/** A sender's own page: it confirms their address, and is where to see, change and take back what they proposed. */
export function nominationPage(at: Nominating, press: Pressing): LinkPage {
  const { ports } = at;
  return {
    async show(opened) {
      const view = await viewBehind(ports, opened);
      return view && shown(at, opened, view);
    },
    async commit(opened, form) {
      const view = await viewBehind(ports, opened);
      if (!view) return undefined;
      const reader = readerOf(ports, view.group, opened);
      const sent = pressIn(form);
      if (sent?.verb === CONFIRM || sent?.verb === DISOWN) return answered(at, opened, view, sent.verb);
      const verb = PRESSABLE.find((one) => one === sent?.verb);
      const ids = { call: view.call.id, nomination: view.nomination.id };
      const fields = verb && verbs[verb].safeParse({ ...plainBreaks(sent?.data ?? {}), ...ids });
      const by = view.nomination.by && (await readPerson(ports.store, view.nomination.by));
      if (!verb || !fields?.success || !by) {
        const typed = typedIn(form);
        const problem = typed ? reader.text.web.refused.tooLong : reader.text.web.refused.notOurs;
        return htmlAnswer(422, handedBackPage({ ...view, problem, typed }, reader));
      }
      const acting = { by, reader, arrivedAt: opened.arrivedAt, tenant: view.group.place.tenant, way: "web" as const };
      const pressed = await press(acting, verb, fields.data as Fields<typeof verb>);
      if ("show" in pressed && SETTLING.includes(verb) && !hasInputs(pressed.show)) return seeOther(opened.path);
      const after = (await viewBehind(ports, opened)) ?? view;
      return drawn(at, opened, after, cardAfter(pressed, after, reader), "refuse" in pressed ? 409 : 200);
    },
  };
}

async function viewBehind(ports: Ports, { link }: Opened): Promise<NominationView | undefined> {
  if (link.subject.kind !== "nomination") return undefined;
  const call = await readCall(ports.store, link.call);
  const group = call && (await readGroup(ports.store, call.group));
  return group && nominationAt(ports, { call: link.call, tenant: group.place.tenant }, link.subject.nomination);
}

/** The address is theirs, or they sent nothing; told on the same page, as it now stands. */
async function answered(at: Nominating, opened: Opened, view: NominationView, verb: string): Promise<Answer> {
  const { ports } = at;
  const { call, nomination } = view;
  const reader = readerOf(ports, view.group, opened);
  const decision =
    verb === CONFIRM
      ? await confirmNomination(ports, call.id, nomination.id, { at: opened.arrivedAt, lang: opened.lang })
      : await disownNomination(ports, call.id, nomination.id, opened.arrivedAt);
  if (decision.ok) return seeOther(opened.path);
  const after = (await viewBehind(ports, opened)) ?? view;
  const card = withNotice(cardFor(after, reader), explained(decision.refusal, after, reader));
  return drawn(at, opened, after, card, 409);
}

function explained(
  refusal: AddressRefusal | { kind: "alreadyConfirmed" } | { kind: "noSuchRound" },
  { group }: NominationView,
  reader: Reader,
): string {
  const { web, nomination } = reader.text;
  switch (refusal.kind) {
    case "confirmTooLate":
      return web.refused.confirmTooLate(untilText(refusal.until, inZone(reader, group)));
    case "alreadyConfirmed":
      return web.refused.alreadyConfirmed;
    case "noSuchRound":
      return nomination.refused.gone;
    case "withdrawn":
    case "cancelled":
    case "selected":
      return nomination.refused[refusal.kind];
  }
}

function shown(at: Nominating, opened: Opened, view: NominationView): Answer | Promise<Answer> {
  const reader = readerOf(at.ports, view.group, opened);
  const { nomination } = view;
  if (nomination.status === "late" && !nomination.unconfirmed) return htmlAnswer(200, latePage(view, reader));
  return drawn(at, opened, view, cardFor(view, reader));
}

/** What stands on the page: what is to be confirmed, that it was disowned, or the proposal itself. */
function cardFor(view: NominationView, reader: Reader): Card {
  const { nomination } = view;
  const { confirm } = reader.text.web;
  if (!nomination.unconfirmed) return receiptCard({ ...view, viewer: nomination.by ?? "person:nobody" }, reader);
  const asked = confirmPageCard(view, reader);
  if (nomination.status === "withdrawn")
    return card({ ...asked, body: [heading(confirm.gone), strip("emphasis", confirm.gone, confirm.goneRest)] });
  const data = { call: view.call.id };
  return {
    ...asked,
    actions: [
      submit(confirmWords(view, reader).button, CONFIRM, data, { door: "dialog", style: "positive" }),
      submit(confirm.notMine, DISOWN, data, { door: "dialog", inputs: false }),
    ],
  };
}

function cardAfter(pressed: Pressed, view: NominationView, reader: Reader): Card {
  if ("show" in pressed) return pressed.show;
  if ("say" in pressed) return withNotice(cardFor(view, reader), pressed.say);
  return withNotice(pressed.fresh ?? cardFor(view, reader), pressed.refuse);
}

/** The card as a page; one that has inputs is drawn in the browser as the nomination form is. */
async function drawn(
  { ports, assets }: Nominating,
  { path, lang }: Opened,
  view: NominationView,
  asked: Card,
  status = 200,
): Promise<Answer> {
  const reader = readerOf(ports, view.group, { lang });
  const buttons = (asked.actions ?? []).flatMap((one) => known(one, view, reader));
  const onPage = { ...asked, ...(asked.actions && { actions: buttons }) };
  const script = hasInputs(asked) ? (await assets.script())?.path : undefined;
  const { confirm } = reader.text.web;
  return formAnswer(
    status,
    formPage(
      {
        ...{ card: onPage, action: path, incomplete: ["nomination.show"], pressable: PRESSABLE },
        assets: { style: assets.style.path, script },
        after: html`${counts(view.nomination) && !view.nomination.self ? html`<p class="quiet">${confirm.keep}</p>` : html``}${isPublic(view.call) ? toCall(view, reader) : html``}`,
      },
      reader,
    ),
  );
}

/** Buttons that a page knows; another proposal is made on the call's own page. */
function known(action: Action, { call }: NominationView, { lang }: Reader): Action[] {
  const data = (action.data ?? {}) as Record<string, unknown>;
  const verb = String(action.verb ?? data.verb);
  if (verb === "nomination.form" && isPublic(call))
    return [{ type: "Action.OpenUrl", title: action.title, url: nominatePath(call, { lang }) }];
  const isKnown = verb === CONFIRM || verb === DISOWN || PRESSABLE.some((one) => one === verb);
  return isKnown ? [{ ...action, type: "Action.Submit", data: { ...data, verb } }] : [];
}

const hasInputs = (asked: Card): boolean => JSON.stringify(outline(asked)).includes('"kind":"input"');

const plainBreaks = (data: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      value === "" ? [] : [[name, typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value]],
    ),
  );
