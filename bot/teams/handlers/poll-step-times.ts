import { explainDayLists } from "../../../cards/explain/day-lists.ts";
import { optionIdsIn } from "../../../cards/verbs/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { type DayList, type ListTypedRefusal, listFrom, withList } from "../../domain/day-lists.ts";
import { accept, type Decision, refuse } from "../../domain/decision.ts";
import type { Group } from "../../domain/group.ts";
import { liveOptions } from "../../domain/poll.ts";
import { saveDayLists } from "../../usecases/day-lists.ts";
import { editOptions } from "../../usecases/poll.ts";
import type { Reply, Turn } from "../turn.ts";
import { onward, openStep, stepAgain, typedOf } from "./poll-pages.ts";
import { spansFrom } from "./poll-spans.ts";
import { type AtPollTurn, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

/** The group's lists with the one that is typed among the times; nothing where none is. */
function newList(
  typed: Fields<"poll.saveTimes">,
  { dayLists }: Group,
): Decision<DayList[] | undefined, ListTypedRefusal> {
  if (!typed.listName && !typed.listDays) return accept(undefined);
  const read = listFrom(typed);
  return read.ok ? withList(dayLists, read.state) : refuse(read.refusal);
}

/** Adds and takes away times, and stays on the page until the officer goes on. */
export async function saveTimes(
  turn: Turn,
  { seen: { poll, group }, reader }: AtPollTurn,
  fields: Fields<"poll.saveTimes">,
): Promise<Reply> {
  const { ports } = turn;
  const given = typedOf({
    ...fields,
    ...Object.fromEntries(
      fields.rows.flatMap(({ date, time }, i) => [
        [`date${i + 1}`, date],
        [`time${i + 1}`, time],
      ]),
    ),
  });
  const list = newList(fields, group);
  if (!list.ok) return stepAgain(turn, poll.id, "times", given, explainDayLists(list.refusal, reader.text));
  const chosen = [fields.lists, list.state?.at(-1)?.id].filter(Boolean).join(",");
  const around = { poll, group: { ...group, dayLists: list.state ?? group.dayLists ?? [] } };
  const spans = spansFrom({ ...fields, lists: chosen }, { ...around, now: turn.arrivedAt, calendar: ports.calendar });
  if (!spans.ok) return stepAgain(turn, poll.id, "times", given, pollSentence(spans.refusal, reader));
  if (list.state) {
    const wish = { lists: list.state, rev: group.rev, nonce: fields.nonce, by: turn.by.id };
    const kept = await saveDayLists(ports, { group: group.id, tenant: turn.where.tenant, ...wish });
    if (!kept.ok) return stepAgain(turn, poll.id, "times", given, explainDayLists(kept.refusal, reader.text));
  }
  // the list is kept by now, and isn't to be written down twice
  const typed = list.state ? { ...given, lists: chosen, listName: undefined, listDays: undefined } : given;
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
    list.state && reader.text.dayLists.saved,
    added > 0 && step.added(added),
    removed > 0 && step.removed(removed),
    spans.state.left.length > 0 && step.left(spans.state.left.map((l) => l.written.replace("T", " ")).join(", ")),
  ].filter(Boolean);
  return openStep(turn, poll.id, "times", { notice: notice.join(" ") || undefined });
}
