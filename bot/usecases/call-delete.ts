import { accept, type Decision, refuse } from "../domain/decision.ts";
import { isOfficer } from "../domain/group.ts";
import type { CallId, PersonId } from "../domain/ids.ts";
import { type Ports, StaleVersion, type Write } from "./ports.ts";
import { docsOf, HEADER, headerOf, readGroup } from "./round.ts";

type DeleteRefusal =
  | { kind: "noSuchRound" }
  | { kind: "notOfficer" }
  | { kind: "beingPublished" }
  | { kind: "alreadyPublished" };

/** Forgets a draft, its record included: it never was anything. What has been published stays. */
export async function deleteDraft(
  ports: Ports,
  { call: id, by, tenant }: { call: CallId; by: PersonId; tenant: string },
): Promise<Decision<{ deleted: CallId }, DeleteRefusal>> {
  return ports.queue(id, async () => {
    for (;;) {
      const header = await ports.store.get(id, HEADER);
      const call = header && headerOf(header).fact;
      if (!header || call?.kind !== "call") return refuse({ kind: "noSuchRound" });
      const group = await readGroup(ports.store, call.group);
      if (!group || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
      if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
      if (call.status !== "draft") return refuse({ kind: "alreadyPublished" });
      if (call.publishing) return refuse({ kind: "beingPublished" });
      // The header goes first and with its version, so that a publishing in between is not lost.
      const entries: Write[] = [];
      for await (const { id: entry, version } of docsOf(ports.store, id, "entry"))
        entries.push({ op: "delete", id: entry, version });
      try {
        await ports.store.commit(id, [{ op: "delete", id: HEADER, version: header.version }, ...entries.slice(0, 90)]);
        for (let at = 90; at < entries.length; at += 90) await ports.store.commit(id, entries.slice(at, at + 90));
        return accept({ deleted: id });
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
  });
}
