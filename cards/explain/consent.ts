import type { MoveAnswerRefusal } from "../../bot/domain/candidate-move.ts";
import type { AnswerRefusal } from "../../bot/domain/consent.ts";
import type { Instant } from "../../bot/domain/time.ts";
import type { Reader } from "../reader.ts";
import { told } from "../when.ts";

/** What was pressed about isn't there (any more), or isn't of this tenant. */
export type Gone = { kind: "noSuchRound" } | { kind: "noSuchCandidate" };

/** Why a candidate's own answer wasn't taken, in one sentence. */
export function explainAnswer(
  refusal: AnswerRefusal | MoveAnswerRefusal | Gone,
  arrivedAt: Instant,
  reader: Reader,
): string {
  const { refused } = reader.text.consent;
  switch (refusal.kind) {
    case "notYours":
      return refused.notYours;
    case "notStanding":
      return refused.notStanding;
    case "callOver":
      return refused[refusal.status];
    case "lapsed": {
      const { deadline, arrival } = told(refusal.deadline, arrivedAt, reader);
      return refused.lapsed(deadline, arrival);
    }
    case "limitImpossible":
      return refused.limitImpossible;
    case "alreadyAnswered":
      return refused.alreadyAnswered;
    case "stale":
      return refused.stale;
    case "noMove":
      return refused.noMove;
    case "noSuchRound":
    case "noSuchCandidate":
      return refused.noSuchCandidate;
  }
}
