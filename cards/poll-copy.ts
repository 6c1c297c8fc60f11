import { liveOptions } from "../bot/domain/poll.ts";
import { here } from "./call-press.ts";
import { copyable } from "./inputs.ts";
import { type Card, card, heading, line } from "./kit.ts";
import { bothTimes, chosenOptions, type PollAt, pollNote, pollTitle, venueText } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";

/** Addresses and a text, to be pasted into an invitation in Outlook. */
export function pollCopyCard(
  at: PollAt & { addresses: readonly string[]; without: readonly string[] },
  reader: Reader,
): Card {
  const { text } = reader;
  const { copy, told } = text.poll;
  const { venue } = at.poll;
  const title = copy.heading(pollTitle(at, reader));
  const chosen = chosenOptions(at.poll);
  const times = (chosen.length > 0 ? chosen : liveOptions(at.poll)).map((o) => bothTimes(o, reader, { year: true }));
  const labelled = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : []);
  const body = [
    pollTitle(at, reader),
    ...times,
    ...labelled(told.labels.place, venueText(venue, reader)),
    ...labelled(told.labels.link, venue.joinUrl),
    ...labelled(told.labels.accessibility, venue.accessibility),
    ...labelled(told.labels.interpreting, venue.interpreting),
    ...labelled(told.labels.parking, venue.parking),
    pollNote(at, reader),
  ]
    .filter(Boolean)
    .join("\n");
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      copyable({ id: "addresses", label: copy.addresses, value: at.addresses.join("; ") }),
      copyable({ id: "text", label: copy.text, value: body }),
      at.without.length > 0 && line(copy.without(at.without.join(", "))),
    ],
    actions: [here(reader, text.common.back, "poll.manage", { poll: at.poll.id })],
  });
}
