import { answerRequestBy, type DataRequest } from "../bot/domain/data-request.ts";
import type { Group } from "../bot/domain/group.ts";
import type { Kept } from "../bot/domain/retention.ts";
import { press } from "./actions.ts";
import { textInput } from "./inputs.ts";
import { type Card, card, facts, heading, hint, line, strip } from "./kit.ts";
import { bold, paragraphs } from "./literal.ts";
import { ownTitle } from "./own-data.ts";
import type { Reader } from "./reader.ts";
import { MYDATA_CAPS } from "./verbs/mydata.ts";
import { date, dateTime } from "./when.ts";

export interface RequestView {
  group: Group;
  /** The call, poll or meeting that it is about. */
  kept: Kept;
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
  const { group, kept, request } = view;
  const place = { ...reader, zone: group.zone };
  const ids = { round: kept.id, request: request.id };
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
        [words.labels.about, ownTitle(kept, group, place)],
        [words.labels.came, dateTime(request.at, place)],
      ]),
      ...paragraphs(request.text, { spacing: "Medium" }),
      ...(request.answer
        ? [line(bold(words.labels.answer)), ...paragraphs(request.answer.text)]
        : [
            hint(kept.kind === "call" ? words.advice.call : words.advice.other),
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
      showing(kept, reader),
    ],
  });
}

/** Where what is asked for can be done. */
function showing(kept: Kept, { text }: Reader) {
  switch (kept.kind) {
    case "call":
      return press(text.mydata.request.candidates, "board.show", { call: kept.id }, { inputs: false });
    case "poll":
      return press(text.retention.show.poll, "poll.manage", { poll: kept.id }, { inputs: false });
    case "meeting":
      return press(text.retention.show.meeting, "meeting.manage", { meeting: kept.id }, { inputs: false });
  }
}

/** The answer, as it comes to whoever asked. */
export function requestAnsweredCard({ group, kept, request }: RequestView, reader: Reader): Card {
  const { answered, ask } = reader.text.mydata;
  return card({
    lang: reader.lang,
    fallbackText: answered.heading,
    body: [
      heading(answered.heading),
      strip("good", answered.strip),
      facts([
        [reader.text.mydata.request.labels.about, ownTitle(kept, group, { ...reader, zone: group.zone })],
        [answered.asked, [ask.names[request.ask], request.text].filter(Boolean)],
      ]),
      line(bold(answered.answer)),
      ...paragraphs(request.answer?.text ?? ""),
      hint(answered.complain),
    ],
    actions: [press(reader.text.mydata.buttons.show, "mydata.show", {})],
  });
}
