import { confirmBy } from "../bot/domain/nominate-web.ts";
import { type Card, card, heading, line, strip } from "./kit.ts";
import { inZone, type NominationParts, titleOf, untilText } from "./nomination-parts.ts";
import { nominationFacts } from "./nomination-receipt.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** To the sender of a web form: what is confirmed with the link that comes with this. */
export function confirmAddressCard(parts: NominationParts, asRead: Reader): Card {
  const reader = inZone(asRead, parts.group);
  const { heading: title, state, rest, more } = confirmWords(parts, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${parts.nomination.code}`,
    body: [
      heading(title),
      strip("warning", state, rest),
      nominationFacts(parts, reader),
      ...more.map((one) => line(one)),
    ],
  });
}

/** What a sender on the web is told before they have confirmed, in pieces, for a card, a page or a mail. */
export function confirmWords(parts: NominationParts, asRead: Reader) {
  const reader = inZone(asRead, parts.group);
  const { confirm } = reader.text.web;
  const { nomination, call } = parts;
  const isLate = nomination.status === "late";
  const arrived = dateTime(nomination.arrival.at, reader, "seconds");
  const until = confirmBy(call);
  const name = titleOf(parts, reader);
  return {
    heading: nomination.self ? confirm.headingSelf(name) : confirm.heading(name),
    state: confirm.strip,
    rest: isLate ? confirm.restLate(arrived) : confirm.rest(arrived),
    more: [
      ...(until && !isLate ? [confirm.until(untilText(until, reader))] : []),
      isLate ? confirm.whyLate : nomination.self ? confirm.whySelf : confirm.why,
      confirm.notMineText,
    ],
    button: nomination.self ? confirm.buttonSelf : confirm.button,
  };
}
