import { type Group, isOfficer } from "./group.ts";
import type { PersonId, PollId } from "./ids.ts";
import { askedOf, type Poll } from "./poll.ts";
import { type PollAnswer, unansweredOf } from "./poll-answer.ts";
import type { Waiting } from "./waiting.ts";

/** Something about a poll that waits for somebody. */
export interface WaitingPoll {
  kind: "pollAnswer" | "pollDraft" | "pollDecide";
  poll: PollId;
}

/** What a poll asks of somebody: an answer that is missing or not whole; of those who lead the group, to finish and to decide. */
export function waitingInPoll(
  person: PersonId,
  { poll, group, answer }: { poll: Poll; group: Group; answer?: PollAnswer | undefined },
): Waiting[] {
  const about = {
    poll: poll.id,
    title: Object.values(poll.title).some(Boolean) ? poll.title : group.name,
    practice: false,
    zone: poll.zone,
    ...(poll.deadline && poll.status !== "closed" && { by: poll.deadline.at }),
  };
  const leads = isOfficer(group, person);
  switch (poll.status) {
    case "open":
      return askedOf(poll, person) && (!answer || unansweredOf(poll.options, answer).length > 0)
        ? [{ kind: "pollAnswer", ...about }]
        : [];
    case "draft":
      return poll.by === person && leads ? [{ kind: "pollDraft", ...about }] : [];
    case "closed":
      return leads ? [{ kind: "pollDecide", ...about }] : [];
    default:
      return [];
  }
}
