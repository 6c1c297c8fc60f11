import { boardCard } from "../../../cards/board.ts";
import { type CandidatePage, candidateCard } from "../../../cards/candidate.ts";
import { explainOffice, type OfficeRefusal } from "../../../cards/explain/board.ts";
import type { Card } from "../../../cards/kit.ts";
import type { Reader } from "../../../cards/reader.ts";
import { conflictOf } from "../../domain/candidate-officer.ts";
import type { Press } from "../../domain/consent.ts";
import type { Decision } from "../../domain/decision.ts";
import { isOfficer } from "../../domain/group.ts";
import type { CallId, CandidateId } from "../../domain/ids.ts";
import { lookAlikes } from "../../domain/look-alikes.ts";
import type { FoundBoard } from "../../usecases/board.ts";
import { type FoundCandidacy, findCandidacy, namesOf, requestOf } from "../../usecases/candidacy.ts";
import { factsOf } from "../../usecases/round.ts";
import type { Reply, Turn } from "../turn.ts";

export interface Ids {
  call: CallId;
  candidate: CandidateId;
}

export const refOf = ({ where }: Turn, { call, candidate }: Ids) => ({ tenant: where.tenant, call, candidate });

/** The reader with the group's clock. */
export const readerIn = ({ reader, ports }: Turn, { group }: Pick<FoundCandidacy, "group">): Reader => ({
  ...reader,
  zone: group.zone,
  now: ports.clock.now(),
});

export const pressOf = ({ by, arrivedAt, where }: Turn, { nonce, rev }: { nonce: string; rev: number }): Press => ({
  by: by.id,
  nonce,
  rev,
  arrivedAt,
  ...(where.page && { way: where.page }),
});

/** Opens a candidate for an officer who may handle the case; anybody else gets one sentence. */
export async function officers(
  turn: Turn,
  ids: Ids,
  draw: (view: FoundCandidacy, reader: Reader) => Card | Promise<Card>,
  { withConflict = false } = {},
): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  const { refused } = turn.reader.text.board;
  if (!view) return { refuse: refused.noSuchCandidate };
  if (!isOfficer(view.group, turn.by.id)) return { refuse: refused.notAllowed };
  if (!withConflict && conflictOf(view.candidate, turn.by.id))
    return { refuse: refused.conflict, fresh: await pageCard(turn, view) };
  return { show: await draw(view, readerIn(turn, view)) };
}

/** The candidate's page as it now is. */
export async function pageCard(turn: Turn, view: FoundCandidacy, note?: string): Promise<Card> {
  const { candidate, call } = view;
  const all = [];
  for await (const other of factsOf(turn.ports.store, call.id, "candidate")) all.push(other);
  const alikeIds = lookAlikes(all.filter((c) => c.nominations.length > 0 && !c.mergedInto)).get(candidate.id) ?? [];
  const names = await namesOf(turn.ports, [
    ...candidate.answers.map((a) => a.by),
    ...candidate.conflicts.map((c) => c.person),
  ]);
  const page: CandidatePage = {
    ...view,
    by: turn.by.id,
    request: await requestOf(turn.ports, candidate),
    alike: all.filter((c) => alikeIds.includes(c.id)),
    nameOf: (person) => names.get(person) || "–",
  };
  return candidateCard(page, readerIn(turn, view), note);
}

/**
 * After an officer's press: the candidate's page, or, when it was refused, the form again with what was typed in it. Who
 * isn't an officer sees only the sentence.
 */
export async function decided(
  turn: Turn,
  ids: Ids,
  decision: Decision<unknown, OfficeRefusal>,
  {
    note,
    again,
  }: { note?: string; again?: (view: FoundCandidacy, error: string, reader: Reader) => Card | Promise<Card> } = {},
): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  const reader = view ? readerIn(turn, view) : turn.reader;
  if (decision.ok) return view ? { show: await pageCard(turn, view, note) } : { say: note ?? "" };
  const why = explainOffice(decision.refusal, reader);
  if (!view || !isOfficer(view.group, turn.by.id)) return { refuse: why };
  const { kind } = decision.refusal;
  const noUse = kind === "conflict" || kind === "notStanding" || kind === "callOver";
  if (again && !noUse) return { show: await again(view, why, reader) };
  return { refuse: why, fresh: await pageCard(turn, view) };
}

/** A call's board as it now is, for an officer. */
export const boardNow = (turn: Turn, found: FoundBoard, page = 0, note?: string): Card =>
  boardCard({ ...found, nonce: turn.ports.ids.random() }, page, readerIn(turn, found), note);
