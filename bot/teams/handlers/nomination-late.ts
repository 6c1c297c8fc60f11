import { acceptLateForm, lateListCard } from "../../../cards/nomination-late.ts";
import { consentTextVersion } from "../../../cards/notice.ts";
import type { nominationVerbs } from "../../../cards/verbs/nomination.ts";
import type { CallId, NominationId } from "../../domain/ids.ts";
import { mayAcceptLate } from "../../domain/nominate-late.ts";
import { dayOf, momentAt } from "../../domain/time.ts";
import { acceptLateNomination } from "../../usecases/nomination.ts";
import { lateIn } from "../../usecases/nomination-reading.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { atOf, goneReply, refusal, shown, visible } from "./nomination-forms.ts";

type LateVerb = "nomination.late" | "nomination.acceptLateForm" | "nomination.acceptLate";

/** What came late, and what a chair takes up nevertheless. */
export const lateHandlers: Handlers<LateVerb & keyof typeof nominationVerbs> = {
  "nomination.late": async (turn, { call, page = 0 }) => {
    const found = await lateIn(turn.ports, atOf(turn, call), turn.by.id);
    if (found.ok) return { show: lateListCard({ ...found.state, page }, turn.reader) };
    if (found.refusal.kind === "noSuchRound") return goneReply(turn);
    return { refuse: turn.reader.text.nomination.refused.notOfficer };
  },
  "nomination.acceptLateForm": (turn, { call, nomination }) => form(turn, call, nomination),
  "nomination.acceptLate": async (turn, { call, nomination, rev, nonce, lateReason, untilDate, untilTime }) => {
    const found = await visible(turn, call, nomination);
    if ("reply" in found) return found.reply;
    const { view } = found;
    const { by, arrivedAt, ports, reader } = turn;
    const written = { reason: lateReason, date: untilDate, time: untilTime };
    const again = (problem: string) => form(turn, call, nomination, { written, nonce, problem });
    const until = untilDate && untilTime ? momentAt(untilDate, untilTime, view.group.zone) : undefined;
    if (until && !until.ok) return again(refusal(turn, until.refusal, view));
    const accepted = {
      reason: lateReason,
      consentBy: until?.state,
      text: consentTextVersion(view, reader),
    };
    const press = { by: by.id, nonce, rev, arrivedAt };
    const decision = await acceptLateNomination(ports, atOf(turn, call), nomination, accepted, press);
    if (!decision.ok) return again(refusal(turn, decision.refusal, view));
    const now = await visible(turn, call, nomination);
    return "reply" in now ? now.reply : { show: await shown(turn, now.view) };
  },
};

async function form(
  turn: Turn,
  call: CallId,
  id: NominationId,
  again?: {
    written: { reason?: string | undefined; date?: string | undefined; time?: string | undefined };
    nonce: string;
    problem: string;
  },
): Promise<Reply> {
  const found = await visible(turn, call, id);
  if ("reply" in found) return found.reply;
  const { view } = found;
  const { ports, reader, by } = turn;
  if (view.nomination.status !== "late" || !mayAcceptLate(view.group, view.nomination, by.id)) {
    const no = view.nomination.status === "late" ? ("chairOnly" as const) : ("notLate" as const);
    return { refuse: again?.problem ?? refusal(turn, { kind: no }, view), fresh: await shown(turn, view) };
  }
  const until = view.call.consentBy;
  const later = until && until.at > turn.arrivedAt ? until : undefined;
  const usual = later && { date: dayOf(later.at, view.group.zone), time: later.wall.split("T")[1] };
  const { written = usual ?? {}, nonce = ports.ids.random(), problem } = again ?? {};
  return { show: acceptLateForm({ ...view, written, nonce, problem }, reader) };
}
