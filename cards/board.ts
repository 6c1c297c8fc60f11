import { type Board, type BoardPage, pageOf } from "../bot/domain/board.ts";
import type { Call } from "../bot/domain/call.ts";
import { callOver } from "../bot/domain/consent.ts";
import type { Group } from "../bot/domain/group.ts";
import { press } from "./actions.ts";
import { notesFold, unreachedFold } from "./board-notes.ts";
import { standingStrip, themePart } from "./board-rows.ts";
import { titled } from "./candidacy.ts";
import { type Card, card, type Element, heading, row, small, strip } from "./kit.ts";
import { literal } from "./literal.ts";
import type { Reader } from "./reader.ts";

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

/** Leads to all themes at a glance, where the board has several pages. */
const themesRow = ({ call }: BoardView, { text }: Reader): Element =>
  row({ title: text.board.themes, link: true, press: press(text.board.themes, "board.themes", { call: call.id }) });

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
