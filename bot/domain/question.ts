import type { CallId, PersonId, QuestionId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** Asked by anyone during a call, answered once for all under the card. */
export interface Question {
  kind: "question";
  id: QuestionId;
  rev: number;
  said: string[];
  call: CallId;
  by: PersonId;
  at: Instant;
  question: string;
  answer?: { by: PersonId; at: Instant; text: string };
  nonces: string[];
}
