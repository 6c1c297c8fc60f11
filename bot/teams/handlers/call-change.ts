import { cancelCard, correctCard, extendCard } from "../../../cards/call-changes.ts";
import { manageCard } from "../../../cards/call-manage.ts";
import { previewCard } from "../../../cards/call-preview.ts";
import type { CallRefusal } from "../../../cards/explain/call.ts";
import type { Card } from "../../../cards/kit.ts";
import type { callVerbs } from "../../../cards/verbs/call.ts";
import type { Call } from "../../domain/call.ts";
import { mainLang } from "../../domain/call-steps.ts";
import type { Decision } from "../../domain/decision.ts";
import {
  cancelCall,
  confirmCallText,
  extendCall,
  publishCall,
  skipCallWait,
  takeCallBack,
} from "../../usecases/call-write.ts";
import { readCall } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type AtCall, asOfficer, sentenceFor } from "./call-turn.ts";

type ChangeVerb = Extract<
  keyof typeof callVerbs,
  | "call.publish"
  | "call.takeBack"
  | "call.skipWait"
  | "call.correctForm"
  | "call.confirmText"
  | "call.extendForm"
  | "call.extend"
  | "call.cancelForm"
  | "call.cancel"
>;

/** Publishing a call, and changing it once it is published. */
export const changeHandlers: Handlers<ChangeVerb> = {
  "call.publish": (turn, { call: id, rev, nonce, anyway }) =>
    asOfficer(turn, id, async (at) => {
      const decision = await publishCall(turn.ports, placeOf(turn, id), { ...press(turn), rev, nonce, anyway });
      return answered(turn, at, decision, (call) =>
        previewCard(call, at.group, mainLang(at.group), turn.ports.ids.random(), at.reader),
      );
    }),
  "call.takeBack": (turn, { call: id, rev }) =>
    asOfficer(turn, id, async (at) =>
      answered(turn, at, await takeCallBack(turn.ports, placeOf(turn, id), { ...press(turn), rev })),
    ),
  "call.skipWait": (turn, { call: id, rev }) =>
    asOfficer(turn, id, async (at) =>
      answered(turn, at, await skipCallWait(turn.ports, placeOf(turn, id), { ...press(turn), rev })),
    ),
  "call.correctForm": (turn, { call: id }) =>
    asOfficer(turn, id, ({ call, group, reader }) => ({ show: correctCard(call, group, reader) })),
  "call.confirmText": (turn, { call: id, ...page }) =>
    asOfficer(turn, id, async (at) =>
      answered(turn, at, await confirmCallText(turn.ports, placeOf(turn, id), { ...page, by: turn.by.id })),
    ),
  "call.extendForm": (turn, { call: id }) => asOfficer(turn, id, (at) => ({ show: extendCard(formOf(turn, at)) })),
  "call.extend": (turn, { call: id, seatGroup, ...typed }) =>
    asOfficer(turn, id, async (at) => {
      const theme = seatGroup === "whole" ? undefined : seatGroup;
      const wish = { ...typed, seatGroup: theme, ...press(turn) };
      const decision = await extendCall(turn.ports, placeOf(turn, id), wish);
      if (decision.ok) return answered(turn, at, decision);
      const call = (await readCall(turn.ports.store, id)) ?? at.call;
      const problem = sentenceFor(decision.refusal, at.reader);
      return { show: extendCard({ ...formOf(turn, { ...at, call }), problem }, { ...typed, seatGroup }) };
    }),
  "call.cancelForm": (turn, { call: id }) => asOfficer(turn, id, (at) => ({ show: cancelCard(formOf(turn, at)) })),
  "call.cancel": (turn, { call: id, reason, nonce }) =>
    asOfficer(turn, id, async (at) => {
      const decision = await cancelCall(turn.ports, placeOf(turn, id), { ...press(turn), reason, nonce });
      if (decision.ok) return answered(turn, at, decision);
      const problem = sentenceFor(decision.refusal, at.reader);
      return { show: cancelCard({ ...formOf(turn, at), problem }, reason) };
    }),
};

const press = ({ by, arrivedAt }: Turn) => ({ by: by.id, now: arrivedAt });
const placeOf = ({ where }: Turn, call: Call["id"]) => ({ call, tenant: where.tenant });
const formOf = ({ ports }: Turn, { call, group, reader }: AtCall) => ({
  call,
  group,
  reader,
  nonce: ports.ids.random(),
});

/** The officers' card as it stands now; after a refusal with the reason, or what there is to put right. */
async function answered(
  { ports }: Turn,
  { call, group, reader }: AtCall,
  decision: Decision<{ call: Call }, CallRefusal>,
  fresh: (call: Call) => Card = (now) => manageCard(now, group, reader),
): Promise<Reply> {
  if (decision.ok) return { show: manageCard(decision.state.call, group, reader) };
  const now = (await readCall(ports.store, call.id)) ?? call;
  const problem =
    decision.refusal.kind === "stale" ? reader.text.call.refused.staleShort : sentenceFor(decision.refusal, reader);
  return {
    refuse: problem,
    fresh: now.publishing || now.status !== "draft" ? manageCard(now, group, reader) : fresh(now),
  };
}
