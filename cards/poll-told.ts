import type { PersonId } from "../bot/domain/ids.ts";
import type { Meeting } from "../bot/domain/meeting.ts";
import { type OptionId, optionOf, type PollOption } from "../bot/domain/poll.ts";
import type { PollAnswer } from "../bot/domain/poll-answer.ts";
import type { Showing } from "../bot/domain/showing.ts";
import { openUrl } from "./actions.ts";
import { lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, type Element, facts, heading, line, link, type Maybe, strip, subheading } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { mentions } from "./mention.ts";
import { chosenLines, noteLine } from "./poll.ts";
import { bothTimes, nameOf, type PollAt, type PollSeen, pollStanding, pollTitle, venueText } from "./poll-parts.ts";
import { dayLines, rowsInPassing, standingTable, whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";

const MOST_NAMES = 40;
const MOST_FILES = 24;

/** Who couldn't be reached otherwise is asked in the thread. */
export function pollMentionCard(
  at: PollAt & {
    persons: readonly PersonId[];
    names: Record<PersonId, string>;
    accounts?: Record<PersonId, string> | undefined;
  },
  reader: Reader,
): Card {
  const { told, button } = reader.text.poll;
  const title = told.mention(pollTitle(at, reader));
  const { style, bold, rest } = pollStanding(at, reader);
  const isOpen = at.poll.status === "open";
  const named = at.persons.slice(0, MOST_NAMES);
  const more = at.persons.length - named.length;
  const people = named.map((person) => ({ name: nameOf(at.names, person, reader), account: at.accounts?.[person] }));
  const { line: names, entities } = mentions(people, more > 0 ? reader.text.poll.people.more(more) : undefined);
  return card({
    lang: reader.lang,
    fallbackText: title,
    entities,
    body: [
      heading(title),
      strip(style, bold, rest),
      ...(at.persons.length === 0 ? [line(told.answeredNow)] : [line(told.mentionLine), names]),
    ],
    actions: isOpen ? [lead(reader, button.answer, "poll.form", { poll: at.poll.id }, "positive")] : [],
  });
}

/** Times that came and went after the poll was posted. */
export function pollChangedCard(at: PollAt & { index: number; answer?: PollAnswer | undefined }, reader: Reader): Card {
  const { told, button } = reader.text.poll;
  const { poll } = at;
  const title = told.changed(pollTitle(at, reader));
  const { style, bold, rest } = pollStanding(at, reader);
  const edit = poll.edits[at.index];
  const options = (ids: readonly OptionId[]): PollOption[] => ids.flatMap((id) => optionOf(poll, id) ?? []);
  const part = (name: string, ids: readonly OptionId[]): Element[] =>
    ids.length > 0 ? [subheading(name), ...dayLines(options(ids), reader)] : [];
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip(style, bold, rest),
      line(told.changedLine),
      ...part(told.added, edit?.added ?? []),
      ...part(told.removed, edit?.removed ?? []),
    ],
    actions: poll.status === "open" ? [lead(reader, button.answer, "poll.form", { poll: poll.id }, "positive")] : [],
  });
}

/** To the officers, once nobody can answer any more: how it stands, and the way to decide. */
export function pollClosedCard(seen: PollSeen, reader: Reader): Card {
  const { text } = reader;
  const { poll } = seen;
  const title = text.poll.told.closed(pollTitle(seen, reader));
  const { style, bold, rest } = pollStanding(seen, reader, seen);
  const isClosed = poll.status === "closed";
  return fitted(
    true,
    () => false,
    (whole) =>
      card({
        lang: reader.lang,
        fallbackText: title,
        body: [
          heading(title),
          strip(style, bold, rest),
          isClosed && poll.closedBy && line(text.poll.told.closedBy[poll.closedBy]),
          ...chosenLines(seen, reader),
          isClosed && seen.why && line(whyText(seen.why, reader)),
          whole && seen.table && seen.table.length > 0 && standingTable(seen, rowsInPassing(seen), reader),
        ],
        actions: isClosed
          ? [
              lead(reader, text.poll.button.decide, "poll.decideForm", { poll: poll.id }, "positive"),
              lead(reader, text.poll.button.status, "poll.show", { poll: poll.id }),
            ]
          : [lead(reader, text.poll.button.status, "poll.show", { poll: poll.id })],
      }),
    [1],
  );
}

/** What was decided, in the thread. */
export function pollDecidedCard(at: PollAt & { meetings: readonly Meeting[] }, reader: Reader): Card {
  const { told } = reader.text.poll;
  const several = (at.poll.decided?.meetings.length ?? 0) > 1;
  const title = (several ? told.decidedSeries : told.decided)(pollTitle(at, reader));
  const { style, bold, rest } = pollStanding(at, reader);
  return fitted(
    800,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: `${title}. ${bold}`,
        body: [
          heading(title),
          strip(style, bold, rest),
          ...chosenLines(at, reader),
          placeFacts(at, reader),
          noteLine(at, most, reader),
        ],
      }),
  );
}

/** Into somebody's calendar: when, where, and how to take part. */
export function pollInvitationCard(
  at: PollAt & {
    meetings: readonly Meeting[];
    calendar?: Showing["calendar"] | undefined;
    calendarOfAll?: string | undefined;
  },
  reader: Reader,
): Card {
  const { told } = reader.text.poll;
  const { calendar: take } = reader.text.meeting.label;
  const title = told.invitation(pollTitle(at, reader));
  const held = at.meetings.filter((m) => m.status === "called");
  const [first] = held;
  const venue = first?.venue ?? at.poll.venue;
  const { joinUrl } = venue;
  const times = held.map((m) => bothTimes(m, reader, { year: true }));
  const files = held.map((m) => at.calendar?.find(({ meeting }) => meeting === m.id)?.url);
  const [file] = files;
  return fitted(
    800,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: `${title}. ${times[0] ?? ""}`,
        body: [
          heading(title),
          strip("good", times.length === 1 ? (times[0] ?? "") : reader.text.poll.strip.decidedSeries(times.length)),
          ...(times.length > 1 ? times.flatMap((time, i) => timeAndFile(time, files[i], { held, take })) : []),
          placeFacts({ ...at, poll: { ...at.poll, venue } }, reader),
          facts([[told.labels.organiser, first?.organiser.name]]),
          noteLine(at, most, reader),
        ],
        actions: [
          joinUrl !== undefined && /^https:/i.test(joinUrl) && URL.canParse(joinUrl) && openUrl(told.join, joinUrl),
          held.length === 1 && file !== undefined && openUrl(take, file),
          held.length > 1 && at.calendarOfAll !== undefined && openUrl(told.takeAll, at.calendarOfAll),
        ],
      }),
  );
}

/** One of several times, with the link to its calendar file; more than so many links would be too much for a card. */
function timeAndFile(
  time: string,
  file: string | undefined,
  { held, take }: { held: readonly Meeting[]; take: string },
): Element[] {
  const linked = file !== undefined && held.length <= MOST_FILES;
  const said = literal(time, { spacing: linked ? "Medium" : "Small" });
  return linked ? [said, { ...link(take, file), spacing: "None" }] : [said];
}

/** Where, and what one needs to know to take part. */
function placeFacts({ poll: { venue } }: PollAt, reader: Reader): Maybe<Element> {
  const { labels } = reader.text.poll.told;
  return facts([
    [labels.place, venueText(venue, reader)],
    [labels.link, venue.joinUrl],
    [labels.accessibility, venue.accessibility],
    [labels.interpreting, venue.interpreting],
    [labels.parking, venue.parking],
  ]);
}

/** To those who answered under other rules: who sees answers from now on. */
export function pollRulesCard(at: PollAt & { index: number }, reader: Reader): Card {
  const { told } = reader.text.pollRules;
  const { poll } = at;
  const change = poll.rules?.[at.index];
  const title = told.heading(clip(pollTitle(at, reader), 200));
  const { style, bold, rest } = pollStanding(at, reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip(style, bold, rest),
      change?.visibility !== undefined && line(told.visibility(reader.text.poll.step.visibilities[poll.visibility])),
      change?.namesInChannel === true && !poll.namesInChannel && line(told.noNames),
      line(told.kept),
    ],
    actions: [lead(reader, reader.text.poll.button.status, "poll.show", { poll: poll.id })],
  });
}

/** To somebody who isn't asked any more. */
export function pollLeftCard(at: PollAt, reader: Reader): Card {
  const { left } = reader.text.pollPeople;
  const title = left.heading(clip(pollTitle(at, reader), 200));
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip("emphasis", left.strip), line(left.line)],
  });
}

/** The poll was called off, and why. */
export function pollCancelledCard(at: PollAt, reader: Reader): Card {
  const { told } = reader.text.poll;
  const title = told.cancelled(clip(pollTitle(at, reader), 200));
  const { style, bold, rest } = pollStanding(at, reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [heading(title), strip(style, bold, rest), line(told.nothing)],
  });
}
