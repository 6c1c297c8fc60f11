import type { Call } from "../../bot/domain/call.ts";
import type { Group } from "../../bot/domain/group.ts";
import type { NominateRefusal } from "../../bot/domain/nominate.ts";
import type { ConfirmRefusal } from "../../bot/domain/nominate-confirm.ts";
import type { ChangeRefusal } from "../../bot/domain/nominate-edit.ts";
import type { EntryRefusal } from "../../bot/domain/nominate-entry.ts";
import type { AcceptLateRefusal } from "../../bot/domain/nominate-late.ts";
import type { WordRefusal } from "../../bot/domain/nominate-word.ts";
import type { WrittenRefusal } from "../../bot/domain/nominate-written.ts";
import { MOST_ORGANISATIONS } from "../../bot/domain/organisations.ts";
import type { TimeRefusal } from "../../bot/domain/time.ts";
import { local } from "../candidacy.ts";
import { clip } from "../literal.ts";
import { inZone, untilText } from "../nomination-parts.ts";
import type { Reader } from "../reader.ts";
import { dateTime, told } from "../when.ts";

export type NominationRefusal =
  | NominateRefusal
  | WrittenRefusal
  | ChangeRefusal
  | ConfirmRefusal
  | AcceptLateRefusal
  | TimeRefusal
  | { kind: "noSuchRound" }
  | WordRefusal
  | { kind: "arrivalMissing" }
  | { kind: "wordMissing" }
  | { kind: "notVisible" };

/** Why something about a proposal wasn't done, in one sentence. */
export function explainNomination(
  refusal: NominationRefusal,
  { group, call }: { group: Group; call: Call },
  asRead: Reader,
): string {
  const reader = inZone(asRead, group);
  const { refused } = reader.text.nomination;
  const shown = (written: string) => clip(written, 80);
  switch (refusal.kind) {
    case "missing":
      return missing(refusal, { group, call }, reader);
    case "notOpen":
      return refusal.opens === undefined ? refused.notOpen : refused.notOpenUntil(dateTime(refusal.opens, reader));
    case "receivedBeforeOpening":
      return refused.receivedBeforeOpening(dateTime(refusal.opened, reader));
    case "late": {
      const times = told(refusal.deadline.at, refusal.nomination.arrival.at, reader);
      return refused.late(times.deadline, times.arrival);
    }
    case "deadlinePassed":
      return refused.deadlinePassed(untilText(refusal.deadline, reader));
    case "afterMeeting":
      return reader.text.board.refused.afterMeeting(untilText(refusal.meeting, reader));
    case "reasonTooLong":
      return refused.reasonTooLong(refusal.max);
    case "notEmail":
    case "notBusinessId":
      return refused[refusal.kind](shown(refusal.written));
    case "tooManyOrganisations":
      return refused.tooManyOrganisations(refusal.count, MOST_ORGANISATIONS);
    case "organisationLine":
      return refused.organisationLine(shown(refusal.line));
    case "organisationUnnamed":
      return refused.organisationUnnamed(refusal.at);
    case "twoPersons":
      return refused.twoPersons(shown(refusal.picked), shown(refusal.written));
    case "arrivalMissing":
      return refused.missingArrival;
    case "noSuchRound":
      return refused.gone;
    case "notATime":
    case "timeTwice":
    case "timeSkipped":
      return reader.text.common.timeRefused[refusal.kind](shown(refusal.written.replace("T", " ")));
    case "cancelled":
    case "selected":
    case "notYetReceived":
    case "selfNotAllowed":
    case "organisationsNotAllowed":
    case "jointNotAllowed":
    case "unknownSeat":
    case "filledElsewhere":
    case "noSubstitutes":
    case "tooMuchText":
    case "personUnknown":
    case "personUnnamed":
    case "practiceOutside":
    case "notYours":
    case "withdrawn":
    case "lateNotChanged":
    case "stale":
    case "notContact":
    case "notOfficer":
    case "chairOnly":
    case "conflict":
    case "notLate":
    case "unconfirmed":
    case "reasonMissing":
    case "consentByMissing":
    case "consentByPassed":
    case "notVisible":
    case "contactInTeams":
    case "wordMissing":
      return refused[refusal.kind];
  }
}

function missing(
  { what, criterion }: Extract<EntryRefusal, { kind: "missing" }>,
  { group, call }: { group: Group; call: Call },
  reader: Reader,
): string {
  const { refused } = reader.text.nomination;
  if (what !== "criterion") return refused.missing[what];
  const asked = call.criteria.find((c) => c.id === criterion);
  return refused.missingCriterion(clip(local(asked?.text, group, reader), 100));
}
