import { type Candidate, stands } from "./candidate.ts";
import { deliveryId } from "./deliveries.ts";
import type { Delivery, Failure, Mailing, Saying } from "./delivery.ts";
import { hasFailed } from "./delivery-retry.ts";
import { recipientOf, requestKey } from "./due/candidate.ts";
import type { CandidateId, DeliveryId } from "./ids.ts";

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
  mailings: Map<Mailing["what"], Tally>;
  lost: Lost[];
}

const noTally: Tally = { sent: 0, waiting: 0, lost: 0, over: 0 };

/** Begins with the candidates whom the request to consent didn't reach and who are still waited for. */
export const overviewOf = (candidates: Iterable<Candidate>): Overview => ({
  kinds: new Map(),
  mailings: new Map(),
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
  if (to.to === "person" && saying.kind === "newCall") add(overview.mailings, "newCall", delivery);
  if (to.to === "person" && saying.kind === "callCancelled") add(overview.mailings, "cancelled", delivery);
  const why = whyLost(delivery);
  if (!why || !isListed(delivery, candidateOf)) return;
  overview.lost.push({ why, handled: delivery.handled !== undefined, delivery: delivery.id });
}

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
export interface Progress extends Pick<Mailing, "what"> {
  sent: number;
  lost: number;
  left: number;
  /** Milliseconds. */
  time: number;
}

export function progressOf(mailing: Mailing, tally: Tally = noTally, proposals: number): Progress {
  const { walked = 0, made = 0, done } = mailing;
  const unwalked = done ? 0 : Math.max(0, proposals - walked);
  const left = tally.waiting + Math.round(unwalked * (walked > 0 ? made / walked : 1));
  return { what: mailing.what, sent: tally.sent, lost: tally.lost, left, time: Math.ceil(left / A_SECOND) * 1_000 };
}

/** How many of them have each reason, the most frequent first; those dealt with don't count. */
export function byReason(lost: readonly Lost[]): { why: Why; count: number }[] {
  const counts = new Map<Why, number>();
  for (const { why, handled } of lost) if (!handled) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, n]) => ({ why, count: n })).sort((a, b) => b.count - a.count);
}
