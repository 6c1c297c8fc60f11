import { createHash, randomBytes } from "node:crypto";
import { isOfficer } from "../domain/group.ts";
import type { MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { LinkWay } from "../domain/link.ts";
import type { Showing } from "../domain/showing.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { type Ports, StaleVersion } from "./ports.ts";
import { docsOf, openRound, type Round } from "./round.ts";

/** What a personal link to a poll or a meeting opens: one person's answer there. Kept under its token's hash. */
export interface AnswerLink {
  round: PollId | MeetingId;
  person: PersonId;
  way: LinkWay;
  until: Instant;
}

const LINK = "link";
const idOf = (token: string) => `link:${createHash("sha256").update(token).digest("hex")}`;
const paths = { p: "poll", m: "meeting" } as const;
type Path = keyof typeof paths;

/** A fresh link to one person's answer; it goes when the poll or meeting goes. */
export async function mintAnswerLink(ports: Ports, link: AnswerLink): Promise<{ url: string; until: Instant }> {
  const token = randomBytes(16).toString("base64url");
  const doc = { pk: link.round, id: idOf(token), type: LINK, version: 1, body: link, dueAt: link.until };
  await ports.store.commit(link.round, [{ op: "create", doc }]);
  const [kind, id] = link.round.split(":");
  return { url: `${ports.publicUrl}/${kind === "poll" ? "p" : "m"}/${id}/${token}`, until: link.until };
}

/** What a link opens; nothing when it is mistyped, over, revoked or never was, and nobody can tell which. */
export async function openAnswerLink(
  ports: Pick<Ports, "store" | "clock">,
  path: Path,
  id: string,
  token: string,
): Promise<AnswerLink | undefined> {
  if (!/^[\w-]{22}$/.test(token) || !/^[\w-]{4,40}$/.test(id)) return undefined;
  const link = (await ports.store.get(`${paths[path]}:${id}`, idOf(token)))?.body as AnswerLink | undefined;
  return link && ports.clock.now() < link.until ? link : undefined;
}

/** Takes back every link of one person. */
export async function revokeAnswerLinks(
  { store }: Pick<Ports, "store">,
  round: AnswerLink["round"],
  person: PersonId,
): Promise<void> {
  for await (const { id, version, body } of docsOf(store, round, LINK)) {
    if ((body as AnswerLink).person !== person) continue;
    try {
      await store.commit(round, [{ op: "delete", id, version }]);
    } catch (error) {
      // somebody else has revoked it, or its time was over
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}

/** A link that an officer passes on to somebody who is asked and can't be written to; nothing for others. */
export async function handAnswerLink(
  ports: Ports,
  { round: id, person, by, tenant }: { round: AnswerLink["round"]; person: PersonId; by: PersonId; tenant: string },
): Promise<{ url: string; until: Instant } | undefined> {
  const round = await openRound(ports, id);
  if (!round || round.group.place.tenant !== tenant || !isOfficer(round.group, by) || !asks(round, person))
    return undefined;
  return mintAnswerLink(ports, { round: id, person, way: "hand", until: lifeOf(round, ports.clock.now()) });
}

/** The page that a message about a poll or meeting leads to, for one who reads it outside Teams. */
export async function answerPageOf(
  ports: Ports,
  { poll, meeting }: Pick<Showing, "poll" | "meeting">,
  person: PersonId,
): Promise<{ url: string; until: Instant } | undefined> {
  const about = { ...(poll && { poll }), ...(meeting && { meeting }) };
  const round = poll?.id ?? meeting?.id;
  if (!round || !asks(about, person)) return undefined;
  return mintAnswerLink(ports, { round, person, way: "mail", until: lifeOf(about, ports.clock.now()) });
}

type About = Pick<Round, "poll" | "meeting">;

const asks = ({ poll, meeting }: About, person: PersonId): boolean =>
  [...(poll?.asked ?? []), ...(meeting?.invited ?? [])].some((one) => one.person === person);

/** It shows what came of it for a month after the poll, and until a week after the meeting. */
const lifeOf = ({ poll, meeting }: About, now: Instant): Instant =>
  meeting ? Math.max(meeting.end.at, now) + 7 * DAY : Math.max(poll?.deadline?.at ?? 0, now) + 30 * DAY;
