import { reminderTime, workdayBefore } from "../calendar.ts";
import { type Candidate, stands } from "../candidate.ts";
import { mayHandle } from "../candidate-officer.ts";
import type { Recipient } from "../delivery.ts";
import type { Around, Due } from "../due.ts";
import { officers } from "../group.ts";
import type { PersonId } from "../ids.ts";
import { answerBy } from "../passing.ts";
import { DAY, HOUR, type Instant } from "../time.ts";

/** The request of this asking. Its card is live, so it stays due for as long as it has been said. */
export const requestKey = (c: Candidate): string => `request:${c.asked}`;

/** One outcome is told once: an answer, or a lapse of this asking. */
export const outcomeKey = (c: Candidate): string => `outcome:${c.answers.length}:${c.consent}:${c.asked}`;

/** What a candidacy causes to be said: to the candidate, and about them to proposers and officers. */
export function dueOfCandidate(candidate: Candidate, around: Around): Due[] {
  if (!around.call) return [];
  return [
    ...request(candidate),
    ...reminders(candidate, around),
    ...outcome(candidate, around),
    ...unreached(candidate, around),
    ...moved(candidate, around),
    ...conflicts(candidate, around),
    ...withdrawn(candidate),
  ];
}

/** What of it live cards say, without working out when to remind of what. */
export const shownOfCandidate = (candidate: Candidate, around: Around): Due[] =>
  around.call ? [...request(candidate), ...moved(candidate, around)] : [];

/** Nobody has said that the person asked is somebody else. */
const isThem = (c: Candidate): boolean => c.notReached?.reason !== "notThisPerson";

/** A person in Teams may see a message that waits there; an address that didn't take one won't take the next. */
export const isReachable = (c: Candidate): boolean =>
  isThem(c) && hasAddress(c) && ((c.person !== undefined && !c.outside) || !c.notReached);

const person = (id: PersonId): Recipient => ({ to: "person", person: id });

/** A person in Teams, or the address that the proposer gave: where there is no mail, that one fails with a reason. */
export const recipientOf = (c: Candidate): Recipient =>
  c.person && !c.outside ? person(c.person) : { to: "address", name: c.name, ...(c.email && { email: c.email }) };

/** Whether there is anywhere to write to. */
export const hasAddress = (c: Candidate): boolean => (c.person !== undefined && !c.outside) || c.email !== undefined;

/** Once for each asking; never for one's own nomination, which is itself the consent. */
function request(c: Candidate): Due[] {
  const key = requestKey(c);
  const askedNow = stands(c) && c.consent === "asked";
  if (!askedNow && !c.said.includes(key)) return [];
  return [{ key, at: 0, to: [recipientOf(c)], saying: { kind: "consentRequest", candidate: c.id } }];
}

/** Half-way and a working day before, or the one of them that leaves time to answer; and when a chair asks for one. */
function reminders(c: Candidate, { group, call, calendar }: Around): Due[] {
  const deadline = call && answerBy(c, call);
  if (!hasAddress(c) || !stands(c) || c.consent !== "asked" || c.notReached || deadline === undefined) return [];
  const at = (instant: Instant) => reminderTime(instant, deadline, group.zone, calendar);
  const half = at(c.askedAt + Math.floor((deadline - c.askedAt) / 2));
  const dayBefore = at(workdayBefore(deadline, group.zone, calendar));
  const times: [string, Instant][] = [];
  const hasDayBefore = dayBefore - c.askedAt >= DAY / 2;
  if (deadline - c.askedAt >= 2 * HOUR && (!hasDayBefore || dayBefore - half >= DAY / 2)) times.push(["half", half]);
  if (hasDayBefore) times.push(["workday", dayBefore]);
  if (c.reminded > 0 && c.remindedAt !== undefined) times.push([`chair:${c.reminded}`, at(c.remindedAt)]);
  return times.map(([which, when]) => ({
    key: `reminder:${c.asked}:${which}`,
    at: when,
    until: deadline,
    to: [recipientOf(c)],
    saying: { kind: "consentReminder", candidate: c.id },
  }));
}

/** Proposers and officers hear each outcome; nobody is told that their own nomination counts as their consent. */
function outcome(c: Candidate, around: Around): Due[] {
  const proposers = c.proposers.filter((p) => p !== c.person);
  const ownOnly = c.answers.at(-1)?.way === "own" && proposers.length === 0;
  if (!stands(c) || c.consent === "asked" || ownOnly) return [];
  const to = others(c, around);
  return [{ key: outcomeKey(c), at: 0, to, saying: { kind: "consentOutcome", candidate: c.id } }];
}

function unreached(c: Candidate, around: Around): Due[] {
  if (!stands(c) || !c.notReached) return [];
  const key = `notReached:${c.notReached.at}`;
  return [{ key, at: 0, to: others(c, around), saying: { kind: "notReached", candidate: c.id } }];
}

function moved(c: Candidate, { group }: Around): Due[] {
  if (!c.move) return [];
  const key = `move:${c.move.at}`;
  const asks: Due[] =
    isReachable(c) && (c.said.includes(key) || (stands(c) && c.move.state === "asked"))
      ? [{ key, at: 0, to: [recipientOf(c)], saying: { kind: "moveRequest", candidate: c.id } }]
      : [];
  if (c.move.state === "asked" || !stands(c)) return asks;
  const to = officers(group).map(person);
  return [...asks, { key: `moveAnswered:${c.move.at}`, at: 0, to, saying: { kind: "moveAnswered", candidate: c.id } }];
}

/** The vice chair hears that an officer left a case to others; the other officers where the vice chair can't handle it. */
function conflicts(c: Candidate, { group }: Around): Due[] {
  const able = officers(group).filter((officer) => mayHandle(group, c, officer));
  const vice = able.filter((officer) => officer === group.viceChair);
  const to = (vice.length > 0 ? vice : able).map(person);
  if (!stands(c) || to.length === 0) return [];
  return c.conflicts.map((conflict, index) => ({
    key: `conflict:${conflict.person}`,
    at: conflict.at,
    to,
    saying: { kind: "conflictMarked", candidate: c.id, index },
  }));
}

/** Who was asked is told when nothing is left of it. */
function withdrawn(c: Candidate): Due[] {
  const wasAsked = c.said.some((key) => key.startsWith("request:")) && isReachable(c);
  if (c.nominations.length > 0 || c.mergedInto || !wasAsked) return [];
  const to = [recipientOf(c)];
  return [{ key: `withdrawn:${c.asked}`, at: 0, to, saying: { kind: "nominationsWithdrawn", candidate: c.id } }];
}

/** Those who proposed and those who prepare the selection, but not the candidate. */
function others(c: Candidate, { group }: Around): Recipient[] {
  const candidate = isThem(c) ? c.person : undefined;
  return [...new Set([...c.proposers, ...officers(group)])].filter((p) => p !== candidate).map(person);
}
