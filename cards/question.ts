import type { Call } from "../bot/domain/call.ts";
import { type Group, isOfficer } from "../bot/domain/group.ts";
import type { PersonId } from "../bot/domain/ids.ts";
import type { Question } from "../bot/domain/question.ts";
import { submit } from "./actions.ts";
import { marked, titleOf } from "./call-parts.ts";
import { here, lead } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, type Element, heading, line, row, small, strip, subheading } from "./kit.ts";
import { clip, paragraphs } from "./literal.ts";
import type { Reader } from "./reader.ts";
import { callCaps } from "./verbs/call-steps.ts";
import { dateTime } from "./when.ts";

interface About {
  call: Call;
  group: Group;
  reader: Reader;
}

const titled = ({ call, group, reader }: About, heading: (title: string) => string) =>
  marked(call, heading(titleOf(call, group, reader)), reader);

/** Asking about a call. */
export function askCard(about: About, nonce: string, typed?: { question?: string | undefined; problem: string }): Card {
  const { call, reader } = about;
  const { text } = reader;
  const { question } = text.call;
  const title = titled(about, question.formHeading);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      typed ? strip("warning", typed.problem) : strip("accent", question.formStrip, question.formMore),
      textInput({
        id: "question",
        label: question.field,
        value: typed?.question,
        maxLength: callCaps.question,
        multiline: true,
        required: text.call.refused.questionMissing,
      }),
    ],
    actions: [
      submit(text.call.button.send, "question.ask", { call: call.id, nonce }, { door: reader.door, style: "positive" }),
      reader.door === "card" && here(reader, text.call.button.toCard, "call.card", { call: call.id }),
    ],
  });
}

/** To the one who asked: it has arrived. */
export function askedCard(about: About, question: Question): Card {
  const { call, reader } = about;
  const { text } = reader;
  const title = titled(about, text.call.question.formHeading);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      strip("good", text.call.question.sent, text.call.question.sentMore),
      ...paragraphs(question.question, { spacing: "Medium" }),
      small(dateTime(question.at, reader)),
    ],
    actions: [reader.door === "card" && here(reader, text.call.button.toCard, "call.card", { call: call.id })],
  });
}

/** A question as officers see it: waiting with a button to answer, or answered. */
export function questionCard(about: About, question: Question): Card {
  const { call, reader } = about;
  const { text } = reader;
  const title = titled(about, text.call.question.officerHeading);
  const data = { call: call.id, question: question.id };
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${clip(question.question, 200)}`,
    body: [
      heading(title),
      question.answer
        ? strip("emphasis", text.call.question.answeredStrip, dateTime(question.answer.at, reader))
        : strip("warning", text.call.question.unanswered, dateTime(question.at, reader)),
      ...questionAndAnswer(question, reader),
    ],
    actions: [!question.answer && lead(reader, text.call.button.answer, "question.answerForm", data, "positive")],
  });
}

/** Question and answer under each other, without the asker's name. */
export function questionAndAnswer({ question, answer }: Question, { text }: Reader): Element[] {
  return [
    subheading(text.call.question.asked),
    ...paragraphs(question, { spacing: "Small" }),
    ...(answer ? [subheading(text.call.question.answer), ...paragraphs(answer.text, { spacing: "Small" })] : []),
  ];
}

/** Answering for all. */
export function answerCard(
  about: About,
  question: Question,
  nonce: string,
  typed?: { answer?: string | undefined; problem: string },
): Card {
  const { call, reader } = about;
  const { text } = reader;
  const title = titled(about, text.call.question.answerHeading);
  return card({
    lang: reader.lang,
    fallbackText: title,
    body: [
      heading(title),
      typed
        ? strip("warning", typed.problem)
        : strip("accent", text.call.question.formStrip, text.call.question.answerMore),
      ...questionAndAnswer(question, reader),
      textInput({
        id: "answer",
        label: text.call.question.answerField,
        value: typed?.answer,
        maxLength: callCaps.answer,
        multiline: true,
        required: text.call.refused.answerMissing,
      }),
    ],
    actions: [
      submit(
        text.call.question.answerSend,
        "question.answer",
        { call: call.id, question: question.id, nonce },
        { door: reader.door, style: "positive" },
      ),
      here(reader, text.common.back, "question.list", { call: call.id }),
    ],
  });
}

/** The questions of a call: to officers all of them, to others those with an answer; newest first. */
export function questionsCard(about: About, all: readonly Question[], by: PersonId): Card {
  const { call, group, reader } = about;
  const { text } = reader;
  const officer = isOfficer(group, by);
  const seen = all
    .filter((q) => officer || q.answer || q.by === by)
    .sort((a, b) => Number(Boolean(a.answer)) - Number(Boolean(b.answer)) || b.at - a.at);
  const open = seen.filter((q) => !q.answer).length;
  const title = titled(about, text.call.question.listHeading);
  const draw = (questions: readonly Question[], most: number): Card =>
    card({
      lang: reader.lang,
      fallbackText: title,
      body: [
        heading(title),
        strip(
          open > 0 && officer ? "warning" : "emphasis",
          seen.length === 0 ? text.call.question.none : text.call.question.count(seen.length, open),
        ),
        ...questions.map((q) =>
          q.answer || !officer
            ? {
                type: "Container",
                separator: true,
                spacing: "Medium",
                items: [
                  ...paragraphs(clip(q.question, most), { weight: "Bolder" }),
                  ...(q.answer
                    ? paragraphs(clip(q.answer.text, most), { spacing: "Small" })
                    : [small(text.call.question.unanswered)]),
                ],
              }
            : row({
                title: clip(q.question, Math.min(most, 200)),
                right: text.call.button.answer,
                link: true,
                separator: true,
                press: lead(reader, text.call.button.answer, "question.answerForm", { call: call.id, question: q.id }),
              }),
        ),
        seen.length > questions.length && line(`+ ${seen.length - questions.length}`),
      ],
      actions: [
        call.status === "open" &&
          !officer &&
          lead(reader, text.call.button.ask, "question.form", { call: call.id }, "positive"),
        officer
          ? here(reader, text.common.back, "call.manage", { call: call.id })
          : reader.door === "card" && here(reader, text.call.button.toCard, "call.card", { call: call.id }),
      ],
    });
  return fitted(
    2_000,
    (_, most) => most,
    (most) => draw(seen.slice(0, 12), most),
  );
}
