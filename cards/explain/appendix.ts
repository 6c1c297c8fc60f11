import type { AppendixRefusal } from "../../bot/domain/download.ts";
import type { Text } from "../text.ts";

/** Why an appendix wasn't made, in one sentence. */
export function explainAppendix(refusal: AppendixRefusal | { kind: "noSuchRound" }, text: Text): string {
  switch (refusal.kind) {
    case "notAllowed":
      return text.common.notAllowed;
    case "noSuchRound":
      return text.common.notFound;
  }
}
