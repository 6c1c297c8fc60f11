import type { Group } from "../bot/domain/group.ts";
import { type Kept, purgeAt } from "../bot/domain/retention.ts";
import { press } from "./actions.ts";
import { titled } from "./candidacy.ts";
import { type Card, card, heading, hint, line, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { meetingTitle } from "./meeting-parts.ts";
import { callTitle } from "./open-calls.ts";
import { pollTitle } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { date } from "./when.ts";

/** A call, a poll or a meeting by name; a practice call says so first. */
export function keptTitle(kept: Kept, group: Group, reader: Reader): string {
  switch (kept.kind) {
    case "call":
      return titled(() => callTitle({ group, call: kept }, reader), { group, call: kept }, reader);
    case "poll":
      return clip(pollTitle({ poll: kept, group }, reader), 120);
    case "meeting":
      return clip(meetingTitle({ meeting: kept, group }, reader), 120);
  }
}

/** A call, a poll or a meeting will be erased: when, what that means, and what to take care of before. */
export function purgeCard({ group, kept }: { group: Group; kept: Kept }, nonce: string, reader: Reader): Card {
  const { retention } = reader.text;
  const { kind, id: round } = kept;
  const at = purgeAt(kept, group);
  const when = at === undefined ? "" : date(at, { ...reader, zone: group.zone });
  const noted = at !== undefined && kept.purgeNoted?.for === at;
  const title = retention.heading[kind](keptTitle(kept, group, reader));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      at === undefined
        ? strip("emphasis", retention.notComing)
        : noted
          ? strip("emphasis", retention.noted, retention.notedRest(when))
          : strip("accent", retention.strip(when)),
      at !== undefined && line(retention.line[kind]),
      at !== undefined && line(kind === "call" ? retention.advice.call : retention.advice.other),
      at !== undefined && hint(retention.settings),
    ],
    actions: [
      at !== undefined && kind === "call" && press(retention.appendix, "appendix.make", { call: kept.id, nonce }),
      at !== undefined && !noted && press(retention.note, "purge.note", { round, nonce }),
      kind === "poll" && press(reader.text.retention.show.poll, "poll.manage", { poll: kept.id }),
      kind === "meeting" && press(reader.text.retention.show.meeting, "meeting.manage", { meeting: kept.id }),
      press(reader.text.home.buttons.group, "group.show", { group: group.id }),
    ],
  });
}
