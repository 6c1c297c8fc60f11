import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, naming, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import type { Meeting } from "./meeting.ts";
import { oidIn, type Person } from "./person.ts";
import type { Poll } from "./poll.ts";
import type { Instant } from "./time.ts";

export type HandLinkRefusal =
  | { kind: "notOfficer" }
  | { kind: "notAsked" }
  /** They answer in Teams: a link would let others answer in their name. */
  | { kind: "inTeams" }
  /** Nothing can be answered any more. */
  | { kind: "over" }
  /** The press has come before, and a link is shown once only. */
  | { kind: "shown" };

interface Press {
  nonce: string;
  by: PersonId;
  now: Instant;
}

/** Whether a poll asks, or a meeting calls, somebody. */
export const asks = (about: Poll | Meeting, person: PersonId): boolean =>
  (about.kind === "poll" ? about.asked : about.invited).some((one) => one.person === person);

/** Whether somebody is asked or called, or was: of all others those who lead it learn nothing. */
export const concerns = (about: Poll | Meeting, person: PersonId): boolean =>
  asks(about, person) || (about.left?.some((one) => one.person === person) ?? false);

/** Whether somebody answers by link: whoever is in Teams, in this tenant or another, answers there. */
export const isOutside = (person: Pick<Person, "identities" | "teams">, tenant: string): boolean =>
  oidIn(person, tenant) === undefined && person.teams === undefined;

/** An officer takes a link to pass on to somebody who isn't in Teams. That they took it stands in the record. */
export function takeLink(
  about: Poll | Meeting,
  group: Group,
  person: Person,
  { nonce, by, now }: Press,
): Decision<Change, HandLinkRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(about, nonce)) return refuse({ kind: "shown" });
  if (!asks(about, person.id)) return refuse({ kind: "notAsked" });
  if (!isOutside(person, group.place.tenant)) return refuse({ kind: "inTeams" });
  if (isOver(about, now)) return refuse({ kind: "over" });
  return accept(noted(about, person.id, nonce, "answerLinkTaken"));
}

/** An officer ends all links of somebody, whether or not they are still asked. */
export function endLinks(
  about: Poll | Meeting,
  group: Group,
  person: PersonId,
  { nonce, by }: Press,
): Decision<Change, HandLinkRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (seen(about, nonce)) return accept({ facts: [], events: [] });
  if (!concerns(about, person)) return refuse({ kind: "notAsked" });
  return accept(noted(about, person, nonce, "answerLinksEnded"));
}

const isOver = (about: Poll | Meeting, now: Instant): boolean =>
  about.kind === "poll" ? about.status !== "open" : about.status === "cancelled" || about.start.at <= now;

/** Nothing that is drawn with a revision changes by it. */
const noted = (about: Poll | Meeting, id: PersonId, nonce: string, event: Change["events"][number]): Change => ({
  facts: [{ ...about, nonces: remember(about, nonce) }],
  events: [event],
  told: naming([id]),
});
