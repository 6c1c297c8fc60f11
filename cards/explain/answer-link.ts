import type { HandLinkRefusal } from "../../bot/domain/answer-hand.ts";
import type { Reader } from "../reader.ts";

/** Why no link is given, or none is ended, in one sentence. */
export function explainLink(
  refusal: HandLinkRefusal | { kind: "noSuchRound" } | { kind: "alone" },
  { text }: Reader,
): string {
  switch (refusal.kind) {
    case "noSuchRound":
      return text.common.notFound;
    case "notOfficer":
      return text.common.notAllowed;
    case "notAsked":
    case "inTeams":
    case "over":
    case "shown":
    case "alone":
      return text.answerLink.refused[refusal.kind];
  }
}
