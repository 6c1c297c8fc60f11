import { coProposerCard } from "../../../cards/nomination-joint.ts";
import { lateCard } from "../../../cards/nomination-late.ts";
import { chooseCallCard, proposalsCard } from "../../../cards/nomination-lists.ts";
import { enteredCard, receivedCard } from "../../../cards/nomination-receipt.ts";
import { withdrawCard } from "../../../cards/nomination-withdraw.ts";
import { consentTextVersion } from "../../../cards/notice.ts";
import type { nominationVerbs } from "../../../cards/verbs/nomination.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { groupIdOf, isOfficer } from "../../domain/group.ts";
import type { CallId, NominationId } from "../../domain/ids.ts";
import { contactFor } from "../../domain/nominate-confirm.ts";
import { notChangeable, type Press } from "../../domain/nominate-edit.ts";
import type { Arrival } from "../../domain/nomination.ts";
import { verifiedEmails } from "../../domain/person.ts";
import { momentAt } from "../../domain/time.ts";
import { openCalls } from "../../usecases/listing.ts";
import {
  answerCoProposal,
  callRound,
  editNomination,
  nominate,
  withdrawNomination,
} from "../../usecases/nomination.ts";
import { nominationAt, proposalsOf } from "../../usecases/nomination-reading.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import {
  atOf,
  changeForm,
  entryForm,
  goneReply,
  handedBack,
  proposeForm,
  refusal,
  shown,
  visible,
} from "./nomination-forms.ts";
import { lateHandlers } from "./nomination-late.ts";
import { wordHandlers } from "./nomination-word.ts";

/** Proposing, changing and taking back, and what co-proposers answer. */
export const nominationHandlers: Handlers<keyof typeof nominationVerbs> = {
  "nomination.choose": (turn, { page }) => nominateEntry(turn, page),
  "nomination.form": (turn, { call }) => proposeForm(turn, call, false),
  "nomination.self": (turn, { call }) => proposeForm(turn, call, true),
  "nomination.submit": submitted,
  "nomination.show": async (turn, { call, nomination }) => {
    const found = await visible(turn, call, nomination);
    return "reply" in found ? found.reply : { show: await shown(turn, found.view) };
  },
  "nomination.editForm": (turn, { call, nomination }) => changeForm(turn, call, nomination),
  "nomination.edit": edited,
  "nomination.withdrawAsk": async (turn, { call, nomination }) => {
    const found = await visible(turn, call, nomination);
    if ("reply" in found) return found.reply;
    const { view } = found;
    const no = notChangeable(view, { by: turn.by.id, arrivedAt: turn.arrivedAt });
    if (no) return { refuse: refusal(turn, no, view), fresh: await shown(turn, view) };
    return { show: withdrawCard({ ...view, nonce: turn.ports.ids.random() }, turn.reader) };
  },
  "nomination.withdraw": async (turn, { call, nomination, rev, nonce }) => {
    const decision = await withdrawNomination(turn.ports, atOf(turn, call), nomination, press(turn, rev, nonce));
    const found = await visible(turn, call, nomination);
    if ("reply" in found) return found.reply;
    const fresh = await shown(turn, found.view);
    if (decision.ok) return { show: fresh };
    return { refuse: refusal(turn, decision.refusal, found.view), fresh };
  },
  "proposals.mine": async (turn, { page = 0 }) => {
    const proposals = await proposalsOf(turn.ports, turn.by.id, turn.where.tenant);
    return { show: proposalsCard({ proposals, page }, turn.reader) };
  },
  "nomination.enterForm": (turn, { call }) => entryForm(turn, call),
  "nomination.enter": entered,
  "nomination.confirmShow": (turn, { call, nomination, organisation }) =>
    coProposal(turn, call, nomination, organisation),
  "nomination.confirm": (turn, fields) => answered(turn, fields, "confirmed"),
  "nomination.object": (turn, fields) => answered(turn, fields, "objected"),
  ...lateHandlers,
  ...wordHandlers,
};

/** The command beside the message box: the one open call's form, a choice of several, or a sentence when there is none. */
export async function nominateEntry(turn: Turn, page = 0): Promise<Reply> {
  const { where, reader } = turn;
  const open = await openCalls(turn.ports, where.tenant, turn.by.id);
  const here = where.team ? groupIdOf(where.tenant, where.team.id) : undefined;
  const inTeam = open.filter(({ group }) => group.id === here);
  const calls = inTeam.length > 0 ? inTeam : open;
  const [only] = calls;
  if (!only) return { say: reader.text.nomination.choose.none };
  return calls.length === 1
    ? proposeForm(turn, only.call.id, false)
    : { show: chooseCallCard({ calls, page }, reader) };
}

async function submitted(turn: Turn, { call, nonce, own, ...written }: Fields<"nomination.submit">): Promise<Reply> {
  const { ports, by, arrivedAt, reader } = turn;
  const at = atOf(turn, call);
  const round = await callRound(ports, at);
  if (!round) return goneReply(turn);
  const decision = await nominate(ports, at, {
    ...{ by, nonce, written, self: own === true, text: consentTextVersion(round, reader) },
    arrival: { way: "teams", at: arrivedAt },
    proposer: {
      name: by.name,
      ...(by.email && { email: by.email }),
      ...(written.position && { position: written.position }),
    },
  });
  if (decision.ok) return received(turn, call, decision.state.nomination.id);
  if (decision.refusal.kind === "tooMuchText") return handedBack(turn, written, round);
  if (decision.refusal.kind === "late")
    return { show: lateCard({ ...round, nomination: decision.refusal.nomination }, reader) };
  return proposeForm(turn, call, own === true, { written, nonce, problem: refusal(turn, decision.refusal, round) });
}

async function received(turn: Turn, call: CallId, id: NominationId): Promise<Reply> {
  const view = await nominationAt(turn.ports, atOf(turn, call), id);
  if (!view) return goneReply(turn);
  if (view.nomination.status !== "inTime") return { show: await shown(turn, view) };
  return { show: receivedCard(view, turn.reader) };
}

async function edited(turn: Turn, fields: Fields<"nomination.edit">): Promise<Reply> {
  const { call, nomination, rev, nonce, ...written } = fields;
  const decision = await editNomination(turn.ports, atOf(turn, call), nomination, written, press(turn, rev, nonce));
  const found = await visible(turn, call, nomination);
  if ("reply" in found) return found.reply;
  const { saved } = turn.reader.text.nomination.receipt;
  if (decision.ok) return { show: await shown(turn, found.view, { style: "good", says: saved }) };
  if (decision.refusal.kind === "tooMuchText") return handedBack(turn, written, found.view);
  const problem = refusal(turn, decision.refusal, found.view);
  const again = decision.refusal.kind === "stale" ? turn.ports.ids.random() : nonce;
  return changeForm(turn, call, nomination, { written, nonce: again, problem });
}

async function entered(turn: Turn, fields: Fields<"nomination.enter">): Promise<Reply> {
  const { ports, by, arrivedAt, reader } = turn;
  const { call, nonce, way, date, time, proposerName, proposerEmail, proposerPhone, self, ...written } = fields;
  const at = atOf(turn, call);
  const round = await callRound(ports, at);
  if (!round) return goneReply(turn);
  if (!isOfficer(round.group, by.id)) return { refuse: refusal(turn, { kind: "notOfficer" }, round) };
  const arrival = { way, date, time, proposerName, proposerEmail, proposerPhone, self };
  const again = (problem: string) => entryForm(turn, call, { written, arrival, nonce, problem });
  if (!way || !date || !time || !proposerName) return again(refusal(turn, { kind: "arrivalMissing" }, round));
  const moment = momentAt(date, time, round.group.zone);
  if (!moment.ok) return again(refusal(turn, moment.refusal, round));
  const came: Arrival = { way, at: moment.state.at, enteredBy: by.id, enteredAt: arrivedAt };
  const decision = await nominate(ports, at, {
    ...{ by, nonce, written, self, text: consentTextVersion(round, reader), arrival: came },
    proposer: {
      name: proposerName,
      ...(proposerEmail && { email: proposerEmail }),
      ...(proposerPhone && { phone: proposerPhone }),
      ...(written.position && { position: written.position }),
    },
  });
  if (!decision.ok && decision.refusal.kind === "tooMuchText") return handedBack(turn, written, round);
  if (!decision.ok && decision.refusal.kind !== "late") return again(refusal(turn, decision.refusal, round));
  const id = decision.ok ? decision.state.nomination.id : lateId(decision.refusal);
  const view = id && (await nominationAt(ports, at, id));
  return view ? { show: enteredCard(view, reader) } : goneReply(turn);
}

const lateId = (no: { kind: string; nomination?: { id: NominationId } }) => no.nomination?.id;

async function coProposal(turn: Turn, call: CallId, id: NominationId, hint: number, notice?: string): Promise<Reply> {
  const view = await nominationAt(turn.ports, atOf(turn, call), id);
  if (!view) return goneReply(turn);
  const organisation = contactFor(view.nomination, { person: turn.by.id, emails: verifiedEmails(turn.by) }, hint);
  if (organisation === undefined) return { refuse: refusal(turn, { kind: "notContact" }, view) };
  return { show: coProposerCard({ ...view, organisation, ...(notice && { notice }) }, turn.reader) };
}

async function answered(
  turn: Turn,
  { call, nomination, organisation, rev, nonce }: Fields<"nomination.confirm">,
  answer: "confirmed" | "objected",
): Promise<Reply> {
  const at = atOf(turn, call);
  const said = { organisation, answer };
  const decision = await answerCoProposal(turn.ports, at, nomination, said, {
    ...press(turn, rev, nonce),
    emails: verifiedEmails(turn.by),
  });
  if (decision.ok) return coProposal(turn, call, nomination, organisation);
  const round = await callRound(turn.ports, at);
  if (!round || decision.refusal.kind === "noSuchRound") return goneReply(turn);
  const { staleShown } = turn.reader.text.nomination.refused;
  const no = decision.refusal.kind === "stale" ? staleShown : refusal(turn, decision.refusal, round);
  return coProposal(turn, call, nomination, organisation, no);
}

export const press = ({ by, arrivedAt }: Turn, rev: number, nonce: string): Press => ({
  by: by.id,
  nonce,
  rev,
  arrivedAt,
});
