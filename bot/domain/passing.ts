import type { Call } from "./call.ts";
import { lastDeadline } from "./call.ts";
import { newCallMailing } from "./call-cancel.ts";
import { nextTurn } from "./call-times.ts";
import type { Candidate } from "./candidate.ts";
import { stands } from "./candidate.ts";
import { CLOSING_DELAY } from "./closing.ts";
import type { Around } from "./due.ts";
import type { Change, Fact } from "./facts.ts";
import type { Group } from "./group.ts";
import { nextOfMeeting, passMeeting } from "./meeting-time.ts";
import { nextOfPoll, passPoll } from "./poll-time.ts";
import { isPractice, type Kept, purgeAt } from "./retention.ts";
import { DAY, HOUR, type Instant, MINUTE, wallOf } from "./time.ts";

/** How long a practice call lives. */
export const PRACTICE_LIFE = 7 * DAY;
/** One that is still open closes so long before, for its post in the channel to be drawn as history. */
const FAREWELL = HOUR;

/** The instant until which a candidate can answer before silence lapses. */
export const answerBy = (candidate: Candidate, call: Call): Instant | undefined =>
  (candidate.consentBy ?? call.consentBy)?.at;

/** What a fact stands in, as far as time needs to know it. */
type Near = Pick<Around, "call"> & Partial<Pick<Around, "group">>;

/** When time alone next changes this fact; absent when it never does. */
export function nextPassing(fact: Fact, { call, group }: Near): Instant | undefined {
  if (fact.kind === "call") return earliest(nextState(fact), endOf(fact, group));
  if (fact.kind === "candidate" && call && lapses(fact, call)) return (answerBy(fact, call) ?? Infinity) + 1;
  if (fact.kind === "poll") return earliest(nextOfPoll(fact), endOf(fact, group));
  if (fact.kind === "meeting") return earliest(nextOfMeeting(fact), endOf(fact, group));
  if ((fact.kind === "mailing" || fact.kind === "circular") && !fact.done) return fact.at;
  return undefined;
}

/** What time alone has changed by `now`: a call opens, shows another day and closes, an unanswered candidacy lapses. */
export function passTime(fact: Fact, { call, group }: Near, now: Instant): Change {
  if (fact.kind === "poll") return passPoll(fact, now, group);
  if (fact.kind === "meeting") return passMeeting(fact, now);
  const at = fact.kind === "call" ? nextState(fact) : nextPassing(fact, { call });
  if (at === undefined || at > now) return { facts: [], events: [] };
  if (fact.kind === "call" && fact.status === "draft") {
    const { publishing: _, closesAfter: __, ...rest } = withDeadlineFrom(fact, at);
    const opened: Call = { ...rest, rev: fact.rev + 1, status: "open", openedAt: at };
    return { facts: [opened, ...newCallMailing(opened, at)], events: ["callOpened"] };
  }
  // A day has turned: nothing has happened, but the announcement is drawn anew.
  if (fact.kind === "call" && at !== closingOf(fact)) return { facts: [{ ...fact, turnedAt: now }], events: [] };
  if (fact.kind === "call") {
    const closed: Call = { ...fact, rev: fact.rev + 1, status: "closed", closedAt: at };
    const late = fact.practice && now >= endOfPractice(fact);
    return { facts: [late ? { ...closed, keptUntil: now + FAREWELL } : closed], events: ["callClosed"] };
  }
  if (fact.kind === "candidate")
    return { facts: [{ ...fact, rev: fact.rev + 1, consent: "lapsed" }], events: ["consentLapsed"] };
  return { facts: [], events: [] };
}

/**
 * Whether the life of a call, a poll or a meeting is over: a practice call and all that is in it are deleted after a week,
 * and everything else when its group's retention ends. What is open closes first.
 */
export const isOver = (kept: Kept, group: Group | undefined, now: Instant): boolean =>
  !(kept.status === "open" && (isPractice(kept) || kept.kind === "poll")) && (endOf(kept, group) ?? Infinity) <= now;

const endOf = (kept: Kept, group: Group | undefined): Instant | undefined =>
  isPractice(kept) ? endOfPractice(kept) : group && purgeAt(kept, group);

const endOfPractice = ({ createdAt, keptUntil = 0 }: Kept): Instant => Math.max(createdAt + PRACTICE_LIFE, keptUntil);

/** When a call next opens, shows another day or closes. */
function nextState(call: Call): Instant | undefined {
  if (call.status === "draft") return call.publishing?.at;
  return call.status === "open" ? earliest(closingOf(call), nextTurn(call, CLOSING_DELAY)) : undefined;
}

/** A deadline that is counted from the opening, at the next full minute so that it can be told. */
function withDeadlineFrom(call: Call, openedAt: Instant): Call {
  const { closesAfter, deadline } = call;
  if (!closesAfter || !deadline || deadline.at !== closesAfter.unlessMovedFrom) return call;
  const at = Math.ceil((openedAt + closesAfter.opening) / MINUTE) * MINUTE;
  return { ...call, deadline: { ...deadline, at, wall: wallOf(at, deadline.zone) } };
}

const earliest = (...times: (Instant | undefined)[]): Instant | undefined => {
  const known = times.filter((t) => t !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

const closingOf = (call: Call): Instant | undefined => {
  const last = lastDeadline(call);
  return earliest(last && last.at + CLOSING_DELAY, call.practice ? endOfPractice(call) - FAREWELL : undefined);
};

const lapses = (candidate: Candidate, call: Call) =>
  candidate.consent === "asked" && stands(candidate) && (call.status === "open" || call.status === "closed");
