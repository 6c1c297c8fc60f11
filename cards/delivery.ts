import { retryHelps } from "../bot/domain/delivery-retry.ts";
import type { DeliveryView } from "../bot/domain/delivery-view.ts";
import { here, lead } from "./call-press.ts";
import { addresseeName, isShared, reasonWords, sayingName } from "./delivery-parts.ts";
import { type Card, card, facts, heading, line, row, strip } from "./kit.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** One message that didn't arrive: to whom, why, whom to call, and what can be done. */
export function deliveryCard(view: DeliveryView, nonce: string, reader: Reader, note?: string): Card {
  const { one, advice, adviceChannel } = reader.text.delivery;
  const { about, delivery, candidate, why, handled, phone } = view;
  const name = addresseeName(view, reader);
  const title = one.heading(name);
  const ids = { round: about.id, delivery: delivery.id };
  const isOpen = why !== undefined && !handled;
  const tried = delivery.failure?.at ?? delivery.claim?.at ?? delivery.at;
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      note !== undefined && strip("good", note),
      strip(isOpen ? "warning" : "emphasis", stateOf(view, reader), why && reasonWords(why, delivery, reader)),
      facts([
        [one.labels.message, sayingName(delivery, reader)],
        [one.labels.to, name],
        [one.labels.phone, phone ?? (isOpen ? one.noPhone : undefined)],
        [one.labels.email, delivery.to.to === "address" ? delivery.to.email : candidate?.email],
        [one.labels.tried, why && dateTime(tried, reader)],
      ]),
      isOpen && line(isShared(delivery) ? adviceChannel : advice[why]),
      candidate &&
        row({
          title: one.candidate,
          sub: one.candidateSub,
          link: true,
          separator: true,
          press: lead(reader, one.candidate, "candidate.show", { call: candidate.call, candidate: candidate.id }),
        }),
    ],
    actions: [
      isOpen && retryHelps(delivery) && here(reader, one.retry, "deliveries.retry", { ...ids, nonce }, "positive"),
      isOpen &&
        (candidate?.notReached
          ? lead(reader, one.handle, "candidate.handledForm", { call: candidate.call, candidate: candidate.id })
          : here(reader, one.handle, "deliveries.handled", { ...ids, nonce })),
      here(reader, one.back, "deliveries.show", { round: about.id }),
    ],
  });
}

function stateOf({ delivery, why, handled }: DeliveryView, { text }: Reader): string {
  const { one } = text.delivery;
  if (why && handled) return one.handled;
  if (why) return why === "unsure" ? one.unsure : one.failed;
  if (delivery.status === "sent") return one.sent;
  return delivery.status === "obsolete" ? one.over : one.pending;
}
