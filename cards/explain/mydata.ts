import type { AnswerRequestRefusal, RequestRefusal } from "../../bot/domain/data-request.ts";
import type { NotePurgeRefusal } from "../../bot/domain/retention.ts";
import type { Reader } from "../reader.ts";

type NoSuchRound = { kind: "noSuchRound" };

/** Why a request about one's own data wasn't taken, in one sentence. */
export function explainAsk(refusal: RequestRefusal | NoSuchRound, { text }: Reader): string {
  const { refused, ask } = text.mydata;
  switch (refusal.kind) {
    case "nothingHere":
    case "noSuchRound":
      return refused.nothingHere;
    case "textMissing":
      return ask.textMissing;
    case "tooMany":
      return refused.tooMany(refusal.most);
  }
}

/** Why an officer's answer to a request wasn't taken. */
export function explainAnswerRequest(refusal: AnswerRequestRefusal | NoSuchRound, { text }: Reader): string {
  const { refused } = text.mydata;
  switch (refusal.kind) {
    case "notOfficer":
      return refused.notAllowed;
    case "textMissing":
      return refused.answerMissing;
    case "alreadyAnswered":
      return refused.alreadyAnswered;
    case "stale":
      return refused.stale;
    case "noSuchRound":
      return text.common.notFound;
  }
}

/** Why a coming erasing wasn't noted. */
export function explainPurge(refusal: NotePurgeRefusal | NoSuchRound, { text }: Reader): string {
  switch (refusal.kind) {
    case "notOfficer":
      return text.mydata.refused.notAllowed;
    case "notComing":
      return text.retention.notComing;
    case "noSuchRound":
      return text.common.notFound;
  }
}
