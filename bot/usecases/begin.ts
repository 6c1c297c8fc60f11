import type { HeaderFact } from "../domain/facts.ts";
import type { Group } from "../domain/group.ts";
import type { RecordEvent } from "../domain/record.ts";
import type { Actor } from "./change.ts";
import { AlreadyExists, type Ports } from "./ports.ts";
import { firstWritesOf } from "./writes.ts";

/** Begins a round with the fact that it is about. False when it exists already; then nothing is written. */
export async function begin(
  ports: Ports,
  fact: HeaderFact,
  group: Group,
  by: Actor,
  event: RecordEvent,
): Promise<boolean> {
  try {
    await ports.store.commit(fact.id, await firstWritesOf(ports, fact, group, by, event));
  } catch (error) {
    if (error instanceof AlreadyExists) return false;
    throw error;
  }
  ports.wake();
  return true;
}
