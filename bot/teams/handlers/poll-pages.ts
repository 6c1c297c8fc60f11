import type { PollRefusal } from "../../../cards/explain/poll.ts";
import { pollPreviewCard } from "../../../cards/poll-preview.ts";
import { pollStepCard } from "../../../cards/poll-step.ts";
import type { PollForm, TypedPage } from "../../../cards/poll-step-form.ts";
import type { PollStep } from "../../../cards/verbs/poll.ts";
import { isOfficer } from "../../domain/group.ts";
import type { PollId } from "../../domain/ids.ts";
import type { PollWritten } from "../../domain/poll-draft.ts";
import { askedIn, problemsOfPoll } from "../../domain/poll-post.ts";
import { membersOf, savePoll } from "../../usecases/poll.ts";
import { namesOf } from "../../usecases/poll-reading.ts";
import type { Reply, Turn } from "../turn.ts";
import { managed } from "./poll-manage.ts";
import { choosable } from "./poll-people.ts";
import { type AtPollTurn, asPollOfficer, placeOf, pollSentence } from "./poll-turn.ts";

/** What a page of the form says, or what is wrong with it. */
export type PageRead = { ok: true; written: PollWritten } | { ok: false; refusal: PollRefusal };

/** Saves a page; one that is refused comes back with what was typed. */
export function saved(
  turn: Turn,
  step: PollStep,
  fields: { poll: PollId; rev: number; nonce: string; next: "on" | "stay" | "back" },
  read: (at: AtPollTurn) => PageRead | Promise<PageRead>,
): Promise<Reply> {
  return asPollOfficer(turn, fields.poll, async (at) => {
    const page = await read(at);
    const { rev, nonce } = fields;
    const wish = (written: PollWritten) => ({ written, rev, nonce, by: turn.by.id });
    const decision = page.ok ? await savePoll(turn.ports, placeOf(turn, fields.poll), wish(page.written)) : page;
    if (!decision.ok)
      return stepAgain(turn, fields.poll, step, typedOf(fields), pollSentence(decision.refusal, at.reader));
    if (fields.next === "back")
      return managed(turn, fields.poll, { style: "good", bold: at.reader.text.poll.manage.saved });
    return onward(turn, fields.poll, step);
  });
}

const after: Record<PollStep, PollStep | "preview"> = { what: "times", times: "who", who: "rules", rules: "preview" };

/** The page after one that was saved. */
export function onward(turn: Turn, poll: PollId, step: PollStep): Promise<Reply> {
  const next = after[step];
  return next === "preview" ? asPollOfficer(turn, poll, (at) => preview(turn, at)) : openStep(turn, poll, next);
}

/** What was typed, by the inputs' names. */
export const typedOf = (fields: object): TypedPage =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name, String(value)]]
        : [],
    ),
  );

/** The form of one page, unless the poll can't be changed now. */
export const openStep = (
  turn: Turn,
  poll: PollId,
  step: PollStep,
  more: Pick<PollForm, "notice" | "typed" | "problem"> = {},
) =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const { status } = seen.poll;
    if (status !== "draft" && status !== "open")
      return managed(turn, poll, { style: "warning", bold: reader.text.poll.refused.status[status] });
    const named = await choosable(turn, seen.group, seen.poll);
    const { poll: current, group } = seen;
    const answered = seen.answered + seen.others > 0;
    const nonce = turn.ports.ids.random();
    const form = { poll: current, group, step, nonce, ...named, answered, ...more };
    return { show: pollStepCard(form, reader) };
  });

/** The form of a page that was refused, with what was typed. */
export const stepAgain = (turn: Turn, poll: PollId, step: PollStep, typed: TypedPage, problem: string) =>
  openStep(turn, poll, step, { typed, problem });

/** What will be posted and to whom. */
export async function preview(turn: Turn, { seen, reader }: AtPollTurn, problem?: string): Promise<Reply> {
  const { ports } = turn;
  if (seen.poll.status !== "draft" || !isOfficer(seen.group, turn.by.id)) return managed(turn, seen.poll.id);
  const asked = askedIn(seen.poll, await membersOf(ports, seen.group));
  const names = await namesOf(
    ports,
    asked.slice(0, 60).map((a) => a.person),
  );
  const problems = problemsOfPoll(seen.poll, asked, turn.arrivedAt);
  return {
    show: pollPreviewCard({ seen: { ...seen, names }, asked, problems, nonce: ports.ids.random(), problem }, reader),
  };
}
