import type { PersonId } from "../bot/domain/ids.ts";
import { type OptionId, optionOf } from "../bot/domain/poll.ts";
import type { PollAnswer } from "../bot/domain/poll-answer.ts";
import { eveningsApart } from "../bot/domain/poll-days.ts";
import type { PollRow } from "../bot/domain/poll-view.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import {
  type Action,
  type Card,
  card,
  type Element,
  fold,
  heading,
  hint,
  line,
  type Maybe,
  row,
  small,
  strip,
} from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { pageOf } from "./paged.ts";
import { answerRows, chosenLines, noteLine, ownStanding } from "./poll.ts";
import { bothTimes, clockOf, nameOf, type PollSeen, pollStanding, pollTitle, summary } from "./poll-parts.ts";
import { principalRows } from "./poll-principals.ts";
import { dayLines, optionCount, standingTable, whyText } from "./poll-times.ts";
import type { Reader } from "./reader.ts";

const PAGE = 16;
/** Beside many chosen times, each with its calendar file, fewer rows fit a page. */
const SMALL_PAGE = 8;
const FEW_MEETINGS = 3;
const MOST_NAMES = 40;
const MOST_COMMENTS = 12;
const MOST_MEETINGS = 24;

interface Shown {
  seen: PollSeen;
  page: number;
  /** The reader is asked, or may answer without being. */
  mayAnswer: boolean;
  officer: boolean;
  /** The reader is called to what was decided, and can take it into their calendar. */
  called?: boolean;
  notice?: { style: "good" | "warning"; bold: string; rest?: string | undefined } | undefined;
}

/** How a poll stands for one reader, all of its times a page at a time, and who has answered, as far as they may know. */
export const pollShowCard = (shown: Shown, reader: Reader): Card =>
  fitted(
    300,
    (_, most) => most,
    (most) => drawn(shown, reader, most),
    [120, 60, 30, 15],
  );

function drawn({ seen, page, mayAnswer, officer, called, notice }: Shown, reader: Reader, most: number): Card {
  const { text } = reader;
  const { poll, own, table = [] } = seen;
  const title = text.poll.heading(pollTitle(seen, reader));
  const standing = pollStanding(seen, reader, seen);
  // whoever answered is told so first
  const mine = poll.status === "open" && own && !notice ? ownStanding({ ...seen, answer: own }, reader) : undefined;
  const { style, bold, rest } = mine
    ? { ...mine, rest: [mine.rest, standing.rest].filter(Boolean).join(" ") }
    : standing;
  const { daytime, evenings } = eveningsApart(table, (tally) => tally.option);
  const size = pageSize(seen);
  const rows = pageOf([...daytime, ...evenings], page, size);
  // of many times the reader's own answer is told a page at a time too
  const only = table.length > size ? new Set(rows.shown.map((tally) => tally.option.id)) : undefined;
  const isFirst = page === 0;
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${notice?.bold ?? bold}`,
    body: [
      heading(title),
      notice && strip(notice.style, notice.bold, notice.rest),
      strip(style, bold, rest),
      isFirst && line(summary(seen, reader)),
      isFirst && noteLine(seen, most, reader),
      ...(isFirst && (!called || size === PAGE) ? chosenLines(seen, reader) : []),
      ...(isFirst && called ? calendarRows(seen, reader, most >= 120 ? MOST_MEETINGS : most / 5) : []),
      ...(own && (isFirst || only) ? ownLines(seen, own, reader, only) : []),
      ...(isFirst ? principalRows(seen, { most: most / 7 }, reader) : []),
      ...(table.length > 0
        ? [standingTable(seen, rows.shown, reader), small(text.poll.table.legend)]
        : [
            hint(text.poll.hidden),
            ...dayLines(
              poll.options.filter((o) => !o.removed),
              reader,
            ),
          ]),
      seen.why && poll.status !== "decided" && line(whyText(seen.why, reader)),
      seen.required.asked > 0 &&
        seen.required.asked < seen.asked &&
        table.length > 0 &&
        small(text.poll.people.required(seen.required.answered, seen.required.asked)),
      ...(isFirst ? people(seen, reader, most) : []),
    ],
    actions: [
      rows.next !== undefined && here(reader, text.poll.button.next, "poll.show", { poll: poll.id, page: rows.next }),
      ...ways(seen, { mayAnswer, officer, isFirst }, reader),
    ],
  });
}

/** The way to a calendar file for each time that was decided for; of those after `most`, the time. */
function calendarRows({ poll }: PollSeen, reader: Reader, most: number): Element[] {
  const title = reader.text.meeting.button.calendar;
  return (poll.decided?.meetings ?? []).flatMap(({ option, meeting }, i) => {
    const at = optionOf(poll, option);
    if (!at) return [];
    const sub = bothTimes(at, reader, { year: true });
    if (i >= most) return [literal(sub, { spacing: "Small" })];
    const press = here(reader, title, "meeting.calendar", { meeting });
    return [row({ title, sub, link: true, separator: true, press })];
  });
}

const pageSize = ({ poll }: PollSeen): number =>
  (poll.decided?.meetings.length ?? 0) > FEW_MEETINGS ? SMALL_PAGE : PAGE;

function ways(
  seen: PollSeen,
  { mayAnswer, officer, isFirst }: { mayAnswer: boolean; officer: boolean; isFirst: boolean },
  reader: Reader,
): Maybe<Action>[] {
  const { button } = reader.text.poll;
  const { poll, own, table = [] } = seen;
  const data = { poll: poll.id };
  return [
    !isFirst && here(reader, button.first, "poll.show", data),
    isFirst &&
      mayAnswer &&
      poll.status === "open" &&
      lead(reader, own ? button.change : button.answer, "poll.form", data, own ? undefined : "positive"),
    officer && (isFirst || table.length <= pageSize(seen)) && here(reader, button.manage, "poll.manage", data),
  ];
}

/** The reader's own answer; one about very many times is folded. */
function ownLines(
  seen: PollSeen,
  own: PollAnswer,
  reader: Reader,
  only: ReadonlySet<OptionId> | undefined,
): Maybe<Element>[] {
  const { text } = reader;
  const rows = answerRows(own, seen, reader, seen.names, only);
  return optionCount(seen) > PAGE
    ? [fold("own", text.poll.own.heading, rows, { first: true, hint: text.common.fold })]
    : [literal(text.poll.own.heading, { weight: "Bolder", spacing: "Medium" }), ...rows];
}

/** Who has answered, who hasn't, and what they wrote. */
function people(seen: PollSeen, reader: Reader, most: number): Maybe<Element>[] {
  const { rows } = seen;
  if (!rows) return [];
  const { people: words } = reader.text.poll;
  const answered = rows.filter((r) => r.answer);
  const silent = rows.filter((r) => !r.answer);
  const said = answered.filter((r) => r.answer?.comment);
  const folded = (id: string, title: string, body: Element[], first = false) =>
    body.length > 0 && fold(id, title, body, { first, hint: reader.text.common.fold });
  return [
    folded("answered", words.answered(answered.length), listed(answered, seen.names, reader, most), true),
    folded("silent", words.silent(silent.length), listed(silent, seen.names, reader, most), answered.length === 0),
    folded(
      "comments",
      words.comments(said.length),
      said.slice(0, Math.min(MOST_COMMENTS, most / 5)).map((r) =>
        literal([{ bold: `${nameOf(seen.names, r.person, reader)}: ` }, clip(r.answer?.comment ?? "", most)], {
          spacing: "Small",
        }),
      ),
    ),
  ];
}

function listed(rows: readonly PollRow[], names: Record<PersonId, string>, reader: Reader, most: number): Element[] {
  const { as, people: words } = reader.text.poll;
  const listed = rows.slice(0, Math.min(MOST_NAMES, most / 4));
  const more = rows.length - listed.length;
  const text = listed.map(({ person, answer }) => {
    const name = clip(nameOf(names, person, reader), Math.min(60, most));
    return answer && answer.as !== "self" ? `${name} (${as[answer.as]})` : name;
  });
  return text.length === 0 ? [] : [literal([...text, ...(more > 0 ? [words.more(more)] : [])].join(", "))];
}

/** An answer as it was taken in, to whoever gave it. */
export function answerReceipt(
  { seen, answer, name, notice }: { seen: PollSeen; answer: PollAnswer; name: string; notice?: string | undefined },
  reader: Reader,
): Card {
  const { text } = reader;
  const { poll } = seen;
  const isOwn = answer.as === "self";
  const title = text.poll.heading(pollTitle(seen, reader));
  const saved = isOwn ? text.poll.receipt.saved : text.poll.receipt.savedFor(name);
  const open = isOwn ? ownStanding({ ...seen, answer }, reader) : undefined;
  const whose = isOwn ? {} : { for: answer.person };
  return fitted(
    1_000,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: `${title}. ${saved}`,
        body: [
          heading(title),
          strip("good", saved, text.poll.receipt.at(clockOf(answer.arrivedAt, reader))),
          open?.style === "accent" && strip("accent", open.bold),
          notice !== undefined && line(notice),
          ...answerRows(
            answer.comment ? { ...answer, comment: clip(answer.comment, most) } : answer,
            seen,
            reader,
            seen.names,
          ),
          ...principalRows(
            { ...seen, principals: seen.principals?.filter((p) => p.open) ?? [] },
            { within: true, but: answer.person },
            reader,
          ),
          ...(seen.table && isOwn && optionCount(seen) <= PAGE
            ? [standingTable(seen, seen.table, reader), small(text.poll.table.legend)]
            : []),
        ],
        actions: [
          poll.status === "open" && here(reader, text.poll.button.change, "poll.form", { poll: poll.id, ...whose }),
          here(reader, text.poll.button.status, "poll.show", { poll: poll.id }),
          answer.as === "officer" && here(reader, text.common.back, "poll.asked", { poll: poll.id }),
        ],
      }),
  );
}
