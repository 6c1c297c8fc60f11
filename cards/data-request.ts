import type { Call } from "../bot/domain/call.ts";
import { answerRequestBy, type DataRequest } from "../bot/domain/data-request.ts";
import type { Group } from "../bot/domain/group.ts";
import { press } from "./actions.ts";
import { titled } from "./candidacy.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, facts, heading, hint, line, strip } from "./kit.ts";
import { bold, paragraphs } from "./literal.ts";
import { callTitle } from "./open-calls.ts";
import type { Reader } from "./reader.ts";
import { MYDATA_CAPS } from "./verbs/mydata.ts";
import { date, dateTime } from "./when.ts";

export interface RequestView {
  group: Group;
  call: Call;
  request: DataRequest;
}

/** A request as an officer reads and answers it. */
export function requestCard(
  view: RequestView,
  nonce: string,
  reader: Reader,
  given: { problem?: string; written?: string | undefined } = {},
): Card {
  const { request: words, ask } = reader.text.mydata;
  const { group, call, request } = view;
  const place = { ...reader, zone: group.zone };
  const ids = { call: call.id, request: request.id };
  return card({
    lang: reader.lang,
    fallbackText: words.heading(ask.names[request.ask]),
    body: [
      heading(words.heading(ask.names[request.ask])),
      request.answer
        ? strip("good", words.answeredStrip)
        : strip("accent", words.strip, words.by(date(answerRequestBy(request), place))),
      given.problem !== undefined && strip("warning", given.problem),
      facts([
        [words.labels.who, request.name],
        [words.labels.address, request.email],
        [words.labels.call, titled(() => callTitle(view, reader), view, reader)],
        [words.labels.came, dateTime(request.at, place)],
      ]),
      ...paragraphs(request.text, { spacing: "Medium" }),
      ...(request.answer
        ? [line(bold(words.labels.answer)), ...paragraphs(request.answer.text)]
        : [
            hint(words.advice),
            textInput({
              id: "text",
              label: words.answer,
              value: given.written,
              maxLength: MYDATA_CAPS.answer,
              multiline: true,
            }),
          ]),
    ],
    actions: [
      !request.answer &&
        press(words.send, "request.answer", { ...ids, rev: request.rev, nonce }, { style: "positive" }),
      press(words.candidates, "board.show", { call: call.id }, { inputs: false }),
    ],
  });
}

/** The answer, as it comes to whoever asked. */
export function requestAnsweredCard({ group, call, request }: RequestView, reader: Reader): Card {
  const { answered, ask } = reader.text.mydata;
  return card({
    lang: reader.lang,
    fallbackText: answered.heading,
    body: [
      heading(answered.heading),
      strip("good", answered.strip),
      facts([
        [
          reader.text.mydata.request.labels.call,
          titled(() => callTitle({ group, call }, reader), { group, call }, reader),
        ],
        [answered.asked, [ask.names[request.ask], request.text].filter(Boolean)],
      ]),
      line(bold(answered.answer)),
      ...paragraphs(request.answer?.text ?? ""),
      hint(answered.complain),
    ],
    actions: [press(reader.text.mydata.buttons.show, "mydata.show", {})],
  });
}
