import { type Address, type AddressRefusal, fixAddress, markHandled } from "../domain/candidate-address.ts";
import { type ConflictRefusal, markConflict } from "../domain/candidate-conflict.ts";
import { type MergeRefusal, merge } from "../domain/candidate-merge.ts";
import { answerMove, type MoveAnswerRefusal, type MoveRefusal, move, recordMove } from "../domain/candidate-move.ts";
import type { Conflict, OfficerRefusal } from "../domain/candidate-officer.ts";
import type { Changed, Press } from "../domain/consent.ts";
import { refuse } from "../domain/decision.ts";
import type { Change } from "../domain/facts.ts";
import type { CandidateId, NominationId } from "../domain/ids.ts";
import type { Nomination } from "../domain/nomination.ts";
import { sameEmail } from "../domain/person.ts";
import { type RedactRefusal, redact } from "../domain/redaction.ts";
import { type CandidacyRef, changeCandidacy, type NoSuchCandidate } from "./candidacy.ts";
import { change } from "./change.ts";
import { noteRound, readPerson } from "./people.ts";
import type { Ports } from "./ports.ts";

/** Corrects how a candidate is reached; who was asked in their place so far sees that it no longer concerns them. */
export async function correctAddress(ports: Ports, ref: CandidacyRef, address: Address, press: Press) {
  const known = address.person && (await readPerson(ports.store, address.person));
  if (known) await noteRound(ports, known.id, ref.call);
  const isTheirs = !known || sameEmail(known.email ?? "") === sameEmail(address.email ?? "");
  const marked: Address = address.email && !isTheirs ? { ...address, contactOnly: true } : address;
  return changeCandidacy<Changed, AddressRefusal>(ports, ref, press.by, async (found, round) => {
    const others = await round.list("candidate");
    return fixAddress({ ...found, others }, marked, press);
  });
}

export const handleOtherwise = (ports: Ports, ref: CandidacyRef, note: string, press: Press) =>
  changeCandidacy<Changed, OfficerRefusal>(ports, ref, press.by, (found) => markHandled(found, { note }, press));

export const suggestMove = (ports: Ports, ref: CandidacyRef, how: { to: string; note: string }, press: Press) =>
  changeCandidacy<Changed, MoveRefusal>(ports, ref, press.by, (found) => move(found, how, press));

export const decideMove = (ports: Ports, ref: CandidacyRef, approved: boolean, press: Press) =>
  changeCandidacy<Changed, MoveAnswerRefusal>(ports, ref, press.by, (found) => answerMove(found, approved, press));

export const recordMoveAnswer = (ports: Ports, ref: CandidacyRef, approved: boolean, press: Press) =>
  changeCandidacy<Changed, MoveRefusal>(ports, ref, press.by, (found) => recordMove(found, approved, press));

export const declareConflict = (ports: Ports, ref: CandidacyRef, because: Conflict, press: Omit<Press, "rev">) =>
  changeCandidacy<Changed, ConflictRefusal>(ports, ref, press.by, (found) => markConflict(found, because, press));

/** Two candidates become one, with all that was proposed and answered of either. */
export const mergeCandidates = (
  ports: Ports,
  ref: CandidacyRef,
  other: CandidateId,
  press: Press & { otherRev: number },
) =>
  changeCandidacy<Changed, MergeRefusal | NoSuchCandidate>(ports, ref, press.by, async (found, round) => {
    const candidate = await round.get("candidate", other);
    if (!candidate) return refuse({ kind: "noSuchCandidate" });
    const loaded = await Promise.all(candidate.nominations.map((id) => round.get("nomination", id)));
    return merge(found, { other: candidate, nominations: loaded.filter((n) => n !== undefined) }, press);
  });

export type RedactionRef = Omit<CandidacyRef, "candidate"> & { nomination: NominationId };

/** An officer rewrites what is published of a reason. */
export const redactReason = (
  ports: Ports,
  ref: RedactionRef,
  what: { field: string; text: string },
  press: Omit<Press, "arrivedAt">,
) =>
  change<Change & { nomination: Nomination }, RedactRefusal | NoSuchCandidate>(
    ports,
    ref.call,
    press.by,
    async (round) => {
      const { group, call } = round;
      const nomination = await round.get("nomination", ref.nomination);
      if (!call || !nomination || group.place.tenant !== ref.tenant) return refuse({ kind: "noSuchCandidate" });
      const candidate = nomination.candidate && (await round.get("candidate", nomination.candidate));
      return redact({ group, call, nomination, ...(candidate && { candidate }) }, what, press);
    },
  );
