import type { Call } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import type { DataRequest } from "./data-request.ts";
import type { Change, Fact } from "./facts.ts";
import type { Group } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { counts, type Nomination } from "./nomination.ts";
import type { OwnInCall } from "./own-data.ts";
import type { Question } from "./question.ts";
import { isPractice, type Kept } from "./retention.ts";
import { isContact, isNominee, isProposer, type Subject } from "./subject.ts";
import type { Instant } from "./time.ts";
import { NOBODY } from "./unnamed.ts";

/** What stands where a name was. */
export const NO_NAME = "–";
/** So many facts of a kind fit one batch with the cards that are drawn anew because of them. */
const AT_ONCE = 20;

/**
 * Why the facts of a call, a poll or a meeting stay until their retention ends: an authority's documents aren't erased on
 * request. A practice call is nobody's document.
 */
export const keptBecause = ({ body }: Group, kept: Kept): "authority" | undefined =>
  body === "authority" && !isPractice(kept) ? "authority" : undefined;

/**
 * A person taken out of a call, as far as one batch goes: again until nothing is left to change. What they proposed
 * stands without them; where they were proposed, only a code remains, and they stand no longer.
 */
export function erase(
  subject: Subject,
  own: OwnInCall,
  candidates: readonly Candidate[],
  now: Instant,
): Change & { done: boolean } {
  const nominations = [...new Set([...own.nominated, ...own.proposed, ...own.contactIn.map((c) => c.nomination)])];
  const open = nominations.filter((n) => !isErased(subject, own, n));
  const batch = open.slice(0, AT_ONCE);
  const erased = batch.map((n) => withoutSubject(subject, own, n, now));
  if (open.length > batch.length)
    return { facts: [...headerOf(own.call, batch, erased, []), ...erased], events: ["erased"], done: false };
  const gone = own.candidates.filter((c) => c.erasedAt === undefined);
  const left = candidates.filter((c) => !gone.includes(c) && subject.person && c.proposers.includes(subject.person));
  const facts: Fact[] = [
    ...headerOf(own.call, batch, erased, gone),
    ...erased,
    ...gone.map((c) => withoutPerson(c, now)),
    ...left.map((c) => ({ ...c, rev: c.rev + 1, proposers: c.proposers.filter((p) => p !== subject.person) })),
    ...own.questions.map((q): Question => ({ ...q, rev: q.rev + 1, by: NOBODY })),
    ...own.requests.map(forgotten),
  ];
  return { facts, events: facts.length > 0 ? ["erased"] : [], done: true };
}

/** An organisations' group without one of its named members; nothing where there is nothing to take out. */
export function withoutMember(group: Group, person: PersonId): Group | undefined {
  const { addedBy, members } = group;
  const named = members.kind === "named" && members.persons.includes(person) ? members : undefined;
  const added = group.ready && addedBy === person;
  if (group.body === "authority" || (!named && !added)) return undefined;
  const { addedBy: _, ...rest } = group;
  return {
    ...(added ? rest : group),
    rev: group.rev + 1,
    ...(named ? { members: { ...named, persons: named.persons.filter((p) => p !== person) } } : {}),
  };
}

const isProposed = (subject: Subject, own: OwnInCall, n: Nomination) =>
  isNominee(subject, n.nominee) || own.candidates.some((c) => c.id === n.candidate);

const isErased = (subject: Subject, own: OwnInCall, n: Nomination): boolean =>
  (!isProposed(subject, own, n) || n.erasedAt !== undefined) &&
  !isProposer(subject, n) &&
  !n.organisations.some((o) => isContact(subject, o));

function withoutSubject(subject: Subject, own: OwnInCall, n: Nomination, now: Instant): Nomination {
  const proposed = isProposed(subject, own, n);
  const proposer = isProposer(subject, n);
  const kept = { ...n, rev: n.rev + 1, organisations: n.organisations.map((o) => withoutContact(subject, o)) };
  const next = proposer ? withoutProposer(kept) : kept;
  if (proposed) return withoutNominee(next, now);
  return proposer && n.unconfirmed ? { ...next, status: "withdrawn", withdrawnAt: now } : next;
}

const withoutContact = (subject: Subject, organisation: Nomination["organisations"][number]) => {
  const { contact: _, ...rest } = organisation;
  return isContact(subject, organisation) ? rest : organisation;
};

const withoutProposer = ({ by: _, ...n }: Nomination): Nomination => ({ ...n, proposer: { name: NO_NAME } });

const withoutNominee = ({ otherBodies: _, ...n }: Nomination, now: Instant): Nomination => ({
  ...n,
  nominee: { name: NO_NAME },
  reason: "",
  reasons: {},
  redacted: {},
  status: "withdrawn",
  withdrawnAt: n.withdrawnAt ?? now,
  erasedAt: now,
});

/** What somebody answered and when stays with the code; who it was and what they wrote doesn't. */
function withoutPerson(candidate: Candidate, now: Instant): Candidate {
  const { person: _p, email: _e, phone: _t, notReached: _n, move: _m, revived: _r, ...rest } = candidate;
  const { outside: _o, handed: _h, ...kept } = rest;
  return {
    ...kept,
    rev: candidate.rev + 1,
    name: NO_NAME,
    nominations: [],
    proposers: [],
    answers: candidate.answers.map(({ state, at, way, text }) => ({ state, at, way, text, by: NOBODY })),
    conflicts: [],
    erasedAt: now,
  };
}

/** A request stays as one that was made: by whom and what they wrote doesn't. */
export const forgotten = ({ by: _b, email: _e, ...request }: DataRequest): DataRequest => ({
  ...request,
  rev: request.rev + 1,
  name: NO_NAME,
  text: "",
});

/** The call's counts follow; the header is touched only where they change. */
function headerOf(
  call: Call,
  before: readonly Nomination[],
  after: readonly Nomination[],
  gone: readonly Candidate[],
): Call[] {
  const received = { ...call.received };
  for (const [at, n] of before.entries())
    if (counts(n) && !counts(after[at] ?? n)) received[n.seatGroup] = Math.max(0, (received[n.seatGroup] ?? 0) - 1);
  const candidates = Math.max(0, call.candidates - gone.filter(stands).length);
  const same = candidates === call.candidates && JSON.stringify(received) === JSON.stringify(call.received);
  return same ? [] : [{ ...call, received, candidates }];
}
