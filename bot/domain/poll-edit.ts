import type { OptionId, PollEdit } from "./poll.ts";
import type { PollAnswer } from "./poll-answer.ts";

/** Whether somebody's answer isn't whole any more: there is something new to answer, or a time that suited is gone. */
export const isAffected = (answer: Pick<PollAnswer, "choices">, { added, removed }: PollEdit): boolean =>
  added.some((id) => answer.choices[id] === undefined) || removed.some((id) => suited(answer, id));

const suited = ({ choices }: Pick<PollAnswer, "choices">, id: OptionId) =>
  choices[id] === "yes" || choices[id] === "ifNeeded";
