import {
  addressForm,
  conflictForm,
  handledForm,
  moveForm,
  redactForm,
  type TypedAddress,
} from "../../../cards/candidate-forms.ts";
import { mergeChoice, mergeForm } from "../../../cards/candidate-merge.ts";
import { candidateReasonsCard } from "../../../cards/candidate-parts.ts";
import { explainOffice, type OfficeRefusal } from "../../../cards/explain/board.ts";
import type { Card } from "../../../cards/kit.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { boardVerbs } from "../../../cards/verbs/board.ts";
import { stands } from "../../domain/candidate.ts";
import { addressBarred } from "../../domain/candidate-address.ts";
import { conflictOf } from "../../domain/candidate-officer.ts";
import { isOfficer } from "../../domain/group.ts";
import { lookAlikes } from "../../domain/look-alikes.ts";
import type { Nomination } from "../../domain/nomination.ts";
import { looksLikeEmail } from "../../domain/organisations.ts";
import { reasonOf } from "../../domain/redaction.ts";
import { loadBoard } from "../../usecases/board.ts";
import { type FoundCandidacy, findCandidacy, readNomination } from "../../usecases/candidacy.ts";
import {
  correctAddress,
  declareConflict,
  handleOtherwise,
  mergeCandidates,
  recordMoveAnswer,
  redactReason,
  suggestMove,
} from "../../usecases/candidate.ts";
import { personsFrom, rosterOf } from "../../usecases/roster.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { decided, type Ids, officers, pageCard, pressOf, readerIn, refOf } from "./candidate-page.ts";

type CandidateVerb = Exclude<
  keyof typeof boardVerbs,
  | "board.show"
  | "board.themes"
  | "board.post"
  | "board.confirmPost"
  | "candidate.showMove"
  | "candidate.approveMove"
  | "candidate.refuseMove"
>;

const nonceIn = ({ ports }: Turn) => ports.ids.random();
const MOST_LISTED = 60;

/** The form, with the team's members to choose from where the client can't find people by typing. */
async function addressCard(turn: Turn, view: FoundCandidacy, typed?: TypedAddress, error?: string, no?: OfficeRefusal) {
  const roster = turn.reader.client.picker ? [] : (await rosterOf(turn.ports, view.group)).slice(0, MOST_LISTED);
  const other = no?.kind === "otherCandidate" && isOfficer(view.group, turn.by.id) ? no.other : undefined;
  const drawn = { nonce: nonceIn(turn), roster, ...(typed && { typed }), error, other };
  return addressForm(view, drawn, readerIn(turn, view));
}

/** Who may correct an address: those who handle the case, and the proposers of somebody who wasn't reached. */
async function mayFix(turn: Turn, ids: Ids, draw: (view: FoundCandidacy) => Promise<Reply>): Promise<Reply> {
  const view = await findCandidacy(turn.ports, refOf(turn, ids));
  const { refused } = turn.reader.text.board;
  if (!view) return { refuse: refused.noSuchCandidate };
  const no = addressBarred(view, turn.by.id);
  if (!no) return draw(view);
  return { refuse: refused[no.kind], ...(isOfficer(view.group, turn.by.id) && { fresh: await pageCard(turn, view) }) };
}

/** The candidate and the other one, both as they stand. */
async function other(turn: Turn, ids: Ids, wanted: Ids["candidate"]) {
  const view = await findCandidacy(turn.ports, refOf(turn, { ...ids, candidate: wanted }));
  return view && stands(view.candidate) && view.candidate.id !== ids.candidate ? view : undefined;
}

/** What officers do about one candidate. */
export const candidateHandlers: Handlers<CandidateVerb> = {
  "candidate.show": (turn, ids) => officers(turn, ids, (view) => pageCard(turn, view), { withConflict: true }),

  "candidate.reasons": (turn, { page, ...ids }) =>
    officers(turn, ids, (view, reader) => candidateReasonsCard(view, page ?? 0, reader), { withConflict: true }),

  "candidate.addressForm": (turn, ids) => mayFix(turn, ids, async (view) => ({ show: await addressCard(turn, view) })),

  "candidate.fixAddress": async (turn, { name, person, email, phone, ...ids }) => {
    const { address } = turn.reader.text.board;
    const typed = { name, person, email, phone };
    const again = (error: string) =>
      mayFix(turn, ids, async (view) => ({ show: await addressCard(turn, view, typed, error) }));
    if (!name) return again(address.nameRequired);
    if (email && !looksLikeEmail(email)) return again(address.notEmail);
    const view = await findCandidacy(turn.ports, refOf(turn, ids));
    const chosen =
      person && person !== "none" ? await personsFrom(turn.ports, turn.where.tenant, person, view?.group) : [];
    if (person && person !== "none" && chosen.length !== 1) return again(address.unknownPerson);
    const [found] = chosen;
    const to = { name, ...(found && { person: found }), ...(email && { email }), ...(phone && { phone }) };
    const decision = await correctAddress(turn.ports, refOf(turn, ids), to, pressOf(turn, ids));
    if (view && !isOfficer(view.group, turn.by.id))
      return decision.ok ? { say: address.proposerDone } : again(explainOffice(decision.refusal, readerIn(turn, view)));
    return decided(turn, ids, decision, {
      note: address.done,
      again: (now, error) => addressCard(turn, now, typed, error, decision.ok ? undefined : decision.refusal),
    });
  },

  "candidate.handledForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => handledForm(view, { nonce: nonceIn(turn) }, reader)),

  "candidate.handled": async (turn, { note, ...ids }) => {
    if (!note)
      return officers(turn, ids, (view, reader) =>
        handledForm(view, { nonce: nonceIn(turn), error: reader.text.common.required }, reader),
      );
    const decision = await handleOtherwise(turn.ports, refOf(turn, ids), note, pressOf(turn, ids));
    return decided(turn, ids, decision, {
      again: (view, error, reader) => handledForm(view, { nonce: nonceIn(turn), typed: note, error }, reader),
    });
  },

  "candidate.moveForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => moveForm(view, { nonce: nonceIn(turn) }, reader)),

  "candidate.move": async (turn, { to, note, ...ids }) => {
    const typed = { to, note };
    if (!to || !note)
      return officers(turn, ids, (view, reader) =>
        moveForm(view, { nonce: nonceIn(turn), typed, error: reader.text.board.move.needAll }, reader),
      );
    const decision = await suggestMove(turn.ports, refOf(turn, ids), { to, note }, pressOf(turn, ids));
    return decided(turn, ids, decision, {
      again: (view, error, reader) => moveForm(view, { nonce: nonceIn(turn), typed, error }, reader),
    });
  },

  "candidate.recordMove": async (turn, { approved, ...ids }) =>
    decided(turn, ids, await recordMoveAnswer(turn.ports, refOf(turn, ids), approved === "true", pressOf(turn, ids))),

  "candidate.mergeForm": async (turn, { other: wanted, ...ids }) => {
    const chosen = wanted && (await other(turn, ids, wanted));
    return officers(turn, ids, async (view, reader) => {
      if (chosen && !conflictOf(chosen.candidate, turn.by.id)) return mergeForm(view, chosen, nonceIn(turn), reader);
      const found = await loadBoard(turn.ports, { tenant: turn.where.tenant, call: ids.call, by: turn.by.id });
      const all = (found.ok ? found.state.candidates : []).filter((c) => stands(c) && !conflictOf(c, turn.by.id));
      const alike = lookAlikes(all).get(view.candidate.id) ?? [];
      const others = all.filter((c) => c.id !== view.candidate.id);
      const first = (id: string) => (alike.some((one) => one === id) ? 0 : 1);
      others.sort((a, b) => first(a.id) - first(b.id) || a.name.localeCompare(b.name, "fi"));
      return mergeChoice(view, others, reader);
    });
  },

  "candidate.merge": async (turn, { other: wanted, otherRev, ...ids }) =>
    decided(
      turn,
      ids,
      await mergeCandidates(turn.ports, refOf(turn, ids), wanted, { ...pressOf(turn, ids), otherRev }),
    ),

  "candidate.conflictForm": (turn, ids) =>
    officers(turn, ids, (view, reader) => conflictForm(view, { nonce: nonceIn(turn) }, reader)),

  "candidate.conflict": async (turn, { because, nonce, ...ids }) => {
    if (!because)
      return officers(turn, ids, (view, reader) =>
        conflictForm(view, { nonce: nonceIn(turn), error: reader.text.board.conflict.required }, reader),
      );
    const press = { by: turn.by.id, nonce, arrivedAt: turn.arrivedAt };
    return decided(turn, ids, await declareConflict(turn.ports, refOf(turn, ids), because, press));
  },

  "nomination.redactForm": (turn, ids) =>
    reasons(turn, ids, (view, nomination, reader) =>
      redactForm(view, nomination, ids.field, { nonce: nonceIn(turn) }, reader),
    ),

  "nomination.redact": async (turn, { field, text = "", rev, nonce, ...ids }) => {
    const ref = { tenant: turn.where.tenant, ...ids };
    const decision = await redactReason(turn.ports, ref, { field, text }, { by: turn.by.id, nonce, rev });
    const again = (error: string) =>
      reasons(turn, { ...ids, field }, (view, nomination, reader) =>
        redactForm(view, nomination, field, { nonce: nonceIn(turn), typed: text, error }, reader),
      );
    if (decision.ok)
      return reasons(turn, { ...ids, field }, (view, _, reader) => candidateReasonsCard(view, 0, reader));
    const why = explainOffice(decision.refusal, turn.reader);
    return decision.refusal.kind === "stale" ? again(why) : { refuse: why };
  },
};

/** One nomination of a candidate, for the officers who handle the case. */
async function reasons(
  turn: Turn,
  ids: { call: Ids["call"]; nomination: Nomination["id"]; field: string },
  draw: (view: FoundCandidacy, nomination: Nomination, reader: Reader) => Card,
): Promise<Reply> {
  const nomination = await readNomination(turn.ports, ids.call, ids.nomination);
  const { refused } = turn.reader.text.board;
  if (!nomination?.candidate) return { refuse: refused.noSuchReason };
  return officers(turn, { call: ids.call, candidate: nomination.candidate }, (view, reader) =>
    reasonOf(nomination, ids.field) ? draw(view, nomination, reader) : pageCard(turn, view),
  );
}
