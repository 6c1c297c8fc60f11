import type { AddressRefusal } from "../../bot/domain/candidate-address.ts";
import type { ConflictRefusal } from "../../bot/domain/candidate-conflict.ts";
import type { MergeRefusal } from "../../bot/domain/candidate-merge.ts";
import type { MoveRefusal } from "../../bot/domain/candidate-move.ts";
import type { RecordRefusal, ReviveRefusal } from "../../bot/domain/candidate-record.ts";
import type { RedactRefusal } from "../../bot/domain/redaction.ts";
import { untilText } from "../nomination-parts.ts";
import type { Reader } from "../reader.ts";
import { told } from "../when.ts";
import type { Gone } from "./consent.ts";

export type OfficeRefusal =
  | RecordRefusal
  | ReviveRefusal
  | AddressRefusal
  | MoveRefusal
  | MergeRefusal
  | ConflictRefusal
  | RedactRefusal
  | Gone;

/** Why an officer's press about a candidate wasn't carried out, in one sentence. */
export function explainOffice(refusal: OfficeRefusal, reader: Reader): string {
  const { refused } = reader.text.board;
  switch (refusal.kind) {
    case "callOver":
      return refused[refusal.status];
    case "receivedLate": {
      const { deadline, arrival } = told(refusal.deadline, refusal.received, reader);
      return refused.receivedLate(deadline, arrival);
    }
    case "afterMeeting":
      return refused.afterMeeting(untilText(refusal.meeting, reader));
    case "tooMany":
      return refused.tooMany(refusal.most);
    case "limitImpossible":
      return reader.text.consent.refused.limitImpossible;
    case "noSuchRound":
      return refused.noSuchCandidate;
    case "notAllowed":
    case "conflict":
    case "chairOnly":
    case "notStanding":
    case "stale":
    case "notYetReceived":
    case "notLapsed":
    case "deadlinePassed":
    case "nothingNew":
    case "ownAddress":
    case "otherCandidate":
    case "noSuchTheme":
    case "sameTheme":
    case "noMove":
    case "sameCandidate":
    case "noSuchReason":
    case "noSuchCandidate":
      return refused[refusal.kind];
  }
}
