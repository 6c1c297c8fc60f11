import { answerCard, askCard, askedCard, questionCard, questionsCard } from "../../../cards/question.ts";
import type { callVerbs } from "../../../cards/verbs/call.ts";
import type { CallId, QuestionId } from "../../domain/ids.ts";
import type { Question } from "../../domain/question.ts";
import { questionsOf } from "../../usecases/call-reading.ts";
import { answerQuestion, askQuestion } from "../../usecases/question.ts";
import type { Handlers, Turn } from "../turn.ts";
import { asOfficer, atCall, sentenceFor } from "./call-turn.ts";

type QuestionVerb = Extract<keyof typeof callVerbs, `question.${string}`>;

/** Questions about a call: asked by anyone who may see it, answered by officers for all. */
export const questionHandlers: Handlers<QuestionVerb> = {
  "question.form": (turn, { call: id }) =>
    atCall(turn, id, (at) => {
      const nonce = turn.ports.ids.random();
      return at.call.status === "open" ? { show: askCard(at, nonce) } : { refuse: at.reader.text.call.refused.notOpen };
    }),
  "question.ask": (turn, { call: id, question, nonce }) =>
    atCall(turn, id, async (at) => {
      const { ports, by, arrivedAt } = turn;
      const asked = await askQuestion(ports, { call: id, question, nonce, by: by.id, now: arrivedAt });
      if (asked.ok) return { show: askedCard(at, asked.state.question) };
      const problem = sentenceFor(asked.refusal, at.reader);
      return { show: askCard(at, ports.ids.random(), { question, problem }) };
    }),
  "question.list": (turn, { call: id }) =>
    atCall(turn, id, async (at) => ({ show: questionsCard(at, await questionsOf(turn.ports, id), turn.by.id) })),
  "question.answerForm": (turn, { call: id, question: questionId }) =>
    asOfficer(turn, id, async (at) => {
      const question = await questionAt(turn, id, questionId);
      if (!question) return { refuse: at.reader.text.call.refused.noSuchQuestion };
      const nonce = turn.ports.ids.random();
      return { show: question.answer ? questionCard(at, question) : answerCard(at, question, nonce) };
    }),
  "question.answer": (turn, { call: id, question: questionId, answer, nonce }) =>
    asOfficer(turn, id, async (at) => {
      const { ports, by, arrivedAt } = turn;
      const press = { call: id, question: questionId, text: answer, nonce, by: by.id, now: arrivedAt };
      const answered = await answerQuestion(ports, press);
      if (answered.ok) return { show: questionCard(at, answered.state.question) };
      const problem = sentenceFor(answered.refusal, at.reader);
      const question = await questionAt(turn, id, questionId);
      return question
        ? { show: answerCard(at, question, ports.ids.random(), { answer, problem }) }
        : { refuse: problem };
    }),
};

const questionAt = async ({ ports }: Turn, call: CallId, id: QuestionId): Promise<Question | undefined> =>
  (await questionsOf(ports, call)).find((question) => question.id === id);
