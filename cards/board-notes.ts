import type { BoardPage } from "../bot/domain/board.ts";
import { callOver } from "../bot/domain/consent.ts";
import { dialog, press } from "./actions.ts";
import type { BoardView } from "./board.ts";
import { type Element, fold, line, row } from "./kit.ts";
import { clip } from "./literal.ts";
import type { Reader } from "./reader.ts";

/** As many as fit; the rest are on the pages. */
const MOST_UNREACHED = 4;
const MOST_TO_CONFIRM = 6;

/** Who isn't reached and why, and what can be done about it. */
export function unreachedFold(view: BoardView, page: BoardPage, reader: Reader): Element {
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
export function notesFold({ board, call }: BoardView, reader: Reader): Element | undefined {
  const { board: words, common } = reader.text;
  const alike = board.themes.flatMap((t) => t.rows).filter((r) => r.alike.length > 0).length;
  const notes = [
    board.toConfirm.length > 0 && reader.text.web.board.unconfirmed(board.toConfirm.length),
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
  const toConfirm = board.toConfirm.slice(0, MOST_TO_CONFIRM).map((n) =>
    row({
      title: clip(n.nominee.name, 60),
      sub: [n.code, clip(n.proposer.name, 60), n.proposer.email].filter(Boolean).join(" · "),
      right: reader.text.web.board.row,
      press: press(`${clip(n.nominee.name, 60)} ${n.code}`, "nomination.show", { call: call.id, nomination: n.id }),
    }),
  );
  const enter =
    !callOver(call) &&
    row({
      title: words.enter,
      link: true,
      press: dialog(words.enter, "nomination.enterForm", { call: call.id }, { dialogs: reader.client.dialogs }),
    });
  const body = [...notes.map((note) => line(note)), ...toConfirm, late, enter].filter(Boolean);
  return body.length > 0 ? fold("notes", words.moreFold, body, { hint: common.fold }) : undefined;
}
