import { IANAZone } from "luxon";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, groupIdOf, isChair, isOfficer, type Place } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { type LocalText, langs } from "./lang.ts";

/** What can be set about a group besides who leads it. */
export type GroupSettings = Pick<
  Group,
  | "name"
  | "languages"
  | "body"
  | "zone"
  | "members"
  | "substitutes"
  | "quorum"
  | "secretByDefault"
  | "genderBalance"
  | "retentionMonths"
> & {
  controller: LocalText;
  privacyContact?: string;
  legalBasis: LocalText;
  /** Announce in this channel from now on; absent: as before. */
  channel?: string;
};

/** Who leads a group. Only chairs change this. */
export interface Roles {
  chairs: PersonId[];
  viceChair?: PersonId;
  secretaries: PersonId[];
}

/** More than these of a kind a group doesn't need, and its cards couldn't show. */
export const MOST_CHAIRS = 5;
export const MOST_SECRETARIES = 8;
export const MOST_NAMED = 40;

export type GroupRefusal =
  | { kind: "notAllowed" }
  | { kind: "onlyChair" }
  | { kind: "stale" }
  | { kind: "noName" }
  | { kind: "noLanguage" }
  | { kind: "noChair" }
  | { kind: "chairAndVice" }
  | { kind: "noMembers" }
  | { kind: "tooMany"; most: number }
  | { kind: "notAZone"; written: string };

/** A group as a team's bot begins it: named after the team, not ready, with the usual settings. */
export const newGroup = (place: Place, teamName: string | undefined, addedBy: PersonId | undefined): Group => ({
  kind: "group",
  id: groupIdOf(place.tenant, place.team),
  rev: 1,
  said: [],
  place,
  ready: false,
  ...(addedBy ? { addedBy } : {}),
  name: teamName ? { fi: teamName } : {},
  languages: ["fi"],
  body: "authority",
  zone: "Europe/Helsinki",
  chairs: [],
  secretaries: [],
  members: { kind: "team" },
  substitutes: "none",
  quorum: { kind: "majority" },
  secretByDefault: false,
  genderBalance: "off",
  retentionMonths: 6,
  nonces: [],
});

/** Who may fill in the settings: at first whoever added the bot (any member when that isn't known), then officers. */
export const maySetUp = (group: Group, by: PersonId, isMember: boolean): boolean =>
  group.ready ? isOfficer(group, by) : group.addedBy ? group.addedBy === by : isMember;

/** Who may choose chairs, vice chair and secretaries: at first whoever sets the group up, then its chairs. */
export const mayChooseRoles = (group: Group, by: PersonId): boolean => !group.ready || isChair(group, by);

/**
 * A group is set up, or its settings are changed. Whatever is open stays with the group, so a new chair takes all of it
 * over. Without `roles` those who lead it stay.
 */
export function saveSettings(
  group: Group,
  press: { settings: GroupSettings; roles?: Roles; by: PersonId; isMember: boolean; nonce: string; rev: number },
): Decision<Change & { group: Group }, GroupRefusal> {
  const { settings, by } = press;
  if (seen(group, press.nonce)) return accept({ group, facts: [], events: [] });
  if (!maySetUp(group, by, press.isMember)) return refuse({ kind: "notAllowed" });
  const { viceChair: vice } = group;
  const current: Roles = {
    chairs: group.chairs,
    ...(vice ? { viceChair: vice } : {}),
    secretaries: group.secretaries,
  };
  const roles = press.roles ?? current;
  const rolesChange = !sameRoles(roles, current);
  if (rolesChange && !mayChooseRoles(group, by)) return refuse({ kind: "onlyChair" });
  if (press.rev !== group.rev) return refuse({ kind: "stale" });
  if (roles.chairs.length === 0) return refuse({ kind: "noChair" });
  if (roles.viceChair && roles.chairs.includes(roles.viceChair)) return refuse({ kind: "chairAndVice" });
  const most = overflowing(roles, settings);
  if (most !== undefined) return refuse({ kind: "tooMany", most });
  if (!langs.some((lang) => settings.name[lang])) return refuse({ kind: "noName" });
  if (settings.languages.length === 0) return refuse({ kind: "noLanguage" });
  if (membersNamed(settings.members) === 0) return refuse({ kind: "noMembers" });
  if (!IANAZone.isValidZone(settings.zone)) return refuse({ kind: "notAZone", written: settings.zone });
  const saved = withSettings(group, settings, roles, press.nonce);
  const event = group.ready ? "groupChanged" : "groupSetUp";
  return accept({ group: saved, facts: [saved], events: rolesChange ? [event, "rolesChanged"] : [event] });
}

function withSettings(group: Group, settings: GroupSettings, roles: Roles, nonce: string): Group {
  const { viceChair: _vice, privacyContact: _contact, ...kept } = group;
  const { channel, ...set } = settings;
  return {
    ...kept,
    ...set,
    ...roles,
    rev: group.rev + 1,
    ready: true,
    place: channel ? { ...group.place, channel } : group.place,
    nonces: remember(group, nonce),
  };
}

function overflowing({ chairs, secretaries }: Roles, { members }: GroupSettings): number | undefined {
  if (chairs.length > MOST_CHAIRS) return MOST_CHAIRS;
  if (secretaries.length > MOST_SECRETARIES) return MOST_SECRETARIES;
  return (membersNamed(members) ?? 0) > MOST_NAMED ? MOST_NAMED : undefined;
}

/** How many members are named, in Teams and outside; nothing where everybody in the team is a member. */
const membersNamed = (members: Group["members"]): number | undefined =>
  members.kind === "named" ? members.persons.length + (members.outside?.length ?? 0) : undefined;

const sameRoles = (a: Roles, b: Roles): boolean =>
  a.viceChair === b.viceChair && same(a.chairs, b.chairs) && same(a.secretaries, b.secretaries);

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, i) => one === b[i]);
