import { liveOptions } from "../bot/domain/poll.ts";
import { here } from "./call-press.ts";
import { addressesToCopy } from "./copying.ts";
import { fitted } from "./fit.ts";
import { copyable } from "./inputs.ts";
import { type Card, card, heading, line } from "./kit.ts";
import { clip } from "./literal.ts";
import { chosenOptions, optionText, type PollAt, pollNote, pollTitle, venueText } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";

/** Names of those whose address isn't known; of more, how many there are. */
const MOST_WITHOUT = 20;

/** Addresses and a text, to be pasted into an invitation in Outlook. */
export function pollCopyCard(
  at: PollAt & { addresses: readonly string[]; without: readonly string[] },
  reader: Reader,
): Card {
  const { text } = reader;
  const { copy, people } = text.poll;
  const title = copy.heading(clip(pollTitle(at, reader), 200));
  const names = at.without.slice(0, MOST_WITHOUT).map((name) => clip(name, 60));
  const more = at.without.length - names.length;
  return fitted(
    20_000,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          ...addressesToCopy(at.addresses, most, copy.addresses, reader),
          copyable({ id: "text", label: copy.text, value: bodyOf(at, reader) }),
          names.length > 0 && line(copy.without([...names, ...(more > 0 ? [people.more(more)] : [])].join(", "))),
        ],
        actions: [here(reader, text.common.back, "poll.manage", { poll: at.poll.id })],
      }),
    [16_000, 12_000, 9_000, 6_000, 4_000],
  );
}

/** What the invitation says: on the group's clock alone, for everybody reads it. */
function bodyOf(at: PollAt, reader: Reader): string {
  const { labels } = reader.text.poll.told;
  const { venue } = at.poll;
  const chosen = chosenOptions(at.poll);
  const times = (chosen.length > 0 ? chosen : liveOptions(at.poll)).map((o) => optionText(o, reader, { year: true }));
  const labelled = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : []);
  return [
    pollTitle(at, reader),
    ...times,
    ...labelled(labels.place, venueText(venue, reader)),
    ...labelled(labels.link, venue.joinUrl),
    ...labelled(labels.accessibility, venue.accessibility),
    ...labelled(labels.interpreting, venue.interpreting),
    ...labelled(labels.parking, venue.parking),
    pollNote(at, reader),
  ]
    .filter(Boolean)
    .join("\n");
}
