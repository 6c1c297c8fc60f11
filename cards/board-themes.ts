import { pageWith } from "../bot/domain/board.ts";
import { press } from "./actions.ts";
import type { BoardView } from "./board.ts";
import { pressed, seatName, standingStrip } from "./board-rows.ts";
import { titled } from "./candidacy.ts";
import { type Card, card, heading, row } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

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
