import { countsOf, type Own, type OwnData, ownsOf } from "../bot/domain/own-data.ts";
import { dialog, openUrl, press } from "./actions.ts";
import { type Card, card, type Element, facts, fold, heading, hint, line, row, strip } from "./kit.ts";
import { bold, clip, paragraphs } from "./literal.ts";
import { type OwnTold, ownTold, personTold } from "./own-data.ts";
import type { OwnSection } from "./own-section.ts";
import { pageOf } from "./paged.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** A call with the longest reasons fills most of a card; of polls and meetings several fit. */
const PAGE = 3;
const LONGEST = 700;
const MOST_VALUES = 8;
const MOST_ROWS = 10;
/** Bytes for what a page tells; the rest of the card takes the others. */
const ROOM = 17_000;

/** Everything that is stored about the reader, a page at a time, and what they can do about it. */
export function myDataCard(data: OwnData, page: number, reader: Reader, notice?: string): Card {
  const { lang, text, client } = reader;
  const words = text.mydata;
  const { shown, next } = pageOf(pagesOf(data), page, 1);
  const told = (shown[0] ?? []).map((own) => ownTold(own, reader));
  const some = ownsOf(data).length > 0;
  const you = personTold(data, reader);
  return card({
    lang,
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      notice !== undefined && strip("good", notice),
      some ? strip("emphasis", words.count(countsOf(data)), words.intro) : strip("emphasis", words.none),
      page === 0 && you && section(you, reader),
      ...told.flatMap((one, at) => parts(one, { id: at === 0 ? "" : `-${at}`, room: ROOM / told.length }, reader)),
      row({
        title: words.buttons.contact,
        press: dialog(words.buttons.contact, "mydata.contactForm", {}, client),
        link: true,
        separator: true,
      }),
      some &&
        row({ title: words.buttons.ask, press: dialog(words.buttons.ask, "mydata.askForm", {}, client), link: true }),
      next !== undefined &&
        row({ title: text.home.more, press: press(text.home.more, "mydata.show", { page: next }), link: true }),
      row({ title: text.home.home, press: press(text.home.home, "home.show", {}), link: true }),
    ],
    actions: [press(words.buttons.download, "mydata.download", {}), press(words.buttons.erase, "mydata.eraseAsk", {})],
  });
}

/** A call a page, and then polls and meetings. */
function pagesOf({ calls, polls, meetings }: OwnData): Own[][] {
  const others: Own[] = [...polls, ...meetings];
  const pages = Array.from({ length: Math.ceil(others.length / PAGE) }, (_, at) =>
    others.slice(at * PAGE, (at + 1) * PAGE),
  );
  return [...calls.map((own) => [own]), ...pages];
}

function parts(told: OwnTold, { id, room }: { id: string; room: number }, reader: Reader): Element[] {
  const { text } = reader;
  const all = told.sections.map((one, at) =>
    at === 0
      ? section(one, reader)
      : fold(`part${id}-${at}`, one.heading, [contents(one, reader)], { first: at === 1, hint: text.common.fold }),
  );
  const fitting = fits(all, room);
  const left = all.length - fitting.length;
  return [
    line(bold(told.title)),
    ...fitting,
    ...(left > 0 ? [hint(`${text.mydata.andMore(left)}. ${text.mydata.whole}`)] : []),
    fold(`rules${id}`, told.rules.heading, [contents(told.rules, reader), ...told.notes.map((note) => hint(note))], {
      first: fitting.length < 2,
      hint: text.common.fold,
    }),
  ];
}

/** As many parts as a card has room for; the others are in the file. */
function fits(parts: readonly Element[], room: number): Element[] {
  let left = room;
  return parts.filter((part) => {
    left -= Buffer.byteLength(JSON.stringify(part));
    return left >= 0;
  });
}

const section = (one: OwnSection, reader: Reader): Element => ({
  type: "Container",
  spacing: "Medium",
  items: [line(bold(one.heading)), contents(one, reader)],
});

/** Short values stand beside their label, long ones under it; what doesn't fit is in the file. */
function contents({ rows }: OwnSection, { text }: Reader): Element {
  const present = rows.filter(([, value]) => value !== undefined && value.length > 0);
  const short = present.filter(([label, value]) => label.length <= 14 && lengthOf(value) <= 160);
  const long = present.filter((one) => !short.includes(one));
  const table = facts(short.slice(0, MOST_ROWS).map(([label, value]) => [label, fewer(value, text.mydata.andMore)]));
  const left = Math.max(0, short.length - MOST_ROWS) + Math.max(0, long.length - MOST_ROWS);
  return {
    type: "Container",
    items: [
      ...(table ? [table] : []),
      ...long
        .slice(0, MOST_ROWS)
        .flatMap(([label, value]) => [
          line(bold(`${clip(label, 160)}: `)),
          ...[value ?? ""].flat().flatMap((one) => paragraphs(clip(one, LONGEST))),
        ]),
      ...(left > 0 ? [hint(`${text.mydata.andMore(left)}. ${text.mydata.whole}`)] : []),
    ],
  };
}

const lengthOf = (value: string | readonly string[] | undefined) => [value ?? ""].flat().join(", ").length;

function fewer(value: string | readonly string[] | undefined, more: (n: number) => string) {
  if (typeof value !== "object" || value.length <= MOST_VALUES) return value;
  return [...value.slice(0, MOST_VALUES), more(value.length - MOST_VALUES)];
}

/** A link to one's own data as a file. */
export function myFileCard({ url, until }: { url: string; until: number }, reader: Reader): Card {
  const { download, buttons } = reader.text.mydata;
  return card({
    lang: reader.lang,
    fallbackText: download.heading,
    body: [heading(download.heading), line(download.line(dateTime(until, reader)))],
    actions: [openUrl(buttons.open, url), press(buttons.back, "mydata.show", {}, { inputs: false })],
  });
}
