import type { Step, Written } from "../bot/domain/call-steps.ts";
import { beside, type Drawn, dayAndTime, isMain } from "./call-inputs-parts.ts";
import { practicalRows, practicalWords } from "./call-inputs-practical.ts";
import { criterionRows, criterionWords, seatRows, seatWords } from "./call-inputs-rows.ts";
import { dateInput, textInput } from "./inputs.ts";
import { type Element, hint, subheading } from "./kit.ts";
import { callCaps } from "./verbs/call-steps.ts";

/** The inputs of one page, with what is written in them so far. */
export const inputsOf = <S extends Step>(step: S, written: Written[S], drawn: Drawn): Element[] =>
  (inputs[step] as (written: Written[S], drawn: Drawn) => Element[])(written, drawn);

const inputs: { [S in Step]: (written: Written[S], drawn: Drawn) => Element[] } = {
  texts: ({ title, mandate, lookingFor }, { reader: { text } }) => [
    textInput({ id: "title", label: text.call.step.title, value: title, maxLength: callCaps.title }),
    hint(text.call.step.titleHint),
    textInput({
      id: "mandate",
      label: text.call.step.mandate,
      value: mandate,
      maxLength: callCaps.mandate,
      multiline: true,
    }),
    textInput({
      id: "lookingFor",
      label: text.call.step.lookingFor,
      value: lookingFor,
      maxLength: callCaps.lookingFor,
      multiline: true,
    }),
  ],
  seats: (written, drawn) => (isMain(drawn) ? seatRows(written, drawn) : seatWords(written, drawn)),
  criteria: (written, drawn) => (isMain(drawn) ? criterionRows(written, drawn) : criterionWords(written, drawn)),
  dates: (written, { published, reader: { text } }) => [
    ...(published
      ? []
      : [
          dayAndTime("opens", text.call.step.opens, written.opensDate, written.opensTime, text.call.step.time),
          hint(text.call.step.opensHint),
          dayAndTime(
            "deadline",
            text.call.step.deadline,
            written.deadlineDate,
            written.deadlineTime,
            text.call.step.time,
          ),
          hint(text.call.step.timeHint),
        ]),
    dayAndTime("decision", text.call.step.decision, written.decisionDate, written.decisionTime, text.call.step.time),
    dayAndTime("consent", text.call.step.consentBy, written.consentDate, written.consentTime, text.call.step.time),
    hint(text.call.step.consentHint),
    subheading(text.call.step.term),
    beside(
      dateInput({ id: "termFrom", label: text.call.step.from, value: written.termFrom }),
      dateInput({ id: "termTo", label: text.call.step.to, value: written.termTo }),
    ),
  ],
  practical: (written, drawn) => [
    ...practicalWords(written, drawn),
    ...(isMain(drawn) ? practicalRows(written, drawn) : []),
  ],
};
