import { answer, ask, questionIdOf } from "../domain/call-question.ts";
import { refuse } from "../domain/decision.ts";
import type { CallId, PersonId, QuestionId } from "../domain/ids.ts";
import type { Instant } from "../domain/time.ts";
import { change } from "./change.ts";
import { noteRound } from "./people.ts";
import type { Ports } from "./ports.ts";

interface Press {
  call: CallId;
  by: PersonId;
  nonce: string;
  now: Instant;
}

/** Somebody asks about a call; whether they may see it has been looked at before. */
export async function askQuestion(ports: Ports, press: Press & { question?: string | undefined }) {
  await noteRound(ports, press.by, press.call);
  return change(ports, press.call, press.by, async (round) => {
    if (!round.call) return refuse({ kind: "notOpen" as const });
    return ask(round.call, await round.get("question", questionIdOf(press.by, press.nonce)), press);
  });
}

/** An officer answers a question once for all. */
export const answerQuestion = (ports: Ports, press: Press & { question: QuestionId; text?: string | undefined }) =>
  change(ports, press.call, press.by, async (round) =>
    answer(round.group, await round.get("question", press.question), press),
  );
