import type {
  AppendixArrival,
  AppendixCandidate,
  AppendixConsent,
  AppendixProposal,
  AppendixReason,
  LateProposal,
} from "./appendix-view.ts";
import { type Call, deadlineHeld } from "./call.ts";
import type { Candidate } from "./candidate.ts";
import { limitOf } from "./consent.ts";
import type { PersonId } from "./ids.ts";
import type { LocalText } from "./lang.ts";
import { isEntered, type Nomination } from "./nomination.ts";
import { publishedReason } from "./redaction.ts";

/** What the parts of an appendix are told with. */
export interface Telling {
  call: Call;
  local(text: LocalText): string;
  theme(id: string): string;
  nameOf(person: PersonId): string;
}

/** A candidate's entry, with the proposals that count, in order of code. */
export function candidatePart(candidate: Candidate, nominations: readonly Nomination[], t: Telling): AppendixCandidate {
  const { move, revived } = candidate;
  const from = nominations[0]?.seatGroup ?? candidate.seatGroup;
  return {
    name: candidate.name,
    role: candidate.role,
    ...(candidate.alternative ? { alternative: t.theme(candidate.alternative) } : {}),
    consent: consentPart(candidate, t),
    ...(move
      ? { move: { from: t.theme(from), to: t.theme(move.to), note: move.note, at: move.at, state: move.state } }
      : {}),
    ...(revived ? { revived: { at: revived.at, reason: revived.reason } } : {}),
    conflicts: candidate.conflicts.map(({ person, because }) => ({ name: t.nameOf(person), because })),
    proposals: nominations.map((n) => proposalPart(n, t)),
  };
}

/** The entry of someone proposed who has not become a candidate. */
export const unaskedPart = (nomination: Nomination, t: Telling): AppendixCandidate => ({
  name: nomination.nominee.name,
  role: nomination.role,
  ...(nomination.alternative ? { alternative: t.theme(nomination.alternative) } : {}),
  consent: { state: "notAsked" },
  conflicts: [],
  proposals: [proposalPart(nomination, t)],
});

function consentPart(candidate: Candidate, { call, theme }: Telling): AppendixConsent {
  const answer = candidate.answers.at(-1);
  const by = candidate.consentBy ?? call.consentBy;
  const counts = answer?.state === candidate.consent ? answer : undefined;
  const { role, seatGroup, text } = (counts && limitOf(candidate)) ?? {};
  const receivedBy = counts?.receivedBy;
  return {
    state: candidate.consent,
    ...(by ? { by } : {}),
    ...(counts ? { answered: { at: counts.at, way: counts.way, ...(receivedBy ? { receivedBy } : {}) } } : {}),
    ...(role || seatGroup || text
      ? {
          limit: {
            ...(role ? { role } : {}),
            ...(seatGroup ? { theme: theme(seatGroup) } : {}),
            ...(text ? { text } : {}),
          },
        }
      : {}),
    ...(candidate.notReached && candidate.consent === "asked" ? { notReached: candidate.notReached.reason } : {}),
  };
}

function proposalPart(n: Nomination, t: Telling): AppendixProposal {
  const { name, position } = n.proposer;
  return {
    ...(n.status === "acceptedLate" ? {} : { code: n.code }),
    organisations: n.organisations.map(({ contact: _, ...organisation }) => organisation),
    self: n.self,
    ...(n.self || !name ? {} : { proposer: { name, ...(position ? { position } : {}) } }),
    arrival: arrivalPart(n, t),
    ...(n.editedAt === undefined ? {} : { editedAt: n.editedAt }),
    reasons: reasonsOf(n, t),
    ...(n.otherBodies ? { otherBodies: n.otherBodies } : {}),
  };
}

/** The reason for the whole, then by criterion in the call's order; what a chair redacted only as it may be published. */
function reasonsOf(n: Nomination, { call, local }: Telling): AppendixReason[] {
  const known = call.criteria.map(({ id, text }) => ({ id, criterion: local(text) }));
  const gone = Object.keys({ ...n.reasons, ...n.redacted })
    .filter((id) => id !== "reason" && !known.some((k) => k.id === id))
    .map((id) => ({ id, criterion: "" }));
  return [{ id: "reason", criterion: undefined }, ...known, ...gone].flatMap(({ id, criterion }) => {
    const redacted = Object.hasOwn(n.redacted, id);
    const text = publishedReason(n, id) ?? "";
    if (!redacted && !text.trim()) return [];
    return [{ ...(criterion === undefined ? {} : { criterion }), text, redacted }];
  });
}

/** A late proposal's line. Of one that was only kept, no more is told than is needed to see what it is. */
export function latePart(n: Nomination, t: Telling): LateProposal {
  const deadline = deadlineHeld(t.call, n.seatGroup, n.arrival.at);
  const { lateAccepted: accepted } = n;
  return {
    code: n.code,
    nominee: n.nominee.name,
    theme: t.theme(n.seatGroup),
    organisations: n.organisations.map(({ name }) => name),
    self: n.self,
    arrival: arrivalPart(n, t),
    ...(deadline ? { deadline } : {}),
    ...(n.status === "acceptedLate" && accepted
      ? { accepted: { at: accepted.at, by: t.nameOf(accepted.by), reason: accepted.reason } }
      : {}),
  };
}

const arrivalPart = ({ arrival }: Nomination, { nameOf }: Telling): AppendixArrival => ({
  way: arrival.way,
  at: arrival.at,
  ...(isEntered(arrival) && { entered: { by: nameOf(arrival.enteredBy), at: arrival.enteredAt } }),
});
