import { isOfficer } from "../domain/group.ts";
import type { KeptId, MeetingId, PersonId, PollId, RoundId } from "../domain/ids.ts";
import { type Identity, sameEmail } from "../domain/person.ts";
import { outsiderPk } from "./outsiders.ts";
import { identityPk, readPerson } from "./people.ts";
import { type Ports, StaleVersion, type Store } from "./ports.ts";
import { docsOf, openRound, readGroup } from "./round.ts";

/**
 * Forgets who a person is and how to reach them, unless a round still has to do with them: what leads to them first, they
 * themselves last, so that a crash in between leaves nobody half forgotten. `known`: what else leads to them.
 */
export async function forgetPerson(
  { store }: Pick<Ports, "store">,
  id: PersonId,
  known: readonly string[] = [],
): Promise<boolean> {
  const person = await readPerson(store, id);
  if (!person || (await isNeeded(store, id))) return false;
  for (const pk of [...person.identities.map(pkOf), ...known]) await removed(store, pk, "identity");
  for await (const { id: note } of docsOf(store, id, "ref")) await removed(store, id, note);
  await removed(store, id, "person");
  return true;
}

/** Forgets whom a link that was passed on by hand made known. */
export const forgetHanded = ({ store }: Pick<Ports, "store">, known: { call: KeptId; subject: string }) =>
  removed(store, outsiderPk(known), "identity");

/** Somebody outside Teams is known only as long as a round has to do with them: `known`, if they were written into one. */
export async function forgetOutsider(
  ports: Pick<Ports, "store">,
  id: PersonId,
  known?: PollId | MeetingId,
): Promise<void> {
  const person = await readPerson(ports.store, id);
  if (!person || person.teams || !person.identities.every((identity) => "email" in identity)) return;
  const asked = known && person.email && outsiderPk({ call: known, subject: sameEmail(person.email) });
  await forgetPerson(ports, id, asked ? [asked] : []);
}

/** Forgets that a round concerns somebody. */
export const forgetNote = ({ store }: Pick<Ports, "store">, person: PersonId, round: RoundId) =>
  removed(store, person, round);

const pkOf = (identity: Identity): string =>
  "email" in identity ? outsiderPk(identity) : identityPk(identity.tenant, identity.oid);

/** Leads a group, is named as its member, or has to do with something that still is. */
async function isNeeded(store: Store, person: PersonId): Promise<boolean> {
  for await (const { id } of docsOf(store, person, "ref")) {
    if (!id.startsWith("group:")) {
      if (await openRound({ store }, id as KeptId)) return true;
      continue;
    }
    const group = await readGroup(store, id);
    if (!group) continue;
    if (isOfficer(group, person) || (!group.ready && group.addedBy === person)) return true;
    if (group.members.kind === "named" && group.members.persons.includes(person)) return true;
  }
  return false;
}

async function removed(store: Store, pk: string, id: string): Promise<void> {
  for (;;) {
    const doc = await store.get(pk, id);
    if (!doc) return;
    try {
      await store.commit(pk, [{ op: "delete", id, version: doc.version }]);
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
