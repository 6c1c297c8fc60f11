import type { GroupId, MeetingId, PersonId, PollId } from "../domain/ids.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { ofAddress, type Whose } from "./my-data.ts";
import type { Ports } from "./ports.ts";
import { placeOf, type RoundPath, roundAt } from "./round-path.ts";
import { inRound, issue, opened, takeBackAll } from "./secret.ts";

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

const KIND = "data";

/** A fresh link to somebody's own data; it goes when the poll or meeting goes. */
export async function mintDataLink(
  ports: Ports,
  link: DataLink,
): Promise<{ path: string; url: string; until: Instant }> {
  const token = await issue(ports, inRound(link.round, KIND), link, link.until);
  const path = `/my/${placeOf(link.round)}/${token}`;
  return { path, url: `${ports.publicUrl}${path}`, until: link.until };
}

/** What a link opens, if it does. */
export async function openDataLink(
  ports: Pick<Ports, "store" | "clock">,
  path: RoundPath,
  id: string,
  token: string,
): Promise<DataLink | undefined> {
  const round = roundAt(path, id);
  return round && opened<DataLink>(ports, inRound(round, KIND), token);
}

/** How far somebody's own data is looked for by a link that is of a group's poll or meeting. */
export const whoseData = async (ports: Pick<Ports, "store">, owner: DataOwner, group: GroupId): Promise<Whose> =>
  "email" in owner
    ? ofAddress(ports, owner.email, group)
    : { subject: { person: owner.person, emails: [] }, within: { group } };

/** Takes back every such link of one person or address. */
export const revokeDataLinks = (
  ports: Pick<Ports, "store">,
  round: DataLink["round"],
  { persons, emails }: { persons: readonly PersonId[]; emails: readonly string[] },
): Promise<void> =>
  takeBackAll<DataLink>(ports, round, KIND, ({ owner }) =>
    "email" in owner ? emails.includes(owner.email) : persons.includes(owner.person),
  );
