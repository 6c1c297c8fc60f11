import { wholeCard } from "../../../cards/call-show.ts";
import { type CallRefusal, explainCall } from "../../../cards/explain/call.ts";
import type { Reader } from "../../../cards/reader.ts";
import { isOfficer } from "../../domain/group.ts";
import type { CallId } from "../../domain/ids.ts";
import { type CallInGroup, callFor } from "../../usecases/call-reading.ts";
import type { Reply, Turn } from "../turn.ts";

/** A call with its group, and the presser as its reader in the group's time. */
export interface AtCall extends CallInGroup {
  reader: Reader;
}

/** Answers about a call that the presser may see; to others it isn't there. */
export async function atCall(turn: Turn, id: CallId, answer: (at: AtCall) => Reply | Promise<Reply>): Promise<Reply> {
  const { ports, by, where, reader } = turn;
  const found = await callFor(ports, id, { person: by.id, tenant: where.tenant });
  if (!found) return { refuse: reader.text.common.notFound };
  return answer({ ...found, reader: { ...reader, zone: found.group.zone } });
}

/** Answers an officer of the call's group; anybody else is told so, and sees what is for everybody. */
export const asOfficer = (turn: Turn, id: CallId, answer: (at: AtCall) => Reply | Promise<Reply>): Promise<Reply> =>
  atCall(turn, id, (at) =>
    isOfficer(at.group, turn.by.id)
      ? answer(at)
      : { refuse: turn.reader.text.common.notAllowed, fresh: wholeCard(at.call, at.group, at.reader) },
  );

export const sentenceFor = (refusal: CallRefusal, { text }: Reader): string => explainCall(refusal, text);
