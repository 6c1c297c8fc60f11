import type { Answer, Limit } from "../domain/candidate.ts";
import { type RecordRefusal, type ReviveRefusal, recordAnswer, revive } from "../domain/candidate-record.ts";
import { remindable, reminded } from "../domain/candidate-remind.ts";
import { type AnswerRefusal, answer, type Changed, notMe, type Press } from "../domain/consent.ts";
import { accept, type Decision, refuse } from "../domain/decision.ts";
import { type Change, seen } from "../domain/facts.ts";
import { isOfficer } from "../domain/group.ts";
import type { CallId, CandidateId, PersonId } from "../domain/ids.ts";
import type { Moment } from "../domain/time.ts";
import {
  answerCandidacy,
  type CandidacyRef,
  changeCandidacy,
  type FoundCandidacy,
  nominationsOf,
} from "./candidacy.ts";
import { change } from "./change.ts";
import type { Ports } from "./ports.ts";
import { openRound } from "./round.ts";

/** The version of the text that an answer was drawn with, and what it is now. */
interface TextShown {
  drawn: string | undefined;
  now(found: FoundCandidacy): string;
}

/** A candidate consents or declines; to another text than the one that was shown, the answer has no effect. */
export const answerConsent = (
  ports: Ports,
  ref: CandidacyRef,
  { text, ...given }: { state: Answer["state"]; limit?: Limit; reason?: string; text: string | TextShown },
  press: Press,
) =>
  answerCandidacy<Changed, AnswerRefusal>(ports, ref, press.by, (found) => {
    if (typeof text === "string") return answer(found, { ...given, text }, press);
    const now = text.now(found);
    const changed = text.drawn !== undefined && text.drawn !== now && !seen(found.candidate, press.nonce);
    return changed ? refuse({ kind: "stale" }) : answer(found, { ...given, text: now }, press);
  });

/** Somebody who was asked says that they aren't the candidate. */
export const sayNotMe = (ports: Ports, ref: CandidacyRef, press: Press) =>
  answerCandidacy<Changed, AnswerRefusal>(ports, ref, press.by, (found) => notMe(found, press));

/** An officer records an answer that came outside Teams. */
export const recordConsent = (
  ports: Ports,
  ref: CandidacyRef,
  given: Parameters<typeof recordAnswer>[1],
  press: Press,
) =>
  changeCandidacy<Changed, RecordRefusal>(ports, ref, press.by, async (found, round) => {
    const nominations = await nominationsOf(round, found.candidate.nominations);
    return recordAnswer({ ...found, nominations }, given, press);
  });

/** A chair revives a lapsed candidacy. */
export const reviveCandidacy = (
  ports: Ports,
  ref: CandidacyRef,
  how: { reason: string; consentBy: Moment },
  press: Press,
) => changeCandidacy<Changed, ReviveRefusal>(ports, ref, press.by, (found) => revive(found, how, press));

/** A page of candidates fits one batch with the deliveries that it causes. */
const PAGE = 20;

/** Reminds all who haven't answered, page by page; who was reminded within the hour isn't reminded again. */
export async function remindAll(
  ports: Ports,
  { call, tenant, by }: { call: CallId; tenant: string; by: PersonId },
): Promise<Decision<{ count: number }, { kind: "notAllowed" } | { kind: "noSuchRound" }>> {
  const round = await openRound(ports, call);
  if (!round?.call || round.group.place.tenant !== tenant) return refuse({ kind: "noSuchRound" });
  if (!isOfficer(round.group, by)) return refuse({ kind: "notAllowed" });
  const waiting = (await round.list("candidate")).filter(
    (c) => round.call && remindable(round.call, c, ports.clock.now()),
  );
  let count = 0;
  for (let from = 0; from < waiting.length; from += PAGE) {
    const decision = await remindPage(
      ports,
      call,
      by,
      waiting.slice(from, from + PAGE).map((c) => c.id),
    );
    if (decision.ok) count += decision.state.facts.length;
  }
  return accept({ count });
}

const remindPage = (ports: Ports, call: CallId, by: PersonId, ids: readonly CandidateId[]) =>
  change<Change, never>(ports, call, by, async (round) => {
    const now = ports.clock.now();
    const found = await Promise.all(ids.map((id) => round.get("candidate", id)));
    const due = found.filter((c) => c !== undefined && round.call && remindable(round.call, c, now));
    const facts = due.map((c) => reminded(c as NonNullable<typeof c>, now));
    return accept({ facts, events: ["consentReminded"] });
  });
