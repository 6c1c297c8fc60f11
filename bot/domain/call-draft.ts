import { createHash } from "node:crypto";
import type { Call } from "./call.ts";
import { type Group, isOfficer } from "./group.ts";
import type { CallId, PersonId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** What a call is about: what examples and earlier calls lend to a new draft. */
export type CallContent = Partial<
  Pick<
    Call,
    | "title"
    | "mandate"
    | "lookingFor"
    | "caseNumber"
    | "seatGroups"
    | "criteria"
    | "nominators"
    | "opens"
    | "deadline"
    | "closesAfter"
    | "consentBy"
    | "decisionMeeting"
    | "term"
    | "rhythm"
    | "fee"
    | "appoints"
    | "contacts"
    | "links"
    | "basedOn"
    | "tellEarlier"
    | "onWeb"
  >
>;

/** Signs that aren't mistaken for each other when read out. */
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Four characters for a call, that people can read out over the phone. */
export const codeOf = (id: CallId): string =>
  [...createHash("sha256").update(id).digest().subarray(0, 4)].map((byte) => SIGNS[byte % SIGNS.length]).join("");

/** A draft as it begins: the group's name as its title, organisations propose alone or together. */
export function newDraft(
  group: Group,
  { id, publicId, by, now, content = {}, practice = false }: NewDraft & { id: CallId; publicId: string; now: Instant },
): Call {
  return {
    kind: "call",
    rev: 1,
    said: [],
    title: group.name,
    mandate: {},
    lookingFor: {},
    seatGroups: [],
    criteria: [],
    nominators: { organisations: true, joint: true, self: false },
    rhythm: {},
    fee: {},
    appoints: {},
    contacts: [],
    links: [],
    tellEarlier: false,
    onWeb: false,
    ...content,
    id,
    publicId,
    code: codeOf(id),
    group: group.id,
    status: "draft",
    practice,
    by,
    createdAt: now,
    corrections: [],
    extensions: [],
    numbered: 0,
    received: {},
    candidates: 0,
    late: 0,
    nonces: [],
  };
}

export interface NewDraft {
  by: PersonId;
  content?: CallContent | undefined;
  practice?: boolean | undefined;
}

export type StartRefusal = { kind: "notOfficer" } | { kind: "notReady" };

/** Only officers of a group that has been set up begin a call. */
export function mayStart(group: Group, by: PersonId): StartRefusal | undefined {
  if (!group.ready) return { kind: "notReady" };
  return isOfficer(group, by) ? undefined : { kind: "notOfficer" };
}

/** What an earlier call lends to a new one: its texts and seats, no dates, no proposals and no consents. */
export const contentOf = (earlier: Call): CallContent => ({
  title: earlier.title,
  mandate: earlier.mandate,
  lookingFor: earlier.lookingFor,
  seatGroups: earlier.seatGroups.map(({ deadline: _, ...seats }) => seats),
  criteria: earlier.criteria,
  nominators: earlier.nominators,
  rhythm: earlier.rhythm,
  fee: earlier.fee,
  appoints: earlier.appoints,
  contacts: earlier.contacts.map(({ from: _, to: __, ...contact }) => contact),
  links: earlier.links,
  onWeb: earlier.onWeb ?? false,
  basedOn: earlier.id,
});

/** A draft that nobody has written in yet: a second press of the same button continues it instead of making another. */
export const untouched = (call: Call, { by, content, practice = false }: NewDraft): boolean =>
  call.status === "draft" &&
  call.rev === 1 &&
  call.by === by &&
  call.practice === practice &&
  call.basedOn === content?.basedOn &&
  (call.basedOn !== undefined || call.seatGroups.length === 0);
