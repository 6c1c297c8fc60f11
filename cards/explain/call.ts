import type { CancelRefusal } from "../../bot/domain/call-cancel.ts";
import type { StartRefusal } from "../../bot/domain/call-draft.ts";
import type { ExtendRefusal } from "../../bot/domain/call-extend.ts";
import type { PublishRefusal } from "../../bot/domain/call-publish.ts";
import type { AnswerRefusal, AskRefusal } from "../../bot/domain/call-question.ts";
import type { SaveRefusal } from "../../bot/domain/call-save.ts";
import type { Text } from "../text.ts";

export type CallRefusal =
  | SaveRefusal
  | PublishRefusal
  | ExtendRefusal
  | CancelRefusal
  | StartRefusal
  | AskRefusal
  | AnswerRefusal
  | { kind: "noSuchRound" };

/** Why something about a call wasn't done, in one sentence. */
export function explainCall(refusal: CallRefusal, text: Text): string {
  const { refused, problem, step, languages, groupLacks, manage } = text.call;
  switch (refusal.kind) {
    case "noSuchRound":
      return text.common.notFound;
    case "notOfficer":
      return text.common.notAllowed;
    case "time":
      return text.common.timeRefused[refusal.time.kind](refusal.time.written.replace("T", " "));
    case "count":
    case "seatName":
    case "url":
    case "contactName":
    case "contactDays":
      return refused[refusal.kind](refusal.row);
    case "groupLacks":
      return refused.groupLacks(refusal.missing.map((one) => groupLacks[one]).join(", "));
    case "notPublishable":
      return refused.notPublishable(refusal.problems.map((one) => problem[one]).join(", "));
    case "languagesMissing":
      return refused.languagesMissing(
        refusal.pages.map((page) => manage.checkText(step[page.step].toLowerCase(), languages[page.lang])).join(", "),
      );
    case "notReady":
    case "stale":
    case "beingPublished":
    case "wrongStatus":
    case "nothingChanged":
    case "noteMissing":
    case "dayMissing":
    case "termOrder":
    case "rowsFixed":
    case "consentTooEarly":
    case "consentTooLate":
    case "consentEarlier":
    case "decisionTooEarly":
    case "alreadyPublished":
    case "notBeingPublished":
    case "notExtendable":
    case "noSuchTheme":
    case "deadlineMissing":
    case "deadlineNotLater":
    case "deadlinePast":
    case "reasonMissing":
    case "notCancellable":
    case "notOpen":
    case "questionMissing":
    case "noSuchQuestion":
    case "answered":
    case "answerMissing":
      return refused[refusal.kind];
  }
}
