import { freshened } from "../domain/deliveries.ts";
import type { Delivery } from "../domain/delivery.ts";
import type { DeliveryId, RoundId } from "../domain/ids.ts";
import { rewritten } from "./delivery-write.ts";
import type { Ports } from "./ports.ts";
import { isConflict } from "./retry.ts";
import { factOf } from "./round.ts";

/**
 * Has a card drawn anew that shows answers, which change no header. While it waits for its turn, more answers cost one
 * look each and no write.
 */
export async function refresh(ports: Ports, round: RoundId, id: DeliveryId): Promise<void> {
  await ports.queue(`${round} ${id}`, async () => {
    for (;;) {
      const doc = await ports.store.get(round, id);
      const next = doc && freshened(factOf(doc) as Delivery, ports.clock.now());
      if (!doc || !next) return;
      try {
        await ports.store.commit(round, [rewritten(doc, next)]);
        return ports.wake();
      } catch (error) {
        if (!isConflict(error)) throw error;
      }
    }
  });
}
