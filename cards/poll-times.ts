import { liveOptions, type PollOption, requiredOf } from "../bot/domain/poll.ts";
import { byDay } from "../bot/domain/poll-days.ts";
import { asksRequired, type Ranked, type Tally, type Why } from "../bot/domain/poll-rank.ts";
import type { Element } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { nameOf, optionText, ownTimeText, type PollSeen } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { table } from "./table.ts";
import { date } from "./when.ts";

/** So many rows fit a card that is read in passing; of more, the ten best are shown there. */
export const MOST_ROWS_IN_PASSING = 14;
const BEST = 10;

/** How the options stand; the best also says so in words. Who of the required can't come is named where names are shown. */
export function standingTable(seen: PollSeen, shown: readonly Tally[], reader: Reader): Element {
  const { text } = reader;
  const words = text.poll.table;
  const chosen = seen.poll.decided?.meetings.map((m) => m.option);
  const places = new Map(seen.ranking?.map((r) => [r.option.id, r]));
  return table({
    columns: [
      { title: words.time, width: 11 },
      { title: words.yes, width: 4 },
      { title: words.ifNeeded, width: 4 },
      { title: words.no, width: 3 },
    ],
    rows: shown.map((tally) => {
      const rank = places.get(tally.option.id);
      const isChosen = chosen?.includes(tally.option.id) ?? false;
      const isBest = !chosen && rank?.place === 1 && seen.why?.kind !== "nobody";
      const notes = [
        isChosen && text.poll.list.states.decided,
        isBest && (rank.tied ? words.tied : words.best),
        ownTimeText(tally.option, reader),
        requiredNote(seen, tally, reader),
      ].filter(Boolean);
      return {
        cells: [optionText(tally.option, reader), String(tally.yes), String(tally.ifNeeded), String(tally.no)],
        highlight: isBest || isChosen,
        note: notes.join(" · ") || undefined,
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

/** Options in words, a line for each day, under their weeks. */
export function dayLines(options: readonly PollOption[], reader: Reader): Element[] {
  const { text } = reader;
  const lines: Element[] = [];
  let week = 0;
  for (const day of byDay(options)) {
    if (day.week !== week) lines.push(literal(text.poll.week(day.week), { weight: "Bolder", spacing: "Small" }));
    week = day.week;
    const times = day.options.map((o) => (o.allDay ? optionText(o, reader) : shortTime(o, reader)));
    const isWhole = day.options.every((o) => o.allDay);
    lines.push(
      literal(isWhole ? times.join(", ") : `${date(day.day, reader)}: ${times.join(", ")}`, { spacing: "None" }),
    );
  }
  return lines;
}

/** The clock times alone, with the reader's own beside them where those differ. */
function shortTime(option: PollOption, reader: Reader): string {
  const own = ownTimeText(option, reader);
  const whole = optionText(option, reader, { year: true });
  const clock = whole.replace(/^.*?\d{4}(\u00A0| )(at\u00A0)?/u, "");
  return own ? `${clock} (${own})` : clock;
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
