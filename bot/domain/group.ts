import type { DayList } from "./day-lists.ts";
import { hashed } from "./hashed.ts";
import type { GroupId, PersonId } from "./ids.ts";
import type { Lang, LocalText } from "./lang.ts";
import type { LostPost } from "./lost-post.ts";

/** Where a group lives in Teams: the tenant, the team and the channel that its calls are announced in. */
export interface Place {
  tenant: string;
  team: string;
  channel: string;
  serviceUrl: string;
}

export type Substitutes = "none" | "general" | "personal";
export type Quorum = { kind: "majority" } | { kind: "count"; count: number };

/** A member who has no account in Teams: known by name, and reached by mail or phone. */
export interface OutsideMember {
  id: `out:${string}`;
  name: string;
  email?: string;
  phone?: string;
}

/** A cooperation body bound to a team: whose it is, who leads it, and how it decides. */
export interface Group {
  kind: "group";
  id: GroupId;
  rev: number;
  said: string[];
  place: Place;
  /** False until somebody has set the group up. */
  ready: boolean;
  /** Who added the bot, and so may set the group up first. */
  addedBy?: PersonId;
  name: LocalText;
  languages: Lang[];
  /** An authority's body or the organisations' own: decides controller, legal basis, notice and what can be erased. */
  body: "authority" | "organisations";
  controller?: LocalText;
  privacyContact?: string;
  legalBasis?: LocalText;
  /** IANA name, Europe/Helsinki by default. */
  zone: string;
  /** Never empty once ready; the first is the chair. */
  chairs: PersonId[];
  viceChair?: PersonId;
  secretaries: PersonId[];
  /** Who counts as a member: everybody in the team, or named persons, of whom some may be outside Teams. */
  members: { kind: "team" } | { kind: "named"; persons: PersonId[]; outside?: OutsideMember[] };
  substitutes: Substitutes;
  quorum: Quorum;
  secretByDefault: boolean;
  genderBalance: "off" | "recommended" | "binding";
  /** Months after the term's end (or the decision) until personal data is removed. */
  retentionMonths: number;
  /** Days on which the group doesn't meet. */
  dayLists?: DayList[];
  announcementLost?: LostPost;
  nonces: string[];
}

/** Those who prepare calls and see candidates: chairs, the vice chair and secretaries. */
export const officers = (group: Group): PersonId[] => [
  ...new Set([...group.chairs, ...(group.viceChair ? [group.viceChair] : []), ...group.secretaries]),
];

export const isOfficer = (group: Group, person: PersonId): boolean => officers(group).includes(person);
export const isChair = (group: Group, person: PersonId): boolean => group.chairs.includes(person);

/** Whether somebody may see and mend what is said for a group: its officers, and whoever added the bot until it has some. */
export const actsFor = (group: Group, person: PersonId): boolean =>
  isOfficer(group, person) || (!group.ready && group.addedBy === person);

/** A team has one group. */
export const groupIdOf = (tenant: string, team: string): GroupId => `group:${hashed(`${tenant}\n${team}`)}`;

export type MissingForPublishing = "controller" | "privacyContact" | "legalBasis";

/** What a group must still tell, in each of its languages, before a call of its own can be published. */
export function missingForPublishing(group: Group): MissingForPublishing[] {
  const told = (text: LocalText | undefined) => group.languages.every((lang) => text?.[lang]);
  return [
    ...(told(group.controller) ? [] : (["controller"] as const)),
    ...(group.privacyContact ? [] : (["privacyContact"] as const)),
    ...(told(group.legalBasis) ? [] : (["legalBasis"] as const)),
  ];
}
