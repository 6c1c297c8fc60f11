import { optionIdsIn } from "../../../cards/verbs/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { liveOptions } from "../../domain/poll.ts";
import { editOptions } from "../../usecases/poll.ts";
import type { Reply, Turn } from "../turn.ts";
import { onward, openStep, stepAgain, typedOf } from "./poll-pages.ts";
import { spansFrom } from "./poll-spans.ts";
import { type AtPollTurn, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

/** Adds and takes away times, and stays on the page until the officer goes on. */
export async function saveTimes(
  turn: Turn,
  { seen: { poll, group }, reader }: AtPollTurn,
  fields: Fields<"poll.saveTimes">,
): Promise<Reply> {
  const { ports } = turn;
  const typed = typedOf({
    ...fields,
    ...Object.fromEntries(
      fields.rows.flatMap(({ date, time }, i) => [
        [`date${i + 1}`, date],
        [`time${i + 1}`, time],
      ]),
    ),
  });
  const spans = spansFrom(fields, { poll, group, now: turn.arrivedAt, calendar: ports.calendar });
  if (!spans.ok) return stepAgain(turn, poll.id, "times", typed, pollSentence(spans.refusal, reader));
  const edit = {
    add: spans.state.options,
    remove: optionIdsIn(fields.remove),
    rev: fields.rev,
    ...pressOf(turn, fields.nonce),
  };
  const decision = await editOptions(ports, placeOf(turn, poll.id), edit);
  if (!decision.ok) return stepAgain(turn, poll.id, "times", typed, pollSentence(decision.refusal, reader));
  const next = decision.state.poll;
  if (fields.next === "on") return onward(turn, poll.id, "times");
  const { step } = reader.text.poll;
  const before = new Set(liveOptions(poll).map((o) => o.id));
  const kept = new Set(liveOptions(next).map((o) => o.id));
  const added = [...kept].filter((id) => !before.has(id)).length;
  const removed = [...before].filter((id) => !kept.has(id)).length;
  const notice = [
    added > 0 && step.added(added),
    removed > 0 && step.removed(removed),
    spans.state.left.length > 0 && step.left(spans.state.left.map((l) => l.written.replace("T", " ")).join(", ")),
  ].filter(Boolean);
  return openStep(turn, poll.id, "times", { notice: notice.join(" ") || undefined });
}
