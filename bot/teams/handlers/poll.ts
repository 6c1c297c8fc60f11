import { pollCard } from "../../../cards/poll.ts";
import { pollListCard } from "../../../cards/poll-list.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import { pollsFor } from "../../usecases/home-poll.ts";
import { pollView } from "../../usecases/poll-reading.ts";
import type { Handlers } from "../turn.ts";
import { ledReady } from "./home.ts";
import { pollAnswerHandlers } from "./poll-answer.ts";
import { pollAskedHandlers } from "./poll-asked.ts";
import { pollManageHandlers } from "./poll-manage.ts";
import { pollStepHandlers } from "./poll-step.ts";
import { atPoll, statusCard } from "./poll-turn.ts";

/** Everything about meeting polls: writing, posting, answering, looking and deciding. */
export const pollHandlers: Handlers<keyof typeof pollVerbs> = {
  ...pollStepHandlers,
  ...pollManageHandlers,
  ...pollAnswerHandlers,
  ...pollAskedHandlers,
  "polls.mine": async (turn, { page = 0 }) => {
    const { ports, by, where, reader } = turn;
    if (!where.personal) return { say: reader.text.home.private };
    const groups = (await ledReady(turn)).map(({ group }) => group);
    const polls = await pollsFor(ports, by.id, where.tenant, groups);
    return { show: pollListCard({ polls, page, groups }, reader) };
  },
  "poll.card": (turn, { poll }) =>
    atPoll(turn, poll, async (at) => {
      const seen = await pollView(turn.ports, poll, { in: "channel" });
      return { show: pollCard(seen ?? at.seen, at.reader) };
    }),
  "poll.show": (turn, { poll, page = 0 }) => atPoll(turn, poll, (at) => ({ show: statusCard(turn, at, page) })),
};
