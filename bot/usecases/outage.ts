import type { Call, Outage } from "../domain/call.ts";
import { withOutage } from "../domain/due/outage.ts";
import type { CallId } from "../domain/ids.ts";
import { change } from "./change.ts";
import { tenantPk } from "./listing.ts";
import type { Ports } from "./ports.ts";
import { roundsIn } from "./verify.ts";

/** Writes an outage down in every call that was open in it; their officers are told. */
export async function noteOutage(ports: Ports, tenants: readonly string[], outage: Outage): Promise<void> {
  ports.log.warn({ from: outage.from, to: outage.to }, "nothing was answered");
  for await (const round of roundsIn(ports.store, tenants.map(tenantPk))) {
    if (!round.startsWith("call:")) continue;
    await change(ports, round as CallId, "ehdolla", ({ call }) => {
      const noted = call && withOutage(call as Call, outage);
      return { ok: true, state: { facts: noted ? [noted] : [], events: ["outage"] } };
    });
  }
}
