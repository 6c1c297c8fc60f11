import { type Group, isOfficer } from "./group.ts";
import type { PersonId, PollId } from "./ids.ts";
import { askedOf, type Poll } from "./poll.ts";
import { type PollAnswer, unansweredOf } from "./poll-answer.ts";
import type { Waiting } from "./waiting.ts";

/** Something about a poll that waits for somebody. */
export interface WaitingPoll {
  kind: "pollAnswer" | "pollDraft" | "pollDecide";
  poll: PollId;
  /** Whose answer it is, where it isn't the reader's own. */
  for?: { person: PersonId; name: string };
}

/** Somebody for whom the reader may answer. */
export interface WaitingPrincipal {
  person: PersonId;
  name: string;
  answer: PollAnswer | undefined;
}

/** What a poll asks of somebody: an answer that is missing or not whole, their own or one that they may give for others; of those who lead the group, to finish and to decide. */
export function waitingInPoll(
  person: PersonId,
  {
    poll,
    group,
    answer,
    principals = [],
  }: {
    poll: Poll;
    group: Group;
    answer?: PollAnswer | undefined;
    principals?: readonly WaitingPrincipal[];
  },
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
      return [
        ...(askedOf(poll, person) && isOpen(poll, answer) ? [{ kind: "pollAnswer" as const, ...about }] : []),
        ...principals
          .filter((one) => isOpen(poll, one.answer))
          .map((one): Waiting => ({ kind: "pollAnswer", for: { person: one.person, name: one.name }, ...about })),
      ];
    case "draft":
      return poll.by === person && leads ? [{ kind: "pollDraft", ...about }] : [];
    case "closed":
      return leads ? [{ kind: "pollDecide", ...about }] : [];
    default:
      return [];
  }
}

const isOpen = ({ options }: Poll, answer: PollAnswer | undefined): boolean =>
  !answer || unansweredOf(options, answer).length > 0;
