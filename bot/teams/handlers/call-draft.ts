import { deleteCard, deletedCard } from "../../../cards/call-changes.ts";
import { manageCard } from "../../../cards/call-manage.ts";
import type { callVerbs } from "../../../cards/verbs/call.ts";
import { mainLang } from "../../domain/call-steps.ts";
import { startCall, startFrom } from "../../usecases/call.ts";
import { deleteDraft } from "../../usecases/draft-delete.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers } from "../turn.ts";
import { openPage } from "./call-step.ts";
import { asOfficer, sentenceFor } from "./call-turn.ts";

type DraftVerb = Extract<keyof typeof callVerbs, "call.new" | "call.based" | "call.deleteDraft">;

/** Beginning and forgetting a draft. */
export const draftHandlers: Handlers<DraftVerb> = {
  "call.new": async (turn, { group: id, nonce }) => {
    const { ports, by, where, reader } = turn;
    const group = await readGroup(ports.store, id);
    if (group?.place.tenant !== where.tenant) return { refuse: reader.text.common.notFound };
    const started = await startCall(ports, { group: id, by: by.id, nonce });
    if (!started.ok) return { refuse: sentenceFor(started.refusal, reader) };
    const at = { call: started.state, group, reader: { ...reader, zone: group.zone } };
    return openPage(turn, at, { step: "texts", lang: mainLang(group) });
  },
  "call.based": (turn, { call: id }) =>
    asOfficer(turn, id, async ({ group, reader }) => {
      const started = await startFrom(turn.ports, { earlier: id, by: turn.by.id });
      if (!started.ok) return { refuse: sentenceFor(started.refusal, reader) };
      return { show: manageCard(started.state, group, reader) };
    }),
  "call.deleteDraft": (turn, { call: id, sure }) =>
    asOfficer(turn, id, async ({ call, group, reader }) => {
      const manage = () => manageCard(call, group, reader);
      if (call.status !== "draft") return { refuse: reader.text.call.refused.alreadyPublished, fresh: manage() };
      if (!sure) return { show: deleteCard(call, group, reader) };
      const deleted = await deleteDraft(turn.ports, { draft: id, by: turn.by.id, tenant: turn.where.tenant });
      return deleted.ok
        ? { show: deletedCard(reader) }
        : { refuse: sentenceFor(deleted.refusal, reader), fresh: manage() };
    }),
};
