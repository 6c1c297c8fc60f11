import { accept } from "../domain/decision.ts";
import { type Group, groupIdOf, officers, type Place } from "../domain/group.ts";
import { type GroupSettings, newGroup, type Roles, saveSettings } from "../domain/group-settings.ts";
import type { GroupId, PersonId } from "../domain/ids.ts";
import { begin } from "./begin.ts";
import { change } from "./change.ts";
import { listGroup } from "./listing.ts";
import { noteRound, roundsOf } from "./people.ts";
import type { Ports } from "./ports.ts";
import { reschedule } from "./retention.ts";
import { rosterOf } from "./roster.ts";
import { readGroup } from "./round.ts";

/** A team gets its group when the bot is added to it. Adding it again keeps everything as it is. */
export async function addGroup(
  ports: Ports,
  { teamName, by, ...place }: Place & { teamName?: string | undefined; by?: PersonId },
): Promise<Group> {
  const group = newGroup(place, teamName, by);
  const known = await readGroup(ports.store, group.id);
  if (known) return known;
  await listGroup(ports, place.tenant, group.id);
  if (by) await noteRound(ports, by, group.id);
  await begin(ports, group, group, by ?? "ehdolla", "groupAdded");
  return (await readGroup(ports.store, group.id)) ?? group;
}

/** Sets a group up, or changes its settings; whoever leads it from now on finds it on their home card. */
export async function saveGroup(
  ports: Ports,
  press: { group: GroupId; by: PersonId; settings: GroupSettings; roles?: Roles; nonce: string; rev: number },
) {
  let retention: string | undefined;
  const saved = await change(ports, press.group, press.by, async ({ group }) => {
    const decision = saveSettings(group, { ...press, isMember: await isOnTeam(ports, group, press.by) });
    if (decision.ok) for (const person of officers(decision.state.group)) await noteRound(ports, person, group.id);
    retention = retentionOf(group);
    return decision.ok ? accept(decision.state) : decision;
  });
  if (saved.ok && retentionOf(saved.state.group) !== retention) await reschedule(ports, press.group);
  return saved;
}

/** What the days of erasing follow from. */
const retentionOf = ({ retentionMonths, zone }: Group): string => `${retentionMonths} ${zone}`;

/** The group of the team in which somebody acted. */
export async function groupHere(
  ports: Pick<Ports, "store">,
  where: { tenant: string; team?: { id: string } },
): Promise<Group | undefined> {
  return where.team && readGroup(ports.store, groupIdOf(where.tenant, where.team.id));
}

/** The groups of a tenant that a person leads, or has added and not yet set up. */
export async function groupsOf({ store }: Pick<Ports, "store">, person: PersonId, tenant: string): Promise<Group[]> {
  const groups: Group[] = [];
  for (const id of await roundsOf(store, person)) {
    const group = id.startsWith("group:") ? await readGroup(store, id) : undefined;
    if (group?.place.tenant !== tenant) continue;
    if (group.ready ? officers(group).includes(person) : group.addedBy === person) groups.push(group);
  }
  return groups;
}

/** Only asked where it matters: who added the bot isn't known, and nobody has set the group up. */
export async function isOnTeam(ports: Ports, group: Group, person: PersonId): Promise<boolean> {
  if (group.ready || group.addedBy) return false;
  return (await rosterOf(ports, group)).some((member) => member.id === person);
}
