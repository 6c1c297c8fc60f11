import type { BoardPage, BoardRow, BoardTheme } from "../bot/domain/board.ts";
import type { SeatGroup } from "../bot/domain/call.ts";
import { callOver, limitOf } from "../bot/domain/consent.ts";
import type { Group } from "../bot/domain/group.ts";
import { press } from "./actions.ts";
import type { BoardView } from "./board.ts";
import { fewNames, limitWords, local } from "./candidacy.ts";
import { type Element, row, small, strip, subheading } from "./kit.ts";
import { bold, clip, literal } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { dateTime } from "./when.ts";

/** How far the answers are, and by when they are due. */
export function standingStrip({ board, call }: Omit<BoardView, "nonce">, reader: Reader): Element {
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
export const pressed = (name: string) => clip(name, 28);

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

/** A theme with those of its candidates that stand on this page. */
export function themePart(theme: BoardPage["themes"][number], view: BoardView, reader: Reader): Element[] {
  const { board: words } = reader.text;
  const name = seatName(theme.seats, view, reader);
  return [
    subheading(theme.continued ? words.continued(name) : name, gap(theme, reader)),
    ...(theme.rows.length === 0 ? [small(words.nobody)] : []),
    ...theme.shown.map((one) => candidateRow(one, view, reader)),
  ];
}

/** A theme by name, as lists have room for it. */
export const seatName = (seats: SeatGroup, { group }: { group: Group }, reader: Reader) =>
  clip(local(seats.name, group, reader), 100) || reader.text.board.elsewhere;

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
