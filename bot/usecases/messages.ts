import type { Delivery } from "../domain/delivery.ts";
import type { RoundId } from "../domain/ids.ts";
import { type Ports, StaleVersion } from "./ports.ts";

/** Deletes messages, whatever state they are in. */
export async function eraseMessages({ store }: Ports, round: RoundId, deliveries: readonly Delivery[]): Promise<void> {
  for (const { id } of deliveries)
    for (;;) {
      const doc = await store.get(round, id);
      if (!doc) break;
      try {
        await store.commit(round, [{ op: "delete", id, version: doc.version }]);
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
}
