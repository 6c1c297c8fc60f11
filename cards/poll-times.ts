import { liveOptions, type PollOption, requiredOf } from "../bot/domain/poll.ts";
import { byDay, eveningsApart } from "../bot/domain/poll-days.ts";
import { asksRequired, type Ranked, type Tally, type Why } from "../bot/domain/poll-rank.ts";
import { type Element, subheading } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { dayText, headingsOf, sameWeek, timeOfDay, timesOfDay, weekText } from "./poll-days.ts";
import { nameOf, optionText, ownTimeText, type PollSeen } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { table } from "./table.ts";

/** So many rows fit a card that is read in passing; of more, the ten best are shown there. */
export const MOST_ROWS_IN_PASSING = 14;
const BEST = 10;

/**
 * How the options stand, those of the evening in a table of their own; the best also says so in words. Who of the
 * required can't come is named where names are shown.
 */
export function standingTable(seen: PollSeen, shown: readonly Tally[], reader: Reader): Element {
  const { daytime, evenings } = eveningsApart(shown, (tally) => tally.option);
  const words = reader.text.pollTimes;
  const parts = [
    ...(daytime.length > 0 ? [partOf(seen, daytime, reader.text.poll.table.time, reader)] : []),
    ...(evenings.length > 0 ? [partOf(seen, evenings, words.eveningTime, reader)] : []),
  ];
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: "Container", spacing: "Medium", items: parts };
}

function partOf(seen: PollSeen, shown: readonly Tally[], title: string, reader: Reader): Element {
  const { text } = reader;
  const words = text.poll.table;
  const chosen = seen.poll.decided?.meetings.map((m) => m.option);
  const places = new Map(seen.ranking?.map((r) => [r.option.id, r]));
  // where all are the same, none stands out
  const isLevel = (seen.ranking?.length ?? 0) > 1 && (seen.ranking ?? []).every((r) => r.place === 1);
  const headings = headingsOf(
    shown.map((t) => t.option),
    reader,
  );
  return table({
    columns: [
      { title, width: 11 },
      { title: words.yes, width: 4 },
      { title: words.ifNeeded, width: 4 },
      { title: words.no, width: 3 },
    ],
    rows: shown.map((tally) => {
      const rank = places.get(tally.option.id);
      const isChosen = chosen?.includes(tally.option.id) ?? false;
      const isBest = !chosen && !isLevel && rank?.place === 1 && seen.why?.kind !== "nobody";
      const notes = [
        isChosen && text.poll.list.states.decided,
        isBest && (rank.tied ? words.tied : words.best),
        ownTimeText(tally.option, reader),
        requiredNote(seen, tally, reader),
      ].filter(Boolean);
      const when = headings.byDay ? timeOfDay(tally.option, reader) : optionText(tally.option, reader);
      return {
        cells: [when, String(tally.yes), String(tally.ifNeeded), String(tally.no)],
        highlight: isBest || isChosen,
        note: notes.join(" · ") || undefined,
        above: headings.above.get(tally.option.id),
      };
    }),
  });
}

/** Who of the required can't come at a time: by name where names are shown; nothing while nobody has said so. */
function requiredNote({ poll, rows, names }: PollSeen, tally: Tally, reader: Reader): string | undefined {
  const words = reader.text.poll.table;
  const required = requiredOf(poll).length;
  if (tally.requiredNo.length === 0) return undefined;
  if (rows) {
    const missing = tally.requiredNo.slice(0, 3).map((person) => clip(nameOf(names, person, reader), 30));
    const more = tally.requiredNo.length - missing.length;
    return words.missing([...missing, ...(more > 0 ? [reader.text.poll.people.more(more)] : [])].join(", "));
  }
  return words.requiredCant(tally.requiredNo.length, required).replaceAll(" / ", "\u00A0/\u00A0");
}

/** The rows of a card that is read in passing: all, or of many the best, in order of time. */
export function rowsInPassing({ table: all = [], ranking = [] }: PollSeen): readonly Tally[] {
  if (all.length <= MOST_ROWS_IN_PASSING) return all;
  const best = new Set(ranking.slice(0, BEST).map((r) => r.option.id));
  return all.filter((t) => best.has(t.option.id));
}

/** Options in words, a line for each day, under their weeks; those of the evening apart. */
export function dayLines(options: readonly PollOption[], reader: Reader): Element[] {
  const { daytime, evenings } = eveningsApart(options, (option) => option);
  const words = reader.text.pollTimes;
  return [
    ...weekLines(daytime, reader),
    ...(evenings.length > 0 ? [subheading(words.eveningTimes), ...weekLines(evenings, reader)] : []),
  ];
}

function weekLines(options: readonly PollOption[], reader: Reader): Element[] {
  const days = byDay(options);
  return days.flatMap((day, at) => [
    ...(sameWeek(days[at - 1], day)
      ? []
      : [literal(weekText(day, reader), { weight: "Bolder", spacing: at > 0 ? "Medium" : "Small" })]),
    literal(`${dayText(day.day, reader)}: ${timesOfDay(day.options, reader)}`, { spacing: "None" }),
  ]);
}

/** What explains the first place. */
export function whyText(why: Why, reader: Reader): string {
  const words = reader.text.poll.why;
  const when = ({ option }: Ranked) => capital(optionText(option, reader));
  switch (why.kind) {
    case "only":
      return words.only(optionText(why.first.option, reader));
    case "nobody":
      return words.nobody;
    case "tie":
      return words.tie(
        timesText(
          why.tied.map((t) => t.option),
          reader,
        ),
      );
    case "required":
      return words.required(when(why.first), why.first.available, why.next.available);
    case "yes":
      return words.yes(when(why.first), why.first.yes, why.next.yes, asksRequired(why.first));
    case "withIfNeeded":
      return words.withIfNeeded(when(why.first), why.first.yes + why.first.ifNeeded, why.next.yes + why.next.ifNeeded);
    case "fewestNo":
      return words.fewestNo(when(why.first), why.first.no, why.next.no);
  }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const MOST_TIMES = 5;

/** A few times in a sentence. */
export function timesText(options: readonly Parameters<typeof optionText>[0][], reader: Reader): string {
  const more = options.length - MOST_TIMES;
  return [
    ...options.slice(0, MOST_TIMES).map((o) => optionText(o, reader)),
    ...(more > 0 ? [reader.text.poll.people.more(more)] : []),
  ].join(", ");
}

/** How many options a poll has that can be chosen. */
export const optionCount = ({ poll }: Pick<PollSeen, "poll">): number => liveOptions(poll).length;
