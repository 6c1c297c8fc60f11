import type { Group } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import { inLang } from "../bot/domain/lang.ts";
import { liveOptions, type Poll, type PollOption, type SeriesWish, type Venue } from "../bot/domain/poll.ts";
import { isEvening, weeksOf } from "../bot/domain/poll-days.ts";
import type { Span } from "../bot/domain/poll-options.ts";
import type { PollView } from "../bot/domain/poll-view.ts";
import { type Instant, wallOf } from "../bot/domain/time.ts";
import type { Reader } from "./reader.ts";
import { date, dateTime, shortDateTime, timeRange } from "./when.ts";

/** A poll as somebody sees it, with the names that it shows. */
export interface PollSeen extends PollView {
  group: Group;
  names: Record<PersonId, string>;
}

/** A poll and its group. */
export interface PollAt {
  poll: Poll;
  group: Group;
}

export const pollTitle = ({ poll, group }: PollAt, { lang, text }: Reader): string =>
  inLang(poll.title, lang, group.languages) || text.poll.untitled;

export const pollNote = ({ poll, group }: PollAt, { lang }: Reader): string => inLang(poll.note, lang, group.languages);

/** A time that is offered, in the group's zone: "ma 7.6. klo 14.00–15.30". The year is told where it isn't this one. */
export function optionText({ start, end, allDay }: Span, reader: Reader, { year = false } = {}): string {
  if (allDay)
    return start.wall === end.wall
      ? `${date(start.wall, reader)} (${reader.text.poll.wholeDay})`
      : `${date(start.wall, reader)}\u2060–\u2060${date(end.wall, reader)}`;
  const isOther = start.wall.slice(0, 4) !== wallOf(reader.now, start.zone).slice(0, 4);
  return timeRange(start.at, end.at, { ...reader, zone: start.zone }, { year: year || isOther });
}

/** The same time on the reader's own clock, where that differs. */
export function ownTimeText({ start, end, allDay }: Span, reader: Reader): string | undefined {
  const { ownZone } = reader;
  if (allDay || !ownZone || wallOf(start.at, ownZone) === wallOf(start.at, start.zone)) return undefined;
  return reader.text.poll.yourTime(timeRange(start.at, end.at, { ...reader, zone: ownZone }, { year: false }));
}

/** A time on the group's clock and, where it differs, on the reader's. */
export const bothTimes = (option: Span, reader: Reader, { year = false } = {}): string => {
  const own = ownTimeText(option, reader);
  return own ? `${optionText(option, reader, { year })} (${own})` : optionText(option, reader, { year });
};

/** Until when one can answer, on the group's clock and, where it differs, on the reader's. */
export function deadlineText({ deadline }: Poll, reader: Reader): string {
  if (!deadline) return "";
  const { ownZone } = reader;
  const told = dateTime(deadline.at, { ...reader, zone: deadline.zone });
  if (!ownZone || wallOf(deadline.at, ownZone) === wallOf(deadline.at, deadline.zone)) return told;
  return `${told} (${reader.text.poll.yourTime(shortDateTime(deadline.at, { ...reader, zone: ownZone }))})`;
}

const lengthText = (minutes: number, { text }: Reader) => text.poll.length(Math.floor(minutes / 60), minutes % 60);

export const venueText = ({ mode, place }: Venue, { text }: Reader): string =>
  place ? `${text.poll.modes[mode]}: ${place}` : text.poll.modes[mode];

/** Weeks with runs drawn together; the year stands where it changes: "45–46", "52, 1/2028". */
export function weeksText(
  options: readonly PollOption[],
  { lang: _, now, zone }: Reader,
): { list: string; several: boolean } {
  const weeks = weeksOf(options);
  const thisYear = Number(wallOf(now, zone).slice(0, 4));
  const name = ({ year, week }: { year: number; week: number }) => (year === thisYear ? `${week}` : `${week}/${year}`);
  const runs: { first: string; last: string; next: { year: number; week: number } }[] = [];
  for (const week of weeks) {
    const run = runs.at(-1);
    if (run && run.next.year === week.year && run.next.week === week.week) {
      run.last = name(week);
      run.next = { ...week, week: week.week + 1 };
    } else runs.push({ first: name(week), last: name(week), next: { ...week, week: week.week + 1 } });
  }
  const list = runs.map(({ first, last }) => (first === last ? first : `${first}\u2060–\u2060${last}`)).join(", ");
  return { list, several: weeks.length > 1 };
}

/** Length, where, how many times in which weeks. */
export function summary({ poll }: PollAt, reader: Reader): string {
  const { text } = reader;
  const options = liveOptions(poll);
  const { list, several } = weeksText(options, reader);
  const offered = options.length > 0 ? [`${text.poll.offered(options.length)}, ${text.poll.weeks(list, several)}`] : [];
  const late = options.some(isEvening) ? [text.poll.evenings] : [];
  const isTimed = options.length === 0 || options.some((o) => !o.allDay);
  return [
    ...(isTimed ? [lengthText(poll.length, reader)] : []),
    venueText(poll.venue, reader),
    [...offered, ...late].join(", "),
  ]
    .filter(Boolean)
    .join(" · ");
}

type Style = "accent" | "emphasis" | "good" | "warning";

/** Where a poll stands: bold words, then the rest. Counts are told where they are known. */
export function pollStanding(
  at: PollAt,
  reader: Reader,
  counts?: Pick<PollView, "asked" | "answered" | "others">,
): { style: Style; bold: string; rest: string } {
  const { poll } = at;
  const { strip } = reader.text.poll;
  const answered = counts
    ? [
        strip.answered(counts.answered, counts.asked).replaceAll(" / ", "\u00A0/\u00A0"),
        counts.others > 0 ? strip.others(counts.others) : "",
      ]
        .filter(Boolean)
        .join(" ")
    : "";
  switch (poll.status) {
    case "draft":
      return { style: "accent", bold: strip.draft, rest: strip.draftRest };
    case "open":
      return { style: "accent", bold: strip.answerBy(deadlineText(poll, reader)), rest: answered };
    case "closed":
      return { style: "emphasis", bold: strip.closed, rest: [answered, strip.closedRest].filter(Boolean).join(" ") };
    case "decided": {
      const chosen = chosenOptions(poll);
      const [only] = chosen;
      return {
        style: "good",
        bold:
          only && chosen.length === 1
            ? strip.decided(bothTimes(only, reader, { year: true }))
            : strip.decidedSeries(chosen.length),
        rest: answered,
      };
    }
    case "cancelled":
      return { style: "emphasis", bold: strip.cancelled, rest: strip.because(poll.cancelled?.reason ?? "") };
  }
}

/** The options that were decided for, in order of time. */
export const chosenOptions = (poll: Poll): PollOption[] => {
  const chosen = new Set(poll.decided?.meetings.map((m) => m.option));
  return poll.options.filter((o) => chosen.has(o.id)).sort((a, b) => a.start.at - b.start.at);
};

/** Whom one may phone instead. */
export const phoneLine = ({ poll }: PollAt, { text }: Reader): string | undefined =>
  poll.contact && text.poll.byPhone([poll.contact.name, poll.contact.phone].filter(Boolean).join(", "));

export const nameOf = (names: Record<PersonId, string>, person: PersonId, { text }: Reader): string =>
  names[person] || text.delivery.erased;

/** How many meetings are wished for, and how far apart. */
export const wishText = ({ least, most, perMonth, daysApart }: SeriesWish, { text }: Reader): string =>
  [
    text.poll.decide.wish(least, most),
    ...(perMonth ? [text.poll.decide.perMonth] : []),
    ...(daysApart === undefined ? [] : [text.poll.decide.daysApart(daysApart)]),
  ].join(", ");

/** At most so many names, then how many more there are. */
export function namesText(
  names: Record<PersonId, string>,
  persons: readonly PersonId[],
  most: number,
  reader: Reader,
): string {
  const listed = persons.slice(0, most).map((person) => nameOf(names, person, reader));
  const more = persons.length - listed.length;
  return [...listed, ...(more > 0 ? [reader.text.poll.people.more(more)] : [])].join(", ");
}

export const clockOf = (at: Instant, reader: Reader): string => dateTime(at, reader);
