import { deliveryCard } from "../../../cards/delivery.ts";
import { deliveriesCard } from "../../../cards/delivery-list.ts";
import { type AnyDeliveryRefusal, explainDelivery } from "../../../cards/explain/delivery.ts";
import type { Card } from "../../../cards/kit.ts";
import type { Reader } from "../../../cards/reader.ts";
import { recordCard } from "../../../cards/record.ts";
import type { deliveryVerbs } from "../../../cards/verbs/delivery.ts";
import type { Decision } from "../../domain/decision.ts";
import type { Group } from "../../domain/group.ts";
import type { DeliveryId, RoundId } from "../../domain/ids.ts";
import { handleDelivery, repostLost, retryDelivery } from "../../usecases/delivery.ts";
import { loadDeliveries, loadDelivery } from "../../usecases/delivery-reading.ts";
import { loadRecord } from "../../usecases/record.ts";
import { resendAll } from "../../usecases/resending.ts";
import type { Handlers, Reply, Turn } from "../turn.ts";

interface Ids {
  round: RoundId;
  delivery: DeliveryId;
}

const refOf = ({ where, by }: Turn, { round }: { round: RoundId }) => ({ tenant: where.tenant, round, by: by.id });

const readerIn = ({ reader, ports }: Turn, { zone }: Group): Reader => ({ ...reader, zone, now: ports.clock.now() });

/** What was found as a card, or why it isn't shown. */
const shown = <S extends { group: Group }>(
  turn: Turn,
  found: Decision<S, AnyDeliveryRefusal>,
  draw: (view: S, reader: Reader) => Card,
): Reply =>
  found.ok
    ? { show: draw(found.state, readerIn(turn, found.state.group)) }
    : { refuse: explainDelivery(found.refusal, turn.reader) };

const list = async (turn: Turn, ids: { round: RoundId }, page = 0, note?: string): Promise<Reply> =>
  shown(turn, await loadDeliveries(turn.ports, refOf(turn, ids), page), (view, reader) =>
    deliveriesCard(view, turn.ports.ids.random(), reader, note),
  );

const one = async (turn: Turn, ids: Ids, note?: string): Promise<Reply> =>
  shown(turn, await loadDelivery(turn.ports, refOf(turn, ids), ids.delivery), (view, reader) =>
    deliveryCard(view, turn.ports.ids.random(), reader, note),
  );

/** After a press: the state as it now is, with what was done, or with why nothing was. */
async function decided(
  turn: Turn,
  decision: Decision<unknown, AnyDeliveryRefusal>,
  now: (note?: string) => Promise<Reply>,
  note: string,
): Promise<Reply> {
  if (decision.ok) return now(note);
  const fresh = await now();
  return {
    refuse: explainDelivery(decision.refusal, turn.reader),
    ...("show" in fresh && { fresh: fresh.show }),
  };
}

/** What was said and what wasn't, and the record. */
export const deliveryHandlers: Handlers<keyof typeof deliveryVerbs> = {
  "deliveries.show": (turn, { page, ...ids }) => list(turn, ids, page),
  "deliveries.open": (turn, ids) => one(turn, ids),
  "deliveries.retry": async (turn, { nonce, ...ids }) =>
    decided(
      turn,
      await retryDelivery(turn.ports, refOf(turn, ids), ids.delivery, nonce),
      (note) => one(turn, ids, note),
      turn.reader.text.delivery.one.retried,
    ),
  "deliveries.retryAll": async (turn, { nonce, ...ids }) =>
    decided(
      turn,
      await resendAll(turn.ports, refOf(turn, ids), nonce),
      (note) => list(turn, ids, 0, note),
      turn.reader.text.delivery.retriedAll,
    ),
  "deliveries.handled": async (turn, { nonce, ...ids }) =>
    decided(
      turn,
      await handleDelivery(turn.ports, refOf(turn, ids), ids.delivery, nonce),
      (note) => one(turn, ids, note),
      turn.reader.text.delivery.one.marked,
    ),
  "deliveries.repost": async (turn, { nonce, ...ids }) =>
    decided(
      turn,
      await repostLost(turn.ports, refOf(turn, ids), nonce),
      (note) => list(turn, ids, 0, note),
      turn.reader.text.delivery.lost.done,
    ),
  "record.show": async (turn, { page, ...ids }) =>
    shown(turn, await loadRecord(turn.ports, refOf(turn, ids), page ?? 0), recordCard),
};
