import type { DayListsRefusal, ListTypedRefusal } from "../../bot/domain/day-lists.ts";
import { clip } from "../literal.ts";
import type { Text } from "../text.ts";

/** Why a list of days wasn't kept, in one sentence. */
export function explainDayLists(
  refusal: DayListsRefusal | ListTypedRefusal | { kind: "noSuchRound" },
  text: Text,
): string {
  const { refused } = text.dayLists;
  switch (refusal.kind) {
    case "noSuchRound":
      return text.common.notFound;
    case "notOfficer":
      return text.common.notAllowed;
    case "stale":
      return text.group.refused.stale;
    case "nameMissing":
      return refused.nameMissing;
    case "daysMissing":
      return refused.daysMissing;
    case "tooManyDays":
      return refused.tooMany;
    case "noSuchList":
      return refused.gone;
    case "daysWrong":
      return text.poll.refused.daysWrong(clip(refusal.written, 60));
    case "rangeWrong":
      return text.poll.refused.daysWrong(`${refusal.range.from}–${refusal.range.to}`);
  }
}
