import type { Call } from "../domain/call.ts";
import { contentOf, mayStart, type NewDraft, newDraft, type StartRefusal, untouched } from "../domain/call-draft.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { hashed } from "../domain/hashed.ts";
import type { CallId, GroupId, PersonId } from "../domain/ids.ts";
import { begin } from "./begin.ts";
import { callsOf, listCall } from "./listing.ts";
import type { Ports } from "./ports.ts";
import { listPublic } from "./public-call.ts";
import { readCall, readGroup } from "./round.ts";

type Started = Decision<Call, StartRefusal | { kind: "noSuchRound" }>;

/**
 * Begins a draft. With a nonce, a second press has no second effect; without one, an untouched draft of the same
 * person is continued.
 */
export async function startCall(
  ports: Ports,
  { group: groupId, nonce, ...draft }: NewDraft & { group: GroupId; nonce?: string | undefined },
): Promise<Started> {
  const group = await readGroup(ports.store, groupId);
  if (!group) return refuse({ kind: "noSuchRound" });
  const refusal = mayStart(group, draft.by);
  if (refusal) return refuse(refusal);
  if (!draft.content || draft.content.basedOn) {
    const open = (await callsOf(ports, groupId)).find((call) => untouched(call, draft));
    if (open) return accept(open);
  }
  const id: CallId = `call:${nonce ? hashed(`${groupId}\n${draft.by}\n${nonce}`) : ports.ids.random()}`;
  const publicId = ports.ids.random().slice(0, PUBLIC_ID);
  const call = newDraft(group, { id, publicId, now: ports.clock.now(), ...draft });
  await listCall(ports, groupId, id);
  await listPublic(ports, publicId, id);
  const isNew = await begin(ports, call, group, draft.by, "callDrafted");
  return accept(isNew ? call : ((await readCall(ports.store, id)) ?? call));
}

/** A new draft with an earlier call's texts and seats. */
export async function startFrom(ports: Ports, { earlier, by }: { earlier: CallId; by: PersonId }): Promise<Started> {
  const call = await readCall(ports.store, earlier);
  if (!call) return refuse({ kind: "noSuchRound" });
  return startCall(ports, { group: call.group, by, content: contentOf(call), practice: call.practice });
}

/** Short enough for a newspaper, long enough that nobody finds calls by trying. */
const PUBLIC_ID = 12;
