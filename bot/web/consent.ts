import { consentCard } from "../../cards/consent.ts";
import type { Card } from "../../cards/kit.ts";
import { problemCard, withNotice } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { type Fields, type Verb, verbs } from "../../cards/verbs.ts";
import { isTheirs } from "../domain/consent.ts";
import type { FoundCandidacy } from "../usecases/candidacy.ts";
import { actorBehind, candidacyBehind } from "../usecases/consent-link.ts";
import type { Ports } from "../usecases/ports.ts";
import type { Pressed, Pressing } from "./acting.ts";
import { type Answer, htmlAnswer, seeOther } from "./answer.ts";
import { pressIn } from "./card-html.ts";
import type { LinkPage, Opened } from "./links.ts";
import { personalPage } from "./pages/personal.ts";

/** What a candidate can press on their own card, and so on the page that shows it. */
const PRESSABLE = new Set<Verb>([
  "consent.reasons",
  "consent.change",
  "consent.give",
  "consent.confirmGive",
  "consent.decline",
  "consent.confirmDecline",
  "consent.notMe",
  "consent.confirmNotMe",
  "candidate.showMove",
  "candidate.approveMove",
  "candidate.refuseMove",
]);

/** After these the page is asked for anew and shows what holds now. */
const SETTLING = new Set<Verb>(["consent.confirmGive", "consent.confirmDecline", "consent.confirmNotMe"]);

/** A candidate's own page: the consent card, and the same presses as on it. Who acts is whom the link is for. */
export function consentPage(ports: Ports, press: Pressing): LinkPage {
  return {
    async show(opened) {
      const view = await candidacyBehind(ports, opened.link);
      return view && shown(ports, opened, view, consentCard(view, readerOf(ports, opened, view)));
    },
    async commit(opened, form) {
      const view = await candidacyBehind(ports, opened.link);
      if (!view) return undefined;
      const reader = readerOf(ports, opened, view);
      const sent = pressIn(form);
      if (sent?.verb === "consent.show") return seeOther(opened.path);
      const verb = sent && ([...PRESSABLE].find((one) => one === sent.verb) as Verb | undefined);
      const ids = { call: opened.link.call, candidate: view.candidate.id };
      const fields = verb && verbs[verb].safeParse({ ...sent?.data, ...ids });
      if (!verb || !fields?.success) {
        const long = fields?.error?.issues.find((issue) => issue.code === "too_big");
        const why = long ? reader.text.common.tooLong(Number(long.maximum)) : reader.text.links.page.badPress;
        const { press: _, ...typed } = form;
        return shown(
          ports,
          opened,
          view,
          withTyped(withNotice(consentCard(view, reader), why), why, typed, reader),
          422,
        );
      }
      const acting = {
        by: await actorBehind(ports, opened.link, view, opened.langChosen ? opened.lang : undefined),
        reader,
        arrivedAt: opened.arrivedAt,
        tenant: view.group.place.tenant,
        way: opened.link.way === "mail" ? ("web" as const) : ("link" as const),
      };
      const pressed = await press(acting, verb, fields.data as Fields<typeof verb>);
      if ("show" in pressed && SETTLING.has(verb)) return seeOther(opened.path);
      const after = (await candidacyBehind(ports, opened.link)) ?? view;
      return shown(ports, opened, after, cardAfter(pressed, after, reader), "refuse" in pressed ? 409 : 200);
    },
  };
}

function cardAfter(pressed: Pressed, view: FoundCandidacy, reader: Reader): Card {
  if ("show" in pressed) return pressed.show;
  if ("say" in pressed) return withNotice(consentCard(view, reader), pressed.say);
  return withNotice(pressed.fresh ?? consentCard(view, reader), pressed.refuse);
}

/** What was typed in a form that wasn't taken, to copy. */
function withTyped(card: Card, why: string, typed: Record<string, string>, reader: Reader): Card {
  const kept = problemCard(why, typed, reader)
    .body.slice(2)
    .filter((element) => element.type === "Container");
  return { ...card, body: [...card.body, ...kept] };
}

function readerOf({ clock }: Ports, { lang }: Opened, { group }: FoundCandidacy): Reader {
  const client = { dialogs: false, picker: false };
  return { lang, text: textFor(lang), zone: group.zone, now: clock.now(), door: "card", client };
}

function shown(ports: Ports, opened: Opened, view: FoundCandidacy, card: Card, status = 200): Answer {
  const { candidate } = view;
  const wrong = candidate.person !== undefined && !isTheirs(candidate, candidate.person);
  const name = wrong ? undefined : candidate.name;
  const { until, publicId } = opened.link;
  return htmlAnswer(status, personalPage(card, readerOf(ports, opened, view), { name, until, publicId }));
}
