import { type Call, deadlineFor, lastDeadline } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import type { Change } from "./facts.ts";
import { hashed } from "./hashed.ts";
import type { CallId, NominationId, PersonId } from "./ids.ts";
import {
  contentOf,
  type Entry,
  type EntryRefusal,
  incomplete,
  mayPropose,
  proposesSelf,
  seatOf,
} from "./nominate-entry.ts";
import { type Joining, joined } from "./nominate-join.ts";
import { type Arrival, isEntered, type Nomination } from "./nomination.ts";
import type { RecordEvent } from "./record.ts";
import { type Instant, inTime, type Moment } from "./time.ts";

export type NominateRefusal =
  | EntryRefusal
  | { kind: "notOpen"; opens?: Instant }
  | { kind: "cancelled" }
  | { kind: "selected" }
  | { kind: "notYetReceived" }
  /** What came for an officer in another way is entered by another officer. */
  | { kind: "conflict" }
  | { kind: "receivedBeforeOpening"; opened: Instant }
  | { kind: "late"; nomination: Nomination; deadline: Moment };

export type Nominated = Change & { nomination: Nomination };

/** A proposal on its way in: who sends it or enters it, how it came, and the nonce that its form was drawn with. */
export interface Proposing {
  nonce: string;
  entry: Entry;
  arrival: Arrival;
  /** Who acts: the proposer in Teams, or the officer who enters what came otherwise; on the web nobody knows yet. */
  by: PersonId | "web";
  proposer: Nomination["proposer"];
  /** On paper or on the web the person proposes themselves; in Teams it is seen from the sender. */
  self?: boolean;
  /** The version of the consent text that one's own proposal agrees to. */
  text: string;
  /** The officer's name, when entered. */
  enteredByName?: string;
}

/** The same form sent twice by the same person is the same nomination. */
export const nominationIdOf = (call: CallId, nonce: string, by: PersonId | "web"): NominationId =>
  `nom:${hashed([call, nonce, by].join("\n"))}`;

/**
 * One proposal of one person. In time is what arrived at or before the deadline's instant, whatever the call's status
 * is by now; what came later is kept as late, makes no candidate, and waits for a chair.
 */
export function nominate(
  call: Call,
  before: { existing: Nomination | undefined; candidates: readonly Candidate[]; behind: readonly Nomination[] },
  proposing: Proposing,
): Decision<Nominated, NominateRefusal> {
  const { entry, arrival } = proposing;
  if (before.existing) return again(call, before.existing);
  const entered = isEntered(arrival);
  const by = proposing.by === "web" ? undefined : proposing.by;
  const self = entered || !by ? proposing.self === true : proposesSelf(entry, by);
  const no = closedTo(call, arrival);
  if (no) return refuse(no);
  const seat = seatOf(call, entry);
  if (!seat.ok) return refuse(seat.refusal);
  const barred = entered ? undefined : mayPropose(call, entry, self);
  if (barred) return refuse(barred);
  if (!entry.nominee?.name.trim()) return refuse({ kind: "missing", what: "nominee" });
  if (entered && entry.nominee.person === by) return refuse({ kind: "conflict" });
  const deadline = deadlineFor(call, seat.state.seatGroup);
  if (!deadline) return refuse({ kind: "notOpen" });
  const late = !inTime(arrival.at, deadline);
  const gaps = incomplete(call, entry, self, entered || late);
  if (gaps) return refuse(gaps);
  const nomination: Nomination = {
    kind: "nomination",
    id: nominationIdOf(call.id, proposing.nonce, proposing.by),
    rev: 1,
    said: [],
    call: call.id,
    code: codeOf(call, late ? "M" : "E"),
    status: late ? "late" : "inTime",
    nominee: entry.nominee,
    self,
    ...(by && !entered && { by }),
    ...(!by && { unconfirmed: true as const, ...(self && { agreedTo: proposing.text }) }),
    proposer: proposing.proposer,
    ...contentOf(entry, seat.state),
    redacted: {},
    arrival,
    nonces: [proposing.nonce],
  };
  const numbered = { ...call, numbered: call.numbered + 1 };
  if (late) {
    const header = { ...numbered, late: call.late + 1 };
    const kept: Nominated = { facts: [header, nomination], events: ["nominationLate"], nomination };
    return refuse({ kind: "late", nomination, deadline }, kept);
  }
  if (call.status === "selected") return refuse({ kind: "selected" });
  if (!by) return accept({ facts: [numbered, nomination], events: ["nominated"], nomination });
  const { text, enteredByName } = proposing;
  const at = isEntered(arrival) ? arrival.enteredAt : arrival.at;
  const joining = joined(nomination, before.candidates, { at, by, text, receivedBy: enteredByName });
  return accept(counted(numbered, nomination, joining, before.behind, ["nominated"]));
}

/** Everything that changes once a nomination counts: the call's counts, the candidate, and those found to be the same person. */
export function counted(
  call: Call,
  nomination: Nomination,
  { candidate, absorbed, more }: Joining,
  behind: readonly Nomination[],
  events: RecordEvent[],
): Nominated {
  const counting = { ...nomination, candidate: candidate.id };
  const taken = absorbed.map(({ id }) => id);
  const moved = behind.flatMap((n) =>
    n.candidate && taken.includes(n.candidate) ? [{ ...n, rev: n.rev + 1, candidate: candidate.id }] : [],
  );
  const header: Call = {
    ...call,
    received: { ...call.received, [counting.seatGroup]: (call.received[counting.seatGroup] ?? 0) + 1 },
    candidates: call.candidates + more,
  };
  return {
    facts: [header, counting, candidate, ...absorbed, ...moved],
    events: [...events, candidate.nominations.length > 1 ? "candidateJoined" : "candidateAdded"],
    nomination: counting,
  };
}

/** The same form again: the same answer, and no second effect. */
function again(call: Call, existing: Nomination): Decision<Nominated, NominateRefusal> {
  const deadline = deadlineFor(call, existing.seatGroup) ?? lastDeadline(call);
  if (existing.status === "late" && deadline) return refuse({ kind: "late", nomination: existing, deadline });
  return accept({ facts: [], events: [], nomination: existing });
}

/** Whether the call takes no proposals at all, apart from its deadline. */
function closedTo(call: Call, arrival: Arrival): NominateRefusal | undefined {
  if (call.status === "draft") return { kind: "notOpen", ...(call.opens && { opens: call.opens.at }) };
  if (call.status === "cancelled") return { kind: "cancelled" };
  if (!isEntered(arrival)) return undefined;
  if (arrival.at > arrival.enteredAt) return { kind: "notYetReceived" };
  if (call.openedAt !== undefined && arrival.at < call.openedAt)
    return { kind: "receivedBeforeOpening", opened: call.openedAt };
  return call.status === "selected" ? { kind: "selected" } : undefined;
}

/** For people to read out: E7F3K04, or M7F3K05 when it came late. Numbers run through the whole call. */
const codeOf = (call: Call, letter: "E" | "M"): string =>
  `${letter}${call.code}${String(call.numbered + 1).padStart(2, "0")}`;
