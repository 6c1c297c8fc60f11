import type { PollAnswer } from "../bot/domain/poll-answer.ts";
import type { Instant } from "../bot/domain/time.ts";
import { here } from "./call-press.ts";
import { fitted } from "./fit.ts";
import { type Card, card, heading, line, strip } from "./kit.ts";
import { clip, literal } from "./literal.ts";
import { answerRows } from "./poll.ts";
import { type PollAt, phoneLine } from "./poll-parts.ts";
import type { Reader } from "./reader.ts";
import { told } from "./when.ts";

type Unsent = PollAt & { answer: PollAnswer };

/** What came too late: both times to the second, and what was answered, to copy and to phone in. */
export function lateAnswerCard(at: Unsent & { deadline: Instant; arrivedAt: Instant }, reader: Reader): Card {
  const { late } = reader.text.poll;
  const { deadline, arrival } = told(at.deadline, at.arrivedAt, reader);
  return unsentCard({ ...at, heading: late.heading, sentence: late.line(deadline, arrival) }, reader);
}

/** What came after the poll was closed, decided or cancelled, in a sentence, and what was answered, to copy. */
export const closedAnswerCard = (at: Unsent & { sentence: string }, reader: Reader): Card =>
  unsentCard({ ...at, heading: reader.text.poll.late.notSaved }, reader);

function unsentCard(at: Unsent & { heading: string; sentence: string }, reader: Reader): Card {
  const { late, button } = reader.text.poll;
  const { status } = at.poll;
  const phone = status === "decided" || status === "cancelled" ? undefined : phoneLine(at, reader);
  return fitted(
    1_000,
    (_, most) => most,
    (most) =>
      card({
        lang: reader.lang,
        fallbackText: at.sentence,
        body: [
          heading(at.heading),
          strip("warning", at.sentence),
          literal(late.yours, { weight: "Bolder", spacing: "Medium" }),
          ...answerRows({ ...at.answer, comment: clip(at.answer.comment ?? "", most) }, at, reader),
          phone !== undefined && line(phone),
        ],
        actions: [here(reader, button.status, "poll.show", { poll: at.poll.id })],
      }),
  );
}
