import type { Call } from "../domain/call.ts";
import type { Candidate } from "../domain/candidate.ts";
import { type HandRefusal, markReturned, takeLink } from "../domain/candidate-hand.ts";
import type { Press } from "../domain/consent.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import { hashed } from "../domain/hashed.ts";
import type { PersonId } from "../domain/ids.ts";
import type { Lang } from "../domain/lang.ts";
import type { Link } from "../domain/link.ts";
import { type Person, sameEmail } from "../domain/person.ts";
import { DAY, type Instant } from "../domain/time.ts";
import {
  type CandidacyRef,
  changeCandidacy,
  type FoundCandidacy,
  findCandidacy,
  type NoSuchCandidate,
} from "./candidacy.ts";
import type { NoSuchRound } from "./change.ts";
import { identifyAddress, identifyByHand } from "./outsiders.ts";
import { chooseLanguage, noteRound, readPerson } from "./people.ts";
import { mintLink } from "./personal-link.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";

/** How long a consent can be looked at after the selection was to be made. */
const AFTERWARDS = 30 * DAY;

/** Until when a candidate's link works: an answer can be changed until the selection, whose day may move. */
export const linkLife = (call: Call, now: Instant): Instant =>
  Math.max(now, call.decisionMeeting?.at ?? 0, call.consentBy?.at ?? 0, call.deadline?.at ?? 0) + AFTERWARDS;

/** A link is for one asking at one address: once either has changed, it no longer opens. */
export const boundTo = ({ asked, email = "" }: Pick<Candidate, "asked" | "email">): string =>
  hashed(`${asked}\n${sameEmail(email)}`);

/** A fresh link to a candidate's own page. */
export const mintConsentLink = (
  ports: Ports,
  { call, candidate }: { call: Call; candidate: Candidate },
  way: Link["way"],
): Promise<{ url: string; until: Instant }> => {
  const until = linkLife(call, ports.clock.now());
  const subject = { kind: "candidate", candidate: candidate.id } as const;
  const bound = boundTo(candidate);
  return mintLink(ports, { call: call.id, subject, until, way, bound }).then(({ url }) => ({ url, until }));
};

/** The candidacy that a link opens, as it stands; nothing once the candidate is asked anew or elsewhere. */
export async function candidacyBehind(ports: Pick<Ports, "store">, link: Link): Promise<FoundCandidacy | undefined> {
  if (link.subject.kind !== "candidate") return undefined;
  const round = await openRound(ports, link.call);
  const candidate = await round?.get("candidate", link.subject.candidate);
  if (!round || !candidate || boundTo(candidate) !== link.bound) return undefined;
  return findCandidacy(ports, { tenant: round.group.place.tenant, call: link.call, candidate: candidate.id });
}

/**
 * Who acts through a candidate's link: the candidate, whoever sends the form. With the first act a person outside Teams
 * becomes known, and the address that the link was sent to is theirs.
 */
export async function actorBehind(
  ports: Ports,
  link: Link,
  { group, call, candidate }: FoundCandidacy,
  lang: Lang | undefined,
): Promise<Person> {
  const known = candidate.person && (await readPerson(ports.store, candidate.person));
  if (known && lang && candidate.outside && known.lang !== lang) await chooseLanguage(ports, known.id, lang);
  if (known) return known;
  const person = await outsider(ports, link, candidate, lang);
  await noteRound(ports, person.id, call.id);
  const ref = { tenant: group.place.tenant, call: call.id, candidate: candidate.id };
  await changeCandidacy<Change, never>(ports, ref, person.id, ({ candidate: now }) =>
    now.person === candidate.person
      ? accept({ facts: [{ ...now, person: person.id, outside: true }], events: ["candidateIdentified"] })
      : accept({ facts: [], events: [] }),
  );
  return person;
}

const outsider = (ports: Ports, { way }: Link, { call, id, name, email }: Candidate, lang: Lang | undefined) => {
  const who = { name, ...(lang && { lang }) };
  return way === "mail" && email
    ? identifyAddress(ports, { ...who, email })
    : identifyByHand(ports, { ...who, call, subject: id });
};

/** Somebody takes a link to pass on to the candidate by hand: it is noted who and when, and the link is in the answer only. */
export async function takeConsentLink(
  ports: Ports,
  ref: CandidacyRef,
  press: { by: PersonId; at: Instant },
): Promise<Decision<FoundCandidacy & { url: string; until: Instant }, HandRefusal | NoSuchCandidate | NoSuchRound>> {
  const decision = await changeCandidacy(ports, ref, press.by, (found) => takeLink(found, press));
  if (!decision.ok) return refuse(decision.refusal);
  const found = await findCandidacy(ports, ref);
  if (!found) return refuse({ kind: "noSuchCandidate" });
  return accept({ ...found, ...(await mintConsentLink(ports, found, "hand")) });
}

/** What was sent to a candidate's address has come back to whoever reads the replies. */
export const noteReturned = (ports: Ports, ref: CandidacyRef, press: Press) =>
  changeCandidacy(ports, ref, press.by, (found) => markReturned(found, press));
