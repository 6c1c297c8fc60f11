import { stands } from "../bot/domain/candidate.ts";
import { submit } from "./actions.ts";
import { type Card, card, facts, heading, line, strip } from "./kit.ts";
import { inZone, type NominationParts, seatText, titleOf } from "./nomination-parts.ts";
import type { Reader } from "./reader.ts";

/** Taking a proposal back needs a second press, and tells what it means for the candidate. */
export function withdrawCard(parts: NominationParts & { nonce: string }, asRead: Reader): Card {
  const { call, nomination, candidate, nonce } = parts;
  const reader = inZone(asRead, parts.group);
  const { withdraw, receipt, labels } = reader.text.nomination;
  const { door } = reader;
  const data = { call: call.id, nomination: nomination.id };
  const title = nomination.self ? withdraw.headingSelf : withdraw.heading(nomination.nominee.name);
  const alone = candidate && stands(candidate) && candidate.nominations.length === 1;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("warning", withdraw.strip, withdraw.rest),
      facts([
        [labels.call, titleOf(parts, reader)],
        [labels.theme, seatText(parts, reader)],
        [labels.code, nomination.code],
      ]),
      !nomination.self && candidate && line(alone ? withdraw.last : withdraw.others),
      line(withdraw.text),
    ],
    actions: [
      submit(
        nomination.self ? receipt.withdrawSelf : receipt.withdraw,
        "nomination.withdraw",
        {
          ...data,
          rev: nomination.rev,
          nonce,
        },
        { door, style: "destructive", inputs: false },
      ),
      submit(reader.text.common.back, "nomination.show", data, { door, inputs: false }),
    ],
  });
}
