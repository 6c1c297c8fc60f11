import type { RoundClosed } from "../../bot/domain/box.ts";
import type { StartRefusal } from "../../bot/domain/call-draft.ts";
import type { AttendRefusal } from "../../bot/domain/meeting-attend.ts";
import type { MeetingRefusal } from "../../bot/domain/meeting-change.ts";
import type { MeetingTypedRefusal } from "../../bot/domain/meeting-typed.ts";
import { missingLanguages } from "../languages.ts";
import type { Reader } from "../reader.ts";

/** People in a form that aren't known. */
export type NamedRefusal =
  | { kind: "unknownPeople"; names: string[] }
  | { kind: "personalLine"; line: string }
  /** Whose own seat would be given away by it, so that nobody were called. */
  | { kind: "personalBoth"; line: string }
  | { kind: "outsideLine"; line: string };

export type AnyMeetingRefusal =
  | StartRefusal
  | MeetingRefusal
  | AttendRefusal
  | MeetingTypedRefusal
  | NamedRefusal
  | RoundClosed
  | { kind: "noSuchRound" };

/** Why something about a meeting wasn't done, in one sentence. */
export function explainMeeting(refusal: AnyMeetingRefusal, reader: Reader): string {
  const { text } = reader;
  const { refused } = text.meeting;
  switch (refusal.kind) {
    case "noSuchRound":
    case "noSuchMeeting":
      return text.common.notFound;
    case "notOfficer":
      return text.common.notAllowed;
    case "languagesMissing":
      return missingLanguages(refusal.languages, reader);
    case "stale":
      return "current" in refusal ? refused.staleAnswer : refused.stale;
    case "notATime":
    case "timeTwice":
    case "timeSkipped":
      return text.common.timeRefused[refusal.kind](refusal.written.replace("T", " "));
    case "urlWrong":
      return refused.urlWrong(refusal.written);
    case "unknownPeople":
      return refused.unknownPeople(refusal.names.join(", "));
    case "outsideLine":
      return text.poll.refused.outsideLine(refusal.line);
    case "notCalled":
    case "nobodyLeft":
      return text.meetingPeople.refused[refusal.kind];
    case "tooManyCalled":
      return text.meetingPeople.refused.tooManyCalled(refusal.most);
    case "personalLine":
    case "personalBoth":
      return refused[refusal.kind](refusal.line);
    case "notReady":
    case "timePassed":
    case "meetingCancelled":
    case "meetingOver":
    case "nothingChanged":
    case "reasonMissing":
    case "moved":
    case "notInvited":
    case "notTheirs":
    case "noSubstitute":
    case "seatTaken":
    case "roundClosed":
    case "titleMissing":
    case "lastDayBefore":
    case "timeOrLastDay":
    case "dateMissing":
    case "lengthWrong":
    case "quorumWrong":
    case "answerTooLate":
    case "noticeTooLate":
    case "answerPassed":
    case "noticePassed":
      return refused[refusal.kind];
  }
}
