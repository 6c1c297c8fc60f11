import type { PollRefusal } from "../../../cards/explain/poll.ts";
import { pollPreviewCard } from "../../../cards/poll-preview.ts";
import { type PollForm, pollStepCard, type TypedPage } from "../../../cards/poll-step.ts";
import { optionIdsIn, type PollStep, type pollVerbs } from "../../../cards/verbs/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { isOfficer } from "../../domain/group.ts";
import type { PollId } from "../../domain/ids.ts";
import { type LocalText, langs } from "../../domain/lang.ts";
import { liveOptions, type Poll } from "../../domain/poll.ts";
import type { PollWritten } from "../../domain/poll-draft.ts";
import { askedIn, problemsOfPoll } from "../../domain/poll-post.ts";
import { momentAt } from "../../domain/time.ts";
import { editOptions, membersOf, postPoll, savePoll, startPoll } from "../../usecases/poll.ts";
import { namesOf } from "../../usecases/poll-reading.ts";
import { readGroup } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { managed } from "./poll-manage.ts";
import { choosable, outsidersIn, peopleIn } from "./poll-people.ts";
import { spansFrom } from "./poll-spans.ts";
import { type AtPollTurn, asPollOfficer, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

type StepVerb = Extract<
  keyof typeof pollVerbs,
  | "poll.new"
  | "poll.step"
  | "poll.saveWhat"
  | "poll.saveTimes"
  | "poll.saveWho"
  | "poll.saveRules"
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
  "poll.saveWhat": (turn, fields) =>
    saved(turn, "what", fields, () => {
      const { length, mode, place, joinUrl, accessibility, interpreting, parking } = fields;
      const words = (name: "title" | "note"): LocalText =>
        Object.fromEntries(
          langs.flatMap((lang) => (fields[`${name}_${lang}`] ? [[lang, fields[`${name}_${lang}`]]] : [])),
        );
      const venue = {
        mode,
        ...(place && { place }),
        ...(joinUrl && { joinUrl }),
        ...(accessibility && { accessibility }),
        ...(interpreting && { interpreting }),
        ...(parking && { parking }),
      };
      return { ok: true, written: { title: words("title"), note: words("note"), length, venue } };
    }),
  "poll.saveTimes": (turn, fields) => asPollOfficer(turn, fields.poll, (at) => saveTimes(turn, at, fields)),
  "poll.saveWho": (turn, fields) =>
    saved(turn, "who", fields, async ({ seen: { group } }) => {
      const [named, required] = [
        await peopleIn(turn, group, fields.named),
        await peopleIn(turn, group, fields.required),
      ];
      const unknown = [...named.unknown, ...required.unknown];
      if (unknown.length > 0) return { ok: false, refusal: { kind: "unknownPeople", names: unknown } };
      const outside = await outsidersIn(turn, fields.outside, fields.nonce);
      if ("line" in outside) return { ok: false, refusal: { kind: "outsideLine", line: outside.line } };
      const asked = [...new Set([...named.found, ...required.found, ...outside.found])].map((person) => ({
        person,
        required: required.found.includes(person),
      }));
      return { ok: true, written: { members: fields.members, anyone: fields.anyone, asked } };
    }),
  "poll.saveRules": (turn, fields) => saved(turn, "rules", fields, ({ seen: { poll } }) => rulesFrom(fields, poll)),
  "poll.preview": (turn, { poll }) => asPollOfficer(turn, poll, (at) => preview(turn, at)),
  "poll.post": (turn, { poll, rev, nonce }) =>
    asPollOfficer(turn, poll, async (at) => {
      const posted = await postPoll(turn.ports, placeOf(turn, poll), { rev, ...pressOf(turn, nonce) });
      if (posted.ok) return managed(turn, poll, { style: "good", bold: at.reader.text.poll.manage.posted });
      const problem = pollSentence(posted.refusal, at.reader);
      return asPollOfficer(turn, poll, (now) =>
        now.seen.poll.status === "draft"
          ? preview(turn, now, problem)
          : managed(turn, poll, { style: "warning", bold: problem }),
      );
    }),
};

type Read = { ok: true; written: PollWritten } | { ok: false; refusal: PollRefusal };

/** Saves a page; one that is refused comes back with what was typed. */
function saved(
  turn: Turn,
  step: PollStep,
  fields: { poll: PollId; rev: number; nonce: string; next: "on" | "stay" | "back" },
  read: (at: AtPollTurn) => Read | Promise<Read>,
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

function onward(turn: Turn, poll: PollId, step: PollStep): Promise<Reply> {
  const next = after[step];
  return next === "preview" ? asPollOfficer(turn, poll, (at) => preview(turn, at)) : openStep(turn, poll, next);
}

async function saveTimes(
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

function rulesFrom(fields: Fields<"poll.saveRules">, poll: Poll): Read {
  const { contactName, phone, least, most, daysApart } = fields;
  const isDraft = poll.status === "draft";
  if (isDraft && (!fields.deadlineDate || !fields.deadlineTime))
    return { ok: false, refusal: { kind: "deadlineMissing" } };
  const deadline = isDraft ? momentAt(fields.deadlineDate ?? "", fields.deadlineTime, poll.zone) : undefined;
  if (deadline && !deadline.ok) return deadline;
  const [low, high] = [Number(least ?? most), Number(most ?? least)];
  const apart = daysApart === undefined ? undefined : Number(daysApart);
  const wantsSeries = least !== undefined || most !== undefined;
  const isGood = (n: number) => Number.isInteger(n) && n > 0 && n <= 100;
  if (
    (wantsSeries && !(isGood(low) && isGood(high) && low <= high)) ||
    (apart !== undefined && !(Number.isInteger(apart) && apart >= 0 && apart <= 366))
  )
    return { ok: false, refusal: { kind: "seriesWrong" } };
  return {
    ok: true,
    written: {
      ...(isDraft && {
        deadline: deadline?.state,
        visibility: fields.visibility,
        namesInChannel: fields.namesInChannel,
      }),
      closesWhenAnswered: fields.closesWhenAnswered,
      contact: contactName || phone ? { name: contactName ?? "", ...(phone && { phone }) } : undefined,
      series: wantsSeries
        ? {
            least: low,
            most: high,
            ...(fields.perMonth && { perMonth: true as const }),
            ...(apart !== undefined && { daysApart: apart }),
          }
        : undefined,
    },
  };
}

/** What was typed, by the inputs' names. */
const typedOf = (fields: object): TypedPage =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name, String(value)]]
        : [],
    ),
  );

/** The form of one page, unless the poll can't be changed now. */
const openStep = (
  turn: Turn,
  poll: PollId,
  step: PollStep,
  more: Pick<PollForm, "notice" | "typed" | "problem"> = {},
) =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const { status } = seen.poll;
    if (status !== "draft" && status !== "open")
      return managed(turn, poll, { style: "warning", bold: reader.text.poll.refused.status[status] });
    const { people, outside } = await choosable(turn, seen.group, seen.poll);
    const form = { poll: seen.poll, group: seen.group, step, nonce: turn.ports.ids.random(), people, outside, ...more };
    return { show: pollStepCard(form, reader) };
  });

const stepAgain = (turn: Turn, poll: PollId, step: PollStep, typed: TypedPage, problem: string) =>
  openStep(turn, poll, step, { typed, problem });

/** What will be posted and to whom. */
async function preview(turn: Turn, { seen, reader }: AtPollTurn, problem?: string): Promise<Reply> {
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
