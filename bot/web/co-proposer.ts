import { coProposerCard } from "../../cards/nomination-joint.ts";
import { withNotice } from "../../cards/problem.ts";
import type { Reader } from "../../cards/reader.ts";
import { textFor } from "../../cards/text.ts";
import { type Fields, verbs } from "../../cards/verbs.ts";
import type { Link } from "../domain/link.ts";
import { contactFor } from "../domain/nominate-confirm.ts";
import { type NominationView, nominationAt } from "../usecases/nomination-reading.ts";
import { identifyAddress } from "../usecases/outsiders.ts";
import { noteRound } from "../usecases/people.ts";
import type { Ports } from "../usecases/ports.ts";
import { readCall, readGroup } from "../usecases/round.ts";
import type { Pressing } from "./acting.ts";
import { htmlAnswer } from "./answer.ts";
import { pressIn } from "./card-html.ts";
import type { LinkPage, Opened } from "./links.ts";
import { personalPage } from "./pages/personal.ts";

const PRESSABLE = ["nomination.confirm", "nomination.object"] as const;

/** A proposal in which somebody's organisation is named, and their address as its contact. */
interface CoProposal extends NominationView {
  email: string;
  organisation: number;
}

/** Where the contact of a co-proposing organisation confirms or objects, for who isn't in Teams. */
export function coProposerPage(ports: Ports, press: Pressing): LinkPage {
  return {
    async show(opened) {
      const view = await behind(ports, opened.link);
      return view && shown(ports, opened, view, coProposerCard(view, readerOf(ports, opened, view)));
    },
    async commit(opened, form) {
      const view = await behind(ports, opened.link);
      if (!view) return undefined;
      const reader = readerOf(ports, opened, view);
      const sent = pressIn(form);
      const verb = PRESSABLE.find((one) => one === sent?.verb);
      const ids = { call: view.call.id, nomination: view.nomination.id, organisation: view.organisation };
      const fields = verb && verbs[verb].safeParse({ ...sent?.data, ...ids });
      if (!verb || !fields?.success) {
        const card = withNotice(coProposerCard(view, reader), reader.text.links.page.badPress);
        return shown(ports, opened, view, card, 422);
      }
      const name = view.nomination.organisations[view.organisation]?.contact?.name ?? "";
      const by = await identifyAddress(ports, {
        email: view.email,
        name,
        ...(opened.langChosen && { lang: opened.lang }),
      });
      await noteRound(ports, by.id, view.call.id);
      const acting = { by, reader, arrivedAt: opened.arrivedAt, tenant: view.group.place.tenant, way: "web" as const };
      const pressed = await press(acting, verb, fields.data as Fields<typeof verb>);
      const card =
        "show" in pressed
          ? pressed.show
          : withNotice(coProposerCard(view, reader), "refuse" in pressed ? pressed.refuse : pressed.say);
      return shown(ports, opened, view, card, "show" in pressed ? 200 : 409);
    },
  };
}

async function behind(ports: Ports, { call: id, subject }: Link): Promise<CoProposal | undefined> {
  if (subject.kind !== "coProposer") return undefined;
  const call = await readCall(ports.store, id);
  const group = call && (await readGroup(ports.store, call.group));
  const view = group && (await nominationAt(ports, { call: id, tenant: group.place.tenant }, subject.nomination));
  const at = view && contactFor(view.nomination, { emails: [subject.email] });
  return view && at !== undefined ? { ...view, email: subject.email, organisation: at } : undefined;
}

const readerOf = ({ clock }: Ports, { lang }: Opened, { group }: NominationView): Reader => ({
  lang,
  text: textFor(lang),
  zone: group.zone,
  now: clock.now(),
  door: "card",
  client: { dialogs: false, picker: false },
});

function shown(ports: Ports, opened: Opened, view: CoProposal, card: Parameters<typeof personalPage>[0], status = 200) {
  const name = view.nomination.organisations[view.organisation]?.contact?.name;
  const { until, publicId } = opened.link;
  return htmlAnswer(status, personalPage(card, readerOf(ports, opened, view), { name, until, publicId }));
}
