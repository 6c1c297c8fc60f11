import type { Limit } from "../bot/domain/candidate.ts";
import { press } from "./actions.ts";
import { type CandidacyView, limitWords, local, titled } from "./candidacy.ts";
import { groupName } from "./consent.ts";
import { idsOf, type TypedLimit } from "./consent-parts.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, facts, heading, hint, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { CONSENT_CAPS } from "./verbs/consent.ts";

interface Asked {
  view: CandidacyView;
  nonce: string;
  /** The revision on which the first press was drawn: nothing may have changed between the two. */
  rev: number;
  /** The version of the text that is answered to. */
  text?: string | undefined;
}

const confirmData = ({ view, nonce, rev, text }: Asked) => ({ ...idsOf(view), rev, nonce, ...(text && { text }) });
const back = ({ view }: Asked, { text }: Reader) =>
  press(text.common.back, "consent.show", idsOf(view), { inputs: false });

/** The second press that makes a consent count, with its limit as it was understood. */
export function confirmGiveCard(asked: Asked, limit: Limit | undefined, typed: TypedLimit, reader: Reader): Card {
  const { confirm, labels, limits, mayChange } = reader.text.consent;
  const { view } = asked;
  return card({
    lang: reader.lang,
    fallbackText: confirm.giveHeading,
    body: [
      heading(titled(() => confirm.giveHeading, view, reader)),
      strip("accent", confirm.giveStrip, confirm.giveRest),
      line(confirm.giveText(groupName(view, reader))),
      facts([
        [labels.limit, limitWords(limit, view, reader) ?? limits.none],
        [labels.task, clip(local(view.call.mandate, view.group, reader), 400)],
      ]),
      hint(mayChange),
    ],
    actions: [
      press(confirm.give, "consent.confirmGive", { ...confirmData(asked), ...typed }, { style: "positive" }),
      back(asked, reader),
    ],
  });
}

/** The second press that makes a refusal count; the reason stays optional. */
export function confirmDeclineCard(asked: Asked, reader: Reader): Card {
  const { confirm, mayChange } = reader.text.consent;
  return card({
    lang: reader.lang,
    fallbackText: confirm.declineHeading,
    body: [
      heading(titled(() => confirm.declineHeading, asked.view, reader)),
      strip("accent", confirm.declineStrip, confirm.declineRest),
      textInput({ id: "reason", label: confirm.declineReason, maxLength: CONSENT_CAPS.reason, multiline: true }),
      hint(confirm.declineHint),
      hint(mayChange),
    ],
    actions: [press(confirm.decline, "consent.confirmDecline", confirmData(asked)), back(asked, reader)],
  });
}

/** The second press that tells the proposers that they mean somebody else. */
export function confirmNotMeCard(asked: Asked, reader: Reader): Card {
  const { confirm } = reader.text.consent;
  const title = confirm.notMeHeading(clip(asked.view.candidate.name, 80));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip("accent", confirm.notMeStrip), line(confirm.notMeText)],
    actions: [press(confirm.notMe, "consent.confirmNotMe", confirmData(asked)), back(asked, reader)],
  });
}
