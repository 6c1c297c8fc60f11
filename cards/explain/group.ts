import type { GroupRefusal } from "../../bot/domain/group-settings.ts";
import type { Text } from "../text.ts";

/** Why a group's settings weren't saved, in one sentence. */
export function explainGroup(refusal: GroupRefusal | { kind: "noSuchRound" }, { group: { refused } }: Text): string {
  switch (refusal.kind) {
    case "notAllowed":
      return refused.notAllowed;
    case "onlyChair":
      return refused.onlyChair;
    case "stale":
      return refused.stale;
    case "noName":
      return refused.noName;
    case "noLanguage":
      return refused.noLanguage;
    case "noChair":
      return refused.noChair;
    case "chairAndVice":
      return refused.chairAndVice;
    case "noMembers":
      return refused.noMembers;
    case "tooMany":
      return refused.tooMany(refusal.most);
    case "notAZone":
      return refused.notAZone(refusal.written);
    case "noSuchRound":
      return refused.noSuchRound;
  }
}
