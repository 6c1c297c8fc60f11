import {
  type Board,
  type BoardPage,
  type BoardRow,
  type BoardTheme,
  pageOf,
  pageWith,
  postedThemes,
} from "../bot/domain/board.ts";
import type { Call, SeatGroup } from "../bot/domain/call.ts";
import type { Candidate } from "../bot/domain/candidate.ts";
import { callOver, limitOf } from "../bot/domain/consent.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Nomination } from "../bot/domain/nomination.ts";
import { dialog, press } from "./actions.ts";
import { fewNames, limitWords, local, titled } from "./candidacy.ts";
import { type Card, card, type Element, fold, heading, line, row, small, strip, subheading } from "./kit.ts";
import { bold, clip, literal } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** A call's board as one officer sees it. */
export interface BoardView {
  group: Group;
  call: Call;
  board: Board;
  /** Drawn with the card: the same press for the appendix, delivered twice, makes it once. */
  nonce: string;
}

/** Candidates by theme: who consented, what each theme lacks, who isn't reached, and what to do next. */
export function boardCard(view: BoardView, wanted: number, reader: Reader, note?: string): Card {
  const { board: words } = reader.text;
  const { call, board } = view;
  const page = pageOf(board, wanted);
  const title = titled(words.heading, view, reader);
  const over = callOver(call);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${words.counts(board.given, board.candidates)}`,
    fullWidth: true,
    body: [
      heading(title),
      note !== undefined && strip("good", note),
      standingStrip(view, reader),
      page.pages > 1 && page.page === 0 && themesRow(view, reader),
      ...page.themes.flatMap((theme) => themePart(theme, view, reader)),
      board.candidates > 0 && small(words.press),
      page.pages > 1 && pageRow(page, view, reader),
      board.notReached.length > 0 && page.page === 0 && !over && unreachedFold(view, page, reader),
      notesFold(view, reader),
    ],
    actions: over ? [appendix(view, reader)] : actions(view, reader),
  });
}

const appendix = ({ call, nonce }: BoardView, { text }: Reader, style?: "positive") =>
  press(text.board.appendix, "appendix.make", { call: call.id, nonce }, { style, inputs: false });

const actions = (view: BoardView, reader: Reader) => {
  const { board: words } = reader.text;
  const { board, call } = view;
  return [
    appendix(view, reader, "positive"),
    board.remindable > 0 &&
      press(words.remind(board.remindable), "consent.remind", { call: call.id }, { inputs: false }),
    press(words.post, "board.post", { call: call.id }, { inputs: false }),
  ];
};

function standingStrip({ board, call }: Omit<BoardView, "nonce">, reader: Reader): Element {
  const { board: words } = reader.text;
  const over = callOver(call);
  const deadline = call.consentBy?.at;
  const rest = over
    ? words[over.status]
    : deadline === undefined
      ? undefined
      : deadline >= reader.now
        ? words.answersBy(dateTime(deadline, reader))
        : words.answersEnded(dateTime(deadline, reader));
  if (board.candidates === 0) return strip("emphasis", words.none, rest);
  const lost = board.notReached.length;
  const bold = `${words.counts(board.given, board.candidates)}${lost > 0 ? words.unreached(lost) : ""}.`;
  return strip(over ? "emphasis" : lost > 0 ? "warning" : "accent", bold, rest);
}

/** What is read aloud of a row's press; the row itself has the whole name. */
const pressed = (name: string) => clip(name, 28);

/** "2 paikkaa, suostuneita 2", and first of all what is missing. */
function gap(theme: BoardTheme, { text }: Reader): Element {
  const { board: words } = text;
  const { seats, given, asMembers, missing } = theme;
  const consented = given === asMembers ? words.given(given) : words.asMembers(asMembers);
  const rest = `${words.seats(seats.min, seats.max)}, ${consented}`;
  return missing > 0
    ? literal([bold(words.short), ` ${rest}`], { size: "Small", color: "Attention" })
    : literal(rest, { size: "Small", subtle: true });
}

function themePart(theme: BoardPage["themes"][number], view: BoardView, reader: Reader): Element[] {
  const { board: words } = reader.text;
  const name = seatName(theme.seats, view, reader);
  return [
    subheading(theme.continued ? words.continued(name) : name, gap(theme, reader)),
    ...(theme.rows.length === 0 ? [small(words.nobody)] : []),
    ...theme.shown.map((one) => candidateRow(one, view, reader)),
  ];
}

const seatName = (seats: SeatGroup, { group }: { group: Group }, reader: Reader) =>
  clip(local(seats.name, group, reader), 100);

function candidateRow(one: BoardRow, view: BoardView, reader: Reader): Element {
  const { board: words } = reader.text;
  const { candidate, standing } = one;
  const names = one.organisations.length > 0 ? fewNames(one.organisations, reader, 2) : words.own;
  const notes = [
    one.unconfirmed > 0 && words.notConfirmed(one.unconfirmed),
    one.objected > 0 && words.objected(one.objected),
    one.alike.length > 0 && words.alike,
    candidate.move?.state === "asked" && words.moving,
    one.conflict && words.ownConflict,
  ];
  const why =
    standing === "notReached" && candidate.notReached
      ? words.reasons[candidate.notReached.reason]
      : limitWords(limitOf(candidate), view, reader);
  return row({
    title: clip(candidate.name, 70),
    sub: [clip(names, 110), ...notes].filter(Boolean).join(" · "),
    right: words.standing[standing],
    rightSub: why && clip(why, 45),
    attention: standing === "notReached",
    press: press(pressed(candidate.name), "candidate.show", { call: view.call.id, candidate: candidate.id }),
  });
}

/** Leads to all themes at a glance, where the board has several pages. */
const themesRow = ({ call }: BoardView, { text }: Reader): Element =>
  row({ title: text.board.themes, link: true, press: press(text.board.themes, "board.themes", { call: call.id }) });

/** Every theme in one line: members who consented of the seats, and the page on which it begins. */
export function themesCard(view: Omit<BoardView, "nonce">, reader: Reader): Card {
  const { board: words, common } = reader.text;
  const title = titled(words.heading, view, reader);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      standingStrip(view, reader),
      ...view.board.themes.map((theme) =>
        row({
          title: clip(seatName(theme.seats, view, reader), 80),
          right: `${theme.asMembers} / ${theme.seats.min}`,
          rightSub: theme.missing > 0 ? words.short.replace(/:$/, "") : undefined,
          attention: theme.missing > 0,
          separator: true,
          press: press(pressed(seatName(theme.seats, view, reader)), "board.show", {
            call: view.call.id,
            page: pageWith(view.board, theme.seats.id),
          }),
        }),
      ),
    ],
    actions: [press(common.back, "board.show", { call: view.call.id }, { inputs: false })],
  });
}

function pageRow(page: BoardPage, { call }: BoardView, reader: Reader): Element {
  const { board: words } = reader.text;
  const to = (title: string, at: number) => ({
    ...press(title, "board.show", { call: call.id, page: at }, { inputs: false }),
  });
  return {
    type: "Container",
    spacing: "Medium",
    items: [
      literal(words.pageOf(page.page + 1, page.pages), { size: "Small", subtle: true }),
      {
        type: "ActionSet",
        actions: [
          ...(page.page + 1 < page.pages ? [to(words.next, page.page + 1)] : []),
          ...(page.page > 0 ? [to(words.previous, page.page - 1)] : []),
        ],
      },
    ],
  };
}

/** As many as fit; the rest are on the pages. */
const MOST_UNREACHED = 4;

function unreachedFold(view: BoardView, page: BoardPage, reader: Reader): Element {
  const { board: words, common, consent } = reader.text;
  const shown = view.board.notReached.slice(0, MOST_UNREACHED);
  const only = shown.length === 1 && view.board.notReached.length === 1 ? shown[0] : undefined;
  const title = words.unreachedFold(view.board.notReached.length);
  return fold(
    "unreached",
    only ? `${words.standing.notReached.replace(/^! /, "")}: ${clip(only.candidate.name, 60)}` : title,
    [
      ...shown.flatMap((one) => [
        row({
          title: clip(one.candidate.name, 60),
          sub: one.candidate.notReached && consent.unreached.reasons[one.candidate.notReached.reason],
          press: press(words.candidate.fix, "candidate.show", { call: view.call.id, candidate: one.candidate.id }),
        }),
      ]),
      line(consent.unreached.next),
    ],
    { first: page.pages === 1, hint: common.fold },
  );
}

/** Whatever else those who prepare the selection should know and do. */
function notesFold({ board, call }: BoardView, reader: Reader): Element | undefined {
  const { board: words, common } = reader.text;
  const alike = board.themes.flatMap((t) => t.rows).filter((r) => r.alike.length > 0).length;
  const notes = [
    board.unconfirmed > 0 && words.unconfirmed(board.unconfirmed),
    alike > 0 && words.alikes(alike),
    board.movesOpen > 0 && words.movesOpen(board.movesOpen),
    board.withdrawn > 0 && words.withdrawn(board.withdrawn),
  ].filter((n) => n !== false);
  const late =
    board.late.length > 0 &&
    row({
      title: words.late(board.late.length),
      link: true,
      press: press(words.late(board.late.length), "nomination.late", { call: call.id }),
    });
  const enter =
    !callOver(call) &&
    row({
      title: words.enter,
      link: true,
      press: dialog(words.enter, "nomination.enterForm", { call: call.id }, { dialogs: reader.client.dialogs }),
    });
  const body = [...notes.map((note) => line(note)), late, enter].filter(Boolean);
  return body.length > 0 ? fold("notes", words.moreFold, body, { hint: common.fold }) : undefined;
}

/** Names in the channel are bounded; how many more there are is always told. */
const MOST_POSTED = 40;

/** What the channel sees of the board: by theme, those who consented with their organisations. Nothing else. */
export function postedBody(
  view: { group: Group; call: Call; candidates: readonly Candidate[]; nominations: readonly Nomination[] },
  reader: Reader,
): Element[] {
  const { posted, nobody } = reader.text.board;
  const themes = postedThemes(view.call, view.candidates);
  const each = Math.max(2, Math.floor(MOST_POSTED / Math.max(1, themes.length)));
  return themes.flatMap(({ seats, candidates, consented }) => [
    subheading(
      seatName(seats, view, reader),
      literal(candidates === 0 ? nobody : posted.theme(consented.length, candidates), { size: "Small", subtle: true }),
    ),
    ...consented.slice(0, each).map((c) =>
      row({
        title: clip(c.name, 70),
        sub: fewNames(organisationsOf(c, view.nominations), reader, 2) || reader.text.board.own,
      }),
    ),
    ...(consented.length > each ? [small(reader.text.consent.andMore(consented.length - each))] : []),
  ]);
}

const organisationsOf = (candidate: Candidate, nominations: readonly Nomination[]): string[] => [
  ...new Set(
    nominations.filter((n) => candidate.nominations.includes(n.id)).flatMap((n) => n.organisations.map((o) => o.name)),
  ),
];
