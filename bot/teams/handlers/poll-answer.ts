import { type AnswerForm, answerForm } from "../../../cards/poll-form.ts";
import { formPages } from "../../../cards/poll-form-times.ts";
import { answerReceipt } from "../../../cards/poll-show.ts";
import { closedAnswerCard, lateAnswerCard } from "../../../cards/poll-unsent.ts";
import type { Reader } from "../../../cards/reader.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import type { Fields } from "../../../cards/verbs.ts";
import { isOfficer } from "../../domain/group.ts";
import type { PersonId } from "../../domain/ids.ts";
import { oidIn } from "../../domain/person.ts";
import { askedOf, liveOptions, mayAnswer, type Poll } from "../../domain/poll.ts";
import { type AnswerAs, type PollAnswer, pollAnswerIdOf } from "../../domain/poll-answer.ts";
import { answersFor } from "../../domain/poll-answering.ts";
import { choicesFrom } from "../../domain/poll-typed.ts";
import { readPerson } from "../../usecases/people.ts";
import { nameStandIn } from "../../usecases/poll.ts";
import { answerPoll } from "../../usecases/poll-answer.ts";
import { openRound } from "../../usecases/round.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { choosable, peopleIn } from "./poll-people.ts";
import { type AtPollTurn, atPoll, placeOf, pollSentence, statusCard } from "./poll-turn.ts";

type AnswerVerb = Extract<keyof typeof pollVerbs, "poll.form" | "poll.answer" | "poll.noneSuits">;

/** Answering a poll: for oneself, for whoever named one, or as the officer whom somebody told. */
export const pollAnswerHandlers: Handlers<AnswerVerb> = {
  "poll.form": (turn, { poll, for: person, page = 0, fill, comment }) =>
    atPoll(turn, poll, (at) => form(turn, at, { person, page, fill, comment })),
  "poll.answer": (turn, fields) => atPoll(turn, fields.poll, (at) => take(turn, at, fields, false)),
  "poll.noneSuits": (turn, fields) =>
    atPoll(turn, fields.poll, async (at) => {
      const before = await answerOf(turn, fields.poll, fields.for ?? turn.by.id);
      // from a card that everybody sees, an answer that stands is only changed knowingly
      if (fields.rev === undefined && before && !before.noneSuits)
        return form(turn, at, { person: fields.for, page: 0, notice: at.reader.text.poll.form.already });
      const rev = fields.rev ?? before?.rev ?? 0;
      return take(turn, at, { ...fields, rev, nonce: fields.nonce ?? turn.ports.ids.random(), next: "done" }, true);
    }),
};

/** As what the presser may answer for somebody; nothing when they may not. */
function asWhat({ by }: Turn, { seen: { poll, group } }: AtPollTurn, person: PersonId): AnswerAs | undefined {
  const found = answersFor(poll, by.id).find((one) => one.person === person);
  return found?.as ?? (person !== by.id && askedOf(poll, person) && isOfficer(group, by.id) ? "officer" : undefined);
}

async function answerOf(
  { ports }: Turn,
  poll: Fields<"poll.answer">["poll"],
  person: PersonId,
): Promise<PollAnswer | undefined> {
  const round = await openRound(ports, poll);
  return round?.get("pollAnswer", pollAnswerIdOf(person));
}

interface Wanted {
  person: PersonId | undefined;
  page: number;
  fill?: AnswerForm["fill"];
  comment?: string | undefined;
  typed?: AnswerForm["typed"];
  problem?: string | undefined;
  notice?: string | undefined;
}

/** Whether the presser may know who is in the group's team: somebody of its tenant, in Teams. */
const seesTeam = ({ by, where }: Turn): boolean => !where.page && oidIn(by, where.tenant) !== undefined;

/** The form, unless nothing can be answered now. */
async function form(turn: Turn, at: AtPollTurn, { person: whose, comment, ...wanted }: Wanted): Promise<Reply> {
  const { seen, reader } = at;
  const { poll, group, principals = [], names } = seen;
  const person = whose ?? likelyFor(turn, at);
  if (!person) return { show: statusCard(turn, at) };
  const as = asWhat(turn, at, person);
  const refusal = !as
    ? ({ kind: person === turn.by.id ? "notAsked" : "notTheirs" } as const)
    : poll.status !== "open"
      ? ({ kind: "notOpen", status: poll.status } as const)
      : poll.deadline && turn.arrivedAt > poll.deadline.at
        ? ({ kind: "late", deadline: poll.deadline } as const)
        : undefined;
  if (!as || refusal) {
    const why = refusal ?? { kind: "notAsked" as const };
    return { refuse: pollSentence(why, reader), fresh: statusCard(turn, at) };
  }
  const [answer, about, people] = await Promise.all([
    answerOf(turn, poll.id, person),
    readPerson(turn.ports.store, person),
    as === "self" && seesTeam(turn) ? choosable(turn, group, poll).then((found) => found.people) : undefined,
  ]);
  const typed =
    wanted.typed ?? (comment === undefined ? undefined : { choices: answer?.choices ?? {}, days: {}, comment });
  const drawn = { poll, group, person, as, name: about?.name ?? "", answer, nonce: turn.ports.ids.random(), people };
  return { show: answerForm({ ...drawn, ...wanted, typed, principals, names }, reader) };
}

/** Whose answer somebody means who doesn't say: their own, or, where they aren't asked, that of the one who named them. */
function likelyFor({ by }: Turn, { seen: { poll, principals = [] } }: AtPollTurn): PersonId | undefined {
  if (poll.status !== "open" || mayAnswer(poll, by.id) || principals.length === 0) return by.id;
  return principals.length === 1 ? principals[0]?.person : undefined;
}

/** Takes an answer in; a form that is refused comes back with what was typed. */
async function take(turn: Turn, at: AtPollTurn, fields: Fields<"poll.answer">, noneSuits: boolean): Promise<Reply> {
  const { ports, by, arrivedAt } = turn;
  const { seen, reader } = at;
  const { poll } = seen;
  const person = fields.for ?? by.id;
  const as = asWhat(turn, at, person) ?? (person === by.id ? "self" : "officer");
  const before = await answerOf(turn, poll.id, person);
  const choices = choicesFrom(fields, poll, before?.choices);
  const comment = fields.commented ? (fields.comment ?? "") : fields.comment;
  const { rev, nonce } = fields;
  const given = { person, choices, noneSuits, comment, by: by.id, as, rev, nonce, now: arrivedAt };
  const decision = await answerPoll(ports, ports.bursts, { ...placeOf(turn, poll.id), ...given });
  if (!decision.ok) {
    const { refusal } = decision;
    const { standIn } = fields;
    const typed = { choices: fields.choices, days: fields.days, comment: fields.comment, standIn };
    const problem = pollSentence(refusal, reader);
    const meant = noneSuits ? Object.fromEntries(liveOptions(poll).map((o) => [o.id, "no" as const])) : choices;
    const said = { person, by: by.id, as, comment: fields.comment, choices: meant, at: arrivedAt };
    const kept = (now: Poll) => ({ poll: now, group: seen.group, answer: unsent(poll.id, said) });
    switch (refusal.kind) {
      case "stale":
      case "nothingAnswered":
        return atPoll(turn, poll.id, (now) =>
          form(turn, now, { person, page: fields.page ?? 0, fill: fields.fill, typed, problem }),
        );
      case "late":
        return { show: lateAnswerCard({ ...kept(poll), deadline: refusal.deadline.at, arrivedAt }, reader) };
      case "notOpen":
      case "roundClosed":
        return atPoll(turn, poll.id, (now) => ({
          show: closedAnswerCard({ ...kept(now.seen.poll), sentence: closedSentence(now, reader) }, reader),
        }));
      default:
        return atPoll(turn, poll.id, (now) => ({ refuse: problem, fresh: statusCard(turn, now) }));
    }
  }
  const pages = formPages(liveOptions(poll)).length;
  const next = (fields.page ?? 0) + 1;
  if (fields.next === "on" && next < pages)
    return atPoll(turn, poll.id, (now) => form(turn, now, { person, page: next, fill: fields.fill }));
  const notice = as === "self" ? await standInFrom(turn, at, fields) : undefined;
  const about = await readPerson(ports.store, person);
  return atPoll(turn, poll.id, (now) => ({
    show: answerReceipt({ seen: now.seen, answer: decision.state, name: about?.name ?? "", notice }, reader),
  }));
}

/** How the poll ended before the answer came. */
const closedSentence = ({ seen: { poll } }: AtPollTurn, reader: Reader): string =>
  pollSentence(poll.status === "open" ? { kind: "roundClosed" } : { kind: "notOpen", status: poll.status }, reader);

/** What came too late, as it would have been. */
const unsent = (
  poll: PollAnswer["poll"],
  {
    at,
    comment,
    ...given
  }: Pick<PollAnswer, "person" | "by" | "as" | "choices"> & { comment: string | undefined; at: number },
): PollAnswer => ({
  kind: "pollAnswer",
  id: pollAnswerIdOf(given.person),
  rev: 0,
  poll,
  ...given,
  ...(comment && { comment }),
  firstAt: at,
  arrivedAt: at,
  nonces: [],
});

/** Names who may answer for the presser from now on, or no longer; says whom it couldn't find. */
async function standInFrom(
  turn: Turn,
  { seen: { poll, group }, reader }: AtPollTurn,
  fields: Fields<"poll.answer">,
): Promise<string | undefined> {
  const asked = askedOf(poll, turn.by.id);
  if (!asked || fields.standInAs === undefined || !seesTeam(turn)) return undefined;
  const { receipt } = reader.text.poll;
  const { found, unknown } = await peopleIn(turn, group, fields.standIn);
  if (unknown.length > 0) return receipt.unknown(unknown.join(", "));
  const before = asked.standIns ?? [];
  const [standIn] = found;
  const { by, ports } = turn;
  for (const one of before)
    if (one.person !== standIn)
      await nameStandIn(ports, placeOf(turn, poll.id), { person: by.id, standIn: one.person, by: by.id });
  if (!standIn || before.some((s) => s.person === standIn && s.as === fields.standInAs)) return undefined;
  const named = await nameStandIn(ports, placeOf(turn, poll.id), {
    person: by.id,
    standIn,
    as: fields.standInAs,
    by: by.id,
  });
  if (!named.ok) return pollSentence(named.refusal, reader);
  return receipt.standIn((await readPerson(ports.store, standIn))?.name ?? "");
}
