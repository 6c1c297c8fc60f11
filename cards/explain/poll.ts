import type { RoundClosed } from "../../bot/domain/box.ts";
import type { StartRefusal } from "../../bot/domain/call-draft.ts";
import type { PollAnswerRefusal } from "../../bot/domain/poll-answering.ts";
import type { PollCloseRefusal, StandInRefusal } from "../../bot/domain/poll-close.ts";
import type { DecideRefusal } from "../../bot/domain/poll-decide.ts";
import type { PollSaveRefusal } from "../../bot/domain/poll-draft.ts";
import type { PatternRefusal } from "../../bot/domain/poll-generate.ts";
import type { OptionsRefusal } from "../../bot/domain/poll-options.ts";
import type { PollPeopleRefusal } from "../../bot/domain/poll-people.ts";
import type { PollPostRefusal } from "../../bot/domain/poll-post.ts";
import type { DaysRefusal, WeeksRefusal } from "../../bot/domain/poll-typed.ts";
import type { TimeRefusal } from "../../bot/domain/time.ts";
import { missingLanguages } from "../languages.ts";
import { problemText } from "../poll-manage.ts";
import { optionText, wishText } from "../poll-parts.ts";
import { timesText } from "../poll-times.ts";
import type { Reader } from "../reader.ts";
import { dateTime } from "../when.ts";

/** What somebody typed in a form of a poll that means nothing. */
export type TypedRefusal =
  | WeeksRefusal
  | DaysRefusal
  | { kind: "unknownPeople"; names: string[] }
  | { kind: "outsideLine"; line: string }
  | { kind: "urlWrong"; written: string }
  | { kind: "seriesWrong" }
  | { kind: "dateMissing" }
  | { kind: "deadlineMissing" };

export type PollRefusal =
  | StartRefusal
  | PollSaveRefusal
  | OptionsRefusal
  | PatternRefusal
  | PollPostRefusal
  | PollCloseRefusal
  | DecideRefusal
  | PollAnswerRefusal
  | StandInRefusal
  | PollPeopleRefusal
  | TimeRefusal
  | TypedRefusal
  | RoundClosed
  | { kind: "noSuchRound" };

/** Why something about a poll wasn't done, in one sentence. */
export function explainPoll(refusal: PollRefusal, reader: Reader): string {
  const { text } = reader;
  const { refused } = text.poll;
  const when = (at: number) => dateTime(at, reader);
  switch (refusal.kind) {
    case "noSuchRound":
    case "noSuchPoll":
      return text.common.notFound;
    case "notOfficer":
      return text.common.notAllowed;
    case "urlWrong":
      return text.meeting.refused.urlWrong(refusal.written);
    case "languagesMissing":
      return missingLanguages(refusal.languages, reader);
    case "stale":
      return "current" in refusal ? refused.staleAnswer : refused.stale;
    case "wrongStatus":
    case "notOpen":
      return refused.status[refusal.status];
    case "notATime":
    case "timeTwice":
    case "timeSkipped":
      return text.common.timeRefused[refusal.kind](refusal.written.replace("T", " "));
    case "tooManyOptions":
      return refused.tooManyOptions(refusal.count, refusal.most);
    case "optionPassed":
      return refused.optionPassed(optionText(refusal.option, reader));
    case "noSuchWeek":
      return refused.noSuchWeek(refusal.week, refusal.year);
    case "weeksWrong":
    case "daysWrong":
      return refused[refusal.kind](refusal.written);
    case "hoursWrong":
      return refused.hoursWrong(refusal.from, refusal.to);
    case "notLater":
      return refused.notLater(when(refusal.deadline.at));
    case "optionsTooEarly":
      return refused.optionsTooEarly(timesText(refusal.options, reader));
    case "remindedJustNow":
      return refused.remindedJustNow(when(refusal.next));
    case "overlapping": {
      const [one, other] = refusal.options;
      return refused.overlapping(optionText(one, reader), optionText(other, reader));
    }
    case "againstWish": {
      const { breach, wish } = refusal;
      if (breach.kind === "count") return refused.againstCount(wishText(wish, reader), breach.count);
      const [one, other] = breach.options;
      return refused.againstApart(optionText(one, reader), optionText(other, reader), wishText(wish, reader));
    }
    case "notPostable":
      return refused.notPostable(refusal.problems.map((p) => problemText(p, reader)).join(" "));
    case "unknownPeople":
      return refused.unknownPeople(refusal.names.join(", "));
    case "outsideLine":
      return refused.outsideLine(refusal.line);
    case "looser":
      return text.pollRules.looser;
    case "nobodyNew":
    case "notAskedNow":
    case "lastAsked":
      return text.pollPeople.refused[refusal.kind];
    case "tooManyInPoll":
      return text.pollPeople.refused.tooManyAsked(refusal.most);
    case "notReady":
    case "fixedOnceOpen":
    case "noOptionsLeft":
    case "lengthWrong":
    case "nothingFits":
    case "deadlinePassed":
    case "reasonMissing":
    case "nothingChosen":
    case "optionGone":
    case "late":
    case "notAsked":
    case "notTheirs":
    case "nothingAnswered":
    case "roundClosed":
    case "self":
    case "seriesWrong":
    case "dateMissing":
    case "deadlineMissing":
      return refused[refusal.kind];
  }
}
