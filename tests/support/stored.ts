import type { Call } from "../../bot/domain/call.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { Group } from "../../bot/domain/group.ts";
import { begin } from "../../bot/usecases/begin.ts";
import { change } from "../../bot/usecases/change.ts";
import { listCall, listGroup } from "../../bot/usecases/listing.ts";
import type { Ports } from "../../bot/usecases/ports.ts";

/** Puts a group, a call and its facts into the store as if they had come about in the usual way. */
export async function stored(ports: Ports, group: Group, call?: Call, facts: Fact[] = []): Promise<void> {
  await listGroup(ports, group.place.tenant, group.id);
  await begin(ports, group, group, "ehdolla", "groupAdded");
  if (!call) return;
  await listCall(ports, group.id, call.id);
  await begin(ports, call, group, "ehdolla", "callDrafted");
  if (facts.length)
    await change(ports, call.id, "ehdolla", () => ({ ok: true, state: { facts, events: ["nominated"] } }));
}
