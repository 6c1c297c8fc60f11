import { type WrittenWord, wordForm } from "../../../cards/nomination-word.ts";
import type { nominationVerbs } from "../../../cards/verbs/nomination.ts";
import type { Fields } from "../../../cards/verbs.ts";
import type { CallId, NominationId } from "../../domain/ids.ts";
import { withoutTeams, wordBarred } from "../../domain/nominate-word.ts";
import { momentAt } from "../../domain/time.ts";
import { recordConfirmation } from "../../usecases/nomination-word.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { atOf, refusal, shown, visible } from "./nomination-forms.ts";

type WordVerb = "nomination.recordConfirmationForm" | "nomination.recordConfirmation";

/** What an officer writes down for a co-proposer who isn't in Teams. */
export const wordHandlers: Handlers<WordVerb & keyof typeof nominationVerbs> = {
  "nomination.recordConfirmationForm": (turn, { call, nomination }) => form(turn, call, nomination),
  "nomination.recordConfirmation": recorded,
};

async function recorded(turn: Turn, fields: Fields<"nomination.recordConfirmation">): Promise<Reply> {
  const { call, nomination, rev, nonce, organisation, answer, way, receivedBy, receivedDate, receivedTime } = fields;
  const found = await visible(turn, call, nomination);
  if ("reply" in found) return found.reply;
  const { view } = found;
  const { by, arrivedAt, ports, reader } = turn;
  const named = organisation === undefined ? undefined : String(organisation);
  const written = { organisation: named, answer, way, receivedBy, receivedDate, receivedTime };
  const again = (problem: string, sameForm = true) =>
    form(turn, call, nomination, { written, problem, ...(sameForm && { nonce }) });
  if (organisation === undefined || !answer || !way || !receivedBy || !receivedDate || !receivedTime)
    return again(refusal(turn, { kind: "wordMissing" }, view));
  const received = momentAt(receivedDate, receivedTime, view.group.zone);
  if (!received.ok) return again(refusal(turn, received.refusal, view));
  const given = { organisation, answer, way, receivedBy, received: received.state };
  const press = { by: by.id, nonce, rev, arrivedAt };
  const decision = await recordConfirmation(ports, atOf(turn, call), nomination, given, press);
  if (!decision.ok) return again(refusal(turn, decision.refusal, view), decision.refusal.kind !== "stale");
  const now = await visible(turn, call, nomination);
  if ("reply" in now) return now.reply;
  return { show: await shown(turn, now.view, { style: "good", says: reader.text.nomination.word.done }) };
}

async function form(
  turn: Turn,
  call: CallId,
  id: NominationId,
  again?: { written: WrittenWord; problem: string; nonce?: string },
): Promise<Reply> {
  const found = await visible(turn, call, id);
  if ("reply" in found) return found.reply;
  const { view } = found;
  const nobody = withoutTeams(view.nomination).length === 0 ? ({ kind: "contactInTeams" } as const) : undefined;
  const no = wordBarred(view, turn.by.id) ?? nobody;
  if (no) return { refuse: again?.problem ?? refusal(turn, no, view), fresh: await shown(turn, view) };
  const { written = {}, nonce = turn.ports.ids.random(), problem } = again ?? {};
  return { show: wordForm({ ...view, written, nonce, problem }, turn.reader) };
}
