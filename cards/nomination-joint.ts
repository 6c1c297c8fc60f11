import { counts } from "../bot/domain/nomination.ts";
import { press, submit } from "./actions.ts";
import { type Action, type Card, card, type Element, facts, heading, line, type Maybe, strip } from "./kit.ts";
import { inZone, type NominationParts, organisationNames, seatText, titleOf } from "./nomination-parts.ts";
import { nominationFolds } from "./nomination-receipt.ts";
import type { Reader } from "./reader.ts";

/** To a co-proposing organisation's contact: is the organisation part of this proposal? */
export function coProposerCard(
  parts: NominationParts & { organisation: number; notice?: string },
  asRead: Reader,
): Card {
  const { call, nomination, organisation, notice } = parts;
  const reader = inZone(asRead, parts.group);
  const { joint, labels, caseNumber } = reader.text.nomination;
  const own = nomination.organisations[organisation];
  const title = joint.heading(titleOf(parts, reader));
  const others = nomination.organisations.filter((_, at) => at !== organisation);
  const { proposer } = nomination;
  return card({
    lang: reader.lang,
    fallbackText: `${title} · ${nomination.code}`,
    body: [
      heading(title),
      notice !== undefined && strip("warning", notice),
      standing(parts, reader),
      facts([
        [labels.candidate, nomination.nominee.name],
        [labels.yours, own?.name],
        [labels.others, organisationNames(others, reader)],
        [labels.theme, seatText(parts, reader)],
        [labels.code, [nomination.code, call.caseNumber && caseNumber(call.caseNumber)].filter(Boolean).join(" · ")],
      ]),
      line(joint.sender([proposer.name, proposer.email].filter(Boolean).join(", "))),
      open(parts) && own?.confirmation !== "notConfirmed" && line(joint.mayChange),
      ...nominationFolds({ ...parts, nomination: { ...nomination, organisations: [] } }, reader),
    ],
    actions: open(parts) ? answers(parts, reader) : [],
  });
}

const open = ({ call, nomination }: NominationParts) =>
  counts(nomination) && call.status !== "cancelled" && call.status !== "selected";

function standing(parts: NominationParts & { organisation: number }, { text }: Reader): Element {
  const { call, nomination, organisation } = parts;
  const { joint } = text.nomination;
  if (!counts(nomination) || call.status === "cancelled") return strip("emphasis", joint.over);
  const answer = nomination.organisations[organisation]?.confirmation;
  const said =
    answer === "confirmed" ? strip("good", joint.confirmed) : strip("emphasis", joint.objected, joint.objectedRest);
  if (answer === "confirmed" || answer === "objected") return said;
  return call.status === "selected" ? strip("emphasis", joint.decided) : strip("warning", joint.ask, joint.askRest);
}

function answers(parts: NominationParts & { organisation: number }, reader: Reader): Maybe<Action>[] {
  const { call, nomination, organisation } = parts;
  const { joint } = reader.text.nomination;
  const answer = nomination.organisations[organisation]?.confirmation;
  const button = (title: string, verb: string, which: string, style?: "positive") => {
    const data = { call: call.id, nomination: nomination.id, organisation, rev: nomination.rev };
    const pressed = { ...data, nonce: nonceOf(parts, which) };
    return reader.door === "dialog"
      ? submit(title, verb, pressed, { door: "dialog", style, inputs: false })
      : press(title, verb, pressed, { style, inputs: false });
  };
  return [
    answer !== "confirmed" &&
      button(joint.confirm, "nomination.confirm", "yes", answer === "notConfirmed" ? "positive" : undefined),
    answer !== "objected" && button(joint.object, "nomination.object", "no"),
  ];
}

/** The card is drawn anew without a form, so its nonce follows from what is answered: the same state, the same press. */
const nonceOf = ({ nomination, organisation }: NominationParts & { organisation: number }, which: string) =>
  `${nomination.id.slice(4, 36)}-${organisation}-${nomination.rev}-${which}`.padStart(8, "0");
