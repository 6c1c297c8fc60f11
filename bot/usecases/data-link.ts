import { createHash, randomBytes } from "node:crypto";
import type { GroupId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { ofAddress, type Whose } from "./my-data.ts";
import { type Ports, StaleVersion } from "./ports.ts";
import { docsOf } from "./round.ts";

/**
 * Whose data a link opens: all of an address that it was sent to, or what one poll or meeting holds about a person whose
 * link was passed on, which shows no address to be theirs.
 */
export type DataOwner = { email: string } | { person: PersonId };

/** A link to one's own data for those whom only a poll or a meeting knows. Kept under its token's hash. */
export interface DataLink {
  round: PollId | MeetingId;
  owner: DataOwner;
  until: Instant;
}

/** How long a link to one's own data works that is sent by mail. */
export const DATA_LINK_LIFE = 30 * DAY;

const LINK = "link";
const idOf = (token: string) => `data:${createHash("sha256").update(token).digest("hex")}`;
const paths = { p: "poll", m: "meeting" } as const;
export type RoundPath = keyof typeof paths;

/** A fresh link to somebody's own data; it goes when the poll or meeting goes. */
export async function mintDataLink(
  ports: Ports,
  link: DataLink,
): Promise<{ path: string; url: string; until: Instant }> {
  const token = randomBytes(16).toString("base64url");
  const doc = { pk: link.round, id: idOf(token), type: LINK, version: 1, body: link, dueAt: link.until };
  await ports.store.commit(link.round, [{ op: "create", doc }]);
  const path = `/my/${placeOf(link.round)}/${token}`;
  return { path, url: `${ports.publicUrl}${path}`, until: link.until };
}

/** A poll or a meeting as it stands in addresses: `p/…` or `m/…`. */
export const placeOf = (round: DataLink["round"]): string => {
  const [kind = "", id = ""] = round.split(":");
  return `${kind === "poll" ? "p" : "m"}/${id}`;
};

/** The poll or meeting that an address means, whether there is one or not. */
export const roundAt = (path: RoundPath, id: string): DataLink["round"] | undefined =>
  /^[\w-]{4,40}$/.test(id) ? `${paths[path]}:${id}` : undefined;

/** What a link opens; nothing when it is mistyped, over, revoked or never was, and nobody can tell which. */
export async function openDataLink(
  ports: Pick<Ports, "store" | "clock">,
  path: RoundPath,
  id: string,
  token: string,
): Promise<DataLink | undefined> {
  const round = roundAt(path, id);
  if (!round || !/^[\w-]{22}$/.test(token)) return undefined;
  const link = (await ports.store.get(round, idOf(token)))?.body as DataLink | undefined;
  return link && ports.clock.now() < link.until ? link : undefined;
}

/** How far somebody's own data is looked for by a link that is of a group's poll or meeting. */
export const whoseData = async (ports: Pick<Ports, "store">, owner: DataOwner, group: GroupId): Promise<Whose> =>
  "email" in owner
    ? ofAddress(ports, owner.email, group)
    : { subject: { person: owner.person, emails: [] }, within: { group } };

/** Takes back every such link of one person or address. */
export async function revokeDataLinks(
  { store }: Pick<Ports, "store">,
  round: DataLink["round"],
  owner: { persons: readonly PersonId[]; emails: readonly string[] },
): Promise<void> {
  for await (const { id, version, body } of docsOf(store, round, LINK)) {
    if (!id.startsWith("data:")) continue;
    const { owner: one } = body as DataLink;
    if (!("email" in one ? owner.emails.includes(one.email) : owner.persons.includes(one.person))) continue;
    try {
      await store.commit(round, [{ op: "delete", id, version }]);
    } catch (error) {
      // somebody else has revoked it, or its time was over
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
