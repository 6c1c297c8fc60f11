import assert from "node:assert/strict";
import { deliveryId, isLive } from "../../bot/domain/deliveries.ts";
import type { Delivery } from "../../bot/domain/delivery.ts";
import { requestKey } from "../../bot/domain/due/candidate.ts";
import type { RoundId } from "../../bot/domain/ids.ts";
import type { Showing } from "../../bot/domain/showing.ts";
import type { Ports, Store } from "../../bot/usecases/ports.ts";
import { factsOf } from "../../bot/usecases/round.ts";
import { loadShowing } from "../../bot/usecases/showing.ts";
import { cardOf } from "../../cards/showing.ts";
import { aReader } from "../support/builders.ts";
import type { Connector } from "../support/connector.ts";
import { wordsOf } from "../support/teams.ts";
import type { Accepted } from "./faults.ts";

export async function deliveriesIn(store: Store, rounds: readonly RoundId[]): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (const round of rounds) for await (const d of factsOf(store, round, "delivery")) found.push(d);
  return found;
}

/** Nothing is on its way any more. */
export const isSettled = ({ status, stale }: Delivery): boolean =>
  status === "failed" || status === "unknown" || status === "obsolete" || (status === "sent" && !stale);

/** How often a message may be in Teams: once, once more where a try was cut off; one that lost its point, as often as it was tried. */
function most({ status, repeated, tries }: Delivery): number {
  const again = repeated ? 1 : 0;
  return status === "sent" ? 1 + again : status === "obsolete" ? tries : status === "unknown" ? 2 : again;
}

/** Every message is where it belongs once, or its delivery says why it is there once more or not at all. */
export function checkMessages(deliveries: readonly Delivery[], messages: Accepted["messages"]): void {
  const arrived = Map.groupBy(messages, ({ call }) => call.delivery);
  for (const d of deliveries) {
    const there = arrived.get(d.id) ?? [];
    const least = d.status === "sent" && d.to.to !== "address" ? 1 : 0;
    const name = `${d.saying.kind} ${JSON.stringify(d)}`;
    assert(there.length >= least && there.length <= most(d), `${there.length} times in Teams: ${name}`);
    const at = d.posted?.conversation.split(";")[0];
    for (const { conversation } of there) assert(!at || conversation.split(";")[0] === at, `${conversation}: ${name}`);
    arrived.delete(d.id);
  }
  assert.deepEqual([...arrived.keys()], [], "messages that nothing was to be said by");
}

/**
 * A card that follows its facts shows them as they are in the end. The announcement follows its call; what follows a
 * proposal or a candidate isn't drawn anew for each of thousands when the call's times change.
 */
export async function checkCards(
  ports: Pick<Ports, "store" | "clock">,
  deliveries: readonly Delivery[],
  { calls }: Connector,
): Promise<void> {
  for (const delivery of deliveries) {
    const { posted, saying, status, to } = delivery;
    if (!isLive(saying) || status !== "sent" || !posted || to.to === "address") continue;
    const { conversation, activity } = posted;
    const last = calls.findLast((c) => c.path.endsWith(`${conversation}/activities/${activity}`) || c.id === activity);
    const loaded = await loadShowing(ports as Ports, delivery);
    assert(loaded && last, `${saying.kind} ${delivery.id} was never drawn`);
    const now = cardOf(loaded.showing, aReader("fi", { now: ports.clock.now(), site: "http://127.0.0.1" }));
    const shows = (card: unknown) =>
      follows(delivery, loaded.showing) === "all" ? wordsOf(card) : withoutTimes(wordsOf(card));
    if (follows(delivery, loaded.showing) === "nothing") continue;
    const [drawn, due] = [shows(last.card).split("\n"), shows(now).split("\n")];
    const old = drawn.filter((line) => !due.includes(line));
    const lacking = due.filter((line) => !drawn.includes(line));
    assert.deepEqual({ old, lacking }, { old: [], lacking: [] }, `${saying.kind} ${delivery.id}`);
  }
}

/**
 * The announcement follows its call in all, and the posts of polls and meetings theirs; of an open call's other cards, only the times may be as they were. A request
 * that was made anew has become history.
 */
function follows({ id, saying, to }: Delivery, { call, candidate }: Showing): "all" | "all but times" | "nothing" {
  if (["announcement", "introduction", "poll", "meeting"].includes(saying.kind)) return "all";
  const isHistory =
    candidate && saying.kind === "consentRequest" && id !== deliveryId(candidate.id, requestKey(candidate), to);
  return call?.status === "open" && !isHistory ? "all but times" : "nothing";
}

const withoutTimes = (words: string) =>
  words.replace(/(\p{L}\p{L}\s)?\d+\.\d+\.\d+(\s+klo\s\d+\.\d+)?/gu, "…").replace(/\bfi-[0-9a-f]{16}\b/g, "…");
