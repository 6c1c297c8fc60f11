import { type Board, boardOf } from "../domain/board.ts";
import type { Call } from "../domain/call.ts";
import type { Candidate } from "../domain/candidate.ts";
import { callOver } from "../domain/consent.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { deliveriesOf } from "../domain/deliveries.ts";
import type { Change } from "../domain/facts.ts";
import { type Group, isOfficer } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { change } from "./change.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";

/** A call's board and what it was made from. */
export interface FoundBoard {
  group: Group;
  call: Call;
  board: Board;
  candidates: Candidate[];
  nominations: Nomination[];
}

export type BoardRefusal =
  | { kind: "notAllowed" }
  | { kind: "noSuchRound" }
  | { kind: "callOver"; status: "selected" | "cancelled" };

interface BoardRef {
  tenant: string;
  call: CallId;
  by: PersonId;
}

/** The board of a call; for officers only. */
export async function loadBoard(
  ports: Pick<Ports, "store" | "clock">,
  { tenant, call, by }: BoardRef,
): Promise<Decision<FoundBoard, BoardRefusal>> {
  const round = await openRound(ports, call);
  if (!round?.call || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  if (!isOfficer(round.group, by)) return refuse({ kind: "notAllowed" });
  const candidates = await round.list("candidate");
  const nominations = await round.list("nomination");
  const board = boardOf(round.call, candidates, nominations, { by, now: ports.clock.now() });
  return accept({ group: round.group, call: round.call, board, candidates, nominations });
}

/** Posts what members may see under the announcement; a second press with the same nonce posts nothing. */
export const postBoard = (ports: Ports, { tenant, call, by }: BoardRef, nonce: string) =>
  change(ports, call, by, async (round): Promise<Decision<Change, BoardRefusal>> => {
    if (!round.call || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
    if (!isOfficer(round.group, by)) return refuse({ kind: "notAllowed" });
    const over = callOver(round.call);
    if (over) return refuse(over);
    const to = round.call.said.includes("announcement") ? ({ to: "thread" } as const) : ({ to: "channel" } as const);
    const said = { key: `board:${nonce}`, at: 0, to: [to], saying: { kind: "boardPost" } as const };
    const facts = deliveriesOf(round.id, said, round.id, ports.clock.now());
    const known = await Promise.all(facts.map((d) => round.get("delivery", d.id)));
    return accept(known.some(Boolean) ? { facts: [], events: [] } : { facts, events: ["boardPosted"] });
  });
