import { asks, endLinks, type HandLinkRefusal, takeLink } from "../domain/answer-hand.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { MeetingId, PersonId, PollId } from "../domain/ids.ts";
import type { LinkWay } from "../domain/link.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import type { Showing } from "../domain/showing.ts";
import { DAY, type Instant } from "../domain/time.ts";
import { change, type NoSuchRound } from "./change.ts";
import { readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";
import type { Round } from "./round.ts";
import { placeOf, type RoundPath, roundAt } from "./round-path.ts";
import { inRound, issue, opened, takeBackAll } from "./secret.ts";

/** What a personal link to a poll or a meeting opens: one person's answer there. Kept under its token's hash. */
export interface AnswerLink {
  round: PollId | MeetingId;
  person: PersonId;
  way: LinkWay;
  /** The address that it was mailed to, whose holder so has shown it to be theirs. */
  sentTo?: string;
  until: Instant;
}

const KIND = "link";

/** A fresh link to one person's answer; it goes when the poll or meeting goes. */
export async function mintAnswerLink(ports: Ports, link: AnswerLink): Promise<{ url: string; until: Instant }> {
  const token = await issue(ports, inRound(link.round, KIND), link, link.until);
  return { url: `${ports.publicUrl}/${placeOf(link.round)}/${token}`, until: link.until };
}

/** What a link opens, if it does. */
export async function openAnswerLink(
  ports: Pick<Ports, "store" | "clock">,
  path: RoundPath,
  id: string,
  token: string,
): Promise<AnswerLink | undefined> {
  const round = roundAt(path, id);
  return round && opened<AnswerLink>(ports, inRound(round, KIND), token);
}

/** Takes back every link of one person. */
export const revokeAnswerLinks = (
  ports: Pick<Ports, "store">,
  round: AnswerLink["round"],
  person: PersonId,
): Promise<void> => takeBackAll<AnswerLink>(ports, round, KIND, (link) => link.person === person);

/** What an officer wants of one person's links. */
export interface LinkPress {
  round: AnswerLink["round"];
  person: PersonId;
  by: PersonId;
  tenant: string;
  nonce: string;
}

export type LinkRefused = HandLinkRefusal | NoSuchRound;

/** A link that an officer passes on to somebody who is asked and isn't in Teams; the same press shows it once. */
export async function handAnswerLink(
  ports: Ports,
  { round: id, person: who, ...press }: LinkPress,
): Promise<Decision<{ url: string; until: Instant }, LinkRefused>> {
  const person = await readPerson(ports.store, who);
  const now = ports.clock.now();
  const decision = await change<Change & { until: Instant }, LinkRefused>(ports, id, press.by, (round) => {
    const about = aboutIn(round, press.tenant);
    if (!about || !person) return refuse({ kind: "noSuchRound" });
    const taken = takeLink(about, round.group, person, { ...press, now });
    return taken.ok ? accept({ ...taken.state, until: lifeOf(round, now) }) : refuse(taken.refusal);
  });
  if (!decision.ok) return refuse(decision.refusal);
  return accept(await mintAnswerLink(ports, { round: id, person: who, way: "hand", until: decision.state.until }));
}

/** An officer ends every link of one person. */
export async function endAnswerLinks(
  ports: Ports,
  { round: id, person, ...press }: LinkPress,
): Promise<Decision<Change, LinkRefused>> {
  const decision = await change<Change, LinkRefused>(ports, id, press.by, (round) => {
    const about = aboutIn(round, press.tenant);
    return about
      ? endLinks(about, round.group, person, { ...press, now: ports.clock.now() })
      : refuse({ kind: "noSuchRound" });
  });
  // also when the press comes again: the first may have been cut off before it got here
  if (decision.ok) await revokeAnswerLinks(ports, id, person);
  return decision;
}

const aboutIn = ({ poll, meeting, group }: Round, tenant: string) =>
  group.place.tenant === tenant ? (poll ?? meeting) : undefined;

/** The page that a message about a poll or meeting leads to, for one who reads it outside Teams. */
export async function answerPageOf(
  ports: Ports,
  { poll, meeting }: Pick<Showing, "poll" | "meeting">,
  { id: person, email }: Pick<Person, "id" | "email">,
): Promise<{ url: string; until: Instant } | undefined> {
  const about = { ...(poll && { poll }), ...(meeting && { meeting }) };
  const round = poll?.id ?? meeting?.id;
  const asking = poll ?? meeting;
  if (!round || !asking || !asks(asking, person)) return undefined;
  const sentTo = email && { sentTo: sameEmail(email) };
  return mintAnswerLink(ports, { round, person, way: "mail", ...sentTo, until: lifeOf(about, ports.clock.now()) });
}

type About = Pick<Round, "poll" | "meeting">;

/** It shows what came of it for a month after the poll, and until a week after the meeting. */
const lifeOf = ({ poll, meeting }: About, now: Instant): Instant =>
  meeting ? Math.max(meeting.end.at, now) + 7 * DAY : Math.max(poll?.deadline?.at ?? 0, now) + 30 * DAY;
