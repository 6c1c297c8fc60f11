import type { Call } from "./call.ts";
import { accept, type Decision, refuse } from "./decision.ts";
import { type Change, remember, seen } from "./facts.ts";
import { type Group, isOfficer } from "./group.ts";
import { hashed } from "./hashed.ts";
import type { PersonId, QuestionId } from "./ids.ts";
import type { Question } from "./question.ts";
import type { Instant } from "./time.ts";

export type AskRefusal = { kind: "notOpen" } | { kind: "questionMissing" };
export type AnswerRefusal =
  | { kind: "notOfficer" }
  | { kind: "noSuchQuestion" }
  | { kind: "answered" }
  | { kind: "answerMissing" };

/** The same press of the same form is the same question. */
export const questionIdOf = (by: PersonId, nonce: string): QuestionId => `q:${hashed(`${by}\n${nonce}`)}`;

/** Anybody may ask while the call is open. */
export function ask(
  call: Call,
  before: Question | undefined,
  { question, nonce, by, now }: { question?: string | undefined; nonce: string; by: PersonId; now: Instant },
): Decision<Change & { question: Question }, AskRefusal> {
  if (before) return accept({ facts: [], events: [], question: before });
  if (call.status !== "open") return refuse({ kind: "notOpen" });
  if (!question) return refuse({ kind: "questionMissing" });
  const asked: Question = {
    kind: "question",
    id: questionIdOf(by, nonce),
    rev: 1,
    said: [],
    call: call.id,
    by,
    at: now,
    question,
    nonces: [],
  };
  return accept({ facts: [asked], events: ["questionAsked"], question: asked });
}

/** An officer answers once, for all: the second one to answer is told. */
export function answer(
  group: Group,
  question: Question | undefined,
  { text, nonce, by, now }: { text?: string | undefined; nonce: string; by: PersonId; now: Instant },
): Decision<Change & { question: Question }, AnswerRefusal> {
  if (!isOfficer(group, by)) return refuse({ kind: "notOfficer" });
  if (!question) return refuse({ kind: "noSuchQuestion" });
  if (seen(question, nonce)) return accept({ facts: [], events: [], question });
  if (question.answer) return refuse({ kind: "answered" });
  if (!text) return refuse({ kind: "answerMissing" });
  const answered: Question = {
    ...question,
    rev: question.rev + 1,
    answer: { by, at: now, text },
    nonces: remember(question, nonce),
  };
  return accept({ facts: [answered], events: ["questionAnswered"], question: answered });
}
