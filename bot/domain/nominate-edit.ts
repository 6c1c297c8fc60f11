import { type Call, deadlineFor } from "./call.ts";
import { type Candidate, stands } from "./candidate.ts";
import { mayHandle } from "./candidate-officer.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import type { PersonId } from "./ids.ts";
import { contentOf, type Entry, type EntryRefusal, incomplete, mayPropose, seatOf } from "./nominate-entry.ts";
import { askedAnew } from "./nominate-join.ts";
import { counts, type Nomination, type Organisation, tooClose } from "./nomination.ts";
import { sameEmail } from "./person.ts";
import { type Instant, inTime, type Moment } from "./time.ts";

export type ChangeRefusal =
  | EntryRefusal
  | { kind: "notYours" }
  | { kind: "conflict" }
  | { kind: "deadlinePassed"; deadline: Moment }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "withdrawn" }
  | { kind: "lateNotChanged" }
  | { kind: "stale"; nomination: Nomination };

/** A nomination in its round, with the candidate that it counts for. */
export interface Standing {
  group: Group;
  call: Call;
  nomination: Nomination;
  candidate: Candidate | undefined;
}

/** Who pressed, when it arrived, and what the pressed card was drawn with. */
export interface Press {
  by: PersonId;
  nonce: string;
  rev: number;
  arrivedAt: Instant;
}

export type Edited = Change & { nomination: Nomination };

/** Whose proposal it is: the sender's; what an officer entered is in the officers' care, what nobody confirmed is nobody's. */
export const isTheirs = ({ by, unconfirmed }: Nomination, group: Group, person: PersonId): boolean =>
  by ? by === person : !unconfirmed && isOfficer(group, person);

/**
 * Why a proposal can't be changed now. The sender can until the deadline; what was entered, an officer without a conflict
 * of interest in it can until the selection.
 */
export function notChangeable(
  { group, call, nomination, candidate }: Omit<Standing, "candidate"> & { candidate?: Candidate | undefined },
  { by, arrivedAt }: Pick<Press, "by" | "arrivedAt">,
): ChangeRefusal | undefined {
  if (!isTheirs(nomination, group, by)) return { kind: "notYours" };
  if (!nomination.by && (tooClose(nomination, by) || (candidate && !mayHandle(group, candidate, by))))
    return { kind: "conflict" };
  if (nomination.status === "withdrawn") return { kind: "withdrawn" };
  if (call.status === "cancelled" || call.status === "selected") return { kind: call.status };
  if (!nomination.by) return nomination.status === "late" ? { kind: "lateNotChanged" } : undefined;
  const deadline = deadlineFor(call, nomination.seatGroup);
  if (deadline && !inTime(arrivedAt, deadline)) return { kind: "deadlinePassed", deadline };
  return counts(nomination) ? undefined : { kind: "lateNotChanged" };
}

/** The proposer changes anything but the person: for somebody else they withdraw and propose anew. */
export function edit(
  { group, call, nomination, candidate }: Standing,
  written: Omit<Entry, "nominee">,
  press: Press,
): Decision<Edited, ChangeRefusal> {
  if (isTheirs(nomination, group, press.by) && seen(nomination, press.nonce)) return unchanged(nomination);
  const no = notChangeable({ group, call, nomination, candidate }, press);
  if (no) return refuse(no);
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  const entry: Entry = { ...written, nominee: nomination.nominee };
  const seat = seatOf(call, entry);
  if (!seat.ok) return refuse(seat.refusal);
  const deadline = deadlineFor(call, seat.state.seatGroup);
  if (nomination.by && deadline && !inTime(press.arrivedAt, deadline))
    return refuse({ kind: "deadlinePassed", deadline });
  const barred = nomination.by && mayPropose(call, entry, nomination.self);
  const gaps = barred || incomplete(call, entry, nomination.self, !nomination.by);
  if (gaps) return refuse(gaps);
  const { alternative: _a, otherBodies: _o, proposer, ...kept } = nomination;
  const { position: _p, ...sender } = proposer;
  const next: Nomination = {
    ...kept,
    ...contentOf(entry, seat.state),
    organisations: confirmedStill(nomination.organisations, entry.organisations),
    proposer: { ...sender, ...(entry.position && { position: entry.position }) },
    redacted: redactedStill(nomination, entry),
    rev: nomination.rev + 1,
    editedAt: press.arrivedAt,
    nonces: remember(nomination, press.nonce),
  };
  const facts: Change["facts"] = [next];
  if (next.seatGroup !== nomination.seatGroup)
    facts.unshift({ ...call, received: moved(call.received, nomination.seatGroup, next.seatGroup) });
  const followed = candidate && followSeat(candidate, next, press.arrivedAt);
  if (followed) facts.push(followed);
  return accept({ facts, events: ["nominationEdited"], nomination: next });
}

/**
 * The proposer takes the proposal back. A candidate whom nobody proposes any more stands no longer; `remaining` are
 * the candidate's other proposals that count.
 */
export function withdraw(
  { group, call, nomination, candidate }: Standing,
  remaining: readonly Nomination[],
  press: Press,
): Decision<Edited, ChangeRefusal> {
  if (isTheirs(nomination, group, press.by) && seen(nomination, press.nonce)) return unchanged(nomination);
  const no = notChangeable({ group, call, nomination, candidate }, press);
  if (no) return refuse(no);
  if (press.rev !== nomination.rev) return refuse({ kind: "stale", nomination });
  const next: Nomination = {
    ...nomination,
    rev: nomination.rev + 1,
    status: "withdrawn",
    withdrawnAt: press.arrivedAt,
    nonces: remember(nomination, press.nonce),
  };
  const left = candidate && without(candidate, nomination, remaining, press.arrivedAt);
  const header: Call = {
    ...call,
    received: moved(call.received, nomination.seatGroup, undefined),
    candidates: call.candidates - (candidate && stands(candidate) && left && !stands(left) ? 1 : 0),
  };
  return accept({ facts: [header, next, ...(left ? [left] : [])], events: ["nominationWithdrawn"], nomination: next });
}

const unchanged = (nomination: Nomination) => accept<Edited>({ facts: [], events: [], nomination });

function moved(received: Call["received"], from: string, to: string | undefined): Call["received"] {
  const next = { ...received, [from]: Math.max(0, (received[from] ?? 0) - 1) };
  return to === undefined ? next : { ...next, [to]: (next[to] ?? 0) + 1 };
}

/** A co-proposer's word stays as long as the organisation and its contact do. */
function confirmedStill(before: readonly Organisation[], after: readonly Organisation[]): Organisation[] {
  return after.map((organisation) => {
    if (organisation.confirmation === "own") return organisation;
    const same = before.find((o) => o.confirmation !== "own" && sameContact(o, organisation));
    if (!same) return organisation;
    return { ...organisation, confirmation: same.confirmation, ...(same.word && { word: same.word }) };
  });
}

const sameContact = (a: Organisation, b: Organisation) =>
  a.name.trim().toLowerCase() === b.name.trim().toLowerCase() &&
  a.contact?.person === b.contact?.person &&
  sameEmail(a.contact?.email ?? "") === sameEmail(b.contact?.email ?? "");

/** What a chair redacted stays redacted until that very text is written anew. */
const redactedStill = (before: Nomination, after: Entry): Nomination["redacted"] =>
  Object.fromEntries(
    Object.entries(before.redacted).filter(([key]) =>
      key === "reason" ? after.reason === before.reason : after.reasons[key] === before.reasons[key],
    ),
  );

/** The seat of a candidate with one proposal follows it; who had consented to another seat is asked anew. */
function followSeat(candidate: Candidate, n: Nomination, at: Instant): Candidate | undefined {
  const same =
    candidate.seatGroup === n.seatGroup && candidate.alternative === n.alternative && candidate.role === n.role;
  if (same || candidate.nominations.length !== 1 || candidate.move) return undefined;
  const next = { ...seated(candidate, n), rev: candidate.rev + 1 };
  return next.consent === "given" && !n.self ? askedAnew(next, at) : next;
}

function seated({ alternative: _, ...candidate }: Candidate, n: Nomination): Candidate {
  return {
    ...candidate,
    seatGroup: n.seatGroup,
    ...(n.alternative && { alternative: n.alternative }),
    role: n.role,
  };
}

/**
 * A candidate without one of their proposals: in the seat of the first that remains when none names the old one, and
 * asked anew when the consent was the withdrawn proposal itself, or was given to a seat that is no longer theirs.
 */
function without(candidate: Candidate, n: Nomination, remaining: readonly Nomination[], at: Instant): Candidate {
  const left: Candidate = {
    ...candidate,
    rev: candidate.rev + 1,
    nominations: candidate.nominations.filter((id) => id !== n.id),
    proposers: candidate.proposers.filter((person) => remaining.some((other) => other.by === person)),
  };
  const [first] = remaining;
  if (!first || !stands(left)) return left;
  const reseat = !left.move && !remaining.some((other) => other.seatGroup === left.seatGroup);
  const next = reseat ? seated(left, first) : left;
  const last = next.answers.at(-1);
  const consentGone = n.self && last?.state === "given" && last.at === n.arrival.at;
  return next.consent === "given" && (reseat || consentGone) ? askedAnew(next, at) : next;
}
