import { type Call, openSeats } from "../bot/domain/call.ts";
import { nextDeadline } from "../bot/domain/call-times.ts";
import { thinSeats } from "../bot/domain/due/call.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Question } from "../bot/domain/question.ts";
import { press } from "./actions.ts";
import { callActions } from "./call.ts";
import { contactLine, countShown, marked, seatRows, standing, titleOf, when, whoMay, wordsFor } from "./call-parts.ts";
import { lead } from "./call-press.ts";
import { shortCall } from "./call-short.ts";
import { fitted } from "./fit.ts";
import { type Card, card, facts, heading, line, row, small, strip } from "./kit.ts";
import { clip } from "./literal.ts";
import { questionAndAnswer } from "./question.ts";
import type { Reader } from "./reader.ts";

/** To officers: the call has closed, and what comes next. */
export function closedCard(call: Call, group: Group, reader: Reader): Card {
  const { text } = reader;
  const title = marked(call, text.call.closedHeading(titleOf(call, group, reader)), reader);
  const { bold: state, rest } = standing(call, group, reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${rest}`,
    body: [
      heading(title),
      strip("emphasis", state, rest),
      call.consentBy && line(text.call.closedNext(when(call.consentBy, reader))),
    ],
    actions: [
      press(
        text.board.appendix,
        "appendix.make",
        { call: call.id, nonce: `closed-${call.closedAt ?? 0}` },
        { style: "positive" },
      ),
      press(text.call.button.board, "board.show", { call: call.id }),
      press(text.call.button.manage, "call.manage", { call: call.id }),
    ],
  });
}

/** To officers a working day before: themes with fewer proposals than places. */
export const thinCard = (whole: Call, group: Group, reader: Reader): Card =>
  fitted(whole, shortCall, (call) => {
    const { text } = reader;
    const deadline = nextDeadline(call, reader.now);
    const thin = deadline ? thinSeats(call, deadline) : openSeats(call);
    const title = marked(call, text.call.thin.heading(titleOf(call, group, reader)), reader);
    return card({
      lang: reader.lang,
      fallbackText: `${title}. ${text.call.thin.strip(thin.length)}`,
      body: [
        heading(title),
        strip("warning", text.call.thin.strip(thin.length), standing(call, group, reader).rest),
        ...thin.map((s) =>
          row({
            title: wordsFor(s.name, group, reader),
            right: text.call.thin.theme(call.received[s.id] ?? 0, countShown(s)),
            attention: true,
            separator: true,
          }),
        ),
        line(text.call.thin.what),
      ],
      actions: [
        lead(reader, text.call.button.extend, "call.extendForm", { call: call.id }),
        press(text.call.button.manage, "call.manage", { call: call.id }),
      ],
    });
  });

/** To those who took part in an earlier call: a new one is open. */
export const newCallCard = (whole: Call, group: Group, reader: Reader): Card =>
  fitted(whole, shortCall, (call) => {
    const { text } = reader;
    const title = marked(call, text.call.newCall.heading(titleOf(call, group, reader)), reader);
    const { bold: state, rest } = standing(call, group, reader);
    const contact = contactLine(call, group, reader);
    return card({
      lang: reader.lang,
      fallbackText: `${title}. ${state} ${rest}`,
      body: [
        heading(title),
        strip(call.status === "open" ? "accent" : "emphasis", state, rest),
        line(text.call.newCall.because, " ", text.call.newCall.nothingCarried),
        line(whoMay(call, reader)),
        facts(seatRows(call, group, reader)),
        contact !== "" && small(contact),
      ],
      actions: call.status === "open" ? callActions(call, { ...group, languages: [reader.lang] }, reader) : [],
    });
  });

/** To the one who asked: the answer. */
export function answeredCard(
  { call, group, reader }: { call: Call; group: Group; reader: Reader },
  question: Question,
): Card {
  const { text } = reader;
  const title = marked(call, text.call.question.mineHeading(titleOf(call, group, reader)), reader);
  return card({
    lang: reader.lang,
    fallbackText: `${title}. ${clip(question.answer?.text ?? "", 200)}`,
    body: [heading(title), ...questionAndAnswer(question, reader)],
    actions: [lead(reader, text.call.button.read, "call.show", { call: call.id })],
  });
}
