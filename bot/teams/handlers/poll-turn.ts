import { explainPoll, type PollRefusal } from "../../../cards/explain/poll.ts";
import type { PollSeen } from "../../../cards/poll-parts.ts";
import { pollShowCard } from "../../../cards/poll-show.ts";
import type { Reader } from "../../../cards/reader.ts";
import { isOfficer } from "../../domain/group.ts";
import type { PollId } from "../../domain/ids.ts";
import { askedOf, mayAnswer } from "../../domain/poll.ts";
import { pollView } from "../../usecases/poll-reading.ts";
import type { Reply, Turn } from "../turn.ts";

/** A poll as the presser sees it, with the presser as its reader in the group's time. */
export interface AtPollTurn {
  seen: PollSeen;
  reader: Reader;
}

/** Answers about a poll of the presser's tenant; a draft is there for those who lead the group only. */
export async function atPoll(
  turn: Turn,
  id: PollId,
  answer: (at: AtPollTurn) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { ports, by, where, reader } = turn;
  const seen = await pollView(ports, id, { in: "person", person: by.id, tenant: where.tenant });
  if (!seen || (seen.poll.status === "draft" && !isOfficer(seen.group, by.id)))
    return { refuse: reader.text.common.notFound };
  return answer({ seen, reader: { ...reader, zone: seen.group.zone } });
}

/** Answers an officer of the poll's group; anybody else is told so, and sees what is for everybody. */
export const asPollOfficer = (
  turn: Turn,
  id: PollId,
  answer: (at: AtPollTurn) => Reply | Promise<Reply>,
): Promise<Reply> =>
  atPoll(turn, id, (at) =>
    isOfficer(at.seen.group, turn.by.id)
      ? answer(at)
      : { refuse: turn.reader.text.common.notAllowed, fresh: statusCard(turn, at) },
  );

type Notice = Parameters<typeof pollShowCard>[0]["notice"];

/** How the poll stands, for the presser. Where others see the answer too, only what the channel may see is in it. */
export function statusCard(turn: Turn, { seen, reader }: AtPollTurn, page = 0, notice?: Notice) {
  const officer = isOfficer(seen.group, turn.by.id);
  const [may, called] = [mayAnswer(seen.poll, turn.by.id), askedOf(seen.poll, turn.by.id) !== undefined];
  return pollShowCard({ seen, page, mayAnswer: may, officer, called, notice }, reader);
}

export const pollSentence = (refusal: PollRefusal, reader: Reader): string => explainPoll(refusal, reader);

export const placeOf = ({ where }: Turn, poll: PollId) => ({ poll, tenant: where.tenant });
export const pressOf = ({ by, arrivedAt }: Turn, nonce: string) => ({ nonce, by: by.id, now: arrivedAt });
