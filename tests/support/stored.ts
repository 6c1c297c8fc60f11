import type { Call } from "../../bot/domain/call.ts";
import type { Fact } from "../../bot/domain/facts.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { PersonId } from "../../bot/domain/ids.ts";
import type { Person } from "../../bot/domain/person.ts";
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

/** Puts a person into the store whose id the test knows beforehand: in Teams, with a chat, unless told otherwise. */
export async function storedPerson(
  { store }: Pick<Ports, "store">,
  id: PersonId,
  { outside = false, ...own }: Partial<Person> & { outside?: boolean } = {},
): Promise<void> {
  const who = id.slice("person:".length);
  const known: Partial<Person> = outside
    ? { identities: [] }
    : {
        identities: [{ tenant: "tenant-1", oid: who }],
        teams: { id: `29:${who}`, serviceUrl: "https://teams.example.org", conversation: `chat-${who}` },
      };
  const body = { kind: "person", id, name: who, ...known, ...own };
  await store.commit(id, [{ op: "create", doc: { pk: id, id: "person", type: "person", version: 1, body } }]);
}
