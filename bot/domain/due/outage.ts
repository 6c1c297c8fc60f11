import type { Call, Outage } from "../call.ts";
import { deadlinesOf } from "../call-times.ts";
import { type Around, type Due, toOfficers } from "../due.ts";
import { officers } from "../group.ts";
import type { Poll } from "../poll.ts";
import { type Instant, MINUTE } from "../time.ts";

/** In a gap as long as this somebody was left without an answer; a shorter one matters where a deadline lies in it. */
const LONG = MINUTE;

/** Officers of a call or a poll that was open are told of each outage once. */
export const dueOfOutages = ({ openedAt, outages = [] }: Call | Poll, { group }: Pick<Around, "group">): Due[] =>
  openedAt === undefined
    ? []
    : outages.map((outage, index) => ({
        key: `outage:${outage.from}`,
        at: 0,
        to: toOfficers(officers(group)),
        saying: { kind: "outage", index },
      }));

/**
 * A call or a poll that somebody could have answered during an outage keeps it; nothing when there was nothing to
 * answer, or it has it already. `answersBy`: until when single candidates may answer who have a time of their own.
 */
export function withOutage<T extends Call | Poll>(
  fact: T,
  outage: Outage,
  answersBy: readonly Instant[] = [],
): T | undefined {
  const { from, to } = outage;
  const opened = openingOf(fact);
  const wasOpen = opened !== undefined && opened <= to && from <= endOf(fact, answersBy);
  const cut = [...endsOf(fact), ...answersBy].some((at) => from <= at && at <= to);
  const known = fact.outages?.some((o) => o.from === from);
  if (!wasOpen || known || (to - from < LONG && !cut)) return undefined;
  // whoever is about to decide a poll reads the same times and answers as before
  return { ...fact, rev: fact.kind === "poll" ? fact.rev : fact.rev + 1, outages: [...(fact.outages ?? []), outage] };
}

/** Whether an outage can have fallen into the time that single candidates were given after the call's own. */
export const mayAnswerLater = (call: Call, { from }: Outage): boolean =>
  (call.status === "open" || call.status === "closed" || (call.selectedAt ?? 0) >= from) &&
  (call.decisionMeeting?.at ?? Number.POSITIVE_INFINITY) >= from;

/** One that falls due in an outage opens after it, as of the instant that it was to open at. */
const openingOf = (fact: Call | Poll): Instant | undefined =>
  fact.openedAt ?? (fact.kind === "call" ? fact.publishing?.at : undefined);

/** Until when somebody could answer. A closed call still waits for its candidates. */
function endOf(fact: Call | Poll, answersBy: readonly Instant[]): Instant {
  const { status, closedAt = Number.POSITIVE_INFINITY, cancelled } = fact;
  const over = cancelled?.at ?? (fact.kind === "poll" ? fact.decided?.at : fact.selectedAt);
  const waits = fact.kind === "call" ? [fact.consentBy?.at ?? 0, ...answersBy] : [];
  const last = status === "open" ? Number.POSITIVE_INFINITY : Math.max(closedAt, ...waits);
  return Math.min(last, over ?? last);
}

/** The instants at which something that could be answered ends. */
const endsOf = (fact: Call | Poll): Instant[] =>
  (fact.kind === "poll" ? [fact.deadline] : [...deadlinesOf(fact), fact.consentBy]).flatMap((m) => (m ? [m.at] : []));
