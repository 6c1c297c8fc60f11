import { type Answer, addressOf, type Candidate, knownBy, personOf, stands } from "./candidate.ts";
import { hashed } from "./hashed.ts";
import type { CandidateId, NominationId, PersonId } from "./ids.ts";
import { isEntered, type Nomination, type Nominee } from "./nomination.ts";
import type { Instant, Moment } from "./time.ts";

/** What a nomination that counts does to the candidates of its call. */
export interface Joining {
  candidate: Candidate;
  /** Candidates who turned out to be the same person, now part of `candidate`. */
  absorbed: Candidate[];
  /** How many more candidates stand than before. */
  more: number;
}

interface Now {
  at: Instant;
  /** Who recorded it, when the person's own proposal came outside Teams, and the version of the text answered to. */
  by: PersonId;
  text: string;
  /** A consent deadline of its own, when a late proposal was accepted. */
  consentBy?: Moment | undefined;
  receivedBy?: string | undefined;
}

/** A candidate's id follows from the nomination that made them one. */
export const candidateIdOf = (nomination: NominationId): CandidateId => `cand:${hashed(nomination)}`;

/** Whether a nominee is this candidate: the same Teams user, or known by the same e-mail and not two different Teams users. */
export function isNominee(candidate: Candidate, nominee: Nominee): boolean {
  if (candidate.mergedInto) return false;
  const isKnown = candidate.notReached?.reason !== "notThisPerson" && !candidate.outside;
  const person = isKnown ? candidate.person : undefined;
  if (person && nominee.person) return person === nominee.person;
  const address = knownBy(nominee);
  return address !== undefined && address === knownBy(candidate);
}

/** A person is one candidate in a call, however many organisations propose them, and is asked once. */
export function joined(nomination: Nomination, candidates: readonly Candidate[], now: Now): Joining {
  const { nominee } = nomination;
  const same = candidates
    .filter((c) => isNominee(c, nominee))
    .toSorted((a, b) => rank(a, nominee) - rank(b, nominee) || a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  const [first, ...others] = same;
  const before = same.filter(stands).length;
  const kept = first ? others.reduce(absorb, first) : undefined;
  const candidate = withOwn(kept ? joining(kept, nomination, now) : fresh(nomination, now), nomination, now);
  return { candidate, absorbed: others.map((other) => absorbedInto(other, candidate.id)), more: 1 - before };
}

const rank = (c: Candidate, nominee: Nominee) => (c.person && c.person === nominee.person ? 0 : stands(c) ? 1 : 2);

function fresh(n: Nomination, { at, consentBy }: Now): Candidate {
  const { name, person, phone } = n.nominee;
  return {
    kind: "candidate",
    id: candidateIdOf(n.id),
    rev: 1,
    said: [],
    call: n.call,
    name,
    ...(person && { person }),
    ...addressOf([n.nominee]),
    ...(phone && { phone }),
    seatGroup: n.seatGroup,
    ...(n.alternative && { alternative: n.alternative }),
    role: n.role,
    nominations: [n.id],
    proposers: n.by ? [n.by] : [],
    consent: "asked",
    answers: [],
    ...(consentBy && { consentBy }),
    asked: 1,
    askedAt: at,
    conflicts: [],
    reminded: 0,
    nonces: [],
  };
}

/** One more proposal of a known candidate. Who had ceased to stand takes the new one's seat and is asked anew, unless they declined. */
function joining(candidate: Candidate, n: Nomination, { at, by, consentBy }: Now): Candidate {
  const phone = candidate.phone ?? n.nominee.phone;
  const nowReachable = (!candidate.person || candidate.outside) && !!n.nominee.person;
  const person = nowReachable ? n.nominee.person : candidate.person;
  const back = !stands(candidate);
  const { outside, email: _e, contactOnly: _c, ...whole } = candidate;
  const { alternative: _, ...rest } = whole;
  const seat = back
    ? { ...rest, seatGroup: n.seatGroup, ...(n.alternative && { alternative: n.alternative }), role: n.role }
    : whole;
  const known: Candidate = {
    ...seat,
    rev: candidate.rev + 1,
    ...(person && { person }),
    ...(outside && !nowReachable && { outside }),
    ...addressOf([candidate, n.nominee]),
    ...(phone && { phone }),
    nominations: [...candidate.nominations, n.id],
    proposers: [...new Set([...candidate.proposers, ...(n.by ? [n.by] : [])])],
  };
  if (known.consent === "lapsed" && consentBy)
    return {
      ...askedAnew(known, at),
      consentBy,
      revived: { by, at, reason: n.lateAccepted?.reason ?? "" },
    };
  if (known.consent === "declined" || known.consent === "lapsed") return known;
  return back || (nowReachable && known.consent === "asked")
    ? { ...askedAnew(known, at), ...(consentBy && { consentBy }) }
    : known;
}

/** One's own proposal counts as consent, in the order of time among other answers. */
function withOwn(candidate: Candidate, n: Nomination, { by, text, receivedBy }: Now): Candidate {
  if (!n.self) return candidate;
  const { arrival } = n;
  const answer: Answer = {
    state: "given",
    at: arrival.at,
    way: isEntered(arrival) ? arrival.way : "own",
    by: n.nominee.person ?? by,
    text,
    ...(receivedBy && { receivedBy }),
  };
  const answers = [...candidate.answers, answer].toSorted((a, b) => a.at - b.at);
  const last = answers.at(-1);
  if (last !== answer) return { ...candidate, answers };
  const { notReached: _, ...reached } = candidate;
  return { ...reached, answers, consent: "given" };
}

/** To be asked once more, with the next request. */
export const askedAnew = ({ notReached: _, ...candidate }: Candidate, at: Instant): Candidate => ({
  ...candidate,
  consent: "asked",
  asked: candidate.asked + 1,
  askedAt: at,
});

/** Two candidates who turn out to be one: what either of them was asked and answered is kept. */
function absorb(into: Candidate, other: Candidate): Candidate {
  const phone = into.phone ?? other.phone;
  const { outside: _, email: _e, contactOnly: _c, ...kept } = into;
  const state = [into, other].filter((c) => c.consent === "given" || c.consent === "declined");
  const latest = state.toSorted((a, b) => lastAt(a) - lastAt(b)).at(-1);
  const asking = into.consent === "asked" || (other.consent === "asked" && stands(other));
  return {
    ...kept,
    ...personOf([into, other]),
    ...addressOf([into, other]),
    ...(phone && { phone }),
    nominations: [...into.nominations, ...other.nominations],
    proposers: [...new Set([...into.proposers, ...other.proposers])],
    answers: [...into.answers, ...other.answers].toSorted((a, b) => a.at - b.at),
    consent: latest?.consent ?? (asking ? "asked" : "lapsed"),
    conflicts: [...into.conflicts, ...other.conflicts],
  };
}

const lastAt = (c: Candidate) => c.answers.at(-1)?.at ?? 0;

const absorbedInto = (candidate: Candidate, into: CandidateId): Candidate => ({
  ...candidate,
  rev: candidate.rev + 1,
  nominations: [],
  proposers: [],
  mergedInto: into,
});
