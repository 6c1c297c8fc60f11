import { accept, type Decision, refuse } from "../domain/decision.ts";
import { isOfficer } from "../domain/group.ts";
import type { CallId, PersonId, PollId } from "../domain/ids.ts";
import { forgetOutsider } from "./forget.ts";
import { type Ports, StaleVersion, type Write } from "./ports.ts";
import { docsOf, HEADER, headerOf, readGroup } from "./round.ts";

type DeleteRefusal =
  | { kind: "noSuchRound" }
  | { kind: "notOfficer" }
  | { kind: "beingPublished" }
  | { kind: "alreadyPublished" };

/** Forgets a draft of a call or a poll, its record included: it never was anything. What has been published stays. */
export async function deleteDraft(
  ports: Ports,
  { draft: id, by, tenant }: { draft: CallId | PollId; by: PersonId; tenant: string },
): Promise<Decision<{ deleted: CallId | PollId }, DeleteRefusal>> {
  return ports.queue(id, async () => {
    for (;;) {
      const header = await ports.store.get(id, HEADER);
      const draft = header && headerOf(header).fact;
      if (!header || (draft?.kind !== "call" && draft?.kind !== "poll")) return refuse({ kind: "noSuchRound" });
      const group = await readGroup(ports.store, draft.group);
      if (!group || group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
      if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
      if (draft.status !== "draft") return refuse({ kind: "alreadyPublished" });
      if (draft.kind === "call" && draft.publishing) return refuse({ kind: "beingPublished" });
      // The header goes first and with its version, so that a publishing in between is not lost.
      const entries: Write[] = [];
      for await (const { id: entry, version } of docsOf(ports.store, id, "entry"))
        entries.push({ op: "delete", id: entry, version });
      try {
        await ports.store.commit(id, [{ op: "delete", id: HEADER, version: header.version }, ...entries.slice(0, 90)]);
        for (let at = 90; at < entries.length; at += 90) await ports.store.commit(id, entries.slice(at, at + 90));
        if (draft.kind === "poll") for (const { person } of draft.asked) await forgetOutsider(ports, person, draft.id);
        return accept({ deleted: id });
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
  });
}
