import { type Candidate, stands } from "./candidate.ts";
import { deliveryId } from "./deliveries.ts";
import type { CallMailing, Delivery, Failure, Saying } from "./delivery.ts";
import { type Asking, asked, asks, unreachedBy } from "./delivery-asks.ts";
import { hasFailed } from "./delivery-retry.ts";
import { recipientOf, requestKey } from "./due/candidate.ts";
import type { CandidateId, DeliveryId, PersonId } from "./ids.ts";
import { HOUR, type Instant, MINUTE } from "./time.ts";

/** Why something wasn't said; `unsure`: cut off twice, so nobody knows. */
export type Why = Failure | "unsure";

/** How many messages of one kind were said, are on their way, weren't said, or lost their point before. */
export interface Tally {
  sent: number;
  waiting: number;
  lost: number;
  over: number;
}

/** Somebody who wasn't reached: by the request to a candidate, or by another message. */
export interface Lost {
  why: Why;
  handled: boolean;
  candidate?: CandidateId;
  delivery?: DeliveryId;
}

/** What was said in a round and what wasn't, gathered message by message. */
export interface Overview {
  kinds: Map<Saying["kind"], Tally>;
  mailings: Map<CallMailing["what"], Tally>;
  /** Candidates are reminded again and again: by the minute in which each reminder was made or is to be sent. */
  reminders: Map<number, Tally>;
  lost: Lost[];
  /** Who of a poll or meeting was asked for an answer, and what became of it. */
  asking: Map<PersonId, Asking>;
}

const noTally: Tally = { sent: 0, waiting: 0, lost: 0, over: 0 };

/** Begins with the candidates whom the request to consent didn't reach and who are still waited for. */
export const overviewOf = (candidates: Iterable<Candidate>): Overview => ({
  kinds: new Map(),
  mailings: new Map(),
  reminders: new Map(),
  asking: new Map(),
  lost: [...candidates].flatMap((c): Lost[] =>
    c.notReached && awaited(c)
      ? [{ why: c.notReached.reason, handled: c.notReached.handled !== undefined, candidate: c.id }]
      : [],
  ),
});

/** Counts one more message. */
export function count(overview: Overview, delivery: Delivery, candidateOf: (id: CandidateId) => Candidate | undefined) {
  const { saying, to } = delivery;
  add(overview.kinds, saying.kind, delivery);
  const single = to.to === "person" || to.to === "address";
  if (single && saying.kind === "newCall") add(overview.mailings, "newCall", delivery);
  if (single && saying.kind === "callCancelled") add(overview.mailings, "cancelled", delivery);
  if (saying.kind === "consentReminder") add(overview.reminders, minuteOf(delivery.at), delivery);
  if (to.to === "person" && asks(delivery)) {
    overview.asking.set(to.person, asked(overview.asking, to.person, delivery));
    return;
  }
  const why = whyLost(delivery);
  if (!why || !isListed(delivery, candidateOf)) return;
  overview.lost.push({ why, handled: delivery.handled !== undefined, delivery: delivery.id });
}

/** All who weren't reached: of those asked for an answer only who is still waited for, each once. */
export const lostIn = ({ lost, asking }: Overview, isAwaited: (person: PersonId) => boolean): Lost[] => [
  ...lost,
  ...[...asking].flatMap(([person, one]): Lost[] => {
    const delivery = unreachedBy(one);
    const why = delivery && whyLost(delivery);
    return why && isAwaited(person) ? [{ why, handled: one.handled, delivery: delivery.id }] : [];
  }),
];

/** Why a message wasn't said; nothing when it was, or still may be. */
export function whyLost(delivery: Delivery): Why | undefined {
  if (!hasFailed(delivery)) return undefined;
  return delivery.status === "unknown" ? "unsure" : (delivery.failure?.reason ?? "unknown");
}

/** The delivery of the request to a candidate as they are asked now. */
export const requestId = (c: Candidate): DeliveryId => deliveryId(c.id, requestKey(c), recipientOf(c));

/** Of requests, only the present one of somebody who is still waited for, and not twice. */
function isListed({ id, saying }: Delivery, candidateOf: (id: CandidateId) => Candidate | undefined): boolean {
  if (saying.kind !== "consentRequest") return true;
  const candidate = candidateOf(saying.candidate);
  return candidate !== undefined && awaited(candidate) && !candidate.notReached && requestId(candidate) === id;
}

const awaited = (c: Candidate): boolean => stands(c) && c.consent === "asked";

function add<K>(tallies: Map<K, Tally>, key: K, { status }: Delivery): void {
  const tally = tallies.get(key) ?? { ...noTally };
  tallies.set(key, tally);
  if (status === "sent") tally.sent++;
  else if (status === "pending" || status === "claimed") tally.waiting++;
  else if (status === "obsolete") tally.over++;
  else tally.lost++;
}

/** Teams lets an app send so many messages a second within a tenant. */
const A_SECOND = 50;

/** How far a mailing is: said, not said, and left with those who are still to be found, and the least time that takes. */
export interface Progress {
  what: CallMailing["what"] | Saying["kind"];
  sent: number;
  lost: number;
  left: number;
  /** Milliseconds. */
  time: number;
}

export function progressOf(mailing: CallMailing, tally: Tally = noTally, proposals: number): Progress {
  const { walked = 0, made = 0, done } = mailing;
  const unwalked = done ? 0 : Math.max(0, proposals - walked);
  const left = tally.waiting + Math.round(unwalked * (walked > 0 ? made / walked : 1));
  return progress(mailing.what, tally, left);
}

/** How far a message to the people of a poll or meeting is. `unwalked`: how many of them are still to be found. */
export const circularProgress = (what: Saying["kind"], tally: Tally = noTally, unwalked: number): Progress =>
  progress(what, tally, tally.waiting + unwalked);

/**
 * How far the candidates' latest reminder is, while it is under way: nobody is reminded twice within an hour. `unsaid`: since
 * when those are to be reminded for whom no message has been made.
 */
export function reminderProgress({ reminders }: Overview, unsaid: readonly Instant[]): Progress | undefined {
  const waiting = [...reminders].flatMap(([minute, tally]) => (tally.waiting > 0 ? [minute] : []));
  const begun = [...waiting, ...unsaid.map(minuteOf)].reduce((a, b) => Math.min(a, b), Infinity);
  if (begun === Infinity) return undefined;
  const sum = { ...noTally };
  for (const [minute, { sent, lost, waiting }] of reminders)
    if (minute > begun - HOUR / MINUTE) {
      sum.sent += sent;
      sum.lost += lost;
      sum.waiting += waiting;
    }
  return progress("consentReminder", sum, sum.waiting + unsaid.length);
}

const minuteOf = (at: Instant): number => Math.floor(at / MINUTE);

const progress = (what: Progress["what"], { sent, lost }: Tally, left: number): Progress => ({
  what,
  sent,
  lost,
  left,
  time: Math.ceil(left / A_SECOND) * 1_000,
});

/** How many of them have each reason, the most frequent first; those dealt with don't count. */
export function byReason(lost: readonly Lost[]): { why: Why; count: number }[] {
  const counts = new Map<Why, number>();
  for (const { why, handled } of lost) if (!handled) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, n]) => ({ why, count: n })).sort((a, b) => b.count - a.count);
}
