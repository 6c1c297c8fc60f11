import { postPreview } from "../../../cards/board-post.ts";
import { themesCard } from "../../../cards/board-themes.ts";
import { moveRequestCard } from "../../../cards/consent-news.ts";
import { explainAnswer } from "../../../cards/explain/consent.ts";
import { textFor } from "../../../cards/text.ts";
import type { boardVerbs } from "../../../cards/verbs/board.ts";
import { isTheirs } from "../../domain/consent.ts";
import type { CallId } from "../../domain/ids.ts";
import { type FoundBoard, loadBoard, postBoard } from "../../usecases/board.ts";
import { findCandidacy } from "../../usecases/candidacy.ts";
import { decideMove } from "../../usecases/candidate.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { candidateHandlers } from "./candidate.ts";
import { boardNow, type Ids, pressOf, readerIn, refOf } from "./candidate-page.ts";

/** A call's board for an officer; anybody else gets one sentence. */
async function board(turn: Turn, call: CallId, draw: (found: FoundBoard) => Reply): Promise<Reply> {
  const found = await loadBoard(turn.ports, { tenant: turn.where.tenant, call, by: turn.by.id });
  const { refused } = turn.reader.text.board;
  if (found.ok) return draw(found.state);
  return { refuse: found.refusal.kind === "notAllowed" ? refused.notAllowed : turn.reader.text.common.notFound };
}

/** The candidate's own word on another theme: the same card then tells what was answered. */
async function moveAnswered(turn: Turn, fields: Ids & { nonce: string; rev: number }, approved: boolean) {
  const decision = await decideMove(turn.ports, refOf(turn, fields), approved, pressOf(turn, fields));
  const view = await findCandidacy(turn.ports, refOf(turn, fields));
  const reader = view ? readerIn(turn, view) : turn.reader;
  const fresh =
    view && isTheirs(view.candidate, turn.by.id) ? moveRequestCard(view, turn.ports.ids.random(), reader) : undefined;
  if (decision.ok && fresh) return { show: fresh };
  const why = decision.ok ? "" : explainAnswer(decision.refusal, turn.arrivedAt, reader);
  return fresh ? { refuse: why, fresh } : { refuse: why };
}

export const boardHandlers: Handlers<keyof typeof boardVerbs> = {
  ...candidateHandlers,
  "board.show": (turn, { call, page }) => board(turn, call, (found) => ({ show: boardNow(turn, found, page) })),
  "board.themes": (turn, { call }) =>
    board(turn, call, (found) => ({ show: themesCard(found, readerIn(turn, found)) })),
  "board.post": (turn, { call }) =>
    board(turn, call, (found) => {
      const reader = readerIn(turn, found);
      const lang = found.group.languages[0] ?? reader.lang;
      return { show: postPreview(found, turn.ports.ids.random(), reader, { ...reader, lang, text: textFor(lang) }) };
    }),
  "board.confirmPost": async (turn, { call, nonce }) => {
    const decision = await postBoard(turn.ports, { tenant: turn.where.tenant, call, by: turn.by.id }, nonce);
    return board(turn, call, (found) => {
      const reader = readerIn(turn, found);
      const { posted, refused } = reader.text.board;
      if (decision.ok) return { show: boardNow(turn, found, 0, posted.done) };
      const why = decision.refusal.kind === "callOver" ? refused[decision.refusal.status] : refused.notAllowed;
      return { refuse: why, fresh: boardNow(turn, found) };
    });
  },
  "candidate.showMove": async (turn, ids) => {
    const view = await findCandidacy(turn.ports, refOf(turn, ids));
    if (!view || !isTheirs(view.candidate, turn.by.id)) return { refuse: turn.reader.text.consent.refused.notYours };
    return { show: moveRequestCard(view, turn.ports.ids.random(), readerIn(turn, view)) };
  },
  "candidate.approveMove": (turn, fields) => moveAnswered(turn, fields, true),
  "candidate.refuseMove": (turn, fields) => moveAnswered(turn, fields, false),
};
