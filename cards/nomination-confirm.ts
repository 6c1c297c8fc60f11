import { confirmBy } from "../bot/domain/nominate-web.ts";
import { type Card, card, type Element, facts, heading, line, strip } from "./kit.ts";
import { inZone, type NominationParts, titleOf, untilText } from "./nomination-parts.ts";
import { nominationFacts, nominationFolds } from "./nomination-receipt.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/**
 * To the address that somebody gave on the web: what is confirmed with the link that comes with this. Nothing of what
 * they wrote is in it, for anybody can write any address, and text of theirs for its owner.
 */
export function confirmAddressCard(parts: NominationParts, asRead: Reader): Card {
  const { labels } = asRead.text.nomination;
  const row = facts([
    [labels.call, titleOf(parts, asRead)],
    [labels.code, parts.nomination.code],
  ]);
  return drawn(parts, asRead, row ? [row] : []);
}

/** The same behind the link, with what was sent. */
export function confirmPageCard(parts: NominationParts, asRead: Reader): Card {
  const reader = inZone(asRead, parts.group);
  const rows = [nominationFacts(parts, reader), ...nominationFolds(parts, reader)];
  return drawn(
    parts,
    asRead,
    rows.filter((one) => one !== undefined && one !== false),
  );
}

function drawn(parts: NominationParts, asRead: Reader, about: readonly Element[]): Card {
  const reader = inZone(asRead, parts.group);
  const { heading: title, state, rest, more } = confirmWords(parts, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${parts.nomination.code}`,
    body: [heading(title), strip("warning", state, rest), ...about, ...more.map((one) => line(one))],
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
