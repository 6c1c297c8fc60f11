import { deletedCard } from "../../../cards/call-changes.ts";
import { deletePollCard } from "../../../cards/poll-changes.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import { deleteDraft } from "../../usecases/draft-delete.ts";
import { postPoll, startPoll } from "../../usecases/poll.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers } from "../turn.ts";
import { managed } from "./poll-manage.ts";
import { openStep, preview } from "./poll-pages.ts";
import { saveRules } from "./poll-step-rules.ts";
import { saveTimes } from "./poll-step-times.ts";
import { saveWhat } from "./poll-step-what.ts";
import { saveWho } from "./poll-step-who.ts";
import { asPollOfficer, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

type StepVerb = Extract<
  keyof typeof pollVerbs,
  | "poll.new"
  | "poll.step"
  | "poll.saveWhat"
  | "poll.saveTimes"
  | "poll.saveWho"
  | "poll.saveRules"
  | "poll.deleteDraft"
  | "poll.preview"
  | "poll.post"
>;

/** Writing a poll page by page, and posting it. */
export const pollStepHandlers: Handlers<StepVerb> = {
  "poll.new": async (turn, { group: id, nonce }) => {
    const { ports, by, where, reader } = turn;
    const group = await readGroup(ports.store, id);
    if (group?.place.tenant !== where.tenant) return { refuse: reader.text.common.notFound };
    const wish = { group: id, tenant: where.tenant, by: by.id, nonce: nonce ?? ports.ids.random() };
    const started = await startPoll(ports, wish);
    if (!started.ok) return { refuse: pollSentence(started.refusal, reader) };
    return openStep(turn, started.state.id, "what");
  },
  "poll.step": (turn, { poll, step }) => openStep(turn, poll, step),
  "poll.saveWhat": saveWhat,
  "poll.saveTimes": (turn, fields) => asPollOfficer(turn, fields.poll, (at) => saveTimes(turn, at, fields)),
  "poll.saveWho": saveWho,
  "poll.saveRules": saveRules,
  "poll.deleteDraft": (turn, { poll, sure }) =>
    asPollOfficer(turn, poll, async ({ seen, reader }) => {
      const { status } = seen.poll;
      const { refused } = reader.text.poll;
      if (status !== "draft") return managed(turn, poll, { style: "warning", bold: refused.status[status] });
      if (!sure) return { show: deletePollCard(seen, reader) };
      const deleted = await deleteDraft(turn.ports, { draft: poll, by: turn.by.id, tenant: turn.where.tenant });
      return deleted.ok
        ? { show: deletedCard(reader) }
        : managed(turn, poll, { style: "warning", bold: refused.status.open });
    }),
  "poll.preview": (turn, { poll }) => asPollOfficer(turn, poll, (at) => preview(turn, at)),
  "poll.post": (turn, { poll, rev, nonce, anyway }) =>
    asPollOfficer(turn, poll, async (at) => {
      const posted = await postPoll(turn.ports, placeOf(turn, poll), { rev, anyway, ...pressOf(turn, nonce) });
      if (posted.ok) return managed(turn, poll, { style: "good", bold: at.reader.text.poll.manage.posted });
      const problem = pollSentence(posted.refusal, at.reader);
      return asPollOfficer(turn, poll, (now) =>
        now.seen.poll.status === "draft"
          ? preview(turn, now, problem)
          : managed(turn, poll, { style: "warning", bold: problem }),
      );
    }),
};
