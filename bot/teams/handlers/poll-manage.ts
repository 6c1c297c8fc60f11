import type { PollRefusal } from "../../../cards/explain/poll.ts";
import { cancelPollCard, decidePollCard, extendPollCard } from "../../../cards/poll-changes.ts";
import { pollCopyCard } from "../../../cards/poll-copy.ts";
import { askedListCard, pollManageCard } from "../../../cards/poll-manage.ts";
import { nameOf } from "../../../cards/poll-parts.ts";
import type { pollVerbs } from "../../../cards/verbs/poll.ts";
import { dateTime } from "../../../cards/when.ts";
import type { Decision } from "../../domain/decision.ts";
import type { PollId } from "../../domain/ids.ts";
import type { OptionId } from "../../domain/poll.ts";
import { askedIn, problemsOfPoll } from "../../domain/poll-post.ts";
import { chooseSeries } from "../../domain/poll-series.ts";
import { momentAt } from "../../domain/time.ts";
import { readPerson } from "../../usecases/people.ts";
import { cancelPoll, closePoll, decidePoll, extendPoll, membersOf, remindPoll } from "../../usecases/poll.ts";
import { namesOf } from "../../usecases/poll-reading.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";
import { type AtPollTurn, asPollOfficer, placeOf, pollSentence, pressOf } from "./poll-turn.ts";

type ManageVerb = Extract<
  keyof typeof pollVerbs,
  | "poll.manage"
  | "poll.asked"
  | "poll.close"
  | "poll.extendForm"
  | "poll.extend"
  | "poll.remind"
  | "poll.decideForm"
  | "poll.decide"
  | "poll.cancelForm"
  | "poll.cancel"
  | "poll.copy"
>;

/** What an officer does with a posted poll. */
export const pollManageHandlers: Handlers<ManageVerb> = {
  "poll.manage": (turn, { poll }) => managed(turn, poll),
  "poll.asked": (turn, { poll, page = 0 }) =>
    asPollOfficer(turn, poll, async ({ seen, reader }) => {
      const names = await namesOf(
        turn.ports,
        seen.poll.asked.map((a) => a.person),
      );
      return { show: askedListCard({ seen: { ...seen, names }, page }, reader) };
    }),
  "poll.close": (turn, { poll, nonce }) =>
    asPollOfficer(turn, poll, async (at) =>
      done(
        turn,
        poll,
        at,
        await closePoll(turn.ports, placeOf(turn, poll), pressOf(turn, nonce)),
        () => at.reader.text.poll.manage.closed,
      ),
    ),
  "poll.remind": (turn, { poll, nonce }) =>
    asPollOfficer(turn, poll, async (at) =>
      done(turn, poll, at, await remindPoll(turn.ports, placeOf(turn, poll), pressOf(turn, nonce)), ({ at: when }) =>
        at.reader.text.poll.manage.reminded(dateTime(when, at.reader)),
      ),
    ),
  "poll.extendForm": (turn, { poll }) =>
    asPollOfficer(turn, poll, ({ seen, reader }) => ({ show: extendPollCard(formOf(turn, seen), undefined, reader) })),
  "poll.extend": (turn, { poll, nonce, ...typed }) =>
    asPollOfficer(turn, poll, async (at) => {
      const { seen, reader } = at;
      const again = (refusal: PollRefusal) => ({
        show: extendPollCard({ ...formOf(turn, seen), problem: pollSentence(refusal, reader) }, typed, reader),
      });
      if (!typed.deadlineDate || !typed.deadlineTime) return again({ kind: "deadlineMissing" });
      const deadline = momentAt(typed.deadlineDate, typed.deadlineTime, seen.poll.zone);
      if (!deadline.ok) return again(deadline.refusal);
      const wish = { deadline: deadline.state, ...pressOf(turn, nonce) };
      const decision = await extendPoll(turn.ports, placeOf(turn, poll), wish);
      if (!decision.ok) return again(decision.refusal);
      return done(turn, poll, at, decision, () =>
        reader.text.poll.manage.extended(dateTime(deadline.state.at, reader)),
      );
    }),
  "poll.decideForm": (turn, { poll }) => asPollOfficer(turn, poll, (at) => decideForm(turn, at)),
  "poll.decide": (turn, { poll, rev, nonce, ...confirmed }) =>
    asPollOfficer(turn, poll, async (at) => {
      const decision = await decidePoll(turn.ports, placeOf(turn, poll), {
        ...confirmed,
        rev,
        ...pressOf(turn, nonce),
      });
      if (decision.ok) return managed(turn, poll);
      const { refusal } = decision;
      const again = { problem: pollSentence(refusal, at.reader), typed: confirmed.options };
      const despite = refusal.kind === "againstWish" ? confirmed.options : undefined;
      return asPollOfficer(turn, poll, (now) => decideForm(turn, now, { ...again, despite }));
    }),
  "poll.cancelForm": (turn, { poll }) =>
    asPollOfficer(turn, poll, ({ seen, reader }) => ({ show: cancelPollCard(formOf(turn, seen), undefined, reader) })),
  "poll.cancel": (turn, { poll, nonce, reason }) =>
    asPollOfficer(turn, poll, async (at) => {
      const { seen, reader } = at;
      const decision = await cancelPoll(turn.ports, placeOf(turn, poll), { reason, ...pressOf(turn, nonce) });
      if (decision.ok) return done(turn, poll, at, decision, () => reader.text.poll.manage.cancelled);
      const problem = pollSentence(decision.refusal, reader);
      return { show: cancelPollCard({ ...formOf(turn, seen), problem }, reason, reader) };
    }),
  "poll.copy": (turn, { poll }) =>
    asPollOfficer(turn, poll, async ({ seen, reader }) => {
      const members = seen.poll.status === "draft" ? await membersOf(turn.ports, seen.group) : [];
      const people = await Promise.all(
        askedIn(seen.poll, members).map(({ person }) => readPerson(turn.ports.store, person)),
      );
      const known = people.filter((p) => p !== undefined);
      const addresses = known.flatMap(({ email }) => email ?? []);
      const without = known.flatMap(({ id, name, email }) => (email ? [] : [nameOf({ [id]: name }, id, reader)]));
      return {
        show: pollCopyCard({ poll: seen.poll, group: seen.group, addresses, without }, reader),
      };
    }),
};

const formOf = ({ ports }: Turn, { poll, group }: AtPollTurn["seen"]) => ({ poll, group, nonce: ports.ids.random() });

/** The officers' card as it stands now. */
export const managed = (
  turn: Turn,
  poll: PollId,
  notice?: Parameters<typeof pollManageCard>[0]["notice"],
): Promise<Reply> =>
  asPollOfficer(turn, poll, async ({ seen, reader }) => {
    const members = seen.poll.status === "draft" ? await membersOf(turn.ports, seen.group) : [];
    const problems = problemsOfPoll(seen.poll, askedIn(seen.poll, members), turn.arrivedAt);
    return { show: pollManageCard({ seen, problems, nonce: turn.ports.ids.random(), notice }, reader) };
  });

/** The officers' card after a press: what was done, or why it wasn't. */
const done = <S>(
  turn: Turn,
  poll: PollId,
  { reader }: AtPollTurn,
  decision: Decision<S, PollRefusal>,
  said: (state: S) => string,
): Promise<Reply> =>
  managed(
    turn,
    poll,
    decision.ok
      ? { style: "good", bold: said(decision.state) }
      : { style: "warning", bold: pollSentence(decision.refusal, reader) },
  );

/** The ranking, to be confirmed; a poll that can't be decided shows where it stands instead. */
function decideForm(
  turn: Turn,
  { seen, reader }: AtPollTurn,
  again: { problem?: string; typed?: readonly OptionId[]; despite?: readonly OptionId[] | undefined } = {},
): Reply | Promise<Reply> {
  const { poll, table = [] } = seen;
  if (poll.status !== "open" && poll.status !== "closed")
    return managed(turn, poll.id, {
      style: "warning",
      bold: again.problem ?? reader.text.poll.refused.status[poll.status],
    });
  const proposal = poll.series ? chooseSeries(table, poll.series) : [];
  return { show: decidePollCard({ seen, proposal, nonce: turn.ports.ids.random(), ...again }, reader) };
}
