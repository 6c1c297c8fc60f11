import { shortHead } from "../bot/domain/record.ts";
import type { RecordView, ToldEntry } from "../bot/domain/record-view.ts";
import { dayOf } from "../bot/domain/time.ts";
import { here } from "./call-press.ts";
import { NAME } from "./candidacy.ts";
import { type Card, card, type Element, heading, type Maybe, row, small, strip, subheading } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { roundTitle, toRound } from "./rounds.ts";
import { date, time } from "./when.ts";

/** A merge or a mailing may be about many; the first few are named. */
const NAMED = 4;

/** What happened in a round, the newest first, a day at a time; the chain's head on top, to compare with a printed one. */
export function recordCard(view: RecordView, reader: Reader): Card {
  const { record: words } = reader.text;
  const { head, count, entries } = view;
  const title = roundTitle(words.heading, view, reader);
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, reader.zone));
  return card({
    lang: reader.lang,
    fallbackText: title,
    fullWidth: true,
    body: [
      heading(title),
      strip("emphasis", words.count(count), words.head(shortHead(head))),
      ...[...days].flatMap(([day, told]) => [
        subheading(date(day, reader)),
        ...told.map((entry) => entryRow(entry, reader)),
      ]),
      ...pageRows(view, reader),
      small(words.note),
    ],
    actions: [toRound(view, reader)],
  });
}

function entryRow({ at, by, events, about }: ToldEntry, reader: Reader): Element {
  const { record: words } = reader.text;
  const who = by === "ehdolla" ? words.ehdolla : clip(by.name ?? words.erased, NAME);
  const more = about.length - NAMED;
  const named = about.slice(0, NAMED).map((name) => clip(name, NAME));
  const subjects = [...new Set([who, ...named])];
  return row({
    title: events.map((event) => words.events[event] ?? words.unworded).join(". "),
    sub: [...subjects, ...(more > 0 ? [words.andMore(more)] : [])].join(" · "),
    right: time(at, reader, "seconds"),
  });
}

function pageRows({ about, page, pages }: RecordView, reader: Reader): Maybe<Element>[] {
  const { record: words } = reader.text;
  if (pages < 2) return [];
  const to = (title: string, wanted: number): Element =>
    row({
      title,
      right: words.page(wanted + 1, pages),
      link: true,
      separator: true,
      press: here(reader, title, "record.show", { round: about.id, page: wanted }),
    });
  return [page + 1 < pages && to(words.older, page + 1), page > 0 && to(words.newer, page - 1)];
}
