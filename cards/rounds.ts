import type { HeaderFact } from "../bot/domain/facts.ts";
import type { Group } from "../bot/domain/group.ts";
import { here } from "./call-press.ts";
import { local, titled } from "./candidacy.ts";
import { type Action, type Element, row } from "./kit.ts";
import { clip } from "./literal.ts";
import { meetingTitle } from "./meeting-parts.ts";
import { pollTitle } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";

/** A round of whichever kind: a call, a poll, a meeting, or the group's own. */
export interface RoundAt {
  group: Group;
  about: HeaderFact;
}

const TITLE = 120;

/** A card's title that names what the round is about: the group of a call, a poll's or meeting's title. */
export function roundTitle(words: (name: string) => string, { group, about }: RoundAt, reader: Reader): string {
  switch (about.kind) {
    case "call":
      return titled(words, { group, call: about }, reader);
    case "poll":
      return words(clip(pollTitle({ group, poll: about }, reader), TITLE));
    case "meeting":
      return words(clip(meetingTitle({ group, meeting: about }, reader), TITLE));
    case "group":
      return words(clip(local(about.name, about, reader), TITLE));
  }
}

/** Back to the card where officers handle the round. */
export function toRound({ about }: Pick<RoundAt, "about">, reader: Reader): Action {
  const title = reader.text.delivery.to[about.kind];
  switch (about.kind) {
    case "call":
      return here(reader, title, "call.manage", { call: about.id });
    case "poll":
      return here(reader, title, "poll.manage", { poll: about.id });
    case "meeting":
      return here(reader, title, "meeting.manage", { meeting: about.id });
    case "group":
      return here(reader, title, "group.show", { group: about.id });
  }
}

/** The rows of an officers' card that lead to what was said and to what happened. */
export const roundRows = (about: HeaderFact, reader: Reader): Element[] => {
  const { delivery, record } = reader.text;
  const data = { round: about.id };
  const go = (title: string, sub: string, verb: string): Element =>
    row({ title, sub, link: true, separator: true, press: here(reader, title, verb, data) });
  return [go(delivery.manage, delivery.manageSub, "deliveries.show"), go(record.open, record.openSub, "record.show")];
};
