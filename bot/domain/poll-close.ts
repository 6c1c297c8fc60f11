import { type Calendar, reminderTime } from "./calendar.ts";
import { circularOf } from "./circular.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { askedOf, liveOptions, type Poll, type PollOption, type PollStatus, requiredOf, type StandIn } from "./poll.ts";
import { type PollAnswer, unansweredOf } from "./poll-answer.ts";
import type { PollSaved } from "./poll-draft.ts";
import { closed, pollReminders, redrawn } from "./poll-time.ts";
import { HOUR, type Instant, type Moment } from "./time.ts";

/** A chair's reminder so soon after the last one would only annoy. */
const APART = 4 * HOUR;

export type PollCloseRefusal =
  | { kind: "notOfficer" }
  | { kind: "wrongStatus"; status: PollStatus }
  | { kind: "reasonMissing" }
  | { kind: "deadlinePassed" }
  | { kind: "notLater"; deadline: Moment }
  | { kind: "optionsTooEarly"; options: PollOption[] }
  | { kind: "remindedJustNow"; next: Instant };

interface Press {
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** An officer closes a poll before its deadline. */
export function closePoll(poll: Poll, group: Group, { nonce, by, now }: Press): Decision<PollSaved, PollCloseRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, nonce) || poll.status === "closed") return accept({ facts: [], events: [], poll });
  if (poll.status !== "open") return refuse({ kind: "wrongStatus", status: poll.status });
  return accept(closed({ ...poll, nonces: remember(poll, nonce) }, now, "hand"));
}

/**
 * A poll that waits only for those without whom it can't be decided closes once all of them have answered about every
 * time: neither a page of a long form nor an answer from before a time was added is the whole of one.
 */
export function closeWhenAnswered(
  poll: Poll,
  answerOf: (person: PersonId) => Pick<PollAnswer, "choices"> | undefined,
  now: Instant,
): PollSaved {
  const whole = (person: PersonId) => {
    const answer = answerOf(person);
    return answer !== undefined && unansweredOf(poll.options, answer).length === 0;
  };
  const all = poll.status === "open" && waitsFor(poll).length > 0 && waitsFor(poll).every(whole);
  return all ? closed(poll, now, "answered") : { facts: [], events: [], poll };
}

/** Whose answers close a poll by themselves: of those required, or, where nobody is, of all who are asked. */
export function waitsFor(poll: Poll): PersonId[] {
  if (!poll.closesWhenAnswered) return [];
  const required = requiredOf(poll);
  return required.length > 0 ? required : poll.asked.map((a) => a.person);
}

/** A later deadline; a closed poll that hasn't been decided opens again. */
export function extendPoll(
  poll: Poll,
  group: Group,
  { deadline, nonce, by, now }: Press & { deadline: Moment },
  calendar: Calendar,
): Decision<PollSaved, PollCloseRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, nonce)) return accept({ facts: [], events: [], poll });
  if (poll.status !== "open" && poll.status !== "closed") return refuse({ kind: "wrongStatus", status: poll.status });
  if (deadline.at <= now) return refuse({ kind: "deadlinePassed" });
  if (poll.status === "open" && poll.deadline && deadline.at <= poll.deadline.at)
    return refuse({ kind: "notLater", deadline: poll.deadline });
  const early = liveOptions(poll).filter((o) => o.start.at <= deadline.at);
  if (early.length > 0) return refuse({ kind: "optionsTooEarly", options: early });
  const { closedAt: _, closedBy: __, ...rest } = poll;
  const next: Poll = {
    ...rest,
    rev: poll.rev + 1,
    nonces: remember(poll, nonce),
    status: "open",
    deadline,
    reminders: pollReminders(now, deadline.at, deadline.zone, calendar),
  };
  const reopened = poll.status === "closed";
  return accept({
    facts: [next, redrawn(next, now)],
    events: [reopened ? "pollReopened" : "pollExtended"],
    ...(reopened && { boxes: "open" as const }),
    poll: next,
  });
}

/** A poll is called off with a reason: the thread and those who were asked are told. */
export function cancelPoll(
  poll: Poll,
  group: Group,
  { reason, nonce, by, now }: Press & { reason?: string | undefined },
): Decision<PollSaved, PollCloseRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(poll, nonce) || poll.status === "cancelled") return accept({ facts: [], events: [], poll });
  if (poll.status !== "open" && poll.status !== "closed") return refuse({ kind: "wrongStatus", status: poll.status });
  if (!reason) return refuse({ kind: "reasonMissing" });
  const next: Poll = {
    ...poll,
    rev: poll.rev + 1,
    nonces: remember(poll, nonce),
    status: "cancelled",
    cancelled: { at: now, by, reason },
    reminders: [],
  };
  const circular = circularOf("cancelled", { saying: { kind: "pollCancelled" }, to: "all", at: now });
  const boxes = "closed" as const;
  return accept({ facts: [next, circular, redrawn(next, now)], events: ["pollCancelled"], boxes, poll: next });
}

/** An officer has those reminded who haven't answered, as soon as quiet hours allow. */
export function remindPoll(
  poll: Poll,
  group: Group,
  { nonce, by, now }: Press,
  calendar: Calendar,
): Decision<PollSaved & { at: Instant }, PollCloseRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  const { deadline, status } = poll;
  if (status !== "open" || !deadline) return refuse({ kind: "wrongStatus", status });
  const at = Math.max(now, reminderTime(now, deadline.at, deadline.zone, calendar));
  if (seen(poll, nonce)) return accept({ facts: [], events: [], poll, at });
  const near = poll.reminders.find((t) => Math.abs(t - at) < APART);
  if (near !== undefined) return accept({ facts: [], events: [], poll, at: near });
  if (poll.remindedAt !== undefined && at - poll.remindedAt < APART)
    return refuse({ kind: "remindedJustNow", next: poll.remindedAt + APART });
  const reminders = [...poll.reminders, at].sort((a, b) => a - b);
  const next: Poll = { ...poll, reminders, nonces: remember(poll, nonce) };
  return accept({ facts: [next], events: ["pollReminded"], poll: next, at });
}

/** For whom somebody may answer, and as what; without `as`, no longer. */
export interface NamedStandIn {
  person: PersonId;
  standIn: PersonId;
  as?: StandIn["as"] | undefined;
}

export type StandInRefusal = { kind: "notAsked" } | { kind: "notTheirs" } | { kind: "self" };

/**
 * Somebody who is asked, or an officer for them, names who may answer for them, and that person is told so; without `as`,
 * no longer.
 */
export function nameStandIn(
  poll: Poll,
  group: Group,
  { person, standIn, as, by, now }: Omit<Press, "nonce"> & NamedStandIn,
): Decision<PollSaved, StandInRefusal> {
  if (!askedOf(poll, person)) return refuse({ kind: "notAsked" });
  if (by !== person && !isOfficer(group, by)) return refuse({ kind: "notTheirs" });
  if (standIn === person) return refuse({ kind: "self" });
  if (askedOf(poll, person)?.standIns?.find((s) => s.person === standIn)?.as === as)
    return accept({ facts: [], events: [], poll });
  const asked = poll.asked.map((a) => {
    if (a.person !== person) return a;
    const { standIns = [], ...rest } = a;
    const next = [...standIns.filter((s) => s.person !== standIn), ...(as ? [{ person: standIn, as }] : [])];
    return { ...rest, ...(next.length > 0 && { standIns: next }) };
  });
  const next: Poll = { ...poll, asked };
  const word = circularOf(`stand-in-${now}-${person}-${standIn}`, {
    saying: { kind: "pollStandIn", for: person },
    to: "all",
    only: [standIn],
    at: now,
    ...(poll.deadline && { until: poll.deadline.at }),
  });
  const told = as && poll.status === "open" ? [word] : [];
  return accept({ facts: [next, ...told], events: ["standInNamed"], poll: next });
}
