import type { Showing } from "../../bot/domain/showing.ts";
import { type Card, card, heading } from "../kit.ts";
import { confirmAddressCard } from "../nomination-confirm.ts";
import { coProposerCard } from "../nomination-joint.ts";
import { lateAcceptedCard, lateArrivedCard, lateCard } from "../nomination-late.ts";
import type { NominationParts } from "../nomination-parts.ts";
import { receiptCard } from "../nomination-receipt.ts";
import type { Reader } from "../reader.ts";

type Drawn = (parts: NominationParts, showing: Showing, reader: Reader) => Card;

/** A message about a nomination; one that is gone meanwhile says so. */
const about =
  (draw: Drawn) =>
  (showing: Showing, reader: Reader): Card => {
    const { group, call, nomination, candidate } = showing;
    if (call && nomination) return draw({ group, call, nomination, candidate }, showing, reader);
    const { gone } = reader.text.nomination.refused;
    return card({ lang: reader.lang, fallbackText: gone, body: [heading(gone)] });
  };

const recipient = ({ delivery: { to } }: Showing) => (to.to === "person" ? to.person : undefined);

/** The organisation for which this message's recipient answers: by its contact, for rows move when a proposal is edited. */
function organisationOf({ delivery: { to, saying } }: Showing, { nomination }: NominationParts): number {
  const hint = saying.kind === "coProposer" ? saying.organisation : 0;
  const theirs = (at: number) => {
    const contact = nomination.organisations[at]?.contact;
    return to.to === "person" ? contact?.person === to.person : to.to === "address" && contact?.email === to.email;
  };
  return theirs(hint) ? hint : nomination.organisations.findIndex((_, at) => theirs(at));
}

/** Messages about nominations. */
export const nominationSayings = {
  receipt: about((parts, showing, reader) =>
    parts.nomination.status === "late"
      ? lateCard(parts, reader)
      : receiptCard({ ...parts, viewer: recipient(showing) ?? parts.call.by }, reader),
  ),
  confirmAddress: about((parts, _showing, reader) => confirmAddressCard(parts, reader)),
  coProposer: about((parts, showing, reader) =>
    coProposerCard({ ...parts, organisation: organisationOf(showing, parts) }, reader),
  ),
  lateArrived: about((parts, showing, reader) => lateArrivedCard({ ...parts, viewer: recipient(showing) }, reader)),
  lateAccepted: about((parts, _showing, reader) => lateAcceptedCard(parts, reader)),
};
