import { type AnyMeetingRefusal, explainMeeting } from "../../../cards/explain/meeting.ts";
import type { Card } from "../../../cards/kit.ts";
import { type MeetingPage, meetingPage } from "../../../cards/meeting.ts";
import { ownAnswer } from "../../../cards/meeting-parts.ts";
import type { Reader } from "../../../cards/reader.ts";
import { isOfficer } from "../../domain/group.ts";
import type { MeetingId } from "../../domain/ids.ts";
import { type MeetingRead, readMeetingFor } from "../../usecases/meeting-reading.ts";
import type { Reply, Turn } from "../turn.ts";

/** A meeting as it stands, with the presser as its reader in the group's time. */
export interface AtMeetingTurn {
  seen: MeetingRead;
  reader: Reader;
}

export const placeOf = ({ where }: Turn, meeting: MeetingId) => ({ meeting, tenant: where.tenant });

/** Answers about a meeting of the presser's tenant; elsewhere it isn't there. */
export async function atMeeting(
  turn: Turn,
  id: MeetingId,
  answer: (at: AtMeetingTurn) => Reply | Promise<Reply>,
): Promise<Reply> {
  const seen = await readMeetingFor(turn.ports, placeOf(turn, id), turn.by.id);
  if (!seen) return { refuse: turn.reader.text.common.notFound };
  return answer({ seen, reader: { ...turn.reader, zone: seen.group.zone } });
}

/** Answers an officer of the meeting's group; anybody else is told so, and sees what is theirs. */
export const asMeetingOfficer = (
  turn: Turn,
  id: MeetingId,
  answer: (at: AtMeetingTurn) => Reply | Promise<Reply>,
): Promise<Reply> =>
  atMeeting(turn, id, (at) =>
    isOfficer(at.seen.group, turn.by.id)
      ? answer(at)
      : { refuse: turn.reader.text.common.notAllowed, fresh: pageFor(turn, at) },
  );

/** The meeting for the presser. */
export function pageFor(
  { by, ports, where }: Turn,
  { seen, reader }: AtMeetingTurn,
  notice?: MeetingPage["notice"],
): Card {
  const { meeting, group, answers } = seen;
  const own = ownAnswer(meeting, by.id, answers.get(by.id), seen.empty);
  const principals = meeting.invited
    .filter((i) => i.standIns?.some((s) => s.person === by.id))
    .map(({ person }) => ({ person, coming: ownAnswer(meeting, person, answers.get(person)).coming }));
  const comment = answers.get(by.id)?.comment;
  return meetingPage(
    {
      seen,
      own,
      nonce: ports.ids.random(),
      officer: isOfficer(group, by.id),
      principals,
      notice,
      inChannel: !where.personal,
      ...(comment !== undefined && { comment }),
    },
    reader,
  );
}

export const meetingSentence = (refusal: AnyMeetingRefusal, reader: Reader): string => explainMeeting(refusal, reader);
